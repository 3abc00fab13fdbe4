# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rode draad: which gaps it names, how the chain hangs together, the picture, and the page."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from actoren.models import Plaats
from routekaart.draadbeeld import BREEDTE, MEESTE, VAK, breek, past, teken_draad
from routekaart.draadrijen import Wegwijzer
from routekaart.models import Ernst, Routekaart
from routekaart.rodedraad import Draad, lees_draad
from tests import factories_draad as maak
from tests.factories import ingelogd, maak_lid, maak_partij, maak_routekaart, maak_wijk
from wijken.models import Rol

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 3, 1)
BASIS = "/wijken/proefwijk/routekaart/perron/"
PAD = "/wijken/proefwijk/routekaart/rode-draad/"


@pytest.fixture
def reis():
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De Corporatie")
    return {"wijk": wijk, "deelname": deelname, "actor": deelname.actor, "kaart": maak_routekaart(wijk)}


def lees(reis) -> Draad:
    return lees_draad(Routekaart.objects.select_related("wijk").get(pk=reis["kaart"].pk), vandaag=VANDAAG)


def gaten(reis) -> list[tuple[str, str]]:
    return [(g.soort, g.url) for g in lees(reis).gaten]


def soorten(reis) -> list[str]:
    return [g.soort for g in lees(reis).gaten]


def heel(reis, stappen=1):
    """A thread without a gap."""
    return maak.maak_draad(reis["kaart"], reis["actor"], stappen=stappen)


# What is missing


def test_an_empty_journey_misses_nothing_yet(reis):
    draad = lees(reis)
    assert draad.leeg
    assert draad.gaten == ()
    assert draad.begin_url == f"{BASIS}1/bestemming/nieuw/"


def test_a_whole_thread_has_no_gaps(reis):
    heel(reis, 3)
    draad = lees(reis)
    assert (draad.leeg, draad.gaten, draad.kop) == (False, (), "De draad loopt door.")


def test_a_thread_starts_with_a_destination_and_a_challenge(reis):
    maak.maak_risico(reis["kaart"])
    assert gaten(reis) == [
        ("geen_bestemming", f"{BASIS}1/bestemming/nieuw/"),
        ("geen_uitdaging", f"{BASIS}2/uitdagingen/nieuw/"),
    ]


def test_a_challenge_without_change_yield_and_voice(reis):
    maak.maak_bestemming(reis["kaart"])
    u = maak.maak_uitdaging(reis["kaart"], "Eenzaamheid", stem=" ")
    draad = lees(reis)
    assert [(g.soort, g.url) for g in draad.gaten] == [
        ("uitdaging_zonder_stem", f"{BASIS}2/uitdagingen/{u.sleutel}/"),
        ("uitdaging_zonder_opbrengst", f"{BASIS}2/opbrengsten/nieuw/?uitdaging={u.sleutel}"),
        ("uitdaging_zonder_verandering", f"{BASIS}3/veranderingen/nieuw/?uitdagingen={u.sleutel}"),
    ]
    assert all("“Eenzaamheid”" in g.zin for g in draad.gaten)
    assert draad.kop == "Er mist nog iets op drie plekken."


def test_a_figure_may_be_missing(reis):
    u = heel(reis)["uitdagingen"][0]
    assert u.cijfer is None
    assert soorten(reis) == []


def test_a_change_without_challenge_and_activity(reis):
    heel(reis)
    v = maak.maak_verandering(reis["kaart"], "Meer plekken")
    assert gaten(reis) == [
        ("verandering_zonder_uitdaging", f"{BASIS}3/veranderingen/{v.sleutel}/"),
        ("verandering_zonder_activiteit", f"{BASIS}6/activiteiten/nieuw/?veranderingen={v.sleutel}"),
    ]
    assert [x["naam"] for x in lees(reis).losse_veranderingen] == ["Meer plekken"]


def test_an_activity_without_change_and_machinist(reis):
    heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Zomerfeest")
    assert gaten(reis) == [
        ("activiteit_zonder_verandering", f"{BASIS}6/activiteiten/{a.sleutel}/"),
        ("activiteit_zonder_machinist", f"{BASIS}7/machinisten/nieuw/?activiteit={a.sleutel}"),
    ]
    assert [x["naam"] for x in lees(reis).losse_activiteiten] == ["Zomerfeest"]


