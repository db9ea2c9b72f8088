"""What fields are made of: what goes in, what is refused and with which words."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.record.fields import (
    UNENCRYPTED,
    ActorId,
    Amount,
    Count,
    Day,
    LanguageCode,
    PartialDate,
    Position,
    Rate,
    Reference,
    SourceId,
    Text,
    Url,
    is_id,
)


def read(kind, value):
    return TypeAdapter(kind).validate_python(value)


def refused(kind, value) -> str:
    """What is wrong with a value, in pydantic's words."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return caught.value.errors()[0]["msg"].removeprefix("Value error, ")


class TestDates:
    """A day, a month or a year, as precise as the source."""

    @pytest.mark.parametrize(
        ("written", "kept", "first", "month", "is_day"),
        [
            ("2031-12-10", "2031-12-10", date(2031, 12, 10), "2031-12", True),
            ("2031-12", "2031-12", date(2031, 12, 1), "2031-12", False),
            ("2031", "2031", date(2031, 1, 1), "2031", False),
            (2031, "2031", date(2031, 1, 1), "2031", False),
            ("2032-02-29", "2032-02-29", date(2032, 2, 29), "2032-02", True),
        ],
    )
    def test_what_is_a_date(self, written, kept, first, month, is_day):
        found = read(PartialDate, written)
        assert (found, found.first_day, found.month, found.is_day) == (kept, first, month, is_day)
        assert type(found) is type(found.month) is PartialDate

    @pytest.mark.parametrize(
        "written",
        ["2031-1", "31-01", "2031-01-01T00:00", "x2031", "2031-", "", "٢٠٣١", None, True, 2031.0, 31, date(2031, 1, 1)],
    )
    def test_what_is_none(self, written):
        assert refused(PartialDate, written) == f"'{written}' is not a date; expected YYYY-MM-DD, YYYY-MM or YYYY"

    @pytest.mark.parametrize("written", ["2031-13", "2031-02-29", "2031-04-31", "2031-00-01"])
    def test_what_is_none_in_the_calendar(self, written):
        assert refused(PartialDate, written) == f"'{written}' is not a date in the calendar; expected one that it has"

    @pytest.mark.parametrize("written", ["0000", "1899-12-31", "2200-01", "9999"])
    def test_what_lies_too_far_away(self, written):
        assert refused(PartialDate, written) == f"'{written}' lies too far away; expected a year from 1900 to 2199"

    def test_a_line_break_at_the_end_is_no_part_of_a_date(self):
        assert "is not a date" in refused(PartialDate, "2031-01-01\n")

    @pytest.mark.parametrize(
        ("one", "other", "before"),
        [
            ("2031-01-01", "2031-01-02", True),
            ("2031-01-02", "2031-01-01", False),
            ("2031-01-01", "2031-01-01", False),
            ("2031-01", "2031-01-31", False),
            ("2031-01-31", "2031-02", True),
            ("2031", "2031-12", False),
            ("2030", "2031-01-01", True),
        ],
    )
    def test_before_is_said_only_where_both_dates_say_it(self, one, other, before):
        assert PartialDate(one).before(PartialDate(other)) is before

    def test_a_day_is_a_whole_date(self):
        found = read(Day, "2031-12-10")
        assert (found, type(found)) == ("2031-12-10", Day)
        assert refused(Day, "2031-12") == "'2031-12' is not a day; expected YYYY-MM-DD"
        assert refused(Day, 2031) == "'2031' is not a day; expected YYYY-MM-DD"
        assert refused(Day, "2031-02-30") == "'2031-02-30' is not a date in the calendar; expected one that it has"

    def test_editors_learn_how_a_date_is_written(self):
        partial, day = (TypeAdapter(kind).json_schema() for kind in (PartialDate, Day))
        assert partial["type"] == ["string", "integer"] and partial["description"] == "YYYY-MM-DD, YYYY-MM or YYYY"
        assert day == {"type": "string", "format": "date"}


