# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every domain row has in common."""

import uuid

from django.db import models


class Domeinrij(models.Model):
    """A row that exports, snapshots, the journal and merges can refer to.

    The integer key stays inside the database; `sleutel` is the name that travels.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
