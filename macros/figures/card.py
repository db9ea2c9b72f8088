"""The picture with which an address shows itself where it is shared: how what stands there is judged. The title stands
beside it wherever an address is shared, so that one card serves all that is judged alike."""

from __future__ import annotations

from dataclasses import dataclass

from ..law.policy import StatusKind
from ..page.view import View
from ..record.question import Settled
from ..record.shared import Verdict
from ..wording.latin import isolate_plain
from .lettering import lines
from .picture import right_to_left

WIDTH, HEIGHT, EDGE = 1200, 630, 80
"""As those show pictures who read Open Graph, in pixels; and the edge around the words."""

LARGE, LINE = 84, 110
"""The size of the judgement and the height of its lines, in pixels."""

_COLOURS = {
    "verdict.supported": "ok",
    "verdict.partly-supported": "part",
    "verdict.contradicted": "no",
    "verdict.superseded": "past",
    "status.no-licence": "ok",
    "status.licence-exception-nac": "ok",
    "status.case-by-case": "part",
    "status.case-by-case-if-gates-met": "part",
    "status.presumption-of-denial": "no",
    "status.letter": "no",
}
"""The colour of a judgement in the theme; that of any other is ``open``."""

NONE = "site.description"
"""What stands for a judgement where nothing is judged."""

JUDGED = {
    **{f"verdict.{verdict}": "kind.claim" for verdict in Verdict},
    **{f"status.{status}": "kind.chip" for status in StatusKind},
    **{f"settled.{settled}": "kind.answer" for settled in Settled},
    NONE: "kind.page",
}
"""Everything that a card says, by its interface string, with that of what is judged so."""


@dataclass(frozen=True)
class Card:
    """A card as SVG, whose colours have the names that they have in the theme."""

    svg: str


def card_address(judged: str, language: str) -> str:
    """The address of a card below the root of the site."""
    return f"assets/cards/{judged.replace('.', '-')}.{language}.png"


def card(view: View, judged: str) -> Card:
    """The card of a judgement, by its interface string, in the language of the view."""
    words, is_mirrored = view.language.string, view.language.direction == "rtl"

    def written(text: str) -> str:
        return right_to_left(isolate_plain(text)) if is_mirrored else text

    size = LARGE if judged != NONE else LARGE // 2
    told = lines(words(judged), WIDTH - 2 * EDGE, size, bold=True)
    svg = view.render(
        "part/card.svg",
        width=WIDTH,
        height=HEIGHT,
        x=WIDTH - EDGE if is_mirrored else EDGE,
        anchor="end" if is_mirrored else "start",
        size=size,
        lines=[(240 + number * size * LINE / LARGE, written(line)) for number, line in enumerate(told)],
        colour=_COLOURS.get(judged, "open"),
        kind=written(words(JUDGED[judged])) if judged != NONE else "",
        site=written(words("site.name")),
    )
    return Card(svg)
