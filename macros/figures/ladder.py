"""The ladder as data: the steps, each with its state, its day and the reports that disagree. A template draws it."""

from __future__ import annotations

from collections import Counter

from ..page.view import View
from ..record.step import Step, StepState
from .chart import Chart, Column, Row


def chart(view: View) -> Chart | None:
    """All steps in their order; None without steps."""
    t, number, steps = view.language.string, view.language.number, view.dossier.all(Step)
    if not steps:
        return None
    states = Counter(step.state for step in steps)
    counted = (
        f"{t(f'step_state.{state}')}{t('colon')} {number(states[state])}" for state in StepState if states[state]
    )
    columns = ("step", "state", "date", "latest", "against")
    return Chart(
        title=t("figure.ladder.title", steps=number(len(steps)), done=number(states[StepState.done])),
        alternative=t("figure.ladder.lead", counts=f"{t('semicolon')} ".join(counted)),
        columns=tuple(Column(t(f"figure.ladder.{name}"), nothing=t("rule.none")) for name in columns),
        rows=tuple(Row(step, _values(view, step)) for step in steps),
    )


def _values(view: View, step: Step) -> tuple[str | None, ...]:
    against = view.plain(step.contradicted_by) if step.contradicted_by else None
    state = view.language.string(f"step_state.{step.state}")
    return view.plain(step.name), state, step.date, view.plain(step.brief), against
