"""Actors: companies, governments, people and newsrooms, what they want, and what they do to one another."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from .fields import ActorId, Chinese, Model, NonEmpty, SourceId, Text
from .shared import Record, Side


class ActorKind(StrEnum):
    company = "company"
    person = "person"
    government = "government"
    newsroom = "newsroom"
    group = "group"


class InterestBasis(StrEnum):
    stated = "stated"
    reported = "reported"
    not_stated = "not-stated"


class RelationType(StrEnum):
    """What one actor does to, with or about another."""

    approves = "approves"
    authorises = "authorises"
    benefits_from = "benefits-from"
    blocks = "blocks"
    called_to_meeting = "called-to-meeting"
    cites = "cites"
    competes_with = "competes-with"
    consults = "consults"
    contrasts_with = "contrasts-with"
    denies = "denies"
    disputes = "disputes"
    doubts = "doubts"
    leads = "leads"
    limits = "limits"
    lobbies = "lobbies"
    negotiates_with = "negotiates-with"
    opposes = "opposes"
    part_of = "part-of"
    points_to = "points-to"
    prosecutes = "prosecutes"
    protects = "protects"
    questions = "questions"
    quoted_by = "quoted-by"
    regulates = "regulates"
    reported_on = "reported-on"
    reported_to_use_chips_of = "reported-to-use-chips-of"
    reviews = "reviews"
    rewrites = "rewrites"
    seeks_from = "seeks-from"
    sets_conditions_for = "sets-conditions-for"
    shifts_capacity_for = "shifts-capacity-for"
    summoned = "summoned"
    supplies = "supplies"
    supports = "supports"
    taxes = "taxes"
    told_to_stop = "told-to-stop"
    wants_to_buy_from = "wants-to-buy-from"
    works_for = "works-for"


class ActorName(Text):
    """A name in both languages, and as it is written in Chinese."""

    zh: tuple[Chinese, ...] = ()


class Interest(Model):
    """What an actor wants, and how that is known."""

    basis: InterestBasis
    text: Text
    sources: tuple[SourceId, ...] = ()
    taken_from: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _known_from_a_source(self) -> Self:
        if self.basis is not InterestBasis.not_stated and not self.sources:
            raise ValueError("sources: expected at least one source for an interest that is stated or reported")
        return self


class Relation(Model):
    """What this actor does to another."""

    type: RelationType
    to: ActorId
    note: Text | None = None
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    taken_from: tuple[SourceId, ...] = ()


class Actor(Record):
    """A company, government, person, newsroom or group that bears on the matter."""

    folder: ClassVar[str] = "actors"
    places: ClassVar[tuple[str, ...]] = ("actors/{id}/",)
    weight: ClassVar[float | None] = 2

    name: ActorName
    variants: tuple[NonEmpty, ...] = ()
    kind: ActorKind
    side: Side
    role: Text
    interest: Interest
    relations: tuple[Relation, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _each_relation_once(self) -> Self:
        met = set()
        for index, relation in enumerate(self.relations):
            if (relation.type, relation.to) in met:
                raise ValueError(f"relations.{index}: '{relation.type}' to '{relation.to}' stands above already")
            met.add((relation.type, relation.to))
        return self

    @property
    def caption(self) -> Text:
        return self.name

    @property
    def sort_key(self) -> tuple[object, ...]:
        return list(Side).index(self.side), self.id

    @property
    def description(self) -> Text:
        return self.role

    @property
    def names(self) -> tuple[str, ...]:
        return self.name.en, self.name.ar, *self.name.zh, *self.variants
