"""Each figure on a dossier that lacks what it shows, and the questions that the made-up world does not ask."""

from __future__ import annotations

from datetime import date

import pytest
from law.made import TEXT, chip, duty, needs, rule
from made import actor, article, claim, event, report, source, step, view, words

from macros.figures import chain, gap, ladder, periods, quantities, ratios, relations, timeline
from macros.figures.catalogue import FIGURES
from macros.figures.labels import Logarithmic
from macros.record.actor import RelationType
from macros.record.shared import Side

FIRST = date(2029, 1, 1)
"""A day before all rules."""

LINE = needs("c", total_processing_performance={"at_least": 4000})
CHIP = chip(id="q", int8=600, memory_bandwidth=5)
RATIO = {"ratio": {"value": 6, "unit": TEXT, "comparison": "about"}}
TWO = {"about": {"chips": ["q", "z"]}, "figures": RATIO}
ZERO = {"kind": "ordered", "product": "q", "value": 0}

NOTHING = {
    "gap without chips": ("gap", [rule("r", "2031-01-01", LINE)]),
    "gap without a line": ("gap", [CHIP, rule("r", "2031-01-01", duty("b", memory_bandwidth={"above": 1}))]),
    "gap before the line": ("gap", [CHIP, rule("r", "2031-06-02", LINE)]),
    "gap before its chips": ("gap", [CHIP.model_copy(update={"announced": "2031-07"}), rule("r", "2031-01-01", LINE)]),
    "periods without chips": ("periods", [rule("r", "2031-01-01", LINE, opens_period=TEXT)]),
    "periods without periods": ("periods", [CHIP, rule("r", "2031-01-01", LINE)]),
    "six-times without a claim": ("six-times", [CHIP]),
    "six-times without a measure": ("six-times", [claim("c", **TWO), CHIP, chip(id="z", memory_capacity=5)]),
    "chain without claims": ("chain", [article()]),
    "relations without one": ("relations", [actor("a")]),
    "timeline without events": ("timeline", [rule("r", "2031-01-01")]),
    "timeline by years": ("timeline", [event("e", 2031), rule("r", "2031-02-01")]),
    "ladder without steps": ("ladder", []),
    "quantities without one": ("quantities", [event("e")]),
    "quantities of none": ("quantities", [event("e", quantities=[ZERO]), CHIP]),
}


@pytest.mark.parametrize(("name", "records"), NOTHING.values(), ids=NOTHING)
def test_without_what_it_shows_there_is_no_figure(name, records):
    assert FIGURES[name](view(*records)) is None


def test_the_figures_by_name():
    assert list(FIGURES) == ["gap", "periods", "six-times", "chain", "relations", "timeline", "ladder", "quantities"]


def values(chart) -> list[tuple]:
    """The lines of a figure's table."""
    return [row.values for row in chart.rows]


def marks(chart, kind: str) -> list[list[dict]]:
    """The marks of a kind, layer by layer."""
    return [layer["data"]["values"] for layer in chart.surface.layers if layer["mark"]["type"] == kind]


