# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering with a document: HTML in, PDF out, in a bounded child process."""