class TestNumbers:
    """A number is a number: no text, no truth value, finite, and nothing below nothing."""

    @pytest.mark.parametrize("value", [0, 1.5, 1979])
    def test_a_rate(self, value):
        assert read(Rate, value) == value

    @pytest.mark.parametrize(("kind", "value"), [(Rate, -0.1), (Rate, -3), (Amount, 0), (Amount, -3)])
    def test_below_its_range(self, kind, value):
        assert refused(kind, value).startswith("Input should be greater than")

    @pytest.mark.parametrize("value", ["1.5", "", True, False, float("inf"), float("-inf"), float("nan"), None, [1]])
    def test_no_rate(self, value):
        assert refused(Rate, value)

    @pytest.mark.parametrize(("kind", "least"), [(Count, 0), (Position, 1)])
    def test_a_whole_number_from_the_least_on(self, kind, least):
        assert read(kind, least) == least
        assert refused(kind, least - 1) == f"Input should be greater than or equal to {least}"

    @pytest.mark.parametrize("kind", [Count, Position])
    @pytest.mark.parametrize("value", ["3", 3.0, 3.5, True, None])
    def test_no_whole_number(self, kind, value):
        assert refused(kind, value) == "Input should be a valid integer"


class TestText:
    """A statement in both languages."""

    def test_by_language(self):
        text = Text(en=" one ", ar="واحد")
        assert (text["en"], text["ar"]) == ("one", "واحد")

    @pytest.mark.parametrize("english", ["نص", "出口许可", "Чип", "チップ", "نص one نص أطول"])
    def test_english_is_written_in_its_letters(self, english):
        assert refused(Text, {"en": english, "ar": "واحد"}) == "expected English, found another script"
        assert Text(en=f"what {english[:2]} means", ar="واحد")

    @pytest.mark.parametrize("english", ["123", "4,000", "1 + 1"])
    def test_numbers_are_no_english(self, english):
        assert refused(Text, {"en": english, "ar": "واحد"}) == "expected English, found no letter of it"

    @pytest.mark.parametrize("arabic", ["ا", "Most came through one ا", "3 ا"])
    def test_one_letter_is_no_text(self, arabic):
        assert refused(Text, {"en": "most", "ar": arabic}) == "expected Arabic, found one letter of it"
        assert Text(en="3 g", ar=arabic)

    @pytest.mark.parametrize("arabic", ["one", "123", "؟", "", "   "])
    def test_arabic_has_an_arabic_letter(self, arabic):
        with pytest.raises(ValidationError):
            Text(en="one", ar=arabic)

    @pytest.mark.parametrize("english", ["a\nb", "a\tb"])
    def test_it_is_one_line(self, english):
        assert refused(Text, {"en": english, "ar": "واحد"}).startswith("holds a line break or a tab; expected one line")
        assert Text(en=f" {english[0]}\n", ar="واحد").en == "a"

    def test_no_letter_of_it_misleads(self):
        assert refused(Text, {"en": "The Nv\u0456dia chip", "ar": "واحد"}).startswith(
            "'v\u0456' mixes two scripts in a word"
        )

    def test_it_is_no_book(self):
        assert Text(en="a " * 4_999 + "aa", ar="واحد")
        assert refused(Text, {"en": "a " * 5_000 + "a", "ar": "واحد"}) == "String should have at most 10000 characters"

    def test_what_is_not_arabic_is_said(self):
        assert refused(Text, {"en": "one", "ar": "one"}) == "expected Arabic, found no Arabic letter"

    @pytest.mark.parametrize("fields", [{"ar": "س"}, {"en": "", "ar": "س"}, {"en": "x", "ar": "س", "zh": "x"}, "x"])
    def test_both_languages_and_no_third(self, fields):
        assert refused(Text, fields)

    def test_what_is_read_cannot_be_changed(self):
        with pytest.raises(ValidationError):
            Text(en="x", ar="س").en = "y"


class TestReferences:
    """Ids, and where they lead."""

    @pytest.mark.parametrize("name", ["x", "h200", "h200-sxm", "2031-01-01", "0"])
    def test_an_id(self, name):
        assert is_id(name) and read(ActorId, name) == name

    @pytest.mark.parametrize("name", ["", "X", "a--b", "-a", "a-", "a b", "a_b", "a.b", "خبر", "a\n", "٢", "{{x}}"])
    def test_no_id(self, name):
        assert not is_id(name)
        assert refused(ActorId, name)

    @pytest.mark.parametrize("name", ["index", "readme", "con", "nul", "com1", "lpt9"])
    def test_names_that_mkdocs_takes_for_a_folder_and_windows_for_a_device(self, name):
        assert not is_id(name) and is_id(f"{name}-x")

    def test_a_name_leaves_room_for_endings(self):
        assert is_id("a" * 100) and not is_id("a" * 101)

    def test_a_reference_knows_its_folder(self):
        assert (read(ActorId, "x").folder, read(SourceId, "x").folder) == ("actors", "sources")
        assert sorted(kind.folder for kind in Reference.__subclasses__()) == sorted(
            ["actors", "chips", "claims", "conflicts", "events", "rules", "sources", "steps"]
        )

    def test_editors_learn_where_a_reference_leads(self):
        schema = TypeAdapter(ActorId).json_schema()
        assert schema["description"] == "the id of a record in data/actors/" and schema["type"] == "string"


