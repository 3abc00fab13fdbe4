# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read what is written to the log, in the form in which a production installation writes it."""

import contextlib
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

from wijkwijzer.logs.lines import formatter


class Logboek:
    """The lines that were written since it was opened."""

    def __init__(self) -> None:
        self._uit = io.StringIO()
        self.handler = logging.StreamHandler(self._uit)
        self.handler.setFormatter(formatter(readable=False))

    @property
    def tekst(self) -> str:
        """Everything, as it stands in the file."""
        return self._uit.getvalue()

    def regels(self, logger: str = "") -> list[dict[str, Any]]:
        """The lines of one logger (all without a name), read as JSON."""
        alle = [json.loads(regel) for regel in self.tekst.splitlines()]
        return [r for r in alle if not logger or r["logger"] == logger]

    def beveiliging(self) -> list[dict[str, Any]]:
        """What stands in the security log, without what every line has."""
        vast = {"timestamp", "level", "logger", "verzoek"}
        return [{k: w for k, w in r.items() if k not in vast} for r in self.regels("wijkwijzer.beveiliging")]


@contextlib.contextmanager
def logboek() -> Iterator[Logboek]:
    """Read along with all loggers."""
    boek = Logboek()
    logging.getLogger().addHandler(boek.handler)
    try:
        yield boek
    finally:
        logging.getLogger().removeHandler(boek.handler)
