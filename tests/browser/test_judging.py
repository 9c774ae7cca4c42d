from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from comity.querying import Record

ANN = "Ann Bee"


def judgements(site) -> list[tuple[str, str]]:
    with Record(site.record) as record:
        return [(one["verdict"], one["state"]) for one in record.judgements().data["judgements"]]


@pytest.fixture
def site(serve, example_record):
    """A copy of the example record, to be judged in."""
    return serve(example_record)


@pytest.fixture
def ann(page, site):
    """A page on which Ann Bee judges."""
    page.goto(site.at("/review"))
    page.locator("footer summary").click()
    page.locator("footer .who input[name=by]").fill(ANN)
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("footer")).to_contain_text(f"You judge as {ANN}")
    return page


def shown(page) -> str:
    return page.locator("article.one").get_attribute("data-claim")


class TestContradiction:
    def test_it_is_decided_with_a_reason_told_on_the_pair_page_and_undone(self, ann, site):
        ann.get_by_role("navigation").get_by_role("link", name="Contradictions").click()
        ann.get_by_role("row").filter(has_text="Embassy of Laos in South Korea").get_by_role("link").click()
        expect(ann.locator(".strip rect")).to_have_count(2)
        ann.keyboard.press("2")
        ann.get_by_role("button", name="Decide").click()
        reason = ann.get_by_label("The reason")
        assert reason.evaluate("one => one.validity.valueMissing"), "decided without a reason"
        ann.keyboard.press("Escape")
        ann.keyboard.press("f")
        ann.keyboard.type("it is the host's own list")
        ann.keyboard.press("Control+Enter")
        expect(ann.locator("main")).to_contain_text("by Ann Bee")
        expect(ann.locator(".state.accepted").first).to_be_visible()
        assert [verdict for verdict, _ in judgements(site)] == ["prefer"]

        ann.goto(f"{site.address}/pair/LAO/KOR")
        settled = ann.locator(".settled")
        expect(settled).to_contain_text("January 2001 (accepted; 2000 in Reference note: Laos and international organisations)")
        expect(settled).to_contain_text("it is the host's own list")

        ann.keyboard.press("z")
        expect(ann.locator(".settled")).to_have_count(0)
        assert [state for _, state in judgements(site)] == ["taken back by 2", "takes back 1"]

    @pytest.mark.parametrize(("key", "state"), [("b", "both stand"), ("r", "less precise"), ("u", "cannot tell")])
    def test_it_may_come_to_something_else_than_one_value(self, ann, site, key, state):
        ann.goto(f"{site.address}/contradictions/next")
        ann.keyboard.press(key)
        ann.keyboard.press("f")
        ann.keyboard.type("both papers say so")
        ann.keyboard.press("Enter")
        expect(ann.locator(".rivals .state").first).to_have_text(state)
        ann.goto(f"{site.address}/contradictions?state={state}")
        expect(ann.locator("tbody tr")).to_have_count(1)


