# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as page and as PDF: complete, no more than the wall while the meeting is open, and nobody in person."""

import io
from datetime import date
from uuid import uuid4

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.models import Standpunt, Toezegging
from routekaart.perron.handelingen import stel_vast
from routekaart.zaal.besluiten.handelingen import besluit, rond_actie_af, spreek_af
from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op
from routekaart.zaal.models import (
    Actie,
    Actieafronding,
    ActieUitkomst,
    Inbreng,
    NavraagUitkomst,
    Sessie,
    Stap,
    Stemkeuze,
    Vervolg,
)
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.navraag.handelingen import rond_af, verdeel
from routekaart.zaal.papier.pdf import muurblad_html, muurblad_middelen, verslag_html, verslag_middelen
from routekaart.zaal.papier.verslag import vraagverslagen
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from routekaart.zaal.stemmen.handelingen import stem, tel_handen
from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_zaal import maak_navraag, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from tests.pdf_tekst import lees_tekst
from tests.verapdf import controleer
from tests.werk import haal_document
from wijken.models import Rol
from wijkwijzer.pdf.render import PdfBusy, make_pdf

pytestmark = pytest.mark.django_db
DAG = date(2031, 5, 9)
GOED = {"PDF/UA-1": [], "PDF/A-2a": []}
KWAAD = '<script>alert(1)</script><img src="file:///etc/hostname"> & "x"'


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


@pytest.fixture
def sessie(perron):
    sessie = maak_sessie(perron.wijk, stap=Stap.SCHRIJF)
    sessie.rondes.update(perron=1)
    return sessie


@pytest.fixture
def regisseur(perron):
    return ingelogd(maak_lid(perron.wijk, Rol.WIJKREGISSEUR))


def basis(sessie, deel):
    return f"/wijken/proefwijk/zaal/{sessie.sleutel}/{deel}"


def papier(sessie, *teksten):
    return schrijf_op(ronde=ronde_van(sessie), regels=[(t, 1) for t in teksten], sleutel=uuid4(), door=None)


def stelling(sessie, vraag="De buurt is veilig.", methode=Methode.STELLING, stemmen=6):
    """A statement at which the room is voting, with votes of residents and a corporation."""
    ronde = voeg_vraag_toe(sessie=sessie, vraag=vraag, methode=methode, door=None)
    ga_naar(ronde=ronde, stap=Stap.STEM, gezien=zaalstand(sessie).versie, door=None)
    for nr in range(stemmen):
        keuze = Stemkeuze.EENS if nr % 2 else Stemkeuze.ONEENS
        stem(ronde=ronde, toestel=uuid4(), soort="bewoners", keuze=keuze)
    return ronde


def vol(sessie):
    """A meeting with everything in it, closed."""
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    school = maak_partij(sessie.wijk, "De School").actor
    stuur_kaart(telefoon(sessie, str(actor.sleutel), naam="Zonnestraal"), sessie, "Van de telefoon")
    groepeer(ronde=ronde_van(sessie), kaarten=papier(sessie, "Meer groen", KWAAD), naam="Buiten", door=None)
    besluit(ronde=ronde_van(sessie), tekst="Wij planten bomen.", door=None)
    spreek_af(sessie=sessie, actor=actor, wat="De sleutel regelen", wanneer=DAG, door=None)
    verdeel(navraag=maak_navraag(sessie, school, "Mag het plein open?"), wie=Rol.REISLEIDER, voor=DAG, door=None)
    ronde = stelling(sessie)
    tel_handen(ronde=ronde, keuze=Stemkeuze.TWIJFEL, aantal=5, door=None)
    ga_naar(ronde=ronde, stap=Stap.ONTHUL, gezien=zaalstand(sessie).versie, door=None)
    stelling(sessie, "Hoe gaat het samenwerken?", Methode.POLS, stemmen=3)
    sluit_sessie(sessie=sessie, reden="", door=None, vervolg="Op de tweede dinsdag van maart")
    return Sessie.objects.select_related("wijk__gemeente").get(pk=sessie.pk)