class TestGap:
    """Chips among the regions of the rules in force."""

    RULE = rule(
        "r", "2031-01-01", LINE, duty("b", total_processing_performance={"above": 5000}, memory_bandwidth={"above": 4})
    )

    def test_chips_that_no_source_knows_yet_are_left_out(self):
        later = chip(id="later", announced="2031-06-02", int8=700, memory_bandwidth=9)
        assert [row[0] for row in values(gap.chart(view(CHIP, later, self.RULE)))] == ["Made up"]
        assert len(values(gap.chart(view(CHIP, later, self.RULE, day=date(2031, 6, 2))))) == 2

    def test_a_chip_that_is_not_exported_from_the_us_has_a_status_of_its_own_and_no_band(self):
        foreign = chip(id="f", int8=1000, memory_bandwidth=9, exported_from_us=False)
        found = gap.chart(view(CHIP, foreign, self.RULE))
        assert [(row[3], row[4], row[5]) for row in values(found)] == [
            ("Presumption of denial", "x", None),
            ("Not exported from the US", None, None),
        ]
        assert found.keys[-3].label == "Not exported from the US"

    def test_who_is_held_and_who_is_taxed(self):
        taxed = chip(id="t", int8=1000, memory_bandwidth=9).model_copy(update={"short_name": "T1"})
        free = chip(id="z", int8=10, memory_bandwidth=9).model_copy(update={"short_name": "Z1"})
        found = gap.chart(view(CHIP, taxed, free, self.RULE))
        assert "In a band of the import duty: T1." in found.alternative
        assert "Presumption of denial: Made up, T1. " in found.alternative.replace("No licence needed: Z1. ", "")
        assert [row[5] for row in values(found)] == [None, "b", None]

    def test_only_lines_on_the_scale_are_drawn(self):
        """Those on its ends as well."""
        dense, (low, high) = {"performance_density": {"above": 1}}, (1350 / 1.35, 4800 * 1.35)
        lines = [
            needs(f"d{line}", total_processing_performance={"above": line}, **dense)
            for line in (low - 1, low, 2000, high, high + 1)
        ]
        slow = chip(id="s", int8=1350 / 8, memory_bandwidth=5)
        dashed, control = marks(gap.chart(view(slow, CHIP, rule("r", "2031-01-01", LINE, *lines))), "rule")
        assert [mark["x"] for mark in dashed] == [low, 2000, high] and [mark["x"] for mark in control] == [4000]

    def test_one_region_of_cases_is_named(self):
        low, high = ({"total_processing_performance": {"at_least": start}} for start in (4000, 6000))
        made = rule("r", "2031-01-01", LINE, needs("d", "case-by-case", **low), needs("e", "case-by-case", **high))
        names = [mark["text"] for layer in marks(gap.chart(view(CHIP, made)), "text") for mark in layer]
        assert names.count("Case by case") == 1

    def test_axes_have_the_round_numbers_within_them(self):
        """Bandwidth reaches from 200 to 500."""
        slow, fast = chip(id="s", int8=600, memory_bandwidth=270), chip(id="f", int8=600, memory_bandwidth=1000 / 3)
        drawing = gap.chart(view(slow, fast, rule("r", "2031-01-01", LINE))).surface
        assert (drawing.y["axis"]["values"], drawing.x["axis"]["values"]) == ([200, 500], [5000])


class TestGapLabels:
    """Labels in a figure of 720 by 520 with scales of a hundred pixels a power of ten; "word" is 25.6 by 13."""

    X, Y = Logarithmic(1, 10**7.2, 720), Logarithmic(1, 10**5.2, 520)

    def placed(self, across: float, down: float, *lines: float, bands=()) -> tuple[float, float]:
        """Where the label of a point at a pixel stands, with lines at pixels; the first is the control line."""

        def point(pixel: float, down: float) -> tuple[float, float]:
            return 10 ** (pixel / 100), 10 ** ((520 - down) / 100)

        marks = [
            dict(zip(("x", "y", "x2", "y2"), (*point(left, bottom), *point(right, top)), strict=True))
            for left, top, right, bottom in bands
        ]
        limits = [10 ** (line / 100) for line in lines]
        (label,) = gap._labels(self.X, self.Y, [(*point(across, down), "word")], limits, marks)
        assert label["text"] == "word"
        return self.X.position(label["x"]), 520 - self.Y.position(label["y"])

    def test_beside_its_point(self):
        assert self.placed(200, 220, 700) == pytest.approx((220.8, 220))

    @pytest.mark.parametrize(("line", "free"), [(206.9, True), (207.1, False), (234.5, False), (234.7, True)])
    def test_a_line_is_two_pixels_wide(self, line, free):
        assert (self.placed(200, 220, 700, line) == pytest.approx((220.8, 220))) is free

    @pytest.mark.parametrize(
        ("band", "free"),
        [
            ((230, 210, 300, 230), False),
            ((100, 210, 210, 230), False),
            ((234, 210, 300, 230), True),
            ((208, 227, 300, 250), True),
            ((208, 226, 300, 250), False),
            ((208, 100, 300, 213), True),
            ((208, 100, 300, 214), False),
        ],
    )
    def test_a_band_is_kept_free(self, band, free):
        assert (self.placed(200, 220, 700, bands=[band]) == pytest.approx((220.8, 220))) is free

    @pytest.mark.parametrize(
        ("down", "line", "free"), [(26.4, 100, False), (27, 100, True), (15, 100, False), (15, 240, True)]
    )
    def test_the_head_beyond_the_control_line_is_kept_free(self, down, line, free):
        assert (self.placed(200, down, line) == pytest.approx((220.8, down))) is free

    def test_up_to_the_edges(self):
        """To the left of a line there is room down to the first pixel, and above up to the first."""
        assert self.placed(34.1, 220, 700, 45) == pytest.approx((13.3, 220))
        assert self.placed(200, 7, 700) == pytest.approx((220.8, 7))


