# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the settings read from the environment: the data folder, the secret, the database, demo mode.

Reading a word, a number or an address is done by environs (ADR 0013); what may stand beside what is decided here.
Everything is a plain function of its arguments, so that the rules can be tested without starting Django.
"""

import contextlib
import ipaddress
import secrets
import socket
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError, validate

TRUE = {"1", "ja", "true", "yes", "on"}
FALSE = {"", "0", "nee", "false", "no", "off"}


class _Reader(Env):
    """environs over a given environment instead of the one of the process; an empty value counts as not set."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        super().__init__()
        self._given = environ

    def _get_value(self, env_key: str, default: Any) -> Any:
        return self._given.get(env_key, "").strip() or default


def read_bool(environ: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Read a yes/no from the environment; empty is no. Raises ImproperlyConfigured for any other word."""
    if environ.get(name) is None:
        return default
    word = environ[name].strip().lower()
    try:
        # environs hands these words to its field, which its types don't say.
        return bool(_Reader({name: word}).bool(name, default=False, truthy=TRUE, falsy=FALSE))  # type: ignore[call-overload]
    except EnvError as error:
        raise ImproperlyConfigured(f"{name} is {environ[name]!r}; use 1 or 0.") from error


def read_weeks(environ: Mapping[str, str], name: str, *, default: int) -> timedelta:
    """Read a number of weeks, at least one, from the environment. Raises ImproperlyConfigured for anything else."""
    try:
        return timedelta(weeks=_Reader(environ).int(name, default=default, validate=validate.Range(1, 520)))
    except EnvError as error:
        raise ImproperlyConfigured(f"{name} is {environ[name]!r}; use a number of weeks from 1 to 520.") from error


def is_this_machine(address: str) -> bool:
    """Tell whether a host name or address can only be reached from this machine."""
    bare = address.strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


def read_secret(environ: Mapping[str, str], folder: Path, *, demo: bool) -> str:
    """Return the secret key: from the environment, or made once and kept in the data folder (mode 600).

    Demo mode shows a password on the login page, so it never runs with a secret that belongs to production:
    raises ImproperlyConfigured when both are set.
    """
    from_environ = environ.get("WIJKWIJZER_SECRET_KEY", "")
    if from_environ:
        if demo:
            raise ImproperlyConfigured(
                "WIJKWIJZER_DEMO and WIJKWIJZER_SECRET_KEY are both set. Demo mode shows its password on the login "
                "page and does not start with a production secret. Unset one of the two."
            )
        return from_environ
    path = folder / ("geheim-demo" if demo else "geheim")
    if not path.exists():
        fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64), encoding="ascii")
        with contextlib.suppress(FileExistsError):  # another process was first: its secret is read below
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text(encoding="ascii")


def read_hosts(environ: Mapping[str, str], *, demo: bool) -> list[str]:
    """Return ALLOWED_HOSTS. In demo mode anything but this machine is refused (ImproperlyConfigured)."""
    hosts = [h for h in _Reader(environ).list("WIJKWIJZER_HOSTS", default=[], subcast=str.strip) if h]
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
    for far_side in _FAR_SIDE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, contextlib.suppress(OSError):
            sock.connect((far_side, 9))
            address = str(sock.getsockname()[0])
            if not is_this_machine(address):
                return address
    return ""


def read_lan(environ: Mapping[str, str]) -> str | None:
    """Return the address on which the room is served: None when that was not asked, empty when there is no network.

    WIJKWIJZER_LAN is 1, or one of the machine's own addresses. Raises ImproperlyConfigured for anything else.
    """
    value = environ.get("WIJKWIJZER_LAN", "").strip()
    if value.lower() in TRUE:
        return find_lan_address()
    if value.lower() in FALSE:
        return None
    try:
        address = ipaddress.IPv4Address(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"WIJKWIJZER_LAN is {value!r}; use 1, or an address like 192.168.1.20.") from error
    if address.is_loopback or address.is_unspecified:
        raise ImproperlyConfigured(f"WIJKWIJZER_LAN is {value!r}; phones can't reach that address.")
    return str(address)


def only_this_machine(hosts: Iterable[str]) -> bool:
    """Tell whether every host in the list is this machine."""
    return all(is_this_machine(h) for h in hosts)


def read_database(environ: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Return Django's DATABASES["default"] for DATABASE_URL, or SQLite in the data folder.

    SQLite takes its write lock at BEGIN and is safe against power loss; PostgreSQL gets a small pool. Raises
    ImproperlyConfigured for another kind of address.
    """
    address = environ.get("DATABASE_URL", "")
    if not address:
        return {
            "ENGINE": "wijkwijzer.server.sqlite_pool",
            "NAME": folder / "wijkwijzer.sqlite3",
            "OPTIONS": {
                "timeout": 10,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
            # An in-memory test database locks under threads, so the tests get a file.
            "TEST": {"NAME": folder / "test.sqlite3"},
        }
    return _postgresql(address)


def _postgresql(address: str) -> dict[str, Any]:
    """Return Django's settings for an address of PostgreSQL. The address holds a password: no message repeats it."""
    try:
        db = _Reader({"DATABASE_URL": address}).dj_db_url("DATABASE_URL")
    except EnvError:
        db = {}
    if db.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must be an address that starts with postgresql://, with marks like @ and / in the password "
            "written as %40 and %2F."
        )
    options = dict(db.get("OPTIONS", {}))
    return {
        **db,
        "HOST": options.pop("host", "") or db["HOST"],
        "PORT": str(db["PORT"]),
        "NAME": db["NAME"] or "postgres",
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # after a restart of the database the pool holds dead connections
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": 8, "timeout": 5}},
    }
