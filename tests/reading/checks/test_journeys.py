"""Journeys: the reports of a claim, and what can be known of texts that nobody saw."""

from __future__ import annotations

import pytest
from made import actor, article, claim, last, report, source, words
from reading.checks.checking import problems

from macros.reading.checks.journeys import drift_from_unseen, journeys, seen_nowhere, unseen_texts


class TestJourneys:
    """The reports of a claim."""

    ARTICLE = article(date="2031-01-03", paragraphs=2)
    OTHERS = (
        source("wire", date="2031-01-02"),
        source("blog", date="2031-01-03"),
        source("month", date="2031-01"),
        source("undated", date=None),
    )

    def said(self, *reports, sources=(ARTICLE, *OTHERS)) -> list[str]:
        return problems(journeys, claim("x", reports=list(reports)), *sources)

    def test_a_journey_that_is_right(self):
        assert self.said(report("wire"), report("blog", taken_from=["wire"]), last(2)) == []

    @pytest.mark.parametrize(
        "end",
        [
            report("wire", locator={"paragraph": 1}, drift="faithful", certainty="high"),
            report("article", drift="faithful", certainty="high"),
            report("article", locator={"paragraph": 1}),
        ],
        ids=["another source", "no locator", "no drift"],
    )
    def test_it_ends_in_the_article(self, end):
        assert self.said(end) == ["f:1: reports: expected the last report to be 'article', with locator and drift"]

    @pytest.mark.parametrize(("paragraph", "wrong"), [(1, False), (2, False), (3, True)])
    def test_in_a_paragraph_that_exists(self, paragraph, wrong):
        expected = f"f:1: reports.0.locator.paragraph: paragraph {paragraph} does not exist; the article has 2"
        assert self.said(last(paragraph)) == [expected] * wrong

    def test_without_the_article_no_paragraph_can_be_checked(self):
        assert self.said(last(3), sources=()) == []

    def test_oldest_first(self):
        assert self.said(report("blog"), report("undated"), report("wire"), last()) == [
            "f:1: reports.2.source: 'wire' is of 2031-01-02, before the report above it; expected oldest first"
        ]

    def test_dates_that_do_not_decide_are_no_mistake(self):
        assert self.said(report("wire"), report("month"), last(), sources=(*self.OTHERS, article(date="2031"))) == []

    def test_what_is_taken_stands_above(self):
        second = report("undated", taken_from=["wire", "article"])
        assert self.said(report("wire", taken_from=["blog"]), second, last(taken_from=["nobody"])) == [
            "f:1: reports.0.taken_from: 'blog' is not among the reports above; expected one of none",
            "f:1: reports.1.taken_from: 'article' is not among the reports above; expected one of wire",
            "f:1: reports.2.taken_from: 'nobody' is not among the reports above; expected one of wire, undated",
        ]

    def test_a_report_does_not_take_from_itself(self):
        assert self.said(last(taken_from=["article"])) == [
            "f:1: reports.0.taken_from: 'article' is not among the reports above; expected one of none"
        ]

    def test_other_kinds_make_no_journey(self):
        assert problems(journeys, actor("a")) == []


class TestUnseenTexts:
    """Of an unseen text nothing is known but that it is there."""

    def said(self, **fields) -> list[str]:
        unseen = {"source": "blog", "seen": "not-seen", "attribution": {"kind": "unknown"}} | fields
        return [
            problem.removeprefix("f:1: reports.1.")
            for problem in problems(unseen_texts, claim("c", report("wire"), unseen))
        ]

    def test_what_is_right(self):
        assert self.said() == []
        assert self.said(note=words("Known from its translation."), drift="undetermined", certainty="low") == []

    @pytest.mark.parametrize("attribution", [{"kind": "none"}, {"kind": "named"}])
    def test_nobody_knows_whom_it_names(self, attribution):
        assert self.said(attribution=attribution) == [
            "attribution: the text was not seen; expected kind: unknown alone"
        ]

    @pytest.mark.parametrize("drift", ["faithful", "added", "strengthened"])
    def test_nor_what_it_did_to_the_claim(self, drift):
        assert self.said(drift=drift, certainty="low") == [
            f"drift: the text was not seen; '{drift}' cannot be known; expected undetermined"
        ]

    @pytest.mark.parametrize(
        ("note", "language"),
        [
            ({"en": "It says “soon”.", "ar": "يقول ذلك"}, "en"),
            ({"en": 'It says "soon".', "ar": "يقول ذلك"}, "en"),
            ({"en": "It says ‘soon’.", "ar": "يقول ذلك"}, "en"),
            ({"en": "It says 'soon'.", "ar": "يقول ذلك"}, "en"),
            ({"en": "It says „soon“.", "ar": "يقول ذلك"}, "en"),
            ({"en": "It says ‹soon›.", "ar": "يقول ذلك"}, "en"),
            ({"en": "It says 「soon」.", "ar": "يقول ذلك"}, "en"),
            ({"en": "x", "ar": "يقول ”قريبًا“."}, "ar"),
            ({"en": "x", "ar": "يقول ‘قريبًا’."}, "ar"),
            ({"en": "x", "ar": "يقول ‹قريبًا›."}, "ar"),
            ({"en": "x", "ar": "يقول «قريبًا»."}, "ar"),
        ],
    )
    def test_nor_its_words(self, note, language):
        assert self.said(note=note) == [f"note.{language}: the text was not seen; expected no quotation from it"]

    def test_an_apostrophe_quotes_nothing(self):
        assert self.said(note=words("The firms' chips aren’t in what was read.")) == []

    def test_a_text_that_was_seen_may_have_all_that(self):
        note = words("It says “soon”.")
        for seen in ("direct", "machine-translation", "summary"):
            told = report("wire", seen=seen, note=note, drift="faithful", certainty="low")
            assert problems(unseen_texts, claim("c", told)) == []
        assert problems(unseen_texts, actor("a")) == []


