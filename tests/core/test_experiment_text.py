import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.experiments import EXPERIMENTS

from gdviz.core.experiment import Experiment
from gdviz.core.experiment_text import experiment_of, experiment_text
from gdviz.errors import UserError

SHARED = Experiment(data="wine", units=(32, 16), optimizer="sgd", learning_rate=0.3, schedule="warmup_cosine")


@given(EXPERIMENTS)
def test_what_was_copied_is_pasted(experiment: Experiment) -> None:
    assert experiment_of(experiment_text(experiment)) == experiment


def test_it_can_be_read() -> None:
    text = experiment_text(SHARED)
    assert text.startswith("gdviz:1:data=wine&learning-rate=0.3&optimizer=sgd&schedule=warmup%5Fcosine&units=32,16:")


def test_nothing_changed_is_short() -> None:
    """If this fails, a usual value was changed, and texts that people kept would mean another experiment."""
    assert experiment_text(Experiment()) == "gdviz:1::a4831b63"
    usual = "network iris (16,) adam 0.01 () 60 8 0 () (w^2 - 1)^2 + 0.3 w relu glorot_uniform 0.0 0.0 True 0.2 0.0"
    assert " ".join(str(getattr(Experiment(), name)) for name in Experiment.__slots__[:18]) == usual


@given(EXPERIMENTS, st.integers(1, 40))
def test_it_survives_a_chat(experiment: Experiment, width: int) -> None:
    text = experiment_text(experiment)
    wrapped = "\n".join(text[at : at + width] for at in range(0, len(text), width))
    assert experiment_of(f"Look at this: {text}\nIt diverges!") == experiment
    assert experiment_of(f"  {wrapped}\r\n") == experiment
    assert not {"_", "*", "~", " "} & set(text)


@given(st.integers(0, 200), st.characters())
@example(8, "\ud800")
def test_a_changed_sign_is_noticed(place: int, sign: str) -> None:
    text = experiment_text(SHARED)
    place %= len(text)
    if sign == text[place] or not sign.strip():
        return
    changed = text[:place] + sign + text[place + 1 :]
    try:
        assert experiment_of(changed) == SHARED
    except UserError:
        return


@given(st.text())
def test_any_text_is_answered_in_words(text: str) -> None:
    with pytest.raises(UserError):
        experiment_of(text)


def forged(settings: str, version: int = 1) -> str:
    from gdviz.core.experiment_text import _checksum

    body = f"gdviz:{version}:{settings}"
    return f"{body}:{_checksum(body)}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no text to paste"),
        ("hello", "no experiment in the text"),
        (experiment_text(SHARED)[:-12], "no experiment in the text"),
        (experiment_text(SHARED).replace("0.3", "0.1"), "changed or cut off"),
        (forged("epochs=5", 2), "newer gdviz"),
        (forged("colour=red"), "unknown setting 'colour'"),
        (forged("epochs=many"), "Epochs was 'many'"),
        (forged("epochs=1e99"), "Epochs was 1e99"),
        (forged("learning-rate=nan"), "Learning rate was nan"),
        (forged("units=3,x"), "Hidden layers was 'x'"),
        (forged("optimizer-parameters=momentum"), "Optimiser's own 'momentum' was ''"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        experiment_of(text)
