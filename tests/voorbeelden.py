# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken of `fixtures/` in the database of a test, in milliseconds: `zet_voorbeeld("haarwijk")`.

Loading a wijk by its verbs takes a second. The first test of a process that asks for one does that, beside its own
data and undone at once; the rows are kept and written again for whoever asks. Keys are counted from where the tables
stand, so a copy fits in beside what a test made before and has the keys that loading would have given it. Rows that
wijken share are used again when they are there, as the verbs do. `test_voorbeelden.py` compares a copy with a wijk
that was loaded.
"""

import contextlib
import copy
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, models, transaction

from actoren.models import Actor
from routekaart.voorbeelden.laden import MAP, laad_bestand
from wijken.models import Bron, Gemeente, Kerncijfer, Wijk

VOORBEELDEN = tuple(sorted(pad.stem for pad in MAP.glob("*.toml")))

# What the verbs look up before they make it: the lookups, each with the column that it compares.
GEDEELD: dict[type[models.Model], dict[str, str]] = {
    Gemeente: {"naam": "naam"},
    Bron: {"titel": "titel", "uitgever": "uitgever", "jaar": "jaar"},
    Actor: {"naam__iexact": "naam"},
    Kerncijfer: {"gemeente": "gemeente_id", "wijk": "wijk_id", "onderwerp": "onderwerp", "jaar": "jaar"},
}

DJANGO = {"contenttypes", "auth"}  # filled by `migrate` itself

Rij = dict[str, Any]
Momentopname = dict[str, dict[int, Rij]]  # by table and key, in the order in which they were added

_bewaard: dict[str, Momentopname] = {}


def zet_voorbeeld(*slugs: str) -> dict[str, Wijk]:
    """Put these wijken in the database (all of them without a name), in this order; return them by slug."""
    gevraagd = slugs or VOORBEELDEN
    for slug in gevraagd:
        if slug not in _bewaard:
            _bewaard[slug] = _neem_op(slug)
        _herstel(_bewaard[slug])
    gevonden = {wijk.slug: wijk for wijk in Wijk.objects.select_related("gemeente").filter(slug__in=gevraagd)}
    return {slug: gevonden[slug] for slug in gevraagd}


# --- Tables -----------------------------------------------------------------------------------------------------------


@cache
def tabellen() -> dict[str, type[models.Model]]:
    """Every table with an id of the installed apps, those of many-to-many links too; what others point to first."""
    alle = {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.pk.column == "id" and model._meta.app_label not in DJANGO
    }
    geordend: dict[str, type[models.Model]] = {}

    def plaats(tabel: str) -> None:
        if tabel in alle and tabel not in geordend:
            for doel in verwijzingen(alle[tabel]).values():
                if doel != tabel:
                    plaats(doel)
            geordend[tabel] = alle[tabel]

    for tabel in alle:
        plaats(tabel)
    return geordend


def verwijzingen(model: type[models.Model]) -> dict[str, str]:
    """Return the columns of a model that hold the key of another row, with the table of that row."""
    return {
        veld.column: veld.related_model._meta.db_table
        for veld in model._meta.local_fields
        if isinstance(veld, models.ForeignKey)
    }


def lees_tabel(tabel: str) -> dict[int, Rij]:
    """Read the rows of a table as the database holds them, past every conversion."""
    noem = connection.ops.quote_name
    kolommen = [veld.column for veld in tabellen()[tabel]._meta.local_fields if not veld.primary_key]
    # An expression has no declared type, so SQLite's driver leaves it alone; PostgreSQL has a text for everything.
    vorm = "+{}" if connection.vendor == "sqlite" else "{}::text"
    keuze = ", ".join(["id", *(vorm.format(noem(kolom)) for kolom in kolommen)])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {keuze} FROM {noem(tabel)} ORDER BY id")
        return {pk: dict(zip(kolommen, rij, strict=True)) for pk, *rij in cursor.fetchall()}


def lees_standen() -> dict[str, int]:
    """Return per table the last key that was handed out."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, seq FROM sqlite_sequence")
            gegeven = dict(cursor.fetchall())
        else:
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()")
            per_reeks = dict(cursor.fetchall())
            gegeven = {tabel: per_reeks[reeks] for tabel, reeks in _reeksen().items()}
    return {tabel: gegeven.get(tabel) or 0 for tabel in tabellen()}


@cache
def _reeksen() -> dict[str, str]:
    """Return the name of the sequence of each table that has one, on PostgreSQL: keys of tasks are no numbers."""
    namen = list(tabellen())
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join("pg_get_serial_sequence(%s, 'id')" for _ in namen), namen)
        return {t: r.rpartition(".")[2].strip('"') for t, r in zip(namen, cursor.fetchone(), strict=True) if r}


