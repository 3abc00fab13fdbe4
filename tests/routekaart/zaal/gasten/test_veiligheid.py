# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody in the room can try: payloads, tricks with invisible marks, far too much text, the cookie elsewhere."""

from uuid import uuid4

import pytest
from django.test import Client

from actoren.handelingen import voeg_partij_toe
from actoren.models import Domein, Soort
from routekaart.zaal.besluiten.handelingen import besluit
from routekaart.zaal.kaarten.handelingen import groepeer
from routekaart.zaal.models import Gast, Kaart, Kaartgroep, Navraag, Ronde, Sessiesluiting, Stap, Stem
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.papier.pdf import verslag_html
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import maak_navraag, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from wijken.models import Rol

pytestmark = pytest.mark.django_db
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></title><svg/onload=alert(1)>",
    "' onfocus='alert(1)' autofocus='",
    "{{ 7|add:7 }}{% debug %}",
    "javascript:alert(1)//&lt;b&gt;",
]
RAUW = ("<script>alert", "<img src=x", "<svg/onload", "' onfocus='", "</textarea></title>")
# Right-to-left override, embeddings and isolates, zero-width and soft hyphen, byte order mark, line separators.
TRUCS = "\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200b\u2060\u00ad\ufeff\u2028\u2029\u061c\x1b\x7f"
VEEL = "a" * 10_000


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), anoniem=False, stap=Stap.SCHRIJF)


@pytest.fixture
def regisseur(sessie):
    return ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))


def basis(sessie, deel):
    return f"/wijken/proefwijk/zaal/{sessie.sleutel}/{deel}/"


@pytest.mark.parametrize("kwaad", PAYLOADS)
def test_a_payload_in_every_text_is_text_on_every_page(sessie, regisseur, kwaad):
    actor = voeg_partij_toe(
        wijk=sessie.wijk, naam=kwaad[:100], soort=Soort.OVERIG, domein=Domein.BEIDE, door=None
    ).actor
    maak_navraag(sessie, actor, kwaad)
    client = telefoon(sessie, str(actor.sleutel), naam=kwaad)
    stuur_kaart(client, sessie, kwaad)
    naar(sessie, Stap.GROEPEER)
    groepeer(ronde=ronde_van(sessie), kaarten=list(Kaart.objects.all()), naam=kwaad[:60], door=None)
    besluit(ronde=ronde_van(sessie), tekst=kwaad, door=None)
    Ronde.objects.update(vraag_nl=kwaad, vraag_en=kwaad)
    paginas = [basis(sessie, d) for d in ("scherm", "regie", "regie/terug", "verslag", "navragen", "muurblad")]
    paginas += ["/wijken/proefwijk/", "/wijken/proefwijk/journaal/"]

    def kijk():
        teksten = {p: regisseur.get(p).text for p in paginas}
        teksten |= {t: client.get(f"/m/{sessie.code}/?taal={t}").text for t in ("nl", "en")}
        return teksten | {"pdf": verslag_html(sessie)}

    for naam, tekst in kijk().items():
        assert [r for r in RAUW if r in tekst] == [], naam
    sluit_sessie(sessie=sessie, reden=kwaad, door=None, vervolg=kwaad)
    sessie.refresh_from_db()
    for naam, tekst in kijk().items():
        assert [r for r in RAUW if r in tekst] == [], naam
    assert "14{%" not in kijk()[paginas[0]]  # nothing of it was run as a template


def test_invisible_marks_never_reach_the_database_or_the_wall(sessie, regisseur):
    actor = maak_partij(sessie.wijk, "De School").actor
    client = telefoon(sessie, naam=f"An{TRUCS}ne")
    stuur_kaart(client, sessie, f"Ga{TRUCS}weg")
    client.post(f"/m/{sessie.code}/navraag/", {"aan": str(actor.sleutel), "tekst": f"Ko{TRUCS}mt u?"})
    regisseur.post(basis(sessie, "navragen"), {"aan": str(actor.sleutel), "tekst": f"Wa{TRUCS}t nu?"})
    regisseur.post(basis(sessie, "regie/papier"), {"regels": f"Pa{TRUCS}pier", "sleutel": str(uuid4())})
    naar(sessie, Stap.GROEPEER)
    kaarten = [str(k.sleutel) for k in Kaart.objects.all()]
    regisseur.post(basis(sessie, "regie/groepen"), {"naam": f"Gr{TRUCS}oen", "kaarten": kaarten})
    opgeslagen = [
        *Kaart.objects.values_list("tekst", flat=True),
        *Gast.objects.values_list("naam", flat=True),
        *Navraag.objects.values_list("tekst", flat=True),
        *Kaartgroep.objects.values_list("naam", flat=True),
    ]
    assert len(opgeslagen) >= 6
    assert [t for t in opgeslagen if set(t) & set(TRUCS)] == []
    for deel in ("scherm", "regie", "verslag", "navragen"):
        assert not set(regisseur.get(basis(sessie, deel)).text) & set(TRUCS), deel


