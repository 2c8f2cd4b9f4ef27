# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Questions to an assistant that retrieves documents, ranks them and answers from the best: most
wait for the answer, most are lost at ranking."""

from simulation import Draws, csv_text

SEED = 20260312
QUESTIONS = 3000
RIGHT = {"retrieved": 0.91, "ranked": 0.79, "answered": 0.88}  # of those that come to it
SECONDS = {"retrieved": 0.085, "ranked": 0.26, "answered": 1.35}  # medians
GUESSED = 0.04  # right although a stage before was wrong: the words were in the question

HEADER = ["question_id", "asked_by", "retrieved_ok", "retrieved_ms", "ranked_ok", "ranked_ms",
          "answered_ok", "answered_ms"]


def text():
    draws = Draws(SEED)
    rows = []
    for position in range(QUESTIONS):
        user = f"u{int(draws.uniform(0, 800)):03d}"
        row = [f"q{position + 1:04d}", user]
        well = True
        for stage, right in RIGHT.items():
            stage_right = draws.chance(right if well else GUESSED)
            well = well and stage_right
            wait = 1000.0 * draws.lognormal(SECONDS[stage], 0.4)
            row += ["yes" if stage_right else "no", f"{wait:.0f}"]
        rows.append(row)
    return csv_text(HEADER, rows)
