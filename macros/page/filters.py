"""By what a reader can filter a list: each filter is a choice that stands in the page's address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ..record.shared import Record

R = TypeVar("R", bound=Record)


class Choice(NamedTuple):
    """A value of a filter, its words, and how many records have it."""

    value: str
    words: str
    records: int


@dataclass(frozen=True)
class Filter(Generic[R]):
    """One filter of a list: its name in the address, the value of a record, and what can be chosen."""

    name: str
    value: Callable[[R], str | None]
    choices: tuple[Choice, ...]


def filtered(
    name: str,
    records: Iterable[R],
    value: Callable[[R], str | None],
    words: Callable[[str], str],
    order: Iterable[str] | None = None,
) -> Filter[R]:
    """A filter of these records by a value that some may lack. Its values stand in the order of a closed list, or those
    of time the latest first."""
    counts = Counter(found for record in records if (found := value(record)))
    values = (str(each) for each in order) if order else sorted(counts, reverse=True)
    return Filter(name, value, tuple(Choice(each, words(each), counts[each]) for each in values if each in counts))
