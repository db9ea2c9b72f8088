"""``python -m macros.tools.citation_forms``: writes what each citation style makes of a citation, in both languages.

A citation processor takes 30 ms for one citation in one style, and a site has thousands that differ in nothing but
a title, a date and an address. So each form is made once, of words that stand for what differs; ``wording/citing.py``
puts in what they stand for.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from types import SimpleNamespace
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON

from ..wording.citing import DATED, FORMS, STYLES, form_name
from ..wording.language import LANGUAGES
from .asked import run, usage
from .staging import write

USAGE = usage(__file__)

_LOCALES = {"en": "en-US", "ar": "ar"}
_PLAIN = SimpleNamespace(
    preformat=str, Italic="*{}*".format, **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "SmallCaps"), str)
)
"""How a form shows that words are italic; nothing else is marked."""

_TITLE, _ADDRESS = "qqtitle", "https://qq.example/"
_PLACES = {
    "Qqtitle": "{title_headline}",
    _TITLE: "{title}",
    "QQAUTHOR": "{author}",
    "Qqsite": "{site_headline}",
    "qqsite": "{site}",
    "QQVERSION": "{version}",
    _ADDRESS: "{address}",
    "2111": "{year}",
    "28": "{day}",
}
"""The words that stand for something. A style that writes titles like headlines gives them a capital."""

_MOST = 10
"""As many as a form has for authors; more are named as they stand in the record."""

_ACCESS = {"September 27, 2222": "{us}", "27 Sept. 2222": "{mla}", "27 سبتمبر 2222": "{ar}"}
"""The day of access, by how it is written."""


class Processor:
    """One style in one language."""

    def __init__(self, style: str, language: str):
        self._name, self._language = style, language
        self._style = CitationStylesStyle(str(FORMS.parent / f"{style}.csl"), _LOCALES[language], validate=False)

    def forms(self) -> dict[str, Any]:
        """Every form by its name, and the names of the months as they stand in them."""
        numbers = range(1, _MOST + 1)
        found: dict[str, Any] = {
            "months": self._months(),
            "authors": [self._authors(number) for number in numbers],
            "whole_authors": [self._whole_authors(number) for number in numbers],
            "dossier": self._dossier(),
        }
        for is_named in (True, False):
            for dated in DATED:
                for is_linked in (True, False):
                    item = self._source(is_named) | _issued(dated) | ({"URL": _ADDRESS} if is_linked else {})
                    found[form_name(is_named, dated, is_linked)] = self._placed(self._written(item))
        return found

    def _dossier(self) -> str:
        """The form of a page of the dossier, with the day of access as the style has it where there is no date."""
        version = f"{str(self._style.root.get_single_term('version')).capitalize()} QQVERSION"
        item = {"author": [{"literal": "QQAUTHOR"}], "version": "QQVERSION", "URL": _ADDRESS}
        if self._name == "apa":
            item["genre"] = version  # it has no version of a page
        if self._name == "modern-language-association":
            item["container-title"] = "qqsite"  # the others leave out a site that is the author
        before, after = self._written(item | _issued("day")).split(_ADDRESS)
        accessed = self._written(item | {"accessed": {"date-parts": [[2222, 9, 27]]}})
        accessed_before, accessed_after = accessed.split(_ADDRESS)
        clauses = accessed_before.partition("QQVERSION")[2].lstrip("]., "), accessed_after.removeprefix(after)
        first, second = (f"⟨{_replaced(clause, _ACCESS)}⟩" if "2222" in clause else "" for clause in clauses)
        return self._placed(f"{before}{first}{_ADDRESS}{after}{second}")

    def _authors(self, number: int) -> str:
        """How so many persons stand as authors. The processor has initials in every style, of which only one asks for
        them."""
        named = self._named([{"family": f"Qqf{place}", "given": "Q"} for place in range(number)])
        given, inverted = ("initials", r"\d") if self._name == "apa" else ("given", "0")
        named = re.sub(rf"Qqf({inverted})([,،]) Q\.", rf"{{family\1}}\2 {{{given}\1}}", named)
        named = re.sub(r"Q\. Qqf(\d)", rf"{{{given}\1}} {{family\1}}", named)
        return named if named.endswith("al.") else named.removesuffix(".")

    def _whole_authors(self, number: int) -> str:
        """How so many stand whose names are left whole."""
        named = self._named([{"literal": f"Qqf{place}"} for place in range(number)])
        named = re.sub(r"Qqf(\d)", r"{whole\1}", named)
        return named if named.endswith("al.") else named.removesuffix(".")

    def _named(self, authors: list[dict[str, str]]) -> str:
        """What stands for authors before a title or a date."""
        named = re.split(r" [(“«]", self._written({"author": authors, "container-title": "qqsite"}))[0]
        if self._language == "ar":
            named = re.sub(r" (&|و) ", " و", named)
        return named

    def _source(self, is_named: bool) -> dict[str, Any]:
        """A text with its author on a site, or one for which the publisher stands."""
        if is_named:
            return {"author": [{"literal": "QQAUTHOR"}], "container-title": "qqsite"}
        if self._name == "modern-language-association":
            return {"container-title": "qqsite"}  # the title comes first
        return {"author": [{"literal": "qqsite"}]}

    def _written(self, item: dict[str, Any]) -> str:
        whole = {"id": "x", "type": "webpage", "title": _TITLE, "language": "en"} | item
        bibliography = CitationStylesBibliography(self._style, CiteProcJSON([whole]), _PLAIN)
        bibliography.register(Citation([CitationItem("x")]))
        return self._mended(str(bibliography.bibliography()[0]))

    def _mended(self, text: str) -> str:
        """What the processor leaves undone of the Citation Style Language: a title that stands for an author is not
        said again, a full stop stands inside of quotation marks; and "retrieved" needs a day. What the styles do not
        know of Arabic: its comma, its quotation marks, the day before the month, and that access is no arrival."""
        text = re.sub(r"^([“\"]Qqtitle[”\"]\. )\1", r"\1", text)
        text = re.sub(rf"(?:Retrieved|استرجع في) (?={_ADDRESS})", "", text)
        if self._language == "ar":
            text = re.sub(r'"(.*?)"', r"«\1»", text).replace("،", "").replace(", ", "، ")
            text = text.replace("تاريخ الوصول", "تاريخ الاطلاع").replace("استرجع في", "استُرجع في")
            return text.replace("يناير 28", "28 يناير")
        return re.sub(r"”([.,])", r"\1”", text)

    def _placed(self, text: str) -> str:
        return _replaced(text, _PLACES | dict.fromkeys((self._month(1, None), self._month(1, "short")), "{month}"))

    def _months(self) -> list[str]:
        form = "short" if "27 Sept. 2222" in self._written({"accessed": {"date-parts": [[2222, 9, 27]]}}) else None
        return [self._month(number, form) for number in range(1, 13)]

    def _month(self, number: int, form: str | None) -> str:
        return str(self._style.root.get_single_term(f"month-{number:02}", form))


def _issued(dated: str) -> dict[str, Any]:
    """28 January 2111, as far as a date goes."""
    parts = [2111, 1, 28][: DATED.index(dated)]
    return {"issued": {"date-parts": [parts]}} if parts else {}


def _replaced(text: str, words: dict[str, str]) -> str:
    return re.sub("|".join(map(re.escape, sorted(words, key=len, reverse=True))), lambda found: words[found[0]], text)


def forms() -> dict[str, dict[str, dict[str, Any]]]:
    """The forms of every style in each language."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about variables that the processor does not know
        return {code: {name: Processor(style, code).forms() for name, style in STYLES.items()} for code in LANGUAGES}


def main(arguments: list[str]) -> int:
    """Write the forms. The exit status is 2 for a wrong call. Raises OSError where they cannot be written."""
    if arguments:
        print(USAGE, file=sys.stderr)
        return 2
    write(FORMS, json.dumps(forms(), indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(main, USAGE))
