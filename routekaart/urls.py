# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of routekaart."""

from django.urls import path

from routekaart.onderdeel import views as onderdeel
from routekaart.perron import views as perron
from routekaart.reis import views as reis
from routekaart.rodedraad import views as rodedraad
from routekaart.toezeggingen import views as toezeggingen

REIS = "wijken/<slug:slug>/routekaart/"
PERRON = f"{REIS}perron/<int:perron>/"

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
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/terug/<int:versie>/", perron.onderdeel_terug, name="onderdeel_terug"),
    path(f"{PERRON}<slug:woord>/nieuw/", onderdeel.nieuw, name="onderdeel_nieuw"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/", onderdeel.onderdeel, name="onderdeel"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/sluiten/", onderdeel.sluiten, name="onderdeel_sluiten"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/openen/", onderdeel.openen, name="onderdeel_openen"),
]
