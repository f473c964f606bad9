//! The pictures under a county's maps: what its file says of them, and the layer that comes of it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use app::sources::TileSource;
use app::tiles::Layer;
use domain::Localized;
use domain::reference::County;
use serde::Deserialize;
use web::MapTiles;

use crate::configuration::read_key;
use crate::county_file::texts::texts;

/// What the file may say under `[map.tiles]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TilesFile {
    /// The template of the addresses: `{z}`, `{x}`, `{y}` and, where there is a key, `{key}`.
    url: String,
    /// The file that holds the key and nothing else, beside the county's file.
    key_file: Option<PathBuf>,
    /// Whose the pictures are, by language.
    attribution: BTreeMap<String, String>,
    /// Where there is more of them and their licence.
    attribution_link: String,
    /// The coarsest zoom that is asked for.
    #[serde(default)]
    min_zoom: u8,
    /// The finest.
    #[serde(default = "finest")]
    max_zoom: u8,
    /// How much of the disk the pictures may take.
    #[serde(default = "usual_megabytes")]
    cache_megabytes: u64,
}

const fn finest() -> u8 {
    12
}

const fn usual_megabytes() -> u64 {
    500
}

/// A county's tiles, before their folder is opened.
#[derive(Debug, Clone)]
pub struct TileSettings {
    source: TileSource,
    zooms: RangeInclusive<u8>,
    attribution: Localized,
    attribution_link: String,
    most_bytes: u64,
}

impl TilesFile {
    /// What is right of it.
    ///
    /// # Errors
    /// With the key that is not.
    pub fn read(&self, folder: &Path) -> anyhow::Result<TileSettings> {
        let key_file = self.key_file.as_ref().map(|file| folder.join(file));
        let key = key_file.as_deref().map(read_key).transpose().context("map.tiles.key_file")?;
        let source = TileSource::new(&self.url, key.as_deref()).context("map.tiles.url")?;
        let attribution = texts("map.tiles.attribution", &self.attribution)?;
        ensure!(!attribution.is_empty(), "map.tiles.attribution: say whose the pictures are");
        let link = &self.attribution_link;
        ensure!(
            link.starts_with("https://") || link.starts_with("http://"),
            "map.tiles.attribution_link: \"{link}\" must begin with https://"
        );
        let zooms = self.min_zoom..=self.max_zoom;
        ensure!(
            !zooms.is_empty() && self.max_zoom <= app::tiles::FINEST,
            "map.tiles: min_zoom to max_zoom must lie within 0 and {}",
            app::tiles::FINEST
        );
        ensure!(self.cache_megabytes > 0, "map.tiles.cache_megabytes: must be at least 1");
        Ok(TileSettings {
            source,
            zooms,
            attribution,
            attribution_link: link.clone(),
            most_bytes: self.cache_megabytes.saturating_mul(1024 * 1024),
        })
    }
}

impl TileSettings {
    /// The layer under the maps of a county, kept in a folder.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(self, county: Option<&County>, folder: &Path) -> anyhow::Result<MapTiles> {
        let area = web::map_area(county).context("the county has no municipalities")?;
        let layer = Layer::open(self.source, self.zooms, area, folder, self.most_bytes)
            .with_context(|| format!("cannot keep tiles in {}", folder.display()))?;
        let (attribution, attribution_link) = (self.attribution, self.attribution_link);
        Ok(MapTiles { layer, attribution, attribution_link })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        url = "https://tiles.example/{z}/{y}/{x}.png?api-key={key}"
        key_file = "tiles.key"
        attribution = { fi = "Maanmittauslaitos", sv = "Lantmäteriverket" }
        attribution_link = "https://tiles.example/licence"
        min_zoom = 3
    "#;

    fn read(text: &str) -> Result<TileSettings, String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tiles.key"), "s3cret\n").unwrap();
        std::fs::write(folder.path().join("two.key"), "two words").unwrap();
        let file: TilesFile = toml::from_str(text).map_err(|error| error.to_string())?;
        file.read(folder.path()).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn a_whole_file_is_a_layer_whose_key_is_not_shown() {
        let settings = read(FILE).unwrap();
        assert_eq!(settings.zooms, 3..=12);
        assert_eq!(settings.most_bytes, 500 * 1024 * 1024);
        assert!(!format!("{settings:?}").contains("s3cret"));
        let folder = tempfile::tempdir().unwrap();
        let tiles = settings.open(domain::reference::county("05"), folder.path()).unwrap();
        assert!(!format!("{tiles:?}").contains("s3cret"));
    }

    #[test]
    fn what_is_not_right_is_named_without_the_key() {
        for (good, bad, named) in [
            ("{x}", "", "{x}"),
            ("https://tiles.example/{z}", "ftp://tiles.example/{z}", "map.tiles.url"),
            ("?api-key={key}", "", "map.tiles.url"),
            ("tiles.key", "none.key", "none.key"),
            ("tiles.key", "two.key", "map.tiles.key_file"),
            ("{ fi = \"Maanmittauslaitos\", sv = \"Lantmäteriverket\" }", "{}", "whose"),
            ("\"https://tiles.example/licence\"", "\"javascript:alert(1)\"", "attribution_link"),
            ("min_zoom = 3", "min_zoom = 13", "min_zoom"),
            ("min_zoom = 3", "max_zoom = 15", "max_zoom"),
            ("min_zoom = 3", "cache_megabytes = 0", "cache_megabytes"),
            ("min_zoom", "minzoom", "minzoom"),
        ] {
            let refusal = read(&FILE.replacen(good, bad, 1)).unwrap_err();
            assert!(refusal.contains(named) && !refusal.contains("s3cret"), "{bad}: {refusal}");
        }
    }
}
