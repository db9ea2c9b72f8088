"""How the search reads words, by rules made for the test and by those of the project."""

from __future__ import annotations

import pytest
import yaml

from macros.site.words import read_spelling
from macros.wording.spelling import RULES, Spelling

REAL = read_spelling()


@pytest.mark.parametrize(
    "forms",
    [
        ["رقاقة", "رَقَاقَةٌ", "الرقاقة", "والرقاقه", "بالرقاقة", "للرقاقة", "رقائق", "شريحة", "الشرائح", "chip", "chips"],
        ["إنفيديا", "انفيديا", "وإنفيديا", "لإنفيديا", "إنفيـديا"],
        ["هواوي", "هواوى", "وهواوی"],
        ["licence", "license", "licensed", "permit", "ترخيص", "التراخيص", "رخصة"],
        ["shipped", "delivered", "deliveries", "shipments", "شحنات", "تسلّمت", "وصلت"],
        ["latest news", "changes", "updates", "آخر الأخبار", "ما تغيّر", "المستجدات"],
        ["ban", "banned", "prohibits", "محظورة", "الحظر", "منعت"],
        ["H200", "h-200", "H200s", "H200's", "H200’s"],
        ["2026", "٢٠٢٦", "۲۰۲۶"],
        ["1,100", "1100", "١٬١٠٠"],
    ],
    ids=lambda forms: forms[0],
)
def test_forms_that_readers_use_alike_are_one_word(forms):
    assert len({tuple(REAL.words(form)) for form in forms}) == 1
    assert REAL.words(forms[0])


@pytest.mark.parametrize("pair", [("H20", "H200"), ("بكين", "الصين"), ("H100", "A100"), ("export", "import")])
def test_what_differs_stays_apart(pair):
    assert REAL.words(pair[0]) != REAL.words(pair[1])


def test_no_word_is_the_beginning_of_another_that_ends_in_more_digits():
    short, long = REAL.words("H20")[0], REAL.words("H200")[0]
    assert not long.startswith(short)


def test_common_words_are_left_out_of_both_languages():
    assert REAL.words("What is the H200?") == REAL.words("ما هي H200؟") == REAL.words("H200")


def test_particles_are_taken_away_while_three_letters_remain():
    assert REAL.words("ولبكين") == REAL.words("بكين")
    assert REAL.words("بحث") == REAL.words("وبحث")


def test_a_citation_is_one_word():
    assert REAL.words("15 CFR 742.6(b)(10)") == REAL.words("15 cfr 742.6 b 10")
    assert "742.6" in "".join(REAL.words("742.6"))


@pytest.mark.parametrize("letter", ["و", "x", "🂡"])
def test_what_is_longer_than_any_word_is_none(letter):
    assert REAL.words(f"ship {letter * 101}") == REAL.words("ship") and len(REAL.words(f"ship {letter * 100}")) == 2


def rules(**changed):
    """The project's rules with some of them changed."""
    return Spelling(yaml.safe_load(RULES.read_text(encoding="utf-8")) | changed)


def test_the_first_of_a_line_stands_for_its_words():
    spelling = rules(same=["boat boat ship* سفينة"])
    assert spelling.words("boat ships shipping السفينه") == ["boat"] * 4


def test_a_word_is_counted_with_the_longest_beginning_it_has():
    spelling = rules(same=["vessel ship*", "yard shipyard*"])
    assert spelling.words("shipped shipyards") == ["vessel", "yard"]


def test_what_is_sent_reads_as_the_rules_do():
    sent = REAL.sent(["Nvidia", "إنفيديا", "the"], 7, {"chip": 5000, "gap": 2})
    assert sent["having"] == {"chip": 5000}
    assert sent["total"] == 7 and sent["names"].split() == sorted(["nvidia", "انفيديا"])
    lines = {form: line.split()[0] for line in sent["same"] for form in line.split()[1:]}
    assert lines == REAL.same and set(sent["common"].split()) == REAL.common
