# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make meetings in the room, through the verbs that the application itself uses."""

from uuid import UUID, uuid4

from django.test import Client

from actoren.models import Actor, Doelgroep
from routekaart.zaal.gasten.handelingen import laat_binnen
from routekaart.zaal.kaarten.handelingen import lever_in
from routekaart.zaal.models import Gast, Gastsoort, Kaart, Navraag, Ronde, Sessie, Stap, Taal
from routekaart.zaal.navraag.handelingen import noteer
from routekaart.zaal.programma.handelingen import ga_naar
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import begin_nu
from tests.factories import ingelogd, maak_lid
from wijken.models import Rol, Wijk

VRAAG = "Wat verstaan we onder de inclusieve wijk?"


def maak_sessie(wijk: Wijk, vraag: str = VRAAG, *, anoniem: bool = True, stap: Stap = Stap.WACHT) -> Sessie:
    """A meeting with one question, brought to a step."""
    sessie = begin_nu(wijk=wijk, vraag=vraag, door=None, anoniem=anoniem)
    naar(sessie, stap)
    return sessie


def ronde_van(sessie: Sessie) -> Ronde:
    """The question that the room is at."""
    return zaalstand(sessie).ronde


def naar(sessie: Sessie, stap: Stap) -> None:
    """Bring the room to a step of its question, one step at a time."""
    stand = zaalstand(sessie)
    rij = stand.methode.stappen
    for volgende in rij[rij.index(stand.stap) + 1 : rij.index(stap) + 1]:
        ga_naar(ronde=stand.ronde, stap=volgende, gezien=zaalstand(sessie).versie, door=None)


def maak_gast(sessie: Sessie, actor: Actor | None = None, *, taal: Taal = Taal.NL, naam: str = "") -> Gast:
    """A guest: of a party, or a resident."""
    soort = Gastsoort.PARTIJ if actor else Gastsoort.BEWONER
    return laat_binnen(sessie=sessie, soort=soort, actor=actor, taal=taal, naam=naam)


def maak_kaart(gast: Gast, tekst: str = "Elkaar kennen.", sleutel: UUID | None = None) -> Kaart:
    """A card for the question that the room is at."""
    return lever_in(ronde=ronde_van(gast.sessie), gast=gast, tekst=tekst, apparaatsleutel=sleutel or uuid4())


def maak_navraag(sessie: Sessie, aan: Actor | Doelgroep, tekst: str = "Wat hebt u nodig?") -> Navraag:
    """A question to who is not in the room."""
    return noteer(sessie=sessie, aan=aan, tekst=tekst, taal=Taal.NL, door=None)


def telefoon(sessie: Sessie, wie: str = "bewoner", *, taal: str = "nl", naam: str = "") -> Client:
    """A phone that joined a meeting."""
    client = Client()
    antwoord = client.post(f"/m/{sessie.code}/", {"wie": wie, "taal": taal, "naam": naam})
    assert antwoord.status_code == 302, antwoord.text
    return client


def stuur(client: Client, sessie: Sessie, **velden: str):
    """Send what a phone filled in at the question that the room is at, as its form does."""
    vast = {"ronde": str(ronde_van(sessie).sleutel), "sleutel": str(uuid4())}
    return client.post(f"/m/{sessie.code}/kaart/", vast | velden)


def stuur_kaart(client: Client, sessie: Sessie, tekst: str, sleutel: UUID | None = None):
    """Hand in a card from a phone."""
    return stuur(client, sessie, tekst=tekst, sleutel=str(sleutel or uuid4()))


def desk(sessie: Sessie):
    """Return a function that, as a wijkregisseur of this meeting, fetches one of its pages or posts to it."""
    client = ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))
    basis = f"/wijken/{sessie.wijk.slug}/zaal/{sessie.sleutel}/"
    return lambda pad="regie/", velden=None: (
        client.get(basis + pad) if velden is None else client.post(basis + pad, velden, follow=True)
    )
