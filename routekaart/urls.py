# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of routekaart."""

from django.urls import path

from routekaart.views import bijdrage, kaart, perron

KAART = "wijken/<slug:slug>/routekaart/"
PERRON = f"{KAART}perron/<int:perron>/"

urlpatterns = [
    path(KAART, kaart.routekaart, name="routekaart"),
    path("wijken/<slug:slug>/routekaarten/", kaart.routekaarten, name="routekaarten"),
    path("wijken/<slug:slug>/routekaarten/<int:nummer>/", kaart.eerdere_routekaart, name="eerdere_routekaart"),
    path(
        "wijken/<slug:slug>/routekaarten/<int:nummer>/perron/<int:perron>/",
        perron.eerder_perron,
        name="eerder_perron",
    ),
    path(PERRON, perron.perron, name="perron"),
    path(f"{PERRON}antwoord/", perron.antwoord, name="antwoord"),
    path(f"{PERRON}heropenen/", perron.heropenen, name="heropenen"),
    path(f"{PERRON}bijdragen/", bijdrage.bijdragen, name="bijdragen"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/", bijdrage.bijdrage, name="bijdrage"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/intrekken/", bijdrage.intrekken, name="intrekken"),
    path(f"{PERRON}bijdragen/<uuid:sleutel>/terugzetten/", bijdrage.terugzetten, name="terugzetten"),
]