@pytest.mark.parametrize(
    ("dagen", "opvolging", "verwacht"),
    [
        (None, "", []),
        (-1, "Iemand anders.", ["activiteit_zonder_machinist"]),
        (0, "", ["machinist_stopt"]),
        (60, "", ["machinist_stopt"]),
        (60, "De school.", []),
        (61, "", []),
    ],
)
def test_a_machinist_who_stops(reis, dagen, opvolging, verwacht):
    v = heel(reis)["veranderingen"][0]
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v)
    tot = VANDAAG + timedelta(days=dagen) if dagen is not None else None
    inzet = maak.maak_inzet(a, reis["actor"], tot=tot, opvolging=opvolging)
    assert soorten(reis) == verwacht
    if verwacht == ["machinist_stopt"]:
        assert gaten(reis)[0][1] == f"{BASIS}7/machinisten/{inzet.sleutel}/"


def test_another_machinist_who_goes_on_takes_over(reis):
    v = heel(reis)["veranderingen"][0]
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v)
    maak.maak_inzet(a, reis["actor"], tot=VANDAAG + timedelta(days=10))
    ander = maak_partij(reis["wijk"]).actor
    tweede = maak.maak_inzet(a, ander, tot=VANDAAG + timedelta(days=300))
    assert soorten(reis) == []
    maak.sluit_rij(tweede)
    assert soorten(reis) == ["machinist_stopt"]


@pytest.mark.parametrize(
    ("dagen", "daarna", "woord"),
    [(91, "", ""), (90, "", "loopt"), (0, "", "loopt"), (-1, "", "liep"), (-400, "", "liep"), (10, "Een groep.", "")],
)
def test_money_that_runs_out(reis, dagen, daarna, woord):
    v = heel(reis)["veranderingen"][0]
    tot = VANDAAG + timedelta(days=dagen)
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v, financiering_tot=tot, daarna=daarna)
    maak.maak_inzet(a, reis["actor"])
    gevonden = lees(reis).gaten
    assert [g.soort for g in gevonden] == (["financiering_loopt_af"] if woord else [])
    if woord:
        assert f"“Fietsles” {woord} tot {tot.day} " in gevonden[0].zin
        assert gevonden[0].url == f"{BASIS}6/activiteiten/{a.sleutel}/"


def test_nobody_asked_after_the_yield_once_something_works(reis):
    delen = heel(reis)
    v = delen["veranderingen"][0]
    assert soorten(reis) == []
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v, werkt="deels")
    maak.maak_inzet(a, reis["actor"])
    los = maak.maak_uitdaging(reis["kaart"], "Los")
    maak.maak_verandering(reis["kaart"], "", los)
    maak.maak_opbrengst(los, reis["actor"])
    alle = lees(reis).gaten
    # The yield of the other challenge is left alone: nothing works there yet.
    assert [g.soort for g in alle] == ["opbrengst_niet_nagevraagd", "verandering_zonder_activiteit"]
    assert "Aan De Corporatie is nog niet gevraagd" in alle[0].zin
    assert alle[0].url.startswith(f"{BASIS}2/opbrengsten/")


def test_a_yield_that_was_asked_after_shows_what_was_said(reis):
    delen = heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", delen["veranderingen"][0], werkt="ja")
    maak.maak_inzet(a, reis["actor"])
    opbrengst = delen["uitdagingen"][0].opbrengsten.get()
    maak.sluit_rij(opbrengst)
    ander = maak_partij(reis["wijk"]).actor
    maak.maak_opbrengst(delen["uitdagingen"][0], ander, nagevraagd_op=date(2026, 2, 1), merkbaar="Meer groeten.")
    draad = lees(reis)
    assert draad.gaten == ()
    assert [o["opbracht"] for o in draad.uitdagingen[0]["opbrengsten"]] == [
        "Nagevraagd op 1 februari 2026. Meer groeten."
    ]


def test_a_group_without_a_voice(reis):
    heel(reis)
    stil = maak.maak_doelgroep(reis["wijk"], "jongeren")
    maak.maak_doelgroep(reis["wijk"], "ouderen", reis["deelname"])
    assert gaten(reis) == [("doelgroep_zonder_spreker", f"{BASIS}4/doelgroepen/{stil.sleutel}/")]
    assert "“jongeren” spreekt nog niemand" in lees(reis).gaten[0].zin


