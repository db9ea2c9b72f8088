"""The page of a status computes what the build computes: cases drawn by chance through both."""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import live
import pytest
from support import with_fonts

from macros.law import certainty, policy
from macros.law.measures import BITS, Item, item
from macros.law.policy import Application, StatusKind, StatusStep
from macros.law.thresholds import thresholds
from macros.record.chip import Outcome
from macros.record.rule import QUANTITIES

pytestmark = pytest.mark.browser

HOW_MANY = 600
LAW = live.law()
CHIPS = {chip.id: chip for chip in LAW.chips}
FIRST = LAW.first
TURNS = sorted(policy.turns(LAW.rules))
LIMITS = sorted(
    {
        (quantity, limit)
        for effects in thresholds(LAW).values()
        if isinstance(effects, list)
        for effect in effects
        if isinstance(effect, dict)
        for group in effect.get("groups", ())
        for quantity, bounds in group["bounds"].items()
        for limit in bounds.values()
    }
)
MAKERS = sorted({letter["addressee"] for letter in thresholds(LAW)["letters"]})
WRONG = {
    "rates": [
        "1979",
        "fast",
        "1979x0",
        "1979x65",
        "1979x8.5",
        "-1x8",
        "1,979x8",
        "0x8",
        "1979x8;",
        "١٩٧٩x8",
        f"{'9' * 309}x8",
        "0.001x64",
    ],
    "memory": ["4.8 TB/s", "-1", "0", "1e3", "4,800", "lots", "NaN", "12.", "9" * 309],
    "link": ["-900", "nine hundred", "Infinity", "0x10"],
    "area": ["0", "814mm", ".5"],
    "on": ["yesterday", "2026-02-30", "2026-1-5", "2022-08-25"],
    "chip": ["h300"],
    "maker": ["nobody"],
    "dd-cap": ["perhaps"],
}
"""What the page does not take, by field."""


def near(chance: random.Random, quantity: str, around: Item) -> float:
    """A figure on a line of the law, a little beside one, between two, or about that of a chip of the record."""
    limits = [limit for name, limit in LIMITS if name == quantity and limit]
    drawn = chance.random()
    if drawn < 0.4:
        return round(chance.choice(limits) * chance.choice([1, 1, 0.999, 1.001, 0.9, 1.1]), 3)
    if drawn < 0.5:
        return round(sum(chance.choice(list(pairwise(limits)))) / 2, 3)
    known = around.quantities[quantity]
    return round((known or chance.uniform(1, 9000)) * chance.choice([1, 1, 1, chance.uniform(0.5, 2)]), 3)


