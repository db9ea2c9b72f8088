"""Every part of a record, each with its location."""

from __future__ import annotations

from made import claim, term

from macros.record.walking import texts, walk


def test_every_part_with_its_location_from_the_record_down():
    made = term("x", "name", "اسم").model_copy(update={"variants": ()})
    assert [(location, value) for location, value in walk(made) if not hasattr(value, "en")][:2] == [
        ((), made),
        (("id",), "x"),
    ]
    assert [location for location, _ in walk(made)] == [
        (),
        ("id",),
        ("name",),
        ("name", "en"),
        ("name", "ar"),
        ("definition",),
        ("definition", "en"),
        ("definition", "ar"),
        ("variants",),
    ]


def test_through_lists_and_named_values():
    figures = {"ratio": {"value": 6, "unit": {"en": "times", "ar": "أمثال"}, "comparison": "about"}}
    made = claim("x", figures=figures, keywords=["a", "b"])
    found = dict(walk(made))
    assert found["figures", "ratio", "value"] == 6
    assert (found["keywords", 0], found["keywords", 1]) == ("a", "b")
    assert found["findings", 0, "date"] == "2031-02-01"


def test_records_of_the_same_content_are_alike_though_their_parts_were_looked_at():
    one, two = claim("x"), claim("x")
    assert len(one.parts) == len(two.parts) > 1 and one.parts[0] == ((), one)
    assert one == two


def test_texts_in_both_languages():
    assert list(texts(term("x", "name", "اسم"))) == [
        (("name", "en"), "name"),
        (("name", "ar"), "اسم"),
        (("definition", "en"), "x"),
        (("definition", "ar"), "س"),
    ]
