# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Load the structures of a wijk file: one table per kind, named by its word in the kinds.

The keys are the fields of the model. A link is written as the name of what it points to (a figure: its subject), and
the party of a row is always called `partij`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from actoren.models import Actor, Deelname
from routekaart.models import Perron, Routekaart
from routekaart.soorten.overal import STANDPUNTEN
from wijken.models import Gebied, Kerncijfer, Onderdeel, Wijk
from wijken.onderdelen.handelingen import voeg_toe
from wijken.onderdelen.soort import OnderdeelSoort, eerst_het_doel, soorten

PARTIJ = "partij"
PARTIJVELDEN = ("actor", "deelname")


class OnleesbareFixture(ValueError):
    """A wijk file says something that cannot be: which file, which table, the how-manieth row, which key."""

    def __init__(self, plek: str, sleutel: str, reden: str) -> None:
        super().__init__(f"{plek}, {sleutel}: {reden}" if sleutel else f"{plek}: {reden}")


@dataclass
class Lader:
    """Adds rows to one journey. `bestand` is the name of the file, for what goes wrong.

    `bekend` holds, per model, what a row can point to by name; rows that are added join it.
    """

    routekaart: Routekaart
    bestand: str
    bekend: dict[type[models.Model], dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        wijk: Wijk = self.routekaart.wijk
        deelnames = {d.actor.naam: d for d in Deelname.objects.filter(wijk=wijk).select_related("actor")}
        self.bekend = {
            Deelname: deelnames,
            Actor: {naam: d.actor for naam, d in deelnames.items()},
            Gebied: {g.naam: g for g in Gebied.objects.filter(wijk=wijk)},
            Kerncijfer: {k.onderwerp: k for k in Kerncijfer.objects.filter(wijk=wijk)},
            **{soort.model: {} for soort in soorten()},
        }

    def laad(self, gegevens: Mapping[str, Any]) -> None:
        """Add the rows of all kinds but the stands, which only get a check. Raises OnleesbareFixture."""
        perron = self.routekaart.perrons.get(nummer=1)
        perron.routekaart = self.routekaart
        for soort in (s for s in eerst_het_doel() if not s.overal):
            inhoud = gegevens.get(soort.woord, [])
            for nr, gegeven in enumerate([inhoud] if soort.enkel and inhoud else inhoud, 1):
                plek = f"{self.bestand}, {soort.woord} {nr}"
                self._voeg_toe(soort, perron, gegeven, plek)
        nummers = {p["nummer"] for p in gegevens.get("perrons", [])}
        for nr, gegeven in enumerate(gegevens.get(STANDPUNTEN.woord, []), 1):
            if gegeven.get("perron") not in nummers:
                raise OnleesbareFixture(
                    f"{self.bestand}, {STANDPUNTEN.woord} {nr}", "perron", "daar wordt niets gezegd."
                )

    def laad_standpunten(self, gegevens: Mapping[str, Any], perron: Perron) -> None:
        """Add the stands at one perron: parties take them on what is agreed there."""
        for nr, gegeven in enumerate(gegevens.get(STANDPUNTEN.woord, []), 1):
            if gegeven.get("perron") == perron.nummer:
                zonder = {k: w for k, w in gegeven.items() if k != "perron"}
                self._voeg_toe(STANDPUNTEN, perron, zonder, f"{self.bestand}, {STANDPUNTEN.woord} {nr}")

    def _voeg_toe(self, soort: OnderdeelSoort, perron: Perron, gegeven: Mapping[str, Any], plek: str) -> None:
        rij = soort.leeg_van(perron)
        links: dict[str, list[models.Model]] = {}
        for sleutel, waarde in gegeven.items():
            veld = _veld(soort, sleutel, plek)
            if isinstance(veld, models.ManyToManyField):
                links[veld.name] = [self._zoek(veld, naam, plek, sleutel) for naam in waarde]
            elif isinstance(veld, models.ForeignKey):
                setattr(rij, veld.name, self._zoek(veld, waarde, plek, sleutel))
            else:
                setattr(rij, veld.name, waarde.strip() if isinstance(waarde, str) else waarde)
        _keur(rij, plek)
        voeg_toe(rij=rij, links=links, door=None, namens=getattr(rij, soort.van_partij) if soort.van_partij else None)
        self.bekend[soort.model][str(rij)] = rij

    def _zoek(
        self, veld: "models.ForeignKey[Any, Any] | models.ManyToManyField[Any, Any]", naam: str, plek: str, sleutel: str
    ) -> Any:
        """Return the row that a link names."""
        keus = self.bekend[veld.related_model]
        if naam not in keus:
            raise OnleesbareFixture(plek, sleutel, f"'{naam}' is er niet. Wel: {', '.join(keus) or 'niets'}.")
        return keus[naam]


def _veld(soort: OnderdeelSoort, sleutel: str, plek: str) -> "models.Field[Any, Any]":
    """Return the field of a key: one that people fill in, or the mark of an example."""
    partij = next((v for v in PARTIJVELDEN if v in soort.velden), PARTIJ)
    naam = partij if sleutel == PARTIJ else sleutel
    if naam not in (*soort.velden, "voorbeeld") or sleutel in PARTIJVELDEN:
        raise OnleesbareFixture(plek, sleutel, "deze sleutel bestaat niet.")
    veld: models.Field[Any, Any] = soort.model._meta.get_field(naam)  # type: ignore[assignment]
    return veld


def _keur(rij: Onderdeel, plek: str) -> None:
    """Check a row as a form would: lengths, choices, what must be there, and the rules of the database."""
    try:
        rij.full_clean(exclude={"versie", "moment"})
    except ValidationError as fout:
        for sleutel, meldingen in fout.message_dict.items():
            woord = PARTIJ if sleutel in PARTIJVELDEN else sleutel
            raise OnleesbareFixture(plek, "" if sleutel == NON_FIELD_ERRORS else woord, " ".join(meldingen)) from fout
