from __future__ import annotations

from comity.gazetteer import actors
from comity.resolving.headings import heading_actors
from made import annotated, heading, line


def test_the_nearest_heading_that_names_somebody_counts():
    found = annotated(heading("Of Peru"), line("Oslo (Embassy)"))
    block = found.document.blocks[-1]
    assert heading_actors(found, block, actors()) == ("PER",)
    bare = annotated(heading("Missions"), line("Oslo (Embassy)"))
    assert heading_actors(bare, bare.document.blocks[-1], actors()) == ()
