# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures of a perron as its page shows them: plain rows, in a fixed number of queries per kind."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from actoren.models import Deelname
from routekaart.models import Bestemming, Opbrengst, Perron, Uitdaging
from routekaart.reis.adressen import perron_url
from routekaart.reis.stand import PerronStand
from routekaart.soort import ELDERS, VERTREK, OnderdeelSoort
from routekaart.soorten import STANDPUNT, plek_van, soorten_bij
from wijken.cijfers import schrijf
from wijken.models import Afsluiting
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker

OPBRENGST = plek_van(Opbrengst)


def onderdeel_url(perron: Perron, soort: OnderdeelSoort, rij: Any) -> str:
    """Return the address of a row of the current journey."""
    nummer = VERTREK if soort.perron == VERTREK else perron.nummer
    return reverse("onderdeel", args=[perron.wijk.slug, nummer, soort.woord, rij.sleutel])


def structuren(
    perron: Perron, gebruiker: Gebruiker, partijen: set[int], *, is_huidig: bool, vertrek: bool = False
) -> list[dict[str, Any]]:
    """Return the kinds of a perron with their rows; `partijen` are the keys of the parties this user speaks for."""
    schrijft = is_huidig and mag(gebruiker, perron.wijk, "bijdragen")
    nummer = VERTREK if vertrek else perron.nummer
    redenen = _redenen(perron)
    return [
        _soort(perron, soort, nummer, redenen, partijen, schrijft=schrijft)
        | {"verder_url": reverse(soort.verder[0], args=[perron.wijk.slug]) if is_huidig and soort.verder[0] else ""}
        for soort in soorten_bij(nummer)
        if soort.sjabloon != ELDERS
    ]


def _redenen(perron: Perron) -> dict[Any, str]:
    """Return why rows were closed, by sleutel."""
    return dict(Afsluiting.objects.filter(wijk=perron.wijk).values_list("onderwerp", "reden"))


def is_gedeeld(soort: OnderdeelSoort) -> bool:
    """Tell whether a kind reads the same for everybody with one role: nothing in it depends on one's own party."""
    return not soort.van_partij and soort.sjabloon != ELDERS and soort.woord != "uitdagingen"


def gedeelde_structuur(perron: Perron, soort: OnderdeelSoort, *, schrijft: bool) -> dict[str, Any]:
    """Return one kind with its rows for everybody who may write, or for everybody who may not."""
    return _soort(perron, soort, perron.nummer, _redenen(perron), set(), schrijft=schrijft)


def _soort(
    perron: Perron, soort: OnderdeelSoort, nummer: int, redenen: dict[Any, str], partijen: set[int], *, schrijft: bool
) -> dict[str, Any]:
    alle = list(soort.rijen(perron))
    open_, dicht = [r for r in alle if r.sleutel not in redenen], [r for r in alle if r.sleutel in redenen]
    eigen = bool(partijen) if soort.van_partij else True
    nieuw = schrijft and eigen and not (soort.enkel and open_)
    return {
        "soort": soort,
        "koppen": [kop for kop, _ in soort.kolommen],
        "rijen": [_rij(perron, soort, r, partijen, schrijft=schrijft) for r in open_],
        "gesloten": [
            _rij(perron, soort, r, partijen, schrijft=schrijft) | {"reden": redenen[r.sleutel]} for r in dicht
        ],
        "nieuw_url": reverse("onderdeel_nieuw", args=[perron.wijk.slug, nummer, soort.woord]) if nieuw else "",
        "extra": _extra(perron, soort, open_, partijen, schrijft=schrijft),
    }


def _rij(perron: Perron, soort: OnderdeelSoort, rij: Any, partijen: set[int], *, schrijft: bool) -> dict[str, Any]:
    mag_dit = schrijft and (not soort.van_partij or getattr(rij, f"{soort.van_partij}_id") in partijen)
    return {
        "sleutel": str(rij.sleutel),
        "naam": str(rij),
        "cellen": [{"kop": kop, "tekst": tekst(rij)} for kop, tekst in soort.kolommen],
        "voorbeeld": rij.voorbeeld,
        "url": onderdeel_url(perron, soort, rij) if mag_dit else "",
        "rij": rij,
    }


def _extra(perron: Perron, soort: OnderdeelSoort, rijen: list[Any], partijen: set[int], *, schrijft: bool) -> Any:
    """Return what the challenges show beside themselves: the figure, the voices, and the yield for each party."""
    if soort.woord != "uitdagingen":
        return None
    opbrengsten: dict[int, list[Opbrengst]] = {}
    for o in Opbrengst.objects.filter(routekaart=perron.routekaart_id).open().select_related("actor"):
        opbrengsten.setdefault(o.uitdaging_id, []).append(o)
    in_wijk = Deelname.objects.filter(wijk=perron.wijk).count()
    basis = reverse("onderdeel_nieuw", args=[perron.wijk.slug, perron.nummer, "opbrengsten"])
    kan = schrijft and bool(partijen)
    return [
        {
            "rij": u,
            "cijfer": schrijf(u.cijfer.waarde) if u.cijfer else "",
            "opbrengsten": [
                {"o": o, "url": onderdeel_url(perron, OPBRENGST, o) if schrijft and o.actor_id in partijen else ""}
                for o in opbrengsten.get(u.pk, [])
            ],
            "stil": in_wijk - len(opbrengsten.get(u.pk, [])),
            "nieuw_url": f"{basis}?{urlencode({'uitdaging': u.sleutel})}" if kan else "",
            "url": onderdeel_url(perron, soort, u) if schrijft else "",
        }
        for u in rijen
    ]


def te_vragen(hier: PerronStand, partijen: set[int]) -> list[dict[str, str]]:
    """Return the parties whose stand is still to be asked, with the form for who may speak for them."""
    nieuw = reverse("onderdeel_nieuw", args=[hier.perron.wijk.slug, hier.nummer, STANDPUNT.woord])
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
    kaart = perron.routekaart
    return {
        "bestemming": Bestemming.objects.filter(routekaart=kaart).open().first(),
        "uitdagingen": list(Uitdaging.objects.filter(routekaart=kaart).open()),
        "perron_1": perron_url(kaart, 1, is_huidig=is_huidig),
        "perron_2": perron_url(kaart, 2, is_huidig=is_huidig),
    }
