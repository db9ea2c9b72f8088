"""Caveats: weaknesses of the article's sourcing."""

from __future__ import annotations

from typing import ClassVar

from .fields import ClaimId, Text
from .shared import Record


class Caveat(Record):
    """A weakness of the article's sourcing, and the claims that it touches."""

    folder: ClassVar[str] = "caveats"
    places: ClassVar[tuple[str, ...]] = ("sourcing/#{id}",)
    weight: ClassVar[float | None] = 0.8

    title: Text
    text: Text
    claims: tuple[ClaimId, ...] = ()

    @property
    def caption(self) -> Text:
        return self.title

    @property
    def description(self) -> Text:
        return self.text
