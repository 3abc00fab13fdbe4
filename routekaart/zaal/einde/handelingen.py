# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs around the end of a meeting: what parties said, and how an action went."""

from routekaart.models import Standpunt, Toezegging
from routekaart.zaal.gesloten import moet_open_zijn
from routekaart.zaal.models import Actie, Actieafronding, ActieUitkomst, Inbreng, Ronde
from wijken.onderdelen import leg_toe
from wijken.wijziging import wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd


def breng_in(*, ronde: Ronde, rij: Standpunt | Toezegging, door: Gebruiker | None) -> Inbreng:
    """Write down a stand or a promise that a party gives in the room: at its perron, and for the report of the meeting.

    `rij` comes as a form made it. Raises Geweigerd when one like it stands at the perron already, or after closing.
    """
    with wijziging(ronde.wijk, soort="onderdeel_toegevoegd", door=door, namens=rij.actor) as v:
        moet_open_zijn(ronde.sessie)
        leg_toe(v, rij=rij)
        return Inbreng.objects.create(
            ronde=ronde,
            standpunt=rij if isinstance(rij, Standpunt) else None,
            toezegging=rij if isinstance(rij, Toezegging) else None,
            tekst=_gezegd(rij),
            versie=v.versie,
            moment=v.moment,
        )


def _gezegd(rij: Standpunt | Toezegging) -> str:
    reden = getattr(rij, "reden", "")
    return f"{rij}, want: {reden}" if reden else str(rij)


def rond_actie_af(*, actie: Actie, uitkomst: ActieUitkomst, door: Gebruiker | None) -> Actieafronding:
    """Say that an action is done, or does not go on. Raises Geweigerd when that was said already."""
    with wijziging(actie.sessie.wijk, soort="actie_afgerond", door=door, namens=actie.actor) as v:
        if Actieafronding.objects.filter(actie=actie).exists():
            raise Geweigerd("Deze actie is al afgerond.")
        rij = Actieafronding.objects.create(actie=actie, uitkomst=uitkomst, versie=v.versie, moment=v.moment, door=door)
        v.noteer(actie, nieuw={"titel": actie.sessie.titel, "wat": actie.wat, "uitkomst": uitkomst})
    return rij


def open_actie_weer(*, actie: Actie, door: Gebruiker | None) -> None:
    """Take that back. Raises Geweigerd when the action is open."""
    with wijziging(actie.sessie.wijk, soort="actie_weer_open", door=door, namens=actie.actor) as v:
        weg, _ = Actieafronding.objects.filter(actie=actie).delete()
        if not weg:
            raise Geweigerd("Deze actie staat nog open.")
        v.noteer(actie, nieuw={"titel": actie.sessie.titel, "wat": actie.wat})
