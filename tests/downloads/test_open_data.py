"""The data as a whole: each file read by a program that knows its format, and the records in it compared with YAML."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile

import jsonschema
import live
import made_up
import pytest
from downloads.reading_back import from_database, from_json
from support import ROOT

from macros.downloads.gathered import Gathered
from macros.downloads.open_data import ARCHIVE, open_data, paths
from macros.page.computed import TABLES
from macros.record.event import Event
from macros.record.kinds import KINDS
from macros.wording.spreadsheet import BETWEEN, MARK

LICENCE = "The licence.\n"
BESIDE = {"figures/gap.en.csv": "id\r\n"}

ALL = [table for whole in TABLES for table in whole.whole]


def of_the_world() -> dict[str, bytes]:
    views = {code: made_up.view(made_up.dossier(), f"{code}/") for code in ("en", "ar")}
    return open_data(views, LICENCE, BESIDE)


def of_the_record() -> dict[str, bytes]:
    return open_data({code: live.view(f"{code}/") for code in ("en", "ar")}, LICENCE, BESIDE)


@pytest.fixture(scope="module")
def world():
    return of_the_world()


@pytest.fixture(scope="module")
def record():
    return of_the_record()


@pytest.fixture
def database(world):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(world["dossier.sqlite"])
    yield connection
    connection.close()


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[f"csv/{name}.csv"].decode()
    assert text.startswith(MARK), "a spreadsheet needs it for Arabic"
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline="")))


@pytest.mark.parametrize("read", [from_json, from_database])
@pytest.mark.parametrize("files", ["world", "record"])
def test_the_records_read_back_are_those_of_the_files(request, read, files):
    made = request.getfixturevalue(files)
    path = "dossier.json" if read is from_json else "dossier.sqlite"
    dossier = made_up.dossier() if files == "world" else live.dossier()
    found = read(made[path])
    differing = {kind.folder: found[kind.folder] for kind in KINDS if found[kind.folder] != list(dossier.all(kind))}
    assert differing == {}


def test_the_same_records_make_the_same_bytes(world):
    assert of_the_world() == world


def test_the_page_can_name_every_file_before_it_is_made(world):
    assert list(paths()) == list(world)


def test_a_text_is_given_as_it_is_written_and_as_it_is_read(world):
    entries = json.loads(world["dossier.json"])["records"]["chips"]
    pointing = next(entry for entry in entries if "summary" in entry["computed"].get("texts", {}))
    written, read = pointing["summary"]["en"], pointing["computed"]["texts"]["summary"]["en"]
    assert "[[" in written and "[[" not in read
    (row,) = (row for row in table(world, "chips") if row["id"] == pointing["id"])
    assert row["summary_en"] == read


class TestSpreadsheets:
    """The tables as CSV."""

    @pytest.mark.parametrize("of", ALL, ids=lambda of: of.name)
    def test_every_table_is_one(self, world, of):
        rows = table(world, of.name)
        keys = [row[of.key] for row in rows]
        assert len(set(keys)) == len(keys)
        assert world[f"csv/{of.name}.csv"].decode().removeprefix(MARK).splitlines()[0].split(",") == [
            column.name for column in of.columns
        ]

    def test_numbers_are_plain_and_dates_as_in_the_record(self, world):
        figures = {row["key"]: row for row in table(world, "chips_figures")}
        bandwidth = figures["quill-9/memory_bandwidth"]
        assert float(bandwidth["value"]) and "," not in bandwidth["value"] and not bandwidth["value"].endswith(".0")
        assert bandwidth["computed_unit"] == "GB/s"
        dates = {row["id"]: (row["date"], row["expected"]) for row in table(world, "events")}
        for event in made_up.dossier().all(Event):
            assert dates[event.id] == (event.date, str(event.expected).lower())

    def test_a_list_stands_in_a_cell(self, record):
        row = next(row for row in table(record, "claims_findings") if "|" in row["sources"])
        claim = live.dossier().records["claims"][row["parent"]]
        assert tuple(row["sources"].split("|")) == claim.findings[int(row["position"]) - 1].sources

    def test_no_value_of_a_list_holds_what_stands_between_them(self):
        lists = [(of.name, column.name) for of in ALL for column in of.columns if column.many]
        gathered = Gathered({code: live.view(f"{code}/") for code in ("en", "ar")}).tables
        assert not [where for where in lists for row in gathered[where[0]] if BETWEEN in "".join(row[where[1]])]


class TestComputed:
    """What is computed stands beside the record and is marked."""

    def test_of_a_claim(self, world):
        claim = made_up.dossier().records["claims"]["buyers-ask"]
        (entry,) = (
            entry for entry in json.loads(world["dossier.json"])["records"]["claims"] if entry["id"] == claim.id
        )
        assert entry["computed"]["verdict"] == claim.finding.verdict
        assert entry["computed"]["address"] == {
            code: f"{made_up.BASE}{code}/claims/buyers-ask/" for code in ("en", "ar")
        }
        (row,) = (row for row in table(world, "claims") if row["id"] == claim.id)
        assert row["computed_verdict"] == claim.finding.verdict and row["computed_drift"] == claim.drift

    def test_of_a_chip(self, world):
        chip = made_up.dossier().records["chips"]["quill-9"]
        (row,) = (row for row in table(world, "chips") if row["id"] == chip.id)
        law = made_up.law(made_up.dossier())
        assert row["computed_status"] == law.status(chip).kind
        last = [row for row in table(world, "statuses") if row["chip"] == chip.id][-1]
        assert last["status"] == row["computed_status"] and last["last"] == ""

    def test_what_was_seen_of_a_chip_says_who_states_it(self, world):
        figures = {row["key"]: row for row in table(world, "chips_figures")}
        stated = {name: figures[f"quill-9/{name}"]["computed_stated_by"] for name in ("fp8", "tf32", "die_area")}
        assert stated == {"fp8": "maker", "tf32": "", "die_area": ""}
        (chip,) = (row for row in table(world, "chips") if row["id"] == "quill-9")
        assert chip["computed_data_centre_stated_by"] == "maker"
        gates = [row for row in table(world, "chips_gates") if row["parent"] == "quill-9"]
        assert gates and {bool(row["computed_stated_by"]) == (row["standing"] == "verified") for row in gates} == {True}


class TestDatabase:
    """The tables in SQLite."""

    def test_it_is_whole(self, database):
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []

    @pytest.mark.parametrize(
        "wrong",
        [
            "UPDATE claims SET topic = 'weather'",
            "UPDATE events SET expected = 2",
            "UPDATE chips_figures SET value = 'much'",
            "UPDATE claims SET statement_ar = NULL",
            "INSERT INTO claims_depends_on SELECT id, 9, 'nothing' FROM claims",
        ],
    )
    def test_what_a_table_cannot_hold_is_refused(self, database, wrong):
        database.execute("PRAGMA foreign_keys = on")
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(wrong)

    @pytest.mark.parametrize(("words", "language"), [("Kilnova", "en"), ("ترخيص", "ar"), ("رقائق", "ar")])
    def test_the_search_finds_words_in_either_language(self, database, words, language):
        found = database.execute(
            "SELECT text, language FROM texts WHERE id IN (SELECT rowid FROM texts_search WHERE texts_search MATCH ?)",
            [words],
        ).fetchall()
        assert found and all(words.casefold() in text.casefold() for text, _ in found)
        assert language in {code for _, code in found}

    def test_a_word_is_found_behind_the_article(self, database):
        (text,) = database.execute(
            "SELECT text FROM texts WHERE text LIKE '%الرقائق%' OR text LIKE '%الرقاقة%' LIMIT 1"
        ).fetchone()
        word = "رقائق" if "الرقائق" in text else "رقاقة"
        found = database.execute("SELECT text FROM texts_search WHERE texts_search MATCH ?", [word]).fetchall()
        assert (text,) in found

    def test_a_claim_stands_with_its_newest_finding(self, database):
        for code, verdict, found, note in database.execute("SELECT code, verdict, found, note_en FROM claims_now"):
            (claim,) = (claim for claim in made_up.dossier().records["claims"].values() if claim.code == code)
            assert (verdict, found) == (claim.finding.verdict, claim.finding.date)
            assert note.split()[0] == claim.finding.note.en.split()[0]

    @pytest.mark.parametrize("name", ["claims_now", "chips_now", "dated", "numbers_of_chips"])
    def test_every_view_shows_something(self, database, name):
        assert database.execute(f"SELECT * FROM {name}").fetchall()


class TestPackage:
    """What the files say of one another."""

    def test_frictionless_accepts_the_package(self, world, tmp_path):
        import frictionless

        unpack(world, tmp_path)
        report = frictionless.validate(str(tmp_path / "h200-gap/datapackage.json"))
        assert report.valid, report.flatten(["name", "fieldName", "type", "message"])[:5]
        assert {task.name for task in report.tasks} == {of.name for of in ALL}

    def test_frictionless_would_see_a_broken_reference(self, world, tmp_path):
        import frictionless

        unpack(world, tmp_path)
        file = tmp_path / "h200-gap/csv/claims_findings.csv"
        file.write_text(file.read_text(encoding="utf-8").replace("buyers-ask,", "nobody,"), encoding="utf-8")
        assert not frictionless.validate(str(tmp_path / "h200-gap/datapackage.json")).valid

    def test_every_column_is_described_in_both_languages(self, world):
        for resource in json.loads(world["datapackage.json"])["resources"]:
            for field in resource["schema"]["fields"]:
                assert field["description"] and field["description_ar"], (resource["name"], field["name"])

    @pytest.mark.parametrize("files", ["world", "record"])
    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
    def test_the_schema_of_a_kind_takes_its_records(self, request, files, kind):
        made = request.getfixturevalue(files)
        schema = json.loads(made[f"schema/{kind.folder}.json"])
        checked = jsonschema.validators.validator_for(schema)(schema)
        for entry in json.loads(made["dossier.json"])["records"][kind.folder]:
            assert not [error.message for error in checked.iter_errors(entry)], entry["id"]

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"id": None}, "None is not of type 'string'"),
            ({"computed": {}}, "'title' is a required property"),
            ({"colour": "red"}, "'colour' was unexpected"),
        ],
    )
    def test_a_schema_refuses_what_no_record_has(self, world, wrong, said):
        schema = json.loads(world["schema/terms.json"])
        checked = jsonschema.validators.validator_for(schema)(schema)
        entry = json.loads(world["dossier.json"])["records"]["terms"][0]
        assert any(said in error.message for error in checked.iter_errors(entry | wrong))

    def test_a_schema_says_what_each_field_means(self, world):
        computed = json.loads(world["schema/chips.json"])["properties"]["computed"]["properties"]
        assert all(field["description"] and field["description_ar"] for field in computed.values())
        assert "texts" in computed and "status" in computed

    def test_the_archive_holds_all_with_licence_and_citation(self, world):
        archive = zipfile.ZipFile(io.BytesIO(world[ARCHIVE]))
        assert archive.testzip() is None
        expected = {*world, *BESIDE, "LICENCE.md", "CITATION.txt"} - {ARCHIVE}
        assert {name.removeprefix("h200-gap/") for name in archive.namelist()} == expected
        assert archive.read("h200-gap/LICENCE.md").decode() == LICENCE
        citation = archive.read("h200-gap/CITATION.txt").decode()
        assert "The H200 Gap" in citation and "فجوة H200" in citation


def unpack(files: dict[str, bytes], folder) -> None:
    zipfile.ZipFile(io.BytesIO(files[ARCHIVE])).extractall(folder)


def test_the_licence_of_the_data_is_there():
    assert "Creative Commons" in (ROOT / "LICENSE-DATA.md").read_text(encoding="utf-8")
