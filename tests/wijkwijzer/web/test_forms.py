# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms: classes and ids, Dutch messages with numbers, text that is never cut."""

import re
from typing import Any

import pytest
from django import forms
from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import override

from wijkwijzer.web.forms import LongTextField, NlForm, NlFormMixin, write_number


class BriefForm(NlForm):
    """All kinds of fields."""

    partij = forms.ChoiceField(label="Partij", choices=[("", "Kies een partij"), ("a", "A"), ("b", "B")])
    tekst = LongTextField(label="Uw tekst", max_length=4000, rows=6, help_text="Schrijf het kort op.")
    naam = forms.CharField(label="Naam", max_length=20, required=False)
    adres = forms.EmailField(label="E-mailadres", required=False)
    akkoord = forms.BooleanField(label="Akkoord", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)


GOED = {"partij": "a", "tekst": "Een tekst", "versie": "3"}


@pytest.fixture(autouse=True)
def _nederlands() -> Any:
    with override("nl"):
        yield


def brief(**anders: str) -> BriefForm:
    """A posted form."""
    return BriefForm({**GOED, **anders})


def veld(form: forms.BaseForm, naam: str, *, focus: bool = False) -> str:
    """One field as the page has it."""
    return render_to_string("web/veld.html", {"veld": form[naam], "veld_fout_focus": focus})


def test_a_good_form_is_good() -> None:
    form = brief()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["tekst"] == "Een tekst"
    assert form.wrong_fields == []


@pytest.mark.parametrize("grens", [3999, 4000])
def test_up_to_the_limit_is_fine(grens: int) -> None:
    assert brief(tekst="x" * grens).is_valid()


def test_too_long_is_refused_with_both_numbers_and_the_text_stays() -> None:
    tekst = "y" * 4120
    form = brief(tekst=tekst)
    assert not form.is_valid()
    assert form.errors["tekst"] == ["Deze tekst telt 4.120 tekens; maximaal 4.000. Kort hem in; uw tekst staat er nog."]
    assert tekst in veld(form, "tekst")


def test_a_short_text_field_that_is_too_long_gets_the_same_message_and_keeps_its_text() -> None:
    form = brief(naam="z" * 21)
    assert not form.is_valid()
    assert "telt 21 tekens; maximaal 20." in form.errors["naam"][0]
    assert f'value="{"z" * 21}"' in veld(form, "naam")


def test_the_browser_never_cuts_a_text() -> None:
    pagina = render_to_string("web/velden.html", {"form": BriefForm()})
    assert "maxlength" not in pagina
    assert "minlength" not in pagina
    assert not re.search(r"\srequired[\s>=]", pagina)


def test_a_line_end_counts_as_one_character() -> None:
    form = brief(tekst="a\r\n" * 1999 + "bc")
    assert form.is_valid(), form.errors
    assert "\r" not in form.cleaned_data["tekst"]
    assert form.cleaned_data["tekst"].count("\n") == 1999


def test_only_spaces_is_empty() -> None:
    form = brief(tekst="  \r\n ")
    assert not form.is_valid()
    assert form.errors["tekst"] == ["Vul dit veld in."]


def test_messages_of_a_choice() -> None:
    assert brief(partij="").errors["partij"] == ["Maak hier een keuze."]
    assert brief(partij="weg").errors["partij"] == ["Deze keuze bestaat niet meer. Kies opnieuw."]


def test_a_message_of_the_form_itself_wins() -> None:
    class EigenForm(NlForm):
        naam = forms.CharField(error_messages={"required": "Hoe heet de wijk?"})

    assert EigenForm({}).errors["naam"] == ["Hoe heet de wijk?"]


def test_a_limit_is_told_beforehand_after_the_explanation() -> None:
    assert BriefForm()["tekst"].help_text == "Schrijf het kort op. Maximaal 4.000 tekens."
    # The form's class isn't changed by its instances.
    assert BriefForm()["tekst"].help_text.count("Maximaal") == 1
    assert BriefForm.base_fields["tekst"].help_text == "Schrijf het kort op."


@pytest.mark.parametrize(
    ("naam", "klasse"),
    [
        ("partij", "utrecht-select utrecht-select--html-select"),
        ("tekst", "utrecht-textarea utrecht-textarea--html-textarea"),
        ("naam", "utrecht-textbox utrecht-textbox--html-input"),
        ("adres", "utrecht-textbox utrecht-textbox--html-input"),
    ],
)
def test_widgets_have_the_classes_of_the_design_system(naam: str, klasse: str) -> None:
    assert f'class="{klasse}"' in str(BriefForm()[naam])


def test_own_classes_of_a_widget_stay_and_hidden_fields_get_none() -> None:
    class Eigen(NlForm):
        naam = forms.CharField(widget=forms.TextInput(attrs={"class": "smal", "autocomplete": "off"}))
        geheim = forms.CharField(widget=forms.HiddenInput)

    assert 'class="smal utrecht-textbox utrecht-textbox--html-input"' in str(Eigen()["naam"])
    assert 'autocomplete="off"' in str(Eigen()["naam"])
    assert "class=" not in str(Eigen()["geheim"])


