"""Six times? The two chips of the claim by each measure, beside the ratio that the article gives."""

from __future__ import annotations

from ..page.record_pages import compared
from ..page.rulers import in_common
from ..page.view import View
from ..record.claim import Claim
from .chart import Chart, Column, Row
from .surface import ACCENT, NO, SOFT, WIDTH, Surface, way

START, ROW = 210, 30
"""Where bars begin, and the height of a row, in pixels."""


def chart(view: View) -> Chart | None:
    """The ratio in each measure that both chips publish; None without a claim that gives one, or without such a
    measure."""
    t, number, dossier = view.language.string, view.language.number, view.dossier
    claim = compared(dossier)
    if claim is None:
        return None
    mine, other = (dossier[chip] for chip in claim.about.chips[:2])
    said = claim.figures["ratio"].value
    shown = in_common(mine, other)
    if not shown:
        return None
    near = [both.measure for both in shown if both.ratio >= said]
    names = {both.measure: t(f"measure.{both.measure}") for both in shown}
    chips = {"mine": mine.short_name, "other": other.short_name, "said": number(said)}
    told = f"{t('semicolon')} ".join(f"{names[both.measure]}{t('colon')} {number(both.ratio, 2)}" for both in shown)
    return Chart(
        title=t("figure.ratios.title", **chips, near=number(len(near)), all=number(len(shown))),
        alternative=t("figure.ratios.lead", **chips, ratios=told),
        columns=(
            Column(t("figure.ratios.measure")),
            Column(mine.short_name),
            Column(other.short_name),
            Column(t("figure.ratios.unit")),
            Column(t("figure.ratios.ratio"), decimals=2),
        ),
        rows=(
            Row(claim, (t("measure.said"), None, None, None, said)),
            *(
                Row(None, (names[both.measure], both.mine, both.other, t(f"unit.{both.measure}"), both.ratio))
                for both in shown
            ),
        ),
        surface=_drawn(view, said, [(names[both.measure], both.ratio) for both in shown], claim),
    )


def _drawn(view: View, said: float, bars: list[tuple[str, float]], claim: Claim) -> Surface:
    t, number = view.language.string, view.language.number
    scale = (WIDTH - START - 60) / max(said, *(ratio for _, ratio in bars))
    top, height = 26, 26 + ROW * len(bars)
    lines = [(top + ROW * index, name, ratio) for index, (name, ratio) in enumerate(bars)]
    edge = {"x": START + said * scale, "y": top - 12}
    words = {
        "text": f"{t('measure.said')}{t('colon')} {number(said)}",
        "href": way(claim),
        "description": t("measure.said"),
    }
    equal = {"x": START + scale, "y": top - 12, "text": t("figure.ratios.equal")}
    dashed = {"color": NO, "strokeWidth": 2, "strokeDash": [5, 4]}
    return (
        Surface(view.language.direction, WIDTH, height)
        .marks(
            "rect",
            [{"x": START, "x2": START + ratio * scale, "y": y + 6, "y2": y + ROW - 6} for y, _, ratio in lines],
            color=ACCENT,
        )
        .marks("rule", [{"x": START + scale, "y": top - 4, "y2": height}], color=SOFT)
        .marks("rule", [{"x": edge["x"], "y": top - 4, "y2": height}], **dashed)
        .marks("text", [edge | words], align="middle", color=NO)
        .marks("text", [equal], align="middle", color=SOFT, fontSize=11)
        .marks(
            "text",
            [{"x": START - 12, "y": y + ROW / 2, "text": name} for y, name, _ in lines],
            align="end",
            baseline="middle",
        )
        .marks(
            "text",
            [{"x": START + ratio * scale + 8, "y": y + ROW / 2, "text": number(ratio, 2)} for y, _, ratio in lines],
            align="start",
            baseline="middle",
            fontWeight="bold",
        )
    )
