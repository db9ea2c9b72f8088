"""What a check says of made records."""

from __future__ import annotations

from made import dossier

from macros.reading.checks import OWN_CHECKS, Check, OwnCheck, Reading
from macros.reading.yaml_file import Document
from macros.record.shared import Record

DOCUMENT = Document("f", {}, {})


def reading(*records: Record, unread=()) -> Reading:
    """These records, and files that could not be read."""
    return Reading(dossier(*records), {(record.folder, record.id) for record in records} | set(unread))


def problems(check: Check | OwnCheck, record: Record, *others: Record, unread=()) -> list[str]:
    """What a check says of a record among others."""
    among = () if check in OWN_CHECKS else (reading(record, *others, unread=unread),)
    return [str(problem) for problem in check(*among, record, DOCUMENT)]
