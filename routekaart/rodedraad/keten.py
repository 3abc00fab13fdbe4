# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rode draad (P5): the chain from destination to what it yielded, and the places where it is broken.

Everything is read in a fixed number of queries, as plain rows.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from routekaart.models import Ernst, Routekaart, Werkt
from routekaart.rodedraad.rijen import Rij, Rijen, Wegwijzer, lees_rijen
from routekaart.rodedraad.schakels import (
    ActiviteitSchakel,
    Draad,
    Gat,
    OpbrengstSchakel,
    Schakel,
    UitdagingSchakel,
    VeranderingSchakel,
)
from wijken.onderdelen.soort import datum

MACHINIST_STOPT = timedelta(days=60)
GELD_LOOPT_AF = timedelta(days=90)
NAAM_IN_ZIN = 120
WERKT_LABEL = {w.value: str(w.label) if w else "" for w in Werkt}


def lees_draad(routekaart: Routekaart, *, vandaag: date | None = None, wegwijzer: Wegwijzer | None = None) -> Draad:
    """Read the chain of a journey and name its gaps, in a fixed number of queries.

    Closed rows don't count. `vandaag` is today unless given; without a `wegwijzer` every link leads to a form.
    """
    rijen = lees_rijen(routekaart)
    weg = wegwijzer or Wegwijzer(routekaart.wijk.slug)
    return _Bouw(rijen, weg, vandaag or timezone.localdate()).draad()


