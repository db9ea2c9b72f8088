"""The kinds of record: what every kind must have, and what each says of its records."""

from __future__ import annotations

import live
import pytest
from law.made import TEXT, chip, rule
from made import actor, caveat, claim, conflict, event, question, source, step, term, words

from macros.record.conclusion import Conclusion
from macros.record.correction import Correction
from macros.record.fields import Text
from macros.record.kinds import BY_FOLDER, KINDS
from macros.record.version import Version


def conclusion(id: str, order: int = 1) -> Conclusion:
    return Conclusion.model_validate(
        {
            "id": id,
            "order": order,
            "heading": words(f"heading of {id}"),
            "text": TEXT,
            "date": "2031-01-01",
            "basis": "report",
        }
    )


def version(id: str, provision: str = "740-8", first: str | None = "2031-01-01") -> Version:
    return Version.model_validate(
        {
            "id": id,
            "provision": provision,
            "name": words(f"name of {id}"),
            "first": first,
            "rule": None,
            "changed": TEXT,
            "elements": [{"aspect": "items", "paragraph": "1", "text": TEXT}],
            "standing": "verified",
            "sources": ["x"],
        }
    )


def correction(id: str, date: str = "2031-01-01") -> Correction:
    return Correction.model_validate(
        {"id": id, "date": date, "title": words(f"title of {id}"), "stood": TEXT, "stands": TEXT, "why": TEXT}
    )


MADE = [
    claim("x"),
    source("x"),
    actor("x"),
    chip(id="x"),
    rule("x", "2031-01-01"),
    event("x"),
    conflict("x"),
    step("x"),
    conclusion("x"),
    caveat("x"),
    term("x", "x", "س"),
    version("x"),
    question("x"),
    correction("x"),
]


def test_a_record_of_every_kind_is_asked():
    assert [type(record) for record in MADE] == list(KINDS)


def test_kinds_by_folder():
    assert " ".join(BY_FOLDER) == (
        "claims sources actors chips rules events conflicts steps conclusions caveats terms versions questions "
        "corrections"
    )
    assert all(kind.folder == folder for folder, kind in BY_FOLDER.items())


@pytest.mark.parametrize("record", MADE, ids=lambda record: record.folder)
class TestEveryKind:
    """What pages, lists and the search ask of any record."""

    def test_a_name_and_a_title(self, record):
        assert isinstance(record.caption, Text | str) and isinstance(record.page_title, Text | str)

    def test_a_place_among_others_of_its_kind(self, record):
        assert record.sort_key == record.model_copy().sort_key and sorted([record.sort_key, record.sort_key])

    def test_addresses_with_its_id(self, record):
        assert record.address == record.addresses[0] and all("x" in address for address in record.addresses)

    def test_a_description(self, record):
        assert isinstance(record.description, Text)

    def test_names_for_the_search(self, record):
        assert all(isinstance(name, str) and name for name in record.names)

    def test_a_weight_in_the_search(self, record):
        assert record.search_weight is None or 0 < record.search_weight <= 10

    def test_a_date_and_a_judgement_if_it_has_them(self, record):
        assert record.dated is None or record.dated.first_day
        assert record.judged is None or live.LANGUAGE["ar"].string(record.judged)


@pytest.mark.parametrize(
    ("record", "addresses", "paged"),
    [
        (claim("x"), ("claims/x/",), True),
        (event("x"), ("events/x/", "timeline/#x"), True),
        (conflict("x"), ("conflicts/#x",), False),
        (caveat("x"), ("sourcing/#x",), False),
        (conclusion("x"), ("#x",), False),
        (term("x", "x", "س"), ("glossary/#x",), False),
        (step("x"), ("steps/#x",), False),
        (version("x"), ("versions/#x",), False),
    ],
    ids=lambda value: getattr(value, "folder", None),
)
def test_where_a_record_is_cited(record, addresses, paged):
    assert (record.addresses, type(record).is_paged()) == (addresses, paged)


def in_order(*records) -> list[str]:
    return [record.id for record in sorted(records, key=lambda record: record.sort_key)]