class TestPeriods:
    """What moved in each period."""

    RULES = (
        rule("one", "2030-01-01", LINE, opens_period=words("2030: the first")),
        rule(
            "two", "2031-01-01", needs("c", total_processing_performance={"at_least": 9000}), opens_period=words("2031")
        ),
    )

    def test_a_chip_that_is_freed_moved_by_the_rule_that_freed_it(self):
        found = periods.chart(view(CHIP, *self.RULES))
        assert values(found) == [
            ("2030-01-01", "Made up", "No licence needed", "Presumption of denial", "x"),
            ("2031-01-01", "Made up", "Presumption of denial", "No licence needed", "x"),
        ]

    def test_a_chip_that_a_name_alone_caught_and_nothing_frees(self):
        """Then the rule before is told, for after there is none."""
        named = rule("one", "2030-01-01", needs("c", products=["q"]), opens_period=TEXT, short_title=words("names"))
        other = rule("two", "2031-01-01", needs("c", products=["x"]), opens_period=TEXT)
        assert [row[4] for row in values(periods.chart(view(CHIP, named, other)))] == ["names", "names"]

    def test_a_period_of_the_future_is_drawn_as_of_its_first_day(self):
        """Of two lines the second lies beyond the chips, and so outside its picture."""
        beyond = [mark["x"] for layer in marks(periods.chart(view(CHIP, *self.RULES)), "rule") for mark in layer]
        future = [
            mark["x"] for layer in marks(periods.chart(view(CHIP, *self.RULES, day=FIRST)), "rule") for mark in layer
        ]
        assert beyond == future == pytest.approx([44.742], abs=0.001)

    def test_without_a_control_line_none_is_drawn(self):
        tiny = chip(id="q", int8=1 / 8, memory_bandwidth=5)
        made = rule("r", "2031-01-01", needs("c", "case-by-case", memory_bandwidth={"above": 1}), opens_period=TEXT)
        assert marks(periods.chart(view(tiny, made)), "rule") == []

    def test_the_ground_of_a_region_ends_where_the_region_does(self):
        """Of a picture of 170 from 58 on, a region from the middle of its scale up takes the upper half."""
        chips = chip(id="a", int8=600, memory_bandwidth=1.35), chip(id="b", int8=600, memory_bandwidth=400 / 1.5)
        caught = needs("c", memory_bandwidth={"at_least": 20})
        found = periods.chart(view(*chips, rule("r", "2031-01-01", caught, opens_period=TEXT)))
        ground, region = marks(found, "rect")[0]
        assert (ground["y"], ground["y2"]) == (58, 228) and (ground["x"], ground["x2"]) == (0, 228)
        assert (region["y"], region["y2"]) == pytest.approx((58, 143)) and (region["x"], region["x2"]) == (0, 228)

    def test_a_line_at_either_end_of_the_scale_is_drawn(self):
        chips = chip(id="a", int8=1350 / 8, memory_bandwidth=1), chip(id="b", int8=2000 / 8, memory_bandwidth=1)
        for line, x in ((1350 / 1.35, 0), (2000 * 1.35, 228)):
            made = rule(
                "r", "2031-01-01", needs("c", total_processing_performance={"at_least": line}), opens_period=TEXT
            )
            (((mark,),)) = marks(periods.chart(view(*chips, made)), "rule")
            assert mark["x"] == pytest.approx(x) and (mark["y"], mark["y2"]) == (58, 228)


