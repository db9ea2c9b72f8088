"""Interface strings, dates, numbers and the isolation of Latin words in Arabic."""
from __future__ import annotations

import re
from enum import StrEnum

import pytest
from babel import Locale
from conftest import DOSSIER

from macros import policy, vocabulary
from macros.language import LANGUAGES, Language, interface, isolate
from macros.walking import texts

ENGLISH, ARABIC = Language("en"), Language("ar")


def leaves(node: dict, path: tuple[str, ...] = ()):
    if "en" in node or "ar" in node:
        yield ".".join(path), node
    else:
        for key, value in node.items():
            yield from leaves(value, path + (key,))


STRINGS = dict(leaves(interface()))


@pytest.mark.parametrize("key", STRINGS)
def test_an_interface_string_stands_in_both_languages(key):
    value = STRINGS[key]
    assert set(value) == set(LANGUAGES)
    assert isinstance(value["en"], dict) == isinstance(value["ar"], dict)
    for code, text in value.items():
        if isinstance(text, dict):
            needed = {str(form) for form in Locale(code).plural_form.rules} | {"other"}
            assert needed <= set(text), f"{code} needs {needed}"


@pytest.mark.parametrize("key", STRINGS)
def test_both_languages_take_the_same_values(key):
    fields = []
    for text in STRINGS[key].values():
        forms = text.values() if isinstance(text, dict) else [text]
        fields.append(set().union(*(re.findall(r"\{(\w+)\}", form) for form in forms)))
    assert fields[0] == fields[1]


LABELLED = {
    "topic": vocabulary.Topic, "verdict": vocabulary.Verdict, "basis": vocabulary.Basis, "level": vocabulary.Level,
    "drift": vocabulary.Drift, "drift_explained": vocabulary.Drift, "later": vocabulary.LaterStatus, "attribution": vocabulary.AttributionKind,
    "seen": vocabulary.Seen, "read": vocabulary.Read, "read_explained": vocabulary.Read, "extent": vocabulary.Extent,
    "source_kind": vocabulary.SourceKind, "source_kinds": vocabulary.SourceKind, "actor_kind": vocabulary.ActorKind, "side": vocabulary.Side,
    "interest": vocabulary.InterestBasis, "instrument": vocabulary.Instrument, "standing": vocabulary.Standing, "policy": vocabulary.ReviewPolicy,
    "sourcing": vocabulary.SourcingKind, "step_state": vocabulary.StepState, "variant": vocabulary.VariantUse,
    "relation": vocabulary.RelationType, "event_relation": vocabulary.EventRelationType, "status": policy.StatusKind,
    "quantity_kind": vocabulary.QuantityKind,
}


@pytest.mark.parametrize(("section", "values"), LABELLED.items(), ids=list(LABELLED))
def test_every_value_of_a_closed_list_has_its_label(section, values: type[StrEnum]):
    assert {f"{section}.{value}" for value in values} <= set(STRINGS)


@pytest.mark.parametrize(("value", "english", "arabic"), [
    ("2025-12-10", "10 December 2025", "10 ديسمبر 2025"), ("2025-12", "December 2025", "ديسمبر 2025"), ("2025", "2025", "2025"),
])
def test_a_date_is_written_out(value, english, arabic):
    assert (ENGLISH.day(value), ARABIC.day(value)) == (english, arabic)


@pytest.mark.parametrize(("value", "decimals", "expected"), [(15832, None, "15,832"), (20919.2, None, "20,919"), (989.5, None, "989.5"), (6.6858, 2, "6.69"), (1.2, 2, "1.20")])
def test_a_number_has_western_digits_in_both_languages(value, decimals, expected):
    assert ENGLISH.number(value, decimals) == ARABIC.number(value, decimals) == expected


@pytest.mark.parametrize(("n", "expected"), [(1, "أصل مستقل واحد"), (2, "أصلان مستقلان"), (3, "3 أصول مستقلة"), (11, "11 أصلًا مستقلًا"), (100, "100 أصل مستقل")])
def test_the_counted_noun_agrees_in_arabic(n, expected):
    assert ARABIC.string("origins_n", n=n) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("رقاقة H200 الأقوى", "رقاقة <bdi>H200</bdi> الأقوى"),
    ("المادة 15 CFR 742.6(b)(10).", "المادة <bdi>15 CFR 742.6(b)(10)</bdi>."),
    ("القاعدة (91 FR 1684)", "القاعدة (<bdi>91 FR 1684</bdi>)"),
    ("رقاقتا H20 وMI308 في 2025", "رقاقتا <bdi>H20</bdi> و<bdi>MI308</bdi> في 2025"),
    ("رقاقة RTX Pro 6000D، وبنية Hopper (GH100)", "رقاقة <bdi>RTX Pro 6000D</bdi>، وبنية <bdi>Hopper (GH100)</bdi>"),
    ("4,800 غيغابايت", "4,800 غيغابايت"),
    ("العنوان https://example.org/h200/ar/x/.", "العنوان <bdi>https://example.org/h200/ar/x/</bdi>."),
    ("<script>", "&lt;<bdi>script</bdi>&gt;"),
])
def test_latin_runs_are_isolated_with_their_brackets_and_stops(text, expected):
    assert isolate(text) == expected


ARABIC_TEXTS = [pytest.param(text, id=f"{kind}/{record.id}:{'.'.join(map(str, path))}")
                for kind, records in DOSSIER.records.items() for record in records.values()
                for path, text in texts(record) if path[-1] == "ar"]


@pytest.mark.parametrize("text", ARABIC_TEXTS)
def test_arabic_keeps_the_style_sheet(text):
    plain = re.sub(r"\[\[[^\]|]*\|?", "", text)
    assert not re.search(r"[\u0660-\u0669\u06f0-\u06f9]", plain), "Arabic-Indic digits"
    assert not re.search(r"[\u0600-\u06ff]\s?[,;?]", plain), "Latin punctuation"
    assert not re.search(r"(?<![\u0621-\u064a])من قبل (?!أن|نشر|ذلك|في)[\u0621-\u064a]", plain), "agent passive"
    assert not re.search(r"نفيديا", plain.replace("إنفيديا", "")), "the company's name"
    assert "  " not in plain, "double space"
