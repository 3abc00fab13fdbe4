# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room: for members below their wijk, for guests below /m/."""

from django.urls import path

from routekaart.zaal.besluiten import views as besluiten
from routekaart.zaal.gasten import views as gasten
from routekaart.zaal.kaarten import views as kaarten
from routekaart.zaal.methoden import views as methoden
from routekaart.zaal.navraag import views as navraag
from routekaart.zaal.papier import views as papier
from routekaart.zaal.programma import views as programma
from routekaart.zaal.schermen import views as schermen
from routekaart.zaal.sessie import views as sessie
from routekaart.zaal.stemmen import views as stemmen

ZAAL = "wijken/<slug:slug>/zaal/"
SESSIE = f"{ZAAL}<uuid:sleutel>/"

urlpatterns = [
    path(ZAAL, sessie.zaal, name="zaal"),
    path(f"{ZAAL}nu/", sessie.nu, name="zaal_nu"),
    path(f"{ZAAL}voorbereiden/", sessie.voorbereiden, name="zaal_voorbereiden"),
    path(f"{SESSIE}voorbereiding/", sessie.voorbereiding, name="zaal_voorbereiding"),
    path(f"{SESSIE}voorbereiding/gegevens/", sessie.gegevens, name="zaal_gegevens"),
    path(f"{SESSIE}voorbereiding/opnieuw/", sessie.opnieuw, name="zaal_opnieuw"),
    path(f"{SESSIE}voorbereiding/beginnen/", sessie.beginnen, name="zaal_beginnen"),
    path(f"{SESSIE}voorbereiding/afgelasten/", sessie.afgelasten, name="zaal_afgelasten"),
    path(f"{SESSIE}voorbereiding/vragen/", programma.vraag_erbij, name="zaal_programmavraag"),
    path(f"{SESSIE}voorbereiding/vragen/<uuid:ronde>/", programma.ronde, name="zaal_ronde"),
    path(f"{SESSIE}voorbereiding/vragen/<uuid:ronde>/verzet/", programma.verzet, name="zaal_verzet"),
    path(f"{SESSIE}voorbereiding/uitnodigen/", sessie.uitnodigen, name="zaal_uitnodigen"),
    path(f"{SESSIE}voorbereiding/leervragen/", sessie.leervragen, name="zaal_leervragen"),
    path(f"{ZAAL}planningvrij/", sessie.planningvrij, name="zaal_planningvrij"),
    path(f"{SESSIE}regie/", schermen.regie, name="zaal_regie"),
    path(f"{SESSIE}regie/stap/", programma.stap, name="zaal_stap"),
    path(f"{SESSIE}regie/papier/", kaarten.papier, name="zaal_papier"),
    path(f"{SESSIE}regie/groepen/", kaarten.groepen, name="zaal_groepen"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/", kaarten.kaart, name="zaal_kaart"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/vertaling/", kaarten.vertaling, name="zaal_vertaling"),
    path(f"{SESSIE}regie/kaarten/<uuid:kaart>/overnemen/", methoden.overnemen, name="zaal_overnemen"),
    path(f"{SESSIE}regie/slogan/", methoden.slogan, name="zaal_slogan"),
    path(f"{SESSIE}regie/wand/", kaarten.wand, name="zaal_wand"),
    path(f"{SESSIE}regie/keuring/", kaarten.keuring, name="zaal_keuring"),
    path(f"{SESSIE}regie/gezien/", gasten.gezien, name="zaal_gezien"),
    path(f"{SESSIE}regie/vragen/", programma.vraag, name="zaal_vraag"),
    path(f"{SESSIE}regie/tafel/", stemmen.handen, name="zaal_tafel"),
    path(f"{SESSIE}regie/besluit/", besluiten.besluiten, name="zaal_besluit"),
    path(f"{SESSIE}regie/acties/", besluiten.acties, name="zaal_acties"),
    path(f"{SESSIE}verslag/", papier.verslag, name="zaal_verslag"),
    path(f"{SESSIE}verslag.pdf", papier.verslag_pdf, name="zaal_verslag_pdf"),
    path(f"{SESSIE}muurblad/", papier.muurblad, name="zaal_muurblad"),
    path(f"{SESSIE}muurblad.pdf", papier.muurblad_pdf, name="zaal_muurblad_pdf"),
    path(f"{SESSIE}acties/<uuid:actie>/", besluiten.actie, name="zaal_actie"),
    path(f"{SESSIE}regie/standpunten/", besluiten.inbreng, {"woord": "standpunten"}, name="zaal_standpunten"),
    path(f"{SESSIE}regie/toezeggingen/", besluiten.inbreng, {"woord": "toezeggingen"}, name="zaal_toezeggingen"),
    path(f"{SESSIE}regie/sluiten/", sessie.sluiten, name="zaal_sluiten"),
    path(f"{SESSIE}draaiboek.pdf", papier.draaiboek, name="zaal_draaiboek"),
    path(f"{SESSIE}kaarten.pdf", papier.kaarten, name="zaal_kaarten_pdf"),
    path(f"{SESSIE}meedoen.pdf", papier.meedoen, name="zaal_qr_pdf"),
    path(f"{SESSIE}scherm/", schermen.scherm, name="zaal_scherm"),
    path(f"{SESSIE}qr.svg", schermen.qr, name="zaal_qr"),
    path(f"{SESSIE}navragen/", navraag.navragen, name="zaal_navragen"),
    path(f"{SESSIE}navragen/<uuid:navraag>/verdelen/", navraag.verdelen, name="zaal_navraag_verdelen"),
    path(f"{SESSIE}navragen/<uuid:navraag>/afronden/", navraag.afronden, name="zaal_navraag_afronden"),
    path("m/<str:code>/navraag/", navraag.van_gast, name="telefoon_navraag"),
    path(f"{SESSIE}regie/terug/", gasten.terugkomsten, name="zaal_terugkomsten"),
    path(f"{SESSIE}regie/terug/<uuid:terugkomst>/", gasten.terugkomst, name="zaal_terugkomst"),
    path(f"{SESSIE}regie/terug/<uuid:terugkomst>/qr.svg", gasten.terugkomst_qr, name="zaal_terugkomst_qr"),
    path("m/<str:code>/terug/", gasten.terug, name="telefoon_terug"),
    path("m/", gasten.meedoen, name="meedoen"),
    path("m/<str:code>/", gasten.telefoon, name="telefoon"),
    path("m/<str:code>/live/", schermen.live, name="telefoon_live"),
    path("m/<str:code>/stem/", stemmen.stem, name="telefoon_stem"),
    path("m/<str:code>/kaart/", kaarten.van_telefoon, name="telefoon_kaart"),
]
