"""Evidence: the sources on which something rests, the best of them that was read, and their origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..reading.dossier import Dossier
from ..record.chip import Chip, DataCentre, GateFinding, Published
from ..record.fields import ActorId, SourceId
from ..record.rule import Rule
from ..record.shared import Authority, Standing
from ..record.source import OFFICIAL, OWN, Source, SourceKind, best, best_read
from .origins import Grounded, Origins, behind


@dataclass(frozen=True)
class Evidence:
    """One source at least, and the origins behind them all."""

    sources: tuple[Source, ...]
    origins: Origins

    @cached_property
    def best(self) -> Source | None:
        """The best of what was read at least in part, which decides how sure one may be; None if nothing was."""
        return best_read(self.sources)

    @property
    def unread(self) -> Source | None:
        """The source of a better kind than the best, if one is cited that was not read."""
        named = best(self.sources)
        return named if named is not self.best else None


@dataclass(frozen=True)
class _Text:
    """The text of a rule as what something rests on."""

    sources: tuple[SourceId, ...]
    taken_from: tuple[SourceId, ...] = ()


def evidence(dossier: Dossier, judged: Grounded) -> Evidence | None:
    """The evidence that its sources are, and the texts of the rules on which it rests; None without any."""
    grounds = tuple(_grounds(dossier, judged))
    named = dict.fromkeys(source for ground in grounds for source in ground.sources)
    return Evidence(tuple(dossier[source] for source in named), behind(dossier, grounds)) if named else None


def _grounds(dossier: Dossier, judged: Grounded) -> Iterator[Grounded]:
    yield judged
    for id in getattr(judged, "rules", ()):
        rule: Rule = dossier[id]
        yield _Text((rule.text,)) if rule.text else rule


def stated_by(dossier: Dossier, chip: Chip, found: Published | DataCentre | GateFinding) -> Authority | None:
    """Who states what was seen of a chip; None for what was not seen in a text."""
    return authority(dossier, found.sources, chip.vendor) if found.standing is Standing.verified else None


def authority(dossier: Dossier, sources: Iterable[SourceId], maker: ActorId) -> Authority:
    """Who states something of a chip: its maker, the maker as others quote it, an official text, a table of
    specifications, or another. A seller's page is another's, and so is what others have of a text that was not read."""
    found = [dossier[source] for source in sources]
    own = [source for source in found if source.kind in OWN and source.publisher == maker]
    if own:
        return Authority.maker if any(source.was_read for source in own) else Authority.maker_as_quoted
    read = [source.kind for source in found if source.was_read]
    if any(kind in OFFICIAL for kind in read):
        return Authority.official
    return Authority.database if SourceKind.database in read else Authority.third_party
