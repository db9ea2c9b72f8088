"""What cannot be true is refused, with its reason; what is only unlikely is a warning. Each example breaks one thing in
the made-up world."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from reading.broken import SHELF, change, problems

from macros.reading.load import load

REVIEW, GAUGE, LETTER, BILL = (
    f"rules/{name}.yml" for name in ("review-2032", "gauge-2031", "letter-2031", "bill-of-lines")
)
QUILL = "chips/quill-9.yml"
SHIPS = "events/ovrel-ships-2032.yml"
SALE = "claims/sale-now-allowed.yml"
STORY = "sources/wire-story.yml"
LOQING = "buyer: {en: Loqing, ar: لوتشينغ}}"
FIGURES = (
    "expected one of total_processing_performance, performance_density, memory_bandwidth, interconnect_bandwidth, "
    "memory_and_interconnect"
)


IMPOSSIBLE = [
    (REVIEW, "controls: [L1]", "controls: [L7]", "effects.0.controls.0: no control 'L7'; expected L1, L2, L3, stop"),
    (
        "rules/exception-2032.yml",
        "- {control: L2}",
        "- {control: L4}",
        "effects.0.admits.0.control: no control 'L4'; expected L1, L2, L3, stop",
    ),
    (
        REVIEW,
        "memory_bandwidth: {below: 4800}",
        "memory_bandwidth: {below: 4800, at_least: 4800}",
        "effects.0.any_of.0.memory_bandwidth: nothing lies between 4800 and 4800; expected bounds that leave room",
    ),
    (
        REVIEW,
        "{at_least: 500}",
        "{at_least: 500, at_most: 499}",
        "effects.1.any_of.0.total_processing_performance: nothing lies between 500 and 499; expected bounds that "
        "leave room",
    ),
    (
        REVIEW,
        "{at_least: 500}",
        "{at_least: 500, above: 500}",
        "effects.1.any_of.0.total_processing_performance: expected one of at_least and above",
    ),
    (
        REVIEW,
        "interconnect_bandwidth: {at_most: 400}",
        "interconnect_bandwidth: {at_most: 400, below: 400}",
        "effects.1.any_of.0.interconnect_bandwidth: expected one of below and at_most",
    ),
    (
        REVIEW,
        "{at_least: 500}",
        "{at_least: 0}",
        "effects.1.any_of.0.total_processing_performance: 0 is no bound; every chip lies above it",
    ),
    (
        BILL,
        "effective: null",
        "effective: 2033-01-01",
        "effective: a bill that is not law is not in force; expected null, or no 'pending'",
    ),
    (
        LETTER,
        "    standing: reported\n  - kind",
        "    standing: reported\n    until: 2031-08-31\n  - kind",
        "effects.0.until: 2031-08-31 lies before 2031-09-01, its first day; expected a later day",
    ),
    (
        GAUGE,
        "since: 2031-10-01",
        "since: 2031-01-31",
        "effects.0.renumbered.0.since: 2031-01-31 lies before 2031-02-01, the day before it; expected oldest first",
    ),
    (
        "rules/speech-2031.yml",
        "replaced_by: [duty-2032, review-2032]",
        "replaced_by: [duty-2032, line-2030]",
        "replaced_by.1: 'line-2030' is of 2030-03-01, before this rule's 2031-08-31; expected a later one",
    ),
    (
        "rules/speech-2031.yml",
        "replaced_by: [duty-2032, review-2032]",
        "replaced_by: [duty-2032, duty-2032]",
        "replaced_by.1: 'duty-2032' stands above already; expected each once",
    ),
    (
        "rules/stop-2032.yml",
        "effective: 2032-07-01\n",
        'effective: 2032-04-01\nopens_period: {en: "x", ar: "س"}\n',
        "opens_period: 'a period from 2032-04-01 on' stands in rules/review-2032 already; expected one of its own",
    ),
    (
        "rules/exception-2032.yml",
        "law_read_to: 2032-11-30",
        "law_read_to: 2032-04-30",
        "law_read_to: 2032-04-30 lies before 2032-05-01, its first day; expected that day or a later one",
    ),
    (
        "versions/gauge-2031.yml",
        "law_read_to: 2032-12-31",
        "law_read_to: 2031-01-31",
        "law_read_to: 2031-01-31 lies before 2031-02-01, its first day; expected that day or a later one",
    ),
    (
        "versions/line-2030.yml",
        "first: 2030-03",
        "first: 2031-02-01",
        "first: 'a version of 3a090 from 2031-02-01 on' stands in versions/gauge-2031 already; expected one of its own",
    ),
    (
        QUILL,
        "announced: 2029-11\n",
        "announced: 2029-11\nfirst_known: 2030\nfirst_known_sources: [data-sheet]\n",
        "first_known: the announcement is established; expected null, or announced: null",
    ),
    (
        QUILL,
        "{value: 3900,",
        "{value: 4000,",
        "figures.memory_bandwidth.alternatives.0.value: 4000 is the value itself; expected another, or one more of its "
        "sources",
    ),
    (
        QUILL,
        "- gates: [g-sales]",
        "- gates: [g-sales, g-sales]",
        "gates.0.gates.1: stands above already, at 0; expected each once",
    ),
    (QUILL, "vendor: ovrel", "vendor: ima-tarvel", "vendor: 'ima-tarvel' is a person; expected a company or a group"),
    (
        QUILL,
        "short_name: Quill 9",
        "short_name: '[[terms/licence]]'",
        "short_name: a name is no place for a reference; expected plain words",
    ),
    (
        SHIPS,
        "{type: confirms, to: ministry-notice-2032}",
        "{type: confirmed-by, to: ministry-notice-2032}",
        "relations.0.type: 'ministry-notice-2032' is of 2032-02-10, before this event; expected a later one",
    ),
    (
        "events/buyers-2031.yml",
        "{type: contradicted-by, to: ovrel-ships-2032}",
        "{type: follows, to: ovrel-ships-2032}",
        "relations.2.type: 'ovrel-ships-2032' is of 2032-12-01, after this event; expected an earlier one",
    ),
    (
        SHIPS,
        "  - {type: contradicts, to: buyers-2031}",
        "  - {type: contradicts, to: buyers-2031}\n  - {type: confirms, to: buyers-2031}",
        "relations.2.type: 'confirms' is said of 'buyers-2031' above, or its opposite; expected one",
    ),
    (
        "events/buyers-2031.yml",
        "sources: [wire-story, digest]",
        "sources: [wire-story, digest, wire-story]",
        "sources.2: 'wire-story' stands above already; expected each once",
    ),
    (
        "actors/ministry.yml",
        "{type: told-to-stop, to: loqing",
        "{type: approves, to: loqing",
        "relations.1: 'approves' to 'loqing' stands above already",
    ),
    (
        "claims/buyers-ask.yml",
        "locator: {paragraph: 2}",
        "locator: {paragraph: 4}",
        "reports.3.locator.paragraph: paragraph 4 makes no claim, as 'article' has it; expected another paragraph",
    ),
    (
        SALE,
        "  - source: rewrite\n",
        "  - source: wire-story\n    attribution: {kind: official}\n  - source: rewrite\n",
        "reports.1.source: 'wire-story' stands above already; expected each source once",
    ),
    (
        SALE,
        "mistakes_step_for: us-licence",
        "mistakes_step_for: enquiry",
        "mistakes_step_for: 'enquiry' is no step after the claim's; expected a later one",
    ),
    (
        "claims/buyers-ask.yml",
        "topic: demand\n",
        "topic: demand\ndepends_on: [firms-stay-quiet]\n",
        "depends_on: cycle: buyers-ask ← firms-stay-quiet ← buyers-ask; expected a claim to depend on others",
    ),
    (
        "conclusions/sale-needs-licence.yml",
        "verdict: contradicted",
        "verdict: supported",
        "verdict: 'supported', but its claims are contradicted; expected the same",
    ),
    ("steps/revenue.yml", "order: 9", "order: 11", "order: 11, but no step is 10; expected no gap"),
    (
        STORY,
        "language: en\n",
        "language: xx\n",
        "language: no language 'xx' is known; expected one such as en or zh-Hant",
    ),
    (
        STORY,
        "url: https://example.org/tarn/1",
        "url: https://a:b@example.org/tarn/1",
        "url: 'example.org' with a name or a password; expected an address that anybody may open",
    ),
    (
        STORY,
        "url: https://example.org/tarn/1",
        "url: https://localhost/tarn/1",
        "url: 'localhost' is no host of the internet; expected one such as example.org",
    ),
    (
        STORY,
        "url: https://example.org/tarn/1",
        "url: http://example.org/tarn/1",
        "url: 'http:' is not encrypted; expected 'https:' of every host not listed as without it",
    ),
    (STORY, "author: A. Writer", "author: '…'", "author: expected words, found '…'"),
    (
        STORY,
        "author: A. Writer",
        "author: Müller, Jürgen",
        "author: 'Müller' is a part of a name; expected each as it is read, such as Ima Tarvel, Bo Ovrel",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: de la Cruz, J.-M.",
        "author: 'J.-M.' is a part of a name; expected each as it is read, such as Ima Tarvel, Bo Ovrel",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: A. Writer, , B. Writer",
        "author: '' is a part of a name; expected each as it is read, such as Ima Tarvel, Bo Ovrel",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: J. Müller; Ç. Öz",
        "author: ';' divides no names; expected ', ' between them",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: A. B. and C. D.",
        "author: 'and' divides no names; expected ', ' between them",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: A. Writer,B. Writer",
        "author: ',' divides no names; expected ', ' between them",
    ),
    (
        STORY,
        "author: A. Writer",
        "author: كاتب أول، كاتب ثان",
        "author: '،' divides no names; expected ', ' between them",
    ),
    (
        STORY,
        "archived: https://web.archive.org/web/20310902030405/https://example.org/tarn/1",
        "archived: https://example.org/copy/1",
        "archived: 'https://example.org/copy/1' is no copy in an archive; expected an address such as "
        "https://web.archive.org/web/20310908070605/https://…",
    ),
    (
        "sources/leaflet-1.yml",
        "url: https://example.org/leaflet/1",
        "url: https://github.com/leaflet/pages/blob/main/1.md",
        "url: 'https://github.com/leaflet/pages/blob/main/1.md' moves with its repository; expected a file at a commit "
        "(40 digits), a copy in 'archived', or 'address_note' on why there is none",
    ),
    (
        QUILL,
        "announced_sources: [data-sheet]\n",
        "announced_sources: []\n",
        "announced_sources: expected a source for the date of the announcement",
    ),
    (
        QUILL,
        "{value: 700,",
        "{value: 70000,",
        "figures.power.value: 70000 is no likely power; expected 1 to 20000 (W)",
    ),
    (
        "questions/who-paid.yml",
        "sources: [digest]\ntaken_from: [rival-story]",
        "sources: []",
        "sources: expected 1 or more in the list, found []",
    ),
    (
        "claims/quill-9-four-times-quill-2.yml",
        "    sources: [data-sheet]\n",
        "",
        "findings.1.basis: computed, but from what is not said; expected sources or rules with the figures",
    ),
    (
        "claims/loqing-is-slower.yml",
        "    seen: machine-translation\n    seen_in: [translated-story]\n",
        "    seen_in: [translated-story]\n",
        "reports.0.seen: direct, but 'rewrite' was not read; expected not-seen, or summary or machine-translation with "
        "'seen_in'",
    ),
    (
        "events/hearing-expected-2033.yml",
        "expected: true",
        "expected: true\noutcome: not-read",
        "outcome: 2033-04 is not over on 2033-03-01, to which the record is current; expected none",
    ),
    (
        "events/tundrix-filing-2032.yml",
        "date: 2032-08-01",
        "date: 2033-01-05",
        "date: 2033-01-05, but its id says 2032; expected its own date, there or at the end of the id",
    ),
    (
        QUILL,
        "{value: 700,",
        "{value: 1e-9,",
        "figures.power.value: input should be greater than or equal to 0.01, found 1e-09",
    ),
]


STRANGE = [
    (case["file"], case["old"], case["new"], case["expected"], case.get("told_of", case["file"]))
    for case in yaml.safe_load(Path(__file__).with_name("contradictions.yml").read_text(encoding="utf-8"))
]
"""The same of who can do what, of what stands twice, and of what only one language says."""


@pytest.mark.parametrize(
    ("file", "old", "new", "expected", "told_of"), [*((*case, case[0]) for case in IMPOSSIBLE), *STRANGE]
)
def test_what_cannot_be_true_is_refused_with_the_reason(data, file, old, new, expected, told_of):
    change(data, file, old, new)
    (problem,) = problems(data)
    place, _, said = problem.partition(": ")
    assert place.startswith(f"data/{told_of}:") and said == expected


@pytest.mark.parametrize("type", ["follows", "leads-to", "part-of"])
def test_of_two_events_of_one_day_each_is_said_to_come_first_or_to_hold_the_other(data, type):
    for here, there in (("seizure-2032", "ovrel-ships-2032"), ("ovrel-ships-2032", "seizure-2032")):
        file = data / f"events/{here}.yml"
        lines = [
            line
            for line in file.read_text(encoding="utf-8").splitlines()
            if not line.startswith(("relations", "  - {type"))
        ]
        lines = ["date: 2032-12-01" if line.startswith("date:") else line for line in lines]
        file.write_text("\n".join([*lines, "relations:", f"  - {{type: {type}, to: {there}}}", ""]), encoding="utf-8")
    (problem,) = problems(data)
    assert "relations: cycle: ovrel-ships-2032 ← seizure-2032 ← ovrel-ships-2032; expected " in problem


def test_a_later_letter_does_not_take_the_place_of_one_to_another_maker(data):
    shutil.copy(data / LETTER, data / "rules/letter-2031-12.yml")
    for old, new in (
        ("letter to Ovrel", "letter to Loqing"),
        ("letter to Tundrix", "letter to Ovrel"),
        ("effective: 2031-09-01\n", "effective: 2031-12-01\n"),
        ("effective: 2031-09-03", "effective: 2031-12-03"),
        ("opens_period", "notes: [{en: It was told later., ar: عُرفت لاحقًا.}] #"),
        ("published: 2031-09-05", "published: 2031-12-05"),
    ):
        change(data, "rules/letter-2031-12.yml", old, new)
    assert any(
        problem.startswith("data/rules/letter-2031-12.yml:")
        and problem.endswith(
            "effects.1.addressee: 'tundrix', but 'letter to Ovrel' is a letter to 'ovrel'; expected that one, or a "
            "control of its own"
        )
        for problem in problems(data)
    )


def test_an_article_that_shows_no_date_is_no_older_than_what_it_retells(data):
    change(data, "sources/article.yml", "date: 2031-09-03", "date: null")
    change(data, SALE, "later: {status: superseded,", "later: {status: superseded, events: [gauge-in-force-2031],")
    (problem,) = problems(data)
    assert "'gauge-in-force-2031' is of 2031-02-01, before the article; expected a later event" in problem


def test_a_reference_in_a_name_of_both_languages(data):
    change(
        data,
        "terms/licence.yml",
        "name: {en: LICENCE, ar: ",
        "name: {en: '[[terms/case-by-case]]', ar: '[[terms/case-by-case]] نص'} #",
    )
    assert [problem.partition(": ")[2] for problem in problems(data)] == [
        f"name.{code}: a name is no place for a reference; expected plain words" for code in ("ar", "en")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (QUILL, "{value: 700,", "{value: 1e300,", "input should be less than or equal to 1000000000000"),
        (STORY, "date: 2031-09-01", "date: 1031-09-01", "lies too far away; expected a year from 1900 to 2199"),
        (STORY, "date: 2031-09-01", "date: 9999", "lies too far away; expected a year from 1900 to 2199"),
        (
            GAUGE,
            "total_processing_performance: {at_least: 4000}",
            "data_centre: true",
            f"effects.0.any_of.1: a group without a comparison takes in every chip; {FIGURES}",
        ),
    ],
)
def test_what_lies_out_of_range_or_takes_in_everything(data, file, old, new, expected):
    """These may break other things too."""
    change(data, file, old, new)
    assert any(expected in problem for problem in problems(data))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (REVIEW, "{at_least: 500}", "{at_least: 500, at_most: 500}"),
        (REVIEW, "{at_least: 500}", "{above: 499, at_most: 500}"),
        (LETTER, "    standing: reported\n  - kind", "    standing: reported\n    until: 2031-09-01\n  - kind"),
        ("rules/exception-2032.yml", "law_read_to: 2032-11-30", "law_read_to: 2032-05-01"),
        (QUILL, "vendor: ovrel", "vendor: lantern-traders"),
        (QUILL, "{value: 700,", "{value: 1,"),
        (STORY, "language: en\n", "language: zh-Hant\n"),
        (STORY, "author: A. Writer", "author: 文"),
        (STORY, "author: A. Writer", "author: 文, 林文彬, 홍길동, J. R. Sand-Brook, أحمد علي"),
        (STORY, "author: A. Writer", "author: Reuters"),
        (SHIPS, "{type: contradicts, to: buyers-2031}", "{type: part-of, to: hearing-expected-2033}"),
        ("actors/ima-tarvel.yml", "side: nvidia", "side: media"),
        ("rules/duty-2032.yml", "From 1 November 2032", "From 1 November"),
        (
            "rules/duty-2032.yml",
            "short_title: {en: Duty of November 2032, ar: رسم نوفمبر 2032}",
            "short_title: {en: Duty of October, ar: رسم تشرين الأول}",
        ),
        ("rules/duty-2032.yml", "رسم نوفمبر 2032", "رسم تشرين الثاني/نوفمبر 2032"),
        (
            "rules/line-2030.yml",
            "replaced_by: [gauge-2031]",
            "replaced_by: [gauge-2031]\nlaw_read_to: 2031-02-01\ntext: gauge-text",
        ),
        ("sources/rival-story.yml", "read: quoted", "read: quoted\ncopies: [{language: en, extent: start}]"),
        (GAUGE, "at_least: 1600}", "at_least: 1600, at_most: 4000}"),
        *(
            (SHIPS, LOQING, f"{LOQING}{more}\n  - {{kind: ordered, value: 100, product: quill-9}}")
            for more in (
                "\n  - {kind: ordered, value: 90, product: quill-9, buyer: {en: all firms, ar: كل الشركات}}",
                "\n  - {kind: ordered, value: 90, product: quill-9, buyer: {en: Kilnova, ar: كلنوفا}}",
                "\n  - {kind: ordered, value: 20, product: quill-9, buyer: {en: Tundrix, ar: تندركس}}",
                "\n  - {kind: ordered, at_most: 90, product: quill-9, buyer: {en: Tundrix, ar: تندركس}}",
                "\n  - {kind: wanted, value: 90, product: quill-9, buyer: {en: Tundrix, ar: تندركس}}",
            )
        ),
        (GAUGE, "memory_bandwidth: {above: 3000}", "performance_density: {below: 0.02}"),
    ],
)
def test_what_may_be_so_is_read(data, file, old, new):
    change(data, file, old, new)
    load(data, shelf=SHELF)


def warned(data: Path) -> list[str]:
    found: list[str] = []
    load(data, shelf=SHELF, warn=lambda problem: found.append(str(problem)))
    return found


def test_nothing_in_the_world_is_unlikely(data):
    assert warned(data) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            SALE,
            "date: 2033-03-01",
            "date: 2036-03-01",
            "findings.2.date: 2036-03-01 lies more than a year after 2033-01-15, the newest of sources and events; "
            "expected it nearer",
        ),
        (
            "steps/revenue.yml",
            "date: 2033-01-15",
            "date: 2034-06-01",
            "date: 2034-06-01 lies more than a year after 2033-01-15, the newest of sources and events; "
            "expected it nearer",
        ),
        (
            GAUGE,
            "since: 2031-10-01",
            "since: 2199-10-01",
            "effects.0.renumbered.0.since: 2199-10-01 lies more than a year after 2033-01-15, the newest of sources "
            "and events; expected it nearer",
        ),
        (
            STORY,
            "web/20310902030405",
            "web/21990902030405",
            "archived: 2199-09-02 lies more than a year after 2033-01-15, the newest of sources and events; "
            "expected it nearer",
        ),
        (
            GAUGE,
            "    effective: 2031-05-01",
            "    effective: 2199-05-01",
            "effects.2.effective: 2199-05-01 lies more than a year after 2033-01-15, the newest of sources and events; "
            "expected it nearer",
        ),
        (
            "sources/idle-note.yml",
            "date: 2031-03",
            "date: 1901-03",
            "date: 1901-03 lies more than 25 years before 2031-09-03, the article's date; expected it nearer",
        ),
        (
            "chips/quill-play.yml",
            "announced: ",
            "announced: 1901 # ",
            "announced: 1901 lies more than 25 years before 2031-09-03, the article's date; expected it nearer",
        ),
        (
            "events/gauge-in-force-2031.yml",
            "rules: [gauge-2031]",
            "rules: [gauge-2031, duty-2032]",
            "about.rules.1: 'duty-2032' is known from 2032-10-20, more than a year after 2031-02-01; expected what was "
            "known by then",
        ),
        (
            "rules/line-2030.yml",
            "replaced_by: [gauge-2031]",
            "  - {kind: statement, products: [moss-desk], text: {en: held, ar: مقيَّدة}}\nreplaced_by: [gauge-2031]",
            "effects.1.products.0: 'moss-desk' is known from 2031-08-31, more than a year after 2030-03-01; expected "
            "what was known by then",
        ),
        (
            "rules/speech-2031.yml",
            "effective: 2031-08-31",
            "effective: 2029-08-31",
            "effective: 2029-08-31 lies more than a year before 2031-08-31, its publication; expected it nearer",
        ),
        (
            "rules/stop-2032.yml",
            "published: 2032-07-01",
            "published: 2029-06-01",
            "effective: 2032-07-01 lies more than three years after 2029-06-01, its publication; expected it nearer",
        ),
        (
            "corrections/delivered-not-approved.yml",
            "date: 2032-12-02",
            "date: 2034-12-02",
            "date: 2034-12-02 lies more than a year after 2033-01-15, the newest of sources and events; "
            "expected it nearer",
        ),
        (
            "versions/gauge-2031.yml",
            "first: 2031-02-01",
            "first: 2032-06-01",
            "first: 2032-06-01 lies more than a year after 2031-02-01, when 'gauge-2031' took effect; expected it "
            "nearer",
        ),
        (
            "actors/tundrix.yml",
            "{type: contrasts-with, to: ovrel,",
            "{type: supports, to: bureau,",
            "relations.2.type: 'opposes' and 'supports' to 'bureau'; expected one of them",
        ),
        (
            "claims/tarvel-will-sell.yml",
            "depends_on: [foundry-doubles-output,",
            "depends_on: [sale-now-allowed,",
            "depends_on.0: 'sale-now-allowed' is contradicted, and this claim is supported; expected another verdict "
            "of one of them",
        ),
        (
            QUILL,
            "fp16: {value: 499",
            "fp16: {value: 1500",
            "figures.fp8.value: 1000 lies below 1500, the rate of fp16; expected at least that",
        ),
        (
            "versions/gates-read.yml",
            "rule: null",
            "rule: gauge-2031",
            "first: null, but 'gauge-2031', which made it, took effect on 2031-02-01; expected that day",
        ),
        (
            "rules/speech-2031.yml",
            "short_title: {en: Speech of August 2031, ar: خطاب أغسطس 2031}",
            "short_title: {en: Speech of March 2035, ar: خطاب مارس 2035}",
            "short_title.en: names 2035-03, but the rule is of 2031-08-31; expected a date of its own",
        ),
        (
            "chips/quill-3.yml",
            "name: Ovrel Quill 3",
            "name: Tundrix Quill 3",
            "name: begins with the name of tundrix, but is made by ovrel; expected its maker's",
        ),
        (
            "chips/quill-3.yml",
            "short_name: Quill 3",
            "short_name: Quill 77",
            "short_name: '77' is no word of 'Ovrel Quill 3'; expected words of the name",
        ),
        (
            SHIPS,
            "buyer: {en: Loqing, ar: لوتشينغ}",
            "buyer: {en: Ovrel, ar: أوفرل}",
            "quantities.0.buyer: 'ovrel' makes 'quill-9'; expected who buys it",
        ),
        (
            "rules/duty-2032.yml",
            "short_title: {en: Duty of November 2032, ar: رسم نوفمبر 2032}",
            "short_title: {en: Duty of Jan. 2032, ar: رسم كانون الثاني 2032}",
            "short_title.en: names 2032-01, but the rule is of 2032-10-20 and 2032-11-01; expected a date of its own",
        ),
        (
            "rules/duty-2032.yml",
            "short_title: {en: Duty of November 2032, ar: رسم نوفمبر 2032}",
            "short_title: {en: Duty of March, ar: رسم مارس}",
            "short_title.en: names -03, but the rule is of 2032-10-20 and 2032-11-01; expected a date of its own",
        ),
        (
            "actors/kilnova.yml",
            "{type: supplies, to: ovrel,",
            "{type: competes-with, to: tundrix,",
            "relations.0.type: 'competes-with' and 'part-of' to 'tundrix'; expected one of them",
        ),
        (
            "chips/quill-3.yml",
            "{value: 2600,",
            "{value: 26,",
            "figures.die_area.alternatives.0.value: 26 beside 2660; expected a figure in the same unit",
        ),
        (
            REVIEW,
            "effective: 2032-04-01\n",
            "effective: 2032-04-01\nreplaced_by: [stop-2032]\n",
            "replaced_by: 'stop-2032', but this rule decides about 'quill-9' even then; expected effects that set it "
            "anew",
        ),
    ],
)
def test_what_is_only_unlikely_is_a_warning(data, file, old, new, expected):
    (data / "events/hearing-expected-2033.yml").unlink()
    change(data, file, old, new)
    (warning,) = warned(data)
    place, _, said = warning.partition(": ")
    assert place.startswith(f"data/{file}:") and said == expected


@pytest.mark.parametrize(
    "name",
    [
        "actors/kilnova",
        "caveats/one-hand",
        "chips/quill-9",
        "conflicts/who-approved",
        "events/seizure-2032",
        "sources/wire-story",
    ],
)
def test_two_of_one_name(data, name):
    shutil.copy(data / f"{name}.yml", data / f"{name}-again.yml")
    (warning,) = warned(data)
    assert warning == f"data/{name}-again.yml:2: says the same as {name} by its name or address; expected one of them"


@pytest.mark.parametrize(
    ("file", "old", "new", "other"),
    [
        (QUILL, "9\nshort_name: Quill 9", "9-2 2\nshort_name: quill  2", "chips/quill-2"),
        (QUILL, "Quill 9\nshort_name: Quill 9", "Quill 2\nshort_name: Ovrel", "chips/quill-2"),
        ("steps/order.yml", "ar: طلبية", "ar: تسليم", "steps/delivery"),
        ("terms/licence.yml", "ar: إذن تصدير", "ar: النظر في كل طلب على حدة", "terms/case-by-case"),
        ("actors/tundrix.yml", "kind:", "variants: [ovrel]\nkind:", "actors/ovrel"),
        ("actors/tundrix.yml", "kind:", "variants: [اوفرل]\nkind:", "actors/ovrel"),
    ],
)
def test_two_names_that_read_alike(data, file, old, new, other):
    change(data, file, old, new)
    (warning,) = warned(data)
    assert warning.endswith(f"says the same as {other} by its name or address; expected one of them")


@pytest.mark.parametrize("address", ["example.org/tarn/1", "www.example.org/tarn/1/", "EXAMPLE.org/%74arn/1#end"])
def test_one_page_under_two_titles(data, address):
    shutil.copy(data / "sources/wire-story.yml", data / "sources/wire-story-again.yml")
    change(data, "sources/wire-story-again.yml", "title: {en: ", "title: {en: Another ")
    change(data, "sources/wire-story-again.yml", "url: https://example.org/tarn/1", f"url: https://{address}")
    assert warned(data) == [
        "data/sources/wire-story-again.yml:2: says the same as sources/wire-story by its name or address; expected one "
        "of them"
    ]