def test_a_right_to_left_text_keeps_its_own_direction_and_not_that_of_its_neighbours(sessie, regisseur):
    stuur_kaart(telefoon(sessie), sessie, "مزيد من الأشجار")
    naar(sessie, Stap.ONTHUL)
    pagina = regisseur.get(basis(sessie, "scherm")).text
    voor = pagina.split("مزيد")[0]
    assert 'dir="auto"' in voor[voor.rindex("<li") :]


def test_far_too_much_text_is_refused_everywhere_and_kept_where_it_was_typed(sessie, regisseur):
    actor = maak_partij(sessie.wijk).actor
    client = telefoon(sessie)
    gast = f"/m/{sessie.code}/"
    pogingen = [
        (Client(), gast, {"wie": "bewoner", "naam": VEEL}),
        (client, f"{gast}kaart/", {"tekst": VEEL, "ronde": str(ronde_van(sessie).sleutel), "sleutel": str(uuid4())}),
        (client, f"{gast}navraag/", {"aan": str(actor.sleutel), "tekst": VEEL}),
        (regisseur, basis(sessie, "navragen"), {"aan": str(actor.sleutel), "tekst": VEEL}),
        (regisseur, basis(sessie, "regie/papier"), {"regels": VEEL, "sleutel": str(uuid4())}),
        (regisseur, basis(sessie, "regie/vragen"), {"vraag": VEEL, "methode": "open", "minuten": "5"}),
        (regisseur, basis(sessie, "regie/besluit"), {"tekst": VEEL}),
        (regisseur, basis(sessie, "regie/acties"), {"actor": str(actor.sleutel), "wat": VEEL, "wanneer": "2031-05-09"}),
        (regisseur, basis(sessie, "regie/sluiten"), {"reden": VEEL}),
        (regisseur, basis(sessie, "regie/sluiten"), {"reden": "Klaar.", "vervolg": VEEL}),
    ]
    for wie, pad, velden in pogingen:
        antwoord = wie.post(pad, velden)
        assert (antwoord.status_code, VEEL in antwoord.text) == (422, True), pad
    assert (Kaart.objects.count(), Navraag.objects.count(), Ronde.objects.count(), Gast.objects.count()) == (0, 0, 1, 1)
    assert not Sessiesluiting.objects.exists()


def test_a_cookie_opens_only_its_own_meeting_wherever_it_is_shown(sessie):
    ander = maak_sessie(maak_wijk("elders"), stap=Stap.SCHRIJF)
    school = maak_partij(ander.wijk, "De School").actor
    stelling = voeg_vraag_toe(sessie=ander, vraag="Eens?", methode=Methode.STELLING, door=None)
    ga_naar(ronde=stelling, stap=Stap.STEM, gezien=zaalstand(ander).versie, door=None)
    inbreker = Client()
    for naam, koekje in telefoon(sessie).cookies.items():
        inbreker.cookies[naam] = koekje.value
    assert inbreker.get(f"/m/{sessie.code}/").status_code == 200
    pad = f"/m/{ander.code}/"
    assert inbreker.get(f"{pad}live/").status_code == 404
    for deel, velden in (
        ("stem/", {"ronde": str(stelling.sleutel), "keuze": "eens"}),
        ("kaart/", {"ronde": str(stelling.sleutel), "sleutel": str(uuid4()), "tekst": "Van buiten"}),
        ("navraag/", {"aan": str(school.sleutel), "tekst": "Van buiten"}),
    ):
        assert inbreker.post(f"{pad}{deel}", velden).status_code == 302, deel
    assert (Stem.objects.count(), Kaart.objects.count(), Navraag.objects.count()) == (0, 0, 0)
    # and the votes of another meeting can't be reached from the own one
    inbreker.post(f"/m/{sessie.code}/stem/", {"ronde": str(stelling.sleutel), "keuze": "eens"})
    assert not Stem.objects.exists()


def test_a_guest_is_no_member(sessie):
    client = telefoon(sessie)
    for deel in ("scherm", "regie", "verslag", "navragen", "muurblad", "regie/terug"):
        antwoord = client.get(basis(sessie, deel))
        assert (antwoord.status_code, antwoord["Location"].startswith("/inloggen/")) == (302, True)


def test_what_a_member_types_about_who_is_missing_is_refused_in_sentences(sessie, regisseur):
    actor = maak_partij(sessie.wijk).actor
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    reactie = regisseur.post(basis(sessie, "navragen"), {"aan": str(actor.sleutel), "tekst": "Laat."})
    assert (reactie.status_code, "Deze bijeenkomst is afgelopen." in reactie.text, "Laat." in reactie.text) == (
        422,
        True,
        True,
    )
