# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the domain refuses, and what came too late: raised by verbs, turned into a sentence at the edge."""

from django.db import models


class Geweigerd(Exception):
    """A rule of the domain says no. `melding` is a Dutch sentence for the screen; `veld` the form field, if one."""

    def __init__(self, melding: str, *, veld: str | None = None) -> None:
        super().__init__(melding)
        self.melding = melding
        self.veld = veld


class Verouderd(Exception):
    """Someone else changed the object since the reader saw it. `huidig` is the object as it is now."""

    def __init__(self, huidig: models.Model) -> None:
        super().__init__(f"{huidig!r} was changed in the meantime")
        self.huidig = huidig
