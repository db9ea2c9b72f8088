"""The isolation of Latin words, measured quantities and numbers with signs in Arabic."""

from __future__ import annotations

import pytest

from macros.wording.latin import isolate, isolate_plain

RUNS = {
    "a name": "رقاقة ⟦H200⟧ الأقوى",
    "a name after a letter that is joined": "رقاقتا ⟦H20⟧ و⟦MI308⟧ في 2025",
    "a name before a question mark": "هل شُحنت رقاقة ⟦H200⟧؟",
    "a name of several words": "قالت نشرة ⟦Wall Street Now⟧ أمس",
    "a name with &": "نشرة ⟦Trade & Law⟧ المتخصصة",
    "a name with an apostrophe": "موقع ⟦Tom's Hardware⟧ المتخصص",
    "a name with its own letters": "موقع ⟦Türkiye Today⟧، وموقع ⟦Notícias⟧",
    "a name with a number, before a word": "رقاقات ⟦RTX Pro 5500⟧ لعلي بابا",
    "a name with a number, after a letter": "رقاقة ⟦Ascend 960⟧ وتقول هواوي",
    "a name with a number, before a stop": "ناقل ⟦PCIe 5.0⟧.",
    "a name that begins with a number": "رقاقة ⟦910C⟧، وموقع ⟦3DNews⟧",
    "a name that begins with a number and a stroke": "موقع ⟦24/7 Wall St⟧، بلا تاريخ",
    "a name with a number and a letter": "رقاقة ⟦RTX 6000 D⟧، وبنية ⟦Hopper (GH100)⟧",
    "a name with a hyphen": "نموذج ⟦LongCat-2.0⟧ من ميتوان",
    "names with a stroke": "رقاقتا ⟦H100/H200⟧ معًا",
    "a name in brackets": "الاستثناء (⟦NAC⟧) وحده",
    "a name in quotation marks": "مشروع «⟦AI OVERWATCH⟧»، وغيره",
    "a quoted word": "كلمة “⟦rack-mounted⟧” وحدها",
    "a country group": "دول ⟦D:5⟧ و⟦A:6⟧، و(⟦D:1⟧)",
    "a volume alone": "مدونة اللوائح (⟦15 CFR⟧)",
    "a volume with its section": "المادة ⟦15 CFR 742.6(b)(10)⟧.",
    "a volume before a comma": "المدونة ⟦15 CFR⟧، الجزء 774",
    "a page of a register": "القاعدة (⟦91 FR 1684⟧)",
    "a statute": "المادة ⟦15 U.S.C. 77b(a)(19)⟧.",
    "a section alone": "الفقرة ⟦742.6(b)(10)⟧ والفقرة ⟦(dd)(1)(i)⟧",
    "a section in brackets": "(استنتاج من ⟦740.8(b)⟧)",
    "an item": "البندان ⟦3A090.a.1⟧ و⟦4A090⟧",
    "a paragraph with its dot": "في بنود ⟦.z⟧ إلى كل وجهة",
    "a bill": "مشروع القانون ⟦H.R. 6875⟧ (⟦AI OVERWATCH⟧).",
    "a form": "الإفصاح (⟦10-Q⟧) قبله",
    "a document's number": "الوثيقة ⟦2025-19001⟧، وقُرئت",
    "a date as a computer writes it": "في ⟦2026-01-15⟧.",
    "a quantity with its unit": "الذاكرة ⟦4,800 GB/s⟧ (لا يقل عن 4,800)",
    "a quantity with an area": "مساحة ⟦814 mm²⟧ فقط",
    "a quantity with decimals": "معدل ⟦989.5 TFLOPS⟧؛ والذاكرة ⟦96 GB⟧",
    "a unit in brackets": "عرض نطاق الذاكرة (⟦GB/s⟧)",
    "a share": "بنسبة ⟦25%⟧ من الإيرادات",
    "a currency": "مبلغ ⟦$4.5⟧ و«⟦$25%⟧» في المنشور",
    "a number below zero": "حتى ⟦-5⟧ درجات",
    "a range": "من ⟦5–7⟧ أشهر",
    "a sum": "وهو ⟦300+300⟧ غيغابايت",
    "a calculation": "الناتج ⟦1,979 × 8 = 15,832⟧.",
    "a list": "مثل ⟦1979x8, 989.5x16⟧، وأعداد",
    "an address": "العنوان ⟦https://example.org/ar/x/⟧.",
    "an address without its scheme": "(⟦example.org/a/108_130⟧).",
    "a number and an Arabic unit": "4,800 غيغابايت في الثانية",
    "a number after a name, with thousands": "معدل ⟦FP16⟧ 1,979 أو أكثر",
    "a date": "في 29 يناير 2026، قالت",
    "a number in brackets": "الرسوم (25 في المئة) والباب 15",
    "a year before a name": "في 2026 (⟦S. 4784⟧).",
}


@pytest.mark.parametrize("shown", RUNS.values(), ids=RUNS)
def test_a_latin_run_is_isolated_with_what_belongs_to_it(shown):
    text = shown.replace("⟦", "").replace("⟧", "")
    html = text.replace("&", "&amp;")
    marked = shown.replace("&", "&amp;").replace("'", "&#39;")
    found = isolate(html, "ar").replace('<bdi class="long">', "<bdi>")
    assert found == marked.replace("⟦", "<bdi>").replace("⟧", "</bdi>")
    assert isolate_plain(text) == shown.replace("⟦", "\u2066").replace("⟧", "\u2069")


def test_a_line_may_break_only_a_long_run():
    assert isolate("15 CFR 742.6(b)(10)", "ar") == "<bdi>15 CFR 742.6(b)(10)</bdi>"
    assert isolate("Chemical Facility Security News", "ar") == '<bdi class="long">Chemical Facility Security News</bdi>'


def test_what_is_written_stays_escaped():
    assert isolate("&lt;script&gt;", "ar") == "&lt;<bdi>script</bdi>&gt;"


@pytest.mark.parametrize(
    "left",
    [
        '<a href="H200/" title="H200">رقاقة</a>',
        "<head><title>H200</title></head>",
        '<script type="application/json">{"H200": "<b>"}</script>',
        "<pre>H200</pre><code>H200</code><bdi>H200</bdi>",
        "<svg><text>H200</text></svg>",
        "<select><option>H200</option></select>",
        '<p lang="en" dir="ltr">The <em>H200</em> chip</p>',
    ],
)
def test_what_is_no_arabic_text_is_left_alone(left):
    assert isolate(left, "ar") == left


def test_on_an_english_page_arabic_is_looked_at_and_nothing_else():
    page = '<html lang="en"><p>The H200</p><p lang="ar">رقاقة {}</p><p>the H200</p></html>'
    assert isolate(page.format("H200"), "en") == page.format("<bdi>H200</bdi>")


def test_a_place_for_a_value_is_left_alone():
    assert isolate_plain("الاستثناء {about} (H20) في {date}") == "الاستثناء {about} (\u2066H20\u2069) في {date}"
    assert isolate("<p>⟦title⟧، H20</p>", "ar") == "<p>⟦title⟧، <bdi>H20</bdi></p>"
