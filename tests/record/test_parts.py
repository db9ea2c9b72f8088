"""Parts of records: bounds, quantities, attributions, and what each of them refuses."""

from __future__ import annotations

import pytest
from law.made import TEXT, chip, rule
from made import actor, claim, conflict, event, found, last, report, source, step
from pydantic import TypeAdapter, ValidationError

from macros.record.actor import Interest, Relation
from macros.record.chip import Published, PublishedLink
from macros.record.claim import Attribution, ClaimFigure, Report
from macros.record.conflict import ConflictSide
from macros.record.event import Quantity
from macros.record.rule import (
    BOUNDS,
    QUANTITIES,
    Comparison,
    Duty,
    Effect,
    Exemption,
    Gate,
    Letter,
    LicenceException,
    LicenceRequirement,
    ReviewChange,
    Statement,
    ThresholdGroup,
)
from macros.record.source import SeedParagraph


def refused(model, fields) -> str:
    """What is wrong with a part, without pydantic's beginning."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_python(fields)
    return caught.value.errors()[0]["msg"].removeprefix("Value error, ")


class TestComparison:
    """Bounds."""

    @pytest.mark.parametrize("bound", BOUNDS)
    def test_one_bound(self, bound):
        assert Comparison(**{bound: 5}).bounds == ((bound, 5),)

    def test_bounds_stand_in_one_order(self):
        assert Comparison(at_most=4, below=3, above=2, at_least=1).bounds == (
            ("at_least", 1),
            ("above", 2),
            ("below", 3),
            ("at_most", 4),
        )

    def test_zero_is_a_bound(self):
        assert Comparison(above=0).bounds == (("above", 0),)

    @pytest.mark.parametrize("fields", [{}, {"above": None}])
    def test_none_is_refused(self, fields):
        assert refused(Comparison, fields) == "expected at_least, above, below or at_most"

    @pytest.mark.parametrize("limit", ["5", True, float("nan")])
    def test_a_bound_is_a_number(self, limit):
        assert refused(Comparison, {"above": limit})


def test_comparisons_of_a_group_stand_in_the_order_of_the_quantities():
    group = ThresholdGroup(
        paragraph="p", data_centre=True, **{name: {"above": number} for number, name in enumerate(reversed(QUANTITIES))}
    )
    assert [(name, comparison.above) for name, comparison in group.comparisons] == [
        ("total_processing_performance", 4),
        ("performance_density", 3),
        ("memory_bandwidth", 2),
        ("interconnect_bandwidth", 1),
        ("memory_and_interconnect", 0),
    ]
    assert ThresholdGroup(paragraph="p").comparisons == ()


GROUP = {"paragraph": "p", "memory_bandwidth": {"above": 1}}
REQUIREMENT = {"kind": "licence-requirement", "control": "c", "policy": "case-by-case", "paragraph": "p"}


class TestEffects:
    """What a rule does."""

    @pytest.mark.parametrize(
        "caught", [{"any_of": [GROUP]}, {"products": ["x"]}, {"any_of": [GROUP], "products": ["x"]}]
    )
    def test_a_measure_catches_something(self, caught):
        assert LicenceRequirement.model_validate(REQUIREMENT | caught)

    def test_a_measure_that_catches_nothing(self):
        assert refused(LicenceRequirement, REQUIREMENT) == "expected any_of or products"
        change = {"kind": "review-policy", "controls": ["c"], "policy": "case-by-case", "paragraph": "p"}
        assert refused(ReviewChange, change) == "expected any_of or products"

    def test_a_letter_reaches_something_and_may_leave_its_basis_out(self):
        letter = {"kind": "letter", "control": "l", "addressee": "x", "paragraph": None, "standing": "reported"}
        assert Letter.model_validate(letter | {"products": ["y"]}).paragraph is None
        assert refused(Letter, letter) == "expected any_of or products"
        assert refused(Letter, {name: value for name, value in letter.items() if name != "paragraph"})

    def test_a_change_of_policy_says_which(self):
        change = {"kind": "review-policy", "controls": ["c"], "products": ["x"], "paragraph": "p"}
        assert ReviewChange.model_validate(change | {"policy": "presumption-of-denial"})
        assert "not-stated" not in refused(ReviewChange, change | {"policy": "not-stated"})
        assert refused(ReviewChange, change | {"policy": "case-by-case", "controls": []})

    def test_a_duty_falls_on_figures(self):
        assert Duty.model_validate({"kind": "duty", "rate": 25, "any_of": [GROUP]}).rate == 25
        assert refused(Duty, {"kind": "duty", "rate": 25, "any_of": [GROUP], "products": ["x"]}) == (
            "products: a duty falls on items by their figures; expected any_of alone"
        )

    @pytest.mark.parametrize("kind", ["licence", "", None])
    def test_an_effect_of_no_kind(self, kind):
        assert "does not match any of the expected tags" in refused(Effect, {"kind": kind})

    def test_an_effect_begins_on_a_day(self):
        assert refused(LicenceRequirement, REQUIREMENT | {"products": ["x"], "effective": "2031-01"}) == (
            "'2031-01' is not a day; expected YYYY-MM-DD"
        )


class TestQuantity:
    """A number of chips."""

    MADE = {"kind": "ordered", "product": "x"}

    @pytest.mark.parametrize(
        ("given", "bounds"),
        [
            ({"value": 0}, (0, 0)),
            ({"value": 7}, (7, 7)),
            ({"above": 7}, (7, 7)),
            ({"at_most": 7}, (7, 7)),
            ({"below": 7}, (7, 7)),
            ({"low": 3, "high": 7}, (3, 7)),
        ],
    )
    def test_one_number_or_a_range(self, given, bounds):
        quantity = Quantity.model_validate(self.MADE | given)
        assert (quantity.given, quantity.bounds) == (given, bounds)

    def test_a_range_runs_upwards(self):
        assert refused(Quantity, self.MADE | {"low": 7, "high": 3}) == "low 7 lies above high 3"

    @pytest.mark.parametrize(
        "given",
        [
            {},
            {"low": 1},
            {"high": 1},
            {"value": 1, "above": 2},
            {"low": 1, "high": 2, "value": 1},
            {"above": 1, "below": 2},
        ],
    )
    def test_no_number_or_too_many(self, given):
        assert (
            refused(Quantity, self.MADE | given) == "expected one of value, above, at_most and below, or low and high"
        )

    @pytest.mark.parametrize("value", [-1, 1.5, "1", True])
    def test_chips_are_counted(self, value):
        assert refused(Quantity, self.MADE | {"value": value})


class TestOutcome:
    """What came of an expectation."""

    def test_only_of_what_is_expected(self):
        assert event("e", expected=True, outcome="not-read").outcome == "not-read"
        with pytest.raises(ValidationError, match="expected it with 'expected: true' alone"):
            event("e", outcome="not-read")


class TestSide:
    """An answer is given somewhere."""

    @pytest.mark.parametrize("fields", [{"sources": ["s"]}, {"events": ["e"]}])
    def test_in_a_source_or_an_event(self, fields):
        assert ConflictSide.model_validate({"answer": TEXT, "by": TEXT} | fields).answer.en == TEXT["en"]
        assert refused(ConflictSide, {"answer": TEXT, "by": TEXT, "sources": []}) == (
            "sources: expected a source or an event that has the answer"
        )


class TestAnnouncement:
    """The day of an announcement, or of a first mention, has a source."""

    def test_without_one(self):
        with pytest.raises(ValidationError, match="announced_sources: expected a source for the date"):
            chip(announced="2031", announced_sources=[])
        assert chip(announced=None, announced_sources=[]).announced is None

    def test_a_first_mention_without_one(self):
        with pytest.raises(ValidationError, match="first_known_sources: expected a source that knows the chip"):
            chip(announced=None, first_known="2031", first_known_sources=[])


class TestAttribution:
    """Who said it."""

    def test_only_anonymous_people_are_counted(self):
        assert Attribution.model_validate({"kind": "anonymous", "count": 2}).count == 2
        assert Attribution.model_validate({"kind": "named"}).count is None
        assert refused(Attribution, {"kind": "named", "count": 2}) == (
            "count is the number of anonymous people; expected kind: anonymous"
        )

    @pytest.mark.parametrize("count", [0, -1, "2"])
    def test_a_count_is_of_people(self, count):
        assert refused(Attribution, {"kind": "anonymous", "count": count})


class TestReport:
    """A station of a claim."""

    @pytest.mark.parametrize("fields", [{"drift": "added"}, {"certainty": "high"}])
    def test_drift_and_certainty_go_together(self, fields):
        assert refused(Report, report("x", **fields)) == "expected drift and certainty together, or neither"

    def test_both_or_neither(self):
        assert Report.model_validate(last()).drift == "faithful"
        assert Report.model_validate(report("x")).certainty is None

    def test_nothing_taken_is_something_else_than_not_said(self):
        assert Report.model_validate(report("x", taken_from=[])).taken_from == ()
        assert Report.model_validate(report("x")).taken_from is None


class TestInterest:
    """What an actor wants."""

    @pytest.mark.parametrize("basis", ["stated", "reported"])
    def test_what_is_known_has_a_source(self, basis):
        assert Interest.model_validate({"basis": basis, "text": TEXT, "sources": ["x"]}).basis == basis
        assert refused(Interest, {"basis": basis, "text": TEXT}) == (
            "sources: expected at least one source for an interest that is stated or reported"
        )

    def test_what_is_not_stated_needs_none(self):
        assert Interest.model_validate({"basis": "not-stated", "text": TEXT}).sources == ()


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Published, {"value": 1, "standing": "verified", "sources": []}),
        (Relation, {"type": "cites", "to": "x", "sources": []}),
        (ClaimFigure, {"value": 1, "unit": TEXT, "comparison": "roughly"}),
        (Gate, {"id": "g", "paragraph": "p", "kind": "product", "text": TEXT, "standing": "verified", "sources": []}),
        (Exemption, {"text": TEXT, "standing": "verified", "sources": []}),
        (LicenceException, {"kind": "licence-exception", "exception": "NAC", "paragraph": "p", "admits": []}),
        (Statement, {"kind": "statement", "products": [], "text": TEXT}),
        (SeedParagraph, {"sha256": "0" * 63}),
        (SeedParagraph, {"sha256": "G" * 64}),
    ],
    ids=[
        "a figure",
        "a relation",
        "a number of the article",
        "a gate",
        "an exemption",
        "an exception",
        "a statement",
        "a short hash",
        "no hash",
    ],
)
def test_what_lacks_its_ground_is_refused(model, fields):
    assert refused(model, fields)


@pytest.mark.parametrize(
    "make",
    [
        lambda: step("x", sources=[]),
        lambda: step("x", date="2031-01"),
        lambda: step("x", 0),
        lambda: conflict("x", {}),
        lambda: rule("x", None, sources=[]),
        lambda: rule("x", None, jurisdiction="eu"),
        lambda: event("x", None),
        lambda: source("x", publisher="No Id"),
        lambda: source(""),
        lambda: actor("x", kind="firm"),
        lambda: actor("x", more=1),
        lambda: chip(id="x", announced="soon"),
        lambda: claim("x", findings=[found("2031-02")]),
    ],
)
def test_a_record_that_lacks_something_is_refused(make):
    with pytest.raises(ValidationError):
        make()


class TestClaim:
    """The finding that stands, and the article's own report."""

    def test_the_newest_finding_and_the_last_report_count(self):
        made = claim(
            "x",
            report("wire"),
            reports=[report("wire"), last(3, "added")],
            findings=[found("2031-01-01"), found("2031-02-01")],
        )
        assert (made.finding.date, made.paragraph, made.drift) == ("2031-02-01", 3, "added")
        assert made.article_report.source == "article"

    @pytest.mark.parametrize("code", ["C1", "C001", "C010", "c01", "D01", "C0x", "C01 x", "C٠١"])
    def test_a_code_has_two_digits_or_more_without_a_nought_before_them(self, code):
        with pytest.raises(ValidationError):
            claim("x", code=code)

    @pytest.mark.parametrize("fields", [{"reports": []}, {"findings": []}])
    def test_a_claim_has_a_report_and_a_finding(self, fields):
        with pytest.raises(ValidationError):
            claim("x", **fields)


class TestFigures:
    """A figure lies in the range of its quantity."""

    SEEN = {"standing": "verified", "sources": ["x"]}

    @pytest.mark.parametrize("value", [0, -1, 0.009])
    def test_what_a_chip_has_is_more_than_nothing(self, value):
        assert refused(Published, self.SEEN | {"value": value}) == "Input should be greater than or equal to 0.01"

    def test_but_it_may_have_no_link(self):
        assert PublishedLink.model_validate(self.SEEN | {"value": 0}).value == 0
        assert refused(PublishedLink, self.SEEN | {"value": -1}) == "Input should be greater than or equal to 0"
