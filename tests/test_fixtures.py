# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files in fixtures/: figures, keys, lengths, marks of examples. Without Django; the maps: test_grenzen.py."""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from tests.wijkbestanden import BUURTEN, FIXTURES, GEMEENTECODES, ROOT, WIJKEN, Rij, lees

# Years and counts that the report gives, per wijk: a fact with another number does not come from it.
GETALLEN = {
    "ossenkoppelerhoek": {"44", "45", "2009", "2011", "2019", "2022"},
    "meerzicht": {"2019", "2035", "150", "65"},
    "haarwijk": {"50"},
}
ONDERWERPEN = ("inwoners", "woningen", "woz", "koop", "inkomen_laag", "inkomen_hoog", "arbeid")
SOORTEN = {
    "gebieden": {"buurt", "flat", "straat"},
    "programmas": {"programma", "evenement"},
    "partijen": {
        *("gemeente", "corporatie", "onderwijs", "zorg", "welzijn", "politie"),
        *("bewoners", "ondernemers", "sport", "geloof", "cultuur", "overig"),
    },
}
# Required keys per table; what is optional stands in OPTIONEEL.
SLEUTELS = {
    "wijk": {"slug", "naam", "gemeente", "code", "code_jaar", "beschrijving", "grens"},
    "bronnen": {"titel", "uitgever", "jaar", "licentie", "adres"},
    "opgaven": {"naam", "toelichting", "bron"},
    "gebieden": {"naam", "soort", "code", "casus", "beschrijving", "bron"},
    "kerncijfers": {"onderwerp", "jaar", "wijk", "stad", "bron"},
    "partijen": {"naam", "soort", "domein", "doel", "brengt", "verwacht", "bron"},
    "programmas": {"naam", "soort", "beschrijving", "gewaardeerd", "geleerd", "gestopt_omdat", "bron"},
    "routekaart": {"naam", "toelichting", "voorbeeld"},
    "perrons": {"nummer", "bijdragen"},
    "bijdragen": {"partij", "tekst", "voorbeeld"},
    "antwoord": {"tekst", "voorbeeld"},
    "heropening": {"reden"},
}
OPTIONEEL = {
    "programmas": {"van", "tot"},
    "perrons": {"antwoord", "heropening"},
    "antwoord": {"zeggenschap", "ondanks"},
}
# The structures of the journey: their keys and values are checked against the models, in the test of their loader.
ONDERDELEN = {
    *("schatten", "bestemming", "subdoelen", "leervragen", "begrippen", "uitdagingen", "opbrengsten"),
    *("veranderingen", "doelgroepen", "inclusie", "ervaringen", "neveneffecten", "activiteiten", "machinisten"),
    *("reisgenoten", "toezeggingen", "risicos", "standpunten"),
}
LENGTES = {"naam": 120, "tekst": 4000, "titel": 200, "uitgever": 120, "licentie": 60, "code": 12, "slug": 60}
LANGSTE_TEKST = 8000


@cache
def kwb() -> dict[str, Rij]:
    """Return the verified figures by code."""
    with (ROOT / "tests/data/kwb-2022-drie.csv").open(encoding="utf-8", newline="") as f:
        return {rij["code"]: rij for rij in csv.DictReader(f)}


def rijen(wijk: Rij) -> Iterator[tuple[str, Rij]]:
    """Yield (name of the table, row) for every row of a file but the structures, however deep."""
    for tabel, inhoud in wijk.items():
        match inhoud:
            case _ if tabel in ONDERDELEN:
                continue
            case list():
                yield from ((tabel, rij) for rij in inhoud)
            case dict() if tabel == "bronnen":
                yield from ((tabel, rij) for rij in inhoud.values())
            case _:
                yield tabel, inhoud
    for perron in wijk["perrons"]:
        yield from (("bijdragen", rij) for rij in perron["bijdragen"])
        if "antwoord" in perron:
            yield "antwoord", perron["antwoord"]
        if "heropening" in perron:
            yield "heropening", perron["heropening"]


