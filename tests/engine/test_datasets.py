"""The data sets: what they hold, how they are split, and what label noise does to them."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdviz.engine import csv_key
from gdviz.engine.datasets import DATASETS, FEWEST_TO_HOLD_BACK, split, title

BIG = [key for key in DATASETS if key != "people"]
NAMED_BY_SKLEARN = ["iris", "wine", "breast_cancer"]


@pytest.mark.parametrize("key", DATASETS)
def test_every_entry_keeps_what_it_says(key: str) -> None:
    entry = DATASETS[key]
    x, y = entry.load()
    assert len(x) == len(y)
    assert np.isfinite(np.asarray(x, float)).all()
    assert x.shape[1] == len(entry.features) == len(set(entry.features))
    assert not entry.classes or sorted(set(y)) == list(range(entry.classes))
    assert entry.classes or len(set(y)) > 100
    assert len(entry.class_names) in (0, entry.classes)
    assert entry.sentence.endswith(".")
    np.testing.assert_array_equal(x, entry.load()[0], "not the same twice")
    assert title(key) == entry.title


def test_the_numbers_in_the_sentences_are_true() -> None:
    counts = dict(iris=150, wine=178, breast_cancer=569, digits=1797, diabetes=442, sine=200)
    counts |= dict.fromkeys(("moons", "circles", "spirals", "blobs", "xor"), 300)
    for key, count in counts.items():
        assert len(DATASETS[key].load()[0]) == count
        assert f"{count:,}" in DATASETS[key].sentence or key == "wine" or not DATASETS[key].sentence[0].isdigit()


@pytest.mark.parametrize("key", NAMED_BY_SKLEARN)
def test_inputs_and_classes_are_called_what_scikit_learn_calls_them(key: str) -> None:
    from sklearn import datasets

    theirs = getattr(datasets, f"load_{key}")()
    plain = [name.replace("_", " ") for name in theirs.feature_names]
    assert [name.replace("/od", " od") for name in DATASETS[key].features] == [n.replace("/od", " od") for n in plain]
    assert DATASETS[key].class_names in ((), tuple(map(str, theirs.target_names)))


@pytest.mark.parametrize("key", BIG)
@pytest.mark.parametrize("share", [0.2, 0.05, 0.9])
def test_the_split_is_scikit_learns_and_the_scale_is_the_training_rows(key: str, share: float) -> None:
    from sklearn.model_selection import train_test_split

    x, y = DATASETS[key].load()
    learnt, held, answers, judged = train_test_split(x, y, test_size=share, random_state=0)
    train, validation = split(key, validation_split=share)
    mean, deviation = learnt.mean(0), learnt.std(0)
    varies = deviation > 1e-9 * np.abs(mean)
    for rows, raw in ((train, learnt), (validation, held)):
        assert rows.x.dtype == np.float32
        scaled = (raw - mean)[:, varies] / deviation[varies]
        np.testing.assert_allclose(rows.x[:, varies], scaled, atol=2e-6, rtol=1e-5)
        np.testing.assert_allclose(rows.x[:, ~varies], (raw - mean)[:, ~varies], atol=1e-6)
    if DATASETS[key].classes:
        assert train.y.dtype == validation.y.dtype == np.int32
        np.testing.assert_array_equal(train.y, answers)
        np.testing.assert_array_equal(validation.y, judged)
    else:
        assert train.y.dtype == validation.y.dtype == np.float32
        np.testing.assert_allclose(validation.y, (judged - answers.mean()) / answers.std(), atol=1e-6)
        np.testing.assert_allclose([train.y.mean(), train.y.std()], [0, 1], atol=1e-6)


@pytest.mark.parametrize("key", ["iris", "digits", "diabetes", "sine", "people"])
def test_raw_inputs_are_left_alone(key: str) -> None:
    x, _ = DATASETS[key].load()
    train, validation = split(key, standardize=False)
    found = np.concatenate([train.x, validation.x])
    order = [np.lexsort(rows.T) for rows in (found, np.asarray(x, np.float32))]
    np.testing.assert_array_equal(found[order[0]], np.asarray(x, np.float32)[order[1]])
    standardised = split(key)
    np.testing.assert_array_equal(train.y, standardised[0].y)


def test_six_people_are_too_few_to_hold_any_back() -> None:
    for share in (0.05, 0.2, 0.9):
        train, validation = split("people", validation_split=share)
        assert (len(train), len(validation)) == (6, 0)
        np.testing.assert_array_equal(train.y, [1, 1, 0, 1, 0, 0])
        assert validation.x.shape == (0, 2)
    np.testing.assert_allclose(train.x.mean(0), 0, atol=1e-6)
    np.testing.assert_array_equal(split("people", standardize=False)[0].x[0], [150, 67])


@pytest.mark.parametrize("key", BIG)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_label_noise_spoils_its_share_of_the_training_answers_and_no_more(key: str, share: float) -> None:
    clean, held = split(key)
    noisy, still_held = split(key, label_noise=share)
    np.testing.assert_array_equal(noisy.x, clean.x)
    np.testing.assert_array_equal(still_held.y, held.y)
    assert (noisy.y != clean.y).sum() == pytest.approx(share * len(clean), abs=0.5 if DATASETS[key].classes else 9)
    np.testing.assert_array_equal(noisy.y, split.__wrapped__(key, label_noise=share)[0].y)
    if DATASETS[key].classes:
        assert set(noisy.y) <= set(range(DATASETS[key].classes))
    else:
        np.testing.assert_array_equal(np.sort(noisy.y), np.sort(clean.y))


def test_more_label_noise_spoils_the_same_answers_and_more() -> None:
    clean = split("digits")[0].y
    few, many = (split("digits", label_noise=share)[0].y for share in (0.1, 0.4))
    np.testing.assert_array_equal(few[few != clean], many[few != clean])


def test_every_other_class_is_as_likely_a_mistake() -> None:
    clean, noisy = split("digits")[0].y, split("digits", label_noise=0.9)[0].y
    shift = (noisy - clean) % 10
    counts = np.bincount(shift[shift > 0], minlength=10)[1:]
    assert counts.sum() > 1200
    assert counts.min() > 0.75 * counts.mean()


def test_a_file_is_a_data_set_by_its_key_and_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "my plants?.csv"
    rows = [f"{number},{number * 2.5},{'tall' if number % 2 else 'short'}\n" for number in range(40)]
    path.write_text("height,width,kind\n" + "".join(rows))
    key = csv_key.key(path, "kind")
    assert key in DATASETS
    assert key not in list(DATASETS)
    assert title(key) == "my plants?"
    entry = DATASETS[key]
    assert (entry.classes, entry.class_names, entry.features) == (2, ("short", "tall"), ("height", "width"))
    assert DATASETS[key] is entry
    train, validation = split(key)
    assert (len(train), len(validation)) == (32, 8)
    path.write_text("height,width,kind\n" + "".join(rows[:20]))
    assert len(DATASETS[key].load()[0]) == 20
    assert len(split(key)[0]) == 16


def test_what_is_no_key_is_not_found() -> None:
    for key in ("csv:", "csv:plants.csv", "csv:plants.csv?", "csv:a?header=no", "plants.csv?target=a", ""):
        assert key not in DATASETS
        with pytest.raises(KeyError):
            DATASETS[key]
    odd: Any = 3
    assert odd not in DATASETS


def test_a_small_file_is_trained_on_whole(tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("x,y\n" + "".join(f"{n},{n}.5\n" for n in range(FEWEST_TO_HOLD_BACK - 1)))
    train, validation = split(csv_key.key(path, "y"))
    assert (len(train), len(validation)) == (FEWEST_TO_HOLD_BACK - 1, 0)
