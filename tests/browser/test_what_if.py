"""The form computes what the build computes: one table of cases through both."""

from __future__ import annotations

from datetime import date
from typing import Any

import live
import pytest
from law.made import chip
from markupsafe import Markup
from support import BASE

from macros.law import policy
from macros.law.policy import StatusKind
from macros.page.lists import what_if
from macros.page.place import Place
from macros.page.view import View, environment
from macros.record.rule import Duty, LicenceRequirement, ReviewChange

pytestmark = pytest.mark.browser

# The day before, the day and a day after each period begins; the last day of the dossier.
DAYS = ["2022-10-20", "2022-10-21", "2023-11-16", "2023-11-17", "2026-01-14", "2026-01-15", "2026-11-23"]

Figures = tuple[float | None, int, float | None, float | None, float | None, bool]
FIGURES: list[Figures] = [  # rate, bits, memory bandwidth, interconnect bandwidth, die area, for data centres
    # 3A090.a of 2022, and 3A090.a.1: total processing performance 4,800, interconnect 600
    (600, 8, 2000, 600, 814, True),
    (599.875, 8, 2000, 600, 814, True),
    (600.125, 8, 2000, 600, 814, True),
    (600, 8, 2000, 599, 814, True),
    (300, 16, 2000, 601, 814, False),
    # 3A090.a.2: 1,600 and a density of 5.92
    (740, 8, 1000, 400, 1000, True),
    (739, 8, 1000, 400, 1000, True),
    (741, 8, 1000, 400, 1000, True),
    (740, 8, 1000, 400, 1000, False),
    (200, 8, 1000, 400, 270, True),
    (199.875, 8, 1000, 400, 200, True),
    # 3A090.b: 2,400 and 1.6, 1,600 and 3.2
    (300, 8, 1000, 400, 1500, True),
    (299.875, 8, 1000, 400, 1499, True),
    (300, 8, 1000, 400, 1501, True),
    (200, 8, 1000, 400, 500, True),
    (200, 8, 1000, 400, 501, True),
    # January 2026: 21,000 and 6,500
    (2625, 8, 6000, 900, 1000, True),
    (2624.875, 8, 6499, 900, 1000, True),
    (2625.125, 8, 6499, 900, 1000, True),
    (2624.875, 8, 6500, 900, 1000, True),
    (2624.875, 8, 6501, 900, 1000, True),
    # the bands of the duty: 14,000 to 17,500 with 4,500 to 5,000, 20,800 to 21,100 with 5,800 to 6,200
    (1750, 8, 4800, 900, 814, True),
    (1750.125, 8, 4800, 900, 814, True),
    (2187.5, 8, 4800, 900, 814, True),
    (2187.375, 8, 4999, 900, 814, True),
    (1979, 8, 4500, 900, 814, True),
    (1979, 8, 5000, 900, 814, True),
    (2600, 8, 6000, 896, None, True),
    (2600.125, 8, 5801, 896, None, True),
    (2637.5, 8, 6000, 896, None, True),
    (2637.375, 8, 6199, 896, None, True),
    (2614, 8, 6200, 896, None, True),
    (2614, 8, 5800, 896, None, True),
    # a total processing performance of 20,919.2, which is no whole number
    (2614.9, 8, 6000, 896, None, True),
    # figures left empty; every bit length
    (None, 8, None, None, None, True),
    (None, 8, 4800, 900, 814, False),
    (300, 8, None, None, None, True),
    (300, 8, None, None, None, False),
    (1979, 8, None, None, None, True),
    (1979, 8, 6500, None, None, True),
    (0, 8, 0, 0, None, True),
    (35000, 4, 22000, 3600, None, True),
    (989.5, 16, 3350, 900, 814, True),
    (495, 19, 3350, 900, 814, True),
]
CASES = [(figures, day) for figures in FIGURES for day in DAYS]
FORMATS = {4: "fp4", 8: "int8", 16: "fp16", 19: "tf32"}


def view(code: str) -> View:
    """The page on which the form stands."""
    return View(live.dossier(), live.law(), live.LANGUAGE, environment(), BASE, Place(f"{code}/policy-gap/"))


def computed(view: View, figures: Figures, day: str) -> dict[str, Any]:
    """What the build says of figures on a day: the kind of status, the comparisons, the rule; and the same of the
    duty, if any."""
    rate, bits, bandwidth, link, area, centre = figures
    names = {
        FORMATS[bits]: rate,
        "memory_bandwidth": bandwidth,
        "interconnect_bandwidth": link,
        "die_area": area,
    }
    subject = chip(data_centre=centre, **{name: value for name, value in names.items() if value is not None})
    law = live.law().in_force(date.fromisoformat(day))
    found, band = policy.status(subject, law, date.fromisoformat(day)), policy.band(subject, law)
    return {
        "status": found.kind,
        "reasons": sentences(view, found) if found.rule else "",
        "rule": found.rule and view.href(found.rule),
        "duty": band and view.href(band.rule),
        "band": f"{view.group(band.group).striptags()} ({sentences(view, band)})" if band else "",
    }