def test_the_report_tells_votes_pulse_who_was_missing_and_the_notes(sessie, regisseur):
    pagina = regisseur.get(basis(vol(sessie), "verslag/")).text
    for tekst in (
        "11 mensen hebben gestemd",
        "Stemmen per soort partij",
        "Minder dan 5 mensen hebben gestemd",  # the pulse
        "Niet in de zaal: De School.",
        "Mag het plein open?",
        "De reisleider vraagt dit, voor 9 mei 2031",
        "Op de tweede dinsdag van maart",
    ):
        assert tekst in pagina, tekst
    for geheim in ("Zonnestraal", "<script>alert", "<img src"):
        assert geheim not in pagina.split("<main")[1].split("</main")[0]


def test_an_answer_of_who_was_not_there_stands_in_the_report(sessie, regisseur):
    rij = maak_navraag(sessie, maak_partij(sessie.wijk, "De School").actor, "Mag het plein open?")
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    rond_af(navraag=rij, uitkomst=NavraagUitkomst.GEVRAAGD, tekst="Ja, na vieren.", door=None)
    assert "Ja, na vieren." in regisseur.get(basis(sessie, "verslag/")).text
    assert "Ja, na vieren." in verslag_html(sessie)


def test_an_open_meeting_tells_no_more_than_its_wall(sessie, regisseur):
    papier(sessie, "Nog niet te lezen", "Deze ook niet")
    pagina = regisseur.get(basis(sessie, "verslag/")).text
    assert "Nog niet te lezen" not in pagina
    assert "2 kaarten. De zaal heeft ze nog niet geopend." in pagina
    naar(sessie, Stap.ONTHUL)
    assert "Nog niet te lezen" in regisseur.get(basis(sessie, "verslag/")).text
    ronde = stelling(sessie)
    assert [v.uitslag for v in vraagverslagen(sessie)] == [None, None]
    ga_naar(ronde=ronde, stap=Stap.ONTHUL, gezien=zaalstand(sessie).versie, door=None)
    assert vraagverslagen(sessie)[1].uitslag.stemmers == 6
    assert "Nog niet te lezen" in regisseur.get(basis(sessie, "verslag/")).text


def test_the_pdf_passes_both_standards_and_holds_the_report(sessie, tmp_path):
    dicht = vol(sessie)
    pdf = make_pdf(verslag_html(dicht), assets=verslag_middelen())
    (tmp_path / "verslag.pdf").write_bytes(pdf)
    assert controleer(tmp_path / "verslag.pdf") == GOED
    tekst = lees_tekst(pdf)
    for zin in (
        "Verslag: Wat verstaan we onder de inclusieve wijk?",
        "De Bakker De sleutel regelen 9 mei 2031 nog te doen",
        "Wij planten bomen.",
        "Meer groen",
        "Van de telefoon",
        "11 mensen hebben gestemd",
        "Niet in de zaal: De School.",
        "Mag het plein open?",
        "De Bakker: 1 telefoon",
        "Op de tweede dinsdag van maart",
    ):
        assert zin in tekst, zin
    assert "<script>alert(1)</script>" in tekst  # text, and not a script or a file
    assert "Zonnestraal" not in tekst


def test_a_meeting_with_nothing_in_it_has_a_report_too(perron, tmp_path):
    leeg = maak_sessie(perron.wijk)
    pdf = make_pdf(verslag_html(leeg), assets=verslag_middelen())
    (tmp_path / "leeg.pdf").write_bytes(pdf)
    assert controleer(tmp_path / "leeg.pdf") == GOED
    tekst = lees_tekst(pdf)
    for zin in ("nog open: dit verslag is niet af", "Er zijn geen acties afgesproken.", "Niemand deed mee"):
        assert zin in tekst


def test_the_pdf_can_be_had_the_moment_the_meeting_closes(sessie, regisseur):
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    antwoord = haal_document(regisseur, basis(sessie, "verslag.pdf"))
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert antwoord["Content-Disposition"] == f'inline; filename="verslag-proefwijk-{sessie.datum:%Y-%m-%d}.pdf"'
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord.content.startswith(b"%PDF-")