def test_description_and_error_are_tied_to_the_field() -> None:
    form = brief(tekst="")
    pagina = veld(form, "tekst")
    (beschreven,) = re.findall(r'<textarea[^>]* aria-describedby="([^"]+)"', pagina)
    for id_ in beschreven.split():
        assert pagina.count(f'id="{id_}"') == 1
    assert len(beschreven.split()) == 2
    assert 'aria-invalid="true"' in pagina
    assert "utrecht-form-field--invalid" in pagina
    (voor,) = re.findall(r'<label[^>]* for="([^"]+)"', pagina)
    assert pagina.count(f'id="{voor}"') == 1


def test_a_good_field_has_no_error_and_says_whether_it_is_needed() -> None:
    form = BriefForm()
    assert "aria-invalid" not in veld(form, "tekst")
    assert 'aria-required="true"' in veld(form, "tekst")
    assert "(niet verplicht)" not in veld(form, "tekst")
    assert "(niet verplicht)" in veld(form, "naam")
    assert "aria-required" not in veld(form, "naam")


def test_the_first_wrong_field_gets_the_focus_and_only_that_one() -> None:
    form = brief(tekst="", adres="geen adres")
    assert "autofocus" in veld(form, "tekst", focus=True)
    assert "autofocus" not in veld(form, "adres", focus=True)
    assert "autofocus" not in veld(form, "tekst", focus=False)
    assert render_to_string("web/velden.html", {"form": form}).count("autofocus") == 1
    assert "autofocus" not in render_to_string("web/velden.html", {"form": BriefForm()})


def test_a_widget_with_focus_of_its_own_gives_way_to_the_wrong_field() -> None:
    class Login(NlForm):
        naam = forms.CharField(widget=forms.TextInput(attrs={"autofocus": True}))
        woord = forms.CharField()

    assert "autofocus" in str(Login()["naam"])
    pagina = render_to_string("web/velden.html", {"form": Login({"naam": "a"})})
    assert pagina.count("autofocus") == 1
    assert re.search(r'name="woord"[^>]*autofocus', pagina)


def test_two_forms_on_a_page_have_ids_of_their_own() -> None:
    class AndereForm(NlForm):
        tekst = LongTextField(max_length=10)

    assert BriefForm()["tekst"].id_for_label == "id_briefform_tekst"
    assert AndereForm()["tekst"].id_for_label != BriefForm()["tekst"].id_for_label
    assert AndereForm(auto_id="id_7_%s")["tekst"].id_for_label == "id_7_tekst"


def test_the_summary_links_to_the_wrong_fields() -> None:
    form = brief(tekst="", partij="")
    form.add_error(None, "Iemand anders was eerder.")
    pagina = render_to_string("web/velden.html", {"form": form})
    for fout in form.wrong_fields:
        assert f'href="#{fout.id_for_label}"' in pagina
        assert f'id="{fout.id_for_label}"' in pagina
    assert pagina.index("Iemand anders was eerder.") < pagina.index("<select")
    assert 'role="alert"' in pagina
    assert "Het is nog niet opgeslagen." not in render_to_string("web/velden.html", {"form": BriefForm()})


def test_hidden_fields_come_along_once() -> None:
    pagina = render_to_string("web/velden.html", {"form": brief()})
    assert pagina.count('name="versie"') == 1
    assert 'value="3"' in pagina


def test_typed_markup_is_text() -> None:
    pagina = veld(brief(tekst="<script>alert(1)</script>", partij=""), "tekst")
    assert "<script" not in pagina
    assert "&lt;script&gt;" in pagina


def test_the_mixin_dresses_a_form_of_django() -> None:
    class Basis(forms.Form):
        naam = forms.CharField(max_length=5)

    class Ons(NlFormMixin, Basis):
        pass

    assert "utrecht-textbox" in str(Ons()["naam"])
    assert "telt 6 tekens; maximaal 5." in Ons({"naam": "abcdef"}).errors["naam"][0]


def test_a_checkbox_stands_before_its_label() -> None:
    assert BriefForm()["akkoord"].is_checkbox
    assert "ww-veld--vakje" in veld(BriefForm(), "akkoord")
    assert not BriefForm()["tekst"].is_checkbox


def test_numbers_are_written_the_dutch_way() -> None:
    assert (write_number(999), write_number(4120), write_number(1234567)) == ("999", "4.120", "1.234.567")


@pytest.mark.parametrize(("leeg_mag", "zin"), [(False, "Kies"), (True, "Nog niet gezegd")])
def test_a_choice_that_was_not_made_says_so_in_dutch(leeg_mag, zin):
    """Django fills in a sentence of its own for a model's field, and has it in English only."""
    veld = models.CharField(choices=[("a", "A")], blank=leeg_mag).formfield()
    form = type("KeuzeForm", (NlForm,), {"keuze": veld})()
    assert form.fields["keuze"].choices == [("", zin), ("a", "A")]
