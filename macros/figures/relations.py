"""Who wants what: the typed relations of the actors, from each row's actor to each column's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..page.view import View
from ..record.actor import Actor, Relation
from ..record.actor import RelationType as Type
from ..record.shared import Side
from .chart import Chart, Column, Key, Row
from .surface import ACCENT, INK, LINE, SOFT, SUNK, Mark, Surface, way

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
    "opens": ("circle", "var(--ok)"),
    "limits": ("square", "var(--no)"),
    "calls": ("diamond", "var(--part)"),
    "trades": ("circle", ACCENT),
    "contests": ("cross", "var(--strengthened)"),
    "tells": ("triangle-up", SOFT),
    "belongs": ("triangle-down", "var(--past)"),
}
_GROUP = {type: group for group, types in GROUPS.items() for type in types}

NAMES, HEAD, CELL = 290, 190, 18
"""Room for the names of rows and of columns, and the size of a cell, in pixels."""


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
    target, most = Counter(view.plain(tie.target.name) for tie in found).most_common(1)[0]
    words = {group: t(f"figure.relations.group.{group}") for group in groups}
    columns = ("origin", "side", "relation", "target")
    return Chart(
        title=t("figure.relations.title", relations=number(len(found)), target=target, most=number(most)),
        alternative=" ".join(
            [
                t("figure.relations.lead"),
                *(f"{words[group]}{t('colon')} {number(counts[group])}." for group in groups),
            ]
        ),
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
        surface=_drawn(view, found),
        keys=tuple(Key(*MARKS[group], words[group]) for group in groups),
    )


def _short(name: str) -> str:
    """The abbreviation that a name gives in brackets, or the name."""
    return name.rpartition("(")[2].rstrip(")")


def _drawn(view: View, found: list[Tie]) -> Surface:
    actors = {actor.id: actor for tie in found for actor in (tie.origin, tie.target)}
    rows = list(dict.fromkeys(tie.origin.id for tie in found))
    sides = list(Side)
    columns = sorted({tie.target.id for tie in found}, key=lambda id: (sides.index(actors[id].side), id))
    in_cell: Counter[tuple[str, str]] = Counter()
    marks: list[Mark] = []
    for tie in found:
        shape, colour = MARKS[tie.group]
        cell = tie.origin.id, tie.target.id
        marks.append(
            {
                "x": NAMES + CELL * (columns.index(tie.target.id) + 0.5) + 7 * in_cell[cell],
                "y": HEAD + CELL * (rows.index(tie.origin.id) + 0.5),
                "shape": shape,
                "fill": colour,
                "href": way(tie.origin),
                "description": tie.said,
            }
        )
        in_cell[cell] += 1
    width, height = NAMES + CELL * len(columns), HEAD + CELL * len(rows)

    def bounds(ids: list[str]) -> list[int]:
        return [index for index, id in enumerate(ids) if index and actors[id].side is not actors[ids[index - 1]].side]

    def name(id: str) -> Mark:
        return {"text": view.plain(actors[id].name), "href": way(actors[id])}

    stripes = [
        {"x": 0, "x2": width, "y": HEAD + CELL * index, "y2": HEAD + CELL * (index + 1)}
        for index in range(0, len(rows), 2)
    ]
    across = [{"x": 0, "x2": width, "y": HEAD + CELL * index} for index in bounds(rows)]
    upright = [{"x": NAMES + CELL * index, "y": 0, "y2": height} for index in bounds(columns)]
    heads = [{"x": NAMES - 8, "y": HEAD + CELL * (index + 0.5)} | name(id) for index, id in enumerate(rows)]
    tops = [
        {"x": NAMES + CELL * (index + 0.5), "y": HEAD - 8} | name(id) | {"text": _short(name(id)["text"])}
        for index, id in enumerate(columns)
    ]
    words = {"baseline": "middle", "fontSize": 11, "color": INK}
    start = "start" if view.language.direction == "ltr" else "end"
    return (
        Surface(view.language.direction, width, height)
        .marks("rect", stripes, color=SUNK)
        .marks("rule", across, color=LINE, strokeWidth=1.2)
        .marks("rule", upright, color=LINE, strokeWidth=1.2)
        .marks("text", heads, align="end", **words)
        .marks("text", tops, align=start, angle=270, **words)
        .marks("point", marks, filled=True, size=48, opacity=1)
    )