class TestRatios:
    """Two chips against what the article says."""

    def chart(self, said: float, *more: str):
        figures = {"ratio": RATIO["ratio"] | {"value": said}}
        chips = [chip(id="q", fp16=10, memory_bandwidth=8, memory_capacity=3), chip(id="z", fp16=5, memory_bandwidth=1)]
        return ratios.chart(view(claim("c", about={"chips": ["q", "z", *more]}, figures=figures), *chips, chip(id="x")))

    def test_only_what_both_publish_whatever_else_the_claim_is_about(self):
        assert [row[0] for row in values(self.chart(6, "x"))] == [
            "What the article says",
            "Total processing performance",
            "FP16 rate",
            "Memory bandwidth",
        ]

    @pytest.mark.parametrize(("said", "edge", "longest"), [(6, 547.5, 660), (16, 660, 435)])
    def test_the_longest_bar_or_what_is_said_fills_the_figure(self, said, edge, longest):
        found = self.chart(said)
        assert max(bar["x2"] for bar in marks(found, "rect")[0]) == longest
        assert marks(found, "rule")[1][0]["x"] == edge


class TestChain:
    """The ways of claims, column by column."""

    def test_a_claim_of_the_article_alone_begins_there(self):
        found = chain.chart(view(article(), claim("c")))
        assert values(found) == [] and "was found behind the rewrite: 0." in found.alternative
        assert (found.surface.width, found.surface.height) == (148 + 4 + 76, 43)

    def test_claims_that_begin_with_the_rewrite_are_counted(self):
        sources = source("wire"), source("rewrite"), article()
        begun = claim("a", report("rewrite")), claim("b", report("wire"), report("rewrite"), code="C02")
        assert "was found behind the rewrite: 1." in chain.chart(view(*sources, *begun)).alternative

    SOURCES = source("wire"), source("blog"), source("rewrite"), article()

    def width(self, *claims) -> int:
        """The width of the figure: four columns of 148, 4 between them or 80 where lines bend, and 76 for the name."""
        return chain.chart(view(*self.SOURCES, *claims)).surface.width

    def test_columns_stand_near_each_other_where_no_line_bends(self):
        one, other = (claim(id, report("wire"), report("rewrite"), code=f"C0{id}") for id in "12")
        straight = claim("3", report("wire"), code="C03")
        assert self.width(one, other) == self.width(one, straight) == 3 * (148 + 4) + 76

    def test_and_apart_where_one_does(self):
        one = claim("1", report("blog"), report("rewrite"), code="C01")
        other = claim("2", report("wire"), report("rewrite"), code="C02")
        assert self.width(one, other) == 3 * 148 + 4 + 80 + 4 + 76


class TestRelations:
    """Who does what to whom."""

    def related(self, id: str, side: str, *to: str, type: str = "cites"):
        return actor(id, side=side, relations=[{"type": type, "to": end, "sources": ["s"]} for end in to])

    def test_every_type_has_one_group(self):
        types = [type for group in relations.GROUPS.values() for type in group]
        assert sorted(types) == sorted(RelationType) and set(relations.MARKS) == set(relations.GROUPS)

    def test_a_column_has_the_abbreviation_if_its_name_gives_one(self):
        named = actor("b", name=words("Bureau of Boxes (BOX)"))
        tops = marks(relations.chart(view(self.related("a", "us", "b", "c"), named, actor("c"))), "text")[1]
        assert [mark["text"] for mark in tops] == ["BOX", "name of c"]

    def test_actors_of_a_side_stand_together(self):
        found = relations.chart(
            view(self.related("a", "us", "b", "c"), self.related("b", "media", "a"), actor("c", side="us"))
        )
        assert [row[0] for row in values(found)] == ["name of a", "name of a", "name of b"]
        across, tops = marks(found, "rule"), marks(found, "text")[1]
        assert [mark["text"] for mark in tops] == ["name of a", "name of c", "name of b"]
        assert [mark["y"] for mark in across[0]] == [190 + 18] and [mark["x"] for mark in across[1]] == [290 + 36]


