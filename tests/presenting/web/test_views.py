"""The map, the network, the comparison, the charts and the list of sources, as a browser without script gets them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from comity.gazetteer import actors
from comity.model import Claim, Document, Source, Span
from comity.presenting.web.atlas import holdings, outlines, places
from comity.presenting.web.atlas.projection import HEIGHT, WIDTH
from comity.presenting.web.charts import charts
from comity.presenting.web.net import MOST, in_order, net
from comity.presenting.web.site import Site
from comity.presenting.web.world import LOOKS, world
from comity.querying._levels import Level
from comity.recording.store import Store
from comity.registry import Folders

from .conftest import PORT, client_of
from .test_pages import Page, page


def classes(found: Page) -> list[str]:
    return [attrs.get("class") or "" for _, attrs in found.tags]


class TestAtlas:
    def test_every_state_of_today_has_an_outline_or_a_place(self):
        known = actors()
        bare = [
            code
            for code, one in known.items()
            if one.kind == "state" and not (outlines.outline(frozenset([code])) or places.seat(known, code))
        ]
        assert bare == []

    def test_every_capital_of_a_state_has_its_place_within_the_picture(self):
        known = actors()
        for code, one in known.items():
            for city in one.capitals if one.kind != "realm" else ():
                found = places.city(known, code, city.name)
                assert found, f"{code}: {city.name}"
                assert 0 <= found[0] <= WIDTH, city.name
                assert 0 <= found[1] <= HEIGHT, city.name

    @pytest.mark.parametrize(
        ("day", "shape", "holder"),
        [
            ("1980-01-01", "KAZ", "SUN"), ("1992-01-01", "KAZ", "KAZ"), ("1930-01-01", "EST", "EST"), ("1950-01-01", "EST", "SUN"),
            ("1980-01-01", "SVK", "CSK"), ("1993-01-01", "SVK", "SVK"), ("1985-01-01", "HRV", "YUG"), ("1995-01-01", "HRV", "HRV"),
            ("1995-01-01", "MNE", "YUG"), ("2004-01-01", "MNE", "SCG"), ("2007-01-01", "XKX", "SRB"), ("2010-01-01", "XKX", "XKX"),
            ("1965-01-01", "BGD", "PAK"), ("1970-01-01", "VNM", ""), ("1980-01-01", "VNM", "VNM"), ("1980-01-01", "YEM", ""),
            ("1950-01-01", "KEN", ""), ("1970-01-01", "KEN", "KEN"), ("1900-01-01", "NOR", "SWE"),
        ],
    )  # fmt: skip
    def test_an_outline_is_of_whom_it_was_of_on_the_day(self, day, shape, holder):
        assert holdings.holders(actors(), date.fromisoformat(day))[shape] == holder

    def test_what_was_one_state_is_drawn_without_the_borders_within(self):
        both = outlines.outline(frozenset(["CZE", "SVK"]))
        assert both.count("M") == 1
        assert outlines.outline(frozenset(["LAO"])).count("z") == 1

    def test_divided_states_have_their_capitals(self):
        known = actors()
        hanoi, saigon = places.city(known, "VDR", "Hanoi"), places.city(known, "RVN", "Saigon")
        assert hanoi
        assert saigon
        assert hanoi[1] < saigon[1]

    def test_every_state_stands_in_one_region(self):
        codes = [code for told in places.regions().values() for code in told]
        assert len(codes) == len(set(codes))
        assert {code for code, one in actors().items() if one.kind in ("state", "former-state")} <= set(codes)


class TestMap:
    def test_a_state_has_the_colour_of_how_it_stood_and_leads_to_the_pair(self, client):
        found = page(client, "/map/KEN?on=1970-01-01")
        assert "/pair/KEN/PER?on=1970-01-01" in found.links()
        assert "Peru: embassy (embassy of Kenya in Lima)" in found.text
        assert {"embassy", "chosen", "untold", "post abroad"} <= set(classes(found))

    def test_the_table_says_the_same_and_each_line_leads_to_its_words(self, client):
        found = page(client, "/map/KEN?on=1970-01-01")
        assert "since 3 March 1965 (established on 3 March 1965" in found.text
        assert any(link.startswith("/doc/annals?") for link in found.links())

    def test_the_same_as_data(self, client):
        told = client.get("/map/KEN.json?on=1970-01-01").json()
        assert [(one["code"], one["level"]) for one in told["partners"]] == [("PER", "embassy")]
        rows = list(csv.DictReader(io.StringIO(client.get("/map/Kenya.csv?on=1970-01-01").text)))
        assert (rows[0]["state"], rows[0]["stood"]) == ("Peru", "embassy")

    def test_a_form_leads_to_the_state_by_any_name(self, client):
        led = client.get("/map", params={"a": "Kenya", "on": "1970"})
        assert (led.status_code, led.headers["location"]) == (303, "/map/KEN?on=1970")
        assert client.get("/map").headers["location"].startswith("/map/KEN?on=2")

    @pytest.mark.parametrize(
        ("at", "status"),
        [("/map/Nowhere?on=1970", 400), ("/map/KEN?on=x", 400), ("/map/KEN?on=1970/..", 400), ("/map/KEN?colour=red", 422)],
    )
    def test_what_is_wrong_is_told_on_a_page(self, client, at, status):
        response = client.get(at)
        assert response.status_code == status
        assert "This cannot be shown" in Page(response.text).text

    def test_it_is_light(self, client):
        response = client.get("/map/KEN?on=1970-01-01", headers={"Accept-Encoding": "gzip"})
        assert int(response.headers["content-length"]) < 40_000

    def test_a_state_of_a_user_has_its_place_in_the_table_though_it_has_none_on_the_map(self, tmp_path):
        (tmp_path / "actors").mkdir()
        (tmp_path / "actors" / "XUT.yaml").write_text(
            "{code: XUT, kind: state, names: {lo: {name: ເມືອງໃໝ່}}, capitals: [{name: Utopia City}]}", encoding="utf-8"
        )
        path = tmp_path / "new.comity"
        with Store.writer(path) as writer:
            document = Document("a", "They took up relations in 1960.")
            writer.put(
                document,
                [
                    Claim(
                        "a",
                        "status",
                        {"a": "KEN", "b": "XUT", "change": "established"},
                        "1960",
                        "asserted",
                        Span(0, 31),
                        "x/y:1",
                        sha256=document.sha256,
                    )
                ],
                [],
            )
            writer.finish()
        site = Site(path, PORT, Folders().plus(actors=[tmp_path / "actors"]))
        found = page(client_of(site), "/map/KEN?on=1970")
        assert "ເມືອງໃໝ່" in found.text

    def test_every_level_has_a_look(self):
        assert set(LOOKS) == set(Level)
        assert len(set(LOOKS.values())) == len(Level)

    def test_missions_without_a_city_that_is_known_are_listed(self):
        one = {"sender": "KEN", "host": "PER", "type": "embassy", "city": "Nowhere", "sure": True, "claims": []}
        told = {
            "state": "KEN",
            "day": "1970-01-01",
            "partners": [{"code": "PER", "name": "Peru", "level": "embassy", "missions": [one, {**one, "city": ""}]}],
        }
        picture = world(told, actors())
        assert picture.posts == ()
        assert picture.unplaced == ("embassy of Kenya in Nowhere", "embassy of Kenya in Peru")

    def test_territories_of_which_nothing_is_told_have_no_relations_to_be_asked_for(self):
        picture = world({"state": "KEN", "day": "2000-01-01", "partners": []}, actors())
        assert not {"GRL", "PRI", "BMU"} & {one.code for one in picture.lands}
        assert {"SGP", "VAT", "TUV"} <= {one.code for one in picture.lands if one.dot}


class TestNetwork:
    def test_one_state_stands_in_the_middle(self, client):
        found = page(client, "/network?states=Kenya&on=1970")
        assert "/pair/KEN/PER?on=1970-12-31" in found.links()
        assert ("g", "translate(0.0 0.0)") in [(tag, attrs.get("transform")) for tag, attrs in found.tags]

    def test_several_states_may_stand_in_one_field(self, client):
        assert "1 pairs" in page(client, "/network?states=Kenya,Peru&on=1970").text
        assert client.get("/network?states=Kenya,Nowhere&on=1970").status_code == 400

    def test_lines_are_as_wide_as_what_is_asked_for(self, client):
        assert client.get("/network?on=1970&width=height").status_code == 422
        assert "more events" in page(client, "/network?on=1970&width=events").text

    def test_the_same_as_data(self, client):
        assert client.get("/network.json?on=1970&relation=missions").json()["edges"][0]["level"] == "embassy"
        assert client.get("/network?relation=love&on=1970").status_code == 400

    def test_the_picture_hangs_on_nothing_but_the_ties(self):
        edges = [
            {"a": "KEN", "b": other, "level": "relations", "agreements_in_force": 0, "events": 1, "sources": at}
            for at, other in enumerate(["LAO", "PER", "UGA"])
        ]
        nodes = [{"code": code, "name": code, "related": 1} for code in ("KEN", "LAO", "PER", "UGA")]
        first = net({"nodes": nodes, "edges": edges, "day": "1970-01-01"}, [])
        assert first == net({"nodes": nodes[::-1], "edges": edges[::-1], "day": "1970-01-01"}, [])
        assert [one.code for one in first.nodes] == in_order(["PER", "UGA", "LAO", "KEN"])
        assert {one.b: one.width for one in first.edges}["UGA"] > {one.b: one.width for one in first.edges}["LAO"]

    def test_of_very_many_pairs_those_are_drawn_of_which_most_is_told(self):
        codes = [code for code, one in actors().items() if one.kind == "state"][:60]
        edges = [
            {"a": a, "b": b, "level": "relations", "agreements_in_force": 0, "events": 0, "sources": at}
            for at, (a, b) in enumerate((a, b) for a in codes for b in codes if a < b)
        ]
        nodes = [{"code": code, "name": code, "related": 1} for code in codes]
        picture = net({"nodes": nodes, "edges": edges, "day": "1970-01-01"}, [])
        assert (len(picture.edges), picture.left_out) == (MOST, len(edges) - MOST)


class TestCompare:
    def test_bars_and_differences_stand_side_by_side(self, client):
        found = page(client, "/compare?pairs=Kenya:Peru&pairs=Kenya:Chile")
        assert "Kenya with Peru, with Chile" in found.text
        assert "of Kenya in Lima" in found.text
        assert "not told" in found.text
        assert "severed open" in classes(found)
        assert any(link.startswith("/doc/annals?") for link in found.links())

    def test_one_state_against_several(self, client):
        one, other = (
            page(client, at).text for at in ("/compare?a=Kenya&with=Peru,Chile", "/compare?pairs=Kenya:Peru,Kenya:Chile")
        )
        assert one == other

    def test_counts_lead_to_what_they_count(self, client):
        links = page(client, "/compare?pairs=Kenya:Peru&pairs=Kenya:Chile").links()
        assert "/ask/timeline?a=KEN&b=PER&kind=event" in links
        assert "/contradictions?a=KEN&b=PER" in links

    def test_the_same_as_data(self, client):
        told = client.get("/compare.json?a=Kenya&with=Peru&with=Chile&on=1970").json()
        assert told["pairs"][0]["stretches"]
        assert client.get("/compare.csv?pairs=Kenya:Peru&pairs=Kenya:Chile").status_code == 200

    @pytest.mark.parametrize(
        ("at", "status"),
        [("/compare", 200), ("/compare?pairs=Kenya:Peru", 400), ("/compare?pairs=Kenya", 400), ("/compare.json", 422)],
    )
    def test_what_is_no_comparison(self, client, at, status):
        assert client.get(at).status_code == status


class TestFigures:
    SERIES = {"measure": "trade", "unit": "USD", "from": (), "to": ("KEN", "PER")}

    @staticmethod
    def point(when, value, **more):
        return {"when": when, "value": value, "value_to": "", "bound": "exact", "factuality": "asserted", "claim": "c", "doc": "d",
                "quote": "q", "disputed": False, **more}  # fmt: skip

    def drawn(self, *points):
        return charts([{**self.SERIES, "points": list(points)}], actors())

    def test_only_values_whose_times_touch_are_joined(self):
        chart = self.drawn(self.point("1970", 1), self.point("1971", 2), self.point("1973", 3))[0]
        assert [(x0, x1) for x0, _, x1, _ in chart.lines] == [(chart.points[0].x, chart.points[1].x)]

    def test_rivals_stand_side_by_side_and_are_joined_with_nothing(self):
        chart = self.drawn(self.point("1970", 1, disputed=True), self.point("1970", 2, disputed=True), self.point("1971", 2))[0]
        assert chart.points[0].x < chart.points[1].x
        assert chart.lines == ()
        assert chart.points[0].look == "disputed"

    def test_a_range_and_bounds_are_drawn_as_such(self):
        chart = self.drawn(self.point("1970", 1, value_to=3), self.point("1980", 2, bound="at-least"), self.point("1985", -1))[0]
        assert chart.points[0].upper is not None
        assert chart.points[0].upper < chart.points[0].y
        assert chart.points[1].mark == "up"
        assert chart.points[2].y <= chart.bottom

    def test_what_is_told_once_or_without_date_is_no_chart(self):
        assert self.drawn(self.point("1970", 1)) == []
        assert self.drawn(self.point("", 1), self.point("", 2)) == []
        assert self.drawn(self.point("1970", 1), self.point("1971", 1), self.point("", 2))[0].undated == 1

    def test_the_page_has_the_table_with_its_sources(self, client):
        found = page(client, "/figures?a=Kenya")
        assert "200 tonnes" in found.text
        assert any(link.startswith("/doc/note?") for link in found.links())
        assert client.get("/figures.json?a=Kenya").json()["series"]


class TestSources:
    def test_a_document_has_its_claims_copies_and_faults(self, tmp_path):
        path, words = tmp_path / "r.comity", "The two states took up relations with each other on 3 March 1965."
        with Store.writer(path) as writer:
            for name, when in (("first", "1970"), ("second", "1980")):
                document = Document(
                    name,
                    words,
                    source=Source(title=f"The {name}", published=when),
                    warnings=("half of a table was not read",) if name == "second" else (),
                )
                claim = Claim(
                    name,
                    "status",
                    {"a": "KEN", "b": "PER", "change": "established"},
                    "1965-03-03",
                    "asserted",
                    Span(0, len(words)),
                    "x/y:1",
                    sha256=document.sha256,
                )
                writer.put(document, [claim], [claim.evidence])
            writer.finish()
        client = client_of(Site(path, PORT))
        told = {one["id"]: one for one in client.get("/sources.json").json()["documents"]}
        assert (told["first"]["copies"], told["second"]["copies"]) == (0, 1)
        found = page(client, "/sources?sort=copies")
        assert "half of a table was not read" in found.text
        assert "100 %" in found.text
        assert found.text.index("The second") < found.text.index("The first")

    def test_it_is_searched_and_sorted(self, client):
        assert "1 document with “annals”" in page(client, "/sources?q=annals").text
        assert client.get("/sources?sort=colour").status_code == 422


def test_what_is_asked_again_is_answered_from_memory_until_the_record_changes(site, client, monkeypatch):
    from comity.recording.judging import judge

    def level():
        return client.get("/map/KEN.json?on=1970-01-01").json()["partners"]

    first = level()
    monkeypatch.setattr("comity.querying.partners.ask", None)
    monkeypatch.setattr("comity.querying._dyads._dyads", lambda *_: 1 / 0)
    assert level() == first
    monkeypatch.undo()
    with site.pool.record() as record:
        claim = next(one.id for one in record.store.claims("status") if one.fields["change"] == "established")
    judge(site.path, claim, "reject", by="A", why="no")
    assert json.dumps(level()) != json.dumps(first)