def told(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def drawn(chance: random.Random) -> dict[str, str]:
    """The fields of one case as a reader fills them in."""
    asked: dict[str, str] = {}
    day = chance.choice(TURNS) + timedelta(days=chance.choice([-1, 0, 1, 30]))
    if chance.random() < 0.3:
        day = LAW.day
    elif chance.random() < 0.3:
        day = FIRST + timedelta(days=chance.randrange((LAW.day - FIRST).days + 400))
    asked["on"] = max(day, FIRST).isoformat()
    if chance.random() < 0.4:
        asked["chip"] = chance.choice(sorted(CHIPS))
    else:
        around, bits = item(CHIPS[chance.choice(sorted(CHIPS))]), [*sorted(set(BITS.values())), 1, 12]
        if chance.random() < 0.9:
            several = [chance.choice(bits) for _ in range(chance.choice([1, 1, 2, 3]))]
            processing = near(chance, "total_processing_performance", around)
            asked["rates"] = ", ".join(f"{told(processing / length)}x{length}" for length in several)
        if chance.random() < 0.8:
            asked["memory"] = told(near(chance, "memory_bandwidth", around))
        if chance.random() < 0.8:
            asked["link"] = told(near(chance, "interconnect_bandwidth", around))
        if chance.random() < 0.8:
            asked["area"] = told(chance.choice([814, 100, 1600, chance.uniform(50, 3000)]))
        asked["centre"] = chance.choice(["yes", "yes", "no", "unknown"])
        asked["maker"] = chance.choice(["", "other", *MAKERS])
    if chance.random() < 0.2:
        asked["refused"] = "1"
    if chance.random() < 0.1:
        asked["elsewhere"] = "1"
    if chance.random() < 0.5:
        for gate in chance.sample(sorted(LAW.gates), chance.randint(1, len(LAW.gates))):
            asked[gate] = chance.choice(["met", "met", "met", "not-met", "unknown"])
    return {name: value for name, value in asked.items() if value}


def spoilt(chance: random.Random) -> tuple[dict[str, str], str]:
    """A case of which one field is wrong, and that field's value."""
    asked, name = drawn(chance), chance.choice(sorted(WRONG))
    if name in ("rates", "memory", "link", "area", "maker"):
        asked.pop("chip", None)
    asked[name] = chance.choice(WRONG[name])
    return asked, asked[name]


def seen(asked: dict[str, str]) -> Item:
    """The item of a case as the build would see it."""
    if "chip" in asked:
        return item(CHIPS[asked["chip"]])
    rates = [pair.split("x") for pair in asked["rates"].split(", ")] if "rates" in asked else []
    processing = max((float(rate) * int(bits) for rate, bits in rates), default=None)
    memory, links, area = (float(asked[name]) if name in asked else None for name in ("memory", "link", "area"))
    density = processing / area if processing is not None and area is not None else None
    both = memory + links if memory is not None and links is not None else None
    centre = {"yes": True, "no": False, "unknown": None}[asked["centre"]]
    values = dict(zip(QUANTITIES, (processing, density, memory, links, both), strict=True))
    return Item(values, centre, asked.get("maker"))


def step(found: StatusStep) -> dict[str, Any]:
    return {
        "question": found.question,
        "answer": found.answer,
        "rule": found.rule.id if found.rule else None,
        "paragraph": found.paragraph,
        "about": found.about,
        "named": found.named,
        "closed_by": found.closed_by,
        "reasons": [vars(reason) for reason in found.reasons],
    }


def _open_duty(subject: Item, law: policy.InForce) -> bool:
    return subject.exported_from_us and policy.band_is_open(subject, law)


def computed(asked: dict[str, str]) -> dict[str, Any]:
    """What the build makes of a case: status, the step that decides, all steps, margin, band of the duty (none: empty;
    null: a figure that decides is not known)."""
    day, subject = date.fromisoformat(asked["on"]), seen(asked)
    gates = {name: Outcome(value) for name, value in asked.items() if name in LAW.gates}
    application = Application(gates, "refused" in asked, "elsewhere" not in asked)
    law = LAW.in_force(day)
    found = policy.status(subject, law, day, application)
    margin = certainty.margin(subject, law, day, application)
    band = policy.band(subject, law) if subject.exported_from_us else None
    return {
        "kind": found.kind,
        "decided": step(found.decided_by) if found.decided_by else None,
        "steps": [step(each) for each in found.steps],
        "margin": vars(margin) | {"share": margin.share} if margin else None,
        "duty": band.group.paragraph if band else None if _open_duty(subject, law) else "",
    }


CHANCE = random.Random(3090)
CASES = [{"chip": chip, "on": LAW.day.isoformat()} for chip in CHIPS] + [drawn(CHANCE) for _ in range(HOW_MANY)]
SPOILT = [spoilt(CHANCE) for _ in range(60)]

FILL = """asked => {
    const form = document.querySelector("[data-status]");
    form.reset();
    form.elements.chip.value = "";
    for (const [name, value] of Object.entries(asked)) {
        const field = form.elements[name];
        if (field.type === "checkbox") field.checked = true;
        else if (field.tagName === "SELECT" && ![...field.options].some(option => option.value === value))
            field.add(new Option(value, value, false, true));
        else {
            if (field.type === "date") field.type = "text";
            field.value = value;
        }
    }
    form.requestSubmit();
}"""
"""Fills in the form; what a browser's own widgets would not take is put in all the same, as an address can."""

READ = """() => {
    const output = document.querySelector("[data-status] output");
    return {
        result: output.dataset.result ? JSON.parse(output.dataset.result) : null,
        badges: [...output.querySelectorAll(".status")].map(badge => [badge.className, badge.innerText]),
        titles: [...output.querySelectorAll(".finding h2")].map(title => title.innerText),
        steps: [...output.querySelectorAll(".way li")].map(line => line.innerText),
        wrong: output.querySelector(".wrong")?.innerText ?? null,
        text: output.innerText,
    };
}"""


@pytest.fixture(scope="module", params=["en", "ar"])
def page(request, browser, address):
    page = browser.new_page()
    page.goto(f"{address}{request.param}/status/")
    page.language = live.LANGUAGE[request.param]
    answer(page, {"chip": "h200-sxm", "on": "2026-06-01"})
    yield page
    page.close()


def answer(page, asked: dict[str, str]) -> dict[str, Any]:
    """Fill in the form and read its answer."""
    page.evaluate(FILL, asked)
    page.wait_for_selector("[data-status] output:not(:empty)", state="attached")
    return read(page)


def read(page) -> dict[str, Any]:
    """The answer that a page shows, without the signs that isolate Latin words in Arabic."""
    return json.loads(re.sub("[\u2066\u2069]", "", json.dumps(page.evaluate(READ), ensure_ascii=False)))


def test_the_cases_meet_every_status_and_every_step():
    found = [computed(case) for case in CASES]
    assert {each["kind"] for each in found} == set(StatusKind)
    assert {each["question"] for case in found for each in case["steps"]} == set(policy.Asked)
    assert {each["closed_by"] for case in found for each in case["steps"]} == {
        "",
        "letter",
        "letter-unknown",
        "refusal",
    }
    assert len({each["duty"] for each in found}) == 4 and sum(each["margin"] is not None for each in found) > 200
    assert len({json.dumps(case, sort_keys=True) for case in CASES}) >= 400


def test_browser_and_build_agree(page):
    """Status, deciding step, every step with its comparisons, margin and band of the duty; each in the page's words."""
    for case in CASES:
        expected, found = computed(case), answer(page, case)
        assert found["wrong"] is None, (case, found["wrong"])
        assert found["result"] == [json.loads(json.dumps(expected))], case
        assert found["badges"] == [
            [f"status {expected['kind']}", page.language.string(f"status.{expected['kind']}")]
        ], case
        assert len(found["steps"]) == len(expected["steps"]) and all(found["steps"]), case
        assert "undefined" not in found["text"] and "{" not in found["text"], found["text"]
        if "chip" in case:
            assert CHIPS[case["chip"]].short_name in found["titles"][0], case


def test_wrong_input_blanks_the_result_and_says_what_is_wrong(page):
    for case, value in SPOILT:
        answer(page, {"chip": "h200-sxm", "on": "2026-06-01"})
        found = answer(page, case)
        assert (found["result"], found["badges"]) == (None, []), case
        assert f"“{value}”" in found["wrong"] or f"«{value}»" in found["wrong"], (case, found["wrong"])


def test_every_kind_of_wrong_input_was_tried():
    assert {name for name, values in WRONG.items() for case, value in SPOILT if case.get(name) in values} == set(WRONG)


def test_a_result_has_an_address(page, new_page):
    first = answer(page, {"chip": "a100-80", "on": "2025-12-10"})
    assert "?chip=a100-80&on=2025-12-10" in page.url
    again = new_page()
    again.goto(page.url)
    again.wait_for_selector("[data-status] output .finding")
    assert read(again) == first
    assert again.input_value("[name=chip]") == "a100-80" and again.input_value("[name=on]") == "2025-12-10"


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ({"chip": "h300", "on": "2026-06-01"}, "h300"),
        ({"chip": "h200-sxm", "on": "2026-06-31"}, "2026-06-31"),
        ({"rates": "1979x0"}, "1979x0"),
        ({"chip": "h200-sxm", "dd-cap": "maybe"}, "maybe"),
        ([("chip", "h200-sxm"), ("chip", "h100-sxm")], "chip"),
        ([("chip", "h200-sxm"), ("on", "2026-06-01"), ("on", "2026-06-02")], "on"),
        ({"chip": "h200-sxm", "rates": "1979x8"}, "rates"),
        ({"chip": "\u202eh300"}, "[U+202E]h300"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_is_told_so(new_page, address, asked, wrong):
    page = new_page()
    page.goto(f"{address}en/status/?{urlencode(asked)}")
    page.wait_for_selector("[data-status] output .wrong")
    found = read(page)
    assert found["result"] is None and f"“{wrong}”" in found["wrong"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("search=words", None),
        ("fbclid=abc", "fbclid"),
        ("chip=a100-80&on=2025-12-10&utm_source=x&colour=blue&utm_source=y", "utm_source · colour"),
        (f"chip=a100-80&{'9' * 5000}=1", "9" * 5000),
    ],
)
def test_what_an_address_asks_of_others_keeps_no_answer_back(new_page, address, query, told):
    """It is told beside the answer, on no more than the width of a phone; what is asked of the search is not."""
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}en/status/?{query}")
    page.wait_for_selector("[data-status] output .finding")
    found = read(page)
    assert found["wrong"] is None and ("A100" in found["titles"][0]) is ("chip" in query)
    assert re.findall("asks for “(.+)”, which this page does not know", found["text"]) == [told] * bool(told)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_long_and_wrong_stays_on_the_page(new_page, address):
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}en/status/?rates={'9' * 5000}")
    page.wait_for_selector("[data-status] output .wrong")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto(f"{address}en/claims/?topic={'9' * 5000}")
    page.locator(".filters output").filter(has_text="Passed over").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", ["hidden", "dataset", "elements", "item", "constructor"])
