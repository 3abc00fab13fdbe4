# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was made of the same input before: one render of a document, and one verdict of veraPDF on a file.

The same order gives the same bytes (`test_render.py` holds that, and renders for real, as does whoever asks for the
fixture `echt_gemaakt`), so the tests of one run share them, whichever process made them. A failure is never kept.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from typing import Any

import pytest

from tests.proefomgeving import GEDEELD
from wijkwijzer.pdf import render


def bewaard(soort: str, van: bytes, maak: Callable[[], bytes]) -> bytes:
    """Return what was made of this before, or make it and keep it."""
    map_ = GEDEELD / soort
    pad = map_ / hashlib.sha256(van).hexdigest()
    with contextlib.suppress(FileNotFoundError):
        return pad.read_bytes()
    inhoud = maak()
    map_.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=map_, delete=False) as half:
        half.write(inhoud)
    os.replace(half.name, pad)  # noqa: PTH105 - in one step: another process may read it
    return inhoud


@pytest.fixture(autouse=True)
def _een_keer_gemaakt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Render a document once, unless the test asks for the real thing."""
    if "echt_gemaakt" in request.fixturenames:
        return
    echt = render._run

    def draai(opdracht: bytes, *rest: Any) -> bytes:
        return bewaard("pdf", opdracht, lambda: echt(opdracht, *rest))

    monkeypatch.setattr(render, "_run", draai)


@pytest.fixture
def echt_gemaakt() -> None:
    """Ask for a render in a process of its own, also of what was made before."""
