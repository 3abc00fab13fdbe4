# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A journey that starts from its predecessor (P9): what was chosen is carried over, the rest stays behind."""

import uuid
from collections.abc import Collection
from typing import Any

from django.db import models

from routekaart.models import Routekaart
from routekaart.models.basis import Reisonderdeel
from routekaart.reis.handelingen import ROUTEKAART_OPGEVOLGD, maak_routekaart
from wijken.models import Onderdeel
from wijken.onderdelen.soort import Eigenaar, OnderdeelSoort, eerst_het_doel
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker

Kopieen = dict[tuple[type[models.Model], int], Any]


def mee_te_nemen() -> list[OnderdeelSoort]:
    """Return the kinds of a journey, in an order in which what a row points to is copied before the row itself."""
    return [s for s in eerst_het_doel() if s.eigenaar is Eigenaar.REIS]


def volg_op(*, vorige: Routekaart, naam: str, mee: Collection[str], door: Gebruiker | None) -> Routekaart:
    """Begin the next journey of a wijk and copy the open rows of the kinds in `mee` (their words) into it.

    A row that needs one which stays behind stays behind as well; a link that may be empty becomes empty. One change,
    one journal line with the counts. The predecessor is not touched and can be read.
    """
    with wijziging(vorige.wijk, soort=ROUTEKAART_OPGEVOLGD, door=door) as v:
        nieuw = maak_routekaart(v, naam=naam)
        kopieen: Kopieen = {}
        aantallen = {}
        for soort in mee_te_nemen():
            if soort.woord in mee:
                model: Any = soort.model
                rijen = model.objects.filter(routekaart=vorige).open()
                aantallen[soort.woord] = sum(_kopieer(rij, nieuw, v.versie, v.moment, kopieen) for rij in rijen)
        v.noteer(nieuw, nieuw={"naam": naam, "nummer": nieuw.nummer, "vorige": str(vorige.sleutel), **aantallen})
    return nieuw


def _kopieer(rij: Any, routekaart: Routekaart, versie: int, moment: Any, kopieen: Kopieen) -> bool:
    """Copy one row with its links; return False when something that it needs stayed behind."""
    links = {f.name: list(getattr(rij, f.name).all()) for f in rij._meta.many_to_many}
    oud = rij.pk
    rij.pk, rij.sleutel, rij._state.adding = None, uuid.uuid4(), True
    rij.routekaart, rij.versie, rij.moment = routekaart, versie, moment
    for veld in rij._meta.get_fields():
        if (
            isinstance(veld, models.ForeignKey)
            and issubclass(veld.related_model, Onderdeel)
            and getattr(rij, veld.attname)
        ):
            doel = _kopie(veld.related_model, getattr(rij, veld.attname), kopieen)
            if doel is None and not veld.null:
                return False
            setattr(rij, veld.name, doel)
    rij.save(force_insert=True)
    for naam, doelen in links.items():
        getattr(rij, naam).set([k for d in doelen if (k := _kopie(type(d), d.pk, kopieen))])
    kopieen[type(rij), oud] = rij
    return True


def _kopie(model: type[models.Model], pk: int, kopieen: Kopieen) -> Any:
    """Return the copy of a row of this journey; a row of the wijk (a doelgroep) is not copied but kept."""
    if not issubclass(model, Reisonderdeel):
        return model._default_manager.get(pk=pk)
    return kopieen.get((model, pk))
