# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The settings of `make dev`: those of the demo, and what somebody who works on Wijkwijzer needs besides.

Nothing refers to this module; whoever wants it says so with DJANGO_SETTINGS_MODULE and WIJKWIJZER_ONTWIKKELING=1. The
packages that it names are in requirements-dev.txt only.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from wijkwijzer import settings as gewoon
from wijkwijzer.server.env import read_bool
from wijkwijzer.settings import *  # noqa: F403

if not (read_bool(os.environ, "WIJKWIJZER_ONTWIKKELING") and gewoon.DEMO):
    raise ImproperlyConfigured(
        "These settings show what goes on inside. They need WIJKWIJZER_ONTWIKKELING=1 and demo mode: use `make dev`."
    )
if gewoon.LAN_ADRES is not None:
    raise ImproperlyConfigured("`make dev` serves this machine only; for phones there is `make run LAN=1`.")

DEBUG = True
ROOT_URLCONF = "ontwikkeling.urls"
INSTALLED_APPS = ["ontwikkeling", "debug_toolbar", "django_browser_reload", *gewoon.INSTALLED_APPS]
_na = gewoon.MIDDLEWARE.index("whitenoise.middleware.WhiteNoiseMiddleware") + 1
MIDDLEWARE = [
    *gewoon.MIDDLEWARE[:_na],
    "debug_toolbar.middleware.DebugToolbarMiddleware",
    "django_browser_reload.middleware.BrowserReloadMiddleware",
    *gewoon.MIDDLEWARE[_na:],
]

# A change of a file counts at once, under its own name.
STORAGES = gewoon.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

INTERNAL_IPS = ["127.0.0.1", "::1"]
DEBUG_TOOLBAR_CONFIG = {
    "SHOW_COLLAPSED": True,
    "SHOW_TOOLBAR_CALLBACK": "ontwikkeling.views.toont_werkbalk",
    # Both change what the page does.
    "DISABLE_PANELS": {
        "debug_toolbar.panels.profiling.ProfilingPanel",
        "debug_toolbar.panels.redirects.RedirectsPanel",
    },
}
