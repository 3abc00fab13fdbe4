# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the settings read from the environment: the data folder, the secret, the database, demo mode.

Everything here is a plain function of its arguments, so that the rules can be tested without starting Django.
"""

import contextlib
import ipaddress
import secrets
import socket
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "ja", "true", "yes", "on"}


FALSE = {"", "0", "nee", "false", "no", "off"}


def read_bool(omgeving: Mapping[str, str], naam: str, *, standaard: bool = False) -> bool:
    """Read a yes/no from the environment. Raises ImproperlyConfigured for any other word."""
    waarde = omgeving.get(naam)
    if waarde is None:
        return standaard
    if waarde.strip().lower() in TRUE:
        return True
    if waarde.strip().lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{naam} is {waarde!r}; use 1 or 0.")


def read_weeks(omgeving: Mapping[str, str], naam: str, *, standaard: int) -> timedelta:
    """Read a number of weeks, at least one, from the environment. Raises ImproperlyConfigured for anything else."""
    waarde = omgeving.get(naam, "").strip() or str(standaard)
    if not (waarde.isascii() and waarde.isdigit() and 1 <= int(waarde) <= 520):
        raise ImproperlyConfigured(f"{naam} is {waarde!r}; use a number of weeks from 1 to 520.")
    return timedelta(weeks=int(waarde))


def is_this_machine(adres: str) -> bool:
    """Tell whether a host name or address can only be reached from this machine."""
    kaal = adres.strip("[]").lower()
    if kaal == "localhost":
        return True
    try:
        return ipaddress.ip_address(kaal).is_loopback
    except ValueError:
        return False


def read_secret(omgeving: Mapping[str, str], map_: Path, *, demo: bool) -> str:
    """Return the secret key: from the environment, or made once and kept in the data folder (mode 600).

    Demo mode shows a password on the login page, so it never runs with a secret that belongs to production:
    raises ImproperlyConfigured when both are set.
    """
    uit_omgeving = omgeving.get("WIJKWIJZER_SECRET_KEY", "")
    if uit_omgeving:
        if demo:
            raise ImproperlyConfigured(
                "WIJKWIJZER_DEMO and WIJKWIJZER_SECRET_KEY are both set. Demo mode shows its password on the login "
                "page and does not start with a production secret. Unset one of the two."
            )
        return uit_omgeving
    bestand = map_ / ("geheim-demo" if demo else "geheim")
    if not bestand.exists():
        nieuw = bestand.with_name(f"{bestand.name}.{secrets.token_hex(4)}")
        nieuw.touch(mode=0o600)
        nieuw.write_text(secrets.token_urlsafe(64), encoding="ascii")
        with contextlib.suppress(FileExistsError):  # another process was first: its secret is read below
            bestand.hardlink_to(nieuw)
        nieuw.unlink()
    return bestand.read_text(encoding="ascii")


def read_hosts(omgeving: Mapping[str, str], *, demo: bool) -> list[str]:
    """Return ALLOWED_HOSTS. In demo mode anything but this machine is refused (ImproperlyConfigured)."""
    hosts = [h.strip() for h in omgeving.get("WIJKWIJZER_HOSTS", "").split(",") if h.strip()]
    if demo and not only_this_machine(hosts):
        raise ImproperlyConfigured(
            "Demo mode answers only on this machine (127.0.0.1, ::1 or localhost); WIJKWIJZER_HOSTS names another."
        )
    return hosts or ["127.0.0.1", "localhost", "[::1]"]


# Somewhere on the internet (an address that nobody has), then the networks that laptops and phones make themselves.
_FAR_SIDE = ("192.0.2.1", "10.42.0.2", "192.168.137.2", "192.168.2.2", "172.20.10.2", "192.168.43.1")


def find_lan_address() -> str:
    """Return the address by which others on its network reach this machine; empty without a network.

    Nothing is sent: the machine only says from which of its addresses it would send.
    """
    for overkant in _FAR_SIDE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sok, contextlib.suppress(OSError):
            sok.connect((overkant, 9))
            adres = str(sok.getsockname()[0])
            if not is_this_machine(adres):
                return adres
    return ""


def read_lan(omgeving: Mapping[str, str]) -> str | None:
    """Return the address on which the room is served: None when that was not asked, empty when there is no network.

    WIJKWIJZER_LAN is 1, or one of the machine's own addresses. Raises ImproperlyConfigured for anything else.
    """
    waarde = omgeving.get("WIJKWIJZER_LAN", "").strip()
    if waarde.lower() in TRUE:
        return find_lan_address()
    if waarde.lower() in FALSE:
        return None
    try:
        adres = ipaddress.IPv4Address(waarde)
    except ValueError as fout:
        raise ImproperlyConfigured(f"WIJKWIJZER_LAN is {waarde!r}; use 1, or an address like 192.168.1.20.") from fout
    if adres.is_loopback or adres.is_unspecified:
        raise ImproperlyConfigured(f"WIJKWIJZER_LAN is {waarde!r}; phones can't reach that address.")
    return str(adres)


def only_this_machine(hosts: Iterable[str]) -> bool:
    """Tell whether every host in the list is this machine."""
    return all(is_this_machine(h) for h in hosts)


def read_database(omgeving: Mapping[str, str], map_: Path) -> dict[str, Any]:
    """Return Django's DATABASES["default"] for DATABASE_URL, or SQLite in the data folder.

    SQLite takes its write lock at BEGIN and is safe against power loss; PostgreSQL gets a small pool. Raises
    ImproperlyConfigured for another kind of address.
    """
    adres = omgeving.get("DATABASE_URL", "")
    if not adres:
        return {
            "ENGINE": "wijkwijzer.server.sqlite_pool",
            "NAME": map_ / "wijkwijzer.sqlite3",
            "OPTIONS": {
                "timeout": 10,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
            # An in-memory test database locks under threads, so the tests get a file.
            "TEST": {"NAME": map_ / "test.sqlite3"},
        }
    delen = urlsplit(adres)
    if delen.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
    opties: dict[str, Any] = dict(parse_qsl(delen.query))
    host = opties.pop("host", "") or unquote(delen.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")) or "postgres",
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": host,
        "PORT": str(delen.port or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # after a restart of the database the pool holds dead connections
        "OPTIONS": {**opties, "pool": {"min_size": 1, "max_size": 8, "timeout": 5}},
    }
