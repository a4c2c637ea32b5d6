from dataclasses import replace
from typing import Any

import pytest

from gdviz.core.compare import compared, differences, same_landscape
from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import differing
from gdviz.engine.csv_key import key

USUAL = Experiment()


def test_the_same_settings_give_the_same_run() -> None:
    assert differences(USUAL, Experiment()) == ()
    assert "same run" in compared(())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"learning_rate": 0.1}, "Learning rate: 0.01 and 0.1"),
        ({"units": (32, 8)}, "Hidden layers: 16 and 32, 8"),
        ({"units": ()}, "Hidden layers: 16 and none"),
        ({"standardize": False}, "Standardise inputs: yes and no"),
        ({"optimizer": "sgd"}, "Optimiser: adam and sgd"),
        ({"optimizer_parameters": (("beta_1", 0.5),)}, "Optimiser's own beta 1: the usual and 0.5"),
    ],
)
def test_one_change_is_named(change: dict[str, object], said: str) -> None:
    found = differences(USUAL, replace(USUAL, **change))  # type: ignore[arg-type]
    assert [str(each) for each in found] == [said]
    assert compared(found) == f"One thing differs. {said}."


def test_choices_are_called_by_their_titles_and_files_by_their_names() -> None:
    def said(**change: Any) -> list[str]:
        return [str(each) for each in differing(USUAL, replace(USUAL, **change))]

    assert (
        said(optimizer="sgd", landscape="square", initializer="he_normal")[0]
        == "Landscape: Network and Bowl: (w - 3)\u00b2"
    )
    assert said(optimizer="sgd") == ["Optimiser: Adam and SGD"]
    first, second = key("/a/pl\u00e4nts.csv", "height"), key("/b/pl\u00e4nts.csv", "height")
    assert said(data=first) == ["Data: Iris flowers and pl\u00e4nts"]
    twins = differing(replace(USUAL, data=first), replace(USUAL, data=second))
    assert str(twins[0]) == f"Data: {first} and {second}"
    model = replace(USUAL, landscape="model", model="/a/one.keras")
    assert [str(each) for each in differing(model, replace(model, model="/b/two.keras"))] == [
        "Model file: one.keras and two.keras"
    ]


def test_more_than_one_is_warned_of_and_all_are_named() -> None:
    found = differences(USUAL, replace(USUAL, seed=3, optimizer_parameters=(("beta_1", 0.5), ("epsilon", 1.0))))
    assert len(found) == 3
    said = compared(found)
    assert "3 things differ, so nobody can tell which" in said
    assert all(str(each) in said for each in found)


def test_settings_that_mean_nothing_there_are_not_named() -> None:
    bowl = Experiment("square")
    assert differences(bowl, replace(bowl, data="wine", units=(3,), l2=0.1, formula="w")) == ()
    assert differences(USUAL, replace(USUAL, formula="w^4")) == ()
    assert len(differences(Experiment("formula"), Experiment("formula", formula="w^4"))) == 1


def test_only_what_shapes_the_surface_makes_another_surface() -> None:
    assert same_landscape(USUAL, replace(USUAL, learning_rate=1.0, optimizer="sgd", seed=4, dropout=0.5, epochs=3))
    assert same_landscape(Experiment("square"), Experiment("square", data="wine"))
    for change in ({"data": "wine"}, {"units": (8,)}, {"l2": 0.1}, {"label_noise": 0.1}, {"landscape": "square"}):
        assert not same_landscape(USUAL, replace(USUAL, **change))  # type: ignore[arg-type]
