# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures in the wijk files, checked against the models; and the loader, with files that are wrong."""

import re
import tomllib
from collections import Counter
from datetime import date

import pytest
from django.db import models

from actoren.models import Doelgroep, Ervaring, Inclusiebesluit, Schat
from routekaart.models import (
    Activiteit,
    Antwoord,
    Bestemming,
    Inzet,
    Leervraag,
    Opbrengst,
    Reisgenoot,
    Standpunt,
    Toezegging,
    Uitdaging,
    Verandering,
)
from routekaart.rodedraad.keten import lees_draad
from routekaart.toegang import huidige_routekaart
from routekaart.voorbeelden.laden import MAP, laad_alles
from routekaart.voorbeelden.onderdelen import Lader, OnleesbareFixture
from tests.factories import maak_partij, maak_routekaart, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from tests.voorbeelden import zet_voorbeeld
from wijken.models import Journaalregel
from wijken.onderdelen.soort import soorten

ALLE = {s.woord: s for s in soorten()}
WIJKEN = ("ossenkoppelerhoek", "meerzicht", "haarwijk")
VANDAAG = date(2026, 11, 25)
# Years and counts that the report gives, per wijk, as in tests/test_fixtures.py.
GETALLEN = {"ossenkoppelerhoek": set(), "meerzicht": {"2035"}, "haarwijk": {"50"}}
# What a link names, in the same file: the table, and the key that is its name.
DOELEN = {
    "partij": ("partijen", "naam"),
    "spreker": ("partijen", "naam"),
    "eigenaar": ("partijen", "naam"),
    "casus": ("gebieden", "naam"),
    "cijfer": ("kerncijfers", "onderwerp"),
    "uitdaging": ("uitdagingen", "naam"),
    "uitdagingen": ("uitdagingen", "naam"),
    "veranderingen": ("veranderingen", "naam"),
    "activiteit": ("activiteiten", "naam"),
    "doelgroep": ("doelgroepen", "naam"),
}


def lees(slug):
    return tomllib.loads((MAP / f"{slug}.toml").read_text(encoding="utf-8"))


def rijen(slug):
    """Return (word of the kind, row) for every row of a structure in a file."""
    uit = []
    for woord in ALLE:
        inhoud = lees(slug).get(woord, [])
        uit += [(woord, rij) for rij in (inhoud if isinstance(inhoud, list) else [inhoud])]
    return uit


def veldnaam(woord, sleutel):
    """Return the field that a key fills."""
    if sleutel != "partij":
        return sleutel
    return "deelname" if "deelname" in ALLE[woord].velden else "actor"


@pytest.fixture(params=WIJKEN)
def slug(request):
    return request.param


def test_keys_are_fields_that_people_fill_in_and_every_row_is_marked(slug):
    for woord, rij in rijen(slug):
        over = {veldnaam(woord, s) for s in rij} - set(ALLE[woord].velden) - {"voorbeeld"}
        assert over == ({"perron"} if woord == "standpunten" else set()), (woord, rij)
        assert type(rij["voorbeeld"]) is bool, (woord, rij)


def test_values_fit_their_field_in_type_length_and_choice(slug):
    for woord, rij in rijen(slug):
        for sleutel, waarde in rij.items():
            veld = ALLE[woord].model._meta.get_field(veldnaam(woord, sleutel))
            plek = (slug, woord, sleutel, waarde)
            if isinstance(veld, models.ManyToManyField):
                assert waarde, plek
                assert len(set(waarde)) == len(waarde), plek
            elif isinstance(veld, models.DateField):
                assert type(waarde) is date, plek
            elif isinstance(veld, models.IntegerField) or sleutel == "perron":
                assert type(waarde) is int, plek
            elif isinstance(veld, models.CharField | models.TextField):
                assert 0 < len(waarde) <= veld.max_length, plek
                assert not veld.choices or waarde in dict(veld.choices), plek