class _Bouw:
    """Builds the chain from its rows, and names the gaps on the way, in the order of the perrons."""

    def __init__(self, rijen: Rijen, weg: Wegwijzer, vandaag: date) -> None:
        self.rijen, self.weg, self.vandaag = rijen, weg, vandaag
        self.gaten: list[Gat] = []
        self.met_uitdaging = {pk for doelen in rijen.verandering_van.values() for pk in doelen}
        self.met_verandering = {pk for doelen in rijen.activiteit_van.values() for pk in doelen}
        self.werkt_gezegd = {a["pk"] for a in rijen.activiteiten if a["werkt"]}

    def draad(self) -> Draad:
        r = self.rijen
        bestemming = self._bestemming()
        uitdagingen = [self._uitdaging(u) for u in r.uitdagingen]
        veranderingen = {v["pk"]: self._verandering(v) for v in r.veranderingen}
        self._mensen()
        activiteiten = {a["pk"]: self._activiteit(a) for a in r.activiteiten}
        losse_risicos = self._risicos(activiteiten)
        leeg = not (r.bestemming or uitdagingen or veranderingen or activiteiten or r.risicos)
        losse_v, losse_a = self._rijg(uitdagingen, veranderingen, activiteiten)
        return Draad(
            bestemming=bestemming,
            uitdagingen=uitdagingen,
            losse_veranderingen=losse_v,
            losse_activiteiten=losse_a,
            losse_risicos=losse_risicos,
            gaten=() if leeg else tuple(self.gaten),
            leeg=leeg,
            begin_url=self.weg.nieuw("bestemming"),
            aantallen={
                "uitdagingen": len(uitdagingen),
                "veranderingen": len(veranderingen),
                "activiteiten": len(activiteiten),
                "machinisten": sum(len(a["machinisten"]) for a in activiteiten.values()),
                "risicos": len(r.risicos),
            },
        )

    def _rijg(
        self,
        uitdagingen: list[UitdagingSchakel],
        veranderingen: dict[int, VeranderingSchakel],
        activiteiten: dict[int, ActiviteitSchakel],
    ) -> tuple[list[VeranderingSchakel], list[ActiviteitSchakel]]:
        """String the links together; each stands once in full, where it is met first, and is pointed at after that.

        Return what hangs on nothing.
        """
        getoond_v: set[int] = set()
        getoond_a: set[int] = set()

        def hang(v_pk: int) -> VeranderingSchakel:
            nonlocal getoond_a
            schakel = veranderingen[v_pk]
            doelen = self.rijen.activiteit_van.get(v_pk, [])
            schakel["activiteiten"] = [activiteiten[pk] for pk in doelen]
            schakel["eigen"] = [activiteiten[pk] for pk in doelen if pk not in getoond_a]
            schakel["elders"] = _elders(activiteiten[pk]["verwijzing"] for pk in doelen if pk in getoond_a)
            getoond_a |= set(doelen)
            return schakel

        for rij, uitdaging in zip(self.rijen.uitdagingen, uitdagingen, strict=True):
            doelen = self.rijen.verandering_van.get(rij["pk"], [])
            uitdaging["veranderingen"] = [veranderingen[pk] for pk in doelen]
            uitdaging["eigen"] = [hang(pk) for pk in doelen if pk not in getoond_v]
            uitdaging["elders"] = _elders(veranderingen[pk]["verwijzing"] for pk in doelen if pk in getoond_v)
            getoond_v |= set(doelen)
        losse_v = [hang(pk) for pk in veranderingen if pk not in getoond_v]
        return losse_v, [a for pk, a in activiteiten.items() if pk not in getoond_a]

    def _schakel(self, rij: Rij, naam: str, url: str, zin: str = "") -> Schakel:
        return {"naam": naam, "url": url, "voorbeeld": rij["voorbeeld"], "mist": [], "zin": zin}

    def _gat(self, schakel: Schakel | None, soort: str, woord: str, zin: str, url: str) -> None:
        """Note a gap: the sentence in the list, the word at the link."""
        if schakel is not None:
            schakel["mist"].append(woord)
        self.gaten.append(Gat(soort, zin, url))

    def _bestemming(self) -> Schakel | None:
        if not self.rijen.bestemming:
            zin = "De bestemming is nog niet opgeschreven."
            self._gat(None, "geen_bestemming", "", zin, self.weg.nieuw("bestemming"))
        if not self.rijen.uitdagingen and not self.rijen.veranderingen:
            zin = "Er zijn nog geen uitdagingen opgeschreven."
            self._gat(None, "geen_uitdaging", "", zin, self.weg.nieuw("uitdagingen"))
        if not self.rijen.bestemming:
            return None
        rij = self.rijen.bestemming[0]
        naam = rij["slogan"] or "Onze bestemming"
        return self._schakel(rij, naam, self.weg.rij("bestemming", rij["sleutel"]), rij["definitie"])

    def _uitdaging(self, rij: Rij) -> UitdagingSchakel:
        sleutel, naam = rij["sleutel"], _kort(rij["naam"])
        url = self.weg.rij("uitdagingen", sleutel)
        opbrengsten = self.rijen.opbrengsten.get(rij["pk"], [])
        schakel: UitdagingSchakel = {
            **self._schakel(rij, rij["naam"], url),
            "anker": f"uitdaging-{sleutel}",
            "veranderingen": [],
            "eigen": [],
            "elders": SafeString(),
            "opbrengsten": [],
        }
        if not rij["stem"].strip():
            zin = f"Bij de uitdaging {naam} staat nog niet wat bewoners erover zeggen."
            self._gat(schakel, "uitdaging_zonder_stem", "geen stem van bewoners", zin, url)
        if not opbrengsten:
            zin = f"Bij de uitdaging {naam} staat nog niet wat het een partij moet opleveren."
            nieuw = self.weg.nieuw("opbrengsten", uitdaging=sleutel)
            self._gat(schakel, "uitdaging_zonder_opbrengst", "geen opbrengst", zin, nieuw)
        veranderingen = self.rijen.verandering_van.get(rij["pk"], [])
        werkt = any(not self.werkt_gezegd.isdisjoint(self.rijen.activiteit_van.get(v, ())) for v in veranderingen)
        schakel["opbrengsten"] = [self._opbrengst(o, naam, werkt=werkt) for o in opbrengsten]
        if not veranderingen:
            zin = f"Voor de uitdaging {naam} is er nog geen verandering."
            nieuw = self.weg.nieuw("veranderingen", uitdagingen=sleutel)
            # The picture draws what is missing in the next column.
            self._gat(None, "uitdaging_zonder_verandering", "", zin, nieuw)
        return schakel

    def _opbrengst(self, rij: Rij, uitdaging: str, *, werkt: bool) -> OpbrengstSchakel:
        url = self.weg.rij("opbrengsten", rij["sleutel"], partij=rij["actor_id"])
        opbracht = ""
        if rij["nagevraagd_op"]:
            opbracht = f"Nagevraagd op {datum(rij['nagevraagd_op'])}. {rij['merkbaar']}".strip()
        schakel: OpbrengstSchakel = {
            **self._schakel(rij, rij["actor__naam"], url, rij["tekst"]),
            "opbracht": opbracht,
        }
        # As long as nobody says of any activity whether it works, asking after the yield is too early.
        if werkt and not opbracht:
            zin = f"Aan {rij['actor__naam']} is nog niet gevraagd wat zij merkt bij de uitdaging {uitdaging}."
            self._gat(schakel, "opbrengst_niet_nagevraagd", "nog niet nagevraagd", zin, url)
        return schakel

    def _verandering(self, rij: Rij) -> VeranderingSchakel:
        sleutel, naam = rij["sleutel"], _kort(rij["naam"])
        url = self.weg.rij("veranderingen", sleutel)
        if rij["pk"] not in self.met_uitdaging:
            zin = f"De verandering {naam} hoort nog niet bij een uitdaging."
            self._gat(None, "verandering_zonder_uitdaging", "", zin, url)
        if not self.rijen.activiteit_van.get(rij["pk"]):
            zin = f"Voor de verandering {naam} is er nog geen activiteit."
            nieuw = self.weg.nieuw("activiteiten", veranderingen=sleutel)
            self._gat(None, "verandering_zonder_activiteit", "", zin, nieuw)
        return {
            **self._schakel(rij, rij["naam"], url),
            "anker": f"verandering-{sleutel}",
            "verwijzing": _verwijzing(f"verandering-{sleutel}", rij["naam"]),
            "activiteiten": [],
            "eigen": [],
            "elders": SafeString(),
        }

    def _mensen(self) -> None:
        """Name the groups without a voice, and count who was never asked: a number, not a list of absentees."""
        for groep in self.rijen.doelgroepen:
            if groep["spreker_id"] is None:
                zin = f"Voor de doelgroep {_kort(groep['naam'])} spreekt nog niemand."
                self._gat(None, "doelgroep_zonder_spreker", "", zin, self.weg.rij("doelgroepen", groep["sleutel"]))
        partijen, groepen = self.rijen.niet_gevraagd or (0, 0)
        if partijen or groepen:
            wie = " en ".join(
                filter(None, [_tel(partijen, "partij", "partijen"), _tel(groepen, "doelgroep", "doelgroepen")])
            )
            zin = f"Aan {wie} is nog niet gevraagd hoe zij het maken van het plan ervaren."
            self._gat(None, "ervaring_niet_gevraagd", "", zin, self.weg.nieuw("ervaringen"))

    def _activiteit(self, rij: Rij) -> ActiviteitSchakel:
        sleutel, naam = rij["sleutel"], _kort(rij["naam"])
        url = self.weg.rij("activiteiten", sleutel)
        schakel: ActiviteitSchakel = {
            **self._schakel(rij, rij["naam"], url),
            "anker": f"activiteit-{sleutel}",
            "verwijzing": _verwijzing(f"activiteit-{sleutel}", rij["naam"]),
            "behoefte": rij["behoefte"],
            "werkt": WERKT_LABEL[rij["werkt"]],
            "opbracht": rij["werkt_toelichting"],
            "machinisten": [],
            "risicos": [],
        }
        if rij["pk"] not in self.met_verandering:
            zin = f"De activiteit {naam} hoort nog niet bij een verandering."
            self._gat(None, "activiteit_zonder_verandering", "", zin, url)
        tot = rij["financiering_tot"]
        if tot and tot <= self.vandaag + GELD_LOOPT_AF and not rij["daarna"].strip():
            liep = "liep" if tot < self.vandaag else "loopt"
            zin = f"Het geld voor de activiteit {naam} {liep} tot {datum(tot)}. Wat blijft er daarna over?"
            woord = "geld is op" if tot < self.vandaag else "geld loopt af"
            self._gat(schakel, "financiering_loopt_af", woord, zin, url)
        schakel["machinisten"] = self._machinisten(rij, naam)
        return schakel

    def _machinisten(self, activiteit: Rij, naam: str) -> list[Schakel]:
        """Return who keeps an activity going now or later; who has stopped is history."""
        inzetten = [
            i for i in self.rijen.inzetten.get(activiteit["pk"], []) if not i["tot"] or i["tot"] >= self.vandaag
        ]
        if not inzetten:
            nieuw = self.weg.nieuw("machinisten", activiteit=activiteit["sleutel"])
            zin = f"De activiteit {naam} heeft nog geen machinist."
            self._gat(None, "activiteit_zonder_machinist", "", zin, nieuw)
        laatste = max((i["tot"] or date.max for i in inzetten), default=date.max)
        schakels = []
        for inzet in inzetten:
            wie = f"{inzet['actor__naam']} ({inzet['functie']})" if inzet["functie"] else inzet["actor__naam"]
            tot = inzet["tot"]
            url = self.weg.rij("machinisten", inzet["sleutel"])
            schakel = self._schakel(inzet, wie, url, f"tot {datum(tot)}" if tot else "")
            # Somebody else who goes on longer takes over as well as a name in the field.
            if tot == laatste and tot <= self.vandaag + MACHINIST_STOPT and not inzet["opvolging"].strip():
                zin = f"{inzet['actor__naam']} is machinist van {naam} tot {datum(tot)}. Wie neemt het daarna over?"
                self._gat(schakel, "machinist_stopt", "stopt, geen opvolger", zin, url)
            schakels.append(schakel)
        return schakels

    def _risicos(self, activiteiten: dict[int, ActiviteitSchakel]) -> list[Schakel]:
        """Hang every risk on its activity; return those of the whole journey."""
        losse: list[Schakel] = []
        for rij in self.rijen.risicos:
            url = self.weg.rij("risicos", rij["sleutel"])
            ernst, eigenaar = Ernst(rij["ernst"]), rij["eigenaar__naam"]
            zin = f"{ernst.label}, {eigenaar} let hierop" if eigenaar else str(ernst.label)
            schakel = self._schakel(rij, rij["naam"], url, zin)
            if not eigenaar and ernst != Ernst.LET_OP:
                melding = f"Op het risico {_kort(rij['naam'])} let nog geen partij."
                self._gat(schakel, "risico_zonder_eigenaar", "niemand let hierop", melding, url)
            hangt_aan = activiteiten.get(rij["activiteit_id"])
            (hangt_aan["risicos"] if hangt_aan else losse).append(schakel)
        return losse


def _kort(naam: str) -> str:
    """Return a name as it stands in a sentence: in quotes, and not longer than a line."""
    return f"“{naam if len(naam) <= NAAM_IN_ZIN else naam[: NAAM_IN_ZIN - 1].rstrip() + '…'}”"


def _tel(aantal: int, een: str, meer: str) -> str:
    """Count in words: nothing for none."""
    return f"{aantal} {een if aantal == 1 else meer}" if aantal else ""


def _elders(verwijzingen: Iterable[SafeString]) -> SafeString:
    """Put links after one another: they are escaped already, and in a template that is done again for each."""
    return SafeString("; ".join(verwijzingen))


def _verwijzing(anker: str, naam: str) -> SafeString:
    """Return the link to where something stands in full; made once, however often it is pointed at."""
    return format_html('<a class="nl-link" href="#{}">{}</a>', anker, naam)
