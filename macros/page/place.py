"""Addresses: where a page stands, and the ways from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..wording.language import LANGUAGES, OTHER


def is_outward(address: str) -> bool:
    """Whether an address leads to another site."""
    return "://" in address


@dataclass(frozen=True)
class Place:
    """The address of a page below the site's root: ``ar/claims/x/``. What lies in no language is the bilingual
    gateway."""

    url: str

    @cached_property
    def is_gateway(self) -> bool:
        return self.url[:3] not in {f"{code}/" for code in LANGUAGES}

    @cached_property
    def language(self) -> str:
        """The code of the page's language; English for the gateway."""
        return "en" if self.is_gateway else self.url[:2]

    @cached_property
    def path(self) -> str:
        """The address below the root of the language: ``claims/x/``; nothing for the overview and the gateway."""
        return "" if self.is_gateway else self.url[3:]

    @property
    def twin(self) -> Place:
        """The same page in the other language; for the gateway, the overview of the other."""
        return Place(f"{OTHER[self.language]}/{self.path}")

    @property
    def alternates(self) -> dict[str, str]:
        """The address of the page in each language, by hreflang; ``x-default`` lets an overview's reader choose."""
        default = "" if self.path == "" else f"en/{self.path}"
        return {code: f"{code}/{self.path}" for code in LANGUAGES} | {"x-default": default}

    def to(self, path: str) -> str:
        """The way to a page of the same language, for example ``claims/`` or ``timeline/#x``."""
        address, hash_sign, anchor = f"{self.language}/{path}".partition("#")
        return f"{self.file(address)}/{hash_sign}{anchor}"

    def file(self, path: str) -> str:
        """The way to a file below the root of the site, for example ``data/figures/gap.en.csv``."""
        here, there = _parts(self.url), _parts(path)
        while here and there and here[0] == there[0]:
            del here[0], there[0]
        return "/".join([".."] * len(here) + there) or "."

    @property
    def root(self) -> str:
        """The way to the site's root, ending in a slash."""
        return f"{self.file('.')}/"


def _parts(address: str) -> list[str]:
    return [part for part in address.split("/") if part not in ("", ".")]
