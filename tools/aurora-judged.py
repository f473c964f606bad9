#!/usr/bin/env python3
"""Writes the AuroraAI labels as a corpus and three judged sets for `tarjotin search eval`.

    python3 tools/aurora-judged.py OUT [--queries QUERIES.json] [--shared FOLDER]      (FOLDER: ../shared unless told)

Into the folder OUT go
  corpus.jsonl   the judged services: name, summary, municipality
  a2.jsonl       the names of the ten dimensions of life as queries
and with QUERIES, an object that gives each dimension's Finnish name its query text of some words,
  a1.jsonl       those ten texts
  a3.jsonl       each word of them alone, with the dimension of its text

Relevant to a query is what the labels say helps in its dimension (grade 2; there are no finer grades). A service without
any label was not judged and is left out; EI MUKAAN is a judgment that it helps in none. The sheets repeat services: rows
with the same name and summary are one service, with the labels of all of them; where one id has two texts, the second
gets an id of its own.

The labels are from github.com/vrk-kpa/auroraai-core-components (MIT, Finnish Digital Agency 2022). So are the query texts
of the published figures (`LS_METER_SEARCH` in `recommender_api/service_recommender.py`; its comments give the names of the
dimensions); they are not kept here.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NONE = "EI MUKAAN"
GRADE = 2


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    return parser.parse_args()


def judged_services(rows):
    """The judged services by name and summary, each with the dimensions in which it helps."""
    services, ids = {}, set()
    for row in rows:
        if not row["labels"]:
            continue
        text = (row["name"], row["summary"])
        if text not in services:
            own = row["id"] if row["id"] not in ids else f"{row['id']}-2"
            if own in ids:
                sys.exit(f"service {row['id']} has more than two texts")
            ids.add(own)
            services[text] = {"id": own, "municipality": row["municipalityCode"], "labels": set()}
        services[text]["labels"] |= set(row["labels"]) - {NONE}
    return services


def record(text, service):
    name, summary = text
    municipality = service["municipality"]
    return {
        "id": service["id"],
        "scope": "municipal" if municipality else "national",
        "municipalities": [municipality] if municipality else [],
        "names": {"fi": name},
        "summaries": {"fi": summary} if summary else {},
    }


def queries(kind, pairs, services):
    """Judged queries of texts, each with its dimension."""
    for number, (text, label) in enumerate(pairs, 1):
        helps = [service["id"] for service in services.values() if label in service["labels"]]
        yield {
            "qid": f"{kind}-{number:02}",
            "query": text,
            "lang": "fi",
            "kind": kind,
            "judgments": dict.fromkeys(helps, GRADE),
        }


def write(path, objects):
    lines = [json.dumps(each, ensure_ascii=False) for each in objects]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{path}: {len(lines)} lines")


def main():
    options = arguments()
    data = options.shared / "ptv/data"
    rows = (data / "services_names_summaries_labels.jsonl").read_text(encoding="utf-8").splitlines()
    services = judged_services(map(json.loads, rows))
    labels = [each["label"] for each in json.loads((data / "label_meanings.json").read_text(encoding="utf-8"))]
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "corpus.jsonl", (record(text, service) for text, service in services.items()))
    write(options.out / "a2.jsonl", queries("a2", [(label, label) for label in labels], services))
    if options.queries:
        texts = json.loads(options.queries.read_text(encoding="utf-8"))
        if set(texts) != set(labels):
            sys.exit(f"{options.queries}: the dimensions are {', '.join(labels)}")
        write(options.out / "a1.jsonl", queries("a1", [(text, label) for label, text in texts.items()], services))
        words = [(word, label) for label, text in texts.items() for word in text.replace(",", " ").split()]
        write(options.out / "a3.jsonl", queries("a3", words, services))


if __name__ == "__main__":
    main()
