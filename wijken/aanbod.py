# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The own panels of the wijk page, and the sentences of the lines that wijken writes."""

from typing import Any

from wijken import rapport
from wijken.cijfers import bronnen, cijferregels
from wijken.journaal_lezen import Journaal
from wijken.live import Journaalbron
from wijken.models import Wijk
from wijken.plattegrond import teken_plattegrond
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.live.pages import offer_source
from wijkwijzer.registry import Panel, Section, offer_panel, offer_section, sentence

LAATSTE_REGELS = 5


def over(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return description and map."""
    return {"wijk": wijk, "kaart": teken_plattegrond(wijk.grens)}


def cijfers(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return the table of figures with their sources."""
    regels = cijferregels(wijk)
    return {"wijk": wijk, "regels": regels, "bronnen": bronnen(regels)}


def opgaven(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return what the wijk is up against."""
    return {"wijk": wijk, "opgaven": wijk.opgaven.select_related("bron")}


def gebieden(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return the parts of the wijk, the cases first."""
    alle = list(wijk.gebieden.select_related("bron"))
    return {"wijk": wijk, "casussen": [g for g in alle if g.casus], "overige": [g for g in alle if not g.casus]}


def verleden(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return past programmes and events."""
    return {"wijk": wijk, "programmas": wijk.programmas.select_related("bron")}


def laatste(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return the last journal lines as sentences, newest first."""
    regels = Journaal.voor(gebruiker, wijk).order_by("-versie")[:LAATSTE_REGELS]
    return {"wijk": wijk, "regels": [{"moment": r.moment, "zin": sentence(r)} for r in regels]}


offer_source(Journaalbron())

offer_panel(Panel("over", 20, "wijken/paneel_over.html", over))
offer_panel(Panel("cijfers", 30, "wijken/paneel_cijfers.html", cijfers))
offer_panel(Panel("opgaven", 35, "wijken/paneel_opgaven.html", opgaven))
offer_panel(Panel("gebieden", 50, "wijken/paneel_gebieden.html", gebieden))
offer_panel(Panel("verleden", 60, "wijken/paneel_verleden.html", verleden))
offer_panel(Panel("laatste", 70, "wijken/paneel_laatste.html", laatste))

offer_section(Section("omschrijving", 10, "wijken/rapport/omschrijving.html", rapport.omschrijving))
offer_section(Section("opgaven", 20, "wijken/rapport/opgaven.html", rapport.opgaven))
offer_section(Section("cijfers", 30, "wijken/rapport/cijfers.html", rapport.cijfers))
offer_section(Section("gebieden", 40, "wijken/rapport/gebieden.html", rapport.gebieden))
offer_section(Section("programmas", 70, "wijken/rapport/programmas.html", rapport.programmas))
