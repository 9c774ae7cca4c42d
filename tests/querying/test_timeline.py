from __future__ import annotations

from dataclasses import replace

from .small import event, mission, small_record, status


def rows(folder, pages):
    return [row[:1] + row[2:] for row in small_record(folder, pages).timeline("Kenya", "Peru").tables[0].rows]


def test_each_act_of_a_pair_has_a_row_of_its_own(tmp_path):
    told = [status("established", "1960"), status("severed", "1965"), status("restored", "1970"), status("severed", "1981")]
    assert rows(tmp_path, {"a": told}) == [("1960", 1), ("1965", 1), ("1970", 1), ("1981", 1)]


def test_only_the_act_that_is_disputed_is_told_with_rival_dates(tmp_path):
    told = {"a": [status("severed", "1965"), status("severed", "1981")], "b": [status("severed", "1982")]}
    assert rows(tmp_path, told) == [("1965", 1), ("1981 or 1982", 2)]


def test_an_embassy_that_moved_has_a_row_for_each_city(tmp_path):
    told = [mission("opened", "1960", city="Lima"), mission("opened", "1999", city="Cusco")]
    assert rows(tmp_path, {"a": told}) == [("1960", 1), ("1999", 1)]


def test_copies_are_shown_and_counted_as_one_source(tmp_path):
    printed = replace(event("CONSULT", "1971-06-09"), say="The ministers of both met in Lima on 9 June 1971.")
    record = small_record(tmp_path, {"a": [printed], "b": [printed], "c": [event("CONSULT", "1971-06-09")]})
    answer = record.timeline("Kenya", "Peru")
    assert [(source.doc, source.copy_of) for source in answer.sources] == [("a", ""), ("b", "a"), ("c", "")]
    (row,) = answer.data["rows"]
    assert (row["sources"], len(row["claims"])) == (2, 3)
    (copy,) = row["copies"]
    told = record.why(copy)
    assert dict(told.tables[1].rows)["copy of"] == row["copies"][copy]
    assert told.data["joined"][copy]["copy_of"] == row["copies"][copy]
    others = record.why(row["copies"][copy]).tables[-1]
    assert others.columns[-1] == "copy of"
    assert row["copies"][copy] in [cells[-1] for cells in others.rows]
