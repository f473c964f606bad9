//! `tarjotin coordinator-password`: the password with which the coordinator signs in.

use std::path::PathBuf;
use std::process::ExitCode;

use app::coordinator::Password;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "coordinator_password")]
pub struct Arguments {
    /// The file to write what the password is recognised by; one that is there is replaced.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Makes a password, keeps what it is recognised by, and tells it once.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let (plain, password) = Password::make()?;
    password.write(&arguments.file)?;
    println!("{plain}");
    eprintln!(
        "This is the coordinator's password; it is told only now. Name the file in the county's file, or without one in \
         the configuration, as coordinator_password_file = \"{}\", and start `serve` anew. Earlier sessions end.",
        arguments.file.display()
    );
    Ok(ExitCode::SUCCESS)
}
