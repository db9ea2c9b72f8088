"""Evidence: the sources on which something rests, the best of them, how far it was read, and their origins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..reading.dossier import Dossier
from ..record.fields import ActorId, RuleId, SourceId
from ..record.shared import Authority
from ..record.source import OFFICIAL, OWN, READ, Read, Source, SourceKind
from .origins import Origins, behind


@dataclass(frozen=True)
class Evidence:
    """One source at least, and the origins behind them all."""

    sources: tuple[Source, ...]
    origins: Origins

    @property
    def best(self) -> Source:
        """The source of the best kind; of two of one kind that which was read further."""
        return min(self.sources, key=_rank)


def _rank(source: Source) -> tuple[int, int]:
    return list(SourceKind).index(source.kind), list(Read).index(source.read)


def evidence(dossier: Dossier, sources: Iterable[SourceId], rules: Iterable[RuleId] = ()) -> Evidence | None:
    """The evidence that these sources are, and the texts of these rules; None without any."""
    texts = (dossier[rule] for rule in rules)
    named = dict.fromkeys(
        [*sources, *(source for rule in texts for source in ([rule.text] if rule.text else rule.sources))]
    )
    return Evidence(tuple(dossier[source] for source in named), behind(dossier, named)) if named else None


def authority(dossier: Dossier, sources: Iterable[SourceId], maker: ActorId) -> Authority:
    """Who states something of a chip: its maker, the maker as others quote it, an official text, a table of
    specifications, or another. A seller's page is another's."""
    found = [dossier[source] for source in sources]
    own = [source for source in found if source.kind in OWN and source.publisher == maker]
    if own:
        return Authority.maker if any(source.read in READ for source in own) else Authority.maker_as_quoted
    if any(source.kind in OFFICIAL for source in found):
        return Authority.official
    return Authority.database if any(source.kind is SourceKind.database for source in found) else Authority.third_party