class TestSeenNowhere:
    """A passage was seen in a text that was read."""

    WORLD = (source("unread", read="none"), source("quoted", read="quoted"), source("read", read="partial"))

    def said(self, **fields) -> list[str]:
        made = claim("c", report(fields.pop("source", "unread"), **fields))
        return [problem.removeprefix("f:1: reports.0.") for problem in problems(seen_nowhere, made, *self.WORLD)]

    @pytest.mark.parametrize("fields", [{}, {"seen": "direct"}])
    def test_directly_in_a_text_that_was_not(self, fields):
        assert self.said(**fields) == [
            "seen: direct, but 'unread' was not read; expected not-seen, or summary or machine-translation with "
            "'seen_in'"
        ]
        assert self.said(source="quoted", **fields) == self.said(source="read", **fields) == []

    def test_in_a_summary_of_nobody(self):
        assert self.said(seen="summary") == ["seen_in: a summary; expected the sources in which it was seen"]

    def test_in_a_summary_that_was_not_read(self):
        assert self.said(seen="summary", seen_in=["read", "unread"]) == [
            "seen_in.1: 'unread' was not read; expected another source, that was read"
        ]
        assert self.said(seen="summary", seen_in=["read"]) == []
        assert self.said(seen="machine-translation", seen_in=["read"]) == []

    def test_translated_by_nobody_knows_whom(self):
        assert self.said(seen="machine-translation") == [
            "seen: machine-translation, but 'unread' was not read; expected not-seen, or summary or "
            "machine-translation with 'seen_in'"
        ]
        assert self.said(source="read", seen="machine-translation") == []

    def test_in_itself(self):
        assert self.said(source="read", seen="summary", seen_in=["read"]) == [
            "seen_in.0: 'read' is the report itself; expected another source, that was read"
        ]

    def test_what_was_not_seen_was_seen_nowhere(self):
        assert self.said(seen="not-seen", seen_in=["unread"]) == []
        assert problems(seen_nowhere, actor("a")) == []


class TestDriftFromUnseen:
    """What nobody saw cannot be compared."""

    WORLD = (article("blog"), source("blog", "wire"), source("wire"), source("rival"))
    UNSEEN = {"seen": "not-seen", "attribution": {"kind": "unknown"}}

    def said(self, *reports, drift="added", **fields) -> list[str]:
        made = claim("c", reports=[*reports, last(drift=drift, **fields)])
        return [problem.partition(": ")[2] for problem in problems(drift_from_unseen, made, *self.WORLD)]

    @pytest.mark.parametrize("drift", ["faithful", "added", "strengthened", "distorted"])
    def test_an_original_that_nobody_saw(self, drift):
        unseen = report("blog", taken_from=[], **self.UNSEEN)
        assert self.said(unseen, drift=drift) == [
            f"reports.1.drift: '{drift}', but nobody saw the original, 'blog'; expected undetermined, or how it was "
            "seen"
        ]
        assert self.said(unseen, drift="undetermined") == []

    def test_a_text_beside_it_is_no_original(self):
        assert len(self.said(report("rival"), report("blog", taken_from=[], **self.UNSEEN))) == 1

    def test_behind_an_unseen_text_the_original_was_seen(self):
        assert self.said(report("wire"), report("blog", **self.UNSEEN)) == []

    def test_one_of_two_originals_was_seen(self):
        both = {"taken_from": ["rival", "wire"]}
        assert self.said(report("rival"), report("wire", **self.UNSEEN), **both) == []
        assert len(self.said(report("rival", **self.UNSEEN), report("wire", **self.UNSEEN), **both)) == 1

    def test_the_way_leads_over_texts_that_the_claim_does_not_list(self):
        assert self.said(report("wire")) == []
        assert len(self.said(report("wire", **self.UNSEEN))) == 1

    def test_nothing_lies_behind_it(self):
        assert self.said(taken_from=[]) == [
            "reports.0.drift: 'added', but nobody saw the original, since nothing lies behind it; expected "
            "undetermined, or how it was seen"
        ]
        assert problems(drift_from_unseen, actor("a")) == []