def test_a_gate_may_have_the_name_of_a_property(new_page, address, name):
    def renamed(route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=re.sub(r"\bdd-cap\b", name, found.text()))

    page = new_page()
    page.route(re.compile(r"/status/\?|thresholds\.json"), renamed)
    asked = {"chip": "h200-sxm", "on": "2026-06-01"}
    page.goto(f"{address}en/status/?{urlencode(asked | {name: 'not-met'})}")
    page.wait_for_selector("[data-status] output .finding")
    assert read(page)["result"][0]["kind"] == computed(asked | {"dd-cap": "not-met"})["kind"] != computed(asked)["kind"]
    page.locator(f"[data-status] select[name={name}]").select_option("")
    assert read(page)["result"][0]["kind"] == computed(asked)["kind"]


def test_a_band_without_a_name_is_called_by_its_paragraph_whatever_that_is(new_page, address):
    def renamed(route) -> None:
        law = route.fetch().json()
        for duty in law["duties"]:
            for group in duty["groups"]:
                group["paragraph"] = "constructor"
        route.fulfill(json=law)

    page = new_page()
    page.route("**/thresholds.json", renamed)
    page.goto(f"{address}en/status/?chip=h200-sxm&on=2026-06-01")
    page.wait_for_selector("[data-status] output .finding")
    assert ", constructor (" in read(page)["text"]


