# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one settings file: all from the environment, safe by default.

WIJKWIJZER_DATA        folder for the database, uploads and the secret (made at first start); default ./data
WIJKWIJZER_DEMO        1 = example accounts, password on the login page, this machine only, plain http
DEMO_WACHTWOORD        password of the example accounts (demo only)
WIJKWIJZER_SECRET_KEY  secret of a production installation
WIJKWIJZER_HOSTS       host names, separated by commas
WIJKWIJZER_LAN         1, or an address of this machine: serve the room there too, and nothing else (demo only)
WIJKWIJZER_BEWAAR_GASTEN_WEKEN
                       weeks after closing that the guests of a meeting are kept; default 8 (`manage.py ruim_op`)
WIJKWIJZER_SENTRY_DSN  where mistakes are gathered; without it nothing is sent anywhere
DATABASE_URL           postgresql://…; without it SQLite in the data folder
"""

import os
from pathlib import Path
from typing import Any

from django.utils.csp import CSP

from wijkwijzer.logs.lines import logging_settings
from wijkwijzer.server.env import read_bool, read_database, read_hosts, read_lan, read_secret, read_weeks

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("WIJKWIJZER_DATA") or BASE_DIR / "data").resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEMO = read_bool(os.environ, "WIJKWIJZER_DEMO")
DEMO_WACHTWOORD = os.environ.get("DEMO_WACHTWOORD") or "samen-op-reis"
DEMO_ACCOUNTS = [
    ("wijkregisseur@voorbeeld.nl", "verbindt de professionals; mag alles in de drie wijken"),
    ("reisleider@voorbeeld.nl", "houdt het overzicht; stelt vast en heropent"),
    ("deelnemer@voorbeeld.nl", "draagt bij namens een partij"),
    ("lezer@voorbeeld.nl", "leest mee"),
]
SECRET_KEY = read_secret(os.environ, DATA_DIR, demo=DEMO)
LAN_ADRES = read_lan(os.environ)
ALLOWED_HOSTS = read_hosts(os.environ, demo=DEMO) + ([LAN_ADRES] if LAN_ADRES else [])
DEBUG = False

INSTALLED_APPS = [
    "routekaart.zaal",
    "routekaart.reisplan",
    "routekaart",
    "actoren",
    "wijken",
    "wijkwijzer.accounts",
    "wijkwijzer.pdf",
    "wijkwijzer.server",
    "django_htmx",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wijkwijzer.web.login_required.BehindLogin",
]

ROOT_URLCONF = "wijkwijzer.urls"
ASGI_APPLICATION = "wijkwijzer.asgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wijkwijzer.accounts.views.demo",
            ],
        },
    },
]

DATABASES: dict[str, Any] = {"default": read_database(os.environ, DATA_DIR)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Gebruiker"
AUTHENTICATION_BACKENDS = ["wijkwijzer.accounts.login.KleineLettersBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "wijken"
LOGOUT_REDIRECT_URL = "begin"

BEWAARTERMIJN_GASTEN = read_weeks(os.environ, "WIJKWIJZER_BEWAAR_GASTEN_WEKEN", default=8)

# Members read Dutch, whatever their browser asks for: there is no LocaleMiddleware. The pages for guests choose from
# LANGUAGES (routekaart/zaal/gasten/toegang.py).
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["wijkwijzer.formats"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# The sources of the bundles are not served beside them.
STATICFILES_DIRS = [(naam, BASE_DIR / "static" / naam) for naam in ("bundels", "img")]
MEDIA_ROOT = DATA_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = "wijkwijzer.web.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "wijkwijzer.web.error_pages.csrf_failed"

# Only the demo, which never leaves this machine, runs without https.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
if read_bool(os.environ, "WIJKWIJZER_ACHTER_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SENTRY_DSN = os.environ.get("WIJKWIJZER_SENTRY_DSN", "").strip()
LOGGING = logging_settings(readable=DEMO)