def test_every_link_names_something_of_the_same_file(slug):
    gegevens = lees(slug)
    for woord, rij in rijen(slug):
        for sleutel in set(rij) & set(DOELEN):
            tabel, naam = DOELEN[sleutel]
            gevraagd = rij[sleutel] if isinstance(rij[sleutel], list) else [rij[sleutel]]
            assert set(gevraagd) <= {r[naam] for r in gegevens[tabel]}, (woord, sleutel, rij)


def test_required_fields_are_there(slug):
    for woord, rij in rijen(slug):
        gegeven = {veldnaam(woord, s) for s in rij}
        for naam in ALLE[woord].velden:
            veld = ALLE[woord].model._meta.get_field(naam)
            assert veld.blank or naam in gegeven, (slug, woord, naam, rij)


def test_the_example_fills_every_structure():
    aantallen = Counter(woord for woord, _ in rijen("ossenkoppelerhoek"))
    assert set(aantallen) == set(ALLE)
    assert aantallen["bestemming"] == 1
    assert min(n for woord, n in aantallen.items() if woord != "bestemming") >= 3
    assert {r["perron"] for w, r in rijen("ossenkoppelerhoek") if w == "standpunten"} >= {1, 2, 3}


def test_the_example_fills_every_field_somewhere():
    for woord, soort in ALLE.items():
        gevuld = {veldnaam(w, s) for w, r in rijen("ossenkoppelerhoek") if w == woord for s in r}
        assert set(soort.velden) <= gevuld, (woord, set(soort.velden) - gevuld)


def test_only_what_the_report_says_goes_unmarked():
    """A new row in the example journey is an example, unless someone found it in the report and adds it here."""
    feiten = [
        (woord, next(w for w in rij.values() if isinstance(w, str))[:28])
        for woord, rij in rijen("ossenkoppelerhoek")
        if not rij["voorbeeld"]
    ]
    assert feiten == [
        ("schatten", "Basisschool De Wierde"),
        ("schatten", "Beeklustpark"),
        ("schatten", "Kinderboerderij bij het Beek"),
        ("schatten", "Winkelcentrum aan het Vincen"),
        ("schatten", "Rembrandtveld"),
        ("subdoelen", "De partijen delen één toekom"),
        ("subdoelen", "De partijen blijven met elka"),
        ("leervragen", "Wat kunnen andere organisati"),
        ("leervragen", "Hoe komt er een wijkaanpak d"),
        ("begrippen", "Inclusieve wijk"),
        ("begrippen", "Wijkfonds"),
        ("inclusie", "Gemeente Almelo"),
        ("inclusie", "Beter Wonen"),
        ("inclusie", "St. Joseph"),
        ("reisgenoten", "anders"),
        ("toezeggingen", "Gemeente Almelo"),
    ]


def test_the_other_wijken_hold_no_examples_and_no_stands():
    for slug in ("meerzicht", "haarwijk"):
        assert not [rij for _, rij in rijen(slug) if rij["voorbeeld"]]
        woorden = {woord for woord, _ in rijen(slug)}
        # The report lets no party of these wijken say what it holds of something, or how it went.
        assert not woorden & {"standpunten", "opbrengsten", "ervaringen"}
        # It weighs no risk either: the lightest word claims least.
        assert {r["ernst"] for w, r in rijen(slug) if w == "risicos"} == {"let_op"}


def test_facts_speak_for_no_party_give_no_date_and_no_other_number(slug):
    for woord, rij in rijen(slug):
        if rij["voorbeeld"]:
            continue
        assert not [w for w in rij.values() if isinstance(w, date)], (woord, rij)
        tekst = " ".join(str(w) for k, w in rij.items() if k not in {"perron", "voorbeeld"})
        assert not re.search(r"\b(wij|ons|onze)\b", tekst, re.IGNORECASE), (woord, tekst)
        assert set(re.findall(r"\d+", tekst)) - {"6"} <= GETALLEN[slug], (woord, tekst)


