# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The perron page: as a plain page, in parts for htmx, and when something goes wrong."""

import pytest

from routekaart.models import Antwoord, Bijdrage, Heropening, Perron
from routekaart.perron.handelingen import heropen, stel_vast, wijzig_bijdrage
from tests.factories import ingelogd, maak_bijdrage, maak_gebruiker, maak_lid, maak_partij, maak_perron, maak_wijk
from wijken.models import Rol

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
PAD = "/wijken/proefwijk/routekaart/perron/1/"


@pytest.fixture
def zaal():
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De Corporatie")
    perron = maak_perron(wijk)
    return {
        "perron": perron,
        "actor": deelname.actor,
        "deelnemer": ingelogd(maak_lid(wijk, Rol.DEELNEMER, voor=deelname)),
        "reisleider": ingelogd(maak_lid(wijk, Rol.REISLEIDER)),
        "lezer": ingelogd(maak_lid(wijk, Rol.LEZER)),
    }


def bijdrage_velden(zaal, tekst="Wij doen mee."):
    return {"partij": str(zaal["actor"].sleutel), "tekst": tekst}


def antwoord_velden(zaal, tekst):
    """The fields of the answer form, with the reason that is asked as long as a party is silent."""
    return {"tekst": tekst, "versie": versie(zaal), "ondanks": "Wij willen vooruit."}


def versie(zaal):
    return Perron.objects.get(pk=zaal["perron"].pk).versie


def test_the_page_shows_question_tips_and_an_invitation(zaal):
    pagina = zaal["deelnemer"].get(PAD).text
    assert "Bepaal samen de reisbestemming" in pagina
    assert "Wat verstaan we onder de inclusieve wijk?" in pagina
    assert "Er zijn nog geen bijdragen." in pagina
    assert "Er is nog geen antwoord vastgesteld." in pagina
    assert "Niet begonnen" in pagina
    for tip in zaal["perron"].soort.tips:
        assert tip in pagina.replace("&#x27;", "'")


def test_a_plain_post_saves_and_shows_it(zaal):
    antwoord = zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal), follow=True)
    assert antwoord.redirect_chain == [(f"{PAD}#bijdragen", 303)]
    assert "Wij doen mee." in antwoord.text
    assert "De bijdrage van De Corporatie is opgeslagen." in antwoord.text
    assert "Onderweg" in antwoord.text


def test_htmx_gets_the_parts_that_changed(zaal):
    antwoord = zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal), headers=HTMX)
    assert antwoord.status_code == 200
    assert "<html" not in antwoord.text
    for deel in ("bijdrage-nieuw", "bijdrage-lijst", "perron-staat", "nummers", "nog-open", "melding"):
        assert f'id="{deel}"' in antwoord.text
    assert antwoord.text.count('data-hx-swap-oob="true"') == 5
    assert "Wij doen mee." in antwoord.text


def test_going_back_in_history_gets_the_whole_page(zaal):
    antwoord = zaal["deelnemer"].get(PAD, headers={"HX-History-Restore-Request": "true"})
    assert "<html" in antwoord.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_contribution_is_refused_at_its_field(zaal, headers):
    antwoord = zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal, "   "), headers=headers)
    assert antwoord.status_code == 422
    assert "Vul dit veld in." in antwoord.text
    assert 'aria-invalid="true"' in antwoord.text
    assert antwoord.text.count("autofocus") == 1
    assert ("<html" in antwoord.text) is (headers == {})
    assert not Bijdrage.objects.exists()


def test_a_text_that_is_too_long_is_refused_with_the_limit_and_kept(zaal):
    lang = "a" * 4001 + "einde"
    antwoord = zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal, lang))
    assert antwoord.status_code == 422
    assert "telt 4.006 tekens; maximaal 4.000" in antwoord.text
    assert lang in antwoord.text
    assert not Bijdrage.objects.exists()


def test_line_ends_count_as_one_character(zaal):
    tekst = "\r\n".join(["x"] * 2000)
    assert zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal, tekst)).status_code == 303
    assert Bijdrage.objects.get().tekst == tekst.replace("\r\n", "\n")


