# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs for every structure: add, change, close, open again. One change each, as all verbs.

The kinds differ in their fields; what it means to change one does not. A row comes here as a form made it: validated,
not saved.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction

from wijken.models import Afsluiting, Onderdeel, Tekstvoorstel
from wijken.wijziging import Partij, Wijziging, wijziging
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.errors import Geweigerd
from wijkwijzer.registry import regelsoort
from wijkwijzer.web.refusals import offer_refusals

ONDERDEEL_TOEGEVOEGD = regelsoort(
    "onderdeel_toegevoegd", lambda r: f"Toegevoegd: {r.nieuw['wat']} “{r.nieuw['naam']}”.", live={"onderdeel"}
)
ONDERDEEL_GEWIJZIGD = regelsoort(
    "onderdeel_gewijzigd",
    lambda r: f"Gewijzigd: {r.nieuw['wat']} “{r.nieuw['naam']}”.",
    live={"onderdeel"},
    terug=lambda rij, oud, door: wijzig(rij=rij, waarden=oud, versie=rij.versie, door=door),
)
ONDERDEEL_GESLOTEN = regelsoort(
    "onderdeel_gesloten",
    lambda r: f"Gesloten: {r.nieuw['wat']} “{r.nieuw['naam']}”. Reden: {r.nieuw['reden']}",
    live={"onderdeel"},
)
ONDERDEEL_GEOPEND = regelsoort(
    "onderdeel_geopend", lambda r: f"Weer geopend: {r.nieuw['wat']} “{r.nieuw['naam']}”.", live={"onderdeel"}
)
TEKST_VOORGESTELD = regelsoort(
    "tekst_voorgesteld",
    lambda r: f"Twee teksten tegelijk bij “{r.nieuw['naam']}”; de tweede is bewaard als voorstel.",
    live={"onderdeel"},
)
VOORSTEL_AFGEHANDELD = regelsoort("voorstel_afgehandeld", lambda r: "Een voorstel voor een tekst is verwerkt.")

Links = Mapping[str, Iterable[models.Model]]

WEIGERINGEN = {
    "onderdeel_staat_er_al": "Dit staat er al: {rij}. Wijzig wat er staat.",
    "onderdeel_als_een_ander": "Er is al een andere met deze gegevens. Wijzig die.",
    "onderdeel_gesloten": "Dit is gesloten. Open het eerst weer.",
    "onderdeel_niet_gesloten": "Dit is niet gesloten.",
}
offer_refusals(WEIGERINGEN)


def soortnaam(rij: Onderdeel) -> str:
    """Return the kind word of a row, as it stands in a sentence."""
    return str(rij._meta.verbose_name)


def journal_value(waarde: Any) -> Any:
    """Return a value as the journal keeps it: rows by their sleutel, dates as text."""
    if isinstance(waarde, models.Model):
        return str(waarde.sleutel)  # type: ignore[attr-defined]
    if isinstance(waarde, date):
        return waarde.isoformat()
    return waarde


def _velden(rij: Onderdeel) -> dict[str, Any]:
    """Return the fields of a row that people fill in."""
    return {
        f.name: journal_value(getattr(rij, f.name))
        for f in rij._meta.get_fields()
        if isinstance(f, models.Field)
        and f.editable
        and not f.primary_key
        and not isinstance(f, models.ManyToManyField)
    }


def voeg_toe[R: Onderdeel](
    *, rij: R, door: Gebruiker | None, links: Links | None = None, namens: Partij | None = None
) -> R:
    """Add a row. Raises Geweigerd when there is one like it already (the database holds what is unique)."""
    with wijziging(rij.wijk, soort=ONDERDEEL_TOEGEVOEGD, door=door, namens=namens) as v:
        return leg_toe(v, rij=rij, links=links)


def leg_toe[R: Onderdeel](v: Wijziging, *, rij: R, links: Links | None = None) -> R:
    """Add a row, inside a change under way. Raises as `voeg_toe` does."""
    rij.versie, rij.moment = v.versie, v.moment
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError as dubbel:
        raise Geweigerd("onderdeel_staat_er_al", rij=str(rij)) from dubbel
    for naam, doelen in (links or {}).items():
        getattr(rij, naam).set(doelen)
    v.noteer(rij, nieuw={"wat": soortnaam(rij), "naam": str(rij), **_velden(rij)})
    return rij


