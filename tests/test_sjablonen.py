# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""All templates: what goes wrong in one without any test of its page noticing."""

import re
from pathlib import Path
from statistics import median

import pytest
from django.template import engines
from django.template.base import Template
from django.template.defaulttags import CsrfTokenNode
from django.template.loader_tags import IncludeNode

MAP = Path(__file__).parents[1] / "templates"
NAMEN = sorted(str(pad.relative_to(MAP)) for pad in MAP.rglob("*.html"))

DIEPST, MIDDEN = 4, 1.6
GENEST = {"if", "for", "with", "block", "partialdef", "autoescape"}


def sjabloon(naam: str) -> Template:
    return engines["django"].get_template(naam).template


def zonder_sleutel(doel: Template) -> list[str]:
    """The forms in a template, and in what it includes with all it knows, that need the token of its context."""
    namen = [doel.name] if doel.nodelist.get_nodes_by_type(CsrfTokenNode) else []
    for deel in doel.nodelist.get_nodes_by_type(IncludeNode):
        if "csrf_token" in deel.extra_context or not deel.isolated_context:
            namen += zonder_sleutel(sjabloon(deel.template.var))
    return namen


@pytest.mark.parametrize("naam", NAMEN)
def test_a_form_in_an_include_is_given_the_token(naam):
    """With `only` an include does not know the token: a browser's form is refused then, a test client's is not."""
    fout = [
        (deel.template.var, zonder_sleutel(sjabloon(deel.template.var)))
        for deel in sjabloon(naam).nodelist.get_nodes_by_type(IncludeNode)
        if deel.isolated_context and "csrf_token" not in deel.extra_context and isinstance(deel.template.var, str)
    ]
    assert [(wat, formulieren) for wat, formulieren in fout if formulieren] == []


def diepte(tekst: str) -> int:
    """How deep the tags of a template stand in each other at most."""
    nu = diepst = 0
    for tag in re.findall(r"{%-?\s*(\w+)", tekst):
        nu += (tag in GENEST) - (tag[:3] == "end" and tag[3:] in GENEST)
        diepst = max(diepst, nu)
    return diepst


DIEPTEN = {naam: diepte((MAP / naam).read_text(encoding="utf-8")) for naam in NAMEN}


@pytest.mark.parametrize("naam", NAMEN)
def test_a_template_can_be_read_from_top_to_bottom(naam):
    """What stands deeper than this is a part with a name of its own."""
    assert DIEPTEN[naam] <= DIEPST


def test_most_templates_hardly_nest():
    assert median(DIEPTEN.values()) <= MIDDEN


@pytest.mark.parametrize(
    ("tekst", "diep"),
    [
        ("<p>", 0),
        ("{% include 'x' with a=b only %}{% csrf_token %}", 0),
        ("{% if a %}{% endif %}{% for b in c %}{% endfor %}", 1),
        ("{% block a %}{% if b %}{% elif c %}{% else %}{% endif %}{% endblock %}", 2),
        ("{% blocktranslate %}{% endblocktranslate %}{% if a %}{% endif %}", 1),
        ("{%- for a in b %}{% with c=d %}{% if e %}{% partialdef f %}{% endpartialdef %}", 4),
    ],
)
def test_the_depth_of_a_template(tekst, diep):
    assert diepte(tekst) == diep
