# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room: for members below their wijk, for guests below /m/."""

from django.urls import path

from routekaart.zaal.views import (
    besluit,
    drukwerk,
    kaarten,
    lijst,
    live,
    programma,
    regie,
    scherm,
    stem,
    telefoon,
    voorbereiden,
    voorbereiding,
    wandwerk,
)

ZAAL = "wijken/<slug:slug>/zaal/"
SESSIE = f"{ZAAL}<uuid:sleutel>/"

urlpatterns = [
    path(ZAAL, lijst.zaal, name="zaal"),
    path(f"{ZAAL}nu/", lijst.nu, name="zaal_nu"),
    path(f"{ZAAL}voorbereiden/", voorbereiden.voorbereiden, name="zaal_voorbereiden"),
    path(f"{SESSIE}voorbereiding/", voorbereiding.voorbereiding, name="zaal_voorbereiding"),
    path(f"{SESSIE}voorbereiding/gegevens/", voorbereiden.gegevens, name="zaal_gegevens"),
    path(f"{SESSIE}voorbereiding/opnieuw/", voorbereiden.opnieuw, name="zaal_opnieuw"),
    path(f"{SESSIE}voorbereiding/beginnen/", voorbereiden.beginnen, name="zaal_beginnen"),
    path(f"{SESSIE}voorbereiding/afgelasten/", voorbereiden.afgelasten, name="zaal_afgelasten"),
    path(f"{SESSIE}voorbereiding/vragen/", voorbereiding.vraag_erbij, name="zaal_programmavraag"),
    path(f"{SESSIE}voorbereiding/vragen/<uuid:ronde>/", voorbereiding.ronde, name="zaal_ronde"),
    path(f"{SESSIE}voorbereiding/vragen/<uuid:ronde>/verzet/", voorbereiding.verzet, name="zaal_verzet"),
    path(f"{SESSIE}voorbereiding/uitnodigen/", voorbereiding.uitnodigen, name="zaal_uitnodigen"),
    path(f"{SESSIE}voorbereiding/leervragen/", voorbereiding.leervragen, name="zaal_leervragen"),
    path(f"{SESSIE}regie/", regie.regie, name="zaal_regie"),
    path(f"{SESSIE}regie/stap/", regie.stap, name="zaal_stap"),
    path(f"{SESSIE}regie/papier/", kaarten.papier, name="zaal_papier"),
    path(f"{SESSIE}regie/groepen/", kaarten.groepen, name="zaal_groepen"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/", kaarten.kaart, name="zaal_kaart"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/vertaling/", wandwerk.vertaling, name="zaal_vertaling"),
    path(f"{SESSIE}regie/wand/", wandwerk.wand, name="zaal_wand"),
    path(f"{SESSIE}regie/keuring/", wandwerk.keuring, name="zaal_keuring"),
    path(f"{SESSIE}regie/gezien/", regie.gezien, name="zaal_gezien"),
    path(f"{SESSIE}regie/vragen/", programma.vraag, name="zaal_vraag"),
    path(f"{SESSIE}regie/tafel/", programma.tafel, name="zaal_tafel"),
    path(f"{SESSIE}regie/besluit/", besluit.besluiten, name="zaal_besluit"),
    path(f"{SESSIE}regie/acties/", besluit.acties, name="zaal_acties"),
    path(f"{SESSIE}verslag/", besluit.verslag, name="zaal_verslag"),
    path(f"{SESSIE}regie/sluiten/", regie.sluiten, name="zaal_sluiten"),
    path(f"{SESSIE}draaiboek.pdf", drukwerk.draaiboek, name="zaal_draaiboek"),
    path(f"{SESSIE}kaarten.pdf", drukwerk.kaarten, name="zaal_kaarten_pdf"),
    path(f"{SESSIE}meedoen.pdf", drukwerk.meedoen, name="zaal_qr_pdf"),
    path(f"{SESSIE}scherm/", scherm.scherm, name="zaal_scherm"),
    path(f"{SESSIE}qr.svg", scherm.qr, name="zaal_qr"),
    path("m/", telefoon.meedoen, name="meedoen"),
    path("m/<str:code>/", telefoon.telefoon, name="telefoon"),
    path("m/<str:code>/live/", live.live, name="telefoon_live"),
    path("m/<str:code>/stem/", stem.stem, name="telefoon_stem"),
    path("m/<str:code>/kaart/", telefoon.kaart, name="telefoon_kaart"),
]