def wijzig[R: Onderdeel](
    *, rij: R, waarden: Mapping[str, Any], versie: int, door: Gebruiker | None, links: Links | None = None
) -> R:
    """Change fields of a row; saving what is there already changes nothing.

    Raises Verouderd when someone was earlier, Geweigerd when it was closed, or when there is another like it.
    """
    with wijziging(rij.wijk, soort=ONDERDEEL_GEWIJZIGD, door=door) as v:
        nu = v.vers(rij, versie=versie)
        _niet_gesloten(nu)
        oud = {k: getattr(nu, k) for k, w in waarden.items() if getattr(nu, k) != w}
        oude_links = {k: list(getattr(nu, k).all()) for k in links or {}}
        nieuwe_links = {k: list(d) for k, d in (links or {}).items() if set(d) != set(oude_links[k])}
        for naam in oud:
            setattr(nu, naam, waarden[naam])
        nu.versie, nu.moment = v.versie, v.moment
        if oud:
            nu.voorbeeld = False  # what a party changed is no longer the example that we made up
        try:
            with transaction.atomic():
                nu.save()
        except IntegrityError as dubbel:
            raise Geweigerd("onderdeel_als_een_ander") from dubbel
        for naam, doelen in nieuwe_links.items():
            getattr(nu, naam).set(doelen)
        vroeger = {k: journal_value(w) for k, w in oud.items()} | {
            k: [journal_value(d) for d in oude_links[k]] for k in nieuwe_links
        }
        nieuw = {k: journal_value(waarden[k]) for k in oud} | {
            k: [journal_value(d) for d in doelen] for k, doelen in nieuwe_links.items()
        }
        v.noteer(nu, oud=vroeger, nieuw={"wat": soortnaam(nu), "naam": str(nu), **nieuw})
    return nu


def _niet_gesloten(rij: Onderdeel) -> None:
    if Afsluiting.objects.filter(onderwerp=rij.sleutel).exists():
        raise Geweigerd("onderdeel_gesloten")


def sluit(*, rij: Onderdeel, reden: str, versie: int, door: Gebruiker | None) -> Afsluiting:
    """Close a row, with the reason; what builds on it stays. Raises Verouderd, or Geweigerd when it is closed."""
    with wijziging(rij.wijk, soort=ONDERDEEL_GESLOTEN, door=door) as v:
        nu = v.vers(rij, versie=versie)
        _niet_gesloten(nu)
        afsluiting = Afsluiting.objects.create(
            wijk=v.wijk,
            soort=str(nu._meta.model_name),
            onderwerp=nu.sleutel,
            reden=reden,
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        v.noteer(nu, nieuw={"wat": soortnaam(nu), "naam": str(nu), "reden": reden})
    return afsluiting


def open_weer(*, rij: Onderdeel, door: Gebruiker | None) -> None:
    """Undo the closing of a row. Raises Geweigerd when it is not closed."""
    with wijziging(rij.wijk, soort=ONDERDEEL_GEOPEND, door=door) as v:
        weg, _ = Afsluiting.objects.filter(onderwerp=rij.sleutel).delete()
        if not weg:
            raise Geweigerd("onderdeel_niet_gesloten")
        v.noteer(rij, nieuw={"wat": soortnaam(rij), "naam": str(rij)})


def bewaar_voorstel(*, rij: Any, veld: str, basis: str, tekst: str, door: Gebruiker | None) -> Tekstvoorstel:
    """Store the text that came second, before the screen shows both. The same text again is not stored twice."""
    zelfde = Tekstvoorstel.objects.filter(onderwerp=rij.sleutel, veld=veld, tekst=tekst, door=door, afgehandeld=None)
    bestaand = zelfde.first()
    if bestaand:
        return bestaand
    with wijziging(rij.wijk, soort=TEKST_VOORGESTELD, door=door) as v:
        voorstel = Tekstvoorstel.objects.create(
            wijk=v.wijk,
            onderwerp_soort=rij._meta.model_name,
            onderwerp=rij.sleutel,
            veld=veld,
            basis=basis,
            tekst=tekst,
            versie=v.versie,
            moment=v.moment,
            door=door,
        )
        v.noteer(rij, nieuw={"wat": str(rij._meta.verbose_name), "naam": str(rij), "veld": veld, "voorstel": tekst})
    return voorstel


def handel_af(*, voorstel: Tekstvoorstel, door: Gebruiker | None) -> Tekstvoorstel:
    """Settle a proposal: its words were taken over, or it was decided not to. It stays in the history."""
    with wijziging(voorstel.wijk, soort=VOORSTEL_AFGEHANDELD, door=door) as v:
        voorstel.afgehandeld = v.versie
        voorstel.save(update_fields=["afgehandeld"])
        v.noteer(voorstel, nieuw={"veld": voorstel.veld, "voorstel": voorstel.tekst})
    return voorstel
