from __future__ import annotations

import shutil

import pytest
from starlette.testclient import TestClient

from comity.presenting.web.app import make
from comity.presenting.web.site import Site
from comity.querying._example import small

PORT = 8123


def client_of(site: Site, *, logged_in: bool = True, host: str = f"127.0.0.1:{PORT}") -> TestClient:
    """A browser before the site, with its cookie or without."""
    client = TestClient(make(site), base_url=f"http://{host}", follow_redirects=False)
    if logged_in:
        client.cookies.set(site.cookie, site.session)
    return client


@pytest.fixture
def record(tmp_path):
    """A copy of the small record, to be judged in and replaced."""
    path = tmp_path / "kenya.comity"
    shutil.copy(small().store.path, path)
    return path


@pytest.fixture
def site(record):
    site = Site(record, PORT)
    yield site
    site.pool.close()


@pytest.fixture
def client(site):
    return client_of(site)


@pytest.fixture
def stranger(site):
    return client_of(site, logged_in=False)