def test_a_figure_that_is_small_is_not_said_to_be_nothing(page):
    found = answer(page, {"rates": "0.01x1", "area": "1000000", "on": "2026-06-01"})
    assert "0.00000001" in found["text"] and not re.search(r"\b0 is ", found["text"])


def test_the_page_opens_with_an_answer_and_answers_each_choice_at_once(new_page, address):
    page = new_page()
    page.goto(f"{address}en/status/")
    page.wait_for_selector("[data-status] output .finding")
    opened = page.input_value("[name=chip]")
    assert CHIPS[opened].short_name in read(page)["titles"][0] and "?" not in page.url
    page.select_option("[name=chip]", "a100-80")
    page.fill("[name=on]", "2025-12-10")
    assert read(page)["result"] == json.loads(json.dumps([computed({"chip": "a100-80", "on": "2025-12-10"})]))
    page.fill("[name=on]", "0202-12-10")  # as it stands while the year is typed
    assert read(page)["wrong"] is None


def test_on_a_phone_the_button_leads_to_the_answer(new_page, address):
    page = new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{address}ar/status/?rates=1979x8&on=2026-06-01")
    page.wait_for_selector("[data-status] output .finding")
    page.locator("[data-status] button[type=submit]").click()
    page.wait_for_function(
        "document.querySelector('[data-status] output').getBoundingClientRect().top < innerHeight / 2"
    )


