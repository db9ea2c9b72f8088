"""Every field means something, in both languages, and says so in the schema of its kind."""

from __future__ import annotations

import pytest

from macros.record.event import Quantity
from macros.record.fields import Model
from macros.record.kinds import KINDS
from macros.record.meanings import meaning, named_meaning
from macros.record.rule import Gate, LicenceRequirement
from macros.record.schemas import schema
from macros.record.walking import models

MODELS = [model for model in models(tuple[KINDS]) if issubclass(model, Model)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_its_meaning(model):
    for field in model.model_fields:
        assert meaning(model, field)


def test_a_field_that_nobody_described_is_named():
    class Event(Model):
        colour: str

    with pytest.raises(KeyError, match=r"meanings.yml: Event.colour: expected its meaning in both languages"):
        meaning(Event, "colour")


@pytest.mark.parametrize("sort", ["table", "column"])
def test_a_table_that_nobody_described_is_named(sort):
    with pytest.raises(KeyError, match=f"meanings.yml: {sort}.hearings: expected its meaning in both languages"):
        named_meaning(sort, "hearings")


def test_the_nearest_meaning_counts():
    assert meaning(Gate, "id").en == "identifier of the condition"
    assert meaning(Quantity, "kind").en == "what is counted"
    assert meaning(LicenceRequirement, "products").en.startswith("the products that the text")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_the_schema_says_it_in_both_languages(kind):
    made = schema(kind)
    described = [made, *made["$defs"].values()]
    fields = [field for part in described for field in part.get("properties", {}).values()]
    assert fields and all(field["description"] and field["description_ar"] for field in fields)


def test_a_type_says_its_part_after_the_meaning():
    fields = schema(KINDS[0])["$defs"]["Report"]["properties"]
    assert fields["source"]["description"] == "the source; the id of a record in data/sources/"
