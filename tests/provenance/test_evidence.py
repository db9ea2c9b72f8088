"""Evidence: the best source and how far it was read, and who states what is verified."""

from __future__ import annotations

import pytest
from law.made import rule
from made import actor, dossier, source

from macros.provenance.evidence import authority, evidence
from macros.record.fields import ActorId, RuleId, SourceId

KINDS = [
    *("law", "bill", "official", "filing", "maker", "newsroom", "research", "trade_press", "database"),
    *("translation", "retelling", "public_note"),
]


class TestEvidence:
    """What a judgement rests on."""

    @pytest.mark.parametrize("index", range(len(KINDS) - 1))
    def test_the_best_kind_comes_first_however_far_it_was_read(self, index):
        better, worse = source("z", kind=KINDS[index], read="none"), source("a", kind=KINDS[index + 1])
        assert evidence(dossier(better, worse), [SourceId("a"), SourceId("z")]).best == better

    def test_of_one_kind_that_which_was_read_further(self):
        sources = [source(read, read=read) for read in ("none", "quoted", "translation", "partial", "full")]
        found = [evidence(dossier(*sources), [SourceId(s.id) for s in sources[:end]]).best.id for end in range(1, 6)]
        assert found == ["none", "quoted", "translation", "partial", "full"]

    def test_origins_are_counted_behind_all(self):
        world = dossier(source("wire"), source("copy", "wire"), source("rival"))
        found = evidence(world, map(SourceId, ["wire", "copy", "rival"]))
        assert found.origins.independent == 2 and len(found.sources) == 3

    def test_the_text_of_a_rule_counts_or_else_what_tells_of_it(self):
        texts = source("text", kind="law", read="partial"), source("firm", kind="research")
        told = rule("a", "2031-01-01", text="text", sources=["firm"]), rule("b", "2031-01-01", sources=["firm"])
        world = dossier(*texts, *told)
        assert evidence(world, [], [RuleId("a")]).best.id == "text"
        assert evidence(world, [], [RuleId("b")]).best.id == "firm"

    def test_without_anything_there_is_none(self):
        assert evidence(dossier(), []) is None


class TestAuthority:
    """Who states a figure: its maker, not a seller or another maker."""

    WORLD = dossier(
        actor("ovrel"),
        source("sheet", kind="maker", publisher="ovrel"),
        source("filing", kind="filing", publisher="ovrel"),
        source("shop", kind="maker"),
        source("law", kind="law"),
        source("agency", kind="official"),
        source("table", kind="database"),
        source("page", kind="public_note"),
        source("press", kind="newsroom", publisher="ovrel"),
        source("quoted", kind="maker", publisher="ovrel", read="quoted"),
    )

    @pytest.mark.parametrize(
        ("sources", "expected"),
        [
            (["sheet"], "maker"),
            (["filing"], "maker"),
            (["page", "law", "sheet"], "maker"),
            (["shop"], "third-party"),
            (["press"], "third-party"),
            (["law"], "official"),
            (["table", "agency"], "official"),
            (["page", "table"], "database"),
            (["page"], "third-party"),
            (["quoted"], "maker-as-quoted"),
            (["quoted", "table"], "maker-as-quoted"),
            (["quoted", "sheet"], "maker"),
        ],
    )
    def test_the_best_of_its_sources(self, sources, expected):
        assert authority(self.WORLD, map(SourceId, sources), ActorId("ovrel")) == expected

    def test_another_maker_is_a_third_party(self):
        assert authority(self.WORLD, [SourceId("sheet")], ActorId("tundrix")) == "third-party"
