"""Six times? The two chips of the claim by each measure, beside the ratio that the article gives."""

from __future__ import annotations

from ..page.record_pages import compared
from ..page.rulers import in_common
from ..page.view import View
from ..record.claim import Claim
from .chart import Chart, Column, Row
from .lettering import LINE, SPACED, width
from .surface import ACCENT, INK, NARROW, SOFT, WIDE, Mark, Surface, way

BAR, GAP, TOP = 18, 14, 2 * LINE + 10
"""Thickness of a bar, space between rows, and room above the first for what the lines mean, in pixels."""


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
    names = {both.measure: t(f"measure.{both.measure}") for both in shown}
    chips = {"mine": mine.short_name, "other": other.short_name, "said": number(said)}
    told = f"{t('semicolon')} ".join(f"{names[both.measure]}{t('colon')} {number(both.ratio, 2)}" for both in shown)
    most, least = (of(shown, key=lambda both: both.ratio) for of in (max, min))
    bars = [(names[both.measure], both.ratio) for both in shown]
    return Chart(
        title=t(
            "figure.ratios.title",
            **chips,
            most=names[most.measure],
            times=number(most.ratio, 2),
            least=names[least.measure],
            only=number(least.ratio, 2),
        ),
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
        wide=_drawn(view, said, bars, claim, WIDE, max(width(name) for name, _ in bars) + 18),
        narrow=_drawn(view, said, bars, claim, NARROW, 0),
    )


def _drawn(view: View, said: float, bars: list[tuple[str, float]], claim: Claim, across: int, names: float) -> Surface:
    """A bar a measure. The names stand before the bars in a column of that width, or above them if it is 0."""
    t, number = view.language.string, view.language.number
    above = 0 if names else LINE + 6
    row = above + BAR + GAP
    scale = (across - names - 48) / max(said, *(ratio for _, ratio in bars))
    tops = [TOP + row * index + above for index in range(len(bars))]
    ends = [names + ratio * scale for _, ratio in bars]
    article = f"{t('measure.said')}{t('colon')} {number(said)}"
    at, equal = names + said * scale, names + scale
    fits = at + width(article, bold=True) * SPACED / 2 <= across

    def upright(x: float) -> list[Mark]:
        """A line at a ratio, across each bar and not through the names between them."""
        return [{"x": x, "y": top - 4, "y2": top + BAR + 4} for top in tops]

    surface = (
        Surface(view.language.direction, across, TOP + row * len(bars))
        .marks(
            "rect",
            [{"x": names, "x2": end, "y": top, "y2": top + BAR} for top, end in zip(tops, ends, strict=True)],
            color=ACCENT,
        )
        .marks("rule", upright(equal), color=SOFT)
        .marks("rule", upright(at), color=INK, strokeWidth=2, strokeDash=[5, 3])
        .marks("rule", [{"x": at, "y": LINE, "y2": tops[0] - 4}], color=INK, strokeWidth=2, strokeDash=[5, 3])
        .marks(
            "text",
            [{"x": at if fits else across, "y": LINE - 5, "text": article, "href": way(claim), "description": article}],
            align="middle" if fits else "end",
            fontWeight="bold",
        )
        .marks(
            "text",
            [{"x": equal, "y": 2 * LINE + 1, "text": t("figure.ratios.equal")}],
            align="middle",
            color=SOFT,
        )
        .marks(
            "text",
            [
                {"x": end + 6, "y": top + BAR / 2, "text": number(ratio, 2)}
                for top, end, (_, ratio) in zip(tops, ends, bars, strict=True)
            ],
            align="start",
            baseline="middle",
            fontWeight="bold",
        )
    )
    shown = list(zip(tops, bars, strict=True))
    if names:
        beside = [{"x": names - 10, "y": top + BAR / 2, "text": name} for top, (name, _) in shown]
        return surface.marks("text", beside, align="end", baseline="middle")
    over = [{"x": 0, "y": top - LINE / 2 - 5, "text": name} for top, (name, _) in shown]
    return surface.marks("text", over, align="start", baseline="middle")
