# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person would run instead of the index, on the data that bench_index wrote.

Usage: scikit.py FOLDER. Prints one JSON object: processor time in microseconds by question, the
least of a few runs.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from sklearn.metrics import confusion_matrix, precision_recall_curve, roc_curve

MOST_SECONDS = 8.0  # for each question; at least one run


def measured(question):
    took = []
    while len(took) < 5 and sum(took) < MOST_SECONDS:
        start = time.process_time()
        question()
        took.append(time.process_time() - start)
    return 1e6 * min(took)


def main(folder):
    label = np.fromfile(folder / "label.u8", dtype=np.uint8)
    score = np.fromfile(folder / "score.f64", dtype=np.float64)
    latency = np.fromfile(folder / "latency.f64", dtype=np.float64)

    def new_threshold():
        return confusion_matrix(label, score >= 0.5)

    def in_time():
        kept = latency <= 150.0
        return label[kept], score[kept]

    def curve_in_time():
        return precision_recall_curve(*in_time())

    def new_budget():
        # A late positive is missed: it counts in the totals and is never shown.
        kept_label, kept_score = in_time()
        false_positives, true_positives, thresholds = roc_curve(
            kept_label, kept_score, drop_intermediate=False
        )
        value = (
            2.0 * true_positives * kept_label.sum()
            - false_positives * (len(kept_label) - kept_label.sum())
        )
        best = thresholds[np.argmax(value)]
        return best, confusion_matrix(label, (score >= best) & (latency <= 150.0))

    questions = {
        "confusion_matrix at a new threshold": new_threshold,
        "precision_recall_curve": lambda: precision_recall_curve(label, score),
        "roc_curve": lambda: roc_curve(label, score),
        "filter by latency, precision_recall_curve": curve_in_time,
        "filter by latency, sweep for the best value, confusion_matrix": new_budget,
    }
    print(json.dumps({name: measured(question) for name, question in questions.items()}))


main(Path(sys.argv[1]))
