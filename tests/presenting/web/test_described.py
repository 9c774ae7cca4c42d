"""What the OpenAPI document says is held: whatever is sent by it, and against it, is answered as it describes."""

from __future__ import annotations

import shutil

import pytest
import schemathesis
from browsing import served
from hypothesis import HealthCheck, settings

from comity.presenting.web import openapi
from comity.querying._example import small
from comity.schema import kinds

EXAMPLES = 12
api = schemathesis.openapi.from_dict(openapi.document(list(kinds())))
# No schema tells which words name a state, a claim or a document: those are refused by their own codes.
api.config.checks.positive_data_acceptance.expected_statuses += ["400", "404"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A record that is served, which may be judged in."""
    record = shutil.copy(small().store.path, tmp_path_factory.mktemp("described") / "kenya.comity")
    with served(record) as site:
        yield site


@api.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_it_is_answered_as_the_document_says(case, site):
    case.call_and_validate(base_url=site.address, headers={"Authorization": f"Bearer {site.token}"})
