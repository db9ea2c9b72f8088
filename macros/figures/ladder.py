"""The ladder as data: the nine steps, each with its state, its day and the reports that disagree. A template draws it."""
from __future__ import annotations

from collections import Counter

from ..dossier import Dossier
from ..language import Language
from ..rendering import View
from ..vocabulary import StepState
from .drawing import Figure, Row, address


def figure(dossier: Dossier, language: Language) -> Figure:
    """All steps in their order."""
    t, plain = language.string, View(dossier, language, f"{language.code}/", "").plain
    states = Counter(step.state for step in dossier.steps)
    counts = f"{t('semicolon')} ".join(f"{t(f'step_state.{state}')}{t('colon')} {language.number(states[state])}" for state in StepState if states[state])
    return Figure(
        title=t("figure.ladder.title", steps=language.number(len(dossier.steps)), done=language.number(states[StepState.done])),
        alternative=t("figure.ladder.lead", counts=counts),
        columns=tuple(t(f"figure.ladder.{column}") for column in ("step", "state", "date", "latest", "against")),
        rows=tuple(Row(address(step), (plain(step.name), t(f"step_state.{step.state}"), language.day(step.date), plain(step.brief),
                                       plain(step.contradicted_by) if step.contradicted_by else t("rule.none"))) for step in dossier.steps),
    )