@pytest.mark.parametrize(
    ("ernst", "met_eigenaar", "mist"),
    [(Ernst.LET_OP, False, False), (Ernst.REGELEN, False, True), (Ernst.STOP, False, True), (Ernst.STOP, True, False)],
)
def test_a_risk_that_nobody_watches(reis, ernst, met_eigenaar, mist):
    heel(reis)
    r = maak.maak_risico(reis["kaart"], ernst=ernst, eigenaar=reis["actor"] if met_eigenaar else None)
    assert gaten(reis) == ([("risico_zonder_eigenaar", f"{BASIS}9/risicos/{r.sleutel}/")] if mist else [])


def test_who_was_never_asked_is_a_number_not_a_list(reis):
    heel(reis)
    maak_partij(reis["wijk"], "De School")
    groep = maak.maak_doelgroep(reis["wijk"], "ouderen", reis["deelname"])
    assert soorten(reis) == []  # the coalition has not come to that question
    maak.maak_ervaring(reis["wijk"], doelgroep=groep)
    (gat,) = lees(reis).gaten
    assert gat.soort == "ervaring_niet_gevraagd"
    assert gat.zin == "Aan 2 partijen is nog niet gevraagd hoe zij het maken van het plan ervaren."
    assert gat.url == f"{BASIS}5/ervaringen/nieuw/"
    maak.maak_ervaring(reis["wijk"], deelname=reis["deelname"])
    maak.maak_doelgroep(reis["wijk"], "jongeren", reis["deelname"])
    assert "Aan 1 partij en 1 doelgroep is nog niet gevraagd" in lees(reis).gaten[0].zin


def test_who_chose_not_to_join_is_not_counted(reis):
    heel(reis)
    maak.maak_ervaring(reis["wijk"], deelname=reis["deelname"])
    ander = maak_partij(reis["wijk"], "De School")
    maak.maak_besluit(ander, Plaats.AAN_BOORD)
    assert soorten(reis) == ["ervaring_niet_gevraagd"]
    maak.maak_besluit(ander, Plaats.EIGEN_KEUZE)
    assert soorten(reis) == []


def test_closed_rows_do_not_count(reis):
    delen = heel(reis)
    maak.sluit_rij(delen["machinisten"][0])
    assert soorten(reis) == ["activiteit_zonder_machinist"]
    maak.sluit_rij(delen["activiteiten"][0])
    assert soorten(reis) == ["verandering_zonder_activiteit"]
    draad = lees(reis)
    # A risk outlives its activity: then it belongs to the journey.
    assert len(draad.losse_risicos) == 1
    maak.sluit_rij(delen["uitdagingen"][0])
    assert soorten(reis) == ["verandering_zonder_uitdaging", "verandering_zonder_activiteit"]
    maak.sluit_rij(delen["veranderingen"][0])
    assert soorten(reis) == ["geen_uitdaging"]


def test_another_journey_has_its_own_thread(reis):
    delen = heel(reis)
    tweede = maak_routekaart(reis["wijk"], "De tweede")
    v = maak.maak_verandering(tweede, "Anders", delen["uitdagingen"][0])
    maak.maak_bestemming(tweede)
    maak.maak_inzet(maak.maak_activiteit(tweede, "", v), reis["actor"])
    assert soorten(reis) == []
    draad = lees_draad(tweede, vandaag=VANDAAG)
    assert [g.soort for g in draad.gaten] == ["verandering_zonder_uitdaging"]
    assert draad.uitdagingen == []


def test_the_heading_counts_in_words(reis):
    heel(reis)
    maak.maak_doelgroep(reis["wijk"])
    assert lees(reis).kop == "Er mist nog iets op één plek."
    for _ in range(12):
        maak.maak_doelgroep(reis["wijk"])
    assert lees(reis).kop == "Er mist nog iets op 13 plekken."


def test_a_long_name_is_cut_in_a_sentence_only(reis):
    heel(reis)
    naam = "Een heel lange naam " * 9
    maak.maak_verandering(reis["kaart"], naam.strip())
    draad = lees(reis)
    assert all(len(g.zin) < 200 for g in draad.gaten)
    assert draad.losse_veranderingen[0]["naam"] == naam.strip()


# How it hangs together


