"""Roles: who can make, issue, publish, receive or say what, by what an actor is."""

from __future__ import annotations

from collections.abc import Iterator

from ...record.actor import Actor, ActorKind, RelationType
from ...record.chip import Chip, Group
from ...record.claim import Claim
from ...record.fields import ActorId, SourceId, Text
from ...record.rule import Letter, Rule
from ...record.shared import Record, Side
from ...record.source import OFFICIAL, OWN, Source, SourceKind
from ...record.walking import Location
from ..problems import Problem
from ..yaml_file import Document
from .check import Reading, plain

Kinds = tuple[ActorKind, ...]
_COMPANY = (ActorKind.company, ActorKind.group)
_OFFICE = (ActorKind.government, ActorKind.person)

_NEWS = (SourceKind.newsroom, SourceKind.trade_press)
_PUBLISHERS: dict[SourceKind, Kinds] = {
    **dict.fromkeys(OFFICIAL, (ActorKind.government,)),
    **dict.fromkeys(OWN, _COMPANY),
    SourceKind.statement: _OFFICE,
    **dict.fromkeys(_NEWS, (ActorKind.newsroom,)),
}
"""Who answers for a source of each kind, where one kind of actor alone can."""

_DOERS: dict[RelationType, Kinds] = {
    **dict.fromkeys((RelationType.taxes, RelationType.prosecutes, RelationType.regulates), (ActorKind.government,)),
    RelationType.authorises: _OFFICE,
    **dict.fromkeys((RelationType.told_to_stop, RelationType.summoned, RelationType.approves), _OFFICE),
    **dict.fromkeys((RelationType.supplies, RelationType.shifts_capacity_for), _COMPANY),
    **dict.fromkeys((RelationType.reported_on, RelationType.rewrites), (ActorKind.newsroom,)),
    RelationType.works_for: (ActorKind.person,),
}
"""Who does what one kind of actor alone can do."""

_BODIES = tuple(kind for kind in ActorKind if kind is not ActorKind.person)
_DONE_TO: dict[RelationType, Kinds] = {
    **dict.fromkeys((RelationType.leads, RelationType.part_of), _BODIES),
    **dict.fromkeys((RelationType.wants_to_buy_from, RelationType.reported_to_use_chips_of), _COMPANY),
    RelationType.quoted_by: (ActorKind.newsroom,),
}
"""To whom one does what only one kind of actor can have done to it."""

_STANDING_THERE: dict[Side, Kinds] = {
    **dict.fromkeys((Side.congress, Side.enforcement), _OFFICE),
    **dict.fromkeys((Side.us, Side.china), (*_OFFICE, ActorKind.group)),
    **dict.fromkeys((Side.china_industry, Side.nvidia, Side.amd, Side.grey_market), (*_COMPANY, ActorKind.person)),
    Side.media: (ActorKind.newsroom, ActorKind.person),
}
"""Who stands on a side that is not of every kind of actor."""

_CHINESE = (Side.china, Side.china_industry)
_MAKERS: dict[Group, tuple[Side, ...]] = {
    Group.amd: (Side.amd,),
    Group.blackwell: (Side.nvidia,),
    Group.chinese: _CHINESE,
    Group.made_for_china: tuple(side for side in Side if side not in _CHINESE),
}
"""On whose side the makers of a group of chips stand."""

_AMERICAN, _CHINA_S = (Side.us, Side.congress, Side.enforcement), (Side.china,)
_SIDES = {
    "us": _AMERICAN,
    "china": _CHINA_S,
    "malaysia": tuple(side for side in Side if side not in (*_AMERICAN, *_CHINA_S)),
}
"""On whose side the issuer of a measure of each government stands; no side is a third country's own."""


