"""Free places for labels, and logarithmic scales."""

from __future__ import annotations

import pytest

from macros.figures.labels import Box, Logarithmic, around, leader, place
from macros.figures.lettering import width

AREA = Box(0, 0, 400, 400)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(5, 5, 6, 6), True),
        (Box(0, 0, 10, 10), True),
        (Box(-5, -5, 15, 15), True),
        (Box(9, 9, 20, 20), True),
        (Box(10, 0, 20, 10), False),
        (Box(-10, 0, 0, 10), False),
        (Box(0, 10, 10, 20), False),
        (Box(0, -10, 10, 0), False),
        (Box(20, 0, 30, 10), False),
        (Box(0, 20, 10, 30), False),
    ],
)
def test_boxes_that_touch_do_not_meet(other, meets):
    box = Box(0, 0, 10, 10)
    assert box.meets(other) is other.meets(box) is meets


def test_a_logarithmic_scale():
    scale = Logarithmic(10, 1000, 200)
    assert [scale.position(value) for value in (10, 100, 1000)] == pytest.approx([0, 100, 200])
    assert [scale.value(position) for position in (0, 100, 200)] == pytest.approx([10, 100, 1000])
    assert scale.value(scale.position(37)) == pytest.approx(37)


WORD = width("word") / 2
"""Half the width of a label; a line is 16 high, and the nearest place 8 away."""
BESIDE = (200 + WORD + 8, 200)
SMALL = Box(160, 170, 240, 230)


def near(x: float, y: float) -> tuple[float, float]:
    return pytest.approx((x, y))


def test_a_label_stands_beside_its_point():
    assert place([(200, 200, "word")], [], AREA) == [near(*BESIDE)]


def test_on_the_other_side_where_that_is_taken():
    assert place([(200, 200, "word")], [Box(210, 190, 300, 210)], AREA) == [near(200 - WORD - 8, 200)]


def test_above_where_both_sides_are_taken():
    taken = [Box(210, 195, 300, 205), Box(100, 195, 190, 205)]
    assert place([(200, 200, "word")], taken, AREA) == [near(200, 200 - 8 - 8)]


def test_as_far_as_it_must():
    """To the left, at 1.7 times the distance."""
    assert place([(200, 200, "word")], [Box(190, 184, 215, 216)], AREA) == [near(200 - WORD - 13.6, 200)]


@pytest.mark.parametrize("corner", [(3, 3), (397, 3), (3, 397), (397, 397), (3, 200), (200, 3), (200, 397)])
def test_within_the_area_in_every_corner(corner):
    (middle,) = place([(*corner, "a word")], [], AREA)
    assert middle and AREA.holds(around(*middle, "a word"))


def test_a_label_may_reach_the_very_edge():
    edge = 200 + 2 * WORD + 8
    assert place([(200, 200, "word")], [], Box(0, 192, edge, 208)) == [near(*BESIDE)]
    assert place([(200, 200, "word")], [], Box(0, 192, edge - 0.1, 208)) != [near(*BESIDE)]


def test_no_label_hides_another_or_a_point():
    points = [(200 + 60 * (n % 2), 200 + 25 * (n // 2), f"label {n}") for n in range(6)]
    found = [
        around(*middle, words) for middle, (_, _, words) in zip(place(points, [], AREA), points, strict=True) if middle
    ]
    assert len(found) > 3
    assert not [(a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.meets(b)]
    marks = [Box(x - 5, y - 5, x + 5, y + 5) for x, y, _ in points]
    assert not [(label, mark) for label in found for mark in marks if label.meets(mark)]


def test_no_label_stands_nearer_to_another_point():
    """Beside the first there is room, but at 7 pixels from the label another point; at 8 it is no nearer than the
    first."""
    for distance, stays in ((7, False), (8, True)):
        other = (BESIDE[0] + WORD + distance, 200, "")
        assert (place([(200, 200, "word"), other], [], AREA)[0] == near(*BESIDE)) is stays


def test_where_nothing_is_free_there_is_no_label():
    assert place([(200, 200, "word"), (20, 20, "b")], [Box(150, 150, 250, 250)], AREA) == [
        None,
        near(*place([(20, 20, "b")], [], AREA)[0]),
    ]


def test_the_first_may_stand_farther_away_with_a_line():
    taken = [Box(150, 165, 250, 235)]
    points = [(200, 200, "word"), (190, 190, "word")]
    first, second = place(points, taken, AREA, led=1)
    assert first and second is None and not around(*first, "word").meets(taken[0])
    end = leader(200, 200, first, "word")
    assert end and around(*first, "word").distance(*end) == pytest.approx(0)
    assert place(points, taken, AREA) == [None, None]


def test_a_line_passes_no_other_point():
    """There is room to the right only, and there behind another point."""
    corridor = [Box(0, 0, 400, 185), Box(0, 215, 400, 400), Box(0, 180, 220, 220)]
    assert place([(200, 200, "word")], corridor, AREA, led=1)[0]
    assert place([(200, 200, "word"), (215, 200, "")], corridor, AREA, led=1)[0] is None


def test_a_label_beside_its_point_needs_no_line():
    assert leader(200, 200, BESIDE, "word") is None


def test_labels_stand_in_the_order_of_their_points():
    assert place([], [], AREA) == []
    (a, _), (b, _) = place([(100, 100, "a"), (300, 300, "b")], [], AREA)
    assert a < 150 < b