class TestTimeline:
    """Events and measures on their lanes."""

    def chart(self, *days: str, others=()):
        events = [event(f"e{number}", day) for number, day in enumerate(days)]
        return timeline.chart(view(*events, *others))

    def test_the_lanes_hold_every_side(self):
        assert sorted(side for sides in timeline.LANES.values() for side in sides) == sorted(Side)

    def test_from_the_first_to_the_last(self):
        assert self.chart("2031-01-15", "2031-02-01", "2031-02-03").title == (
            "From 15 January 2031 to 3 February 2031: most events fall in February 2031"
        )

    def test_measures_count_from_the_first_event_on_and_bills_do_not(self):
        others = [
            rule("before", "2031-01-14"),
            rule("on", "2031-01-15"),
            rule("undated", None),
            rule("bill", "2031-01-20", pending=True),
            rule("known", None, published="2031-01-21"),
        ]
        found = self.chart("2031-01-15", "2031-02-01", others=others)
        assert [row.record.id for row in found.rows] == ["e0", "on", "known", "e1"]
        assert "Events: 2; measures: 2." in found.alternative

    def test_marks_of_one_place_are_piled_up(self):
        (points,) = marks(self.chart("2031-01-01", "2031-01-01", "2031-01-02"), "point")
        assert [mark["x"] for mark in points] == [15, 15, 715]
        assert points[0]["y"] - points[1]["y"] == 10 and points[0]["y"] == points[2]["y"]

    def test_lanes_without_marks_are_one_mark_high(self):
        found = self.chart("2031-01-01", "2031-01-01", "2031-01-02")
        base = [mark["y"] for mark in marks(found, "rule")[0]]
        assert base == [80, 118, 166, 204], "from the head of 48: 22 for the name, 10 a mark, 6 between"
        assert found.surface.height == 204 + 6 + 22

    @pytest.mark.parametrize(
        ("first", "end", "ticks"),
        [
            ("2031-01-15", "2031-07-01", [358.066]),
            ("2031-06-01", "2033-05-01", [40, 132, 224, 315, 406, 498, 590, 680]),
            ("2031-01-01", "2032-01-20", [174.062, 339.948, 507.656, 675.365]),
            ("2031-03-01", "2034-02-18", 11),
        ],
    )
    def test_quarters_are_marked_where_there_is_room_for_their_names(self, first, end, ticks):
        """A name needs 30 pixels to either end: the first quarter of the last case lies at exactly 30."""
        found = self.chart(first, end)
        marked = [mark["x"] for mark in marks(found, "rule")[1]]
        assert len(marked) == ticks if isinstance(ticks, int) else marked == pytest.approx(ticks, abs=0.001)
        assert [mark["x"] for mark in marks(found, "text")[0]] == marked


class TestLadder:
    """The steps as data."""

    def test_a_step_that_nothing_contradicts(self):
        found = ladder.chart(view(step("a", 1), step("b", 2, state="unknown", contradicted_by=words("a denial"))))
        assert [row[1:3] + row[4:] for row in values(found)] == [
            ("Reached", "2031-01-01", None),
            ("Not known", "2031-01-01", "a denial"),
        ]


class TestQuantities:
    """Numbers that reports give."""

    def test_a_bound_has_one_side(self):
        numbers = [
            {"kind": "ordered", "product": "q"} | given
            for given in ({"above": 5}, {"at_most": 6}, {"low": 7, "high": 8})
        ]
        found = quantities.chart(view(event("e", quantities=numbers), CHIP))
        assert [(row[2], row[3]) for row in values(found)] == [(5, None), (None, 6), (7, 8)]

    @pytest.mark.parametrize(
        ("reporters", "first"),
        [
            ("One", "One"),
            ("One, Two", "One"),
            ("واحد، اثنان", "واحد"),
            ("One; Two", "One"),
            ("واحد؛ اثنان", "واحد"),
            ("One (of two)", "One"),
            ("A newsroom with a name that does not end", "A newsroom with a name that…"),
        ],
    )
    def test_the_first_of_those_who_reported_it(self, reporters, first):
        told = {"en": reporters, "ar": f"{reporters} س"}
        number = {"kind": "ordered", "product": "q", "value": 5}
        found = quantities.chart(view(event("e", quantities=[number], first_reported_by=told), CHIP))
        assert marks(found, "text")[2][0]["text"] == f"{first}, 1 January 2031"
