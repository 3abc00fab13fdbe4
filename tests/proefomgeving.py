# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The environment of the tests: demo mode (plain http) and a data folder of their own.

A pytest plugin, because the settings are read before any conftest. `make test` sets both variables itself; this is
for `.venv/bin/python -m pytest` by hand. Processes that share the tests have a folder each: an installation makes one
document at a time, and who waits too long for the other is sent away. What they do share is `GEDEELD`; `make test`
keeps it for the whole run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("WIJKWIJZER_DEMO", "1")
if "WIJKWIJZER_DATA" not in os.environ:
    os.environ["WIJKWIJZER_DATA"] = tempfile.mkdtemp(prefix="wijkwijzer-pytest-")
    atexit.register(shutil.rmtree, os.environ["WIJKWIJZER_DATA"], ignore_errors=True)
GEDEELD = Path(os.environ.setdefault("WIJKWIJZER_GEDEELD", f"{os.environ['WIJKWIJZER_DATA']}/gedeeld"))
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["WIJKWIJZER_DATA"] = f"{os.environ['WIJKWIJZER_DATA']}/{os.environ['PYTEST_XDIST_WORKER']}"
