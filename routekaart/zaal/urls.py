# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room: for members below their wijk, for guests below /m/."""

from django.urls import path

from routekaart.zaal.views import (
    besluit,
    kaarten,
    lijst,
    live,
    methoden,
    programma,
    regie,
    scherm,
    stem,
    telefoon,
    wandwerk,
)

ZAAL = "wijken/<slug:slug>/zaal/"
SESSIE = f"{ZAAL}<uuid:sleutel>/"

urlpatterns = [
    path(ZAAL, lijst.zaal, name="zaal"),
    path(f"{ZAAL}nu/", lijst.nu, name="zaal_nu"),
    path(f"{ZAAL}planningvrij/", methoden.planningvrij, name="zaal_planningvrij"),
    path(f"{SESSIE}regie/", regie.regie, name="zaal_regie"),
    path(f"{SESSIE}regie/stap/", regie.stap, name="zaal_stap"),
    path(f"{SESSIE}regie/papier/", kaarten.papier, name="zaal_papier"),
    path(f"{SESSIE}regie/groepen/", kaarten.groepen, name="zaal_groepen"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/", kaarten.kaart, name="zaal_kaart"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/vertaling/", wandwerk.vertaling, name="zaal_vertaling"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/overnemen/", methoden.overnemen, name="zaal_overnemen"),
    path(f"{SESSIE}regie/slogan/", methoden.slogan, name="zaal_slogan"),
    path(f"{SESSIE}regie/wand/", wandwerk.wand, name="zaal_wand"),
    path(f"{SESSIE}regie/keuring/", wandwerk.keuring, name="zaal_keuring"),
    path(f"{SESSIE}regie/gezien/", regie.gezien, name="zaal_gezien"),
    path(f"{SESSIE}regie/vragen/", programma.vraag, name="zaal_vraag"),
    path(f"{SESSIE}regie/tafel/", programma.tafel, name="zaal_tafel"),
    path(f"{SESSIE}regie/besluit/", besluit.besluiten, name="zaal_besluit"),
    path(f"{SESSIE}regie/acties/", besluit.acties, name="zaal_acties"),
    path(f"{SESSIE}verslag/", besluit.verslag, name="zaal_verslag"),
    path(f"{SESSIE}regie/sluiten/", regie.sluiten, name="zaal_sluiten"),
    path(f"{SESSIE}scherm/", scherm.scherm, name="zaal_scherm"),
    path(f"{SESSIE}qr.svg", scherm.qr, name="zaal_qr"),
    path("m/", telefoon.meedoen, name="meedoen"),
    path("m/<str:code>/", telefoon.telefoon, name="telefoon"),
    path("m/<str:code>/live/", live.live, name="telefoon_live"),
    path("m/<str:code>/stem/", stem.stem, name="telefoon_stem"),
    path("m/<str:code>/kaart/", telefoon.kaart, name="telefoon_kaart"),
]