def test_everything_stands_once_and_is_pointed_at_after_that(reis):
    kaart = reis["kaart"]
    u1, u2 = maak.maak_uitdaging(kaart, "Een"), maak.maak_uitdaging(kaart, "Twee")
    gedeeld = maak.maak_verandering(kaart, "Gedeeld", u1, u2)
    eigen = maak.maak_verandering(kaart, "Eigen", u2)
    a = maak.maak_activiteit(kaart, "Samen <koken>", gedeeld, eigen)
    eerste, tweede = lees(reis).uitdagingen
    assert [v["naam"] for v in eerste["eigen"]] == ["Gedeeld"]
    assert [v["naam"] for v in tweede["veranderingen"]] == ["Gedeeld", "Eigen"]
    assert [v["naam"] for v in tweede["eigen"]] == ["Eigen"]
    assert tweede["elders"] == f'<a class="nl-link" href="#verandering-{gedeeld.sleutel}">Gedeeld</a>'
    assert eerste["eigen"][0]["eigen"] == tweede["eigen"][0]["activiteiten"]
    assert tweede["eigen"][0]["eigen"] == []
    verwijzing = f'<a class="nl-link" href="#activiteit-{a.sleutel}">Samen &lt;koken&gt;</a>'
    assert tweede["eigen"][0]["elders"] == verwijzing


def test_an_activity_carries_its_people_its_risks_and_what_it_yielded(reis):
    kaart, actor = reis["kaart"], reis["actor"]
    a = maak.maak_activiteit(kaart, "Fietsles", werkt="nee", werkt_toelichting="Niemand kwam.")
    maak.maak_inzet(a, actor, tot=date(2027, 5, 3))
    maak.maak_risico(kaart, "Geen fietsen", activiteit=a, ernst=Ernst.STOP, eigenaar=actor)
    (schakel,) = lees(reis).losse_activiteiten
    assert [(m["naam"], m["zin"]) for m in schakel["machinisten"]] == [("De Corporatie", "tot 3 mei 2027")]
    assert [(r["naam"], r["zin"]) for r in schakel["risicos"]] == [("Geen fietsen", "stop, De Corporatie let hierop")]
    assert (schakel["werkt"], schakel["opbracht"]) == ("werkt niet", "Niemand kwam.")


def test_every_address_is_one_that_exists(reis):
    heel(reis)
    maak.maak_uitdaging(reis["kaart"], stem="")
    maak.maak_activiteit(reis["kaart"])
    maak.maak_verandering(reis["kaart"])
    u = lees(reis).uitdagingen[0]
    assert u["url"] == reverse("onderdeel", args=["proefwijk", 2, "uitdagingen", u["anker"].removeprefix("uitdaging-")])
    for gat in lees(reis).gaten:
        assert resolve(gat.url.split("?")[0]).url_name in {"onderdeel", "onderdeel_nieuw"}


def test_who_may_not_write_is_led_to_where_it_stands(reis):
    sleutel = reis["actor"].sleutel
    lezer = Wegwijzer("proefwijk", schrijft=False, partijen=frozenset())
    assert lezer.rij("risicos", sleutel) == f"{BASIS}9/#rij-{sleutel}"
    assert lezer.nieuw("machinisten", activiteit=sleutel) == f"{BASIS}7/#machinisten"
    zwijger = Wegwijzer("proefwijk", partijen=frozenset())
    assert zwijger.nieuw("opbrengsten", uitdaging=sleutel) == f"{BASIS}2/#opbrengsten"
    assert zwijger.nieuw("uitdagingen") == f"{BASIS}2/uitdagingen/nieuw/"
    spreker = Wegwijzer("proefwijk", partijen=frozenset({7}))
    assert spreker.rij("opbrengsten", sleutel, partij=7) == f"{BASIS}2/opbrengsten/{sleutel}/"
    assert spreker.rij("opbrengsten", sleutel, partij=8) == f"{BASIS}2/#rij-{sleutel}"


# The picture


def vakken(beeld: str) -> list[ET.Element]:
    return [e for e in ET.fromstring(beeld) if e.tag == "rect"]


