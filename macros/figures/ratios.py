"""Six times? The two chips of the claim by each measure, beside the ratio that the article gives."""
from __future__ import annotations

from .. import measures
from ..dossier import Dossier
from ..language import Language
from ..records import Claim
from .drawing import ACCENT, SOFT, WIDTH, Figure, Picture, Row, Surface, address

MEASURES = ("total_processing_performance", "fp16", "fp8", "memory_bandwidth", "memory_capacity")
START, ROW = 210, 30
"""Where bars begin, and the height of a row, in pixels."""


def claim(dossier: Dossier) -> Claim:
    """The claim that gives a ratio of two chips."""
    return next(claim for claim in dossier.claims if "ratio" in claim.figures and len(claim.about.chips) > 1)


def figure(dossier: Dossier, language: Language) -> Figure:
    """The ratio in each measure that both chips publish."""
    t, found = language.string, claim(dossier)
    mine, other = (dossier.find("chips", id) for id in found.about.chips[:2])
    said = found.figures["ratio"].value

    def both(measure: str) -> tuple[float | None, float | None]:
        return measures.figure(mine, measure), measures.figure(other, measure)

    shown = [(measure, *both(measure)) for measure in MEASURES if all(both(measure))]
    near = [measure for measure, a, b in shown if a / b >= said]
    names = {measure: t(f"measure.{measure}") for measure, *_ in shown}
    join = f"{t('semicolon')} ".join
    return Figure(
        title=t("figure.ratios.title", mine=mine.short_name, other=other.short_name, said=language.number(said), near=language.number(len(near)), all=language.number(len(shown))),
        alternative=t("figure.ratios.lead", mine=mine.short_name, other=other.short_name, said=language.number(said),
                      ratios=join(f"{names[measure]} {language.number(a / b, 2)}" for measure, a, b in shown)),
        columns=(t("figure.ratios.measure"), mine.short_name, other.short_name, t("figure.ratios.ratio")),
        rows=(Row(address(found), (t("measure.said"), "", "", language.number(said, 2))),
              *(Row(None, (names[measure], _with_unit(language, a, measure), _with_unit(language, b, measure), language.number(a / b, 2))) for measure, a, b in shown)),
        picture=_drawn(language, said, [(names[measure], a / b) for measure, a, b in shown], found),
    )


def _with_unit(language: Language, value: float, measure: str) -> str:
    return f"{language.number(value)} {language.string(f'unit.{measure}')}".rstrip()


def _drawn(language: Language, said: float, bars: list[tuple[str, float]], found: Claim) -> Picture:
    scale = (WIDTH - START - 60) / max(said, *(ratio for _, ratio in bars))
    top, height = 26, 26 + ROW * len(bars)
    lines = [(top + ROW * index, name, ratio) for index, (name, ratio) in enumerate(bars)]
    edge = START + said * scale
    return (
        Surface(language, WIDTH, height)
        .marks("rect", [{"x": START, "x2": START + ratio * scale, "y": y + 6, "y2": y + ROW - 6} for y, _, ratio in lines], color=ACCENT)
        .marks("rule", [{"x": START + scale, "y": top - 4, "y2": height}], color=SOFT)
        .marks("rule", [{"x": edge, "y": top - 4, "y2": height}], color="var(--no)", strokeWidth=2, strokeDash=[5, 4])
        .marks("text", [{"x": edge, "y": top - 12, "text": f"{language.string('measure.said')}{language.string('colon')} {language.number(said)}", "href": address(found),
                         "description": language.string("measure.said")}], align="middle", color="var(--no)")
        .marks("text", [{"x": START + scale, "y": top - 12, "text": language.string("figure.ratios.equal")}], align="middle", color=SOFT, fontSize=11)
        .marks("text", [{"x": START - 12, "y": y + ROW / 2, "text": name} for y, name, _ in lines], align="end", baseline="middle")
        .marks("text", [{"x": START + ratio * scale + 8, "y": y + ROW / 2, "text": language.number(ratio, 2)} for y, _, ratio in lines], align="start", baseline="middle", fontWeight="bold")
        .picture()
    )
