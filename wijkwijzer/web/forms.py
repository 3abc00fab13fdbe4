# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms in the look of NL Design System, with Dutch messages that say what to do.

Typed text is never cut: `maxlength` in HTML silently drops the end of what someone pastes, so it is not sent to the
browser. The server refuses a text that is too long, says by how much, and gives it back as it was typed.
"""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.forms.boundfield import BoundField
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

TEXTAREA, TEXTBOX, SELECT = "utrecht-textarea", "utrecht-textbox", "utrecht-select"
CLASSES = (
    (forms.Textarea, f"{TEXTAREA} {TEXTAREA}--html-textarea"),
    (forms.CheckboxInput, ""),
    (forms.RadioSelect, ""),
    (forms.Select, f"{SELECT} {SELECT}--html-select"),
    (forms.widgets.Input, f"{TEXTBOX} {TEXTBOX}--html-input"),
)
TOO_LONG = _("Deze tekst telt %(aantal)s tekens; maximaal %(grens)s. Kort hem in; uw tekst staat er nog.")


def write_number(count: int) -> str:
    """Write a number the Dutch way: 4120 becomes "4.120"."""
    return number_format(count, force_grouping=True)


def classes_for(widget: forms.Widget) -> str:
    """Return the classes of the design system for a widget; empty when it has no component of its own."""
    return next((classes for kind, classes in CLASSES if isinstance(widget, kind)), "")


class MaxCharacters(MaxLengthValidator):
    """Refuse a text that is too long, with both numbers in the message. Raises ValidationError."""

    def __call__(self, value: Any) -> None:
        """Check one value."""
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if len(value) > limit:
            params = {"aantal": write_number(len(value)), "grens": write_number(limit)}
            raise ValidationError(TOO_LONG, code="te_lang", params=params)


class NlBoundField(BoundField):
    """A field of a form as the templates see it: with the classes and attributes of the design system."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add to Django's own attributes (aria-describedby, aria-invalid) what it leaves out."""
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return attrs
        classes = f"{widget.attrs.get('class', '')} {classes_for(widget)}".split()
        if classes:
            attrs["class"] = " ".join(dict.fromkeys(classes))
        attrs["maxlength"] = attrs["minlength"] = False
        if self.field.required and not isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            attrs["aria-required"] = "true"
        if self.form.errors and not attrs.get("autofocus"):
            attrs["autofocus"] = False  # the focus goes to the first wrong field, and a page may have only one
        return attrs

    def with_focus(self) -> str:
        """Render the widget so that it gets the focus when the page, or its partial, arrives."""
        return self.as_widget(attrs={"autofocus": True})

    @property
    def is_first_wrong(self) -> bool:
        """Tell whether this is the first wrong field of its form."""
        first = next((field for field in self.form.visible_fields() if field.errors), None)
        return first is not None and first.name == self.name

    @property
    def is_checkbox(self) -> bool:
        """Tell whether the label stands after the widget: a checkbox."""
        return isinstance(self.field.widget, forms.CheckboxInput)


class NlFormMixin(forms.BaseForm):
    """Put this before any Django form: `class InlogForm(NlFormMixin, AuthenticationForm)`.

    The browser's own checks are off, because they speak the browser's language; the server's messages are Dutch.
    Ids carry the name of the form, so that two forms on one page don't clash; give `auto_id` if one comes twice.
    """

    bound_field_class = NlBoundField
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what a Django form takes."""
        kwargs.setdefault("auto_id", f"id_{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _in_dutch(field)

    @property
    def wrong_fields(self) -> list[BoundField]:
        """The visible fields with an error, in order, for the summary above the form."""
        return [field for field in self.visible_fields() if field.errors]


class NlForm(NlFormMixin, forms.Form):
    """A form in our look; what most forms need."""


class LongTextField(forms.CharField):
    """A text of several lines. `rows` is its height; line ends are counted and kept as one character each."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        """Take what a CharField takes, keyword-only."""
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the text with the line ends of a text file; browsers send two characters for each."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


def _empty_choice(field: forms.Field) -> None:
    """Say in Dutch that nothing is chosen yet, where Django says so itself."""
    if isinstance(field, forms.TypedChoiceField):
        text = _("Kies") if field.required else _("Nog niet gezegd")
        choices = cast("Iterable[tuple[Any, Any]]", field.choices)
        field.choices = [(w, text if (w, label) == ("", BLANK_CHOICE_LABEL) else label) for w, label in choices]


def _in_dutch(field: forms.Field) -> None:
    """Give one field of one form our messages, limits and hint. Fields are copies, so the class is not touched."""
    is_choice = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
    own = type(field).default_error_messages | forms.Field.default_error_messages
    if field.error_messages.get("required") == own["required"]:
        field.error_messages["required"] = _("Maak hier een keuze.") if is_choice else _("Vul dit veld in.")
    if is_choice:
        field.error_messages["invalid_choice"] = _("Deze keuze bestaat niet meer. Kies opnieuw.")
        _empty_choice(field)
    limit = getattr(field, "max_length", None)
    if not isinstance(field, forms.CharField) or limit is None:
        return
    field.validators = [
        MaxCharacters(v.limit_value) if isinstance(v, MaxLengthValidator) else v for v in field.validators
    ]
    if isinstance(field.widget, forms.Textarea):
        hint = _("Maximaal %(grens)s tekens.") % {"grens": write_number(limit)}
        field.help_text = f"{field.help_text} {hint}".strip()