class TestReview:
    def test_ten_claims_by_keys_alone(self, ann, site):
        seen = []
        for key in "ynuyynyyuy":
            seen.append(shown(ann))
            ann.keyboard.press(key)
            expect(ann.locator("article.one")).not_to_have_attribute("data-claim", seen[-1])
        assert len(set(seen)) == 10
        told = judgements(site)
        assert [verdict for verdict, _ in told] == [
            "accept",
            "reject",
            "unsure",
            "accept",
            "accept",
            "reject",
            "accept",
            "accept",
            "unsure",
            "accept",
        ]
        expect(ann.locator(".progress")).to_contain_text("10 of")

    def test_the_last_is_undone_shown_again_and_redone(self, ann, site):
        first = shown(ann)
        ann.keyboard.press("n")
        expect(ann.locator(".done")).to_contain_text("rejected")
        ann.keyboard.press("z")
        expect(ann.locator("article.one")).to_have_attribute("data-claim", first)
        ann.keyboard.press("Shift+Z")
        expect(ann.locator("article.one .state")).to_have_text("rejected")
        assert judgements(site)[0] == ("reject", "in force")

    def test_one_moves_on_without_deciding_and_back(self, ann, site):
        first = shown(ann)
        ann.keyboard.press("j")
        expect(ann.locator("article.one")).not_to_have_attribute("data-claim", first)
        ann.keyboard.press("k")
        expect(ann.locator("article.one")).to_have_attribute("data-claim", first)
        assert not judgements(site)

    def test_a_date_is_corrected_by_keys(self, ann, site):
        ann.keyboard.press("e")
        ann.get_by_label("when", exact=True).fill("1955-02")
        ann.keyboard.press("Control+Enter")
        expect(ann.locator(".done")).to_contain_text("corrected")
        with Record(site.record) as record:
            assert record.judgements().data["judgements"][0]["changes"] == {"when": "1955-02"}

    def test_two_claims_are_tied(self, ann, site):
        ann.goto(f"{site.address}/review?kind=mission")
        ann.keyboard.press("m")
        expect(ann.locator(".candidates li").first).to_be_visible()
        ann.keyboard.press("j")
        ann.keyboard.press("y")
        expect(ann.locator(".done")).to_contain_text("tied to another")
        assert judgements(site) == [("same", "in force")]

    def test_a_key_is_a_letter_while_one_writes(self, ann, site):
        ann.keyboard.press("f")
        ann.keyboard.type("any ugly note")
        expect(ann.get_by_label("A reason, or a note")).to_have_value("any ugly note")
        assert not judgements(site)

    def test_the_keys_are_listed_and_changed_and_kept(self, ann, site):
        ann.keyboard.press("?")
        box = ann.get_by_role("dialog")
        expect(box).to_contain_text("accept, and go on")
        box.get_by_role("button", name="Change the key for: accept, and go on").click()
        ann.keyboard.press("a")
        box.get_by_role("button", name="Close").click()
        ann.reload()
        expect(ann.get_by_role("button", name="Accept a", exact=True)).to_be_visible()
        ann.keyboard.press("y")
        assert not judgements(site)
        ann.keyboard.press("a")
        expect(ann.locator(".done")).to_be_visible()
        assert judgements(site) == [("accept", "in force")]


class TestByRule:
    def test_what_is_left_is_accepted_after_a_sample_and_undone_as_one(self, ann, site):
        ann.get_by_role("link", name="Many of one rule at once").click()
        ann.locator("tbody a").first.click()
        expect(ann.get_by_role("button", name="at once")).to_have_count(0)
        ann.get_by_role("link", name="Decide about the sample").click()
        sample = int(re.search(r"of (\d+) sampled", ann.locator("main").inner_text())[1])
        for number in range(1, sample + 1):
            ann.keyboard.press("y")
            expect(ann.locator("main")).to_contain_text(f"{number} of {sample} sampled")
        ann.goto(f"{site.address}/review/rules?rule={re.search('rule=([^&]+)', ann.url)[1]}")
        button = ann.get_by_role("button", name=re.compile("Accept the other"))
        if not button.count():
            pytest.skip("every rule of the example has fewer claims than a sample")
        button.click()
        expect(ann.locator(".done")).to_contain_text("accepted")


class TestHistory:
    def test_a_batch_is_undone(self, ann, site):
        with Record(site.record) as record:
            claims = [one.id for one in record.store.claims("event")[:3]]
        from comity.recording.judging import judge

        batch = judge(site.record, claims, "accept", by="Bob", why="all of one page")[0].batch
        ann.goto(f"{site.address}/history")
        expect(ann.locator(".batch")).to_contain_text("3 decisions at once")
        ann.get_by_role("button", name="Undo this batch").click()
        expect(ann.locator(".deed.gone")).to_have_count(3)
        told = judgements(site)
        assert [state for verdict, state in told if verdict == "accept"] == [f"taken back by {number}" for number in (4, 5, 6)]
        ann.goto(f"{site.address}/history?batch={batch}")
        expect(ann.locator(".deed")).to_have_count(3)
        ann.goto(f"{site.address}/history?who=Bob&verdict=accept")
        expect(ann.locator("main .lead")).to_contain_text("3 decisions")

    def test_one_decision_is_undone(self, ann, site):
        ann.keyboard.press("y")
        expect(ann.locator(".done")).to_be_visible()
        ann.get_by_role("navigation").get_by_role("link", name="History").click()
        ann.get_by_role("button", name="Undo this").click()
        expect(ann.locator(".deed.gone")).to_have_count(1)
        assert judgements(site) == [("accept", "taken back by 2"), ("undo", "takes back 1")]


