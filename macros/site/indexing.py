"""The index of the search, each language by itself: Pagefind reads the finished pages."""

from __future__ import annotations

import atexit
import logging
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from mkdocs.exceptions import PluginError

log = logging.getLogger("mkdocs.dossier")
FOLDER = "pagefind"


def _command(site: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(folder), "--quiet"]


def index(site: Path) -> None:
    """Index the pages below a folder. Raises PluginError."""
    result = subprocess.run(_command(site, site / FOLDER), capture_output=True, text=True)
    if result.returncode:
        raise PluginError(f"pagefind could not index the site: {result.stderr or result.stdout}")


class BackgroundIndex:
    """The index of a site that is being served: it follows the pages, and never holds them up."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.stop)

    def begin(self, site: Path) -> None:
        """Index the site as it is now; an indexing under way is given up."""
        self.stop()
        folder = site.with_name(f".{site.name}-{FOLDER}")
        process = subprocess.Popen(_command(site, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._process = process
        threading.Thread(target=self._follow, args=(process, site, folder), daemon=True).start()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._process and self._process.poll() is None:
            self._process.kill()

    def _follow(self, process: subprocess.Popen[bytes], site: Path, folder: Path) -> None:
        """Put the finished index in the place of the old one."""
        failed = process.wait()
        if process is self._process and not failed:
            shutil.rmtree(site / FOLDER, ignore_errors=True)
            folder.rename(site / FOLDER)
        elif process is self._process:
            log.error("pagefind could not index the site; the search knows the pages of before")
