from __future__ import annotations

import pytest

from comity.reading._furniture import is_caption, is_furniture, repeated


@pytest.mark.parametrize(
    "words",
    [
        "Privacy Policy",
        "Privacy Policy example.org",
        "Terms of use",
        "Sign up here.",
        "Share",
        "Share this article",
        "Read more",
        "New Tab , opens new tab",
        "© 2021 The Andes Post",
        "All rights reserved.",
        "Related stories",
        "Most read",
        "Home",
        "Menu",
        "World World Into section →",
        "Reporting by Ana Perez; editing by Li Wei",
        "See Peru–Chile relations",
        "Main article: Peru–Chile relations",
        ">>> Read the series",
        "Subscribe to our newsletter",
        "Published: 3 May 2021",
        "By Ana Perez",
    ],
)
def test_furniture_is_known(words):
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    [
        "Peru shares a border with Chile.",
        "Home to 3,000 Chileans, Tacna has a consulate.",
        "The ministers printed a joint statement.",
        "Help came from Chile in 1970.",
        "See to it, said the envoy. It was done.",
        "Comments by the minister angered Lima.",
        "Trade",
        "Registered voters abroad",
        "Photos of the two presidents were shown.",
        "Searching for a way out, the two sides met in Arica.",
        "12 July 1976",
    ],
)
def test_text_is_no_furniture(words):
    assert not is_furniture(words)


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("The bridge in Tacna, 3 May 2021. Credit: Ana Perez/Andes", True),
        ("FILE - The president of Peru speaks in Lima.", True),
        ("Ministers in Lima (Photo by Ana Perez)", True),
        ("The envoy in Quito. Ana Perez/Reuters", True),
        ("Peru took a credit of US$3 million from Chile.", False),
        ("The photo shows nothing.", False),
    ],
)
def test_captions_are_known(words, caption):
    assert is_caption(words) is caption


def test_a_line_shown_three_times_is_repeated():
    assert repeated(["The Andes Post", "Lima.", "The Andes Post", "Lima.", "Lima.", "The Andes Post", "Quito", "Quito"]) == {
        "The Andes Post"
    }
