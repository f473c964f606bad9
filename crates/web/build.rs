//! Makes the assets: installs the pinned npm packages of `ui/` when they are missing or stale, lets
//! `ui/build.mjs` compile and hash, and writes the table of files that `src/assets.rs` includes.
//!
//! `TARJOTIN_ASSETS` may name a directory that `ui/build.mjs` has filled elsewhere: then neither
//! Node nor npm is needed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    if let Err(sentence) = make() {
        println!("cargo::error={sentence}");
    }
}

fn make() -> Result<(), String> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let ui = here.join("../../ui");
    for watched in
        ["sass", "scripts", "worker", "images", "build.mjs", "package.json", "package-lock.json"]
    {
        println!("cargo::rerun-if-changed={}", ui.join(watched).display());
    }
    println!("cargo::rerun-if-changed={}", here.join("locales").display());
    println!("cargo::rerun-if-env-changed=TARJOTIN_ASSETS");
    let made = if let Some(directory) = env::var_os("TARJOTIN_ASSETS") {
        PathBuf::from(directory)
    } else {
        install(&ui)?;
        run(Command::new("node").arg(ui.join("build.mjs")).arg(&out), "node ui/build.mjs")?;
        out.clone()
    };
    write_fonts(&made, &out.join("paper_fonts.rs"))?;
    write_worker(&made, &out.join("worker.rs"))?;
    write_table(&made, &out.join("assets.rs"))
}

/// Writes one Rust expression: the fonts of what leaves on paper, regular and bold.
fn write_fonts(made: &Path, target: &Path) -> Result<(), String> {
    let include =
        |name: &str| format!("include_bytes!({:?})", made.join(name).display().to_string());
    let fonts = format!("({}, {})", include("paper-regular.ttf"), include("paper-bold.ttf"));
    fs::write(target, fonts).map_err(|error| format!("{}: {error}", target.display()))
}

/// Writes one Rust expression: the script of the worker behind the pages.
fn write_worker(made: &Path, target: &Path) -> Result<(), String> {
    let worker = format!("include_str!({:?})", made.join("worker.js").display().to_string());
    fs::write(target, worker).map_err(|error| format!("{}: {error}", target.display()))
}

/// Runs `npm ci` unless the installed packages are those of the lock file.
fn install(ui: &Path) -> Result<(), String> {
    let lock = ui.join("package-lock.json");
    let stamp = ui.join("node_modules/.tarjotin-lock");
    let wanted = fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"]);
    run(npm.current_dir(ui), "npm ci")?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    let output = command.output().map_err(|error| {
        format!(
            "`{name}` could not be started ({error}): the pages' stylesheet is made with Node.js 20 \
             or newer and npm (Debian: apt-get install nodejs npm)"
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).replace('\n', " ");
    Err(format!("`{name}` failed, so the pages' stylesheet could not be made: {said}"))
}

/// Writes one Rust expression: the files by their plain names, with their compressed copies.
fn write_table(made: &Path, target: &Path) -> Result<(), String> {
    let list = made.join("assets.tsv");
    let names =
        fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    let mut table = String::from("&[\n");
    for line in names.lines() {
        let (name, hashed) =
            line.split_once('\t').ok_or_else(|| format!("{}: no table", list.display()))?;
        let file = made.join(hashed);
        let include = |suffix: &str| {
            let path = format!("{}{suffix}", file.display());
            if Path::new(&path).exists() {
                format!("Some(include_bytes!({path:?}))")
            } else {
                "None".to_owned()
            }
        };
        let (gzip, brotli, plain) = (include(".gz"), include(".br"), file.display().to_string());
        writeln!(
            table,
            "Asset {{ name: {name:?}, path: {path:?}, plain: include_bytes!({plain:?}), \
             gzip: {gzip}, brotli: {brotli} }},",
            path = format!("/assets/{hashed}"),
        )
        .map_err(|error| error.to_string())?;
    }
    table.push(']');
    fs::write(target, table).map_err(|error| format!("{}: {error}", target.display()))
}
