# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Real scores of two real models on the Wisconsin Diagnostic Breast Cancer data.

Every score is out of fold: the model that gave it never saw the example. Every latency was measured
when that model answered for that one example. Needs scikit-learn (Debian: python3-sklearn).
"""

import time

from simulation import csv_text

SEED = 20260305
FOLDS = 10

HEADER = ["example_id", "model", "malignant", "probability", "latency_ms"]


def models():
    """Imported here so that the simulated samples need no scikit-learn."""
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return {
        "logistic-regression": make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
        "random-forest": RandomForestClassifier(n_estimators=200, random_state=SEED),
    }


def answers():
    """{(example position, model): (malignant, probability, latency_ms)}"""
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import StratifiedKFold

    data = load_breast_cancer()
    malignant = (data.target == list(data.target_names).index("malignant")).astype(int)
    given = {}
    folds = StratifiedKFold(n_splits=FOLDS, shuffle=True, random_state=SEED)
    for train, held_out in folds.split(data.data, malignant):
        for name, model in models().items():
            model.fit(data.data[train], malignant[train])
            model.predict_proba(data.data[train[:1]])  # the first call pays for set-up
            for position in held_out:
                features = data.data[position:position + 1]
                begin = time.perf_counter()
                probability = model.predict_proba(features)[0, 1]
                latency = 1000.0 * (time.perf_counter() - begin)
                given[int(position), name] = (int(malignant[position]), probability, latency)
    return given


def text():
    rows = []
    for (position, name), (malignant, probability, latency) in sorted(answers().items()):
        rows.append([f"wdbc-{position + 1:03d}", name, str(malignant), f"{probability:.4f}",
                     f"{latency:.3f}"])
    return csv_text(HEADER, rows)


def differences(committed, made):
    """Lines that differ in anything but the latency, or in the probability by more than 0.001 (other
    builds of the numerical libraries round differently)."""
    before, after = (whole.splitlines() for whole in (committed, made))
    if len(before) != len(after) or before[0] != after[0]:
        return ["header or number of rows"]
    wrong = []
    for number, (old, new) in enumerate(zip(before[1:], after[1:]), start=2):
        old_cells, new_cells = old.split(","), new.split(",")
        if (len(old_cells) != len(HEADER) or old_cells[:3] != new_cells[:3]
                or abs(float(old_cells[3]) - float(new_cells[3])) > 0.001
                or not float(old_cells[4]) > 0.0):
            wrong.append(f"line {number}")
    return wrong
