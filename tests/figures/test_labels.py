"""Free places for labels, and logarithmic scales."""

from __future__ import annotations

import pytest

from macros.figures.labels import Box, Logarithmic, place

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


def boxes(points, middles) -> list[Box]:
    """The boxes of labels at these middles: a letter is 6.4 wide, a line 13 high."""
    return [
        Box(x - len(word) * 3.2, y - 6.5, x + len(word) * 3.2, y + 6.5)
        for (_, _, word), (x, y) in zip(points, middles, strict=True)
    ]


def test_a_label_stands_beside_its_point():
    assert place([(200, 200, "word")], [], AREA) == [pytest.approx((200 + 12.8 + 8, 200))]


def test_on_the_other_side_where_that_is_taken():
    taken = [Box(210, 190, 300, 210)]
    assert place([(200, 200, "word")], taken, AREA) == [pytest.approx((200 - 12.8 - 8, 200))]


def test_above_where_both_sides_are_taken():
    taken = [Box(210, 195, 300, 205), Box(100, 195, 190, 205)]
    assert place([(200, 200, "word")], taken, AREA) == [pytest.approx((200, 200 - 6.5 - 8))]


def test_within_the_area():
    """Beside the last point there is no room."""
    ((x, y),) = place([(395, 200, "word")], [], AREA)
    assert (x, y) == pytest.approx((395 - 12.8 - 8, 200))
    assert place([(395, 5, "word")], [], AREA) != [pytest.approx((395, 5 - 14.5))]


@pytest.mark.parametrize("corner", [(3, 3), (397, 3), (3, 397), (397, 397), (3, 200), (200, 3), (200, 397)])
def test_in_every_corner(corner):
    (box,) = boxes([(*corner, "a word")], place([(*corner, "a word")], [], AREA))
    assert 0 <= box.left and box.right <= 400 and 0 <= box.top and box.bottom <= 400


def test_as_far_as_it_must():
    """To the left, at 1.7 times the distance."""
    assert place([(200, 200, "word")], [Box(190, 190, 215, 210)], AREA) == [pytest.approx((200 - 12.8 - 13.6, 200))]


@pytest.mark.parametrize(
    ("free", "taken"),
    [
        ((238.7, 200), (238.5, 200)),
        ((202.9, 200), (203.1, 200)),
        ((220, 211.6), (220, 211.4)),
        ((220, 188.4), (220, 188.6)),
    ],
    ids=["right", "left", "below", "above"],
)
def test_a_point_takes_five_pixels_to_every_side(free, taken):
    """Beside its point a label of four letters reaches from 208 to 233.6, and from 193.5 to 206.5."""
    assert place([(200, 200, "word"), (*free, "")], [], AREA)[0] == pytest.approx((220.8, 200))
    assert place([(200, 200, "word"), (*taken, "")], [], AREA)[0] != pytest.approx((220.8, 200))


@pytest.mark.parametrize("edge", [(193.3, 193.4, 193.6), (206.7, 206.6, 206.4)], ids=["above", "below"])
def test_a_line_is_thirteen_pixels_high(edge):
    start, free, taken = edge
    for end, stays in ((free, True), (taken, False)):
        box = Box(208, min(start, end), 230, max(start, end))
        assert (place([(200, 200, "word")], [box], AREA)[0] == pytest.approx((220.8, 200))) is stays


@pytest.mark.parametrize(
    ("area", "taken", "middle"),
    [
        (Box(160, 193.5, 240, 206.5), [], (224, 200)),
        (Box(160, 193.5, 240, 206.5), [Box(230, 190, 250, 210)], (176, 200)),
        (Box(0, 193.5, 400, 400), [], (224, 200)),
        (Box(0, 0, 400, 206.5), [], (224, 200)),
    ],
    ids=["right", "left", "top", "bottom"],
)
def test_a_label_may_reach_the_very_edge(area, taken, middle):
    """A label of five letters is 32 wide."""
    assert place([(200, 200, "label")], taken, area) == [middle]


def test_no_label_hides_another_or_a_point():
    points = [(200 + 20 * (n % 2), 200 + 15 * (n // 2), f"label {n}") for n in range(6)]
    found = boxes(points, place(points, [], AREA))
    assert not [(a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.meets(b)]
    marks = [Box(x - 5, y - 5, x + 5, y + 5) for x, y, _ in points]
    assert not [(label, mark) for label in found for mark in marks if label.meets(mark)]


def test_farther_away_where_all_that_is_near_is_taken():
    ((x, y),) = place([(200, 200, "word")], [Box(170, 180, 230, 220)], AREA)
    (box,) = boxes([(0, 0, "word")], [(x, y)])
    assert not box.meets(Box(170, 180, 230, 220))


@pytest.mark.parametrize(("hidden", "x"), [(9, 70 - 20.8), (10, 70 + 20.8)])
def test_where_nothing_is_free_the_least_evil(hidden, x):
    """To the right the label would leave the area, which is as bad as to hide ten others."""
    taken = [Box(0, 0, 60, 80)] * hidden
    assert place([(70, 40, "word")], taken, Box(0, 0, 80, 80)) == [pytest.approx((x, 40))]


def test_labels_stand_in_the_order_of_their_points():
    assert place([], [], AREA) == []
    (a, _), (b, _) = place([(100, 100, "a"), (300, 300, "b")], [], AREA)
    assert a < 150 < b
