//! `tarjotin geo load`: the municipalities' borders, from an official file.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::borders::{FILE_LIMIT, Loaded, load};

use crate::configuration::Configuration;
use crate::{county_file, wiring};

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "geo")]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Loads the municipalities' borders for the maps, in the place of those that were.
    Load {
        /// The division into municipalities as GeoJSON or TopoJSON, in WGS84 or ETRS-TM35FIN; a generalised
        /// one (1:4 500 000 or 1:1 000 000) is enough.
        file: PathBuf,
        /// Whose the borders are, as maps name it: the licences of official files ask for it.
        #[arg(long, default_value = "Maanmittauslaitos, kuntajako (CC BY 4.0)")]
        source: String,
    },
}

/// Does what is asked.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let What::Load { file, source } = &arguments.what;
    let sites = county_file::read_all(&configuration.counties)?;
    let counties: Vec<_> = sites.iter().filter_map(|site| site.face.county).collect();
    let bytes = read(file)?;
    let app = wiring::open(configuration).await?;
    let loaded = load(&app, &bytes, source, &counties).await;
    app.database().close().await;
    let loaded = loaded.with_context(|| format!("{} is not taken", file.display()))?;
    println!("{}", sentence(&loaded));
    if !loaded.missing.is_empty() {
        let names: Vec<&str> = loaded.missing.iter().map(|one| one.name_fi).take(8).collect();
        println!(
            "{} municipalities of today are not in it ({}{}): maps show them by their centres.",
            loaded.missing.len(),
            names.join(", "),
            if loaded.missing.len() > names.len() { ", …" } else { "" }
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The file's bytes, if they are not too many.
fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut bytes = Vec::new();
    opened
        .take(FILE_LIMIT + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {}", file.display()))?;
    if bytes.len() as u64 > FILE_LIMIT {
        bail!(
            "{} is larger than {} MB: take a generalised division (1:1 000 000 or 1:4 500 000); a small map \
             shows no more",
            file.display(),
            FILE_LIMIT / (1024 * 1024)
        );
    }
    Ok(bytes)
}

fn sentence(loaded: &Loaded) -> String {
    let Loaded { municipalities, points, is_unchanged, .. } = loaded;
    if *is_unchanged {
        return format!(
            "The borders of {municipalities} municipalities were there already: nothing was written."
        );
    }
    format!(
        "The borders of {municipalities} municipalities are loaded, of {points} points. Running servers show \
         them in some seconds."
    )
}
