# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of wijken."""

from wijken.models import Lidmaatschap, Rol, Wijk
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.logs.security import report


def geef_rol(*, wijk: Wijk, gebruiker: Gebruiker, rol: Rol, door: Gebruiker | None) -> Lidmaatschap:
    """Make someone a member of the coalition of a wijk, or give a member another role.

    The journal names the role, not the person.
    """
    with wijziging(wijk, soort="rol_gegeven", door=door) as v:
        lid, nieuw = Lidmaatschap.objects.get_or_create(wijk=wijk, gebruiker=gebruiker, defaults={"rol": rol})
        oud = "" if nieuw else lid.rol
        v.noteer(lid, oud={} if nieuw else {"rol": oud}, nieuw={"rol": rol})
        if lid.rol != rol:
            lid.rol = rol
            lid.save(update_fields=["rol"])
    report("rol_gegeven", account=gebruiker, door=door, wijk=wijk.slug, rol=rol.value, was=oud)
    return lid
