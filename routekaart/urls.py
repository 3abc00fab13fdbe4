# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of routekaart."""

from django.urls import path

from routekaart.views import bijdrage, kaart, onderdeel, perron, rodedraad, terug, toezeggingen

KAART = "wijken/<slug:slug>/routekaart/"
PERRON = f"{KAART}perron/<int:perron>/"

urlpatterns = [
    path(KAART, kaart.routekaart, name="routekaart"),
    path("wijken/<slug:slug>/routekaarten/", kaart.routekaarten, name="routekaarten"),
    path("wijken/<slug:slug>/routekaarten/nieuw/", kaart.opvolgen, name="opvolgen"),
    path("wijken/<slug:slug>/routekaarten/<int:nummer>/", kaart.eerdere_routekaart, name="eerdere_routekaart"),
    path(
        "wijken/<slug:slug>/routekaarten/<int:nummer>/perron/<int:perron>/",
        perron.eerder_perron,
        name="eerder_perron",
    ),
    path(f"{KAART}rode-draad/", rodedraad.rode_draad, name="rode_draad"),
    path("wijken/<slug:slug>/toezeggingen/", toezeggingen.toezeggingen, name="toezeggingen"),
    path("wijken/<slug:slug>/toezeggingen/<uuid:sleutel>/", toezeggingen.toezeggingen_van, name="toezeggingen_van"),
    path(PERRON, perron.perron, name="perron"),
    path(f"{PERRON}antwoord/", perron.antwoord, name="antwoord"),
    path(f"{PERRON}heropenen/", perron.heropenen, name="heropenen"),
    path(f"{PERRON}bijdragen/", bijdrage.bijdragen, name="bijdragen"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/", bijdrage.bijdrage, name="bijdrage"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/intrekken/", bijdrage.intrekken, name="intrekken"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/terugzetten/", bijdrage.terugzetten, name="terugzetten"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/terug/<int:versie>/", terug.bijdrage_terug, name="bijdrage_terug"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/terug/<int:versie>/", terug.onderdeel_terug, name="onderdeel_terug"),
    path(f"{PERRON}<slug:woord>/nieuw/", onderdeel.nieuw, name="onderdeel_nieuw"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/", onderdeel.onderdeel, name="onderdeel"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/sluiten/", onderdeel.sluiten, name="onderdeel_sluiten"),
    path(f"{PERRON}<slug:woord>/<uuid:sleutel>/openen/", onderdeel.openen, name="onderdeel_openen"),
]