def test_the_picture_is_well_formed_and_holds_every_box(reis):
    delen = heel(reis, 3)
    maak.maak_activiteit(reis["kaart"], "A & B <c>", *delen["veranderingen"])
    draad = lees(reis)
    svg = ET.fromstring(teken_draad(draad))
    assert svg.get("aria-hidden") == "true"
    # destination, and 3 of each; then the activity and its missing machinist
    assert len(vakken(teken_draad(draad))) == 1 + 5 * 3 + 2
    assert "A & B <c>" in [t.text for t in svg.iter("text")]
    assert not [e for e in svg.iter() if e.get("style") or e.get("class", "").startswith("nl-")]


def test_what_is_missing_is_dashed_and_has_a_word(reis):
    maak.maak_uitdaging(reis["kaart"], "Eenzaamheid", stem="")
    beeld = teken_draad(lees(reis))
    gestreept = [v for v in vakken(beeld) if v.get("stroke-dasharray") != "none"]
    assert len(gestreept) == 3  # no destination, the challenge, no change
    tekst = " ".join(t.text or "" for t in ET.fromstring(beeld).iter("text"))
    for woord in ("nog geen bestemming", "geen stem van bewoners", "geen opbrengst", "geen verandering"):
        assert woord in tekst


def test_no_boxes_lie_on_each_other_or_outside(reis):
    delen = heel(reis, 4)
    for a in delen["activiteiten"]:
        for _ in range(3):
            maak.maak_risico(reis["kaart"], "Een risico met een lange naam " + str(a.pk) + "-" + str(_), activiteit=a)
    maak.maak_activiteit(reis["kaart"])
    maak.maak_verandering(reis["kaart"])
    maak.maak_risico(reis["kaart"])
    beeld = teken_draad(lees(reis))
    hoog = int(ET.fromstring(beeld).get("height", "0"))
    kolommen: dict[int, list[tuple[int, int]]] = {}
    for v in vakken(beeld):
        x, y, h = (int(v.get(n, "-1")) for n in ("x", "y", "height"))
        assert 0 <= x <= BREEDTE - VAK
        assert y + h <= hoog
        kolommen.setdefault(x, []).append((y, y + h))
    assert len(kolommen) == 6
    for kolom in kolommen.values():
        kolom.sort()
        assert all(onder < boven for (_, onder), (boven, _) in pairwise(kolom))


def test_what_serves_two_purposes_gets_a_curve(reis):
    delen = heel(reis, 2)
    assert "C" not in "".join(re.findall(r' d="([^"]*)"', teken_draad(lees(reis))))
    maak.maak_verandering(reis["kaart"], "Gedeeld", *delen["uitdagingen"])
    assert "".join(re.findall(r' d="([^"]*)"', teken_draad(lees(reis)))).count("C") == 1


def test_a_chain_that_is_too_large_is_not_drawn(reis):
    draad = lees(reis)
    assert past(draad)
    draad.aantallen["activiteiten"] = MEESTE["activiteiten"] + 1
    assert not past(draad)


@pytest.mark.parametrize(
    ("tekst", "regels"),
    [
        ("", []),
        ("Kort", ["Kort"]),
        ("Meer plekken waar bewoners elkaar tegenkomen", ["Meer plekken", "waar bewoners", "elkaar", "tegenkomen"]),
    ],
)
def test_text_is_broken_between_words(tekst, regels):
    assert breek(tekst, 5) == regels


def test_a_long_word_is_cut_and_a_long_text_ends_in_dots():
    regels = breek("Leefbaarheidsprojectgroep", 5)
    assert len(regels) == 2
    assert regels[0].endswith("-")
    assert (regels[0][:-1] + regels[1]) == "Leefbaarheidsprojectgroep"
    assert len(regels[1]) >= 4
    lang = breek("woord " * 60, 4)
    assert len(lang) == 4
    assert lang[-1].endswith("…")


# The page


def test_the_page_names_the_gaps_before_the_picture_and_the_text(reis):
    heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Zomerfeest")
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER)).get(PAD).text
    kop, beeld, tekst = (pagina.index(s) for s in ("op twee plekken", "<svg", "Vanuit de behoefte: Elkaar"))
    assert kop < beeld < tekst
    assert f'href="{BASIS}7/machinisten/nieuw/?activiteit={a.sleutel}"' in pagina
    assert "nog geen machinist" in pagina
    assert ' style="' not in pagina
    ids = re.findall(r' id="([^"]+)"', pagina)
    assert len(ids) == len(set(ids))


