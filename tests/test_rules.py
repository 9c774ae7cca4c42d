"""The one test of examples: for all rules and actors that there are and will be."""

from __future__ import annotations

import pytest

from comity.checking import check_actor, check_rule
from comity.pipeline import pipeline
from comity.registry import Folders, data_files

PIPES = {inside: pipeline(inside=inside, gleaning=1) for inside in (True, False)}
RULES = {**PIPES[True].rules.rules, **PIPES[False].rules.rules}
ACTORS = {file.name: file for file in data_files(*Folders().actors)}


def told(problems) -> str:
    return "\n".join(map(str, problems))


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_codes_its_examples_and_leaves_its_counter_examples_alone(name):
    problems = list(check_rule(PIPES[RULES[name].body.inside], RULES[name]))
    assert not problems, told(problems)


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_shows_what_it_must_not_code_and_why(name):
    counter = RULES[name].body.counter
    assert counter, f"rules/{name}.yaml: add a sentence under `not` that a careless pattern would catch"
    assert all(example.because for example in counter), f"rules/{name}.yaml: say under `because` why it must not be coded"


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_has_examples_enough_to_show_each_pattern(name):
    body = RULES[name].body
    wanted, there = len(body.patterns) + len(body.lines), len(body.examples)
    assert there >= wanted, f"rules/{name}.yaml: {wanted} patterns, but {there} examples: add one for each pattern"


@pytest.mark.parametrize("name", sorted(ACTORS))
def test_an_actors_examples_lead_to_the_code_of_their_time(name):
    problems = list(check_actor(pipeline(), ACTORS[name].path))
    assert not problems, told(problems)


@pytest.mark.parametrize("name", sorted(ACTORS))
def test_an_actors_file_is_named_after_its_code_and_has_an_example(name):
    actor = pipeline().gazetteer[ACTORS[name].content["code"]]
    assert actor.code == name, f"actors/{name}.yaml: rename the file to {actor.code}.yaml"
    assert actor.examples, f"actors/{name}.yaml: add a sentence and the code that it leads to under `examples`"


def test_all_codes_that_an_actors_file_points_at_have_a_file():
    gazetteer = pipeline().gazetteer
    for actor in gazetteer.values():
        pointed = {*actor.later, *(earlier.code for earlier in actor.earlier)}
        assert pointed <= set(gazetteer), f"actors/{actor.code}.yaml names {pointed - set(gazetteer)}, which have no file"
