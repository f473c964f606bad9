use proptest::prelude::*;

use super::*;

fn is_known(code: &str) -> bool {
    ["529", "853", "005"].contains(&code)
}

fn geojson(properties: &str, geometry: &str) -> String {
    let features =
        format!(r#"[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]"#);
    format!(r#"{{"type":"FeatureCollection","features":{features}}}"#)
}

const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[22.0,60.0],[22.1,60.0,7.5],[22.1,60.1],[22.0,60.1],[22.0,60.0]]]}"#;

fn error(file: &str) -> String {
    read(file.as_bytes(), is_known).unwrap_err().to_string()
}

#[test]
fn geojson_is_read_in_degrees_and_in_metres_by_any_of_the_names_of_the_code() {
    let areas = read(geojson(r#"{"kunta":"529"}"#, SQUARE).as_bytes(), is_known).unwrap();
    assert_eq!((areas.len(), areas[0].code.as_str()), (1, "529"));
    assert_eq!(areas[0].shape.rings[0].len(), 4, "the last point is the first");
    assert_eq!(Some(areas[0].shape.rings[0][0]), projection::metres(60.0, 22.0));
    let metres = r#"{"type":"MultiPolygon","coordinates":[[[[200000,6700000],[210000,6700000],[210000,6710000]]]]}"#;
    let areas = read(geojson(r#"{"NATCODE":5}"#, metres).as_bytes(), is_known).unwrap();
    assert_eq!(areas[0].code, "005");
    assert_eq!(areas[0].shape.rings[0][1], Point { east: 210_000, north: 6_700_000 });
    let marked = format!("\u{feff}{}", geojson(r#"{"code":"853"}"#, SQUARE));
    assert_eq!(read(marked.as_bytes(), is_known).unwrap().len(), 1);
}

#[test]
fn features_that_are_no_municipality_are_left_out() {
    assert!(read(geojson(r#"{"name":"Sea"}"#, SQUARE).as_bytes(), is_known).unwrap().is_empty());
    assert!(read(geojson(r#"{"kunta":"999"}"#, "null").as_bytes(), is_known).unwrap().is_empty());
}

#[test]
fn what_is_wrong_is_said_with_the_municipality() {
    assert!(error("[1]").contains("GeoJSON or TopoJSON"));
    assert!(error(r#"{"type":"Point"}"#).contains("its type is \"Point\""));
    let kunta = r#"{"kunta":"529"}"#;
    assert!(error(&geojson(kunta, "null")).contains("municipality 529: it has no geometry"));
    let point = r#"{"type":"Point","coordinates":[22,60]}"#;
    assert!(error(&geojson(kunta, point)).contains("is a Point, not a Polygon"));
    let line = r#"{"type":"Polygon","coordinates":[[[22,60],[23,61],[22,60]]]}"#;
    assert!(error(&geojson(kunta, line)).contains("fewer than three points"));
    let mercator = SQUARE.replace("22.0,60.0", "2449028.0,8399737.0");
    assert!(error(&geojson(kunta, &mercator)).contains("EPSG:3067"));
    let texts = r#"{"type":"Polygon","coordinates":[[["a","b"]]]}"#;
    assert!(error(&geojson(kunta, texts)).contains("its coordinates are wrong"));
}

#[test]
fn topojson_is_read_from_the_object_with_the_municipalities() {
    let file = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[22.0,60.0]},
        "objects":{"counties":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0]],"properties":{"code":"05"}}]},
        "kunnat":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"529"}},
          {"type":"MultiPolygon","arcs":[[[-1,2]]],"id":853}]}},
        "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]]}"#;
    let areas = read(file.as_bytes(), is_known).unwrap();
    assert_eq!(areas.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["529", "853"]);
    let border: Vec<Point> = [(60.0, 22.1), (60.1, 22.1)]
        .map(|(north, east)| projection::metres(north, east).unwrap())
        .into();
    for area in &areas {
        assert_eq!(area.shape.rings[0].len(), 4, "{area:?}");
        assert!(border.iter().all(|point| area.shape.rings[0].contains(point)), "shared");
    }
    let broken = file.replace("[-1,2]", "[-1,9]");
    assert!(error(&broken).contains("municipality 853: it names arc 9"));
}

#[test]
fn a_small_file_cannot_stand_for_endless_points() {
    let arc = vec!["[0,0]"; 2000].join(",");
    let ring = vec!["0"; 2000].join(",");
    let file = format!(
        r#"{{"type":"Topology","objects":{{"k":{{"type":"GeometryCollection","geometries":[{{"type":"Polygon","arcs":[[{ring}]],"id":"529"}}]}}}},"arcs":[[{arc}]]}}"#
    );
    assert!(error(&file).contains("more than 3000000 points"));
}

#[test]
fn the_real_division_is_read_from_both_formats_alike() {
    let shared = std::env::var_os("TARJOTIN_SHARED").map_or_else(
        || std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared")),
        std::path::PathBuf::from,
    );
    let folder = shared.join("geo");
    let file = |name: &str| std::fs::read(folder.join(name));
    let (Ok(plain), Ok(topology)) =
        (file("municipalities-2026.geojson"), file("finland-areas-2026.topo.json"))
    else {
        println!("skipped: the shared borders are not here");
        return;
    };
    let number = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let (plain, topology) = (read(&plain, number).unwrap(), read(&topology, number).unwrap());
    assert_eq!((plain.len(), topology.len()), (308, 308));
    for (one, other) in plain.iter().zip(&topology) {
        assert_eq!(one.code, other.code);
        let (one, other) = (one.shape.bounds().unwrap(), other.shape.bounds().unwrap());
        assert!(one.low.distance(other.low) < 200.0 && one.high.distance(other.high) < 200.0);
    }
}

proptest! {
    #[test]
    fn no_file_makes_the_reading_panic(text in ".{0,80}", place in 0_usize..400, cut in 0_usize..400) {
        let _ = read(text.as_bytes(), is_known);
        // A right file, damaged.
        let mut file = geojson(r#"{"kunta":"529"}"#, SQUARE).into_bytes();
        let place = place % file.len();
        file.splice(place..(place + cut % 9).min(file.len()), text.bytes().take(5));
        let _ = read(&file, is_known);
    }
}
