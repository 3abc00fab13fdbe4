# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""App configuration of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents that are being made, and those that were."""

    name = "wijkwijzer.pdf"
    label = "documenten"
    verbose_name = "Documenten"
