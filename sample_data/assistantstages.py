# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Questions to an assistant that retrieves documents, ranks them and answers from the best: most
wait for the answer, most are lost at ranking. How sure the assistant is of an answer says
something of whether it is right from end to end."""

from simulation import Draws, csv_text, evidence, logistic, posterior_log_odds

SEED = 20260312
SEED_OF_CONFIDENCE = 20260313  # of its own: what stages do does not depend on it
QUESTIONS = 3000
RIGHT = {"retrieved": 0.91, "ranked": 0.79, "answered": 0.88}  # of those that come to it
SECONDS = {"retrieved": 0.085, "ranked": 0.26, "answered": 1.35}  # medians
RIGHT_AT_ALL = RIGHT["retrieved"] * RIGHT["ranked"] * RIGHT["answered"]
SEPARATION = 1.7  # how well the assistant knows when it is wrong
GUESSED = 0.04  # right although a stage before was wrong: the words were in the question

HEADER = ["question_id", "asked_by", "retrieved_ok", "retrieved_ms", "ranked_ok", "ranked_ms",
          "answered_ok", "answered_ms", "correct", "confidence", "latency_ms"]


def text():
    draws = Draws(SEED)
    sureness = Draws(SEED_OF_CONFIDENCE)
    rows = []
    for position in range(QUESTIONS):
        user = f"u{int(draws.uniform(0, 800)):03d}"
        row = [f"q{position + 1:04d}", user]
        well = True
        waited = 0
        for stage, right in RIGHT.items():
            stage_right = draws.chance(right if well else GUESSED)
            well = well and stage_right
            wait = round(1000.0 * draws.lognormal(SECONDS[stage], 0.4))
            waited += wait
            row += ["yes" if stage_right else "no", str(wait)]
        seen = evidence(sureness, well, SEPARATION)
        sure = logistic(posterior_log_odds(RIGHT_AT_ALL, SEPARATION, seen))
        row += ["yes" if well else "no", f"{sure:.3f}", str(waited)]
        rows.append(row)
    return csv_text(HEADER, rows)
