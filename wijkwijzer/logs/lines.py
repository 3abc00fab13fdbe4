# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a line in the log: JSON for programs or words for people, and nothing of what was typed.

Our own loggers say what they mean. Those of Django and other libraries put addresses, values and whole rows in their
sentences: of them only the sentence without its values is kept, and of an exception its kind and the place.
"""

import logging
import re
import traceback
from collections.abc import MutableMapping
from pathlib import PurePath
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError

from wijkwijzer.logs.request import request_id

OURS = ("wijkwijzer", "wijken", "actoren", "routekaart")
FIELDS = (
    *("methode", "pagina", "wijk", "status", "ms"),  # of a request
    *("account", "door", "rol", "was", "recht", "reden"),  # of what touches safety
)
# What these say comes from the code or the machine, never from a form.
HARMLESS = (AttributeError, ImportError, NameError, InterfaceError, OperationalError)
DEEPEST = 12  # frames of an exception that are named
ADDRESS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
Line = MutableMapping[str, Any]


def _say_which(_logger: Any, _method: str, line: Line) -> Line:
    """Add the name of the request and the status that Django gave."""
    record: logging.LogRecord = line["_record"]
    if name := request_id():
        line["verzoek"] = name
    if (status := getattr(record, "status_code", None)) is not None:
        line["status"] = status
    return line


def _keep_words_only(_logger: Any, _method: str, line: Line) -> Line:
    """Fill in the values of our own sentences; of others, keep the sentence; of Django's, not even that."""
    record: logging.LogRecord = line["_record"]
    values = line.pop("positional_args", None)
    top = record.name.partition(".")[0]
    if top in OURS and values:
        line["event"] = str(line["event"]) % values
    elif top == "django":
        line["event"] = "antwoord met een fout" if hasattr(record, "status_code") else "melding van Django"
    return line


def describe(error: BaseException) -> dict[str, str]:
    """Return the kind of an exception, its place and cause, and its text if that can hold no content."""
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    places = [f"{'/'.join(PurePath(f.filename).parts[-3:])}:{f.lineno} {f.name}" for f in frames]
    told = {"fout": type(error).__name__, "plek": " > ".join(places)}
    if isinstance(error, HARMLESS):
        told["tekst"] = str(error)
    elif isinstance(error, OSError) and error.strerror:
        told["tekst"] = error.strerror
    if cause := error.__cause__ or error.__context__:
        told["door_fout"] = type(cause).__name__
    return told


def _describe_exception(_logger: Any, _method: str, line: Line) -> Line:
    """Put the description of an exception in the place of its traceback."""
    given = line.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    return {**line, **describe(error)} if isinstance(error, BaseException) else line


def _hide_addresses(_logger: Any, _method: str, line: Line) -> Line:
    """Hide what looks like an e-mail address, wherever it came from. A net under all the rest."""
    for name, value in line.items():
        if isinstance(value, str) and "@" in value:
            line[name] = ADDRESS.sub("[adres]", value)
    return line


def formatter(*, readable: bool) -> logging.Formatter:
    """Return the formatter for a handler: JSON, or lines for who is looking."""
    words = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
    return structlog.stdlib.ProcessorFormatter(
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            words if readable else structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        foreign_pre_chain=[
            structlog.processors.TimeStamper(fmt="%H:%M:%S" if readable else "iso", utc=not readable),
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            _say_which,
            _keep_words_only,
            structlog.stdlib.ExtraAdder(allow=FIELDS),
            _describe_exception,
            _hide_addresses,
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )


def logging_settings(*, readable: bool) -> dict[str, Any]:
    """Return Django's LOGGING: all lines to the error output, each request and what touches safety among them."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lijn": {"()": formatter, "readable": readable}},
        "handlers": {"uitvoer": {"class": "logging.StreamHandler", "formatter": "lijn"}},
        "root": {"handlers": ["uitvoer"], "level": "WARNING"},
        "loggers": {
            # Django itself has a handler that mails whole requests to administrators.
            "django": {"handlers": [], "level": "WARNING"},
            # 403 and 404: the line of the request says so, without the address.
            "django.request": {"level": "ERROR"},
            # A stranger's Host header is no mistake of ours, and comes often; the line of the request says 400.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "wijkwijzer.verzoek": {"level": "INFO"},
            "wijkwijzer.beveiliging": {"level": "INFO"},
        },
    }