def test_when_the_pdf_can_not_be_made_now_a_page_says_so(sessie, regisseur, monkeypatch):
    def bezig(*args, **kwargs):
        raise PdfBusy(7)

    monkeypatch.setattr("wijkwijzer.pdf.handelingen.make_pdf", bezig)
    for deel in ("verslag.pdf", "muurblad.pdf"):
        antwoord = haal_document(regisseur, basis(sessie, deel))
        assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "60")
        assert "al een pdf gemaakt" in antwoord.text
        assert f'href="{basis(sessie, "verslag/")}"' in antwoord.text


def lang(sessie):
    """As much as a page for the wall ever has to hold."""
    zin = "Wij planten samen bomen langs de hele laan en wij houden de bankjes heel, ook in de winter. "
    groepen = papier(sessie, *[f"Kaart {nr}" for nr in range(9)])
    for nr, kaart in enumerate(groepen):
        groepeer(ronde=ronde_van(sessie), kaarten=[kaart], naam=f"Een groep met een lange naam {nr}"[:60], door=None)
    besluit(ronde=ronde_van(sessie), tekst=zin * 9, door=None)
    for nr in range(4):
        ronde = voeg_vraag_toe(sessie=sessie, vraag=f"Vraag {nr}", methode=Methode.OPEN, door=None)
        besluit(ronde=ronde, tekst=zin * 9, door=None)
    actor = maak_partij(sessie.wijk, "Stichting met een heel lange naam voor de hele wijk").actor
    for nr in range(9):
        spreek_af(sessie=sessie, actor=actor, wat=f"{nr} {zin * 3}"[:300], wanneer=DAG, door=None)
    Sessie.objects.filter(pk=sessie.pk).update(
        titel="Wat is er nodig om hier samen goed te wonen? " * 2, plaats="p" * 99
    )
    sluit_sessie(sessie=sessie, reden="", door=None, vervolg="v" * 200)
    return Sessie.objects.select_related("wijk__gemeente").get(pk=sessie.pk)


def net_niet_vol(sessie):
    """As many lines as fit in few words: those are written largest."""
    groepen = papier(sessie, *[f"Kaart {nr}" for nr in range(4)])
    for nr, kaart in enumerate(groepen):
        groepeer(ronde=ronde_van(sessie), kaarten=[kaart], naam=f"Groepen {nr}", door=None)
    for nr in range(2):
        ronde = voeg_vraag_toe(sessie=sessie, vraag=f"Vraag {nr}", methode=Methode.OPEN, door=None)
        besluit(ronde=ronde, tekst="Wij doen dit.", door=None)
    besluit(ronde=ronde_van(sessie), tekst="Wij doen dit.", door=None)
    actor = maak_partij(sessie.wijk, "De Buurt").actor
    for nr in range(4):
        spreek_af(sessie=sessie, actor=actor, wat=f"Wij gaan {nr} keer langs bij ieder huis", wanneer=DAG, door=None)
    Sessie.objects.filter(pk=sessie.pk).update(titel="Wat is er nodig om hier samen goed te wonen? " * 2)
    sluit_sessie(sessie=sessie, reden="", door=None, vervolg="Na de zomer")
    return Sessie.objects.select_related("wijk__gemeente").get(pk=sessie.pk)


@pytest.mark.parametrize("maak", [lang, net_niet_vol, vol, None])
def test_the_page_for_the_wall_is_one_page_whatever_was_decided(sessie, rf, tmp_path, maak):
    dicht = maak(sessie) if maak else sessie
    verzoek = rf.get("/")
    pdf = make_pdf(muurblad_html(verzoek, dicht), assets=muurblad_middelen(verzoek, dicht))
    (tmp_path / "muur.pdf").write_bytes(pdf)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
    assert controleer(tmp_path / "muur.pdf") == GOED
    tekst = lees_tekst(pdf)
    assert f"{sessie.code[:3]} {sessie.code[3:]}" in tekst
    if maak is net_niet_vol:
        assert "muurblad--ruim" in muurblad_html(verzoek, dicht)
    if maak is lang:
        assert "En nog 2 besluiten." in tekst
        assert "En nog 5 acties." in tekst


