"""What the search knows of a record and of a page of prose."""

from __future__ import annotations

import pytest
from made import actor, article, caveat, claim, conflict, event, found, source, step, term, view, words

from macros.page.entry import Entry, prose_entries, record_entry
from macros.site.words import read_spelling

SPELLING = read_spelling()
RECORDS = (
    claim("c", findings=[found(verdict="contradicted", note=words("Quill sold nothing."))], keywords=["harbour"]),
    conflict("k", {"date": "2031-02"}, {"date": "2031-05-06"}),
    actor("a", name=words("Tarvel")),
    event("e", "2031-05", title=words("Tarvel leaves [[actors/a|the harbour]]")),
    term("t", "quay", "رصيف"),
    step("s"),
    caveat("v"),
    source("o", title=words("Harbour")),
    source("l", title=words("Harbour law"), kind="law"),
    article(),
)


def entry(id: str, language: str = "en") -> Entry:
    """The entry of one of the records."""
    record = next(record for record in RECORDS if record.id == id)
    return record_entry(view(*RECORDS, url=f"{language}/"), SPELLING, record)


def weight(entry: Entry, word: str) -> float:
    """What a word weighs in an entry; 0 if it is not found by it."""
    (read,) = SPELLING.words(word)
    return next((weight for weight, words in entry.weights.items() if read in words), 0)


class TestOfARecord:
    def test_a_hit_shows_title_lead_date_and_judgement(self):
        shown = entry("c")
        assert (shown.address, shown.kind, shown.title) == ("claims/c/", "claims", "statement of c")
        assert (shown.lead, shown.date) == ("Quill sold nothing.", "1 February 2031")
        assert (shown.judged, shown.mark) == ("Contradicted", "verdict contradicted")

    def test_in_the_language_of_the_view(self):
        shown = entry("c", "ar")
        assert shown.title == "نص statement of c" and shown.judged == "تنقضه الأدلة"

    def test_what_stands_on_a_shared_page_has_an_entry_with_its_anchor(self):
        assert entry("k").address == "conflicts/#k" and entry("t").address == "glossary/#t"

    def test_what_is_not_judged_says_nothing_of_it(self):
        assert (entry("a").judged, entry("a").mark) == ("", "") and entry("a").date == ""

    def test_a_conflict_has_the_date_of_its_latest_answer(self):
        assert entry("k").date == "6 May 2031"

    def test_a_pointer_is_told_in_its_words(self):
        assert entry("e").title == "Tarvel leaves the harbour"

    def test_a_source_does_not_say_its_title_twice(self):
        assert entry("o").lead == ""

    def test_a_word_weighs_most_where_it_weighs_most(self):
        shown = entry("c")
        assert weight(shown, "harbour") > weight(shown, "statement") > weight(shown, "sold") > 0
        assert weight(shown, "kilnova") == 0

    def test_found_by_its_title_in_the_other_language(self):
        assert weight(entry("t"), "رصيف") > 0 and weight(entry("t", "ar"), "quay") > 0

    def test_a_whole_name_is_a_word_of_its_own(self):
        assert SPELLING.whole(["tarvel"]) in next(iter(entry("a").weights.values()))

    def test_what_is_filtered_by_weighs_nothing(self):
        assert set(entry("c").weights[0]) == {"zzkindclaims", "zztopicdemand", "zzverdictcontradicted"}

    def test_claims_and_conflicts_outweigh_terms_and_sources(self):
        heavy = [weight(entry("c"), "statement"), weight(entry("k"), "question")]
        assert min(heavy) > weight(entry("o"), "harbour") > 0

    def test_the_text_of_a_law_outweighs_other_sources(self):
        assert weight(entry("l"), "harbour") > weight(entry("o"), "harbour")

    def test_words_of_titles_may_be_misspelt_but_those_of_sources_are_too_many(self):
        assert "statement of c" in entry("c").names and entry("o").names == ()


PAGE = """
# The quays of [[actors/a]] { #quays }

{{ component('sources') }} A [lead](../x.md) here.
{ .lead }

## Who pays { #pays }

| Port | Fee |
| --- | --- |
| Loqing | 9 |
"""


class TestOfAPageOfProse:
    @pytest.fixture
    def entries(self):
        here = view(*RECORDS, url="en/")
        return list(prose_entries(here, SPELLING, "ports/", "Ports", "What ports take.", PAGE))

    def test_the_page_and_each_section_with_its_anchor(self, entries):
        assert [(entry.address, entry.title) for entry in entries] == [("ports/", "Ports"), ("ports/#pays", "Who pays")]
        assert entries[0].lead == "What ports take." and {entry.kind for entry in entries} == {"page"}

    def test_found_by_its_own_words_alone(self, entries):
        whole, section = entries
        assert weight(whole, "quays") > weight(whole, "lead") > 0 and weight(section, "Loqing") > 0
        known = {word for words in whole.weights.values() for word in words}
        assert not {"component", "x", "md", "sources"} & known

    def test_a_section_shows_how_it_begins_and_is_judged_by_nobody(self, entries):
        _, section = entries
        assert section.lead == "| Port | Fee | | Loqing | 9 |"
        assert (section.judged, section.mark, section.date) == ("", "", "")

    def test_prose_weighs_less_than_a_claim(self, entries):
        _, section = entries
        assert 0 < weight(section, "pays") < weight(entry("c"), "statement")

    def test_what_has_no_name_in_the_other_language_is_not_found_by_an_empty_one(self, entries):
        assert not [found for found in entries for words in found.weights.values() if SPELLING.whole([]) in words]

    def test_code_is_code(self):
        """No reference, no call and no heading; its words are found as they stand."""
        here = view(*RECORDS, url="en/")
        page = "# A { #a }\n\n```\n# B { #b }\n[[x]] [[actors/a]]\n```\n\n## `[[C]]` { #c }\n\nSay `[[y/z]]`. {{ x }}\n"
        whole, section = prose_entries(here, SPELLING, "p/", "P", "", page)
        assert (section.address, section.title, section.lead) == ("p/#c", "`[[C]]`", "Say `[[y/z]]`.")
        assert weight(whole, "x") > 0 and weight(whole, "actors") > 0 and weight(whole, "Tarvel") == 0