def test_two_dates_side_by_side(page):
    one, other = {"chip": "h200-sxm", "on": "2025-12-10"}, {"chip": "h200-sxm", "on": "2026-06-01"}
    found = answer(page, {**one, "vs-on": other["on"]})
    assert found["result"] == json.loads(json.dumps([computed(one), computed(other)]))
    assert page.language.string("status_page.differs") in found["text"]


def test_two_chips_side_by_side(page):
    one, other = {"chip": "h200-sxm", "on": "2026-06-01"}, {"chip": "h20-96", "on": "2026-06-01"}
    found = answer(page, {**one, "vs-chip": other["chip"]})
    assert found["result"] == json.loads(json.dumps([computed(one), computed(other)]))
    for case, title in zip((one, other), found["titles"], strict=True):
        assert CHIPS[case["chip"]].short_name in title


def test_two_chips_stand_side_by_side_from_the_first_day_on(page):
    """Each day on which the status of either changes, the latest first: what the build makes of the two."""
    both = [CHIPS["h100-sxm"], CHIPS["rtx-pro-6000d"]]
    answer(page, {"chip": both[0].id, "on": "2026-06-01", "vs-chip": both[1].id})
    begun = [spell.first for chip in both for spell in LAW.spells(chip)]
    first = {day.first_day: day for day in begun if day.first_day >= FIRST}
    told = [[LAW.status(chip, day).kind for chip in both] for day in sorted(first)]
    expected = [
        [page.language.day(first[day]), *(page.language.string(f"status.{kind}") for kind in kinds)]
        for day, kinds, before in zip(sorted(first), told, [None, *told], strict=False)
        if kinds != before
    ]
    table = page.locator("[data-status] output table").last
    assert [cell.inner_text() for cell in table.locator("thead th").all()][1:] == [chip.short_name for chip in both]
    lines = [[cell.inner_text() for cell in line.locator("th, td").all()] for line in table.locator("tbody tr").all()]
    assert lines == expected[::-1] and [page.language.day("2025-05")] == [
        line[0] for line in lines if "2025" in line[0]
    ]


@pytest.mark.parametrize(("on", "said"), [("2026-09-24", False), ("2026-09-25", True)])
def test_a_day_after_the_law_was_read_is_said_to_be_one(page, on, said):
    assert LAW.read_to == "2026-09-24"
    found = answer(page, {"chip": "h200-sxm", "on": on})
    assert (page.language.string("status_page.after") in found["text"]) is said


@pytest.mark.parametrize(
    ("on", "key", "values"), [("2026-01-14", "status_page.duty_not_yet", {}), ("2026-01-15", "chip.duty", {"rate": 25})]
)
def test_before_its_first_day_a_chip_is_not_said_to_lie_outside_the_duty(page, on, key, values):
    text = answer(page, {"chip": "h200-sxm", "on": on})["text"]
    assert page.language.string(key, **values) in text and page.language.string("chip.no_duty") not in text


@pytest.mark.parametrize(("use", "key"), [("", "chip.duty"), ("9903.79.03", "status_page.exempt")])
def test_the_rate_of_the_duty_is_that_of_the_record(new_page, address, use, key):
    def changed(route) -> None:
        law = route.fetch().json()
        for duty in law["duties"]:
            duty["rate"] = 12.5
        route.fulfill(json=law)

    page = new_page()
    page.route("**/thresholds.json", changed)
    page.goto(f"{address}en/status/?chip=h200-sxm&on=2026-06-01&use={use}")
    page.wait_for_selector("[data-status] output .finding")
    assert live.LANGUAGE["en"].string(key, rate="12.5") in read(page)["text"]


def test_the_duty_says_to_which_day_it_was_read(page):
    assert LAW.duty_read_to == "2026-04-23"
    found = answer(page, {"chip": "h200-sxm", "on": "2026-06-01"})
    assert page.language.string("law_read_to", date=page.language.day(LAW.duty_read_to)) in found["text"]