class TestOrder:
    """The order in which pages list records."""

    def test_claims_by_code(self):
        assert in_order(claim("a", code="C02"), claim("b", code="C01")) == ["b", "a"]

    def test_sources_by_date_and_undated_ones_last(self):
        assert in_order(source("a", date=None), source("c", date="2031-01-02"), source("b"), source("d")) == [
            "b",
            "d",
            "c",
            "a",
        ]

    def test_actors_by_side(self):
        assert in_order(actor("a", side="media"), actor("c", side="us"), actor("b", side="us")) == ["b", "c", "a"]

    def test_chips_exported_from_the_us_first_then_by_maker_and_date(self):
        def made(id, vendor, **fields):
            return chip(id=id, **fields).model_copy(update={"vendor": vendor})

        assert in_order(
            made("a", "b-maker", exported_from_us=False),
            made("b", "amd"),
            made("c", "nvidia", announced=None),
            made("d", "nvidia", announced="2031"),
            made("e", "nvidia", announced="2030"),
        ) == ["e", "d", "c", "b", "a"]

    def test_rules_by_the_date_by_which_they_are_listed(self):
        assert in_order(
            rule("a", None, published=None),
            rule("b", "2031-02-01", published="2030-01-01"),
            rule("c", None, published="2031-01-01"),
            rule("d", "2031-01-01"),
        ) == ["c", "d", "b", "a"]

    def test_events_by_date(self):
        assert in_order(event("a", "2031-02"), event("c", 2031), event("b", "2031-01-31")) == ["c", "b", "a"]

    def test_conflicts_by_their_first_side(self):
        dated, undated = {"date": "2031-01-01"}, {}
        assert in_order(conflict("a", undated, dated), conflict("c", dated, undated), conflict("b", dated, dated)) == [
            "b",
            "c",
            "a",
        ]

    def test_steps_and_conclusions_by_their_number(self):
        assert in_order(step("a", 2), step("b", 1)) == in_order(conclusion("a", 2), conclusion("b", 1)) == ["b", "a"]

    def test_terms_by_their_english_name_whatever_its_case(self):
        assert in_order(term("a", "ECCN", "رقم"), term("b", "duty", "رسم")) == ["b", "a"]

    def test_versions_by_text_and_first_day_and_those_of_no_known_day_last(self):
        made = (version("a", first=None), version("b"), version("c", first="2030"), version("d", "3a090", "2032"))
        assert in_order(*made) == ["d", "c", "b", "a"]

    def test_caveats_by_id(self):
        assert in_order(caveat("b"), caveat("a")) == ["a", "b"]


class TestNames:
    """What a reader may search for."""

    def test_a_claim_by_code_and_keywords(self):
        assert claim("x", code="C07", keywords=["smuggling"]).names == ("C07", "smuggling")

    def test_an_actor_in_every_writing(self):
        made = actor("x", name={"en": "Lo", "ar": "لو", "zh": ["洛"]}, variants=["Loh"])
        assert (made.names, made.caption["ar"], made.description.en) == (("Lo", "لو", "洛", "Loh"), "لو", "x")

    def test_a_rule_by_its_title_and_number_and_not_by_the_paragraphs_that_it_changes(self):
        made = rule(
            "x", "2031-01-01", citation={"reference": "91 FR 1", "cfr": ["15 CFR 1"]}, short_title=words("gauge")
        )
        assert made.names == ("gauge", "نص gauge", "91 FR 1")

    def test_a_source_only_if_it_is_a_law(self):
        assert source("x").names == ()
        assert source("x", kind="law").names == ("title of x", "نص title of x")

    def test_a_chip_by_its_short_name(self):
        made = chip(id="x").model_copy(update={"name": "Long name", "short_name": "Short"})
        assert (made.names, made.caption, made.page_title) == (("Short",), "Short", "Long name")


@pytest.mark.parametrize(
    ("announced", "first_known", "known"),
    [("2031-01-01", None, "2031-01-01"), (None, "2030", "2030"), ("2031", "2030", "2031"), (None, None, None)],
)
def test_a_chip_is_known_from_its_announcement_or_its_first_mention(announced, first_known, known):
    assert chip(announced=announced, first_known=first_known).known_from == known


@pytest.mark.parametrize(
    ("effective", "published", "dated"),
    [("2031-02-01", "2031-01-01", "2031-02-01"), (None, "2031-01", "2031-01"), (None, None, None)],
)
def test_a_rule_is_listed_by_its_effect_or_else_its_publication(effective, published, dated):
    assert rule("x", effective, published=published).dated == dated


def test_groups_of_all_effects_with_thresholds():
    from law.made import duty, needs, says

    made = rule(
        "x",
        "2031-01-01",
        needs("c", paragraph="1", memory_bandwidth={"above": 1}),
        says("y"),
        duty("2", memory_bandwidth={"above": 1}),
    )
    assert [group.paragraph for group in made.groups] == ["1", "2"]
