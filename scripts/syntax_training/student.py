"""The pipeline that ships: spaCy's components on one convolutional encoder, trained by spaCy's own loop."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as loop
from thinc.api import NumpyOps, set_current_ops

from syntax_training.tokens import adapt

CONFIG = Path(__file__).with_name("config.cfg")


def train(out: Path, paths: Mapping[str, Path], overrides: Mapping[str, Any] | None = None) -> Language:
    """Train a pipeline and leave the best one, by its score on the development part, in a folder.

    Args:
        out: The folder; `model-best` in it is the pipeline.
        paths: Of `train` and `dev`, and of `vectors` where there are some.
        overrides: Settings other than those of the configuration, by their dotted names.
    """
    set_current_ops(NumpyOps(use_blis=False))  # twice as fast where BLIS has no kernel for the processor
    settings = {f"paths.{name}": str(path) for name, path in paths.items()} | dict(overrides or {})
    config = util.load_config(CONFIG, overrides=settings, interpolate=False)
    nlp = init_nlp(config)
    adapt(nlp)
    out.mkdir(parents=True, exist_ok=True)
    trained, _ = loop(nlp, out, stdout=sys.stdout, stderr=sys.stderr)
    return trained


def pack(folder: Path) -> None:
    """Keep a pipeline's vectors in half precision, which costs no accuracy; they are widened when it is loaded."""
    nlp = util.load_model_from_path(folder)
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float16")
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where it was made is nobody's business
    nlp.meta.update(name="comity", license="CC BY-SA 4.0", description="English, Universal Dependencies; see CARD.md")
    nlp.to_disk(folder)
