"""Who wants what: the typed relations of the actors, from each row's actor to each column's."""
from __future__ import annotations

from collections import Counter

from ..dossier import Dossier
from ..language import Language
from ..records import Actor, Relation
from ..vocabulary import RelationType as Type
from .drawing import ACCENT, INK, LINE, SOFT, SUNK, Figure, Key, Picture, Row, Surface, address

GROUPS = {
    "opens": {Type.approves, Type.authorises, Type.protects},
    "limits": {Type.blocks, Type.limits, Type.regulates, Type.reviews, Type.sets_conditions_for, Type.told_to_stop, Type.taxes, Type.prosecutes},
    "calls": {Type.summoned, Type.called_to_meeting, Type.consults, Type.negotiates_with, Type.lobbies},
    "trades": {Type.supplies, Type.wants_to_buy_from, Type.seeks_from, Type.shifts_capacity_for, Type.benefits_from, Type.reported_to_use_chips_of,
               Type.competes_with},
    "contests": {Type.denies, Type.disputes, Type.doubts, Type.opposes, Type.questions, Type.contrasts_with, Type.points_to},
    "tells": {Type.cites, Type.quoted_by, Type.reported_on, Type.rewrites, Type.supports},
    "belongs": {Type.leads, Type.part_of, Type.works_for},
}
"""The types of relation by what they come to, as the figure colours them."""

MARKS = {
    "opens": ("circle", "var(--ok)"), "limits": ("square", "var(--no)"), "calls": ("diamond", "var(--part)"), "trades": ("circle", ACCENT),
    "contests": ("cross", "var(--strengthened)"), "tells": ("triangle-up", SOFT), "belongs": ("triangle-down", "var(--past)"),
}
_GROUP = {type: group for group, types in GROUPS.items() for type in types}

NAMES, HEAD, CELL = 290, 190, 18
"""Room for the names of rows and of columns, and the size of a cell, in pixels."""


def figure(dossier: Dossier, language: Language) -> Figure:
    """All relations, actors in the order of their sides."""
    t, number = language.string, language.number
    found = [(actor, relation, dossier.find("actors", relation.to)) for actor in dossier.actors for relation in actor.relations]
    groups = Counter(_GROUP[relation.type] for _, relation, _ in found)
    target, most = Counter(target.id for *_, target in found).most_common(1)[0]
    said = [t("figure.relations.said", origin=actor.name[language.code], relation=t(f"relation.{relation.type}"), target=target.name[language.code])
            for actor, relation, target in found]
    return Figure(
        title=t("figure.relations.title", relations=number(len(found)), target=dossier.find("actors", target).name[language.code], most=number(most)),
        alternative=t("figure.relations.lead") + " " + " ".join(f"{t(f'figure.relations.group.{group}')}{t('colon')} {number(groups[group])}." for group in GROUPS if groups[group]),
        columns=tuple(t(f"figure.relations.{column}") for column in ("origin", "side", "relation", "target")),
        rows=tuple(Row(address(actor), (actor.name[language.code], t(f"side.{actor.side}"), t(f"relation.{relation.type}").rstrip(":"), target.name[language.code]))
                   for actor, relation, target in found),
        picture=_drawn(language, found, said),
        keys=tuple(Key(*MARKS[group], t(f"figure.relations.group.{group}")) for group in GROUPS if groups[group]),
    )


def _short(name: str) -> str:
    """The abbreviation that a name gives in brackets, or the name."""
    return name.rpartition("(")[2].rstrip(")")


def _drawn(language: Language, found: list[tuple[Actor, Relation, Actor]], said: list[str]) -> Picture:
    rows = list(dict.fromkeys(actor.id for actor, *_ in found))
    actors = {actor.id: actor for origin, _, target in found for actor in (origin, target)}
    sides = list(type(found[0][0].side))
    columns = sorted({target.id for *_, target in found}, key=lambda id: (sides.index(actors[id].side), id))
    in_cell: Counter[tuple[str, str]] = Counter()
    marks = []
    for (actor, relation, target), words in zip(found, said):
        shape, colour = MARKS[_GROUP[relation.type]]
        place = in_cell[actor.id, target.id]
        in_cell[actor.id, target.id] += 1
        marks.append({"x": NAMES + CELL * (columns.index(target.id) + 0.5) + 7 * place, "y": HEAD + CELL * (rows.index(actor.id) + 0.5),
                      "shape": shape, "fill": colour, "href": address(actor), "description": words})
    width, height = NAMES + CELL * len(columns), HEAD + CELL * len(rows)

    def bounds(ids: list[str]) -> list[int]:
        return [index for index, id in enumerate(ids) if index and actors[id].side is not actors[ids[index - 1]].side]

    return (
        Surface(language, width, height)
        .marks("rect", [{"x": 0, "x2": width, "y": HEAD + CELL * index, "y2": HEAD + CELL * (index + 1)} for index in range(0, len(rows), 2)], color=SUNK)
        .marks("rule", [{"x": 0, "x2": width, "y": HEAD + CELL * index} for index in bounds(rows)], color=LINE, strokeWidth=1.2)
        .marks("rule", [{"x": NAMES + CELL * index, "y": 0, "y2": height} for index in bounds(columns)], color=LINE, strokeWidth=1.2)
        .marks("text", [{"x": NAMES - 8, "y": HEAD + CELL * (index + 0.5), "text": actors[id].name[language.code], "href": address(actors[id])} for index, id in enumerate(rows)],
               align="end", baseline="middle", fontSize=11, color=INK)
        .marks("text", [{"x": NAMES + CELL * (index + 0.5), "y": HEAD - 8, "text": _short(actors[id].name[language.code]), "href": address(actors[id])} for index, id in enumerate(columns)],
               align="start" if language.direction == "ltr" else "end", baseline="middle", angle=270, fontSize=11, color=INK)
        .marks("point", marks, filled=True, size=48, opacity=1)
        .picture()
    )
