# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures of a perron as its page shows them: plain rows, in a fixed number of queries per kind."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from routekaart.models import Bestemming, Perron, Uitdaging
from routekaart.onderdeel.adressen import nieuw_url, onderdeel_url
from routekaart.reis.adressen import perron_url
from routekaart.reis.stand import PerronStand
from routekaart.soorten.overal import STANDPUNTEN
from wijken.models import Afsluiting, Wijk
from wijken.onderdelen.soort import ELDERS, Lezer, OnderdeelSoort, Wijkplek, soorten_bij
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker


def structuren(perron: Perron, gebruiker: Gebruiker, partijen: set[int], *, is_huidig: bool) -> list[dict[str, Any]]:
    """Return the kinds of a perron with their rows; `partijen` are the keys of the parties this user speaks for."""
    lezer = Lezer(is_huidig and mag(gebruiker, perron.wijk, "bijdragen"), frozenset(partijen))
    return _soorten(perron, perron.nummer, lezer, is_huidig=is_huidig)


def structuren_bij_vertrek(wijk: Wijk, gebruiker: Gebruiker) -> list[dict[str, Any]]:
    """Return the kinds that stand before the journey, with their rows."""
    return _soorten(Wijkplek(wijk), None, Lezer(mag(gebruiker, wijk, "bijdragen")), is_huidig=True)


def gedeelde_structuur(perron: Perron, soort: OnderdeelSoort, *, schrijft: bool) -> dict[str, Any]:
    """Return one kind with its rows for everybody who may write, or for everybody who may not."""
    return _soort(perron, soort, perron.nummer, _redenen(perron.wijk), Lezer(schrijft))


def _soorten(plek: Perron | Wijkplek, nummer: int | None, lezer: Lezer, *, is_huidig: bool) -> list[dict[str, Any]]:
    redenen = _redenen(plek.wijk)
    return [
        _soort(plek, soort, nummer, redenen, lezer)
        | {"verder_url": reverse(soort.verder[0], args=[plek.wijk.slug]) if is_huidig and soort.verder[0] else ""}
        for soort in soorten_bij(nummer)
        if soort.sjabloon != ELDERS
    ]


def _redenen(wijk: Wijk) -> dict[Any, str]:
    """Return why rows were closed, by sleutel."""
    return dict(Afsluiting.objects.filter(wijk=wijk).values_list("onderwerp", "reden"))


def _soort(
    plek: Perron | Wijkplek, soort: OnderdeelSoort, nummer: int | None, redenen: dict[Any, str], lezer: Lezer
) -> dict[str, Any]:
    alle, slug = list(soort.rijen(plek)), plek.wijk.slug
    open_, dicht = [r for r in alle if r.sleutel not in redenen], [r for r in alle if r.sleutel in redenen]
    nieuw = lezer.mag_toevoegen(soort) and not (soort.enkel and open_)

    def rij(r: Any) -> dict[str, Any]:
        url = onderdeel_url(slug, soort, r, nummer) if lezer.mag_wijzigen(soort, r) else ""
        return _rij(soort, r, url)

    return {
        "soort": soort,
        "koppen": [kop for kop, _ in soort.kolommen],
        "rijen": [rij(r) for r in open_],
        "gesloten": [rij(r) | {"reden": redenen[r.sleutel]} for r in dicht],
        "nieuw_url": nieuw_url(slug, soort, nummer) if nieuw else "",
        "naast": soort.naast(plek, open_, lezer) if soort.naast else None,
    }


def _rij(soort: OnderdeelSoort, rij: Any, url: str) -> dict[str, Any]:
    return {
        "sleutel": str(rij.sleutel),
        "naam": str(rij),
        "cellen": [{"kop": kop, "tekst": tekst(rij)} for kop, tekst in soort.kolommen],
        "voorbeeld": rij.voorbeeld,
        "url": url,
        "rij": rij,
    }


def te_vragen(hier: PerronStand, partijen: set[int]) -> list[dict[str, str]]:
    """Return the parties whose stand is still to be asked, with the form for who may speak for them."""
    nieuw = nieuw_url(hier.perron.wijk.slug, STANDPUNTEN, hier.nummer)
    return [
        {
            "naam": str(t),
            "partij": t.actor.naam,
            "url": f"{nieuw}?{urlencode({'actor': str(t.actor.sleutel)})}" if t.actor.pk in partijen else "",
        }
        for t in hier.te_vragen
    ]


def naast_elkaar(perron: Perron, *, is_huidig: bool) -> dict[str, Any] | None:
    """Return what perron 3 lays side by side: the destination and the challenges; None at the other perrons."""
    if perron.nummer != 3:
        return None
    routekaart = perron.routekaart
    return {
        "bestemming": Bestemming.objects.filter(routekaart=routekaart).open().first(),
        "uitdagingen": list(Uitdaging.objects.filter(routekaart=routekaart).open()),
        "perron_1": perron_url(routekaart, 1, is_huidig=is_huidig),
        "perron_2": perron_url(routekaart, 2, is_huidig=is_huidig),
    }