def roles(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip is made by what is no company, a rule issued by what is no office, a letter sent to what is no company, a
    text published by one who cannot have."""
    for location, reference, kinds in _bearers(record):
        actor = reading.dossier.find(Actor.folder, reference)
        if isinstance(actor, Actor) and actor.kind not in kinds:
            yield document.problem(location, f"'{reference}' is a {actor.kind}; expected {_one_of(kinds)}")


def _one_of(kinds: Kinds) -> str:
    """How messages name the kinds of actor that are expected."""
    return " or ".join(f"a {kind}" for kind in kinds)


def _bearers(record: Record) -> Iterator[tuple[Location, ActorId, Kinds]]:
    """The actors of a record whose role only some kinds can have."""
    if isinstance(record, Chip):
        yield ("vendor",), record.vendor, _COMPANY
    for index, relation in enumerate(record.relations if isinstance(record, Actor) else ()):
        if relation.type in _DONE_TO:
            yield ("relations", index, "to"), relation.to, _DONE_TO[relation.type]
        if relation.type is RelationType.competes_with and isinstance(record, Actor):
            yield ("relations", index, "to"), relation.to, _COMPANY if record.kind in _COMPANY else (record.kind,)
    if isinstance(record, Rule):
        yield ("issuer",), record.issuer, _OFFICE
        for index, effect in enumerate(record.effects):
            if isinstance(effect, Letter):
                yield ("effects", index, "addressee"), effect.addressee, _COMPANY
                for place, other in enumerate(effect.may_bind):
                    yield ("effects", index, "may_bind", place), other, _COMPANY
    if isinstance(record, Source) and record.kind in _PUBLISHERS and isinstance(record.publisher, ActorId):
        yield ("publisher",), record.publisher, _PUBLISHERS[record.kind]
    if isinstance(record, Claim) and record.quotation:
        yield ("quotation", "speaker"), record.quotation.speaker, (ActorKind.person, *_COMPANY)


def foreign_issuers(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A measure of one government is issued by another's office."""
    if isinstance(record, Rule):
        issuer = reading.dossier.find(Actor.folder, record.issuer)
        if isinstance(issuer, Actor) and issuer.side not in _SIDES[record.jurisdiction]:
            yield document.problem(
                ("jurisdiction",),
                f"'{record.jurisdiction}', but '{record.issuer}', which issued it, is of the side {issuer.side}; "
                "expected the issuer's",
            )


def unnamed_publishers(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """The publisher of a source is told by name, though it is an actor and would count as another origin, or in another
    spelling than in another source; or one told by name that publishes news answers for a text of a public body."""
    if not isinstance(record, Source) or not isinstance(record.publisher, Text):
        return
    names = (plain(record.publisher.en), plain(record.publisher.ar))
    actors = [id for name in names for id in reading.bearers(Actor, called, name)]
    if actors:
        yield document.problem(
            ("publisher",), f"'{record.publisher.en}' is {Actor.folder}/{actors[0]}; expected its id"
        )
    others = map(reading.source, map(SourceId, reading.bearers(Source, _published_by, names[0])))
    spelt = (source.publisher.en for source in others if source and isinstance(source.publisher, Text))
    if (first := next(spelt, record.publisher.en)) != record.publisher.en and plain(first) == names[0]:
        yield document.problem(("publisher",), f"'{record.publisher.en}' is '{first}' elsewhere; expected one spelling")
    news = [id for name in names for id in reading.bearers(Source, _publishes_news, name)]
    if record.kind in OFFICIAL and news:
        yield document.problem(
            ("publisher",), f"'{record.publisher.en}' publishes the news '{news[0]}'; expected a public body"
        )


def called(actor: Actor) -> Iterator[str]:
    """The names of an actor, as `plain` has them."""
    return map(plain, actor.names)


def two_in_one(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A name is one actor's or publisher's in English and another's in Arabic."""
    for location, part in record.inner_parts:
        if isinstance(part, Text) and len(part.en) <= reading.longest_name:
            english, arabic = (_owners(reading, plain(name)) for name in (part.en, part.ar))
            if english and arabic and not {*english} & {*arabic}:
                yield document.problem(
                    (*location, "ar"),
                    f"'{part.ar}' is {arabic[0]}, but '{part.en}' is {english[0]}; expected one of them",
                )


def _owners(reading: Reading, name: str) -> list[str]:
    """The actors that have a name, and the English names of publishers that are none and have it."""
    sources = (reading.source(SourceId(id)) for id in reading.bearers(Source, _published_by, name))
    texts = (source.publisher for source in sources if source and isinstance(source.publisher, Text))
    return [*reading.bearers(Actor, called, name), *(plain(publisher.en) for publisher in texts)]


def _published_by(source: Source) -> Iterator[str]:
    if isinstance(source.publisher, Text):
        yield from map(plain, (source.publisher.en, source.publisher.ar))


def _publishes_news(source: Source) -> Iterator[str]:
    if source.kind in _NEWS:
        yield from _published_by(source)


def groups_of_others(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A chip stands in a group that is not its maker's, or a Chinese maker's is exported from the United States, or one
    of any other maker's is not: Chinese chips alone have the status of what is designed and sold in China."""
    vendor = reading.dossier.find(Actor.folder, record.vendor) if isinstance(record, Chip) else None
    if not isinstance(record, Chip) or not isinstance(vendor, Actor):
        return
    foreign = vendor.side not in _CHINESE
    if record.exported_from_us is not foreign and record.group is not Group.chinese:
        found, expected = str(record.exported_from_us).lower(), str(foreign).lower()
        yield document.problem(
            ("exported_from_us",), f"{found}, but '{vendor.id}' is of the side {vendor.side}; expected {expected}"
        )
    sides = _MAKERS.get(record.group)
    if sides and vendor.side not in sides:
        yield document.problem(
            ("group",), f"'{record.group}', but '{vendor.id}' is of the side {vendor.side}; expected its maker's group"
        )


def strange_deeds(record: Record, document: Document) -> Iterator[Problem]:
    """An actor does what only others can, or stands on a side that is not of its kind."""
    if not isinstance(record, Actor):
        return
    for index, relation in enumerate(record.relations):
        doers = _DOERS.get(relation.type)
        if doers and record.kind not in doers:
            yield document.problem(
                ("relations", index, "type"), f"'{relation.type}' by a {record.kind}; expected {_one_of(doers)}"
            )
    kinds = _STANDING_THERE.get(record.side)
    if record.kind is ActorKind.newsroom and record.side is not Side.media:
        yield document.problem(("side",), f"'{record.side}' of a {record.kind}; expected {Side.media}")
    elif kinds and record.kind not in kinds:
        yield document.problem(("side",), f"'{record.side}' of a {record.kind}; expected {_one_of(kinds)}")


def letters_to_others(reading: Reading, record: Record, document: Document) -> Iterator[Problem]:
    """A letter binds who makes no chip, names a chip of a maker whom it does not bind, or binds its addressee a second
    time."""
    for index, effect in enumerate(record.effects if isinstance(record, Rule) else ()):
        if not isinstance(effect, Letter):
            continue
        bound = (effect.addressee, *effect.may_bind)
        if not any(chip.vendor in bound for chip in reading.dossier.all(Chip)):
            yield document.problem(
                ("effects", index, "addressee"), f"'{effect.addressee}' makes no chip; expected a maker of chips"
            )
        for place, id in enumerate(effect.products):
            chip = reading.dossier.find(Chip.folder, id)
            if isinstance(chip, Chip) and chip.vendor not in bound:
                yield document.problem(
                    ("effects", index, "products", place),
                    f"'{id}' is made by {chip.vendor}, whom the letter does not bind; expected a chip of "
                    f"{' or '.join(bound)}",
                )
        if effect.addressee in effect.may_bind:
            yield document.problem(
                ("effects", index, "may_bind"), f"'{effect.addressee}' is the addressee; expected others"
            )
