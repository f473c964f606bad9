#!/usr/bin/env python3
"""Writes the generated reference tables of `crates/domain/src/reference/tables` from the source files.

    python3 tools/reference-tables.py [SOURCES]      (SOURCES: ../shared unless told)

A table is tab-separated: lines that begin with `#` say what it holds, from where, of which year and under which
licence; every other line is one row. `themes.tsv`, `theme-classes.tsv`, `theme-terms.tsv` and `municipality-mergers.tsv`
are written by hand and are not touched here.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
TABLES = ROOT / "crates/domain/src/reference/tables"

PTV_RELEASES = "github.com/vrk-kpa/ptv-releases @ptv-release-3_4 (MIT)"
AURORA = "github.com/vrk-kpa/auroraai-core-components (MIT)"
STATISTICS_FINLAND = "Statistics Finland's classifications by github.com/rOpenGov/geofi @de9392b"


def read(path):
    return json.loads((SOURCES / path).read_text(encoding="utf-8"))


def items(name):
    return read(f"ptv/codelists/{name}.json")["items"]


def cell(value):
    """One cell: outer and doubled blanks are slips of the source; a tab or a line end would break the table."""
    return re.sub(r"\s+", " ", "" if value is None else str(value)).strip()


def write(name, header, columns, rows):
    lines = [f"# {line}" for line in header] + ["# " + "\t".join(columns)]
    for row in rows:
        assert len(row) == len(columns), (name, row)
        lines.append("\t".join(cell(value) for value in row))
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def natural(code):
    """P2 before P10, P4.2 before P4.12."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", code)]


def today():
    return [entry for entry in read("geo/municipalities.json")["municipalities"] if 2026 in entry["valid_years"]]


def municipalities():
    everything = read("geo/municipalities.json")["municipalities"]
    population = {entry["code"]: entry["population_2022"] for entry in everything}
    for entry in everything:
        if entry.get("merged_into"):
            population[entry["merged_into"]] += population[entry["code"]]
    rows = []
    for entry in today():
        longitude, latitude = entry["central_locality"] or entry["inner_point"]
        rows.append([
            entry["code"], entry["name_fi"], entry["name_sv"], " ".join(entry["languages"] + entry["sami_languages"]),
            entry["region"], entry["wellbeing_area"], population[entry["code"]], f"{latitude:.4f}", f"{longitude:.4f}",
        ])
    write("municipalities.tsv", [
        "Municipalities of 2026 (308; the same since 2025). Official languages with the majority's first, then the Sámi",
        "languages of the Sámi homeland. Population of 31.12.2022 in the borders of 2026. Position of the central",
        "locality (858 Tuusula: a point inside), WGS84.",
        f"Source: {STATISTICS_FINLAND}; THL Sotkanet 127 (population); National Land Survey (localities).",
        "Licence: CC BY 4.0 (all three).",
    ], ["code", "name_fi", "name_sv", "languages", "region", "county", "population", "latitude", "longitude"], rows)


def neighbours():
    pairs = sorted(pair[:2] for pair in read("geo/neighbours.json")["pairs"])
    write("municipality-neighbours.tsv", [
        "Pairs of municipalities that touch each other on land or water, 2026; each pair once. Computed from borders",
        "generalised to 1:4,500,000, so some few pairs meet at one point only.",
        "Source: National Land Survey of Finland, municipal division, by github.com/samilaine/hallinnollisetrajat @03f9203.",
        "Licence: CC BY 4.0.",
    ], ["code", "code"], pairs)


def counties():
    near = read("geo/wellbeing_area_neighbours.json")
    rows = []
    for entry in read("geo/wellbeing_areas.json")["wellbeing_areas"]:
        short = entry["short_name_unverified"] or {"90": "Helsinki", "91": "Åland"}[entry["code"]]
        rows.append([
            entry["code"], entry["name_fi"], entry["name_sv"], entry["name_en"], short, " ".join(near[entry["code"]]),
        ])
    write("counties.tsv", [
        "Wellbeing services counties (21), Helsinki (90), which has a county's duties, and Åland (91), 2026. The short",
        "name is the one that the county uses of itself (general knowledge, no official list). Neighbours: the counties",
        "whose municipalities touch.",
        f"Source: {STATISTICS_FINLAND}; neighbours as in municipality-neighbours.tsv.",
        "Licence: CC BY 4.0.",
    ], ["code", "name_fi", "name_sv", "name_en", "short_name", "neighbours"], rows)


