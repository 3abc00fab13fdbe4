# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of wijken."""

from wijken.models import Lidmaatschap, Rol, Wijk
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.logs.security import report
from wijkwijzer.registry import regelsoort

ROL_GEGEVEN = regelsoort(
    "rol_gegeven", lambda r: f"Iemand kreeg de rol {r.nieuw['rol']}.", live={"toegang", "alle_perrons"}
)
WIJK_GELADEN = regelsoort(
    "wijk_geladen", lambda r: f"De gegevens van {r.nieuw['naam']} zijn ingelezen.", live={"alle_perrons"}
)


def geef_rol(*, wijk: Wijk, gebruiker: Gebruiker, rol: Rol, door: Gebruiker | None) -> Lidmaatschap:
    """Make someone a member of the coalition of a wijk, or give a member another role.

    The journal names the role, not the person.
    """
    with wijziging(wijk, soort=ROL_GEGEVEN, door=door) as v:
        lid, nieuw = Lidmaatschap.objects.get_or_create(wijk=wijk, gebruiker=gebruiker, defaults={"rol": rol})
        oud = "" if nieuw else lid.rol
        v.noteer(lid, oud={} if nieuw else {"rol": oud}, nieuw={"rol": rol})
        if lid.rol != rol:
            lid.rol = rol
            lid.save(update_fields=["rol"])
    report("rol_gegeven", account=gebruiker, door=door, wijk=wijk.slug, rol=rol.value, was=oud)
    return lid
