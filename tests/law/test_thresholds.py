"""The thresholds as plain data, for whoever computes with them."""

from __future__ import annotations

from law.made import duty, needs, reviewed, rule, says

from macros.law.thresholds import thresholds

LINE = {"at_least": 4000, "below": 9000.5}


def test_what_a_rule_holds_and_what_it_leaves_out():
    made = rule(
        "r",
        "2031-01-01",
        needs("L1", paragraph="1", effective="2031-02-01", total_processing_performance=LINE, data_centre=True),
        needs("letter", "not-stated", by_letter=True, products=["q"]),
        needs("stop", products=["q"]),
        reviewed("L1", "L2", paragraph="2", memory_bandwidth={"above": 1}),
        duty("3", performance_density={"at_most": 5}),
        says("q"),
    )
    assert thresholds(iter([made])) == {
        "severity": ["presumption-of-denial", "case-by-case", "letter", "not-determined"],
        "licence_requirements": [
            {"rule": "r", "start": "2031-01-01", "control": "stop", "policy": "presumption-of-denial", "groups": []},
            {
                "rule": "r",
                "start": "2031-02-01",
                "control": "L1",
                "policy": "presumption-of-denial",
                "groups": [{"paragraph": "1", "bounds": {"total_processing_performance": LINE}, "data_centre": True}],
            },
        ],
        "review_changes": [
            {
                "rule": "r",
                "start": "2031-01-01",
                "controls": ["L1", "L2"],
                "policy": "case-by-case",
                "groups": [{"paragraph": "2", "bounds": {"memory_bandwidth": {"above": 1}}, "data_centre": None}],
            }
        ],
        "duties": [
            {
                "rule": "r",
                "start": "2031-01-01",
                "rate": 25,
                "groups": [{"paragraph": "3", "bounds": {"performance_density": {"at_most": 5}}, "data_centre": None}],
            }
        ],
    }


def test_in_order_of_their_start_and_without_what_is_no_law():
    line = {"memory_bandwidth": {"above": 1}}
    found = thresholds(
        [
            rule("b", "2031-02-01", needs("c", **line)),
            rule("a", "2031-01-01", needs("c", **line)),
            rule("bill", "2030-01-01", needs("c", **line), pending=True),
            rule("order", "2030-01-01", needs("c", **line), jurisdiction="china"),
        ]
    )
    assert [requirement["rule"] for requirement in found["licence_requirements"]] == ["a", "b"]
    assert found["review_changes"] == found["duties"] == []
