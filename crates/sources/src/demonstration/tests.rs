use super::{Size, write};

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let directories = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for directory in &directories {
        write(directory.path(), Size::default(), 7).unwrap();
    }
    for entry in std::fs::read_dir(directories[0].path()).unwrap() {
        let name = entry.unwrap().file_name();
        let [first, second] =
            directories.each_ref().map(|it| std::fs::read(it.path().join(&name)).unwrap());
        assert!(first == second, "{name:?}");
    }
}