def test_where_nothing_is_computed_no_line_is_said_to_change_nothing(page):
    none = page.language.string("margin.none")
    assert none not in answer(page, {"chip": "rtx-pro-5500", "on": "2026-10-01"})["text"]
    assert none in answer(page, {"chip": "mi308x", "on": "2026-10-01"})["text"]


def test_side_by_side_the_status_is_among_what_differs(page):
    found = answer(page, {"chip": "h200-sxm", "on": "2026-01-14", "vs-on": "2026-01-15"})
    table = page.locator("[data-status] output table").inner_text()
    assert len(found["titles"]) == 2
    for kind in (StatusKind.presumption_of_denial, StatusKind.case_by_case):
        assert page.language.string(f"status.{kind}") in table
    assert "\u2068742.6(b)" in table, "a place of the law stands in its own order"
    one, other = (box.bounding_box() for box in page.locator("[data-status] output .finding").all())
    assert one["y"] == other["y"], "one beside the other"


@pytest.mark.parametrize(("other", "shared"), [("h200-sxm", True), ("b300", False)])
def test_what_two_chips_share_on_the_day_is_said_before_what_differs(page, other, shared):
    found = answer(page, {"chip": "h100-sxm", "on": "2026-06-01", "vs-chip": other})
    assert (found["result"][0]["kind"] == found["result"][1]["kind"]) is shared
    first = page.locator("[data-status] output section").first.inner_text()
    assert page.language.string("status_page.differs") in first
    assert (page.language.string("status_page.both") in first) is shared


@pytest.mark.parametrize("width", [320, 360])
def test_side_by_side_nothing_is_wider_than_a_phone(new_page, address, width):
    page = new_page(viewport={"width": width, "height": 740})
    for language in ("en", "ar"):
        page.goto(f"{address}{language}/status/?chip=h100-sxm&vs-chip=rtx-pro-6000d&vs-on=2025-12-10")
        page.wait_for_selector("[data-status] output .sides")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        cut = "all => all.filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.innerText)"
        assert page.locator(".sides :is(th, td)").evaluate_all(cut) == []


def test_an_address_without_a_day_is_given_one(new_page, address):
    page = new_page()
    page.goto(f"{address}en/status/?chip=h200-sxm")
    page.wait_for_selector("[data-status] output .finding")
    assert page.url.endswith(f"?chip=h200-sxm&on={LAW.day}")


def test_without_the_figure_that_decides_the_duty_is_not_said_to_be_none(page):
    found = answer(page, {"rates": "1979x8", "centre": "yes", "on": "2026-06-01"})
    assert found["result"][0]["duty"] is None and page.language.string("chip.duty_open") in found["text"]


def test_missing_thresholds_are_said(new_page, address):
    page = new_page()
    page.route("**/thresholds.json", lambda route: route.abort())
    page.goto(f"{address}en/status/?chip=h200-sxm")
    page.wait_for_selector("[data-status] output:not(:empty)", state="attached")
    assert page.locator("[data-status] output").inner_text() == live.LANGUAGE["en"].string("status_page.failed")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_form_has_its_place_before_its_script_has_come(new_page, address, width):
    """Nothing moves when it comes, and what follows the answer is below the screen until then."""
    page = new_page(viewport={"width": width, "height": 800})
    page.route("**/*.css", with_fonts)

    def places() -> list[Any]:
        page.evaluate("document.fonts.ready")
        return [page.locator(f"[data-status] {shown}").bounding_box() for shown in ("[name=chip]", "button")]

    page.goto(address + "ar/status/")
    page.wait_for_selector("[data-status] output:not(:empty)")
    with_script = places()
    page.route("**/status.js", lambda route: route.abort())
    page.reload()
    assert places() == with_script
    assert page.locator("table.statuses").bounding_box()["y"] > 800


def test_without_script_every_chip_stands_there(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "en/status/")
    assert not page.locator("[data-status]").is_visible()
    assert page.locator("table.statuses tbody tr").count() == len(CHIPS)
