"""Every check of every module is made."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

from macros.reading import checks


def test_every_check_is_made():
    modules = (path for path in Path(checks.__file__).parent.glob("[!_]*.py") if path.stem != "check")
    found = {
        function
        for path in modules
        for function in vars(import_module(f"macros.reading.checks.{path.stem}")).values()
        if inspect.isfunction(function)
        and list(inspect.signature(function).parameters) == ["reading", "record", "document"]
    }
    made = (*checks.CHECKS, *checks.DOUBTS)
    assert set(made) == found and len(made) == len(found)
