"""The form computes what the build computes: one table of cases through both."""
from __future__ import annotations

from datetime import date

import pytest
from conftest import DOSSIER
from test_policy import chip

from macros import policy
from macros.language import Language

pytestmark = pytest.mark.browser

DAYS = ["2022-10-20", "2022-10-21", "2023-11-17", "2025-12-10", "2026-01-14", "2026-01-15", "2026-11-23"]
FIGURES = [  # rate, bits, memory bandwidth, interconnect bandwidth, die area, for data centres
    (1979, 8, 4800, 900, 814, True), (989.5, 16, 3350, 900, 814, True), (624, 8, 2039, 600, 826, True), (296, 8, 4000, 900, 814, True),
    (600, 8, 2000, 600, 814, True), (599.9, 8, 2000, 600, 814, True), (600, 8, 2000, 599, 814, True), (4500, 8, 8000, 1800, 1620, True),
    (2625, 8, 6000, 900, 1000, True), (2624.9, 8, 6499, 900, 1000, True), (2624.9, 8, 6500, 900, 1000, True), (2614.9, 8, 6000, 896, None, True),
    (2600, 8, 6000, 896, None, True), (500, 8, 3000, 400, 675, True), (500, 8, 3000, 400, 675, False), (200, 8, 1000, 400, 500, True),
    (199.9, 8, 1000, 400, 200, True), (300, 8, None, None, None, True), (1979, 8, None, None, None, True), (35000, 4, 22000, 3600, None, True),
]
CASES = [(figures, DAYS[index % len(DAYS)]) for index, figures in enumerate(FIGURES)] + [(figures, day) for figures in FIGURES[:4] for day in DAYS]


def computed(figures, day):
    """What the build says of figures on a day: the kind of status, the rule, and the rule of the duty."""
    rate, bits, bandwidth, link, area, centre = figures
    names = {"memory_bandwidth": bandwidth, "interconnect_bandwidth": link, "die_area": area}
    subject = chip(data_centre=centre, **{{4: "fp4", 8: "int8", 16: "fp16"}[bits]: rate}, **{name: value for name, value in names.items() if value is not None})
    found, band = policy.status(DOSSIER.rules, subject, date.fromisoformat(day)), policy.duty(DOSSIER.rules, subject, date.fromisoformat(day))
    return found.kind, found.rule.short_title if found.rule else None, band is not None


@pytest.fixture(scope="module", params=["en", "ar"])
def form(request, browser, address):
    page = browser.new_page()
    page.goto(f"{address}{request.param}/policy-gap/")
    page.language = Language(request.param)
    yield page
    page.close()


def asked(page, figures, day):
    """Fill in the form and read its answer."""
    rate, bits, bandwidth, link, area, centre = figures
    for name, value in {"rate": rate, "bandwidth": bandwidth, "link": link, "area": area}.items():
        page.fill(f".what-if [name={name}]", "" if value is None else str(value))
    page.select_option(".what-if [name=bits]", str(bits))
    page.set_checked(".what-if [name=centre]", centre)
    page.fill(".what-if [name=date]", day)
    page.evaluate("document.querySelector('.what-if output').replaceChildren()")
    page.click(".what-if button")
    page.wait_for_selector(".what-if output .status")
    return page.locator(".what-if output")


def test_there_are_cases_enough():
    assert len(CASES) >= 30


def test_form_and_build_agree(form):
    for figures, day in CASES:
        kind, title, band = computed(figures, day)
        answer = asked(form, figures, day)
        case = f"{figures} on {day}"
        assert answer.locator(".status").get_attribute("class") == f"status {kind}", case
        assert answer.locator(".status").inner_text() == form.language.string(f"status.{kind}"), case
        words = answer.inner_text()
        assert title is None or title[form.language.code] in words, case
        assert (form.language.string("chip.no_duty") not in words) is band, case


def test_the_reason_is_that_of_the_table(form):
    answer = asked(form, FIGURES[0], "2026-11-23").inner_text()
    language = form.language
    assert language.string("reason.below", value="15,832", limit="21,000") in answer
    assert language.string("reason.below", value="4,800 GB/s", limit="6,500") in answer


def test_a_result_has_an_address(form, browser):
    asked(form, FIGURES[0], "2025-12-10")
    page = browser.new_page()
    page.goto(form.url)
    page.wait_for_selector(".what-if output .status.presumption-of-denial")
    page.close()


def test_a_known_chip_fills_the_form(form):
    form.select_option(".what-if [name=chip]", label="H200")
    assert [form.input_value(f".what-if [name={name}]") for name in ("rate", "bandwidth", "area")] == ["1979", "4800", "814"]


def test_without_script_the_table_stands_in_its_place(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "en/policy-gap/")
    assert not page.locator(".what-if form").is_visible() and page.locator(".what-if .no-script").is_visible()
    assert page.locator("table.matrix").is_visible()
    page.context.close()
