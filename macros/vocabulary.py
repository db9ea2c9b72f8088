"""The closed lists that records are written in. Every value has its label in both languages in ``interface.yml``."""
from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    policy_gap = "policy-gap"
    demand = "demand"
    supply = "supply"
    performance = "performance"
    beijing = "beijing"
    grey_market = "grey-market"
    domestic_alternatives = "domestic-alternatives"
    sourcing = "sourcing"


class StepName(StrEnum):
    """The nine steps that a chip must pass, in order, and that reports mix up."""

    enquiry = "enquiry"
    intention = "intention"
    order = "order"
    us_rule = "us-rule"
    us_licence = "us-licence"
    china_approval = "china-approval"
    production = "production"
    delivery = "delivery"
    revenue = "revenue"


class AttributionKind(StrEnum):
    named = "named"
    official = "official"
    document = "document"
    anonymous = "anonymous"
    publication = "publication"
    none = "none"
    unknown = "unknown"


class Seen(StrEnum):
    """How a report's passage was read."""

    direct = "direct"
    machine_translation = "machine-translation"
    summary = "summary"
    not_seen = "not-seen"


class Drift(StrEnum):
    faithful = "faithful"
    attribution_lost = "attribution-lost"
    strengthened = "strengthened"
    weakened = "weakened"
    added = "added"
    omitted_context = "omitted-context"
    distorted = "distorted"
    undetermined = "undetermined"


class Level(StrEnum):
    high = "high"
    medium = "medium"
    low = "low"


class Verdict(StrEnum):
    supported = "supported"
    partly_supported = "partly-supported"
    contradicted = "contradicted"
    superseded = "superseded"
    not_verified = "not-verified"


class Basis(StrEnum):
    computed = "computed"
    document = "document"
    report = "report"


class LaterStatus(StrEnum):
    confirmed = "confirmed"
    partly_confirmed = "partly-confirmed"
    partly_contradicted = "partly-contradicted"
    contradicted = "contradicted"
    superseded = "superseded"
    not_checked = "not-checked"


class SourceKind(StrEnum):
    report = "report"
    official = "official"
    filing = "filing"
    law = "law"
    bill = "bill"
    dataset = "dataset"
    analysis = "analysis"
    rewrite = "rewrite"
    translation = "translation"


class Read(StrEnum):
    full = "full"
    partial = "partial"
    translation = "translation"
    quoted = "quoted"
    none = "none"


class Extent(StrEnum):
    """How much of a copy was read."""

    full = "full"
    most = "most"
    passage = "passage"
    start = "start"
    headline = "headline"


class ActorKind(StrEnum):
    company = "company"
    person = "person"
    government = "government"
    newsroom = "newsroom"
    group = "group"


class Side(StrEnum):
    """On whose side an actor stands, and the lane of an event."""

    us = "us"
    congress = "congress"
    enforcement = "enforcement"
    china = "china"
    china_industry = "china-industry"
    nvidia = "nvidia"
    amd = "amd"
    supply = "supply"
    grey_market = "grey-market"
    media = "media"


class InterestBasis(StrEnum):
    stated = "stated"
    reported = "reported"
    not_stated = "not-stated"


class Instrument(StrEnum):
    rule = "rule"
    letter = "letter"
    announcement = "announcement"
    guidance = "guidance"
    proclamation = "proclamation"
    bill = "bill"
    administrative_order = "administrative-order"


class Standing(StrEnum):
    """How well a fact about a rule, a chip's figure or a condition is established."""

    verified = "verified"
    excerpt = "excerpt"
    reported = "reported"
    inferred = "inferred"
    unverified = "unverified"


class ReviewPolicy(StrEnum):
    presumption_of_denial = "presumption-of-denial"
    case_by_case = "case-by-case"
    not_stated = "not-stated"


class SourcingKind(StrEnum):
    document = "document"
    official = "official"
    named = "named"
    anonymous = "anonymous"
    second_hand = "second-hand"


class StepState(StrEnum):
    """How far a step has come: done, in part, disputed, overtaken by later steps, or not known."""

    done = "done"
    partial = "partial"
    disputed = "disputed"
    overtaken = "overtaken"
    unknown = "unknown"


class QuantityKind(StrEnum):
    """What a reported number of chips counts, in the order of the steps."""

    wanted = "wanted"
    ordered = "ordered"
    stock = "stock"
    licensed_cap = "licensed-cap"
    planned_permission = "planned-permission"
    approved = "approved"
    planned_shipment = "planned-shipment"
    delivered = "delivered"


class VariantUse(StrEnum):
    avoid = "avoid"
    index = "index"
    accepted = "accepted"


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


class EventRelationType(StrEnum):
    """How an event bears on an earlier or later one."""

    confirms = "confirms"
    confirmed_by = "confirmed-by"
    confirms_in_part = "confirms-in-part"
    confirmed_in_part_by = "confirmed-in-part-by"
    contradicts = "contradicts"
    contradicted_by = "contradicted-by"
    conflict = "conflict"
    supersedes = "supersedes"
    superseded_by = "superseded-by"
    follows = "follows"
    followed_by = "followed-by"
    extends = "extends"
    explains = "explains"
    leads_to = "leads-to"
    part_of = "part-of"
    clarifies = "clarifies"
