"""A citation in words, as the citation styles have it: their forms, with the words of one citation put in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

STYLES = {"apa": "apa", "chicago": "chicago-notes-bibliography", "mla": "modern-language-association"}
"""The styles in the order in which a page offers them, with their names in the Citation Style Language."""

FORMS = Path(__file__).with_name("citation_styles") / "forms.json"
DATED = ("undated", "year", "month", "day")
"""How far a date goes."""

_PART = re.compile(r"\*(?P<italic>.+?)\*|⟨(?P<before>.*?)\{(?P<day>us|mla|ar)\}(?P<after>.*?)⟩|(?P<plain>[^*⟨]+)")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ.'’ -]+")
_FAMILY_FIRST = ("zh", "ja", "ko", "vi", "hu")
"""The languages that put the family name first."""

_STOPS = (".", "?", "!", "؟", "…")
_LETTER = re.compile(r"[^\W\d_]")
_PART_OF_WORD = re.compile("[^-\u2011]+")
_STRAIGHT = re.compile('"([^"]*)"')
_CLOSING = "”’»"
_INNER = str.maketrans("“”«»", "‘’“”")
"""Quotation marks inside of quotation marks."""

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto", "or"}
    | {"over", "so", "the", "till", "to", "up", "via", "with", "yet"}
)
"""The words that a headline leaves without a capital, as the Citation Style Language lists them."""


@dataclass(frozen=True)
class Piece:
    """A part of a citation in words. ``day`` is how the day of access is written between ``words`` and ``after``: only
    a reader who copies knows it."""

    words: str
    is_italic: bool = False
    day: str = ""
    after: str = ""


@dataclass(frozen=True)
class Name:
    """An author. One that is left whole has no given names."""

    whole: str
    family: str = ""
    given: str = ""

    @property
    def sorted(self) -> str:
        """The family name first, as lists have it."""
        return f"{self.family}, {self.given}" if self.given else self.whole


def person(whole: str, language: str) -> Name:
    """The name of a person as a text in a language has it: the family name last. It is left whole in other than Latin
    letters, and where the language may have put the family name first."""
    given, _, family = whole.rpartition(" ")
    if not given or language.startswith(_FAMILY_FIRST) or not _LATIN.fullmatch(whole):
        return Name(whole)
    return Name(whole, family, given)


def authored(language: str, style: str, authors: tuple[Name, ...]) -> str:
    """The authors as a style names them, all of them whole if one of them is left so."""
    is_sorted = all(author.given for author in authors)
    forms: list[str] = _forms()[language][style]["authors" if is_sorted else "whole_authors"]
    if not 0 < len(authors) <= len(forms):
        return ", ".join(author.whole for author in authors)
    words = dict[str, str]()
    for place, author in enumerate(authors):
        initials = " ".join(f"{name[0]}." for name in author.given.split())
        words |= {f"family{place}": author.family, f"given{place}": author.given, f"initials{place}": initials}
        words[f"whole{place}"] = author.whole
    return forms[len(authors) - 1].format_map(words)


def form_name(is_named: bool, dated: str, is_linked: bool) -> str:
    """The name of the form for a text whose author is named or not, with a date and an address or without."""
    return f"{'named' if is_named else 'unnamed'}-{dated}-{'linked' if is_linked else 'unlinked'}"


@cache
def _forms() -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(FORMS.read_text(encoding="utf-8"))
    return found


@cache
def _form(language: str, style: str, form: str, stopped: tuple[str, ...]) -> tuple[tuple[Piece, ...], bool]:
    """A form in parts, and whether its title stands in quotation marks. No full stop follows the words that are
    ``stopped``, since they end in a sign of their own."""
    written: str = _forms()[language][style][form]
    for name in stopped:
        written = re.sub(rf"(\{{{name}\}}[*»]?)\.", r"\1", written)

    def part(found: re.Match[str]) -> Piece:
        if found["day"]:
            return Piece(found["before"], day=found["day"], after=found["after"])
        return Piece(found["italic"] or found["plain"], is_italic=bool(found["italic"]))

    return tuple(map(part, _PART.finditer(written))), bool(re.search(r"[“«]\{", written))


def cited(language: str, style: str, form: str, date: str, is_english: bool, **words: str) -> tuple[Piece, ...]:
    """A citation in the form of a style, in parts. ``date`` is partial or empty; ``words`` are title, author, site,
    version and address as far as the form has them; ``is_english`` says it of the title."""
    year, month, day = (*date.split("-"), "", "", "")[:3]
    words["title"] = _STRAIGHT.sub(r"“\1”", words["title"])
    words |= {f"{name}_headline": headline(words[name]) if is_english else words[name] for name in ("title", "site")}
    stopped = tuple(name for name, word in words.items() if word.rstrip(_CLOSING).endswith(_STOPS))
    parts, is_quoted = _form(language, style, form, stopped)
    if is_quoted:
        words |= {name: words[name].translate(_INNER) for name in ("title", "title_headline")}
    words |= {"year": year, "day": day.lstrip("0")}
    words["month"] = _forms()[language][style]["months"][int(month) - 1] if month else ""
    return tuple(part if part.day else Piece(_filled(part.words, words), part.is_italic) for part in parts)


def _filled(form: str, words: dict[str, str]) -> str:
    """A part of a form with its words. Where quotation marks end together, the full stop stands inside of both."""
    return form.format_map(words).replace("’.”", ".’”")


@cache
def headline(title: str) -> str:
    """An English title as headlines have it: a capital for each word, and for each part of one that has hyphens, but
    the small ones, which have it only at the start and after a colon or a full stop. What has a capital anywhere stays
    as it is, and so does a place in braces that is filled later."""
    written, before = list[str](), ":"
    for word in title.split():
        is_small = word in _SMALL and before[-1] not in ":."
        written.append(word if is_small else _PART_OF_WORD.sub(_capital, word))
        before = word
    return " ".join(written)


def _capital(part: re.Match[str]) -> str:
    is_small = part.start() > 0 and part[0] in _SMALL
    is_kept = is_small or not part[0].islower() or part[0].startswith("{")
    return part[0] if is_kept else _LETTER.sub(lambda letter: letter[0].upper(), part[0], count=1)