def test_the_voice_of_residents_is_made_up_only_where_it_says_so(slug):
    """The report quotes no resident, so a challenge with their words is an example."""
    for woord, rij in rijen(slug):
        if woord == "uitdagingen" and "stem" in rij:
            assert rij["voorbeeld"]
            assert rij["stem_herkomst"]


def test_examples_lie_in_2026_and_2027_and_what_is_done_lies_behind_us():
    for woord, rij in rijen("ossenkoppelerhoek"):
        data = {k: w for k, w in rij.items() if isinstance(w, date)}
        assert all(w.year in {2026, 2027} for w in data.values()), (woord, rij)
        gedaan = {"beantwoord_op", "nagevraagd_op", "gevraagd_op", "afgesproken_op", "van"}
        assert all(w < VANDAAG for k, w in data.items() if k in gedaan), (woord, rij)


def test_what_the_report_gives_about_meerzicht_and_haarwijk_is_there():
    meerzicht, haarwijk = lees("meerzicht"), lees("haarwijk")
    assert len(meerzicht["uitdagingen"]) == 7
    assert meerzicht["bestemming"]["ambitie_jaar"] == 2035
    assert [v["casus"] for v in meerzicht["leervragen"]] == ["Laveibos", "Haagsebos"]
    assert len(meerzicht["subdoelen"]) == 2
    assert haarwijk["bestemming"]["slogan"] == "Samen voor de Haarwijk"
    assert "associatiekaarten" in haarwijk["bestemming"]["definitie"]
    assert len(haarwijk["leervragen"]) == 2


# --- Loaded -----------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_row_of_the_files_stands_in_the_database():
    wijken = {w.slug: w for w in laad_alles()}
    for slug, wijk in wijken.items():
        kaart = huidige_routekaart(wijk)
        gevonden = Counter()
        for woord, soort in ALLE.items():
            plek = {"wijk": wijk} if soort.model in {Schat, Doelgroep, Inclusiebesluit, Ervaring} else None
            gevonden[woord] = soort.model.objects.filter(**(plek or {"routekaart": kaart})).count()
        assert +gevonden == Counter(woord for woord, _ in rijen(slug))
        regels = Journaalregel.objects.filter(wijk=wijk, soort="onderdeel_toegevoegd")
        assert regels.count() == gevonden.total()
        assert regels.filter(namens__isnull=False).count() == sum(
            gevonden[w] for w in ("opbrengsten", "toezeggingen", "standpunten")
        )
        assert not regels.filter(door__isnull=False).exists()


@pytest.mark.django_db
def test_links_marks_and_words_arrive():
    wijk = zet_voorbeeld("ossenkoppelerhoek")["ossenkoppelerhoek"]
    armoede = Uitdaging.objects.get(naam="Kinderen groeien op in armoede")
    assert armoede.voorbeeld
    assert (armoede.cijfer.onderwerp, armoede.cijfer.wijk) == ("inkomen_laag", wijk)
    assert Opbrengst.objects.filter(uitdaging=armoede).values("actor").distinct().count() == 2
    assert Verandering.objects.get(naam__startswith="Bewoners beslissen mee over geld").uitdagingen.count() == 2
    maaltijd = Activiteit.objects.get(naam__startswith="Straatmaaltijd")
    assert maaltijd.veranderingen.get().naam == "Wat goed loopt, krijgt steun voordat het stopt"
    assert (maaltijd.financiering_tot, maaltijd.daarna) == (date(2026, 12, 31), "")
    assert Inzet.objects.get(activiteit=maaltijd).actor.naam == "Bewonersplatform in de Ossenkoppelerhoek"
    assert Doelgroep.objects.get(naam="Vrijwilligers in de wijk").spreker.wijk == wijk
    assert Leervraag.objects.get(casus__naam="Beeklust").beantwoord_op == date(2026, 9, 17)
    assert Ervaring.objects.get(doelgroep__naam="Vrijwilligers in de wijk").deelname is None
    assert Reisgenoot.objects.filter(wijk_van(wijk), rol="reisleider").count() == 1
    assert not Toezegging.objects.get(tekst__startswith="Werkt samen met de corporaties").voorbeeld
    assert "\n" not in Bestemming.objects.get(wijk_van(wijk)).definitie


