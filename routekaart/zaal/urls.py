# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room: for members below their wijk, for guests below /m/."""

from django.urls import path

from routekaart.zaal.views import (
    besluit,
    einde,
    kaarten,
    lijst,
    live,
    navraag,
    programma,
    regie,
    scherm,
    stem,
    telefoon,
    terugkomst,
)

ZAAL = "wijken/<slug:slug>/zaal/"
SESSIE = f"{ZAAL}<uuid:sleutel>/"

urlpatterns = [
    path(ZAAL, lijst.zaal, name="zaal"),
    path(f"{ZAAL}nu/", lijst.nu, name="zaal_nu"),
    path(f"{SESSIE}regie/", regie.regie, name="zaal_regie"),
    path(f"{SESSIE}regie/stap/", regie.stap, name="zaal_stap"),
    path(f"{SESSIE}regie/papier/", kaarten.papier, name="zaal_papier"),
    path(f"{SESSIE}regie/groepen/", kaarten.groepen, name="zaal_groepen"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/", kaarten.kaart, name="zaal_kaart"),
    path(f"{SESSIE}regie/gezien/", regie.gezien, name="zaal_gezien"),
    path(f"{SESSIE}regie/vragen/", programma.vraag, name="zaal_vraag"),
    path(f"{SESSIE}regie/tafel/", programma.tafel, name="zaal_tafel"),
    path(f"{SESSIE}regie/besluit/", besluit.besluiten, name="zaal_besluit"),
    path(f"{SESSIE}regie/acties/", besluit.acties, name="zaal_acties"),
    path(f"{SESSIE}verslag/", besluit.verslag, name="zaal_verslag"),
    path(f"{SESSIE}verslag.pdf", einde.verslag_pdf, name="zaal_verslag_pdf"),
    path(f"{SESSIE}muurblad/", einde.muurblad, name="zaal_muurblad"),
    path(f"{SESSIE}muurblad.pdf", einde.muurblad_pdf, name="zaal_muurblad_pdf"),
    path(f"{SESSIE}acties/<uuid:actie>/", einde.actie, name="zaal_actie"),
    path(f"{SESSIE}regie/standpunten/", einde.inbreng, {"woord": "standpunten"}, name="zaal_standpunten"),
    path(f"{SESSIE}regie/toezeggingen/", einde.inbreng, {"woord": "toezeggingen"}, name="zaal_toezeggingen"),
    path(f"{SESSIE}regie/sluiten/", regie.sluiten, name="zaal_sluiten"),
    path(f"{SESSIE}scherm/", scherm.scherm, name="zaal_scherm"),
    path(f"{SESSIE}qr.svg", scherm.qr, name="zaal_qr"),
    path(f"{SESSIE}navragen/", navraag.navragen, name="zaal_navragen"),
    path(f"{SESSIE}navragen/<uuid:navraag>/verdelen/", navraag.verdelen, name="zaal_navraag_verdelen"),
    path(f"{SESSIE}navragen/<uuid:navraag>/afronden/", navraag.afronden, name="zaal_navraag_afronden"),
    path("m/<str:code>/navraag/", navraag.van_gast, name="telefoon_navraag"),
    path(f"{SESSIE}regie/terug/", terugkomst.terugkomsten, name="zaal_terugkomsten"),
    path(f"{SESSIE}regie/terug/<uuid:terugkomst>/", terugkomst.terugkomst, name="zaal_terugkomst"),
    path(f"{SESSIE}regie/terug/<uuid:terugkomst>/qr.svg", terugkomst.terugkomst_qr, name="zaal_terugkomst_qr"),
    path("m/<str:code>/terug/", terugkomst.terug, name="telefoon_terug"),
    path("m/", telefoon.meedoen, name="meedoen"),
    path("m/<str:code>/", telefoon.telefoon, name="telefoon"),
    path("m/<str:code>/live/", live.live, name="telefoon_live"),
    path("m/<str:code>/stem/", stem.stem, name="telefoon_stem"),
    path("m/<str:code>/kaart/", telefoon.kaart, name="telefoon_kaart"),
]
