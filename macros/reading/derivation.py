"""Derivation: the ways from sources back to those behind which nothing further is known.

A source that retells several stories lends to a statement only those from which it was taken: where a way divides, it
is followed to the sources that are named, and at those it ends, even if they retell others, since what they say of
their own is meant, unless another that is named stands behind. A way that nobody names is followed to every end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from ..record.fields import SourceId

Parents = Callable[[SourceId], tuple[SourceId, ...]]
"""The sources from which one has what it says."""


def roots(parents: Parents, starts: Iterable[SourceId], named: Collection[SourceId] = ()) -> tuple[SourceId, ...]:
    """The sources at which the ways back end, each once, in the order in which the ways meet them."""
    return tuple(id for id in reached(parents, starts, named) if id in named or not parents(id))


def reached(parents: Parents, starts: Iterable[SourceId], named: Collection[SourceId] = ()) -> tuple[SourceId, ...]:
    """All sources on the ways back, the starts included, each once."""
    met: dict[SourceId, None] = {}
    ahead = list(starts)[::-1]
    while ahead:
        id = ahead.pop()
        if id not in met:
            met[id] = None
            ahead += _onward(parents, id, named)[::-1]
    return tuple(met)


def undecided(parents: Parents, start: SourceId, named: Collection[SourceId]) -> Iterator[SourceId]:
    """The sources on the ways back from one at which a way divides and of which nothing is named."""
    for id in reached(parents, [start], named):
        if divides(parents, id) and id not in named and not _leading(parents, id, named):
            yield id


def divides(parents: Parents, id: SourceId) -> bool:
    """Whether the ways back from a source end at several others."""
    return len(parents(id)) > 1 and len(roots(parents, [id])) > 1


def _onward(parents: Parents, id: SourceId, named: Collection[SourceId]) -> tuple[SourceId, ...]:
    leading = _leading(parents, id, named) if named else ()
    if id in named:
        return leading
    return leading if leading and divides(parents, id) else parents(id)


def _leading(parents: Parents, id: SourceId, named: Collection[SourceId]) -> tuple[SourceId, ...]:
    """The parents that are named, or behind which one stands that is."""
    return tuple(parent for parent in parents(id) if any(behind in named for behind in reached(parents, [parent])))
