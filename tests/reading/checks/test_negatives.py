"""Negatives: what is denied is denied of what was read, of what was searched, or by somebody."""

from __future__ import annotations

import pytest
from law.made import TEXT, says
from law.made import rule as made_rule
from made import claim, conflict, event, found, question, words
from reading.checks.checking import problems

from macros.reading.checks.negatives import BOUNDS, denials, unbounded_negatives


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No order was placed.", "en"),
        ("None was delivered.", "en"),
        ("Nothing is official.", "en"),
        ("Neither firm confirmed it.", "en"),
        ("Nobody is named.", "en"),
        ("The rule is old, and no repeal was found.", "en"),
        ("There are talks, but no firm has yet been announced.", "en"),
        ("The letter was never published.", "en"),
        ("Its text has not been published.", "en"),
        ("The maker has published none.", "en"),
        ("لم يُعثر على إشعار.", "ar"),
        ("ولم تُنشر الرسالة.", "ar"),
        ("لم يصدر قرار.", "ar"),
        ("ولا دليل على ذلك.", "ar"),
        ("لا توجد صفقة.", "ar"),
        ("ليس ثمة قرار.", "ar"),
    ],
)
class TestDenials:
    """A sentence that denies something of the world."""

    def test_is_found_among_others(self, text, language):
        other = "It rained." if language == "en" else "هطل المطر."
        assert list(denials(f"{other} {text} {other}", language)) == [text]

    def test_passes_with_any_accepted_form(self, text, language):
        for form in BOUNDS[language]:
            assert list(denials(f"{text[:-1]} {form}.", language)) == [], form

    def test_a_form_in_another_sentence_does_not_bound_it(self, text, language):
        for form in BOUNDS[language]:
            assert list(denials(f"{form}. {text} {form}.", language)) == [text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No. 27 of the list names it.", "en"),
        ("No: the rule is older.", "en"),
        ("The chip gains nothing in size and, on the one measurement found, a little in speed.", "en"),
        ("It is not known which of the two holds.", "en"),
        ("No notice was found in the copies read.", "en"),
        ("Reuters says that no halt was ordered.", "en"),
        ("يُعثر على الرقم في الصفحة.", "ar"),
        ("لم يُعثر على إشعار في ما قُرئ من نسخ.", "ar"),
        ("وقالت رويترز إنه لم يصدر أمر.", "ar"),
    ],
)
def test_what_is_no_denial_of_the_world(text, language):
    assert list(denials(text, language)) == []


def test_a_word_inside_another_is_no_bound():
    assert list(denials("No rule was ready.", "en")) == ["No rule was ready."]


class TestOwnWords:
    """The dossier's own words are looked at, those of laws and of others are not."""

    NO = {"en": "None was found.", "ar": "لم يُعثر على شيء."}

    @pytest.mark.parametrize(
        ("made", "place"),
        [
            (event("e", summary=NO), "summary"),
            (claim("c", findings=[found(note=NO)]), "findings.0.note"),
            (conflict("c", reading=NO), "reading"),
            (question("q", answer=NO), "answer"),
            (made_rule("r", "2031-01-01", notes=[TEXT, NO]), "notes.1"),
        ],
        ids=["event", "finding", "conflict", "question", "rule"],
    )
    def test_in_each_language(self, made, place):
        said = [problem.partition(" denies")[0] for problem in problems(unbounded_negatives, made)]
        assert said == [f"f:1: {place}.en: “{self.NO['en']}”", f"f:1: {place}.ar: “{self.NO['ar']}”"]

    def test_what_was_expected_is_said(self):
        (first, _) = problems(unbounded_negatives, event("e", summary=self.NO))
        assert first.endswith(
            'denies without a bound; expected what was read or searched, as in "in the copies read", or who says so'
        )

    @pytest.mark.parametrize(
        "made",
        [
            event("e", title=NO),
            claim("c", statement=NO),
            conflict("c", {"answer": NO}, {}),
            made_rule("r", "2031-01-01", says("x") | {"text": NO}),
            made_rule("r", "2031-01-01", changed=NO),
        ],
        ids=["title", "the article's statement", "an answer in a dispute", "what a rule says", "what a rule changed"],
    )
    def test_not_elsewhere(self, made):
        assert problems(unbounded_negatives, made) == []


def test_each_language_is_judged_by_itself():
    made = event("e", summary=words("None was found in the copies read.") | {"ar": "لم يُعثر على شيء."})
    assert [problem.split(":")[2].strip() for problem in problems(unbounded_negatives, made)] == ["summary.ar"]
