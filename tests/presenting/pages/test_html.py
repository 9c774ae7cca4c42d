from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html as web

from comity.presenting.pages import form
from comity.querying._question import Answer, Quoted

from . import dossiers


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    answer = dossiers.hostile(tmp_path_factory.mktemp("hostile") / "r.comity").brief("Kenya", "Peru")
    return form(".html").render(answer).decode()


def test_nothing_in_it_runs_loads_or_leads_elsewhere_than_the_web(page):
    tree = web.fromstring(page)
    assert not tree.xpath("//script | //img | //iframe | //form | //object | //link | //*[@src] | //*[@style]")
    assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on")]
    assert all(href.startswith(("#", "https://", "http://")) for href in tree.xpath("//@href"))
    assert "url(" not in page
    assert "@import" not in page


def test_its_policy_allows_its_own_style_and_no_more(page):
    policy = web.fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_a_note_leads_back_to_each_of_its_marks():
    source = Quoted("c", "a", "They met.", 0, 9)
    tree = web.fromstring(form(".html").render(Answer("brief", {}, ("One [1].", "Two [1]."), sources=(source,))))
    backs = tree.xpath("//li[@id='n1']//a[@class='back']/@href")
    assert backs == ["#m1-1", "#m1-2"]
    assert all(tree.xpath(f"//sup[@id='{back[1:]}']") for back in backs)


def test_a_series_is_drawn_to_scale(tmp_path):
    page = form(".html").render(dossiers.plain(tmp_path / "r.comity").brief("Kenya", "Peru"))
    small, large = (float(one) for one in web.fromstring(page).xpath("//figure//*[local-name()='rect']/@width"))
    assert small / large == pytest.approx(200 / 450, abs=0.01)


def test_names_from_right_to_left_stand_apart(tmp_path):
    page = form(".html").render(dossiers.in_scripts(tmp_path / "r.comity").brief("Kenya", "Peru")).decode()
    assert f"<bdi>{dossiers.NAMES['ar']}</bdi>" in page
