"""How something is cited: in words as the citation styles have it, and in the formats that reference managers read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..record.fields import PartialDate
from ..record.shared import Record
from ..record.source import SourceKind
from ..wording.citing import DATED, STYLES, Name, Piece, authored, cited, form_name, person
from ..wording.language import Language

_NAMED = {"\\": "backslash", "{": "braceleft", "}": "braceright", "~": "asciitilde", "^": "asciicircum"}
SIGNS = {
    "BibTeX": {sign: f"\\{sign}" for sign in "&%$#_"} | {sign: f"{{\\text{name}}}" for sign, name in _NAMED.items()},
    "CSL-JSON": {sign: f"\\{sign}" for sign in '"\\'},
}
"""How the formats write the signs that mean something to them. To LaTeX a backslash before some would be a command as
well, or leave a brace that BibTeX counts: these have names."""
_TO_BIBTEX = str.maketrans(SIGNS["BibTeX"])

_IN_BRACES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "\\{}"})
"""How an address writes what BibTeX would count as the ends of the value, or as a sign before one."""

_LANGUAGES = {"en": "english", "ar": "arabic", "de": "german", "es": "spanish", "pt": "portuguese", "ru": "russian"}
"""The names that BibLaTeX has for languages; it goes without that of another."""

_PAGE = ("webpage", "ELEC", "online")
_DATA = ("dataset", "DATA", "dataset")
_TYPES = {
    SourceKind.law: ("legislation", "STAT", "legislation"),
    SourceKind.bill: ("bill", "BILL", "legislation"),
    SourceKind.filing: ("report", "RPRT", "report"),
    SourceKind.research: ("report", "RPRT", "report"),
    SourceKind.newsroom: ("article-newspaper", "NEWS", "online"),
    SourceKind.database: _DATA,
}
"""What a kind of source is in CSL-JSON, in RIS and in BibLaTeX; any other is a page."""

_CONTAINED = ("webpage", "article-newspaper")
"""What is a part of what its publisher publishes, a site or a paper; anything else stands by itself."""

_ENCODED = {letter: f"%{ord(letter):02X}" for letter in '%#"<>[\\]^`{|}\r\n '}
"""What a data address cannot hold as it is, the sign of encoding first; letters beyond ASCII are encoded by whoever
reads it (WHATWG, URL)."""


def citations_address(kind: type[Record]) -> str:
    """Where the citations of the records of a kind without pages of its own are listed, below the root of a
    language."""
    return f"cite/{kind.folder}/"


def citation_address(record: Record) -> str:
    """Where a record without a page of its own says how it is cited, below the root of a language."""
    return f"{citations_address(type(record))}{record.id}/"


@dataclass(frozen=True)
class File:
    """A citation in a format of reference managers. The day of access stands before ``end``, if it is known."""

    format: str
    name: str
    media_type: str
    text: str
    accessed: str
    """How the day of access is written, which stands for ``YYYY``, ``MM`` and ``DD``."""
    end: str

    @property
    def whole(self) -> str:
        return self.text + self.end

    @property
    def address(self) -> str:
        """The file as an address of its own, which a page offers without a server and without script."""
        return f"data:{self.media_type};charset=utf-8,{_encoded(self.whole)}"

    @property
    def access(self) -> str:
        """What is to be written of the day of access, encoded like the address."""
        return _encoded(self.accessed)


def _encoded(text: str) -> str:
    for letter, encoded in _ENCODED.items():  # ten times as fast as one translation of all
        text = text.replace(letter, encoded)
    return text


@dataclass(frozen=True)
class Citation:
    """What is cited. ``words`` is the language of the page that says so, ``language`` that of the text cited, in which
    ``title`` need not be. Without an author, the publisher stands for one."""

    key: str
    title: str
    authors: tuple[str, ...]
    site: str
    issued: PartialDate | None
    address: str | None
    language: str
    words: Language
    kind: SourceKind | None = None
    """None for a page of the dossier."""
    version: str = ""
    title_language: str = "en"
    is_data: bool = False
    """Whether it is the page on the data, which stands for the data set."""

    @property
    def styles(self) -> dict[str, tuple[Piece, ...]]:
        """The citation in words, by the name of the style."""
        return {style: self._styled(style) for style in STYLES}

    def _styled(self, style: str) -> tuple[Piece, ...]:
        issued = self.issued or ""
        form = form_name(bool(self.authors), DATED[len(issued.split("-")) if issued else 0], self.address is not None)
        return cited(
            self.words.code,
            style,
            form if self.kind else "dossier",
            issued,
            self.title_language == "en",
            title=self.title,
            author=authored(self.words.code, style, self._names),
            site=self.site,
            version=self.version,
            address=self.address or "",
        )

    @property
    def _names(self) -> tuple[Name, ...]:
        """The authors: persons of a source, and the dossier as a body."""
        return tuple(person(author, self.language) if self.kind else Name(author) for author in self.authors)

    @property
    def files(self) -> tuple[File, ...]:
        """The citation for reference managers."""
        return self._bibtex(), self._ris(), self._csl()

    @property
    def _types(self) -> tuple[str, str, str]:
        if not self.kind:
            return _DATA if self.is_data else _PAGE
        return _TYPES.get(self.kind, _PAGE)

    @property
    def _is_contained(self) -> bool:
        return self._types[0] in _CONTAINED

    def _bibtex(self) -> File:
        def plain(words: str) -> str:
            return words.translate(_TO_BIBTEX)

        authors = " and ".join(plain(name.sorted) if name.given else f"{{{plain(name.whole)}}}" for name in self._names)
        fields = {
            "title": f"{{{plain(self.title)}}}",
            "author": authors or f"{{{plain(self.site)}}}",
            "institution" if self._types[2] == "report" else "organization": plain(self.site),
            "date": self.issued or "",
            "version": plain(self.version),
            "url": (self.address or "").translate(_IN_BRACES),
            "langid": _LANGUAGES.get(self.language, ""),
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        return File(
            "BibTeX",
            f"{self.key}.bib",
            "application/x-bibtex",
            f"@{self._types[2]}{{{self.key},\n{lines}",
            "  urldate = {YYYY-MM-DD},\n",
            "}\n",
        )

    def _ris(self) -> File:
        """Its lines end as the format has it, in two signs."""
        lines = "".join(f"{tag}  - {value}\r\n" for tag, value in self._ris_fields() if value)
        return File(
            "RIS",
            f"{self.key}.ris",
            "application/x-research-info-systems",
            lines,
            "Y2  - YYYY/MM/DD\r\n",
            "ER  - \r\n",
        )

    def _ris_fields(self) -> Iterator[tuple[str, str]]:
        yield "TY", self._types[1]
        yield "ID", self.key
        yield "TI", self.title
        for name in self._names or (Name(self.site),):
            yield "AU", name.sorted
        yield "T2" if self._is_contained else "PB", self.site
        yield "PY", (self.issued or "")[:4]
        yield "DA", (self.issued or "").replace("-", "/")
        yield "ET", self.version
        yield "LA", self.language
        yield "UR", self.address or ""

    def _csl(self) -> File:
        item = {
            "id": self.key,
            "type": self._types[0],
            "title": self.title,
            "author": [_in_csl(name) for name in self._names or (Name(self.site),)],
            "container-title" if self._is_contained else "publisher": self.site,
            "language": self.language,
            **self._dated(),
            **({"version": self.version} if self.version else {}),
            **({"URL": self.address} if self.address else {}),
        }
        text = json.dumps([item], ensure_ascii=False).removesuffix("}]")
        return File(
            "CSL-JSON",
            f"{self.key}.json",
            "application/vnd.citationstyles.csl+json",
            text,
            ', "accessed": {"raw": "YYYY-MM-DD"}',
            "}]\n",
        )

    def _dated(self) -> dict[str, Any]:
        if not self.issued:
            return {}
        return {"issued": {"date-parts": [[int(part) for part in self.issued.split("-")]]}}


def _in_csl(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.whole}