def test_the_page_for_the_wall_says_plainly_what_became_of_the_cards(sessie, regisseur):
    dicht = vol(sessie)
    pagina = regisseur.get(basis(dicht, "muurblad/")).text
    for tekst in ("Wij planten bomen.", "De Bakker: De sleutel regelen", "3 kaarten staan in een besluit.", "Buiten"):
        assert tekst in pagina
    assert "nog open" not in pagina
    assert haal_document(regisseur, basis(dicht, "muurblad.pdf"))["Content-Type"] == "application/pdf"


def test_an_action_is_done_by_who_speaks_for_the_party(sessie, regisseur):
    deelname = maak_partij(sessie.wijk, "De Bakker")
    actie = spreek_af(sessie=sessie, actor=deelname.actor, wat="Bellen", wanneer=DAG, door=None)
    pad = basis(sessie, f"acties/{actie.sleutel}/")
    ander = ingelogd(maak_lid(sessie.wijk, Rol.DEELNEMER, voor=maak_partij(sessie.wijk)))
    assert ander.post(pad, {"doe": "gedaan"}).status_code == 403
    assert "Gedaan<" not in ander.get(basis(sessie, "verslag/")).text
    eigen = ingelogd(maak_lid(sessie.wijk, Rol.DEELNEMER, voor=deelname))
    assert "Gedaan<" in eigen.get(basis(sessie, "verslag/")).text
    assert "9 mei 2031, gedaan" in eigen.post(pad, {"doe": "gedaan"}, follow=True).text
    assert "al afgerond" in eigen.post(pad, {"doe": "gestopt"}, follow=True).text
    assert Actieafronding.objects.get().uitkomst == ActieUitkomst.GEDAAN
    assert "9 mei 2031, gedaan" not in eigen.post(pad, {"doe": "open"}, follow=True).text
    assert "staat nog open" in eigen.post(pad, {"doe": "open"}, follow=True).text
    eigen.post(pad, {"doe": "onzin"})
    assert not Actieafronding.objects.exists()
    journaal = regisseur.get("/wijken/proefwijk/journaal/").text
    assert "Gedaan: Bellen" in journaal
    assert "Toch nog te doen: Bellen" in journaal


def test_stands_and_promises_said_in_the_room_land_at_the_perron(sessie, perron, regisseur):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    regie = regisseur.get(basis(sessie, "regie/")).text
    assert "Een standpunt opschrijven" in regie
    velden = {"actor": str(actor.sleutel), "keuze": "voorbehoud", "reden": "Het geld is er nog niet."}
    pagina = regisseur.post(basis(sessie, "regie/standpunten/"), velden, follow=True).text
    assert "Het geld is er nog niet." in pagina
    stand = Standpunt.objects.get()
    assert (stand.perron, stand.actor, stand.keuze) == (perron, actor, "voorbehoud")
    velden = {"actor": str(actor.sleutel), "tekst": "Elke week brood", "staat": "toegezegd", "wanneer": "2031-05-09"}
    regisseur.post(basis(sessie, "regie/toezeggingen/"), velden)
    assert Toezegging.objects.get().routekaart == perron.routekaart
    assert [i.tekst for i in Inbreng.objects.all()] == [
        "De Bakker: eens, met een voorbehoud, want: Het geld is er nog niet.",
        "De Bakker: Elke week brood",
    ]
    for adres in (basis(sessie, "verslag/"), "/wijken/proefwijk/routekaart/perron/1/"):
        assert "Het geld is er nog niet." in regisseur.get(adres).text
    assert "Elke week brood" in regisseur.get("/wijken/proefwijk/routekaart/perron/8/").text
    assert "Elke week brood" in verslag_html(sessie)
    reactie = regisseur.post(basis(sessie, "regie/toezeggingen/"), velden)
    assert (reactie.status_code, "staat er al" in reactie.text) == (422, True)
    assert (Toezegging.objects.count(), Inbreng.objects.count()) == (1, 2)


