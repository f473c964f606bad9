//! How far an import is: a bar for each list on a terminal, a line now and then elsewhere.

use std::collections::HashMap;
use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::Duration;

use app::sources::Progress;
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

/// The progress that suits where standard error goes.
pub fn for_standard_error() -> Box<dyn Progress> {
    if std::io::stderr().is_terminal() {
        Box::new(Bars::default())
    } else {
        Box::new(Lines::default())
    }
}

/// A bar for each list.
#[derive(Default)]
struct Bars {
    all: MultiProgress,
    lists: Mutex<HashMap<String, ProgressBar>>,
}

impl Bars {
    fn with(&self, list: &str, act: impl FnOnce(&ProgressBar)) {
        if let Ok(mut lists) = self.lists.lock() {
            let bar = lists.entry(list.to_owned()).or_insert_with(|| {
                let bar = self.all.add(ProgressBar::no_length());
                if let Ok(style) =
                    ProgressStyle::with_template("{prefix:22} {bar:30} {pos}/{len} {elapsed}")
                {
                    bar.set_style(style);
                }
                bar.set_prefix(list.to_owned());
                bar.enable_steady_tick(Duration::from_millis(200));
                bar
            });
            act(bar);
        }
    }
}

impl Progress for Bars {
    fn start(&self, list: &str, total: Option<u64>) {
        self.with(list, |bar| {
            if let Some(total) = total {
                bar.set_length(total);
            }
        });
    }

    fn advance(&self, list: &str, done: u64, total: Option<u64>) {
        self.with(list, |bar| {
            if let Some(total) = total {
                bar.set_length(total);
            }
            bar.set_position(done);
        });
    }

    fn finish(&self, list: &str) {
        self.with(list, ProgressBar::finish);
    }
}

/// A line when a list begins, when another tenth of it is done, and when it ends.
#[derive(Default)]
struct Lines {
    tenths: Mutex<HashMap<String, u64>>,
}

impl Progress for Lines {
    fn start(&self, list: &str, total: Option<u64>) {
        match total {
            Some(total) => eprintln!("{list}: 0 of {total}"),
            None => eprintln!("{list}: begun"),
        }
    }

    fn advance(&self, list: &str, done: u64, total: Option<u64>) {
        let Some(total) = total.filter(|total| *total > 0) else { return };
        let tenth = done.saturating_mul(10) / total;
        if let Ok(mut tenths) = self.tenths.lock() {
            let told = tenths.entry(list.to_owned()).or_default();
            if tenth > *told {
                *told = tenth;
                eprintln!("{list}: {done} of {total}");
            }
        }
    }

    fn finish(&self, list: &str) {
        eprintln!("{list}: done");
    }
}
