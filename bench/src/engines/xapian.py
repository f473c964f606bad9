"""Xapian for the bench: `build FOLDER` reads services, `search FOLDER` questions, an object on each line.

Building answers with its seconds; a search with its nanoseconds of processor time, how many themes and places were
counted, and the services found, tabs between them.
"""

import json
import sys
import time

import xapian

THEMES, PLACES, ID = 0, 1, 2
STEMMERS = {code: xapian.Stem(code) for code in ("fi", "sv", "en")}
# How many times as much as a word of the description a word counts: of names, labels, summaries.
WEIGHTS = (8, 4, 2, 1)


def build(folder):
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_database(database)
    spent = 0.0
    for line in sys.stdin:
        service = json.loads(line)
        begun = time.perf_counter()
        document = xapian.Document()
        generator.set_document(document)
        for code, stemmer in STEMMERS.items():
            generator.set_stemmer(stemmer)
            for place, (text, weight) in enumerate(zip(service[code], WEIGHTS)):
                if not text:
                    continue
                # Words of names and labels are what mistakes are mended to.
                spelling = xapian.TermGenerator.FLAG_SPELLING
                generator.set_flags(spelling if place < 2 else 0, ~spelling)
                generator.index_text_without_positions(text, weight)
        document.add_value(THEMES, service["themes"])
        document.add_value(PLACES, service["places"])
        document.add_value(ID, service["id"])
        database.add_document(document)
        spent += time.perf_counter() - begun
    begun = time.perf_counter()
    database.commit()
    database.close()
    print(spent + time.perf_counter() - begun, flush=True)


def counts(spy):
    """How many there are of each, of sets with commas between them."""
    found = {}
    for group in spy.values():
        for one in group.term.decode().split(","):
            found[one] = found.get(one, 0) + group.termfreq
    found.pop("", None)
    return found


def search(folder):
    database = xapian.Database(folder)
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_OR)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_max_expansion(64, xapian.Query.WILDCARD_LIMIT_MOST_FREQUENT)
    partial = xapian.QueryParser.FLAG_PARTIAL
    everything = database.get_doccount()
    for line in sys.stdin:
        question = json.loads(line)
        begun = time.process_time_ns()
        parser.set_stemmer(STEMMERS.get(question["language"], STEMMERS["fi"]))
        query = parser.parse_query(question["text"], partial | xapian.QueryParser.FLAG_SPELLING_CORRECTION)
        mended = parser.get_corrected_query_string()
        if mended:
            query = xapian.Query(xapian.Query.OP_OR, query, parser.parse_query(mended, partial))
        enquire = xapian.Enquire(database)
        enquire.set_query(query)
        spies = [xapian.ValueCountMatchSpy(THEMES), xapian.ValueCountMatchSpy(PLACES)]
        for spy in spies:
            enquire.add_matchspy(spy)
        matches = enquire.get_mset(0, question["limit"], everything)
        ids = [match.document.get_value(ID).decode() for match in matches]
        counted = sum(len(counts(spy)) for spy in spies)
        spent = time.process_time_ns() - begun
        print("\t".join([str(spent), str(counted), *ids]), flush=True)


{"build": build, "search": search}[sys.argv[1]](sys.argv[2])
