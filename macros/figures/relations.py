"""Who wants what: the typed relations of the actors, from each row's actor to each column's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..page.view import View
from ..record.actor import Actor, Relation
from ..record.actor import RelationType as Type
from ..record.shared import Side
from .chart import Chart, Column, LegendKey, Row
from .lettering import LINE, width
from .surface import ACCENT, INK, NARROW, SOFT, WIDE, Mark, Surface, way

GROUPS = {
    "opens": {Type.approves, Type.authorises, Type.protects},
    "limits": {
        Type.blocks,
        Type.limits,
        Type.regulates,
        Type.reviews,
        Type.sets_conditions_for,
        Type.told_to_stop,
        Type.taxes,
        Type.prosecutes,
    },
    "calls": {Type.summoned, Type.called_to_meeting, Type.consults, Type.negotiates_with, Type.lobbies},
    "trades": {
        Type.supplies,
        Type.wants_to_buy_from,
        Type.seeks_from,
        Type.shifts_capacity_for,
        Type.benefits_from,
        Type.reported_to_use_chips_of,
        Type.competes_with,
    },
    "contests": {
        Type.denies,
        Type.disputes,
        Type.doubts,
        Type.opposes,
        Type.questions,
        Type.contrasts_with,
        Type.points_to,
    },
    "tells": {Type.cites, Type.quoted_by, Type.reported_on, Type.rewrites, Type.supports},
    "belongs": {Type.leads, Type.part_of, Type.works_for},
}
"""The types of relation by what they come to, as the figure colours them."""

MARKS = {
    "opens": ("circle", ACCENT),
    "limits": ("square", INK),
    "calls": ("diamond", SOFT),
    "trades": ("triangle-right", ACCENT),
    "contests": ("cross", INK),
    "tells": ("triangle-up", SOFT),
    "belongs": ("triangle-down", SOFT),
}
"""Shape and colour of a group's marks; the colours of verdicts would say something else."""

_GROUP = {type: group for group, types in GROUPS.items() for type in types}

ROW, GAP = 24, 28
"""The height of a row with the room of a mark in it, and the space between two columns, in pixels."""


@dataclass(frozen=True)
class Tie:
    """A relation between two actors, in words as well."""

    origin: Actor
    relation: Relation
    target: Actor
    said: str

    @property
    def group(self) -> str:
        return _GROUP[self.relation.type]


def ties(view: View) -> list[Tie]:
    """All relations, actors in the order of their sides."""
    return [
        Tie(actor, relation, view.dossier[relation.to], _said(view, actor, relation))
        for actor in view.dossier.all(Actor)
        for relation in actor.relations
    ]


def _said(view: View, actor: Actor, relation: Relation) -> str:
    string = view.language.string
    target = view.plain(view.dossier[relation.to].name)
    kind = string(f"relation.{relation.type}")
    return string("figure.relations.said", origin=view.plain(actor.name), relation=kind, target=target)


def chart(view: View) -> Chart | None:
    """All relations; None without one."""
    t, number, found = view.language.string, view.language.number, ties(view)
    if not found:
        return None
    counts = Counter(tie.group for tie in found)
    groups = [group for group in GROUPS if counts[group]]
    reached = [f"{t(f'side.{block.target}')} ({number(block.ties)})" for block in blocks(found)[:2]]
    words = {group: t(f"figure.relations.group.{group}") for group in groups}
    columns = ("origin", "side", "relation", "target")
    return Chart(
        title=t("figure.relations.title", relations=number(len(found)), sides=f"{t('comma')} ".join(reached)),
        note=t("figure.relations.note"),
        alternative=" ".join(f"{words[group]}{t('colon')} {number(counts[group])}." for group in groups),
        columns=tuple(Column(t(f"figure.relations.{name}")) for name in columns),
        rows=tuple(
            Row(
                tie.origin,
                (
                    view.plain(tie.origin.name),
                    t(f"side.{tie.origin.side}"),
                    t(f"relation.{tie.relation.type}").rstrip(":"),
                    view.plain(tie.target.name),
                ),
            )
            for tie in found
        ),
        wide=_drawn(view, found, WIDE, 2),
        narrow=_drawn(view, found, NARROW, 1),
        keys=tuple(LegendKey(*MARKS[group], words[group]) for group in groups),
    )


@dataclass(frozen=True)
class Block:
    """What reaches one side: the relations to its actors by the side from which they come, those of most first."""

    target: Side
    rows: tuple[tuple[Side, tuple[Tie, ...]], ...]

    @property
    def ties(self) -> int:
        return sum(len(found) for _, found in self.rows)


def blocks(found: list[Tie]) -> list[Block]:
    """A block a side, the one that most relations reach first."""
    groups = list(GROUPS)
    made = []
    for target in Side:
        rows = [
            (origin, tuple(sorted(reaching, key=lambda tie: groups.index(tie.group))))
            for origin in Side
            if (reaching := [tie for tie in found if (tie.origin.side, tie.target.side) == (origin, target)])
        ]
        if rows:
            made.append(Block(target, tuple(sorted(rows, key=lambda row: -len(row[1])))))
    return sorted(made, key=lambda block: -block.ties)


def _drawn(view: View, found: list[Tie], across: int, columns: int) -> Surface:
    """The blocks in so many columns of about one height; in each, a row of marks for each side from which something
    comes, and further rows where one is full."""
    t, number, every = view.language.string, view.language.number, blocks(found)
    room = (across - GAP * (columns - 1)) / columns
    names = max(width(t(f"side.{side}")) for block in every for side, _ in block.rows) + 10
    full = int((room - names) // ROW)

    def height(block: Block) -> int:
        return ROW + LINE // 2 + ROW * sum(-(-len(ties) // full) for _, ties in block.rows)

    whole = sum(map(height, every))
    heads: list[Mark] = []
    sides: list[Mark] = []
    marks: list[Mark] = []
    column, top, bottom = 0, 0, 0
    for block in every:
        if top + height(block) / 2 > whole / columns and column < columns - 1:
            column, top = column + 1, 0
        left = column * (room + GAP)
        heads.append(
            {
                "x": left,
                "y": top + LINE,
                "text": t("figure.relations.towards", side=t(f"side.{block.target}"), number=number(block.ties)),
            }
        )
        y = top + ROW
        for side, ties in block.rows:
            sides.append({"x": left, "y": y + ROW / 2, "text": t(f"side.{side}")})
            for place, tie in enumerate(ties):
                shape, colour = MARKS[tie.group]
                marks.append(
                    {
                        "x": left + names + ROW * (place % full + 0.5),
                        "y": y + ROW * (place // full + 0.5),
                        "shape": shape,
                        "fill": colour,
                        "href": way(tie.origin),
                        "description": tie.said,
                    }
                )
            y += ROW * -(-len(ties) // full)
        top += height(block)
        bottom = max(bottom, top)
    return (
        Surface(view.language.direction, across, bottom)
        .marks("rule", [{"x": head["x"], "x2": head["x"] + room, "y": head["y"] + 6} for head in heads])
        .marks("text", heads, align="start", fontWeight="bold")
        .marks("text", sides, align="start", baseline="middle", color=SOFT)
        .marks("point", marks, filled=True, size=90, opacity=1)
    )
