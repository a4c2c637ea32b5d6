"""The whole command ``gdviz sweep`` against ``model.fit`` for the same three runs, imports and all."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RATES = (0.0001, 0.01, 1.0)

PEER = """
import keras
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

x, y = load_iris(return_X_y=True)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=0)
scaler = StandardScaler().fit(x_train)
x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)
for rate in {rates}:
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")]
    )
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x_train, y_train, epochs=60, batch_size=8, validation_data=(x_test, y_test), verbose=0)
"""
"""As people write it, without the chart and the diagnosis that ours includes."""


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one process, the better of two runs, so that both find a warm disk."""
    times = []
    for _ in range(2):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def main(json_path: str | None = None) -> None:
    """Prints both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "gdviz", "sweep", "--rates", ",".join(map(str, RATES))]
        ours += ["--out", str(Path(folder, "chart.png")), "--json", str(Path(folder, "numbers.json"))]
        measured = {
            "gdviz_sweep_s": seconds(ours),
            "model_fit_s": seconds([sys.executable, "-c", PEER.format(rates=RATES)]),
        }
    measured["fit_over_sweep"] = measured["model_fit_s"] / measured["gdviz_sweep_s"]
    for name, value in measured.items():
        print(f"{name:>20} {value:8.2f}")
    if json_path:
        Path(json_path).write_text(json.dumps(measured), encoding="utf-8")


if __name__ == "__main__":
    main()
