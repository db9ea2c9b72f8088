"""What a reader sees beside the records: interface strings, dates, numbers and the direction of Latin words in Arabic."""
from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

LANGUAGES = ("en", "ar")
DIRECTION = {"en": "ltr", "ar": "rtl"}
OTHER = {"en": "ar", "ar": "en"}
INTERFACE = Path(__file__).with_name("interface.yml")

_TOKEN = r"(?:\d+[A-Za-z]|[A-Za-z])[\w’'.+-]*(?:\([\w.]+\))*"
_CITATION = r"\d+ (?:CFR|FR|U\.S\.C\.)(?: part)? [\w.§-]+(?:\([\w]+\))*|(?:H\.R\.|S\.) \d+|\d+-[KQ]\b"
_ADDRESS = r"https?://[^\s<>]*[^\s<>.,]"
LATIN_RUN = re.compile(rf"(?<![\x02\w])(?:{_ADDRESS}|{_CITATION}|{_TOKEN})(?: \({_TOKEN}\)|[ /&–-]{{1,3}}(?:{_CITATION}|{_TOKEN}|\d[\d.,]*\b(?!\s*[%\u0621-\u064a])))*(?<![.'’-])", re.ASCII)
"""A Latin word with what belongs to it: ``RTX Pro 6000D``, ``15 CFR 742.6(b)(10)``, ``GB/s``. Never after \\x02, with which
Markdown marks what it has put aside."""


@cache
def interface() -> Mapping[str, Mapping]:
    """The interface strings, read once a build."""
    return yaml.safe_load(INTERFACE.read_text(encoding="utf-8"))


@cache
def _found(key: str, code: str) -> str | Mapping[str, str]:
    node = interface()
    for part in key.split("."):
        node = node[part]
    return node[code]


def isolate(text: str) -> Markup:
    """Arabic text, escaped, with each Latin run in ``<bdi>``, so that brackets and full stops stay in their place."""
    result, end = Markup(), 0
    for match in LATIN_RUN.finditer(text):
        result += escape(text[end:match.start()]) + Markup('<bdi>{}</bdi>').format(match[0])
        end = match.end()
    return result + escape(text[end:])


def forget() -> None:
    """Read the interface strings anew at the next use."""
    interface.cache_clear()
    _found.cache_clear()


@dataclass(frozen=True)
class Language:
    """One of the two languages, with everything that is formatted in it."""

    code: str

    @property
    def direction(self) -> str:
        return DIRECTION[self.code]

    @property
    def other(self) -> "Language":
        return Language(OTHER[self.code])

    def string(self, key: str, **values) -> str:
        """The interface string of a dotted key. With ``n``, the plural form of the language. Raises KeyError."""
        found = _found(key, self.code)
        if isinstance(found, Mapping):
            form = Locale(self.code).plural_form(values["n"])
            found = found[form if form in found else "other"]
            values = values | {"n": self.number(values["n"])}
        return found.format(**values) if values else found

    def forms(self, key: str) -> Mapping[str, str]:
        """The plural forms of an interface string, for a script that counts."""
        return _found(key, self.code)

    def name_of(self, code: str) -> str:
        """The name of a language, for example zh-Hant, in this one."""
        name = Locale.parse(code, sep="-").get_display_name(self.code)
        return name[:1].upper() + name[1:]

    def day(self, value: str | datetime.date) -> str:
        """A partial date, written out: 10 December 2025, December 2025, 2025."""
        text = str(value)
        day = datetime.date.fromisoformat((text + "-01-01")[:10])
        pattern = {10: "d MMMM y", 7: "MMMM y", 4: "y"}[len(text)]
        return format_date(day, pattern, locale=self.code)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number with Western digits and comma for thousands; above 1,000 without decimals unless asked for."""
        if decimals is None:
            pattern = "#,##0" if abs(value) >= 1000 else "#,##0.##"
        else:
            pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(value, pattern, locale="en")

    def text(self, value: str) -> Markup:
        """Plain text as HTML of this language."""
        return isolate(value) if self.code == "ar" else escape(value)
