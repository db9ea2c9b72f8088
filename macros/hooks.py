"""MkDocs' events, each handed to the build that it belongs to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).parent.parent
sys.path.insert(0, str(PROJECT))  # MkDocs loads a hook by its path, outside its package

from macros.site.build import Build, say_where  # noqa: E402
from macros.site.memory import Memory  # noqa: E402
from macros.site.serving import lasting, mind_address, watch_for_good  # noqa: E402

memories: list[Memory] = []
"""What a server's builds hand on to one another; empty but for a server. MkDocs keeps this module as long as it
runs."""


def on_startup(command: str, dirty: bool) -> None:
    if command == "serve":
        memories.append(Memory(PROJECT))


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    for memory in memories:
        if memory.good is None:
            mind_address(*config.dev_addr)
            memory.look(config)
    config["dossier_build"] = Build(PROJECT, config, *memories)
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    server.builder = lasting(builder, Path(config.config_file_path), *(memory.index.waiting for memory in memories))
    watch_for_good(server, config.docs_dir, str(config.config_file_path))
    while any(memory.has_missed(config) for memory in memories):
        server.builder()
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return Build.of(config).choose(files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    Build.of(config).divide(nav)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    Build.of(config).mind_mistakes()
    Build.of(config).draw()
    return Build.of(config).theme(env)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return Build.of(config).content(html, page)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    return context | Build.of(config).own_context()


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return Build.of(config).template(output_content, template_name)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    return context | Build.of(config).page_context(page)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return Build.of(config).completed(output, page)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    Build.of(config).finish()


def on_build_error(error: Exception) -> None:
    say_where(error)
