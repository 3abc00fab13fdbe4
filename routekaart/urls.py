# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of routekaart."""

from django.urls import URLPattern, path

from routekaart.onderdeel import views as onderdeel
from routekaart.perron import views as perron
from routekaart.reis import views as reis
from routekaart.rodedraad import views as rodedraad
from routekaart.toezeggingen import views as toezeggingen

REIS = "wijken/<slug:slug>/routekaart/"
PERRON = f"{REIS}perron/<int:perron>/"
VERTREK = "wijken/<slug:slug>/vertrek/"


def onderdelen(plek: str, naam: str) -> list[URLPattern]:
    """Return the addresses of the rows that stand at a perron, or before the journey."""
    rij = f"{plek}<slug:woord>/<uuid:sleutel>/"
    return [
        path(f"{plek}<slug:woord>/nieuw/", onderdeel.nieuw, name=f"{naam}_nieuw"),
        path(rij, onderdeel.wijzigen, name=naam),
        path(f"{rij}terug/<int:versie>/", perron.onderdeel_terug, name=f"{naam}_terug"),
        path(f"{rij}sluiten/", onderdeel.sluiten, name=f"{naam}_sluiten"),
        path(f"{rij}openen/", onderdeel.openen, name=f"{naam}_openen"),
    ]


urlpatterns = [
    path(REIS, reis.routekaart, name="routekaart"),
    path("wijken/<slug:slug>/routekaarten/", reis.routekaarten, name="routekaarten"),
    path("wijken/<slug:slug>/routekaarten/nieuw/", reis.opvolgen, name="opvolgen"),
    path("wijken/<slug:slug>/routekaarten/<int:nummer>/", reis.eerdere_routekaart, name="eerdere_routekaart"),
    path(
        "wijken/<slug:slug>/routekaarten/<int:nummer>/perron/<int:perron>/",
        perron.eerder_perron,
        name="eerder_perron",
    ),
    path(f"{REIS}rode-draad/", rodedraad.rode_draad, name="rode_draad"),
    path("wijken/<slug:slug>/toezeggingen/", toezeggingen.toezeggingen, name="toezeggingen"),
    path("wijken/<slug:slug>/toezeggingen/<uuid:sleutel>/", toezeggingen.toezeggingen_van, name="toezeggingen_van"),
    path(PERRON, perron.perron, name="perron"),
    path(f"{PERRON}antwoord/", perron.antwoord, name="antwoord"),
    path(f"{PERRON}heropenen/", perron.heropenen, name="heropenen"),
    path(f"{PERRON}bijdragen/", perron.bijdragen, name="bijdragen"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/", perron.bijdrage, name="bijdrage"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/intrekken/", perron.intrekken, name="intrekken"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/terugzetten/", perron.terugzetten, name="terugzetten"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/terug/<int:versie>/", perron.bijdrage_terug, name="bijdrage_terug"),
    *onderdelen(PERRON, "onderdeel"),
    *onderdelen(VERTREK, "wijkonderdeel"),
]
