"""Each figure on a dossier that lacks what it shows, and the questions that the made-up world does not ask."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from law.made import TEXT, chip, duty, needs, rule
from made import actor, article, claim, event, report, source, step, view, words

from macros.figures import chain, gap, ladder, periods, quantities, ratios, relations, timeline
from macros.figures.catalogue import FIGURES
from macros.figures.labels import Box
from macros.figures.lettering import SPACED, width
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


def marks(surface, kind: str) -> list[list[dict]]:
    """The marks of a kind, layer by layer."""
    return [layer["data"]["values"] for layer in surface.layers if layer["mark"]["type"] == kind]


def texts(surface) -> list[str]:
    """All words of a drawing."""
    return [mark["text"] for layer in marks(surface, "text") for mark in layer]


def both(chart) -> list:
    return [chart.wide, chart.narrow]


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
        found = gap.chart(view(slow, CHIP, rule("r", "2031-01-01", LINE, *lines))).wide
        *_, dashed, control = [layer for layer in marks(found, "rule") if "y2" in layer[0] and "x2" not in layer[0]]
        left, right = dashed[0]["x"], dashed[-1]["x"]
        assert (left, right, len(dashed), len(control)) == (pytest.approx(gap.LEFT), pytest.approx(712), 3, 1)
        assert left < dashed[1]["x"] < control[0]["x"] < right

    def test_one_region_of_cases_is_named(self):
        low, high = ({"total_processing_performance": {"at_least": start}} for start in (4000, 6000))
        made = rule("r", "2031-01-01", LINE, needs("d", "case-by-case", **low), needs("e", "case-by-case", **high))
        for surface in both(gap.chart(view(CHIP, made))):
            assert texts(surface).count("Case by case") == 1

    def test_the_name_of_a_region_stands_on_no_mark(self):
        """A chip stands where the name would."""
        cases = needs("d", "case-by-case", total_processing_performance={"at_least": 4000})
        made = rule("r", "2031-01-01", LINE, cases)
        for lift in (5, 7, 9):
            chips = [chip(id="a", int8=510, memory_bandwidth=lift), chip(id="b", int8=4000, memory_bandwidth=5)]
            found = gap.chart(view(*chips, made)).narrow
            (name,) = [mark for layer in marks(found, "text") for mark in layer if mark["text"] == "Case by case"]
            room = Box(name["x"], name["y"] - 8, name["x"] + width(name["text"]), name["y"] + 8)
            points = [mark for layer in marks(found, "point") for mark in layer]
            assert not [mark for mark in points if room.distance(mark["x"], mark["y"]) < 5]

    def test_axes_have_the_round_numbers_within_them(self):
        """Bandwidth reaches from 200 to 500."""
        slow, fast = chip(id="s", int8=600, memory_bandwidth=270), chip(id="f", int8=600, memory_bandwidth=1000 / 3)
        found = texts(gap.chart(view(slow, fast, rule("r", "2031-01-01", LINE))).wide)
        assert {"200", "500", "5,000"} < set(found) and not {"100", "1,000", "10,000"} & set(found)

    def test_numbers_on_an_axis_keep_their_distance(self):
        chips = [chip(id="s", int8=20, memory_bandwidth=5), chip(id="f", int8=20000, memory_bandwidth=5)]
        for surface in both(gap.chart(view(*chips, rule("r", "2031-01-01", LINE)))):
            words = [mark for layer in marks(surface, "text") for mark in layer]
            row = [mark for mark in words if mark["y"] == surface.height - 52 + 14 and mark["text"].endswith("00")]
            ends = sorted((mark["x"] - width(mark["text"]) / 2, mark["x"] + width(mark["text"]) / 2) for mark in row)
            assert len(ends) > 2 and all(before[1] < after[0] for before, after in pairwise(ends))

    def test_chips_of_the_same_figures_stand_one_above_the_other(self):
        twin = CHIP.model_copy(update={"id": "twin"})
        one, other = marks(gap.chart(view(CHIP, twin, self.RULE)).wide, "point")[0]
        assert one["x"] == other["x"] and abs(one["y"] - other["y"]) == pytest.approx(7.5)

    def test_the_chips_of_the_article_are_named_first(self):
        named = chip(id="z", int8=600.1, memory_bandwidth=5).model_copy(update={"short_name": "Z1"})
        found = gap.chart(view(CHIP, named, claim("c", about={"chips": ["z"]}), article(), self.RULE))
        assert [row[0] for row in values(found)] == ["Z1", "Made up"]


class TestPeriods:
    """What moved in each period."""

    RULES = (
        rule("one", "2030-01-01", LINE, opens_period=words("2030: the first")),
        rule(
            "two",
            "2031-01-01",
            needs("c", total_processing_performance={"at_least": 9000}),
            opens_period=words("2031: the second"),
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
        beyond, future = (
            [
                mark["x"]
                for layer in marks(periods.chart(view(CHIP, *self.RULES, **when)).wide, "rule")
                for mark in layer
            ]
            for when in ({}, {"day": FIRST})
        )
        assert len(beyond) == 1 and beyond == future

    def test_without_a_control_line_none_is_drawn(self):
        tiny = chip(id="q", int8=1 / 8, memory_bandwidth=5)
        made = rule("r", "2031-01-01", needs("c", "case-by-case", memory_bandwidth={"above": 1}), opens_period=TEXT)
        assert marks(periods.chart(view(tiny, made)).wide, "rule") == []

    def test_one_below_the_other_only_where_something_moved_there_is_a_picture(self):
        still = rule("three", "2031-03-01", opens_period=words("2031: nothing"))
        found = periods.chart(view(CHIP, *self.RULES, still))
        grounds = [mark for mark in marks(found.narrow, "rect")[0] if mark["x2"] - mark["x"] == 328]
        assert len(grounds) == 2 and "nothing" in texts(found.narrow)
        assert len([mark for mark in marks(found.wide, "rect")[0] if mark["fill"] == "var(--sunk)"]) == 3

    def test_a_chip_that_moved_has_its_name_and_says_how(self):
        for surface in both(periods.chart(view(CHIP, *self.RULES))):
            assert texts(surface).count("Made up") == 2
            said = [mark["description"] for layer in marks(surface, "point") for mark in layer if "description" in mark]
            assert said[0] == "Made up: No licence needed, then Presumption of denial"


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

    @pytest.mark.parametrize("said", [6, 16])
    def test_the_longest_bar_or_what_is_said_fills_the_figure(self, said):
        for surface in both(self.chart(said)):
            longest = max(bar["x2"] for bar in marks(surface, "rect")[0])
            edge = marks(surface, "rule")[1][0]["x"]
            assert max(longest, edge) == pytest.approx(surface.width - 48) and (edge > longest) is (said == 16)

    def test_the_most_and_the_least_are_the_finding(self):
        assert self.chart(
            6
        ).title == "Made up against Made up: 8 times by Memory bandwidth, 2 by Total processing performance".replace(
            "8", "8.00"
        ).replace(" 2 ", " 2.00 ")

    def test_no_line_passes_through_the_names_on_a_phone(self):
        narrow = self.chart(6).narrow
        names = [mark["y"] for mark in marks(narrow, "text")[-1]]
        lines = [(mark["y"], mark["y2"]) for layer in marks(narrow, "rule")[:2] for mark in layer]
        assert not [(start, y, end) for y in names for start, end in lines if start < y + 4 and y - 4 < end]


class TestChain:
    """The ways of claims, column by column, and downwards on a phone."""

    SOURCES = source("wire"), source("blog"), source("rewrite"), article()

    def test_a_claim_of_the_article_alone_begins_there(self):
        found = chain.chart(view(article(), claim("c")))
        assert values(found) == [] and "for 0 nothing was found" in found.title
        assert len(marks(found.wide, "line")[0]) == 2 and len(marks(found.narrow, "rect")[0]) == 1

    def test_claims_that_begin_with_the_rewrite_are_counted(self):
        sources = source("wire"), source("rewrite"), article()
        begun = claim("a", report("rewrite")), claim("b", report("wire"), report("rewrite"), code="C02")
        assert "for 1 nothing was found" in chain.chart(view(*sources, *begun)).title

    def columns(self, *claims) -> list[float]:
        """Where the columns of the wide drawing stand."""
        return sorted({mark["x"] for mark in marks(chain.chart(view(*self.SOURCES, *claims)).wide, "rect")[0]})

    def test_columns_stand_farther_apart_where_lines_bend(self):
        one = claim("1", report("blog"), report("rewrite"), code="C01")
        other = claim("2", report("wire"), report("rewrite"), code="C02")
        first, rewrite, end = self.columns(one, other)
        assert (rewrite - first) - (end - rewrite) == pytest.approx(chain.BEND - chain.AIR)
        again = claim("3", report("wire"), report("rewrite"), code="C03")
        first, rewrite, end = self.columns(other, again)
        assert rewrite - first == pytest.approx(end - rewrite)

    def test_every_claim_is_a_line_that_leads_to_it(self):
        one = claim("1", report("blog"), report("rewrite"), code="C01")
        other = claim("2", report("rewrite"), code="C02")
        found = chain.chart(view(*self.SOURCES, one, other))
        wide, narrow = marks(found.wide, "line")[0], marks(found.narrow, "rule")[0]
        assert {mark["href"] for mark in wide} == {mark["href"] for mark in narrow} == {"/claims/1/", "/claims/2/"}
        assert narrow[0]["description"].startswith("C01: ") and len(narrow) == 2

    def test_on_a_phone_no_words_stand_on_the_lines_beside_them(self):
        """Who began later stands nearer to where reading starts, and has the room before the lines."""
        told = [
            claim(str(n), report("wire" if n % 2 else "blog"), report("rewrite"), code=f"C0{n}") for n in range(1, 9)
        ]
        found = chain.chart(view(*self.SOURCES, *told)).narrow
        lines, boxes = marks(found, "rule")[0], marks(found, "rect")[0]
        for layer in marks(found, "text"):
            for mark in layer:
                if any(box["y"] <= mark["y"] <= box["y2"] for box in boxes):
                    continue
                end = mark["x"] + width(mark["text"], bold=True)
                assert not [line for line in lines if line["y"] < mark["y"] < line["y2"] and line["x"] < end]


class TestRelations:
    """Who does what to whom."""

    def related(self, id: str, side: str, *to: str, type: str = "cites"):
        return actor(id, side=side, relations=[{"type": type, "to": end, "sources": ["s"]} for end in to])

    def test_every_type_has_one_group(self):
        types = [type for group in relations.GROUPS.values() for type in group]
        assert sorted(types) == sorted(RelationType) and set(relations.MARKS) == set(relations.GROUPS)

    def test_marks_of_groups_differ_and_have_no_colour_of_a_verdict(self):
        assert len({shape for shape, _ in relations.MARKS.values()}) == len(relations.MARKS)
        assert not {"var(--ok)", "var(--part)", "var(--no)"} & {colour for _, colour in relations.MARKS.values()}

    def test_the_side_that_most_relations_reach_stands_first(self):
        found = relations.chart(
            view(self.related("a", "us", "b", "c"), self.related("b", "media", "a"), actor("c", side="media"))
        )
        assert [row[0] for row in values(found)] == ["name of a", "name of a", "name of b"]
        assert found.title == "Where the 3 relations point most: Newsrooms (2), Washington (1)"
        assert texts(found.narrow) == ["Towards Newsrooms: 2", "Towards Washington: 1", "Washington", "Newsrooms"]

    def test_a_row_that_is_full_goes_on_below(self):
        """On a phone each mark has 24 pixels."""
        many = [actor(f"t{n}", side="media") for n in range(12)]
        found = relations.chart(view(self.related("a", "us", *(target.id for target in many)), *many))
        for surface in both(found):
            (points,) = marks(surface, "point")
            assert len({mark["y"] for mark in points}) == 2 and max(mark["x"] for mark in points) < surface.width - 11
            rows = {y: sorted(mark["x"] for mark in points if mark["y"] == y) for y in {mark["y"] for mark in points}}
            assert all(after - before == 24 for xs in rows.values() for before, after in pairwise(xs))


class TestTimeline:
    """Events and measures on their lanes."""

    def chart(self, *days: str, others=()):
        events = [event(f"e{number}", day) for number, day in enumerate(days)]
        return timeline.chart(view(*events, *others))

    def test_the_lanes_hold_every_side(self):
        assert sorted(side for sides in timeline.LANES.values() for side in sides) == sorted(Side)

    def test_the_month_of_most_events(self):
        found = self.chart("2031-01-15", "2031-02-01", "2031-02-03")
        assert found.title == "2 events in February 2031, more than in any other month"
        assert "From 15 January 2031 to 3 February 2031." in found.alternative

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
        (points,) = marks(self.chart("2031-01-01", "2031-01-01", "2031-01-02").wide, "point")
        assert points[0]["x"] == points[1]["x"] == 6 and points[2]["x"] > 700
        assert points[0]["y"] - points[1]["y"] == 12 and points[0]["y"] == points[2]["y"]

    def test_lanes_without_marks_are_one_mark_high(self):
        found = self.chart("2031-01-01", "2031-01-01", "2031-01-02").wide
        base = [mark["y"] for mark in marks(found, "rule")[0]]
        assert [after - before for before, after in pairwise([0, *base])] == [34, 40, 52, 40]

    def test_every_quarter_that_is_marked_has_its_name(self):
        found = self.chart("2031-01-15", "2034-02-18").wide
        ticks, names = marks(found, "rule")[1], marks(found, "text")[0]
        assert [mark["x"] for mark in ticks] == [mark["x"] for mark in names] and len(names) > 5
        ends = [(mark["x"] - width(mark["text"]) / 2, mark["x"] + width(mark["text"]) / 2) for mark in names]
        assert all(before[1] + 10 < after[0] for before, after in pairwise(ends)) and ends[-1][1] <= 720

    OPENING = [
        rule(f"o{day}", f"2031-01-{day}", opens_period=TEXT, short_title=words("a rule with a name"))
        for day in (15, 20, 25)
    ]

    def test_the_name_of_a_rule_stands_above_the_threads_that_it_would_cross(self):
        found = self.chart("2031-01-01", "2031-06-30", others=self.OPENING).wide
        heads = [mark for layer in marks(found, "text") for mark in layer if mark["text"] == "a rule with a name"]
        threads = marks(found, "rule")[2]
        assert len(heads) == len(threads) == 3
        for head in heads:
            end = head["x"] + width(head["text"])
            assert not [line for line in threads if head["x"] < line["x"] < end and line["y"] < head["y"] - 4]

    def test_a_thread_leads_to_the_mark_of_its_rule(self):
        found = self.chart("2031-01-01", "2031-06-30", others=self.OPENING[:1]).wide
        (thread,) = marks(found, "rule")[2]
        (mark,) = [mark for mark in marks(found, "point")[0] if mark["shape"] == "diamond"]
        assert thread["x"] == mark["x"]

    def test_on_a_phone_a_month_has_a_row_and_a_lane_a_bar(self):
        found = self.chart(
            "2031-01-15", "2031-03-01", "2031-03-02", others=[rule("m", "2031-03-05"), *self.OPENING[:1]]
        )
        narrow = found.narrow
        (cells,) = [layer for layer in marks(narrow, "rect") if "href" in layer[0]]
        said = {cell["description"]: cell["href"] for cell in cells}
        assert len({cell["y"] for cell in cells}) == 2 and {cell["y2"] - cell["y"] for cell in cells} == {24}
        (companies,) = [words for words in said if words.startswith("March 2031, Companies")]
        assert companies.endswith("events 2, measures 0") and said[companies] == "/timeline/#m-2031-03"
        (measures,) = [words for words in said if words.endswith("events 0, measures 1") and "March" in words]
        assert said[measures] == "/rules/m/"
        assert texts(narrow)[:4] == ["US", "Beijing", "Firms", "Other"] and "a rule with a name" in texts(narrow)


class TestLadder:
    """The steps as a staircase."""

    def test_each_step_lies_above_the_one_before_and_on_a_phone_farther_in(self):
        found = ladder.chart(view(*(step(f"s{n}", n) for n in range(1, 5))))
        wide, narrow = marks(found.wide, "rect")[1], marks(found.narrow, "rect")[1]
        assert [after["y"] - before["y"] for before, after in pairwise(wide)] == [-18] * 3
        assert [after["x"] - before["x"] for before, after in pairwise(narrow)] == [12] * 3
        assert all(after["y"] > before["y"] for before, after in pairwise(narrow))

    def test_what_is_reached_is_the_finding(self):
        done, open_ = step("a", 1), step("b", 2, state="unknown")
        assert ladder.chart(view(done, open_)).title.startswith("1 of 2 steps reached without reservation: ")
        assert ladder.chart(view(open_)).title == "None of the 1 steps is reached without reservation"

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
        ("code", "reporters", "first"),
        [
            ("en", "One", "One, 1 January 2031"),
            ("en", "One, Two", "One, 1 January 2031"),
            ("ar", "واحد، اثنان", "واحد، 1 يناير 2031"),
            ("en", "One; Two", "One, 1 January 2031"),
            ("ar", "واحد؛ اثنان", "واحد، 1 يناير 2031"),
            ("en", "One (of two)", "One, 1 January 2031"),
            ("en", "A newsroom with a name that does not end", "A newsroom with a name that…, 1 January 2031"),
        ],
    )
    def test_the_first_of_those_who_reported_it(self, code, reporters, first):
        told = words("Some") | {code: reporters}
        number = {"kind": "ordered", "product": "q", "value": 5}
        seen = view(event("e", quantities=[number], first_reported_by=told), CHIP, url=f"{code}/")
        for surface in both(quantities.chart(seen)):
            assert first in " ".join(texts(surface))

    def test_words_too_wide_for_a_phone_go_on_in_a_second_line(self):
        """With a reader's spacing as well, and each line of a source leads to it."""
        told = words("A newsroom of a long name")
        number = {
            "kind": "ordered",
            "product": "q",
            "value": 5,
            "buyer": words("a buyer with a name as long as a line"),
        }
        drawn = quantities.chart(view(event("e", quantities=[number], first_reported_by=told), CHIP)).narrow
        lines = [
            mark for layer in marks(drawn, "text") for mark in layer if mark["x"] == 0 and "fontWeight" not in mark
        ]
        assert len(lines) > 3
        assert max(width(line["text"]) for line in lines) * SPACED <= drawn.width
        assert len([line for line in lines if line.get("href") == "/events/e/"]) == 2

    def test_the_largest_number_and_the_last_kind_are_the_finding(self):
        given = [("ordered", 2000), ("delivered", 10), ("delivered", 30)]
        numbers = [{"kind": kind, "product": "q", "value": value} for kind, value in given]
        found = quantities.chart(view(event("e", quantities=numbers), CHIP))
        assert found.title == "Largest number reported: about 2,000 (Ordered); Delivered: about 30"

    def test_words_that_do_not_fit_after_a_mark_stand_before_it_or_are_shortened(self):
        """A mark far along the scale, with a long name of a buyer."""
        for buyer in ("A buyer with a name", "A buyer with a name that is far too long to stand before the mark"):
            number = {"kind": "ordered", "product": "q", "value": 100000, "buyer": {"en": buyer, "ar": "مشترٍ"}}
            low = {"kind": "ordered", "product": "q", "value": 1}
            found = quantities.chart(view(event("e", quantities=[number, low]), CHIP)).wide
            for layer in marks(found, "text"):
                for mark in layer:
                    assert mark["x"] <= 720
            shown = [text for text in texts(found) if text.startswith("about 100,000")]
            assert shown == ["about 100,000" if "far" in buyer else f"about 100,000, {buyer}"]
