"""The periods: for each, the regions of its rules and the chips whose status changed in it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from itertools import pairwise

from .. import policy
from ..dossier import Dossier
from ..language import Language
from ..policy import Period, Spell, Status, StatusKind
from ..records import Chip
from .drawing import SOFT, SUNK, WIDTH, Figure, Key, Picture, Row, Surface, address
from .gap import FILLS, MARKS, at, plotted, rectangle, scales
from .regions import conditional, control_line, regions

COLUMNS, GAP, HEAD = 3, 18, 58
PANEL_WIDTH, PANEL_HEIGHT = (WIDTH - (COLUMNS - 1) * GAP) // COLUMNS, 170


@dataclass(frozen=True)
class Move:
    """A change of a chip's status: on which day, and from what to what."""

    chip: Chip
    day: Date
    before: Status
    after: Status


def moves(dossier: Dossier, chips: list[Chip], period: Period) -> list[Move]:
    """The changes of status within a period, its first day included; becoming known is none."""
    def within(before: Spell, after: Spell) -> bool:
        known = StatusKind.not_known_yet not in (before.status.kind, after.status.kind)
        return known and before.status.kind is not after.status.kind and period.first <= after.first <= (period.last or Date.max)

    return [Move(chip, after.first, before.status, after.status) for chip in chips
            for before, after in pairwise(policy.spells(dossier.rules, chip)) if within(before, after)]


def figure(dossier: Dossier, language: Language) -> Figure:
    """One small picture a period, in order of time; chips that did not move are pale."""
    t = language.string
    chips = [chip for chip in plotted(dossier.chips) if chip.us_origin]
    found = [(period, moves(dossier, chips, period)) for period in policy.periods(dossier.rules)]
    join = f"{t('comma')} ".join
    still = [period for period, moved in found if not moved]
    return Figure(
        title=t("figure.periods.title", moved=language.number(len(found) - len(still)), periods=language.number(len(found))),
        alternative=" ".join(
            f"{period.rule.opens_period[language.code]}{t('semicolon')} " +
            (t("figure.periods.moved", chips=join(dict.fromkeys(move.chip.short_name for move in moved))) if moved else t("figure.periods.still"))
            for period, moved in found
        ),
        columns=tuple(t(f"figure.periods.{column}") for column in ("day", "chip", "before", "after", "rule")),
        rows=tuple(
            Row(address(move.chip), (language.day(move.day), move.chip.short_name, t(f"status.{move.before.kind}"), t(f"status.{move.after.kind}"),
                                     (move.after.rule or move.before.rule).short_title[language.code]))
            for _, moved in found for move in moved
        ),
        picture=_drawn(dossier, language, chips, found),
        keys=tuple(Key(*MARKS[kind], t(f"status.{kind}")) for kind in dict.fromkeys(move.after.kind for _, moved in found for move in moved)) +
             (Key("circle", SOFT, t("figure.periods.unmoved")), Key("dashed", SOFT, t("figure.gap.dashed"))),
    )


def _drawn(dossier: Dossier, language: Language, chips: list[Chip], found: list[tuple[Period, list[Move]]]) -> Picture:
    x, y = scales(chips, PANEL_WIDTH, PANEL_HEIGHT)
    grounds, lines, dashes, marks, heads, notes = [], [], [], [], [], []
    for index, (period, moved) in enumerate(found):
        left, top = (index % COLUMNS) * (PANEL_WIDTH + GAP), HEAD + (index // COLUMNS) * (PANEL_HEIGHT + HEAD)
        now = policy.periods(dossier.rules)[index].last or Date.fromisoformat(dossier.current_to)
        drawn = regions(dossier.rules, now)
        limit = control_line(drawn)
        grounds.append({"x": left, "x2": left + PANEL_WIDTH, "y": top, "y2": top + PANEL_HEIGHT, "fill": SUNK})
        for region in drawn:
            if region.kind in FILLS and not region.further:
                field = rectangle(region, x, y, limit)
                grounds.append({"x": left + x.position(field["x"]), "x2": left + x.position(field["x2"]), "y": top + PANEL_HEIGHT - y.position(field["y2"]),
                                "y2": top + PANEL_HEIGHT - y.position(field["y"]), "fill": FILLS[region.kind]})
        upright = {"y": top, "y2": top + PANEL_HEIGHT}
        lines += [{"x": left + x.position(limit)} | upright] if limit else []
        dashes += [{"x": left + x.position(edge)} | upright for edge in conditional(drawn)]
        last = {move.chip.id: move.after.kind for move in moved}
        known = [chip for chip in chips if policy.status(dossier.rules, chip, now).kind is not StatusKind.not_known_yet]
        for chip in sorted(known, key=lambda chip: chip.id in last):
            shape, fill = MARKS[last[chip.id]] if chip.id in last else ("circle", SOFT)
            marks.append({"x": left + x.position(at(chip)[0]), "y": top + PANEL_HEIGHT - y.position(at(chip)[1]), "shape": shape, "fill": fill, "size": 40 if chip.id in last else 12})
        title, _, what = period.rule.opens_period[language.code].partition(": ")
        heads.append({"x": left, "y": top - 36, "text": title, "href": address(period.rule), "description": period.rule.opens_period[language.code]})
        counted = len({move.chip.id for move in moved})
        notes += [{"x": left, "y": top - 21, "text": what}, {"x": left, "y": top - 7, "text": language.string("figure.periods.count", n=counted)}]
    rows = -(-len(found) // COLUMNS)
    return (
        Surface(language, WIDTH, rows * (PANEL_HEIGHT + HEAD))
        .marks("rect", grounds)
        .marks("rule", dashes, color=SOFT, strokeDash=[3, 3])
        .marks("rule", lines, color="var(--no)", strokeWidth=1.5)
        .marks("point", marks, filled=True, opacity=1)
        .marks("text", heads, align="start", fontWeight="bold", fontSize=11.5)
        .marks("text", notes, align="start", color=SOFT, fontSize=11)
        .picture()
    )