def test_an_address_is_kept_as_text():
    kept = TypeAdapter(Url)
    assert kept.dump_python(kept.validate_python("https://example.org/x?y=1")) == "https://example.org/x?y=1"


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://Example.org/x", "example.org"),
        ("https://\u0430pple.example.com/", "xn--pple-43d.example.com"),
        ("https://\u0645\u062b\u0627\u0644.example.com/", "xn--mgbh0fb.example.com"),
        ("https://ex\u00adample\u3002org/", "example.org"),
        ("https://example.org\\.example.com/", "example.org"),
    ],
    ids=["case", "Cyrillic", "Arabic", "invisible", "backslash"],
)
def test_an_address_is_shown_with_the_host_that_it_leads_to(written, host):
    """Letters of other scripts as they are resolved, so that none can be taken for another."""
    url = TypeAdapter(Url).validate_python(written)
    assert url.host == host and str(url).startswith(f"https://{host}/")


def test_an_address_without_encryption_is_one_of_a_host_that_is_listed():
    address = TypeAdapter(Url)
    for host in UNENCRYPTED:
        assert address.validate_python(f"http://{host}/x").host == host
    with pytest.raises(ValidationError, match="'http:' is not encrypted"):
        address.validate_python("http://example.org/")
    assert refused(Url, "javascript:alert(1)") and refused(Url, "example.org")


@pytest.mark.parametrize(
    ("code", "good"), [("en", True), ("zh-Hant", True), ("English", False), ("e", False), ("zh-hant", False)]
)
def test_a_language_code(code, good):
    assert (read(LanguageCode, code) == code) if good else refused(LanguageCode, code)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "host.localhost", "news.invalid", "news.test", "news.example", "printer.local", "10.0.0.1"),
        *("a.localdomain", "example..org", "-a.example.org", "a_b.example.org", "example.org.", f"{'a' * 64}.org"),
        *(f"{'a.' * 130}org", "224.0.0.1"),
        *("127.0.0.1", "0x7f.1", "192.168.1.7", "169.254.1.1", "0.0.0.0", "[::1]", "[fd00::1]", "intranet"),
    ],
)
def test_an_address_that_leads_to_no_host_of_the_internet(host):
    with pytest.raises(ValidationError, match="is no host of the internet; expected one"):
        TypeAdapter(Url).validate_python(f"https://{host}/x")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org:0/", "port 0 is none; expected an address without a port"),
        ("https://example.org/x?a=1&access_token=2", "'access_token' lets one person in"),
        ("https://example.org/x?Password=2", "'Password' lets one person in"),
        ("https://example.org/x?%74oken=abc", "'token' lets one person in"),
        ("https://example.org/x?a=1%26token=abc", "'token' lets one person in"),
        ("https://example.org/#access_token=1", "'access_token' lets one person in"),
        ("https://example.org/#/x?jwt=1", "'jwt' lets one person in"),
        ("https://@example.org/x", "'@' with no name before it; expected an address without it"),
        ("https://:@example.org/x", "'@' with no name before it; expected an address without it"),
        *(
            (f"https://example.org/x{sign}{more}", f"'{sign.upper()}' is a character that no reader sees; expected an")
            for sign in ("%E2%80%AE", "%d8%9c", "%00", "%0D", "%C2%85", "%EF%BB%BF", "%C2%AD", "%E2%80%A8")
            for more in ("", "%0a", "/a?b")
        ),
    ],
)
def test_an_address_that_not_everybody_can_open(address, expected):
    with pytest.raises(ValidationError, match=expected):
        TypeAdapter(Url).validate_python(address)


@pytest.mark.parametrize(
    "address",
    [
        *("https://example.org:8443/", "https://example.org/?newsid=1&session=118", "https://example.org/%D9%85"),
        *("https://example.org/@a", "https://example.org/a%E2%80%8Cb", "https://example.org/%E2%80%99#tokens=1"),
    ],
)
def test_an_address_that_everybody_can_open(address):
    assert str(TypeAdapter(Url).validate_python(address)) == address


def test_a_number_may_be_a_host_of_the_internet():
    assert TypeAdapter(Url).validate_python("https://9.9.9.9/x").host == "9.9.9.9"
