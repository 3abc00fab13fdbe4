# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rode draad in the travel plan: the chain as text.

What is missing in it is the coalition's own work and stays on its page; so does what hangs on nothing yet.
"""

from collections.abc import Sequence

from routekaart.reisplan.document import DraadRegel
from routekaart.rodedraad.schakels import ActiviteitSchakel, Draad, Schakel, UitdagingSchakel, VeranderingSchakel


def draadregels(draad: Draad) -> list[DraadRegel]:
    """Return a chain as lines, one for the destination and one for each challenge; none without challenges.

    Each link stands once in full, and is named where it is met again.
    """
    if not draad.uitdagingen:
        return []
    bestemming = [_regel("Bestemming", draad.bestemming, _zin(draad.bestemming))] if draad.bestemming else []
    return bestemming + [_uitdaging(u) for u in draad.uitdagingen]


def _regel(soort: str, schakel: Schakel, tekst: str = "", onder: Sequence[DraadRegel] = ()) -> DraadRegel:
    return DraadRegel(soort, tekst or schakel["naam"], schakel["voorbeeld"], list(onder))


def _zin(schakel: Schakel) -> str:
    """Return the name with what is said of it."""
    return f"{schakel['naam']}: {schakel['zin']}" if schakel["zin"] else schakel["naam"]


def _uitdaging(uitdaging: UitdagingSchakel) -> DraadRegel:
    opbrengsten = [
        _regel(f"Moet opleveren voor {o['naam']}", o, " ".join(filter(None, [o["zin"], o["opbracht"]])))
        for o in uitdaging["opbrengsten"]
    ]
    veranderingen = [_verandering(v) for v in uitdaging["eigen"]]
    eerder = _eerder("Ook deze verandering", uitdaging["veranderingen"], uitdaging["eigen"])
    return _regel("Uitdaging", uitdaging, onder=[*opbrengsten, *veranderingen, *eerder])


def _verandering(verandering: VeranderingSchakel) -> DraadRegel:
    activiteiten = [_activiteit(a) for a in verandering["eigen"]]
    eerder = _eerder("Ook deze activiteit", verandering["activiteiten"], verandering["eigen"])
    return _regel("Verandering", verandering, onder=[*activiteiten, *eerder])


def _eerder(
    soort: str,
    alle: Sequence[VeranderingSchakel] | Sequence[ActiviteitSchakel],
    eigen: Sequence[VeranderingSchakel] | Sequence[ActiviteitSchakel],
) -> list[DraadRegel]:
    """Name what was shown in full before."""
    hier = {s["anker"] for s in eigen}
    namen = [s["naam"] for s in alle if s["anker"] not in hier]
    return [DraadRegel(f"{soort} (staat hierboven)", "; ".join(namen))] if namen else []


def _activiteit(activiteit: ActiviteitSchakel) -> DraadRegel:
    onder = [DraadRegel("Vanuit de behoefte", activiteit["behoefte"])] if activiteit["behoefte"] else []
    onder += [_regel("Machinist", m, ", ".join(filter(None, [m["naam"], m["zin"]]))) for m in activiteit["machinisten"]]
    onder += [_regel("Risico", r, f"{r['naam']} ({r['zin']})") for r in activiteit["risicos"]]
    if activiteit["werkt"]:
        opbracht = f"{activiteit['werkt']}. {activiteit['opbracht']}".strip()
        onder.append(DraadRegel("Wat het opbracht", opbracht))
    return _regel("Activiteit", activiteit, onder=onder)
