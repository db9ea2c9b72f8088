"""The gap: every chip by total processing performance and memory bandwidth, among the regions of the rules in force."""
from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date as Date

from .. import measures, policy
from ..dossier import Dossier
from ..language import Language
from ..policy import StatusKind
from ..records import Chip
from .drawing import ACCENT, PAPER, SOFT, WIDTH, Figure, Key, Picture, Row, Surface, address
from .labels import Box, Logarithmic, place
from .regions import Region, conditional, control_line, regions

HEIGHT = 520
MARKS = {
    StatusKind.no_licence: ("circle", "var(--ok)"), StatusKind.case_by_case: ("diamond", "var(--part)"),
    StatusKind.presumption_of_denial: ("cross", "var(--no)"), StatusKind.letter: ("square", "var(--no)"),
    StatusKind.not_determined: ("stroke", "var(--open)"),
}
"""Shape and colour of a chip's mark by its status."""
FOREIGN = ("triangle-up", SOFT)
"""The mark of a chip that US rules do not decide about."""
_COUNTED = {"cases": StatusKind.case_by_case, "denied": StatusKind.presumption_of_denial}
FILLS = {"presumption-of-denial": "var(--no-bg)", "case-by-case": "var(--part-bg)"}
_TICKS = [step * 10 ** power for power in range(2, 6) for step in (1, 2, 5)]


def plotted(chips: Iterable[Chip]) -> list[Chip]:
    """The chips of which both figures are published."""
    return [chip for chip in chips if measures.figure(chip, "total_processing_performance") and measures.figure(chip, "memory_bandwidth")]


def at(chip: Chip) -> tuple[float, float]:
    """A chip's place: total processing performance and memory bandwidth."""
    return measures.figure(chip, "total_processing_performance"), measures.figure(chip, "memory_bandwidth")


def scales(chips: Iterable[Chip], width: float, height: float) -> tuple[Logarithmic, Logarithmic]:
    """Scales that hold the chips with some air around them."""
    processing, bandwidth = zip(*map(at, chips))
    return (Logarithmic(min(processing) / 1.35, max(processing) * 1.35, width), Logarithmic(min(bandwidth) / 1.35, max(bandwidth) * 1.5, height))


def rectangle(region: Region, x: Logarithmic, y: Logarithmic, line: float | None) -> dict[str, float]:
    """The part of a region that the scales show; how an application is reviewed matters only from the control line on."""
    (left, right), (bottom, top) = region.processing, region.bandwidth
    return {"x": max(left, x.low, line or 0), "x2": min(right, x.high), "y": max(bottom, y.low), "y2": min(top, y.high)}


def figure(dossier: Dossier, language: Language) -> Figure:
    """All chips with both figures, by their status on the day of the latest finding."""
    t, number, day = language.string, language.number, Date.fromisoformat(dossier.current_to)
    chips, found = plotted(dossier.chips), regions(dossier.rules, day)
    status = {chip.id: policy.status(dossier.rules, chip, day) for chip in chips if chip.us_origin}
    taxed = {chip.id: met for chip in chips if chip.us_origin and (met := policy.duty(dossier.rules, chip, day))}
    named = {kind: [chip.short_name for chip in chips if chip.id in status and status[chip.id].kind is kind] for kind in MARKS}

    def row(chip: Chip) -> Row:
        decided, met = status.get(chip.id), taxed.get(chip.id)
        return Row(address(chip), (
            chip.short_name, *map(number, at(chip)), t(f"status.{decided.kind}") if decided else t("figure.gap.foreign"),
            decided.rule.short_title[language.code] if decided and decided.rule else t("rule.none"),
            met.group.name[language.code] if met else t("chips.no_duty"),
        ))

    rows = tuple(map(row, chips))
    marks = [
        dict(zip(("x", "y", "shape", "fill"), (*at(chip), *(MARKS[status[chip.id].kind] if chip.id in status else FOREIGN)))) |
        {"href": line.address, "description": t("figure.gap.point", **dict(zip(("chip", "processing", "bandwidth", "status"), line.cells)))}
        for chip, line in zip(chips, rows)
    ]
    join = f"{t('comma')} ".join
    return Figure(
        title=t("figure.gap.title", **{key: number(len(named[kind])) for key, kind in _COUNTED.items()}, taxed=number(len(taxed))),
        alternative=" ".join([
            t("figure.gap.lead", date=language.day(day), line=number(control_line(found))),
            *(f"{t(f'status.{kind}')}{t('colon')} {join(names)}." for kind, names in named.items() if names),
            t("figure.gap.taxed", chips=join(chip.short_name for chip in chips if chip.id in taxed)),
        ]),
        columns=tuple(t(f"figure.gap.{column}") for column in ("chip", "processing", "bandwidth", "status", "rule", "band")),
        rows=rows,
        picture=_drawn(language, chips, marks, found),
        keys=(*(Key(*MARKS[kind], t(f"status.{kind}")) for kind in MARKS if named[kind]), Key(*FOREIGN, t("figure.gap.foreign")),
              Key("frame", ACCENT, t("figure.gap.duty")), Key("dashed", SOFT, t("figure.gap.dashed"))),
    )