def regions():
    rows = [[entry["code"], entry["name_fi"], entry["name_sv"], entry["name_en"]]
            for entry in read("geo/wellbeing_areas.json")["regions"]]
    write("regions.tsv", [
        "Regions (maakunta), 2026.",
        f"Source: {STATISTICS_FINLAND}. Licence: CC BY 4.0.",
    ], ["code", "name_fi", "name_sv", "name_en"], rows)


def postal_codes():
    rows = sorted([entry["code"], entry["names"]["fi"], entry["names"]["sv"], entry["municipality"]]
                  for entry in items("postal-codes") if re.fullmatch(r"\d{5}", entry["code"]))
    known = {entry["code"] for entry in today()} | {row[0] for row in hand_written("municipality-mergers.tsv")}
    for row in rows:
        assert row[3] in known, row
        row[2] = "" if row[2] == row[1] else row[2]
    write("postal-codes.tsv", [
        "Postal codes with post office and municipality, as PTV knew them in 2022. The Swedish name is left out where it",
        "is the Finnish one; the municipality may be one that has merged since.",
        f"Source: {PTV_RELEASES}, src/PTV.ExternalSources/Resources/PostalCode.json.",
    ], ["code", "post_office_fi", "post_office_sv", "municipality"], rows)


def hand_written(name):
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


# Names that the official lists have wrong: KE4.3 said "to Finland", P9 and KE12 were misspelt.
CORRECTED = {
    ("service-classes", "P9"): {"sv": "Allmänna informations- och förvaltningstjänster"},
    ("life-events", "KE4.3"): {"sv": "Flyttning från Finland"},
    ("life-events", "KE12"): {"en": "Rehabilitation"},
}


def code_list(table, name, title, source, old):
    rows = []
    for entry in sorted(items(name), key=lambda entry: natural(entry["code"])):
        names = entry["names"] | CORRECTED.get((name, entry["code"]), {})
        former = (entry.get("oldUri") or "").removeprefix(old) if old else ""
        assert former != entry.get("oldUri") or not former, entry
        former = "" if former == entry["code"] else former
        rows.append([entry["code"], entry["parent"], names["fi"], names["sv"], names["en"], former])
    write(table, [title, f"Source: {source}."], ["code", "parent", "name_fi", "name_sv", "name_en", "old"], rows)


def code_lists():
    urn = "http://urn.fi/URN:NBN:fi:au:ptvl:"
    code_list("service-classes.tsv", "service-classes",
              "PTV service classes (ptvserclass2), 2023. `old` ends the class's earlier URI. One name is corrected.",
              f"Suomi.fi code lists by {AURORA} and {PTV_RELEASES}", urn)
    code_list("target-groups.tsv", "target-groups",
              "PTV target groups (ptvkohderyhmat), 2023. `old` ends the group's earlier URI.",
              f"Suomi.fi code lists by {AURORA} and {PTV_RELEASES}", urn)
    code_list("life-events.tsv", "life-events",
              "PTV life events (ptvelti), 2022. `old` ends the event's earlier URI. Two names are corrected.",
              f"Suomi.fi code lists by {PTV_RELEASES}", urn)
    code_list("industrial-classes.tsv", "industrial-classes",
              "Industrial classes TOL 2008 as PTV uses them, 2022. The code ends both its URI and its earlier one.",
              f"Statistics Finland by {PTV_RELEASES}", "http://www.stat.fi/meta/luokitukset/toimiala/001-2008/")


def languages_and_countries():
    rows = [[entry["code"], entry["names"]["fi"], entry["names"]["sv"], entry["names"]["en"],
             "yes" if entry["describing"] else ""]
            for entry in sorted(items("languages"), key=lambda entry: entry["code"])]
    write("languages.tsv", [
        "Languages that a service can be given in, 2022, and whether PTV content is written in them.",
        f"Source: {PTV_RELEASES}, LanguageCodes.json.",
    ], ["code", "name_fi", "name_sv", "name_en", "describes"], rows)
    rows = [[entry["code"], entry["names"]["fi"], entry["names"]["sv"], entry["names"]["en"]]
            for entry in sorted(items("countries"), key=lambda entry: entry["code"])]
    write("countries.tsv", [
        "Countries by ISO 3166-1, 2022.", f"Source: {PTV_RELEASES}, CountryCodes.json.",
    ], ["code", "name_fi", "name_sv", "name_en"], rows)


if __name__ == "__main__":
    TABLES.mkdir(parents=True, exist_ok=True)
    municipalities()
    neighbours()
    counties()
    regions()
    code_lists()
    languages_and_countries()
    postal_codes()