def sentences(view: View, found: policy.Status | policy.Band) -> str:
    """The comparisons of a status in the words of the table, each once."""
    imported = "{% from 'part/components.html' import reason with context %}{{ reason(found) }}"
    template = view.templates.from_string(imported)
    language = view.language
    values = {"view": view, "language": language, "t": language.string, "number": language.number}
    told = (Markup(template.render(found=reason, **values)).striptags() for reason in found.reasons)
    return f"{language.string('semicolon')} ".join(dict.fromkeys(told))


@pytest.fixture(scope="module", params=["en", "ar"])
def form(request, browser, address):
    page = browser.new_page()
    page.goto(f"{address}{request.param}/policy-gap/")
    page.view = view(request.param)
    page.words = what_if(page.view).words
    yield page
    page.close()


def asked(page, figures: Figures, day: str) -> dict[str, Any]:
    """Fill in the form and read its answer."""
    values = dict(zip(("rate", "bits", "bandwidth", "link", "area"), figures, strict=False)) | {"date": day}
    page.evaluate(
        """([values, centre]) => {
            const form = document.querySelector(".what-if form");
            for (const [name, value] of Object.entries(values)) form[name].value = value ?? "";
            form.centre.checked = centre;
            form.querySelector("output").replaceChildren();
            form.querySelector("button").click();
        }""",
        [values, figures[-1]],
    )
    page.wait_for_selector(".what-if output .status")
    return page.evaluate(
        """() => {
            const output = document.querySelector(".what-if output"), badge = output.querySelector(".status");
            const links = [...output.querySelectorAll("a")].map(link => link.getAttribute("href"));
            return { kind: badge.className, badge: badge.innerText, words: output.innerText, links };
        }"""
    )


def test_form_and_build_agree(form):
    """Status, comparisons, deciding rule and band of the duty, in the words of the page's language."""
    for figures, day in CASES:
        expected, case = computed(form.view, figures, day), f"{figures} on {day}"
        answer = asked(form, figures, day)
        assert answer["kind"] == f"status {expected['status']}", case
        assert answer["badge"] == form.view.language.string(f"status.{expected['status']}"), case
        assert answer["badge"] == form.words["status"][expected["status"]], case
        assert answer["links"] == [link for link in (expected["rule"], expected["duty"]) if link], case
        assert expected["reasons"] in answer["words"] and expected["band"] in answer["words"], case
        assert (form.words["no_duty"] in answer["words"]) is (expected["duty"] is None), case


def test_the_cases_meet_every_answer():
    """Every status but those of named products and of chips with a date of their own; every rule and band that there
    is."""
    here, rules = view("en"), live.law().rules
    answers = [computed(here, *case) for case in CASES]
    assert {answer["status"] for answer in answers} == set(StatusKind) - {StatusKind.letter, StatusKind.not_known_yet}
    requirements = [found for found in policy.measures(rules, LicenceRequirement) if found.effect.any_of]
    deciding = [*requirements, *policy.measures(rules, ReviewChange)]
    assert {answer["rule"] for answer in answers} - {None} == {here.href(found.rule) for found in deciding}
    groups = [group for found in policy.measures(rules, Duty) for group in found.effect.any_of]
    bands = {answer["band"].partition(" (")[0] for answer in answers} - {""}
    assert bands == {here.group(group).striptags() for group in groups}


def test_the_computed_figures_are_shown(form):
    words = asked(form, (1979, 8, 4800, 900, 814, True), "2026-11-23")["words"]
    assert "15,832" in words and "19.45" in words
    assert "20,919.2" in asked(form, (2614.9, 8, 6000, 896, None, True), "2026-11-23")["words"]


def test_a_result_has_an_address(form, new_page):
    asked(form, (1979, 8, 4800, 900, 814, True), "2025-12-10")
    page = new_page()
    page.goto(form.url)
    page.wait_for_selector(".what-if output .status.presumption-of-denial")
    assert page.url.endswith("#what-if")


def test_missing_thresholds_are_said(new_page, address):
    page = new_page()
    page.route("**/thresholds.json", lambda route: route.abort())
    page.goto(f"{address}en/policy-gap/?rate=1979")
    page.wait_for_function("document.querySelector('.what-if output').textContent")
    assert page.locator(".what-if output").inner_text() == live.LANGUAGE["en"].string("what_if.failed")


@pytest.mark.parametrize("query", ["rate=1979&bits=7", "rate=-1", "rate=1979&date=then", "rate=1979&date=2020-01-01"])
def test_an_address_that_the_form_would_not_take_is_not_computed(new_page, address, query):
    page = new_page()
    page.goto(f"{address}en/policy-gap/?{query}", wait_until="networkidle")
    assert page.locator(".what-if form").is_visible() and page.locator(".what-if output").inner_text() == ""


def test_a_known_chip_fills_the_form(form):
    form.select_option(".what-if [name=chip]", label="H200")
    filled = [form.input_value(f".what-if [name={name}]") for name in ("rate", "bandwidth", "area")]
    assert filled == ["1979", "4800", "814"]


def test_without_script_the_table_stands_in_its_place(new_page, address):
    page = new_page(java_script_enabled=False)
    page.goto(address + "en/policy-gap/")
    assert not page.locator(".what-if form").is_visible() and page.locator(".what-if .no-script").is_visible()
    assert page.locator("table.matrix").is_visible()
