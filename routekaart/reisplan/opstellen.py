# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put the travel plan together: from the database to `Rapport` and its pictures, in a fixed number of queries."""

from dataclasses import dataclass

from django.utils import timezone

from routekaart.models import Antwoord, Routekaart
from routekaart.perrons import BRON, POSTERTITEL
from routekaart.reis.lijn import treinlijn
from routekaart.reis.stand import PerronInhoud, PerronStand, Staat, inhoud_per_perron, reisstand
from routekaart.reis.treinlijn import als_svg as lijn_als_svg
from routekaart.reis.treinlijn import als_tekst
from routekaart.reisplan.document import AntwoordTekst, BijdrageTekst, PerronDeel, Rapport, StandpuntTekst, Verwijzing
from routekaart.reisplan.draad import draadregels
from routekaart.reisplan.perrondelen import Structuren, lees_structuren, standpunten_per_perron
from routekaart.rodedraad.beeld import teken_stukken
from routekaart.rodedraad.keten import lees_draad
from wijken.cijfers import bronnen, cijferregels
from wijken.plattegrond import als_svg as plattegrond_als_svg
from wijken.plattegrond import teken_plattegrond
from wijken.wijziging import vast_beeld
from wijkwijzer.registry import sections
from wijkwijzer.text.clean import paragraphs


@dataclass(frozen=True)
class Opgesteld:
    """A travel plan ready to be rendered: its text, and the pictures as SVG (empty when there is none)."""

    rapport: Rapport
    treinlijn_svg: str
    kaart_svg: str
    draad_svgs: tuple[str, ...] = ()


def stel_op(routekaart: Routekaart) -> Opgesteld:
    """Read the whole plan as it is at one moment: nothing can be written to the wijk in between."""
    with vast_beeld(routekaart.wijk) as wijk:
        reis = reisstand(routekaart)
        inhoud = inhoud_per_perron(routekaart)
        structuren, standpunten = lees_structuren(routekaart), standpunten_per_perron(routekaart)
        lijn, draad = treinlijn(reis), lees_draad(routekaart)
        beelden = teken_stukken(draad)
        plattegrond = teken_plattegrond(wijk.grens)
        rapport = Rapport(
            titel=f"Reisplan {wijk.naam}",
            ondertitel=f"{POSTERTITEL} {wijk.naam}",
            wijk_naam=wijk.naam,
            gemeente=str(wijk.gemeente),
            datum=timezone.localdate(),
            versie=wijk.versie,
            delen={s.naam: s.lees(wijk) for s in sections()},
            bronnen=[str(b) for b in bronnen(cijferregels(wijk))],
            is_voorbeeld=routekaart.voorbeeld,
            perrons=[_deel(p, inhoud[p.nummer], structuren, standpunten.get(p.nummer, [])) for p in reis.perrons],
            draad=draadregels(draad),
            draad_beelden=[b.tekst for b in beelden],
            toezeggingen=structuren.toezeggingen,
            begrippen=structuren.begrippen,
            treinlijn_tekst=als_tekst(lijn),
            kaart_tekst=f"Kaart met de grens van {wijk.naam}.",
            bron_rapport=str(BRON),
        )
    svgs = tuple(b.svg for b in beelden)
    return Opgesteld(rapport, lijn_als_svg(lijn), plattegrond_als_svg(plattegrond) if plattegrond else "", svgs)


def _deel(
    stand: PerronStand, inhoud: PerronInhoud, structuren: Structuren, standpunten: list[StandpuntTekst]
) -> PerronDeel:
    antwoord = inhoud.antwoord
    vragen = [*stand.soort.vragen, *filter(None, [stand.soort.gedeelde_vraag])]
    return PerronDeel(
        nummer=stand.nummer,
        kop=stand.soort.kop,
        fase=stand.soort.fase.value,
        staat=stand.staat.label,
        vragen=vragen,
        bijdragen=[BijdrageTekst(str(b.actor), paragraphs(b.tekst), b.voorbeeld) for b in inhoud.bijdragen],
        antwoord=_antwoord(antwoord) if antwoord else None,
        eerdere=max(0, inhoud.aantal_antwoorden - 1),
        heropend_omdat=inhoud.heropening.reden if inhoud.heropening and stand.staat is Staat.HEROPEND else "",
        standpunten=standpunten,
        structuren=structuren.per_perron.get(stand.nummer, []),
        verwijzingen=_verwijzingen(stand.nummer, structuren),
    )


def _verwijzingen(nummer: int, structuren: Structuren) -> list[Verwijzing]:
    """Point from a perron at what it made but stands at the back, because readers look it up there."""
    if nummer == 1 and structuren.begrippen:
        return [Verwijzing("begrippen", "Wat wij met woorden bedoelen, staat in het begrippenkader")]
    if nummer == 8 and structuren.toezeggingen:
        return [Verwijzing("toezeggingen", "Wat elke partij toezegt, staat bij de toezeggingen")]
    return []


def _antwoord(antwoord: Antwoord) -> AntwoordTekst:
    return AntwoordTekst(
        alineas=paragraphs(antwoord.tekst),
        voorbeeld=antwoord.voorbeeld,
        vastgesteld_op=timezone.localtime(antwoord.moment).date(),
        zeggenschap=antwoord.get_zeggenschap_display() if antwoord.zeggenschap else "",
        ondanks=antwoord.ondanks,
    )
