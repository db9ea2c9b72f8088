"""The thresholds as plain data, for whoever computes with them."""

from __future__ import annotations

from datetime import date

from law.made import duty, exception, foreign, letter, needs, reviewed, rule, says

from macros.law.day import Law
from macros.law.thresholds import thresholds

DAY = date(2032, 1, 1)
LINE = {"at_least": 4000, "below": 9000.5}
MOVED = {"since": "2031-04-01", "paragraph": "elsewhere"}


def group(paragraph: str, bounds: dict, data_centre: bool | None = None) -> dict:
    return {"paragraph": paragraph, "bounds": bounds, "data_centre": data_centre}


def test_what_a_rule_holds_and_what_it_leaves_out():
    made = rule(
        "r",
        "2031-01-01",
        needs(
            "L1",
            paragraph="1",
            effective="2031-02-01",
            renumbered=[MOVED],
            total_processing_performance=LINE,
            data_centre=True,
        ),
        letter(products=["q"], until="2031-03-01", may_bind=["second"], memory_and_interconnect={"at_least": 1700}),
        exception({"control": "L1", "data_centre": False}, {"control": "L2"}),
        needs("stop", products=["q"]),
        reviewed("L1", "L2", paragraph="2", gates={"sold": "product"}, memory_bandwidth={"above": 1}),
        duty("3", performance_density={"at_most": 5}),
        foreign(),
        says("q"),
        law_read_to="2031-05-01",
    )
    start = {"rule": "r", "start": "2031-01-01"}
    found = thresholds(Law([made], [], DAY))
    assert (found["law_read_to"], found["hair"]) == ("2031-05-01", 1e-9)
    assert found["severity"][0] == "presumption-of-denial" and found["severity"][-1] == "no-licence"
    assert found["licence_requirements"] == [
        start
        | {"control": "stop", "policy": "presumption-of-denial", "paragraph": "policy of stop"}
        | {"renumbered": [], "products": ["q"], "groups": []},
        {"rule": "r", "start": "2031-02-01"}
        | {"control": "L1", "policy": "presumption-of-denial", "paragraph": "policy of L1", "products": []}
        | {"renumbered": [MOVED], "groups": [group("1", {"total_processing_performance": LINE}, True)]},
    ]
    assert found["letters"] == [
        start
        | {"control": "letter to maker", "addressee": "maker", "may_bind": ["second"], "paragraph": "basis"}
        | {"products": ["q"]}
        | {"until": "2031-03-01", "groups": [group("criterion", {"memory_and_interconnect": {"at_least": 1700}})]}
    ]
    assert found["licence_exceptions"] == [
        start
        | {"exception": "NAC", "paragraph": "e", "notice_days": 25, "closed_by_letter": True}
        | {"admits": [{"control": "L1", "data_centre": False}, {"control": "L2", "data_centre": None}]}
    ]
    assert found["review_changes"] == [
        start
        | {"controls": ["L1", "L2"], "policy": "case-by-case", "paragraph": "changed", "products": []}
        | {"gates": [{"id": "sold", "paragraph": "gate sold", "kind": "product"}]}
        | {"groups": [group("2", {"memory_bandwidth": {"above": 1}})]}
    ]
    assert found["duties"] == [
        start | {"rate": 25, "exemptions": [], "groups": [group("3", {"performance_density": {"at_most": 5}})]}
    ]
    assert found["foreign_direct_products"] == [start | {"paragraph": "f"}]


def test_in_order_of_their_start_and_without_what_is_no_law():
    line = {"memory_bandwidth": {"above": 1}}
    rules = [
        rule("b", "2031-02-01", needs("c", **line)),
        rule("a", "2031-01-01", needs("c", **line)),
        rule("bill", "2030-01-01", needs("c", **line), pending=True),
        rule("order", "2030-01-01", needs("c", **line), jurisdiction="china"),
    ]
    found = thresholds(Law(rules, [], DAY))
    assert [requirement["rule"] for requirement in found["licence_requirements"]] == ["a", "b"]
    assert found["review_changes"] == found["duties"] == []