def wijk_van(wijk):
    """Filter rows of a journey by their wijk."""
    return models.Q(routekaart__wijk=wijk)


@pytest.mark.django_db
def test_stands_come_after_what_was_agreed():
    zet_voorbeeld()
    for standpunt in Standpunt.objects.filter(perron__antwoorden__isnull=False):
        assert standpunt.versie > standpunt.perron.antwoorden.get().versie
    assert Standpunt.objects.exclude(keuze="eens").filter(reden="").count() == 0
    assert set(Standpunt.objects.filter(perron__nummer__gt=3).values_list("keuze", flat=True)) <= {"eens", "bezwaar"}
    assert "bezwaar" not in Standpunt.objects.filter(perron__nummer__lte=3).values_list("keuze", flat=True)


@pytest.mark.django_db
def test_answers_say_what_part_residents_had():
    zet_voorbeeld()
    delen = {
        (a.perron.routekaart.wijk.slug, a.perron.nummer): a.zeggenschap
        for a in Antwoord.objects.select_related("perron__routekaart__wijk")
    }
    assert delen[("ossenkoppelerhoek", 1)] == delen[("ossenkoppelerhoek", 6)] == "meebeslist"
    assert delen[("meerzicht", 1)] == "geraadpleegd"
    assert all(delen.values())


@pytest.mark.django_db
def test_the_thread_of_the_example_is_nearly_closed():
    wijk = zet_voorbeeld("ossenkoppelerhoek")["ossenkoppelerhoek"]
    draad = lees_draad(huidige_routekaart(wijk), vandaag=VANDAAG)
    assert not draad.losse_veranderingen
    assert not draad.losse_activiteiten
    assert sorted((g.soort, next(iter(re.findall(r"“(.+?)”", g.zin)), "")) for g in draad.gaten) == [
        ("activiteit_zonder_machinist", "Een klein wijkfonds voor activiteiten voor de jeugd"),
        ("doelgroep_zonder_spreker", "Ouderen die alleen wonen"),
        ("ervaring_niet_gevraagd", ""),
        ("financiering_loopt_af", "Straatmaaltijd op het Rembrandtveld"),
        ("opbrengst_niet_nagevraagd", "Bewoners voelen zich onveilig"),
    ]


# --- Files that are wrong ---------------------------------------------------------------------------------------------


@pytest.fixture
def kaart():
    wijk = maak_wijk()
    maak_partij(wijk, naam="De school")
    return maak_routekaart(wijk)


def laad(kaart, **gegevens):
    Lader(kaart, "proef.toml").laad(gegevens)


