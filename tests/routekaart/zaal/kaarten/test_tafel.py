# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole table's result with one phone: a card on each line, once, and anonymous where the question is."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.zaal.kaarten.forms import MAX_AANTAL, MAX_TAFEL, TafelkaartForm
from routekaart.zaal.kaarten.handelingen import lever_tafel_in
from routekaart.zaal.models import Kaart, Stap
from routekaart.zaal.models.methode import Methode
from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_sessie, naar, ronde_van, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel

REGELS = [("Meer groen", 4), ("Elkaar groeten", 1)]


@pytest.fixture
def sessie(db):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


def stuur(client, sessie, tekst, sleutel=None, **extra):
    velden = {
        "wat": "tafel",
        "tekst": tekst,
        "ronde": str(ronde_van(sessie).sleutel),
        "sleutel": str(sleutel or uuid4()),
    }
    return client.post(f"/m/{sessie.code}/kaart/", velden, **extra)


def nieuwe_vraag(sessie, methode, stap):
    ronde = voeg_vraag_toe(sessie=sessie, vraag="Wat is er al?", methode=methode, door=None)
    ga_naar(ronde=ronde, stap=stap, gezien=zaalstand(sessie).versie, door=None)


def kaarten():
    return sorted(Kaart.objects.values_list("tekst", "aantal"))


def form(tekst, **opties):
    gegevens = {"tekst": tekst, "ronde": uuid4(), "sleutel": uuid4()}
    return TafelkaartForm(gegevens, **opties)


def test_a_table_hands_in_its_cards_in_one_change(sessie):
    voor = sessie.wijk.versie
    gast = maak_gast(sessie)
    lever_tafel_in(ronde=ronde_van(sessie), gast=gast, regels=REGELS, sleutel=uuid4())
    assert kaarten() == sorted(REGELS)
    sessie.wijk.refresh_from_db()
    assert len(set(Kaart.objects.values_list("versie", flat=True))) == 1
    assert Kaart.objects.first().versie == sessie.wijk.versie > voor
    regel = Journaalregel.objects.get(soort="tafel_ingeleverd")
    assert regel.nieuw["kaarten"] == [["Meer groen", 4], ["Elkaar groeten", 1]]


@pytest.mark.parametrize("verder", [False, True])
def test_the_same_form_again_adds_nothing_also_when_the_room_went_on(sessie, verder):
    gast, sleutel, ronde = maak_gast(sessie), uuid4(), ronde_van(sessie)
    eerst = lever_tafel_in(ronde=ronde, gast=gast, regels=REGELS, sleutel=sleutel)
    if verder:
        nieuwe_vraag(sessie, Methode.OPEN, Stap.WACHT)
    assert lever_tafel_in(ronde=ronde, gast=gast, regels=REGELS, sleutel=sleutel) == eerst
    assert kaarten() == sorted(REGELS)


@pytest.mark.parametrize("anoniem", [True, False])
def test_an_anonymous_question_keeps_neither_guest_nor_party(db, anoniem):
    wijk = maak_wijk()
    partij = maak_partij(wijk).actor
    sessie = maak_sessie(wijk, anoniem=anoniem, stap=Stap.SCHRIJF)
    gast = maak_gast(sessie, partij)
    lever_tafel_in(ronde=ronde_van(sessie), gast=gast, regels=REGELS, sleutel=uuid4())
    namens = Journaalregel.objects.get(soort="tafel_ingeleverd").namens
    if anoniem:
        assert set(Kaart.objects.values_list("gast", "actor")) == {(None, None)}
        assert namens is None
    else:
        assert set(Kaart.objects.values_list("gast", "actor")) == {(gast.pk, partij.pk)}
        assert namens == partij.sleutel


def test_before_the_writing_and_after_closing_nothing_comes_in(db):
    sessie = maak_sessie(maak_wijk())
    gast, ronde = maak_gast(sessie), ronde_van(sessie)
    with geweigerd("voorbij"):
        lever_tafel_in(ronde=ronde, gast=gast, regels=REGELS, sleutel=uuid4())
    naar(sessie, Stap.SCHRIJF)
    sluit_sessie(sessie=sessie, reden="Het was een kennismaking.", door=None)
    with geweigerd("voorbij"):
        lever_tafel_in(ronde=ronde, gast=gast, regels=REGELS, sleutel=uuid4())
    assert kaarten() == []