def test_every_link_on_the_page_opens_for_every_role(reis):
    heel(reis)
    ander = maak_partij(reis["wijk"], "De School")
    u = maak.maak_uitdaging(reis["kaart"], stem="")
    maak.maak_opbrengst(u, ander.actor)
    maak.maak_activiteit(reis["kaart"])
    for rol in Rol:
        client = ingelogd(maak_lid(reis["wijk"], rol, voor=reis["deelname"] if rol == Rol.DEELNEMER else None))
        hoofd = client.get(PAD).text.split("<main")[1].split("</main>")[0]
        links = set(re.findall(r'href="(/[^"#]*)', hoofd))
        assert len(links) >= 4
        fout = {pad: client.get(pad.replace("&amp;", "&")).status_code for pad in links}
        assert set(fout.values()) == {200}, (rol, fout)


def test_following_the_links_mends_the_thread(reis):
    maak.maak_bestemming(reis["kaart"])
    maak.maak_uitdaging(reis["kaart"])
    client = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER))
    actor = str(reis["actor"].sleutel)
    invullen = {
        "uitdaging_zonder_opbrengst": {"actor": actor, "tekst": "Rust."},
        "uitdaging_zonder_verandering": {"naam": "Elkaar kennen"},
        "verandering_zonder_activiteit": {"naam": "Zomerfeest", "behoefte": "Elkaar zien.", "domein": "sociaal"},
        "activiteit_zonder_machinist": {"actor": actor},
    }
    for soort, velden in invullen.items():
        gat = next(g for g in lees(reis).gaten if g.soort == soort)
        pad, vraag = gat.url.split("?")
        veld, sleutel = vraag.split("=")
        gekozen = re.search(rf'value="{sleutel}"[^>]*(selected|checked)', client.get(gat.url).text)
        assert gekozen, f"{soort}: the form does not know what it is for"
        assert client.post(pad, velden | {veld: sleutel}).status_code in {302, 303}
        assert soort not in soorten(reis)
    assert lees(reis).gaten == ()


def test_in_page_links_have_a_target(reis):
    delen = heel(reis, 2)
    maak.maak_activiteit(reis["kaart"], "Gedeeld", *delen["veranderingen"])
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    doelen = set(re.findall(r'href="#([^"]+)"', pagina))
    assert any(d.startswith("activiteit-") for d in doelen)
    assert doelen <= set(re.findall(r' id="([^"]+)"', pagina))


def test_an_empty_journey_invites(reis):
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.REISLEIDER)).get(PAD).text
    assert "De reis is nog leeg." in pagina
    assert "<svg class" not in pagina
    assert "Er mist nog iets" not in pagina


def test_a_large_journey_is_shown_as_text_only(reis):
    v = heel(reis)["veranderingen"][0]
    for _ in range(MEESTE["activiteiten"]):
        maak.maak_activiteit(reis["kaart"], "", v)
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    assert "te groot om in één tekening te lezen" in pagina
    assert "ww-draad__beeld" not in pagina
    assert pagina.count(">nog geen machinist<") == MEESTE["activiteiten"]


def test_text_of_people_is_escaped(reis):
    maak.maak_uitdaging(reis["kaart"], "<script>alert(1)</script>")
    pagina = ingelogd(maak_lid(reis["wijk"], Rol.LEZER)).get(PAD).text
    assert "<script>alert" not in pagina
    assert "&lt;script&gt;alert" in pagina


@pytest.mark.parametrize("werkt", ["", "ja"])
def test_the_number_of_queries_is_constant(reis, werkt):
    client = ingelogd(maak_lid(reis["wijk"], Rol.DEELNEMER, voor=reis["deelname"]))

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(PAD).status_code == 200
        return len(gevangen)

    def vul(aantal: int) -> None:
        for _ in range(aantal):
            u = maak.maak_uitdaging(reis["kaart"])
            maak.maak_opbrengst(u, reis["actor"])
            v = maak.maak_verandering(reis["kaart"], "", u)
            a = maak.maak_activiteit(reis["kaart"], "", v, werkt=werkt)
            maak.maak_inzet(a, reis["actor"])
            maak.maak_risico(reis["kaart"], activiteit=a)
            groep = maak.maak_doelgroep(reis["wijk"])
            maak.maak_ervaring(reis["wijk"], doelgroep=groep)

    vul(1)
    een = vragen()
    vul(29)
    assert vragen() == een
    assert een < 25