class TestReader:
    def open(self, page, site):
        with Record(site.record) as record:
            told = max(record.store.documents(), key=lambda one: one.claims)
        page.goto(f"{site.address}/doc/{told.id}")
        return told.id

    def test_a_mark_leads_to_its_card_and_a_card_to_its_mark(self, ann, site):
        self.open(ann, site)
        mark = ann.locator("mark[data-claims]").nth(3)
        name = mark.get_attribute("data-claims").split()[0]
        mark.click()
        expect(ann.locator(f"#card-{name}")).to_have_class(re.compile("picked"))
        ann.locator(f"#card-{name} .title a").click()
        expect(mark).to_have_class(re.compile("picked"))
        ann.locator(f"#card-{name}").hover()
        expect(mark).to_have_class(re.compile("lit"))

    def test_a_card_is_decided_and_the_next_is_there(self, ann, site):
        self.open(ann, site)
        cards = ann.locator(".card")
        first, second = (cards.nth(number).get_attribute("data-claim") for number in (0, 1))
        ann.keyboard.press("j")
        expect(ann.locator(f"#card-{first}")).to_have_class(re.compile("current"))
        ann.keyboard.press("y")
        expect(ann.locator(f"#card-{first}")).to_contain_text("accepted")
        expect(ann.locator(f"#card-{second}")).to_have_class(re.compile("current"))
        ann.keyboard.press("n")
        expect(ann.locator(f"#card-{second}")).to_have_count(0)
        assert [verdict for verdict, _ in judgements(site)] == ["accept", "reject"]

    def test_chosen_words_become_a_claim(self, ann, site):
        doc = self.open(ann, site)
        line = ann.locator("p.text[data-start]").filter(has_text=re.compile(r"\w{3,} \w+ \w+ \w+ \w+")).nth(1)
        line.scroll_into_view_if_needed()
        words = line.evaluate(
            """one => {
              const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
              let node = walker.nextNode();
              while (node.length < 20) node = walker.nextNode();
              const range = document.createRange();
              range.setStart(node, 2);
              range.setEnd(node, Math.min(node.length, 30));
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return range.toString();
            }"""
        )
        expect(ann.locator(".offer")).to_be_visible()
        ann.keyboard.press("a")
        expect(ann.locator("blockquote")).to_have_text(words)
        ann.get_by_role("button", name="post", exact=True).click()
        for name, value in {
            "person": "Ann Otieno",
            "office": "ambassador",
            "sender": "Laos",
            "host": "VNM",
            "when": "1970",
        }.items():
            field = ann.locator(f"#f-{name}")
            (field.select_option if field.evaluate("one => one.tagName") == "SELECT" else field.fill)(value)
        ann.get_by_role("button", name="Add the claim").click()
        expect(ann.locator(".card.current, .card.picked")).to_contain_text("Ann Otieno")
        with Record(site.record) as record:
            (claim,) = [one for one in record.store.claims("post", doc=doc) if one.fields["person"] == "Ann Otieno"]
            assert (record.store.quote(claim), claim.fields["sender"], claim.when) == (words, "LAO", "1970")

    def test_only_some_claims_are_marked(self, ann, site):
        self.open(ann, site)
        all_of_it = ann.locator(".card").count()
        box = ann.locator(".toggles input[name=kinds]").first
        kind = box.get_attribute("value")
        box.check()
        expect(ann).to_have_url(re.compile(f"kinds={kind}"))
        ann.wait_for_load_state()
        expect(ann.locator(f".card:not(.{kind})")).to_have_count(0)
        assert 0 < ann.locator(".card").count() < all_of_it


