"""How a page is cited: as text in the reader's language, and as BibTeX."""
from __future__ import annotations

from dataclasses import dataclass

from .language import Language


@dataclass(frozen=True)
class Citation:
    """One page with its title, the date of the last finding and its permanent address."""

    title: str
    current_to: str
    address: str
    language: Language

    @property
    def text(self) -> str:
        return self.language.string(
            "cite.sentence", title=self.title, dossier=self.language.string("site.name"),
            date=self.language.day(self.current_to), address=self.address,
        )

    @property
    def bibtex(self) -> str:
        year, month, day = self.current_to.split("-")
        key = "h200gap-" + (self.address.rstrip("/").rpartition("/")[2] or self.language.code)
        fields = {
            "title": f"{{{_escaped(self.title)}}}",
            "author": f"{{{_escaped(self.language.string('site.name'))}}}",
            "year": year, "month": str(int(month)), "day": str(int(day)),
            "url": self.address, "language": {"en": "english", "ar": "arabic"}[self.language.code],
        }
        return f"@online{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def _escaped(text: str) -> str:
    """Characters that BibTeX reads as commands, escaped."""
    for character in "\\{}":
        text = text.replace(character, "")
    for character in "&%$#_":
        text = text.replace(character, "\\" + character)
    return text
