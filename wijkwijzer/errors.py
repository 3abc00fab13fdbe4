# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the domain refuses, and what came too late: raised by verbs, turned into a sentence at the edge."""

from django.db import models


class Geweigerd(Exception):
    """A rule of the domain says no: which one (`code`), what its sentence needs to know, and the form field, if one.

    The sentence of a code stands beside the verb that raises it; `wijkwijzer.web.refusals` turns the one into the other
    at the edge. As text it is the code and its parameters, for a log: of a parameter only a number shows its value,
    since names and texts may be those of people.
    """

    def __init__(self, code: str, *, veld: str | None = None, **gegevens: str | int) -> None:
        shown = (f"{name}={value}" if isinstance(value, int) else name for name, value in gegevens.items())
        super().__init__(" ".join((code, *shown)))
        self.code = code
        self.veld = veld
        self.gegevens = gegevens


class Verouderd(Exception):
    """Someone else changed the object since the reader saw it. `huidig` is the object as it is now."""

    def __init__(self, huidig: models.Model) -> None:
        super().__init__(f"{huidig!r} was changed in the meantime")
        self.huidig = huidig
