"""The words of records, pages and interface: Arabic keeps the style sheet, and both languages have the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import live
import pytest
from support import ROOT, every

from macros.record.meanings import meanings
from macros.record.question import Question
from macros.record.walking import texts
from macros.site.words import read_strings

ENGLISH_PAGES = sorted(path.relative_to(ROOT / "docs/en") for path in (ROOT / "docs/en").rglob("*.md"))
ARABIC_PAGES = sorted(path.relative_to(ROOT / "docs/ar") for path in (ROOT / "docs/ar").rglob("*.md"))
RECORDS = [record for records in live.dossier().records.values() for record in records.values()]

STYLE = {
    "Arabic-Indic digits": r"[\u0660-\u0669\u06f0-\u06f9]",
    "Latin punctuation": r"[\u0600-\u06ff]\s?[,;?]",
    "agent passive": r"(?<![\u0621-\u064a])من قبل (?!أن|نشر|ذلك|في)[\u0621-\u064a]",
    "the company's name": r"(?<!إ)نفيديا",
    "double space": r"  ",
}


def faults(text: str) -> list[str]:
    plain = re.sub(r"\[\[[^\]|]*\|?", "", text)
    return [name for name, pattern in STYLE.items() if re.search(pattern, plain)]


@every("record", RECORDS, lambda record: f"{record.folder}/{record.id}")
def test_arabic_keeps_the_style_sheet(record):
    arabic = {".".join(map(str, path)): text for path, text in texts(record) if path[-1] == "ar"}
    assert not {path: found for path, text in arabic.items() if (found := faults(text))}


@every("question", live.dossier().all(Question), lambda question: question.id)
def test_an_answer_is_two_sentences(question):
    """It is made to be quoted as it stands."""
    for answer in (question.answer.en, question.answer.ar):
        assert len(re.findall(r"[.?!؟](?=\s|$)", answer.strip())) == 2, answer


def _arabic_strings() -> Iterator[tuple[str, str]]:
    for key, strings in read_strings().items():
        value = strings["ar"]
        yield from [(key, value)] if isinstance(value, str) else ((f"{key}.{form}", value[form]) for form in value)


def test_the_interface_keeps_the_style_sheet():
    assert not {key: found for key, text in _arabic_strings() if (found := faults(text))}


def test_the_meanings_of_fields_keep_the_style_sheet():
    arabic = {(model, field): text.ar for model, fields in meanings().items() for field, text in fields.items()}
    assert not {place: found for place, text in arabic.items() if (found := faults(text))}


@every("page", ARABIC_PAGES)
def test_prose_keeps_the_style_sheet(page):
    lines = (ROOT / "docs/ar" / page).read_text(encoding="utf-8").splitlines()
    assert not {number: found for number, line in enumerate(lines, 1) if (found := faults(line.strip()))}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("في عام ٢٠٢٥", "Arabic-Indic digits"),
        ("رقاقة, وأخرى", "Latin punctuation"),
        ("أُقرّت من قبل الوزارة", "agent passive"),
        ("شركة نفيديا", "the company's name"),
        ("شركة  إنفيديا", "double space"),
    ],
)
def test_a_fault_of_style_would_be_found(text, fault):
    assert faults(text) == [fault]
    assert not faults("قالت إنفيديا في 2025، من قبل أن تُقرّ، [[chips/h200-sxm:die_area]] ملم.")


def test_there_are_the_same_pages_in_both_languages():
    assert ENGLISH_PAGES == ARABIC_PAGES


@every("page", ENGLISH_PAGES)
def test_both_languages_have_the_same_page(page):
    """The same headings by id, and the same components."""
    english, arabic = ((ROOT / "docs" / code / page).read_text(encoding="utf-8") for code in ("en", "ar"))
    for pattern in (r"^#+ .*\{ #([\w-]+) \}", r"\{\{ (.*?) \}\}"):
        assert re.findall(pattern, english, re.MULTILINE) == re.findall(pattern, arabic, re.MULTILINE)
    for text in (english, arabic):
        headings = re.findall(r"^#+ .*", text, re.MULTILINE)
        assert all(re.search(r"\{ #[\w-]+ \}$", heading) for heading in headings), "a heading without an id"