def test_a_stand_that_is_refused_leaves_nothing_behind_and_keeps_what_was_typed(sessie, regisseur):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    pad = basis(sessie, "regie/standpunten/")
    reactie = regisseur.post(pad, {"actor": str(actor.sleutel), "keuze": "oneens", "reden": ""})
    assert (reactie.status_code, "Schrijf op waarom." in reactie.text) == (422, True)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    reactie = regisseur.post(pad, {"actor": str(actor.sleutel), "keuze": "eens", "reden": ""})
    assert (reactie.status_code, Standpunt.objects.count(), Inbreng.objects.count()) == (422, 0, 0)


def test_a_question_without_a_perron_takes_promises_and_no_stands(perron, regisseur):
    los = maak_sessie(perron.wijk, "Een losse vraag", stap=Stap.SCHRIJF)
    pagina = regisseur.get(basis(los, "regie/")).text
    assert "Een standpunt opschrijven" not in pagina
    assert "Een toezegging opschrijven" in pagina
    assert regisseur.post(basis(los, "regie/standpunten/"), {}).status_code == 404


def test_the_report_keeps_what_was_said_when_the_perron_moves_on(sessie, perron, regisseur):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    velden = {"actor": str(actor.sleutel), "keuze": "oneens", "reden": "Te duur."}
    regisseur.post(basis(sessie, "regie/standpunten/"), velden)
    stand = Standpunt.objects.get()
    pad = f"/wijken/proefwijk/routekaart/perron/1/standpunten/{stand.sleutel}/"
    regisseur.post(pad, {"actor": str(actor.sleutel), "keuze": "eens", "reden": "", "versie": stand.versie})
    assert Standpunt.objects.get().keuze == "eens"
    assert "Te duur." in regisseur.get(basis(sessie, "verslag/")).text


def test_closing_says_when_the_room_meets_again(sessie, regisseur):
    velden = {"reden": "Klaar.", "vervolg": "Na de zomer"}
    regisseur.post(basis(sessie, "regie/sluiten/"), velden)
    assert Vervolg.objects.get().tekst == "Na de zomer"
    assert "Volgende keer:" in regisseur.get(basis(sessie, "verslag/")).text


def test_the_number_of_queries_does_not_grow(sessie, perron, regisseur):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    aantallen = []
    for hoeveel in (1, 9):
        for nr in range(hoeveel):
            rij = maak_navraag(sessie, maak_partij(sessie.wijk).actor, f"Vraag {hoeveel} {nr}")
            verdeel(navraag=rij, wie=actor, voor=DAG, door=None)
            ronde = voeg_vraag_toe(sessie=sessie, vraag=f"V {hoeveel} {nr}", methode=Methode.OPEN, door=None)
            besluit(ronde=ronde, tekst="Ja.", door=None)
            actie = spreek_af(sessie=sessie, actor=actor, wat=f"A {hoeveel} {nr}", wanneer=DAG, door=None)
            rond_actie_af(actie=actie, uitkomst=ActieUitkomst.GEDAAN, door=None)
        with CaptureQueriesContext(connection) as vragen:
            regisseur.get(basis(sessie, "verslag/"))
            regisseur.get(basis(sessie, "muurblad/"))
            regisseur.get(basis(sessie, "regie/"))
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
    assert Actie.objects.count() == 10


def test_a_stand_that_stands_at_the_perron_is_not_overwritten(sessie, perron, regisseur):
    stel_vast(perron=perron, tekst="Ons antwoord.", door=None, versie=perron.versie)
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    velden = {"actor": str(actor.sleutel), "keuze": "eens", "reden": ""}
    regisseur.post(basis(sessie, "regie/standpunten/"), velden)
    reactie = regisseur.post(basis(sessie, "regie/standpunten/"), velden | {"keuze": "oneens", "reden": "Toch niet."})
    assert (reactie.status_code, "al een standpunt" in reactie.text, "Toch niet." in reactie.text) == (422, True, True)
    assert Standpunt.objects.get().keuze == "eens"
    maak_routekaart(perron.wijk, "Een nieuwe reis")