def test_pasted_html_is_text(zaal):
    kwaad = "<script>alert(1)</script><b>vet</b>"
    zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal, kwaad))
    pagina = zaal["lezer"].get(PAD).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;vet&lt;/b&gt;" in pagina
    assert "<script>alert" not in pagina


def test_the_same_contribution_twice_says_so(zaal):
    for _ in range(2):
        antwoord = zaal["deelnemer"].post(f"{PAD}bijdragen/", bijdrage_velden(zaal))
    assert antwoord.status_code == 422
    assert "Deze bijdrage van De Corporatie staat er al." in antwoord.text


def test_a_member_who_speaks_for_nobody_reads_what_to_do(zaal):
    los = ingelogd(maak_lid(zaal["perron"].wijk, Rol.DEELNEMER))
    pagina = los.get(PAD).text
    assert "U spreekt nog niet voor een partij" in pagina
    assert "<textarea" not in pagina


def test_a_reader_sees_no_forms(zaal):
    maak_bijdrage(zaal["perron"], zaal["actor"])
    pagina = zaal["lezer"].get(PAD).text
    assert "<textarea" not in pagina
    assert "Wijzigen" not in pagina


def test_changing_a_contribution(zaal):
    rij = maak_bijdrage(zaal["perron"], zaal["actor"], "Oud.")
    pad = f"{PAD}bijdragen/{rij.sleutel}/"
    assert "Oud." in zaal["deelnemer"].get(pad).text
    deel = zaal["deelnemer"].get(pad, headers=HTMX).text
    assert "<html" not in deel
    assert f'id="wijzig-{rij.sleutel}"' in deel
    antwoord = zaal["deelnemer"].post(pad, {"tekst": "Nieuw.", "versie": rij.versie}, headers=HTMX)
    assert "Nieuw." in antwoord.text
    assert "De bijdrage is gewijzigd." in antwoord.text
    assert Bijdrage.objects.get().tekst == "Nieuw."


def test_the_second_of_two_writers_sees_both_texts(zaal):
    rij = maak_bijdrage(zaal["perron"], zaal["actor"], "Basis.")
    wijzig_bijdrage(bijdrage=rij, tekst="Van de ander.", door=maak_gebruiker(), versie=rij.versie)
    pad = f"{PAD}bijdragen/{rij.sleutel}/"
    antwoord = zaal["deelnemer"].post(pad, {"tekst": "Van mij.", "versie": rij.versie})
    assert antwoord.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd." in antwoord.text
    assert "Van de ander" in antwoord.text
    assert "Van mij." in antwoord.text
    nu = Bijdrage.objects.get()
    assert f'name="versie" value="{nu.versie}"' in antwoord.text
    assert zaal["deelnemer"].post(pad, {"tekst": "Van ons.", "versie": nu.versie}).status_code == 303
    assert Bijdrage.objects.get().tekst == "Van ons."


def test_taking_back_and_putting_back(zaal):
    rij = maak_bijdrage(zaal["perron"], zaal["actor"], "Toch niet.")
    pad = f"{PAD}bijdragen/{rij.sleutel}/"
    antwoord = zaal["deelnemer"].post(f"{pad}intrekken/", {"versie": rij.versie}, follow=True)
    assert "De bijdrage is ingetrokken." in antwoord.text
    assert "Ingetrokken bijdragen (1)" in antwoord.text
    assert "Ingetrokken bijdragen" not in zaal["lezer"].get(PAD).text
    antwoord = zaal["deelnemer"].post(f"{pad}terugzetten/", headers=HTMX)
    assert "De bijdrage staat er weer." in antwoord.text
    antwoord = zaal["deelnemer"].post(f"{pad}terugzetten/", follow=True)
    assert "Deze bijdrage staat er al." in antwoord.text


def test_a_step_on_an_old_version_explains_itself(zaal):
    rij = maak_bijdrage(zaal["perron"], zaal["actor"])
    antwoord = zaal["deelnemer"].post(
        f"{PAD}bijdragen/{rij.sleutel}/intrekken/", {"versie": rij.versie - 1}, follow=True
    )
    assert "Iemand anders heeft dit net gewijzigd." in antwoord.text
    assert "Ingetrokken bijdragen" not in antwoord.text


