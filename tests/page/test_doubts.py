"""What would change our mind: each list with what belongs on it and what does not."""

from __future__ import annotations

import pytest
from law.made import rule
from made import claim, conflict, event, found, question, source, view

from macros.page.doubts import REREAD, doubts

NOW = {"code": "C99", "findings": [found("2031-12-31", sources=["wire"])]}
WORLD = (source("wire"), source("page", kind="public_note"), source("firm", kind="research"))


def shown(*records):
    """The lists of these records; the record is current to the last day of 2031."""
    return doubts(view(*WORLD, claim("now", **NOW), *records))


def ids(records) -> list[str]:
    return [record.id for record in records]


class TestSecondHand:
    """Findings that name no text of first hand."""

    @pytest.mark.parametrize(
        ("kind", "listed"),
        [
            *((kind, False) for kind in ("law", "bill", "official", "statement", "filing", "maker", "newsroom")),
            *(
                (kind, True)
                for kind in ("research", "trade_press", "database", "translation", "retelling", "public_note")
            ),
        ],
    )
    def test_by_the_kinds_of_its_sources(self, kind, listed):
        made = claim("c", findings=[found("2031-12-01", sources=["firm", "s"])])
        assert ids(shown(source("s", kind=kind), made).second_hand) == ["c"] * listed

    @pytest.mark.parametrize("read", ["quoted", "none"])
    def test_a_text_that_nobody_read_is_none(self, read):
        made = claim("c", findings=[found("2031-12-01", sources=["firm", "s"])])
        assert ids(shown(source("s", read=read), made).second_hand) == ["c"]

    def test_on_nothing_and_on_the_text_of_a_rule(self):
        text = source("text", kind="law")
        law = rule("r", "2031-01-01", text="text", sources=["firm"])
        computed = claim("a", findings=[found("2031-12-01", rules=["r"])])
        assert ids(shown(text, law, computed, claim("b", code="C02")).second_hand) == ["b"]


class TestStakes:
    """Much that hangs on little."""

    def test_the_more_hangs_on_it_the_earlier_it_stands(self):
        thin = event("thin", confidence="low", sources=["wire"]), event("thinner", sources=["page"], confidence="low")
        asked = question("p", events=["thinner"]), question("q", 2, events=["thin", "thinner"])
        assert [(one.record.id, one.count) for one in shown(*thin, *asked).stakes] == [("thinner", 2), ("thin", 1)]

    @pytest.mark.parametrize(
        ("confidence", "sources", "listed"),
        [
            *(("low", ["wire"], 1), ("medium", ["wire"], 0), ("medium", ["page"], 1), ("medium", ["unread"], 1)),
            *(("medium", ["page", "unread"], 1), ("medium", ["page", "wire"], 0)),
        ],
    )
    def test_what_is_thin(self, confidence, sources, listed):
        unread = source("unread", read="quoted")
        made = event("e", confidence=confidence, sources=sources)
        assert len(shown(unread, made, question("q", events=["e"])).stakes) == listed

    def test_what_nothing_hangs_on_is_no_stake(self):
        assert shown(event("e", confidence="low", sources=["wire"])).stakes == ()

    def test_a_claim_on_which_another_depends(self):
        low = claim("low", findings=[found("2031-12-01", confidence="low", sources=["wire"])])
        assert ids(one.record for one in shown(low, claim("d", code="C02", depends_on=["low"])).stakes) == ["low"]


def test_sources_that_were_not_read_by_how_many_name_them():
    sources = source("a", read="none"), source("b", read="none"), source("c", read="none"), source("d", read="quoted")
    events = event("e", sources=["a", "b", "d"]), event("f", sources=["b"])
    assert [(one.record.id, one.count) for one in shown(*sources, *events).unread] == [("b", 2), ("a", 1)]


def test_a_source_named_by_sources_alone_is_only_counted():
    found = shown(source("a", read="none"), source("b", "a"), source("c", read="none"), source("d", read="quoted"))
    assert (found.unread, found.unread_besides) == ((), 2)


def test_every_source_that_was_not_read_is_listed_or_counted():
    sources = [source(id, read="none") for id in ("a", "b", "c")]
    found = shown(*sources, event("e", sources=["b"]), source("d", "c"))
    assert (ids(one.record for one in found.unread), found.unread_besides) == (["b"], 2)


def test_what_is_expected():
    happened, due = event("e", sources=["wire"]), event("f", "2032-01", expected=True, sources=["wire"])
    assert ids(shown(happened, due).expected) == ["f"]


def test_what_was_looked_at_more_than_180_days_before_the_record_s_own_day():
    looked = {"old": "2031-05-01", "due": "2031-07-03", "fresh": "2031-07-04"}
    claims = [
        claim(id, code=f"C0{place}", findings=[found(day, sources=["wire"])])
        for place, (id, day) in enumerate(looked.items(), 1)
    ]
    read = rule("read", "2031-01-01", law_read_to="2031-06-01")
    due = [(one.record.id, one.day) for one in shown(*claims, read).due]
    assert due == [("old", "2031-05-01"), ("read", "2031-06-01"), ("due", "2031-07-03")]


class TestWithoutADayOfItsOwn:
    """What does not say when it was looked at was so when all were read again, or when its newest source came in."""

    SOURCES = source("early", date="2020-01-01"), source("due", date="2031-07"), source("fresh", date="2031-12-01")

    def days(self, *sources) -> list[str]:
        made = conflict("k", {"sources": list(sources)}, {"sources": ["gone"]})
        return [one.day for one in shown(*self.SOURCES, made).due]

    def test_all_were_read_again(self):
        assert self.days("early") == [REREAD] == [shown().reread]

    def test_a_newer_source(self):
        assert self.days("early", "fresh") == []

    def test_a_month_is_over_with_its_last_day(self):
        assert self.days("due") == []

    def test_kinds_that_state_no_facts(self):
        assert ids(one.record for one in shown(source("old", date="2020-01-01")).due) == []
