//! Which parts a county's site has.

use anyhow::ensure;
use serde::Deserialize;
use web::Module;

/// The parts of a site, each there unless it is set to `false`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modules {
    sharing: Option<bool>,
    feedback: Option<bool>,
    widget: Option<bool>,
    screen: Option<bool>,
    map: Option<bool>,
    feeds: Option<bool>,
    events: Option<bool>,
    description_helper: Option<bool>,
}

impl Modules {
    /// Those that are switched off.
    pub fn off(&self) -> Vec<Module> {
        Module::ALL.into_iter().filter(|module| self.of(*module) == Some(false)).collect()
    }

    /// Refuses what the file says of a part that is switched off.
    ///
    /// # Errors
    /// With the part and what is said of it.
    pub fn check(&self, module: Module, key: &str, is_said: bool) -> anyhow::Result<()> {
        let name = module.name();
        ensure!(
            self.of(module) != Some(false) || !is_said,
            "modules.{name} is false, but {key} says something of it: take one of them away"
        );
        Ok(())
    }

    const fn of(&self, module: Module) -> Option<bool> {
        match module {
            Module::Sharing => self.sharing,
            Module::Feedback => self.feedback,
            Module::Widget => self.widget,
            Module::Screen => self.screen,
            Module::Map => self.map,
            Module::Feeds => self.feeds,
            Module::Events => self.events,
            Module::DescriptionHelper => self.description_helper,
        }
    }
}