def _zet_standen(standen: Mapping[str, int]) -> None:
    """Let the keys of these tables run on from here."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # inserting has done the rest
            cursor.executemany(
                "UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [(s, t) for t, s in standen.items()]
            )
        elif geteld := {_reeksen()[t]: s for t, s in standen.items() if t in _reeksen()}:
            waarden = [w for reeks, s in geteld.items() for w in (reeks, max(s, 1), s > 0)]
            cursor.execute("SELECT " + ", ".join("setval(%s, %s, %s)" for _ in geteld), waarden)


# --- Taking and giving back -------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _even_leeg() -> Iterator[None]:
    """Empty the database for the duration of a block, and undo all that was done in it."""
    ervoor = lees_standen()
    buiten = transaction.atomic()
    buiten._from_testcase = True  # the verbs want the outermost transaction; so Django's own TestCase says it is
    with buiten:
        with connection.cursor() as cursor:
            for tabel in reversed(tabellen()):
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(tabel)}")
        _zet_standen(dict.fromkeys(ervoor, 0))
        try:
            yield
        finally:
            transaction.set_rollback(True)
    if connection.vendor == "postgresql":  # where a sequence does not turn back
        _zet_standen(ervoor)


def _neem_op(slug: str) -> Momentopname:
    """Load a wijk by its verbs into an empty database, and keep its rows."""
    with _even_leeg():
        laad_bestand(MAP / f"{slug}.toml")
        return {tabel: rijen for tabel in tabellen() if (rijen := lees_tabel(tabel))}


def _herstel(opname: Momentopname) -> None:
    """Write the rows of a wijk, each with the key that comes next in its table."""
    standen = lees_standen()
    bekend: dict[str, dict[int, int]] = {}
    sleutels: dict[str, str] = {}  # the journal points by sleutel, in columns and inside its texts
    with transaction.atomic():
        for tabel, rijen in opname.items():
            model = tabellen()[tabel]
            naar = bekend[tabel] = {}
            links = verwijzingen(model)
            gedeeld = GEDEELD.get(model) if model._default_manager.exists() else None
            nieuw = []
            for pk, bewaard in rijen.items():
                rij = bewaard | {k: bekend[t][int(bewaard[k])] for k, t in links.items() if bewaard[k] is not None}
                if gedeeld and (al := model._default_manager.filter(**{v: rij[k] for v, k in gedeeld.items()}).first()):
                    naar[pk] = al.pk
                    if "sleutel" in rij:
                        oud = UUID(rij["sleutel"])
                        sleutels |= {str(oud): str(al.sleutel), oud.hex: al.sleutel.hex}  # type: ignore[attr-defined]
                    continue
                for vroeger, nu in sleutels.items():
                    rij |= {k: w.replace(vroeger, nu) for k, w in rij.items() if isinstance(w, str) and vroeger in w}
                standen[tabel] += 1
                naar[pk] = standen[tabel]
                nieuw.append((naar[pk], *rij.values()))
            _schrijf(tabel, ["id", *next(iter(rijen.values()))], nieuw)
        _zet_standen({tabel: standen[tabel] for tabel in opname})


def _schrijf(tabel: str, kolommen: list[str], rijen: list[tuple[Any, ...]]) -> None:
    """Insert these rows, each with the values of the columns."""
    if rijen:
        noem = connection.ops.quote_name
        plaatsen = ", ".join(["(" + ", ".join(["%s"] * len(kolommen)) + ")"] * len(rijen))
        opdracht = f"INSERT INTO {noem(tabel)} ({', '.join(map(noem, kolommen))}) VALUES {plaatsen}"
        with connection.cursor() as cursor:
            cursor.execute(opdracht, [w for rij in rijen for w in rij])


# --- A world of one test file -----------------------------------------------------------------------------------------

_werelden: dict[str, tuple[dict[str, tuple[list[str], list[tuple[Any, ...]]]], dict[str, int], Any]] = {}


def eens[T](maak: Callable[[], T]) -> T:
    """Return what `maak` returns, with the rows that it adds to an empty database; made once for a whole test file.

    For a fixture that many tests start from. Each gets a copy of its own; the rows have the same keys every time.
    """
    naam = f"{maak.__module__}.{maak.__qualname__}"
    if naam in _werelden:
        rijen, standen, wereld = _werelden[naam]
        with transaction.atomic():
            for tabel, (kolommen, inhoud) in rijen.items():
                _schrijf(tabel, kolommen, inhoud)
            _zet_standen(standen)
        return copy.deepcopy(wereld)
    assert not _alle_rijen(), "the world of a test file begins in an empty database"
    gemaakt = maak()
    _werelden[naam] = (_alle_rijen(), lees_standen(), copy.deepcopy(gemaakt))
    return gemaakt


def _alle_rijen() -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """Return the columns and rows of every table that has any, but for what Django puts in every database."""
    modellen = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label not in DJANGO]
    namen = {m._meta.db_table: [v.column for v in m._meta.local_fields] for m in modellen}
    noem = connection.ops.quote_name
    vorm = "+{}" if connection.vendor == "sqlite" else "{}::text"
    gevuld = {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM {noem(t)})" for t in namen))
        for (tabel,) in cursor.fetchall():
            keuze = ", ".join(vorm.format(noem(kolom)) for kolom in namen[tabel])
            cursor.execute(f"SELECT {keuze} FROM {noem(tabel)}")
            gevuld[tabel] = (namen[tabel], cursor.fetchall())
    volgorde = list(tabellen())
    return dict(sorted(gevuld.items(), key=lambda paar: volgorde.index(paar[0]) if paar[0] in volgorde else -1))