def test_agreeing_and_reopening_as_plain_posts(zaal):
    client = zaal["reisleider"]
    antwoord = client.post(f"{PAD}antwoord/", antwoord_velden(zaal, "Iedereen telt mee."), follow=True)
    assert antwoord.redirect_chain == [(f"{PAD}#antwoord", 303)]
    assert "Het antwoord is vastgesteld." in antwoord.text
    assert "Vastgesteld" in antwoord.text
    antwoord = client.post(f"{PAD}heropenen/", {"reden": "De school ontbrak.", "versie": versie(zaal)}, follow=True)
    assert "De school ontbrak." in antwoord.text
    assert "Heropend" in antwoord.text
    client.post(f"{PAD}antwoord/", antwoord_velden(zaal, "Ook de school."))
    pagina = zaal["lezer"].get(PAD).text
    assert "Geschiedenis van dit antwoord" in pagina
    for zin in ("Iedereen telt mee.", "Ook de school.", "De school ontbrak."):
        assert zin in pagina


def test_agreeing_with_htmx_updates_the_state(zaal):
    velden = antwoord_velden(zaal, "Iedereen telt mee.")
    antwoord = zaal["reisleider"].post(f"{PAD}antwoord/", velden, headers=HTMX)
    assert 'class="ww-staat ww-staat--vastgesteld"' in antwoord.text
    assert 'id="antwoord"' in antwoord.text
    assert "Dit perron heropenen" in antwoord.text


def test_reopening_needs_a_reason(zaal):
    stel_vast(perron=zaal["perron"], tekst="Zo.", door=None, versie=zaal["perron"].versie)
    antwoord = zaal["reisleider"].post(f"{PAD}heropenen/", {"reden": "", "versie": versie(zaal)}, headers=HTMX)
    assert antwoord.status_code == 422
    assert "Vul dit veld in." in antwoord.text
    assert "<details" in antwoord.text
    assert " open>" in antwoord.text
    assert not Heropening.objects.exists()


def test_agreeing_after_someone_else_did_keeps_the_text(zaal):
    te_laat = antwoord_velden(zaal, "Van mij.")
    stel_vast(perron=zaal["perron"], tekst="Van de ander.", door=None, versie=te_laat["versie"])
    antwoord = zaal["reisleider"].post(f"{PAD}antwoord/", te_laat)
    assert antwoord.status_code == 409
    assert "Van de ander." in antwoord.text
    assert "Van mij." in antwoord.text
    antwoord = zaal["reisleider"].post(f"{PAD}antwoord/", antwoord_velden(zaal, "Van mij."))
    assert antwoord.status_code == 422
    assert "Heropen het eerst" in antwoord.text
    assert "Van mij." in antwoord.text
    assert Antwoord.objects.count() == 1


def test_the_form_offers_the_earlier_answer_to_build_on(zaal):
    stel_vast(perron=zaal["perron"], tekst="Zo was het.", door=None, versie=zaal["perron"].versie)
    heropen(perron=zaal["perron"], reden="Beter.", door=None, versie=versie(zaal))
    pagina = zaal["reisleider"].get(PAD).text
    assert pagina.count("Zo was het.") >= 2


@pytest.mark.parametrize("wat", ["", "abc", "99999999999999999999"])
def test_a_broken_version_is_refused(zaal, wat):
    antwoord = zaal["reisleider"].post(f"{PAD}antwoord/", antwoord_velden(zaal, "Zo.") | {"versie": wat})
    assert antwoord.status_code in {409, 422}
    assert not Antwoord.objects.exists()


def test_the_query_count_is_constant(zaal, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    aantallen = []
    for aantal in (1, 30):
        for nr in range(aantal):
            maak_bijdrage(zaal["perron"], maak_partij(zaal["perron"].wijk).actor, f"Zin {aantal}-{nr}")
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            zaal["deelnemer"].get(PAD)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
    assert aantallen[1] <= 29
