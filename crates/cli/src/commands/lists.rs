//! `tarjotin lists delete`: takes a list back that somebody gave and wants deleted.

use std::process::ExitCode;

use anyhow::Context;
use app::shared_list::withdraw;
use domain::shared_list::Code;

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "lists")]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Deletes a shared list at once, and its message with it.
    Delete {
        /// The list's code, or its address.
        code: String,
    },
}

/// Does what is asked.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let What::Delete { code } = &arguments.what;
    let code = read(code)?;
    let app = wiring::open(configuration).await?;
    let was_there = withdraw(&app, &code).await?;
    app.database().close().await;
    if was_there {
        println!("The list {code} is deleted.");
        Ok(ExitCode::SUCCESS)
    } else {
        println!("There is no list {code}: it was deleted before, or its time was over.");
        Ok(ExitCode::from(1))
    }
}

/// The code in an address or by itself.
fn read(text: &str) -> anyhow::Result<Code> {
    let last = text.trim().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    Code::read(last).with_context(|| {
        format!("\"{text}\" is no list's code: it is what stands behind /l/ in the list's address")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_by_itself_or_from_an_address() {
        let code = "2345678923".get(..domain::shared_list::CODE_LENGTH).unwrap_or_default();
        for text in
            [code.to_owned(), format!("https://a.example/l/{code}"), format!("/fi/l/{code}/")]
        {
            assert_eq!(read(&text).unwrap().as_str(), code, "{text}");
        }
        let refusal = read("https://a.example/fi/").unwrap_err().to_string();
        assert!(refusal.contains("behind /l/"), "{refusal}");
    }
}
