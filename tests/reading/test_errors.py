"""What an editor sees who makes a mistake: one line for each, with file, line, field and what was expected."""

from __future__ import annotations

import re
import shutil

import pytest
from reading.broken import SHELF, change, problems
from reading.conftest import WRITTEN

from macros.reading.load import load

CLAIM = "claims/quill-9-four-times-quill-2.yml"
QUILL = "chips/quill-9.yml"
DUTY = "rules/duty-2032.yml"
LETTER = "rules/letter-2031.yml"


def test_the_world_has_no_problem(data):
    load(data, shelf=SHELF)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            CLAIM,
            "topic: performance",
            "topik: performance",
            r":{line}: topik: unknown field \(did you mean 'topic'\?\)",
            id="unknown field",
        ),
        pytest.param(
            CLAIM,
            "topic: performance",
            "topic: performace",
            r":{line}: topic: 'performace' is not in the list; .*\(did you mean 'performance'\?\)",
            id="not in the list",
        ),
        pytest.param(
            CLAIM,
            "paragraph: 1",
            "paragraph: six",
            r":{line}: reports\.1\.locator\.paragraph: .*integer.*'six'",
            id="wrong type",
        ),
        pytest.param(
            CLAIM,
            "source: article",
            "source: artcle",
            r":{line}: reports\.1\.source: no source 'artcle' \(did you mean 'article'\?\)",
            id="unknown id",
        ),
        pytest.param(
            CLAIM,
            "actors: [ovrel]",
            "actors: [ovrle]",
            r":{line}: about\.actors\.0: no actor 'ovrle' \(did you mean 'ovrel'\?\)",
            id="unknown id in a list",
        ),
        pytest.param(
            CLAIM,
            "ar: رقاقة Quill 9 أسرع",
            "xx: رقاقة Quill 9 أسرع",
            r":{line}: statement\.ar: missing translation",
            id="missing translation",
        ),
        pytest.param(
            CLAIM,
            "رقاقة Quill 9 أسرع من رقاقة Quill 2 بنحو أربع مرات.",
            "Quill 9 is four times Quill 2",
            r":{line}: statement\.ar: expected Arabic",
            id="translation that is none",
        ),
        pytest.param(
            CLAIM,
            "date: 2032-01-10",
            "date: 2032-01-32",
            r":{line}: findings\.0\.date: .*2032-01-32",
            id="impossible day",
        ),
        pytest.param(
            "sources/rewrite.yml",
            "date: 2031-09-02",
            "date: 2031-13",
            r":{line}: date: '2031-13' is not a date in the calendar",
            id="impossible month",
        ),
        pytest.param(
            QUILL,
            "[[chips/quill-9:power]]",
            "[[chips/quill-9:powre]]",
            r":\d+: note\.en: chip 'quill-9' has no figure 'powre'",
            id="text that points at no figure",
        ),
        pytest.param(
            "claims/buyers-ask.yml",
            "[[conflicts/how-many-delivered|the conflict]]",
            "[[conflicts/how-many-deliverd|the conflict]]",
            r":{line}: findings\.0\.note\.en: no record 'conflicts/how-many-deliverd' "
            r"\(did you mean 'how-many-delivered'\?\)",
            id="text that points at no record",
        ),
        pytest.param(
            CLAIM, "code: C01", "code: C01\ncode: C15", r":\d+: code: this key stands twice", id="repeated key"
        ),
        pytest.param(
            CLAIM,
            "code: C01",
            "id: x\ncode: C01",
            r":{line}: id: unknown field; the file's name is the id",
            id="id in the file",
        ),
        pytest.param(
            CLAIM,
            "paragraph: 1",
            "paragraph: 9",
            r":{line}: reports\.1\.locator\.paragraph: paragraph 9 does not exist; the article has 8",
            id="paragraph that does not exist",
        ),
        pytest.param(CLAIM, "statement:", "statement: [", r":\d+: malformed YAML: ", id="malformed YAML"),
        pytest.param(
            "sources/rewrite.yml",
            "derived_from: [wire-story]",
            "derived_from: [translated-story]",
            r":{line}: derived_from: cycle: rewrite ← translated-story ← rewrite",
            id="cycle",
        ),
        pytest.param(
            "rules/line-2030.yml",
            "effective: 2030-03-01",
            "effective: 2030-03",
            r":{line}: effective: expected a day \(YYYY-MM-DD\)",
            id="effect without a day",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700, standing: verified, sources: [data-sheet]}",
            "power: {value: 700, standing: verified, sources: []}",
            r":{line}: figures\.power\.sources: expected 1 or more in the list",
            id="figure without a source",
        ),
        pytest.param(
            CLAIM,
            "date: 2033-02-01",
            "date: 2032-01-09",
            r":{line}: findings\.1\.date: 2032-01-09 lies before 2032-01-10, the finding above; expected newest last$",
            id="findings out of order",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            'power: {value: "0700",',
            r":{line}: figures\.power\.value: .*number, found '0700'$",
            id="quoted number",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            "power: {value: 0700,",
            r":{line}: figures\.power\.value: .*number, found '0700'$",
            id="octal number",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            "power: {value: yes,",
            r":{line}: figures\.power\.value: .*number, found 'yes'$",
            id="yes for a number",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            "power: {value: true,",
            r":{line}: figures\.power\.value: .*number, found True$",
            id="truth for a number",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            "power: {value: 1:20,",
            r":{line}: figures\.power\.value: .*number, found '1:20'$",
            id="clock time for a number",
        ),
        pytest.param(
            LETTER,
            "    addressee: ovrel\n",
            "",
            r":\d+: effects\.0\.addressee: missing field$",
            id="letter to nobody",
        ),
        pytest.param(
            DUTY,
            "  - kind: duty\n",
            "  - kind: duty\n    products: [quill-9]\n",
            r":{line}: effects\.0: products: a duty falls on items by their figures; expected any_of alone$",
            id="duty on products",
        ),
        pytest.param(
            QUILL,
            "power: {value: 700,",
            "power: {value: -700,",
            r":{line}: figures\.power\.value: .*greater than or equal to 0.01, found -700$",
            id="negative figure",
        ),
        pytest.param(
            DUTY,
            "rate: 12.5",
            "rate: -1",
            r":{line}: effects\.0\.rate: .*greater than or equal to 0.01, found -1$",
            id="negative rate",
        ),
        pytest.param(
            CLAIM,
            "code: C01",
            "code: C02",
            r":{line}: code: 'C02' stands in claims/buyers-ask already; expected one of its own$",
            id="repeated code",
        ),
        pytest.param(
            "steps/revenue.yml",
            "order: 9",
            "order: 8",
            r":{line}: order: '8' stands in steps/delivery already; expected one of its own$",
            id="repeated order",
        ),
        pytest.param(
            "claims/firms-stay-quiet.yml",
            "depends_on: [buyers-ask]",
            "depends_on: [firms-stay-quiet]",
            r":{line}: depends_on\.0: 'firms-stay-quiet' is this record itself; expected another$",
            id="record that refers to itself",
        ),
        pytest.param(
            "sources/rewrite.yml",
            "date: 2031-09-02",
            "date: 2031-08-02",
            r":\d+: derived_from\.0: 'wire-story' is of 2031-09-01, after this source's 2031-08-02; expected an "
            r"earlier one$",
            id="source that derives from a younger one",
        ),
        pytest.param(
            "claims/buyers-ask.yml",
            "date: 2032-06-01",
            "date: 2031-09-02",
            r":{line}: findings\.0\.date: 2031-09-02 lies before 2031-09-03, the date of 'article'; expected that "
            r"day or a later one$",
            id="finding before its reports",
        ),
        pytest.param(
            "events/hearing-expected-2033.yml",
            "expected: true\n",
            "",
            r":\d+: date: 2033-04 lies after 2033-03-01, to which the record is current; expected 'expected: "
            r"true', or a finding of that day$",
            id="event ahead that does not say so",
        ),
        pytest.param(
            "events/hearing-expected-2033.yml",
            "date: 2033-04",
            "date: 2033-02",
            r":\d+: expected: 2033-02 is over, since the record is current to 2033-03-01; expected the event as "
            r"it came, a later event that relates to this one, or 'outcome: not-read'$",
            id="expectation whose day is over",
        ),
        pytest.param(
            "claims/buyers-ask.yml",
            "    seen: summary\n    seen_in: [digest]\n",
            "    seen: not-seen\n",
            r":\d+: reports\.1\.attribution: the text was not seen; expected kind: unknown alone$",
            id="attribution in a text that was not seen",
        ),
        pytest.param(
            "events/buyers-2031.yml",
            "sources: [wire-story, digest]",
            "sources: []",
            r":{line}: sources: expected 1 or more in the list",
            id="event without a source",
        ),
        pytest.param(
            "events/gauge-in-force-2031.yml",
            "sources: [gauge-text]",
            "sources: [rival-story]",
            r":\d+: confidence: 'high', but none of the sources was read; expected low, or a source of another kind "
            r"that was read in part$",
            id="high on what was not read",
        ),
        pytest.param(
            "events/buyers-2031.yml",
            "sources: [wire-story, digest]",
            "sources: [leaflet-1, leaflet-2]",
            r":\d+: confidence: 'medium', but the best that was read is a public_note; expected low, or a source "
            r"of another kind that was read in part$",
            id="medium on what nobody answers for",
        ),
        pytest.param(
            "events/foundry-2031.yml",
            "taken_from: [wire-story, rival-story]\n",
            "",
            r":10: sources\.0: 'digest' retells wire-story, rival-story; expected taken_from with those from which",
            id="which of several retold stories is not said",
        ),
        pytest.param(
            "events/foundry-2031.yml",
            "taken_from: [wire-story, rival-story]",
            "taken_from: [rewrite]",
            r":{line}: taken_from\.0: 'rewrite' is not among several that a source retells; expected one of digest, ",
            id="taken from what no source retells",
        ),
        pytest.param(
            "claims/buyers-ask.yml",
            "    sources: [wire-story, digest, wire-follow-up, rival-story]\n",
            "",
            r":\d+: findings\.0\.verdict: 'supported' without sources; expected sources, rules or "
            r"'not-verified'$",
            id="verdict on nothing",
        ),
        pytest.param(
            "events/ovrel-ships-2032.yml",
            "Some chips left.",
            "No more was announced.",
            r":{line}: summary\.en: “No more was announced\.” denies without a bound; expected what was read or "
            r"searched",
            id="negative about the world",
        ),
        pytest.param(
            "sources/leaflet-2.yml",
            "https://example.org/leaflet/2",
            "https://github.com/harbour/leaflet/blob/main/2.md",
            r":{line}: url: '\S+' moves with its repository; expected a file at a commit",
            id="file of a repository without a commit",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(data, file, old, new, expected):
    line = change(data, file, old, new)
    found = problems(data)
    assert any(re.match(rf"data/{re.escape(file)}{expected.format(line=line)}", problem) for problem in found), found


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CLAIM, "topic: performance", "topic: performace"),
        (CLAIM, "date: 2033-02-01", "date: 2032-01-09"),
        (QUILL, "power: {value: 700,", "power: {value: 0700,"),
        (LETTER, "    addressee: ovrel\n", ""),
        (DUTY, "  - kind: duty\n", "  - kind: duty\n    products: [quill-9]\n"),
    ],
)
def test_a_mistake_is_reported_once_and_brings_no_others(data, file, old, new):
    change(data, file, old, new)
    assert len(problems(data)) == 1


