# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is still open at a perron at the moment of agreeing: the coalition may agree anyway, with the reason."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from actoren.boord import aan_boord
from routekaart.models import Bijdrage, Perron
from routekaart.reis.adressen import perron_url
from routekaart.reis.stand import bijdragers, opsomming
from routekaart.rodedraad.keten import lees_draad
from wijken.models import Tekstvoorstel
from wijken.onderdelen.soort import soorten_bij
from wijkwijzer.accounts.models import Gebruiker

# At which perron a gap of the rode draad is talked about.
PERRON_VAN_GAT = {
    "geen_bestemming": 1,
    "geen_uitdaging": 2,
    "uitdaging_zonder_stem": 2,
    "uitdaging_zonder_opbrengst": 2,
    "opbrengst_niet_nagevraagd": 2,
    "uitdaging_zonder_verandering": 3,
    "verandering_zonder_uitdaging": 3,
    "doelgroep_zonder_spreker": 4,
    "ervaring_niet_gevraagd": 5,
    "verandering_zonder_activiteit": 6,
    "activiteit_zonder_verandering": 6,
    "financiering_loopt_af": 6,
    "activiteit_zonder_machinist": 7,
    "machinist_stopt": 7,
    "risico_zonder_eigenaar": 9,
}


@dataclass(frozen=True)
class OpenPunt:
    """One thing that is open, in a sentence, and where it can be closed."""

    zin: str
    url: str


def open_punten(perron: Perron, *, door: Gebruiker | None) -> list[OpenPunt]:
    """Return what is open at a perron: silent parties, gaps of the rode draad, texts that wait.

    The own proposal of `door` for the answer is not open: it is what they are about to agree on.
    """
    return [*_stille_partijen(perron), *_gaten(perron), *_voorstellen(perron, door)]


def _stille_partijen(perron: Perron) -> list[OpenPunt]:
    gezegd = bijdragers(Q(perron=perron))[perron.pk]
    namen = [str(o.actor) for o in aan_boord(perron.routekaart.wijk_id) if o.actor.pk not in gezegd]
    url = f"{perron_url(perron.routekaart, perron.nummer)}#bijdragen"
    return [OpenPunt(f"Er is nog geen bijdrage van {opsomming(namen)}.", url)] if namen else []


def _gaten(perron: Perron) -> list[OpenPunt]:
    gaten = lees_draad(perron.routekaart).gaten
    return [OpenPunt(g.zin, g.url) for g in gaten if PERRON_VAN_GAT[g.soort] == perron.nummer]


def _voorstellen(perron: Perron, door: Gebruiker | None) -> list[OpenPunt]:
    """Name the texts of this perron that somebody saved second, and that nobody has dealt with yet."""
    eigen = Q(onderwerp=perron.sleutel, door=door) if door else Q(pk=None)
    wachtend = Tekstvoorstel.objects.filter(wijk=perron.routekaart.wijk_id, afgehandeld=None).exclude(eigen)
    per_soort: dict[str, set[Any]] = {}
    for soort, sleutel in wachtend.values_list("onderwerp_soort", "onderwerp"):
        per_soort.setdefault(soort, set()).add(sleutel)
    hier = perron_url(perron.routekaart, perron.nummer)
    uit = []
    if perron.sleutel in per_soort.get("perron", ()):
        uit.append(OpenPunt("Er wacht nog een tekstvoorstel voor ons antwoord.", f"{hier}#antwoord"))
    if "bijdrage" in per_soort:
        rijen = Bijdrage.objects.filter(perron=perron, sleutel__in=per_soort["bijdrage"], intrekking=None)
        uit += [
            _wacht(f"de bijdrage van {b.actor}", f"{hier}bijdragen/{b.sleutel}/") for b in rijen.select_related("actor")
        ]
    for kind in soorten_bij(perron.nummer):
        sleutels = per_soort.get(str(kind.model._meta.model_name))
        if sleutels:
            rijen_hier: Any = kind.rijen(perron)
            rijen_hier = rijen_hier.open().filter(sleutel__in=sleutels)
            uit += [_wacht(f"“{rij}”", f"{hier}{kind.woord}/{rij.sleutel}/") for rij in rijen_hier]
    return uit


def _wacht(wat: str, url: str) -> OpenPunt:
    return OpenPunt(f"Er wacht nog een tekstvoorstel voor {wat}.", url)
