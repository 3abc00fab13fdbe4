# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""All templates: what goes wrong in one without any test of its page noticing."""

from pathlib import Path

import pytest
from django.template import engines
from django.template.base import Template
from django.template.defaulttags import CsrfTokenNode
from django.template.loader_tags import IncludeNode

MAP = Path(__file__).parents[1] / "templates"
NAMEN = sorted(str(pad.relative_to(MAP)) for pad in MAP.rglob("*.html"))


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