def test_the_page_of_a_table_hands_in_and_shows_what_came_in(sessie):
    client = telefoon(sessie)
    assert "?tafel" in client.get(f"/m/{sessie.code}/").text
    pagina = client.get(f"/m/{sessie.code}/?tafel").text
    assert 'name="wat" value="tafel"' in pagina
    assert 'aria-describedby="tafel_uitleg wie_ziet"' in pagina
    antwoord = stuur(client, sessie, " Meer groen · 4×\n\n<b>Elkaar</b> groeten\n")
    assert antwoord.status_code == 302
    assert kaarten() == [("<b>Elkaar</b> groeten", 1), ("Meer groen", 4)]
    na = client.get(f"/m/{sessie.code}/").text
    assert "Ingeleverd." in na
    assert "&lt;b&gt;Elkaar&lt;/b&gt; groeten" in na
    assert "4×" in na


def test_a_script_hears_the_key_of_the_form_and_a_repeat_is_quiet(sessie):
    client, sleutel = telefoon(sessie), uuid4()
    for _ in range(3):
        antwoord = stuur(client, sessie, "Een\nTwee", sleutel, headers={"accept": "application/json"})
        assert antwoord.json() == {"sleutel": str(sleutel)}
    assert kaarten() == [("Een", 1), ("Twee", 1)]


def test_what_a_phone_sent_before_is_still_its_own(sessie):
    client = telefoon(sessie)
    stuur(client, sessie, "Eerst")
    stuur(client, sessie, "Daarna\nEn dit")
    pagina = client.get(f"/m/{sessie.code}/").text
    assert all(tekst in pagina for tekst in ("Eerst", "Daarna", "En dit"))
    assert "Eerst" not in telefoon(sessie).get(f"/m/{sessie.code}/").text


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("  \n\n", "Schrijf eerst iets op."),
        ("\n".join(f"Regel {nr}" for nr in range(MAX_TAFEL + 1)), f"Dit zijn {MAX_TAFEL + 1} regels"),
        ("Goed\n" + "x" * 301, "Regel 2 is te lang: 301 tekens"),
        (f"Goed\nTe veel · {MAX_AANTAL + 1}×", "Regel 2 is geen tekst met een aantal"),
        ("4×", "Regel 1 is geen tekst met een aantal"),
    ],
)
def test_a_refused_table_says_which_line_and_keeps_all_that_was_typed(sessie, tekst, zin):
    antwoord = stuur(telefoon(sessie), sessie, tekst)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert 'name="wat" value="tafel"' in antwoord.text
    assert all(regel in antwoord.text for regel in tekst.split("\n") if regel.strip())
    assert kaarten() == []


def test_a_table_too_keeps_to_one_or_two_words_where_the_method_asks_that(db):
    assert form("Groen\nVeilig thuis", woorden=2).is_valid()
    [fout] = form("Groen\nDit is een zin", woorden=2).errors["tekst"]
    assert fout.startswith("Regel 2: schrijf één of 2 woorden.")


@pytest.mark.parametrize("methode", [Methode.SCHATTEN, Methode.ACTOREN])
def test_what_has_a_name_and_a_kind_is_not_asked_as_lines(db, methode):
    sessie = maak_sessie(maak_wijk())
    nieuwe_vraag(sessie, methode, Stap.SCHRIJF)
    client = telefoon(sessie)
    assert "?tafel" not in client.get(f"/m/{sessie.code}/").text
    assert 'value="tafel"' not in client.get(f"/m/{sessie.code}/?tafel").text


REGEL = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=40)


@given(st.lists(st.tuples(REGEL, st.integers(0, 1200) | st.none()), max_size=MAX_TAFEL + 3))
def test_whatever_a_table_types_comes_in_whole_or_is_refused_with_a_reason(regels):
    tekst = "\n".join(t if n is None else f"{t} · {n}×" for t, n in regels)
    een = form(tekst)
    if een.is_valid():
        gelezen = een.cleaned_data["regels"]
        assert 1 <= len(gelezen) <= MAX_TAFEL
        assert all(t and 1 <= n <= MAX_AANTAL for t, n in gelezen)
        assert len(een.sleutels()) == len(set(een.sleutels())) == len(gelezen)
    else:
        assert een.errors["tekst"]
