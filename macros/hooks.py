"""The only module that knows MkDocs: records become pages, and one build becomes a site in two languages."""
from __future__ import annotations

import copy
import json
import logging
import subprocess
import sys
import traceback
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, outside its package

from macros import search  # noqa: E402
from macros.checks import broken_prose  # noqa: E402
from macros.dossier import kind_of, load  # noqa: E402
from macros.figures import download, figures, table  # noqa: E402
from macros.language import LANGUAGES, OTHER, Language, forget  # noqa: E402
from macros.markdown import DossierExtension  # noqa: E402
from macros.pages import record_pages  # noqa: E402
from macros.reading import DossierError, Problem  # noqa: E402
from macros.records import Claim  # noqa: E402
from macros.staging import Staging, UnusableFolder  # noqa: E402
from macros.thresholds import thresholds  # noqa: E402
from macros.rendering import View, environment  # noqa: E402

log = logging.getLogger("mkdocs.dossier")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Build beside the site, and refuse a folder that the site must not replace. Read the dossier before anything is written; a mistake in it ends the build here, all mistakes at once."""
    forget()
    environment.cache_clear()
    try:
        config["dossier_staging"] = Staging(ROOT, Path(config.site_dir))
    except (UnusableFolder, OSError) as error:
        raise PluginError(str(error)) from None
    try:
        config["dossier"] = load(ROOT / "data")
        if problems := list(broken_prose(config["dossier"], Path(config.docs_dir))):
            raise DossierError(problems)
    except DossierError as error:
        for problem in error.problems:
            log.error(problem)
        raise PluginError(f"{len(error.problems)} problem(s); nothing was built") from None
    config.site_dir = str(config["dossier_staging"].folder)
    config["dossier_markdown"] = DossierExtension()
    config.markdown_extensions.append(config["dossier_markdown"])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the record pages of both languages, which have no text of their own, and the figures' data."""
    for language in LANGUAGES:
        for page in record_pages(config["dossier"], language):
            files.append(File.generated(config, page.source, content=""))
    data = json.dumps(thresholds(config["dossier"].rules), indent=2)
    files.append(File.generated(config, "data/thresholds.json", content=data))
    config["dossier_figures"] = figures(config["dossier"])
    for (name, language), figure in config["dossier_figures"].items():
        files.append(File.generated(config, download(name, language), content=table(figure)))
    return files


_navigation: dict[str, Navigation] = {}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Cut one navigation a language out of the whole, whose top level is a section for each language."""
    for section in nav.items:
        if isinstance(section, Section) and section.title in LANGUAGES:
            pages = [page for page in nav.pages if page.file.src_uri.startswith(section.title + "/")]
            for item in section.children:
                item.parent = None
            _navigation[section.title] = Navigation(section.children, pages)
            _navigation[section.title].homepage = pages[0]
    return nav


def _language(page: Page | None) -> str:
    code = page.url[:2] if page else ""
    return code if code in LANGUAGES else "en"


def _view(page: Page, config: MkDocsConfig) -> View:
    return View(config["dossier"], Language(_language(page)), page.url, config.site_url)


def _record(page: Page, config: MkDocsConfig):
    """The record of a generated page, or None."""
    parts = page.url.strip("/").split("/")
    return config["dossier"].find(*parts[1:]) if len(parts) == 3 else None


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Call the macros of a page of prose, and tell the Markdown extension which page it works for.

    Done here and not by the plugin, which would render the page's title as well, made from a file's name, and would end the
    process at a mistake.
    """
    config["dossier_markdown"].view = _view(page, config)
    macros = config.plugins["macros"]
    macros._page = page
    page.meta["render_macros"] = False
    try:
        return macros.env.from_string(markdown).render(macros.variables)
    except Exception as error:
        raise PluginError(str(Problem(f"docs/{page.file.src_uri}", _line(error, markdown, page), "", f"{error}"))) from None


def _line(error: Exception, markdown: str, page: Page) -> int:
    """The line of a page's file at which its macros failed."""
    frames = traceback.walk_tb(error.__traceback__)
    inside = getattr(error, "lineno", None) or max((line for frame, line in frames if frame.f_code.co_filename == "<template>"), default=1)
    return page.file.content_string.partition(markdown)[0].count("\n") + inside


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The whole of a record page, which no text engine reads as a template or as Markdown; the citation at the end."""
    config["dossier_markdown"].clear()
    view = _view(page, config)
    page.toc = TableOfContents([])  # Material would make a second skip link of it
    if record := _record(page, config):
        html = view.render(f"{kind_of(record).removesuffix('s')}.html", record=record)
        page.title = view.record_title(record)
        page.meta["description"] = view.description(record)
    if page.url[:2] not in LANGUAGES:
        return html
    return str(html) + str(view.render("cite.html", citation=view.cited(page.title, page.url)))


def on_template_context(context, template_name: str, config: MkDocsConfig):
    """Give the page for missing addresses, which has no page of its own, both languages."""
    context["languages"] = [Language(code) for code in LANGUAGES]
    context["nav"] = _navigation["en"]
    context["gateway"] = True
    return context | _frame(Language("en"))


def on_page_context(context, page: Page, config: MkDocsConfig, nav: Navigation):
    """Give each page the navigation, the site's name, the words and the alternates of its language."""
    language = Language(_language(page))
    localized = copy.copy(config)
    localized.site_name = language.string("site.name")
    localized.site_description = language.string("site.description")
    context["config"] = localized
    context["nav"] = _navigation[language.code]
    context["t"] = language.string
    gateway = page.url[:2] not in LANGUAGES
    context["alternates"] = {
        code: config.site_url + (f"{code}/" if gateway else code + page.url[2:]) for code in LANGUAGES
    } | {"x-default": config.site_url if gateway or page.url[3:] == "" else config.site_url + "en" + page.url[2:]}
    context["switch"] = {"language": language.other, "url": f"{OTHER[language.code]}/" if gateway else OTHER[language.code] + page.url[2:]}
    context["gateway"] = gateway
    context["search"] = _search(page, config, language)
    return context | _frame(language)


def _search(page: Page, config: MkDocsConfig, language: Language) -> dict:
    """What the templates tell the search about a page."""
    record = _record(page, config)
    terms = config["dossier"].terms if page.url.endswith("/glossary/") else ()
    verdict = record.findings[-1].verdict if isinstance(record, Claim) else None
    return {
        "weight": search.weight(record), "names": search.names(record, page.title, terms, language),
        "filters": search.filters(record, language, verdict), "counts": dict(language.forms("search.count")),
    }


def _frame(language: Language) -> dict:
    """The words of header and footer, isolated as HTML where they mix scripts."""
    return {
        "brand": language.text(language.string("site.name")),
        "scheme_labels": {value: language.string(f"theme.scheme.{value or 'system'}") for value in ("", "light", "dark")},
    }


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Index the pages for the search, each language by itself. What has passed everything takes the site's place."""
    result = subprocess.run([sys.executable, "-m", "pagefind", "--site", config.site_dir, "--quiet"], capture_output=True, text=True)
    if result.returncode:
        raise PluginError(f"pagefind could not index the site: {result.stderr or result.stdout}")
    staging = config["dossier_staging"]
    config.site_dir = str(staging.site)
    if _warned():
        staging.discard()
    else:
        staging.publish()


def _warned() -> bool:
    """Whether MkDocs will end this build for a warning (``--strict``); it says so only after the last event."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the direction on the root element, where Material has only the language."""
    return output.replace("<html ", f'<html dir="{Language(_language(page)).direction}" ', 1)