UITDAGING = {"naam": "Armoede", "voorbeeld": True}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        (
            {
                "uitdagingen": [UITDAGING],
                "opbrengsten": [{"uitdaging": "Armoe", "partij": "De school", "tekst": "Rust"}],
            },
            r"proef\.toml, opbrengsten 1, uitdaging: 'Armoe' is er niet\. Wel: Armoede\.",
        ),
        (
            {"toezeggingen": [{"partij": "De winkel", "tekst": "Een zaal", "staat": "bezig"}]},
            r"toezeggingen 1, partij: 'De winkel' is er niet\. Wel: De school\.",
        ),
        (
            {"uitdagingen": [UITDAGING], "veranderingen": [{"naam": "Meer", "uitdagingen": ["Armoede", "Geluk"]}]},
            "veranderingen 1, uitdagingen: 'Geluk' is er niet",
        ),
        ({"uitdagingen": [UITDAGING | {"cijfer": "geluk"}]}, "uitdagingen 1, cijfer: 'geluk' is er niet. Wel: niets"),
        ({"leervragen": [{"vraag": "Hoe?", "casus": "Torenflat"}]}, "leervragen 1, casus: 'Torenflat' is er niet"),
        ({"uitdagingen": [UITDAGING | {"kleur": "rood"}]}, "uitdagingen 1, kleur: deze sleutel bestaat niet"),
        ({"toezeggingen": [{"actor": "De school"}]}, "toezeggingen 1, actor: deze sleutel bestaat niet"),
        ({"uitdagingen": [UITDAGING | {"versie": 3}]}, "uitdagingen 1, versie: deze sleutel bestaat niet"),
        ({"uitdagingen": [UITDAGING, {"naam": "x" * 201}]}, "uitdagingen 2, naam: "),
        ({"toezeggingen": [{"partij": "De school", "tekst": "Zaal", "staat": "ooit"}]}, "toezeggingen 1, staat: "),
        ({"toezeggingen": [{"tekst": "Een zaal", "staat": "bezig"}]}, "toezeggingen 1, partij: "),
        ({"bestemming": {"slogan": "Samen"}}, "bestemming 1, definitie: "),
        ({"bestemming": {"definitie": "Samen", "ambitie_jaar": 35}}, "bestemming 1, ambitie_jaar: "),
        ({"leervragen": [{"vraag": "Hoe?", "beantwoord_op": date(2026, 9, 1)}]}, "proef.toml, leervragen 1: "),
        ({"uitdagingen": [UITDAGING, UITDAGING]}, "proef.toml, uitdagingen 2: "),
        ({"ervaringen": [{"tekst": "Goed."}]}, "proef.toml, ervaringen 1: "),
        (
            {"perrons": [{"nummer": 1}], "standpunten": [{"perron": 2, "partij": "De school", "keuze": "eens"}]},
            "standpunten 1, perron: daar wordt niets gezegd",
        ),
    ],
)
def test_what_cannot_be_names_file_table_row_and_key(kaart, gegevens, melding):
    with pytest.raises(OnleesbareFixture, match=melding):
        laad(kaart, **gegevens)


@pytest.mark.django_db
def test_a_link_reaches_no_other_journey(kaart):
    ander = maak_routekaart(maak_wijk(slug="elders", naam="Elders"))
    maak_onderdeel("uitdagingen", ander.perrons.get(nummer=2), naam="Armoede")
    with pytest.raises(OnleesbareFixture, match="'Armoede' is er niet"):
        laad(kaart, veranderingen=[{"naam": "Meer", "uitdagingen": ["Armoede"]}])


@pytest.mark.django_db
def test_rows_may_stand_in_any_order_in_the_file(kaart):
    laad(
        kaart,
        machinisten=[{"activiteit": "Koken", "partij": "De school", "voorbeeld": True}],
        neveneffecten=[{"activiteit": "Koken", "soort": "anders", "groep": "buren", "tekst": "Geur."}],
        activiteiten=[{"behoefte": "Eten", "naam": "Koken", "domein": "sociaal", "veranderingen": ["Meer"]}],
        veranderingen=[{"naam": "Meer", "uitdagingen": ["Armoede"]}],
        uitdagingen=[UITDAGING],
    )
    inzet = Inzet.objects.get()
    assert inzet.voorbeeld
    assert inzet.activiteit.veranderingen.get().uitdagingen.get().naam == "Armoede"


@pytest.mark.django_db
def test_stands_land_at_their_own_perron_only(kaart):
    gegevens = {
        "perrons": [{"nummer": 1}, {"nummer": 2}],
        "standpunten": [
            {"perron": 2, "partij": "De school", "keuze": "voorbehoud", "reden": "  Te snel. ", "voorbeeld": True}
        ],
    }
    lader = Lader(kaart, "proef.toml")
    lader.laad(gegevens)
    een, twee = kaart.perrons.get(nummer=1), kaart.perrons.get(nummer=2)
    lader.laad_standpunten(gegevens, een)
    assert not Standpunt.objects.exists()
    lader.laad_standpunten(gegevens, twee)
    standpunt = Standpunt.objects.get()
    assert (standpunt.perron, standpunt.reden, standpunt.voorbeeld) == (twee, "Te snel.", True)