def _drawn(language: Language, chips: list[Chip], marks: list[dict], found: tuple[Region, ...]) -> Picture:
    t, (x, y), line = language.string, scales(chips, WIDTH, HEIGHT), control_line(found)
    fields = [(region, rectangle(region, x, y, line)) for region in found if not region.further]
    bands = [(region, field) for region, field in fields if region.kind == "duty"]
    corner = next(field for region, field in fields if region.kind == "case-by-case")
    words = [(*at(chip), chip.short_name) for chip in chips]
    words += [(math.sqrt(band["x"] * band["x2"]), math.sqrt(band["y"] * band["y2"]), region.group.name[language.code]) for region, band in bands]
    lines = [Box(x.position(limit) - 1, 0, x.position(limit) + 1, HEIGHT) for limit in (line, *conditional(found))]
    frames = [Box(x.position(band["x"]), HEIGHT - y.position(band["y2"]), x.position(band["x2"]), HEIGHT - y.position(band["y"])) for _, band in bands]
    head = Box(x.position(line), 0, WIDTH, 20)
    free = place([(x.position(a), HEIGHT - y.position(b), word) for a, b, word in words], [*lines, *frames, head], Box(0, 0, WIDTH, HEIGHT))
    labels = [{"x": x.value(across), "y": y.value(HEIGHT - down), "text": word} for (across, down), (_, _, word) in zip(free, words)]
    return (
        Surface(language, WIDTH, HEIGHT, (50, 30, 10, 44), x=_axis(x, t("figure.gap.processing")), y=_axis(y, t("figure.gap.bandwidth")))
        .marks("rect", [field | {"fill": FILLS[region.kind]} for region, field in fields if region.kind in FILLS])
        .marks("rule", [{"x": limit, "y": y.low, "y2": y.high} for limit in conditional(found)], color=SOFT, strokeDash=[4, 4])
        .marks("rule", [{"x": line, "y": y.low, "y2": y.high}], color="var(--no)", strokeWidth=2)
        .marks("rect", [band for _, band in bands], fillOpacity=0, stroke=ACCENT, strokeWidth=1.5)
        .marks("text", [{"x": line, "y": y.high, "text": t("figure.gap.line", line=language.number(line))}], align="start", dx=6, dy=12, color="var(--no)")
        .marks("text", [{"x": x.high, "y": y.high, "text": t("status.presumption-of-denial")}], align="end", dx=-6, dy=12, color="var(--no)")
        .marks("text", [{"x": corner["x2"], "y": corner["y"], "text": t("status.case-by-case")}], align="end", dx=-6, dy=-8, color="var(--part)")
        .marks("text", labels[len(chips):], align="middle", baseline="middle", color=ACCENT, fontSize=11)
        .marks("text", [label | {"href": mark["href"]} for label, mark in zip(labels, marks)], align="middle", baseline="middle", fontSize=11)
        .marks("point", marks, filled=True, size=75, opacity=1, stroke=PAPER, strokeWidth=0.8)
        .picture()
    )


def _axis(scale: Logarithmic, title: str) -> dict:
    ticks = [tick for tick in _TICKS if scale.low <= tick <= scale.high]
    return {"scale": {"type": "log", "domain": [scale.low, scale.high], "nice": False}, "axis": {"title": title, "values": ticks, "format": ",.0f"}}
