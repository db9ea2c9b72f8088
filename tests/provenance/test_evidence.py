"""Evidence: the best source that was read, and who states what is verified."""

from __future__ import annotations

import pytest
from law.made import rule
from made import actor, dossier, event, found, source

from macros.provenance.evidence import authority, evidence
from macros.record.claim import Finding
from macros.record.fields import ActorId, SourceId

KINDS = [
    *("law", "bill", "official", "statement", "filing", "maker", "newsroom", "research", "trade_press", "database"),
    *("translation", "retelling", "public_note"),
]


def behind(*sources, **fields):
    """The evidence of a finding on these sources."""
    judged = Finding.model_validate(found(sources=[made.id for made in sources], **fields))
    return evidence(dossier(*sources), judged)


class TestEvidence:
    """What a judgement rests on."""

    @pytest.mark.parametrize("index", range(len(KINDS) - 1))
    def test_the_best_kind_comes_first_however_far_it_was_read(self, index):
        better, worse = source("z", kind=KINDS[index], read="translation"), source("a", kind=KINDS[index + 1])
        shown = behind(worse, better)
        assert (shown.best, shown.unread) == (better, None)

    def test_of_one_kind_that_which_was_read_further(self):
        sources = [source(read, read=read) for read in ("translation", "partial", "full")]
        assert [behind(*sources[:end]).best.id for end in (1, 2, 3)] == ["translation", "partial", "full"]

    @pytest.mark.parametrize("read", ["quoted", "none"])
    def test_what_was_not_read_is_never_the_best_but_named_if_it_would_be(self, read):
        law, note = source("law", kind="law", read=read), source("note", kind="public_note")
        assert (behind(note, law).best, behind(note, law).unread) == (note, law)
        assert (behind(law).best, behind(law).unread) == (None, law)

    def test_what_was_not_read_and_is_no_better_is_not_named(self):
        sheet, note, other = source("a", kind="maker"), source("b", kind="public_note", read="none"), source("c")
        assert behind(sheet, note).unread is None
        assert behind(source("d", read="none"), other).unread is None

    def test_origins_are_counted_behind_all(self):
        shown = behind(source("wire"), source("copy", "wire"), source("rival"))
        assert shown.origins.independent == 2 and len(shown.sources) == 3

    def test_of_a_source_that_retells_several_only_what_was_taken(self):
        sources = source("wire"), source("rival"), source("digest", "wire", "rival")
        judged = event("e", sources=["digest"], taken_from=["rival"])
        assert [origin.id for origin in evidence(dossier(*sources), judged).origins.sources] == ["rival"]

    def test_the_text_of_a_rule_counts_or_else_what_tells_of_it(self):
        texts = source("text", kind="law", read="partial"), source("firm", "text", "talk", kind="research")
        told = {"sources": ["firm"], "taken_from": ["firm"]}
        world = dossier(*texts, source("talk"), rule("a", "2031-01-01", text="text", **told), rule("b", None, **told))
        by_text, by_account = (
            evidence(world, Finding.model_validate(found(rules=[id], basis="computed"))) for id in ("a", "b")
        )
        assert by_text.best.id == "text" and [origin.id for origin in by_text.origins.sources] == ["text"]
        assert by_account.best.id == "firm" and [origin.id for origin in by_account.origins.sources] == ["firm"]

    def test_without_anything_there_is_none(self):
        assert behind() is None


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
        source("post", kind="statement"),
        source("unread", kind="law", read="quoted"),
        source("lost", kind="database", read="none"),
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
            (["post"], "third-party"),
            (["unread", "page"], "third-party"),
            (["lost", "unread", "table"], "database"),
        ],
    )
    def test_the_best_of_its_sources(self, sources, expected):
        assert authority(self.WORLD, map(SourceId, sources), ActorId("ovrel")) == expected

    def test_another_maker_is_a_third_party(self):
        assert authority(self.WORLD, [SourceId("sheet")], ActorId("tundrix")) == "third-party"