@pytest.mark.parametrize("file", sorted(path.relative_to(WRITTEN).as_posix() for path in WRITTEN.rglob("*.yml")))
def test_whatever_cannot_be_read_brings_no_others(data, file):
    (data / file).write_text((WRITTEN / file).read_text(encoding="utf-8") + "such: none\n", encoding="utf-8")
    (problem,) = problems(data)
    assert f"data/{file}:" in problem and "such: unknown field" in problem


def test_sources_that_no_reader_can_find(data):
    change(data, "sources/leaflet-3.yml", "url: https://example.org/leaflet/3", "url: null")
    expected = "no address of 'leaflet-3' is known; expected a source with one, its own or a copy's"
    found = {problem.split(":", 1)[0]: problem for problem in problems(data)}
    assert found["data/events/seizure-2032.yml"] == f"data/events/seizure-2032.yml:9: sources: {expected}"


def test_two_sides_on_one_estimate(data):
    retold = "derived_from: [wire-story, rival-story, unused]"
    change(data, "sources/digest.yml", "derived_from: [wire-story, rival-story]", retold)
    change(data, "sources/unused.yml", "url: null", "url: https://example.org/table")
    change(data, "conflicts/how-many-delivered.yml", "    events: [ovrel", "    sources: [unused]\n    events: [ovrel")
    change(data, "conflicts/how-many-delivered.yml", "taken_from: [digest]", "taken_from: [unused]")
    (problem,) = problems(data)
    assert problem.endswith("rests on 'unused', as side 1 does; expected sides that do not share one estimate")
    assert problem.startswith("data/conflicts/how-many-delivered.yml:16: sides.2.sources: ")


