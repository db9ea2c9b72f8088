"""The two languages, each with everything that is formatted in it."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from .strings import Forms, Strings, Unsaid

LANGUAGES = ("en", "ar")
DIRECTION = {"en": "ltr", "ar": "rtl"}
OTHER = {"en": "ar", "ar": "en"}
_LOCALES = {"en": "en_GB", "ar": "ar_AR"}
"""As Open Graph names a language: with a territory, which for Arabic stands for all of them."""

_DATES = {10: "d MMMM y", 7: "MMMM y", 4: "y"}
_DIGITS = Locale("en")
"""Both languages write Western digits."""


def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


_AS_GIVEN = parse_pattern("#,##0.##")
_ROUNDED = {decimals: _pattern(decimals) for decimals in range(4)}


@cache
def _day(date: str, code: str) -> str:
    day = datetime.date.fromisoformat((date + "-01-01")[:10])
    return format_date(day, _DATES[len(date)], locale=code)


@cache
def _number(value: float, decimals: int | None) -> str:
    """A number in the one pattern that has these decimals; the same ones are met again and again."""
    pattern = _AS_GIVEN if decimals is None else _ROUNDED[decimals]
    shown: str = pattern.apply(value, _DIGITS)
    return shown


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def _mind(key: str, said: str | Forms, given: Collection[str]) -> None:
    """Raises Unsaid for a string that says nothing of what it is given; of plural forms some leave the number out."""
    fullest = said if isinstance(said, str) else said["other"]
    if given and not any(f"{{{name}}}" in fullest for name in given):
        raise Unsaid(key, f"says nothing of {_listed(given)}; expected it, since it is told nowhere else")


@dataclass(frozen=True)
class Language:
    """One of the two languages. ``strings`` are those of the interface."""

    code: str
    strings: Strings = field(repr=False, compare=False)

    @property
    def direction(self) -> str:
        return DIRECTION[self.code]

    @property
    def locale(self) -> str:
        return _LOCALES[self.code]

    @cached_property
    def other(self) -> Language:
        return Language(OTHER[self.code], self.strings)

    @cached_property
    def _locale(self) -> Locale:
        return Locale(self.code)

    def string(self, key: str, **values: object) -> str:
        """The interface string of a dotted key. With ``n``, the plural form of the language. Raises Unsaid."""
        found = self._said(key)
        _mind(key, found, values)
        try:
            if isinstance(found, str):
                return found.format(**values) if values else found
            number = values["n"]
            assert isinstance(number, int | float), f"{key} counts; expected n"
            return found[self._locale.plural_form(number)].format(**(values | {"n": self.number(number)}))
        except KeyError as error:
            given = f"none but {_listed(values)}" if values else "no value"
            raise Unsaid(key, f"takes {{{error.args[0]}}}; expected {given}") from None

    def forms(self, key: str) -> Forms:
        """The plural forms of an interface string, for a script that counts. Raises Unsaid."""
        found = self._said(key)
        if not isinstance(found, Mapping):
            raise Unsaid(key, "has no plural forms; expected them in both languages")
        _mind(key, found, ("n",))
        return found

    def _said(self, key: str) -> str | Forms:
        try:
            return self.strings[key][self.code]
        except KeyError:
            expected = "expected it in macros/wording/interface.yml, in both languages"
            raise Unsaid(key, f"is missing; {expected}", is_there=False) from None

    def name_of(self, code: str) -> str:
        """The name of a language, for example zh-Hant, in this one."""
        name = Locale.parse(code, sep="-").get_display_name(self.code) or code
        return name[:1].upper() + name[1:]

    def day(self, value: str | datetime.date) -> str:
        """A partial date, written out: 10 December 2025, December 2025, 2025."""
        return _day(str(value), self.code)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number with Western digits and comma for thousands; up to two decimals unless asked for a number of
        them."""
        return _number(value, decimals)
