"""How a page is cited: as text in the reader's language, and as BibTeX."""

from __future__ import annotations

from dataclasses import dataclass

from ..record.fields import Day
from ..wording.language import Language

_TO_BIBTEX = str.maketrans(dict.fromkeys("\\{}") | {letter: f"\\{letter}" for letter in "&%$#_"})
"""What BibTeX reads as a command: backslash and braces fall away, the others are escaped."""

_LANGUAGES = {"en": "english", "ar": "arabic"}


@dataclass(frozen=True)
class PageCitation:
    """One page with its title, the date of the last finding and its permanent address."""

    title: str
    current_to: Day
    address: str
    language: Language

    @property
    def text(self) -> str:
        return self.language.string(
            "cite.sentence",
            title=self.title,
            dossier=self.language.string("site.name"),
            date=self.language.day(self.current_to),
            address=self.address,
        )

    @property
    def bibtex(self) -> str:
        year, month, day = self.current_to.split("-")
        key = "h200gap-" + (self.address.rstrip("/").rpartition("/")[2] or self.language.code)
        fields = {
            "title": f"{{{self.title.translate(_TO_BIBTEX)}}}",
            "author": f"{{{self.language.string('site.name').translate(_TO_BIBTEX)}}}",
            "year": year,
            "month": str(int(month)),
            "day": str(int(day)),
            "url": self.address,
            "language": _LANGUAGES[self.language.code],
        }
        return f"@online{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"