class TestPair:
    def test_a_stretch_of_the_axis_that_is_drawn_over_is_the_time_of_the_list(self, ann, site):
        ann.goto(f"{site.address}/pair/LAO/VNM")
        rows = ann.locator("tbody[id^=lane] tr").count()
        ann.locator("form.range").scroll_into_view_if_needed()
        box = ann.locator("[data-brush]").bounding_box()
        ann.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 30)
        ann.mouse.down()
        ann.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 30, steps=4)
        ann.mouse.up()
        expect(ann).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
        ann.wait_for_load_state()
        assert ann.locator("tbody[id^=lane] tr").count() < rows

    def test_the_axis_is_zoomed_by_keys(self, ann, site):
        ann.goto(f"{site.address}/pair/LAO/VNM")
        ann.keyboard.press("+")
        expect(ann.locator("a[data-key='0']")).to_be_visible()
        ann.wait_for_load_state()
        ann.keyboard.press("0")
        expect(ann).to_have_url(re.compile(r"/pair/LAO/VNM#axis$"))

    @pytest.mark.parametrize(
        ("name", "end"), [("Markdown", "md"), ("Web page", "html"), ("Word", "docx"), ("PDF", "pdf"), ("Wiki text", "wiki")]
    )
    def test_the_dossier_is_taken_away_in_five_forms(self, ann, site, name, end):
        ann.goto(f"{site.address}/pair/LAO/VNM")
        with ann.expect_download() as download:
            ann.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename == f"LAO-VNM.{end}"
        assert download.value.path().stat().st_size > 1000


class TestWithoutScript:
    @pytest.fixture
    def bare(self, open_page, site):
        with open_page(java_script_enabled=False) as page:
            page.goto(site.at("/review"))
            yield page

    def test_a_claim_is_decided_with_a_name_and_undone(self, bare, site):
        first = shown(bare)
        bare.locator("article.one").get_by_label("Your name").fill(ANN)
        bare.get_by_role("button", name="Accept").click()
        assert shown(bare) != first
        bare.get_by_role("button", name="Take it back").click()
        assert shown(bare) == first
        bare.get_by_role("button", name="Do it again").click()
        assert judgements(site)[0] == ("accept", "in force")

    def test_a_contradiction_is_decided(self, bare, site):
        bare.goto(f"{site.address}/contradictions/next")
        bare.get_by_label("This one stands").first.check()
        bare.locator(".verdict-form").first.get_by_label("Your name").fill(ANN)
        bare.get_by_label("The reason").first.fill("it is nearer in time")
        bare.get_by_role("button", name="Decide").first.click()
        expect(bare.locator("main")).to_contain_text("it is nearer in time")

    def test_a_claim_is_made_from_copied_words(self, bare, site):
        with Record(site.record) as record:
            told = max(record.store.documents(), key=lambda one: one.claims)
            words = record.store.quote(record.store.claims(doc=told.id)[0])
        bare.goto(f"{site.address}/doc/{told.id}")
        bare.get_by_role("link", name="New claim").click()
        bare.get_by_label("The words that say it").fill(words)
        bare.get_by_role("button", name="status", exact=True).click()
        bare.locator("#f-a").fill("Laos")
        bare.locator("#f-b").fill("Kenya")
        bare.locator("#f-change").select_option("established")
        bare.get_by_label("Your name").first.fill(ANN)
        bare.get_by_role("button", name="Add the claim").click()
        expect(bare.locator("main")).to_contain_text("Relations of Laos and Kenya: established")

    def test_a_search_is_narrowed(self, bare, site):
        bare.goto(f"{site.address}/?q=embassy")
        bare.locator(".facets a").first.click()
        expect(bare.locator(".chosen-facets a")).to_have_count(1)
        bare.locator(".chosen-facets a").click()
        expect(bare).to_have_url(re.compile(r"\?q=embassy$"))