def onderdelen(wijk: Rij) -> Iterator[tuple[str, Rij]]:
    """Yield (name of the table, row) for every row of a structure."""
    for tabel in ONDERDELEN & set(wijk):
        inhoud = wijk[tabel]
        yield from ((tabel, rij) for rij in (inhoud if isinstance(inhoud, list) else [inhoud]))


def uitspraken(wijk: Rij) -> list[Rij]:
    """Return every contribution and answer."""
    return [rij for tabel, rij in rijen(wijk) if tabel in {"bijdragen", "antwoord"}]


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of a text."""
    return [z for alinea in tekst.split("\n\n") for z in re.split(r"(?<=[.?!:]) ", alinea) if z]


@pytest.fixture(params=WIJKEN)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def wijk(slug: str) -> Rij:
    return lees(slug)


def test_there_are_three_files_and_no_others() -> None:
    assert {p.stem for p in FIXTURES.glob("*.toml")} == set(WIJKEN)
    assert {p.stem for p in (FIXTURES / "grenzen").glob("*")} == set(WIJKEN)


def test_keys_are_complete_and_known(wijk: Rij) -> None:
    bovenaan = set(SLEUTELS) - {"bijdragen", "antwoord", "heropening"}
    assert bovenaan <= set(wijk) <= bovenaan | ONDERDELEN
    for tabel, rij in rijen(wijk):
        assert SLEUTELS[tabel] <= set(rij) <= SLEUTELS[tabel] | OPTIONEEL.get(tabel, set()), (tabel, rij)


def test_slug_names_the_file_and_is_valid(slug: str, wijk: Rij) -> None:
    assert wijk["wijk"]["slug"] == slug
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)


def test_values_have_their_type(wijk: Rij) -> None:
    for tabel, rij in rijen(wijk):
        for sleutel, waarde in rij.items():
            verwacht: type = str
            if sleutel in {"jaar", "code_jaar", "van", "tot", "nummer"}:
                verwacht = int
            elif sleutel in {"casus", "voorbeeld"}:
                verwacht = bool
            elif sleutel in {"bijdragen", "antwoord", "heropening"}:
                continue
            assert type(waarde) is verwacht, (tabel, sleutel, waarde)


def test_texts_stay_within_their_length_and_are_plain(wijk: Rij) -> None:
    for tabel, rij in [*rijen(wijk), *onderdelen(wijk)]:
        for sleutel, waarde in rij.items():
            if isinstance(waarde, str):
                assert len(waarde) <= LENGTES.get(sleutel, LANGSTE_TEKST), (tabel, sleutel)
                assert waarde == waarde.strip(), (tabel, sleutel, waarde)
                assert not re.search(r"<|  |\n\n\n|(?<!\n)\n(?!\n)", waarde), (tabel, sleutel, waarde)


def test_names_and_texts_that_must_be_there_are_not_empty(wijk: Rij) -> None:
    for tabel, rij in rijen(wijk):
        for sleutel in ("naam", "titel", "uitgever", "tekst", "toelichting"):
            assert rij.get(sleutel, "x"), (tabel, sleutel)
    assert wijk["wijk"]["beschrijving"]


def test_names_are_unique_in_their_table(wijk: Rij) -> None:
    for tabel in ("opgaven", "gebieden", "partijen", "programmas"):
        namen = [rij["naam"].casefold() for rij in wijk[tabel]]
        assert len(set(namen)) == len(namen), tabel


def test_every_bron_exists_and_is_used(wijk: Rij) -> None:
    gebruikt = {rij["bron"] for _, rij in rijen(wijk) if "bron" in rij}
    assert gebruikt == set(wijk["bronnen"])


def test_sources_are_the_same_in_every_file() -> None:
    assert lees("meerzicht")["bronnen"] == lees("haarwijk")["bronnen"] == lees("ossenkoppelerhoek")["bronnen"]


def test_figures_equal_the_verified_values(slug: str, wijk: Rij) -> None:
    cijfers = wijk["kerncijfers"]
    assert tuple(rij["onderwerp"] for rij in cijfers) == ONDERWERPEN
    van_wijk, van_stad = kwb()[wijk["wijk"]["code"]], kwb()[GEMEENTECODES[slug]]
    assert wijk["wijk"]["gemeente"] == van_stad["naam"]
    for rij in cijfers:
        assert (rij["jaar"], rij["bron"]) == (2022, "kwb2022")
        assert Decimal(rij["wijk"]) == Decimal(van_wijk[rij["onderwerp"]])
        assert Decimal(rij["stad"]) == Decimal(van_stad[rij["onderwerp"]])


def test_figures_name_publisher_year_and_licence(wijk: Rij) -> None:
    bron = wijk["bronnen"]["kwb2022"]
    assert (bron["uitgever"], bron["jaar"], bron["licentie"]) == ("CBS", 2022, "CC BY 4.0")
    assert "85318NED" in bron["titel"]


def test_kinds_are_known(wijk: Rij) -> None:
    for tabel, soorten in SOORTEN.items():
        assert {rij["soort"] for rij in wijk[tabel]} <= soorten
    assert {rij["domein"] for rij in wijk["partijen"]} <= {"fysiek", "sociaal", "beide"}


def test_buurten_have_their_code_of_2022(slug: str, wijk: Rij) -> None:
    assert wijk["wijk"]["code_jaar"] == 2022
    assert {g["code"]: g["naam"] for g in wijk["gebieden"] if g["soort"] == "buurt"} == BUURTEN[slug]


def test_laveibos_and_haagsebos_are_the_only_cases() -> None:
    casussen = [(g["naam"], g["soort"]) for slug in WIJKEN for g in lees(slug)["gebieden"] if g["casus"]]
    assert casussen == [("Laveibos", "flat"), ("Haagsebos", "flat")]


def test_periods_run_forward(wijk: Rij) -> None:
    for programma in wijk["programmas"]:
        assert "van" in programma or "tot" in programma
        assert programma.get("van", 0) <= programma.get("tot", 9999)


def test_the_past_of_ossenkoppelerhoek_says_why_it_stopped() -> None:
    verleden = {p["naam"]: p for p in lees("ossenkoppelerhoek")["programmas"]}
    programma, feest = verleden["Ossenkoppelerhoek voor iedereen"], verleden["Rembrandt Fiësta"]
    assert (programma["soort"], programma["van"], programma["tot"]) == ("programma", 2009, 2011)
    assert "budget" in programma["gestopt_omdat"]
    assert (feest["soort"], feest["tot"]) == ("evenement", 2019)
    assert "van" not in feest, "the report does not say when it began"
    assert "sponsors" in feest["gestopt_omdat"]
    assert "vrijwilligers" in feest["gestopt_omdat"]


def test_contributions_come_from_parties_of_the_wijk(wijk: Rij) -> None:
    partijen = {p["naam"] for p in wijk["partijen"]}
    for perron in wijk["perrons"]:
        assert {b["partij"] for b in perron["bijdragen"]} <= partijen


def test_a_party_says_a_text_only_once_at_a_perron(wijk: Rij) -> None:
    for perron in wijk["perrons"]:
        gezegd = [(b["partij"], b["tekst"]) for b in perron["bijdragen"]]
        assert len(set(gezegd)) == len(gezegd)


def test_perron_numbers_are_valid_and_in_order(wijk: Rij) -> None:
    nummers = [p["nummer"] for p in wijk["perrons"]]
    assert nummers == sorted(set(nummers))
    assert set(nummers) <= set(range(1, 10))


def test_example_journey_passes_all_nine_perrons() -> None:
    perrons = lees("ossenkoppelerhoek")["perrons"]
    assert [p["nummer"] for p in perrons] == list(range(1, 10))
    assert [p["nummer"] for p in perrons if "antwoord" in p] == [1, 2, 3, 4, 5, 6]
    for perron in perrons:
        assert 2 <= len(perron["bijdragen"]) <= 4
        assert len({b["partij"] for b in perron["bijdragen"]}) >= 2


def test_example_is_marked_and_the_other_wijken_have_none() -> None:
    voorbeeld = lees("ossenkoppelerhoek")
    assert voorbeeld["routekaart"]["voorbeeld"]
    assert {u["voorbeeld"] for u in uitspraken(voorbeeld)} == {True, False}
    for slug in ("meerzicht", "haarwijk"):
        assert not lees(slug)["routekaart"]["voorbeeld"]
        assert not any(u["voorbeeld"] for u in uitspraken(lees(slug)))


def test_only_what_the_report_says_goes_unmarked() -> None:
    """A new text in the example journey is an example, unless someone found it in the report and adds it here."""
    perrons = lees("ossenkoppelerhoek")["perrons"]
    feiten = [
        (p["nummer"], b["partij"], b["tekst"][:20]) for p in perrons for b in p["bijdragen"] if not b["voorbeeld"]
    ]
    assert feiten == [
        (1, "Gemeente Almelo", "Partijen uit het fys"),
        (2, "Gemeente Almelo", "Uit de wijkanalyse v"),
        (3, "Gemeente Almelo", "De aanpak moet minde"),
        (3, "Gemeente Almelo", "Het is nodig om same"),
        (4, "Gemeente Almelo", "Ouderen zijn een gro"),
        (6, "Gemeente Almelo", "De gemeente en de co"),
    ]
    assert [p["nummer"] for p in perrons if "antwoord" in p and not p["antwoord"]["voorbeeld"]] == [1]


def test_what_a_party_says_as_we_is_marked_as_example(wijk: Rij) -> None:
    """The report quotes no party of these wijken, so a party that says "wij" is made up."""
    for uitspraak in uitspraken(wijk):
        if re.search(r"\b(wij|ons|onze)\b", uitspraak["tekst"], re.IGNORECASE):
            assert uitspraak["voorbeeld"], uitspraak["tekst"]


def test_facts_hold_only_numbers_that_the_report_gives(slug: str, wijk: Rij) -> None:
    feiten = [u["tekst"] for u in uitspraken(wijk) if not u["voorbeeld"]]
    feiten += [
        rij[sleutel]
        for tabel, rij in rijen(wijk)
        if tabel in {"wijk", "opgaven", "gebieden", "partijen", "programmas"}
        for sleutel in ("beschrijving", "toelichting", "doel", "brengt", "verwacht", "geleerd", "gewaardeerd")
        if sleutel in rij
    ]
    for tekst in feiten:
        zonder_lijst = re.sub(r"(?m)^\d\. ", "", tekst)
        assert set(re.findall(r"\d+", zonder_lijst)) <= GETALLEN[slug], tekst


def test_the_reports_own_words_for_the_other_wijken_are_there() -> None:
    meerzicht = {p["nummer"]: p for p in lees("meerzicht")["perrons"]}
    assert "2035" in meerzicht[1]["antwoord"]["tekst"]
    uitdagingen = meerzicht[2]["bijdragen"][0]["tekst"]
    assert re.findall(r"(?m)^(\d)\. ", uitdagingen) == list("1234567")
    assert len(lees("meerzicht")["opgaven"]) == 7
    haarwijk = {p["nummer"]: p for p in lees("haarwijk")["perrons"]}
    assert "Samen voor de Haarwijk" in haarwijk[1]["bijdragen"][0]["tekst"]
    assert haarwijk[1]["bijdragen"][1]["tekst"].count("leervraag") == 2


def test_haarwijk_is_mostly_open() -> None:
    perrons = lees("haarwijk")["perrons"]
    assert len(perrons) <= 3
    assert not any("antwoord" in p for p in perrons)


def test_sentences_are_short_enough_for_b1(wijk: Rij) -> None:
    for tabel, rij in [*rijen(wijk), *onderdelen(wijk)]:
        for sleutel, waarde in rij.items():
            if isinstance(waarde, str) and tabel != "bronnen":
                for zin in zinnen(waarde):
                    assert len(zin.split()) <= 26, f"{tabel}.{sleutel}: {zin}"
