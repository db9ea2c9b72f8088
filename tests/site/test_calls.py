"""What a page of prose may call, and that it can do nothing else."""

from __future__ import annotations

import pytest

from macros.site.calls import WrongCall, called

OFFERED = {"component": lambda name: f"<{name}>", "grid": lambda *names: "+".join(names), "squares": lambda: "□"}


def refused(text: str) -> str:
    with pytest.raises(WrongCall) as caught:
        called(text, OFFERED)
    return f"{caught.value.line}: {caught.value}"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\n{{ component('claims') }}\nb\n", "a\n<claims>\nb\n"),
        ('{{squares()}} {{ grid("a", "b") }}{{ grid() }}', "□ a+b"),
        ("{# to myself #}x{% raw %}{{ y }}{% endraw %}\n", "x{{ y }}\n"),
        ("{ a } % {: #x }\n", "{ a } % {: #x }\n"),
        ("# A {#a}\n", "# A {#a}\n"),
        (
            "`{{ x }}`\n\n```\n{% if %}\n{{ grid('a') }}\n```\n{{ grid('a') }}",
            "`{{ x }}`\n\n```\n{% if %}\n{{ grid('a') }}\n```\na",
        ),
    ],
)
def test_what_is_called_stands_in_its_place(text, made):
    assert called(text, OFFERED) == made


CALL = "expected a call such as {{ component('claims') }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ nope }}", f"1: 'nope' is no call; {CALL}"),
        ("\n\n{{ componet('x') }}", "3: no macro 'componet' (did you mean 'component'?)"),
        ("{{ now() }}", "1: no macro 'now'; expected one of component, grid, squares"),
        ("{{ component() }}", f"1: 'component': missing a required argument: 'name'; {CALL}"),
        ("{{ component('a', 'b') }}", f"1: 'component': too many positional arguments; {CALL}"),
        ("{% if %}", f"1: Expected an expression, got 'end of statement block'; {CALL}"),
        ("a\n{% autoescape true %}x{% endautoescape %}", f"2: '{{% scope %}}' is no call; {CALL}"),
        *(
            (f"{{{{ grid('a') }}}}\n\n{{{{ {endless} }}}}", f"3: what stands between the braces has no end; {CALL}")
            for endless in ("-" * 3_000 + "1", "(" * 300 + "grid('a')" + ")" * 300, "9" * 5_000)
        ),
        ("a\n{{ 'a", f'2: unexpected char "\'" at 5; {CALL}'),
    ],
)
def test_a_wrong_call_is_told_with_its_line(text, expected):
    assert refused(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ component.__globals__ }}",
        "{{ ''.__class__ }}",
        "{{ component(name='x') }}",
        "{{ component(1) }}",
        "{{ component(None) }}",
        "{{ component(component('x')) }}",
        "{{ component(['x']) }}",
        "{{ component(*['x']) }}",
        "{{ component('x')|upper }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 'x' }}",
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
        "{% set x = 1 %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% include '/etc/passwd' %}",
        "{% import 'part/components.html' as c %}",
        "{% extends 'main.html' %}",
        "{% call component('x') %}{% endcall %}",
    ],
)
def test_a_page_is_no_program(text):
    assert refused(text).endswith(CALL)


def test_what_a_macro_says_is_told_with_the_line():
    def component(name: str) -> str:
        raise ValueError(f"no component '{name}'")

    with pytest.raises(WrongCall, match="no component 'x'") as caught:
        called("a\n{{ component('x') }}", {"component": component})
    assert caught.value.line == 2
