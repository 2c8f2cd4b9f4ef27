# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person would run instead of the answers behind a page, on what bench_answers wrote.

Usage: bootstrap.py FOLDER. Prints one JSON object: processor seconds of 1,000 resamples of single
uses by question, from a few that are measured. Users and days are not resampled: that takes longer.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

RESAMPLES = 1000
MOST_SECONDS = 8.0  # for each question; at least one resample


def thousand(resample):
    took = []
    while len(took) < RESAMPLES and sum(took) < MOST_SECONDS:
        start = time.process_time()
        resample()
        took.append(time.process_time() - start)
    return RESAMPLES * sum(took) / len(took)


def main(folder):
    # The two models take turns; a right one shown is worth 1, a wrong one costs 1.
    label = np.fromfile(folder / "label.u8", dtype=np.uint8)[::2]
    first = np.fromfile(folder / "score.f64", dtype=np.float64)[::2]
    second = np.fromfile(folder / "score.f64", dtype=np.float64)[1::2]
    size = min(len(label), len(second))
    label, first, second = label[:size], first[:size], second[:size]
    worth = np.where(label == 1, 1.0, -1.0)
    gain = worth * ((second >= 0.5).astype(float) - (first >= 0.5))
    random = np.random.default_rng(1)

    def best_threshold():
        drawn = random.integers(0, size, size)
        order = np.argsort(-first[drawn])
        value = np.cumsum(worth[drawn][order])
        return first[drawn][order][np.argmax(value)]

    def difference():
        return gain[random.integers(0, size, size)].mean()

    print(
        json.dumps(
            {"the best threshold": thousand(best_threshold), "which model is better": thousand(difference)}
        )
    )


main(Path(sys.argv[1]))
