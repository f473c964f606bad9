//! A county's colours: checked against what they stand on, and written as a stylesheet.

use std::fmt::Write as _;

use domain::Colour;

use super::fingerprint;

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// The contrast that edges and marks need (WCAG 2.2, 1.4.11).
const MARK: f64 = 3.0;

/// What the stylesheet puts under texts and links: page and surface, in light and in dark.
const LIGHT_GROUNDS: [&str; 3] = ["#ffffff", "#f3f7fb", "#edf4fb"];
const DARK_GROUNDS: [&str; 4] = ["#10171e", "#0b1117", "#17222d", "#17212b"];

/// The colours of one mode, light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tones {
    /// The band on the home page, and the line over the header.
    pub brand: Colour,
    /// Texts on it.
    pub on_brand: Colour,
    /// Links, and buttons' ground.
    pub link: Colour,
    /// Links under the pointer.
    pub link_hover: Colour,
    /// Texts on buttons.
    pub on_link: Colour,
    /// The edge of the next step, icons.
    pub accent: Colour,
}

/// A county's colours in both modes, with the stylesheet that they make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    pub(super) light: Tones,
    dark: Tones,
    css: String,
    path: String,
}

impl Palette {
    /// The colours in light and in dark.
    #[must_use]
    pub fn new(light: Tones, dark: Tones) -> Self {
        let mut css = String::from(":root{");
        light.write(&mut css);
        css.push_str("}@media screen and (prefers-color-scheme:dark){:root{");
        dark.write(&mut css);
        css.push_str("}}");
        let path = format!("/assets/face.{}.css", fingerprint(css.as_bytes()));
        Self { light, dark, css, path }
    }

    /// What cannot be read or told apart in these colours, as sentences; none when all is well.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.light.check("light", &grounds(&LIGHT_GROUNDS), &mut faults);
        self.dark.check("dark", &grounds(&DARK_GROUNDS), &mut faults);
        faults
    }

    /// The stylesheet that puts these colours in the place of the site's own.
    pub(super) fn stylesheet(&self) -> &str {
        &self.css
    }

    /// The stylesheet's address.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

fn grounds(texts: &[&str]) -> Vec<Colour> {
    texts.iter().filter_map(|text| text.parse().ok()).collect()
}

impl Tones {
    fn check(&self, mode: &str, grounds: &[Colour], faults: &mut Vec<String>) {
        let mut needs = |name: &str, colour: Colour, on: &str, ground: Colour, least: f64| {
            let contrast = colour.contrast(ground);
            if contrast < least {
                faults.push(format!(
                    "colours.{mode}: {name} {colour} on {on} {ground} has a contrast of \
                     {contrast:.2}; it needs at least {least}"
                ));
            }
        };
        needs("on_brand", self.on_brand, "brand", self.brand, TEXT);
        needs("on_link", self.on_link, "link", self.link, TEXT);
        for ground in grounds {
            needs("link", self.link, "the page's", *ground, TEXT);
            needs("link_hover", self.link_hover, "the page's", *ground, TEXT);
            needs("accent", self.accent, "the page's", *ground, MARK);
        }
    }

    fn write(&self, css: &mut String) {
        let Self { brand, on_brand, link, link_hover, on_link, accent } = self;
        // Writing to a String cannot fail.
        let _ = write!(
            css,
            "--govuk-brand-colour:{link};--govuk-link-colour:{link};\
             --govuk-link-hover-colour:{link_hover};--site-band:{brand};\
             --site-band-text:{on_brand};--site-action:{link};--site-action-text:{on_link};\
             --site-accent:{accent}"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tones(colours: [&str; 6]) -> Tones {
        let [brand, on_brand, link, link_hover, on_link, accent] =
            colours.map(|colour| colour.parse().unwrap());
        Tones { brand, on_brand, link, link_hover, on_link, accent }
    }

    fn good() -> Palette {
        Palette::new(
            tones(["#00597a", "#ffffff", "#00597a", "#003a50", "#ffffff", "#b3541e"]),
            tones(["#0e3a4c", "#ffffff", "#8cd6f2", "#c8ecf9", "#0b1a28", "#ffa271"]),
        )
    }

    #[test]
    fn colours_that_can_be_read_are_taken() {
        assert_eq!(good().faults(), Vec::<String>::new());
    }

    #[test]
    fn each_colour_that_cannot_be_read_is_named_with_its_contrast() {
        let mut palette = good();
        palette.light.on_brand = "#3a6e85".parse().unwrap();
        palette.dark.link = "#00597a".parse().unwrap();
        palette.dark.accent = "#10171e".parse().unwrap();
        let faults = palette.faults().join("\n");
        for part in [
            "colours.light: on_brand #3a6e85 on brand #00597a",
            "colours.dark: link #00597a",
            "colours.dark: accent",
            "needs at least 4.5",
            "needs at least 3",
        ] {
            assert!(faults.contains(part), "{part}: {faults}");
        }
        assert!(!faults.contains("colours.light: link"));
    }

    #[test]
    fn the_grounds_are_those_of_the_stylesheet() {
        let site = crate::assets::text("site.css");
        let (light, dark) = site.split_once("prefers-color-scheme").expect("a dark mode");
        let is_there = |part: &str, ground: &&str| part.contains(*ground);
        assert!(LIGHT_GROUNDS[1..].iter().all(|ground| is_there(light, ground)));
        assert!(DARK_GROUNDS.iter().all(|ground| is_there(dark, ground)));
    }
}
