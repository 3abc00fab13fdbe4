# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verb of a table: many cards from one phone, in one change."""

from collections.abc import Sequence
from uuid import UUID

from routekaart.zaal.inlevering import StaatErAl, is_nieuw, namens, neemt_kaarten, reekssleutels, telefoonkaart
from routekaart.zaal.models import Gast, Kaart, Ronde
from wijken.wijziging import wijziging


def lever_tafel_in(*, ronde: Ronde, gast: Gast, regels: Sequence[tuple[str, int]], sleutel: UUID) -> list[Kaart]:
    """Take the cards of a whole table: texts with how often each was said. The same `sleutel` again adds nothing.

    Raises Geweigerd when the room is at another question, before its writing, or after closing.
    """
    sleutels = reekssleutels(sleutel, len(regels))
    al = Kaart.objects.filter(ronde=ronde, apparaatsleutel__in=sleutels)
    try:
        with wijziging(ronde.wijk, soort="tafel_ingeleverd", door=None, namens=namens(ronde, gast)) as v:
            is_nieuw(al)  # first: what came in before the room went on stays in
            neemt_kaarten(ronde)
            kaarten = Kaart.objects.bulk_create(
                telefoonkaart(v, ronde=ronde, gast=gast, tekst=tekst, aantal=aantal, apparaatsleutel=eigen)
                for (tekst, aantal), eigen in zip(regels, sleutels, strict=True)
            )
            v.noteer(ronde, nieuw={"titel": ronde.sessie.titel, "kaarten": [[t, n] for t, n in regels]})
    except StaatErAl:
        return list(al.order_by("pk"))
    return kaarten
