"""How the pipeline cuts words: spaCy's English rules, and where the treebanks cut otherwise."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex

CURRENCY = r"(?:US|AU|CA|NZ|HK|NT|A|C|S|R)(?=\$)"
CUTS = (
    r"(?<=[A-Za-z])[-–](?=[0-9])",  # T-34
    r"(?<=[0-9])[–—](?=[0-9])",  # 1990–95
    r"(?<=[a-z])/(?=[a-z])",  # and/or
    r"(?<=\))[:;,](?=\S)",
    r"(?<=\S)\)(?=[:;,.]$)",
)
AFFIXES = ("non", "pre", "re", "post", "mis", "anti", "counter", "co", "pro", "ex", "e")
UNCUT = "".join(rf"(?<!\b{affix})" for word in AFFIXES for affix in (word, word.capitalize()))  # non-aligned stays whole
WHOLE = (
    "etc. al. Capt. Col. Lt. Maj. Sgt. Cpl. Cmdr. Adm. Gov. Sen. Rep. Pres. Amb. No. Nos. Art. Vol. approx. ca. cf. Hon. Messrs."
)


def adapt(nlp: Language) -> None:
    """Cut words as the treebanks do: US$ 5, T-34, 1990–95, and/or; abbreviations keep their stop."""
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    infixes = [UNCUT + infix if "-|–" in infix else infix for infix in map(str, defaults.infixes or ())]
    prefixes = [prefix for prefix in map(str, defaults.prefixes or ()) if not prefix[:1].isalpha()]  # US$ is two words
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *CUTS]).finditer
    tokenizer.prefix_search = compile_prefix_regex([CURRENCY, *prefixes]).search
    tokenizer.add_special_case("and/or", [{"ORTH": word} for word in ("and", "/", "or")])
    for word in WHOLE.split():
        tokenizer.add_special_case(word, [{"ORTH": word}])
