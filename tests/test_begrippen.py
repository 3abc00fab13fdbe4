# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The glossary and the code say the same: what a row names in the code is there, and a term stands once."""

import importlib
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

WORTEL = Path(__file__).resolve().parent.parent
TEKST = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8")
RIJEN = [
    [cel.strip() for cel in regel.strip("|").split("|")]
    for regel in TEKST.splitlines()
    if regel.startswith("|") and not regel.startswith(("|---", "| term |"))
]
MODELLEN = {
    "accounts": "wijkwijzer.accounts",
    "documenten": "wijkwijzer.pdf",
    "server": "wijkwijzer.server",
    "zaal": "routekaart.zaal",
}
PLEKKEN = ["wijken.models", "actoren.models", "routekaart.models", "routekaart.zaal.models", "wijkwijzer.live.pages"]


def spans() -> list[tuple[str, str]]:
    """Return (term, name in the code) for every name that the glossary gives."""
    return [(rij[0], naam) for rij in RIJEN for naam in re.findall(r"`([^`]+)`", rij[2])]


def heeft(ding: object, naam: str) -> bool:
    """Tell whether a class, model or module has this name: an attribute, or a field that shows on its rows."""
    velden = {f.name for f in ding._meta.get_fields()} if hasattr(ding, "_meta") else set()
    return hasattr(ding, naam) or naam in velden or naam in getattr(ding, "__annotations__", {})


def gevonden(pad: str) -> bool:
    """Tell whether a dotted name leads somewhere: module, class in it, attribute of that."""
    delen = pad.split(".")
    for n in range(len(delen), 0, -1):
        try:
            ding: object = importlib.import_module(".".join(delen[:n]))
        except ModuleNotFoundError:
            continue
        for naam in delen[n:]:
            if not heeft(ding, naam):
                return False
            ding = getattr(ding, naam, None)
        return True
    return False


def bestaat(naam: str) -> bool:
    """Tell whether something of this name is in the code: a file, a command, a model, a field, a module."""
    naam = naam.partition(" = ")[0].strip()
    if naam.startswith("manage.py "):
        return naam.split()[1] in get_commands()
    if naam.endswith((".py", ".js")):
        return any(WORTEL.glob(f"**/{naam}")) if "/" not in naam else (WORTEL / naam).exists()
    kop, _, rest = naam.partition(".")
    if kop in {c.label for c in apps.get_app_configs()}:
        heel = MODELLEN.get(kop, kop)
        return gevonden(f"{heel}.{rest}") or gevonden(f"{heel}.models.{rest}")
    if gevonden(naam):
        return True
    plekken = [*PLEKKEN, "routekaart.perrons", "routekaart.reis.stand", "wijken.toegang"]
    if not rest and naam[:1].islower():  # a field that several rows have
        return any(f.name == naam for m in apps.get_models() for f in m._meta.get_fields())
    return any(gevonden(f"{plek}.{naam}") for plek in plekken)


def test_the_glossary_is_read():
    assert len(RIJEN) > 100
    assert all(len(rij) == 4 for rij in RIJEN)


@pytest.mark.parametrize(("term", "naam"), spans())
def test_what_a_term_names_is_in_the_code(term, naam):
    if naam in {"leiden", "beheren"}:  # rights, which are words
        return
    assert bestaat(naam), f"{term}: {naam}"


@pytest.mark.parametrize(
    "naam", ["zaal.Fase", "Sessie.kleur", "routekaart.nergens", "manage.py nergens", "Methode.NIETS"]
)
def test_a_name_that_is_gone_is_found_out(naam):
    assert not bestaat(naam)


def test_a_term_stands_once():
    termen = [rij[0] for rij in RIJEN]
    assert sorted({t for t in termen if termen.count(t) > 1}) == []
