"""The ladder: the steps from an enquiry to revenue as a staircase, each with its state and its day."""

from __future__ import annotations

from collections import Counter

from ..page.view import View
from ..record.step import Step, StepState
from .chart import Chart, Column, LegendKey, Row
from .lettering import LINE, SPACED, lines
from .surface import INK, NARROW, SUNK, WIDE, Mark, Surface, way
from .surface import LINE as BORDER

RISE, TREAD, SHIFT = 18, 5, 12
"""How far a step lies above the one before it, the thickness of its tread, and how far it stands further in on a
phone, in pixels."""

COLOURS = {
    StepState.done: "var(--ok)",
    StepState.partial: "var(--part)",
    StepState.disputed: "var(--no)",
    StepState.overtaken: "var(--past)",
    StepState.unknown: "var(--open)",
}


def chart(view: View) -> Chart | None:
    """All steps in their order; None without steps."""
    t, number, steps = view.language.string, view.language.number, view.dossier.all(Step)
    if not steps:
        return None
    states = Counter(step.state for step in steps)
    counted = (
        f"{t(f'step_state.{state}')}{t('colon')} {number(states[state])}" for state in StepState if states[state]
    )
    reached = [view.plain(step.name) for step in steps if step.state is StepState.done]
    done = {"done": number(len(reached)), "names": f"{t('semicolon')} ".join(reached)} if reached else {}
    columns = ("step", "state", "date", "latest", "against")
    return Chart(
        title=t("figure.ladder.title" if done else "figure.ladder.none", steps=number(len(steps)), **done),
        alternative=t("figure.ladder.lead", counts=f"{t('semicolon')} ".join(counted)),
        columns=tuple(Column(t(f"figure.ladder.{name}"), nothing=t("rule.none")) for name in columns),
        rows=tuple(Row(step, _values(view, step)) for step in steps),
        wide=_staircase(view, steps),
        narrow=_stairs_down(view, steps),
        keys=tuple(LegendKey("bar", COLOURS[state], t(f"step_state.{state}")) for state in StepState if states[state]),
    )


def _values(view: View, step: Step) -> tuple[str | None, ...]:
    against = view.plain(step.contradicted_by) if step.contradicted_by else None
    state = view.language.string(f"step_state.{step.state}")
    return view.plain(step.name), state, step.date, view.plain(step.brief), against


def _said(view: View, step: Step) -> Mark:
    """Where a step leads, and what it says of itself."""
    t = view.language.string
    state = t(f"step_state.{step.state}")
    name, brief = view.plain(step.name), view.plain(step.brief)
    return {"href": way(step), "description": t("figure.ladder.said", step=name, state=state, brief=brief)}


def _staircase(view: View, steps: tuple[Step, ...]) -> Surface:
    """Upwards in the direction of reading: a column for each step, its tread on top and its words below."""
    column = WIDE / len(steps)
    words = [_words(view, step, column - 10) for step in steps]
    longest = max(len(name) + len(state) for name, state in words)
    height = RISE * (len(steps) - 1) + TREAD + LINE * longest + 12
    columns = [
        (step, column * index, RISE * (len(steps) - 1 - index), names, states)
        for index, (step, (names, states)) in enumerate(zip(steps, words, strict=True))
    ]
    grounds = [{"x": x, "x2": x + column, "y": top, "y2": height} | _said(view, step) for step, x, top, _, _ in columns]
    treads = [
        {"x": x, "x2": x + column, "y": top, "y2": top + TREAD, "fill": COLOURS[step.state]}
        for step, x, top, _, _ in columns
    ]
    return _lettered(
        Surface(view.language.direction, WIDE, height)
        .marks("rect", grounds, color=SUNK)
        .marks("rule", [{"x": x, "y": top, "y2": height} for _, x, top, _, _ in columns], color=BORDER)
        .marks("rect", treads),
        [(step, x + 6, top + TREAD + LINE, names, states) for step, x, top, names, states in columns],
    )


def _stairs_down(view: View, steps: tuple[Step, ...]) -> Surface:
    """Downwards, since a phone is read that way: each step a little further in than the one before."""
    rows: list[tuple[Step, float, float, list[str], list[str]]] = []
    top = 0
    for index, step in enumerate(steps):
        names, states = _words(view, step, (NARROW - SHIFT * index - 8) / SPACED)
        rows.append((step, SHIFT * index, top, names, states))
        top += TREAD + LINE * (len(names) + len(states)) + 12
    ends = [upper for _, _, upper, _, _ in rows[1:]] + [top]
    grounds = [
        {"x": x, "x2": NARROW, "y": upper, "y2": end} | _said(view, step)
        for (step, x, upper, _, _), end in zip(rows, ends, strict=True)
    ]
    treads = [
        {"x": x, "x2": NARROW, "y": upper, "y2": upper + TREAD, "fill": COLOURS[step.state]}
        for step, x, upper, _, _ in rows
    ]
    return _lettered(
        Surface(view.language.direction, NARROW, top).marks("rect", grounds, color=SUNK).marks("rect", treads),
        [(step, x + 8, upper + TREAD + LINE, names, states) for step, x, upper, names, states in rows],
    )


def _words(view: View, step: Step, room: float) -> tuple[list[str], list[str]]:
    """The number and name of a step and its state, in lines."""
    name = f"{view.language.number(step.order)}. {view.plain(step.name)}"
    return lines(name, room, bold=True), lines(view.language.string(f"step_state.{step.state}"), room)


def _lettered(surface: Surface, placed: list[tuple[Step, float, float, list[str], list[str]]]) -> Surface:
    """A surface with the words of the steps, each from the line at its place on."""
    names: list[Mark] = []
    states: list[Mark] = []
    for step, x, y, name, state in placed:
        names += [{"x": x, "y": y + LINE * line, "text": words, "href": way(step)} for line, words in enumerate(name)]
        below = y + LINE * len(name)
        states += [
            {"x": x, "y": below + LINE * line, "text": words, "fill": COLOURS[step.state]}
            for line, words in enumerate(state)
        ]
    return surface.marks("text", names, align="start", fontWeight="bold", color=INK).marks(
        "text", states, align="start"
    )