def test_duplicate_id(data):
    shutil.copy(data / CLAIM, data / CLAIM.replace(".yml", ".yaml"))
    assert [problem for problem in problems(data) if "duplicate id 'quill-9-four-times-quill-2'" in problem]


def test_a_file_that_would_not_be_read(data):
    (data / "claims" / "notes.txt").write_text("x")
    (data / "clams").mkdir()
    (data / "clams" / "x.yml").write_text("x: 1")
    assert [problem.partition(":")[0] for problem in problems(data)] == ["data/claims/notes.txt", "data/clams/x.yml"]


def test_all_mistakes_at_once(data):
    change(data, CLAIM, "topic: performance", "topic: performace")
    change(data, "chips/moss-9.yml", "vendor: tundrix", "vendor: tundrx")
    change(data, "terms/licence.yml", "definition:", "definiton:")
    files = {problem.partition(":")[0] for problem in problems(data)}
    assert files == {f"data/{CLAIM}", "data/chips/moss-9.yml", "data/terms/licence.yml"}


@pytest.mark.parametrize("name", ["y{{ 7*191 }}", "index", ".hidden", "H200", "two words", "خبر", "a\nb", "a--b"])
def test_a_name_that_is_no_id(data, name):
    (data / f"actors/{name}.yml").write_bytes((data / "actors/kilnova.yml").read_bytes())
    (problem,) = problems(data)
    assert problem.startswith("data/actors/") and "is no id; expected" in problem and "\n" not in problem
