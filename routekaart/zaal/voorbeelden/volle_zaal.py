# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario: a meeting under way in the Haarwijk. Thirty guests, forty cards in groups, and the room is voting."""

from itertools import cycle
from uuid import uuid4

from actoren.boord import aan_boord
from actoren.models import Actor
from routekaart.voorbeelden.laden import MAP, laad_bestand
from routekaart.zaal.gasten.handelingen import laat_binnen
from routekaart.zaal.kaarten.handelingen import groepeer, lever_in
from routekaart.zaal.models import Gast, Gastsoort, Kaart, Sessie, Sessiesoort, Stap, Taal
from routekaart.zaal.programma.handelingen import ga_naar
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import begin_nu
from routekaart.zaal.stemmen.forms import soort_van
from routekaart.zaal.stemmen.handelingen import stem
from wijken.models import Wijk

VRAAG = "Wanneer voelt de Haarwijk als thuis? (voorbeeld)"
GASTEN, BEWONERS, GESTEMD = 30, 15, 18
# The texts of the cards, by the group in which they end up. Made up: nobody said them.
KAARTEN: dict[str, tuple[str, ...]] = {
    "Elkaar kennen": (
        *("Ik weet hoe mijn buren heten", "Groeten op straat", "Een praatje bij de lift", "Samen koffie drinken"),
        *("Iemand die belt als mijn gordijn dicht blijft", "Nieuwe buren welkom heten", "Kinderen die samen spelen"),
        "Burendag, maar dan vaker",
    ),
    "Buiten": (
        *("Een bankje in de zon", "Groen voor de deur", "Geen afval naast de bak", "Licht in het steegje"),
        *("Een speelplek voor kleintjes", "Fietsen zonder om te kijken", "Een plek voor jongeren", "Schone stoepen"),
        "Bomen die blijven staan",
    ),
    "Wonen": (
        *("Een huis dat droog is", "Weten wanneer ze gaan slopen", "In mijn eigen buurt kunnen blijven"),
        *("Een trap die ik op kan", "Een huur die ik kan betalen", "Mijn dochter kan hier ook wonen"),
        "Iemand die terugbelt over de verwarming",
    ),
    "Meedoen": (
        *("Meepraten vóór het plan af is", "Iets doen wat ik kan", "Een plek waar de deur open is"),
        *("Horen wat er met ons idee gebeurt", "Vergaderen na etenstijd", "Ook als je de taal nog leert"),
        *("Klein geld voor een klein plan", "Een vrijwilliger die hulp krijgt"),
    ),
    "Hulp dichtbij": (
        *("Eén gezicht voor al mijn vragen", "Een wijkagent die ik ken", "Het buurtcentrum om de hoek"),
        *("Hulp met brieven", "Iemand die meegaat naar het loket", "Een huisarts in de buurt"),
        *("Vragen mogen stellen zonder schaamte", "Een maaltijd als het even niet gaat"),
    ),
}


def laad() -> Wijk:
    """Create the wijk, and bring its meeting to the vote."""
    wijk = laad_bestand(MAP / "haarwijk.toml")
    sessie = begin_nu(wijk=wijk, vraag=VRAAG, soort=Sessiesoort.VRAAG, perron=1, anoniem=False, door=None)
    gasten = _laat_binnen(sessie, [o.actor for o in aan_boord(wijk.pk)])
    _ga_tot(sessie, Stap.SCHRIJF)
    kaarten = _schrijf(sessie, gasten)
    _ga_tot(sessie, Stap.GROEPEER)
    ronde = zaalstand(sessie).ronde
    groepen = [groepeer(ronde=ronde, kaarten=kaarten[naam], naam=naam, door=None) for naam in KAARTEN]
    _ga_tot(sessie, Stap.STEM)
    for nr, gast in enumerate(gasten[:GESTEMD]):
        keus = [groepen[nr % 5], groepen[nr % 3], groepen[0]][: 1 + nr % 3]
        stem(ronde=zaalstand(sessie).ronde, toestel=uuid4(), soort=soort_van(gast), groepen=list(dict.fromkeys(keus)))
    return wijk


def _laat_binnen(sessie: Sessie, actoren: list[Actor]) -> list[Gast]:
    """Let in residents, and guests of each party in turn. Without names."""
    beurt = cycle(actoren)
    wie = [None if nr % 2 == 0 or not actoren else next(beurt) for nr in range(GASTEN)]
    return [
        laat_binnen(sessie=sessie, soort=Gastsoort.PARTIJ if a else Gastsoort.BEWONER, actor=a, taal=Taal.NL)
        for a in wie
    ]


def _schrijf(sessie: Sessie, gasten: list[Gast]) -> dict[str, list[Kaart]]:
    """Hand in each card from the phone of a guest; the first ten guests write two."""
    ronde, schrijver = zaalstand(sessie).ronde, cycle(gasten)
    return {
        naam: [lever_in(ronde=ronde, gast=next(schrijver), tekst=t, apparaatsleutel=uuid4()) for t in teksten]
        for naam, teksten in KAARTEN.items()
    }


def _ga_tot(sessie: Sessie, stap: Stap) -> None:
    """Bring the room to a step, one at a time, as the desk does."""
    stand = zaalstand(sessie)
    rij = stand.methode.stappen
    for volgende in rij[rij.index(stand.stap) + 1 : rij.index(stap) + 1]:
        ga_naar(ronde=stand.ronde, stap=volgende, gezien=zaalstand(sessie).versie, door=None)
