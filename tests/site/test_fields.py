"""Every field reaches a reader: while all pages, figures, search data and data files are made, each is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import live
import made_up
import pytest
from pydantic import BaseModel

from macros.figures.catalogue import FIGURES
from macros.law.statuses import statuses
from macros.law.thresholds import thresholds
from macros.page.grid import by_group, grid
from macros.page.lists import LISTS
from macros.page.place import Place
from macros.page.record_pages import record_page
from macros.page.view import View, environment
from macros.record.chip import Chip
from macros.record.fields import Model
from macros.record.kinds import BY_FOLDER, KINDS


def models(root: type[BaseModel] = Model) -> Iterator[type[BaseModel]]:
    """Every model of which records are made."""
    for model in root.__subclasses__():
        if model.__module__.startswith("macros.record"):
            yield model
            yield from models(model)


def make_everything(view: View) -> None:
    """All that readers, the search and machines get in one language."""
    dossier, code = view.dossier, view.language.code
    for kind in KINDS:
        for record in sorted(dossier.all(kind), key=lambda record: record.sort_key):
            if not kind.is_paged():
                continue
            page = view.at(Place(f"{code}/{record.address}"))
            shown = record_page(dossier, view.law, record)
            page.render(f"record/{record.folder.removesuffix('s')}.html", record=record, shown=shown)
            page.plain(record.description)
            _ = record.names, record.search_weight
    for name in [path.stem for path in (made_up.TESTS.parent / "macros/templates/list").glob("*.html")]:
        values = {"shown": LISTS[name](view)} if name in LISTS else {}
        if name == "status-grid":
            values["shown"] = grid(view, by_group(dossier, dossier.all(Chip)))
        if name in BY_FOLDER:
            values["records"] = dossier.all(BY_FOLDER[name])
        view.render(f"list/{name}.html", **values)
    for chart in FIGURES.values():
        chart(view)
    thresholds(view.law)
    statuses(view.law)


def _is_tag(annotation: object) -> bool:
    """A field of one possible value, which tells the members of a union apart when they are read from YAML."""
    return get_origin(annotation) is Literal and len(get_args(annotation)) == 1


@pytest.fixture(scope="module")
def read() -> set[tuple[type, str]]:
    """Which fields of which models were read while everything was made of the real dossier."""
    law, found = live.law(), set()
    view = View(live.dossier(), law, live.LANGUAGE, environment(), made_up.BASE, Place("en/"))
    plain = Model.__getattribute__

    def noting(self, name):
        found.add((type(self), name))
        return plain(self, name)

    Model.__getattribute__ = noting
    try:
        make_everything(view)
    finally:
        del Model.__getattribute__
    return found


@pytest.mark.parametrize(
    "model", sorted(set(models()), key=lambda model: model.__name__), ids=lambda model: model.__name__
)
def test_every_field_reaches_a_reader(read, model):
    """A field that a kind inherits counts where the kind is read."""
    fields = {name for name, field in model.model_fields.items() if not _is_tag(field.annotation)}
    heirs = {model, *models(model)}
    missing = {name for name in fields if not any((heir, name) in read for heir in heirs)}
    assert not missing
