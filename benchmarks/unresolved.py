"""Lists what stands where a state should: cells of tables of relations that name nobody known, by how often.

python benchmarks/unresolved.py FOLDER
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from comity.coding.rows import unnamed
from comity.pipeline import pipeline
from comity.reading import find, load


def main(folder: str) -> int:
    """Print the words, the commonest first, each with the first document that has them."""
    pipe, counts, first = pipeline(), Counter[str](), dict[str, str]()
    for found in find([Path(folder)]):
        annotated = pipe.annotate(load(found))
        for words in unnamed(pipe.rules, annotated, pipe.gazetteer):
            counts[words] += 1
            first.setdefault(words, annotated.document.id)
    for words, count in counts.most_common():
        print(f"{count:5} {words} ({first[words]})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
