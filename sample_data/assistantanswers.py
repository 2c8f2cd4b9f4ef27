# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers of a help-desk assistant: 87.0 % are correct, and it says how sure it is."""

from simulation import Draws, csv_text, evidence, logistic

SEED = 20260304
ANSWERS = 4000
CORRECT = 3480  # exactly 87.0 %
SEPARATION = 1.7
CONFIDENTLY_WRONG = 0.14  # share of wrong answers that sound like right ones

TOPICS = {"account": 0.22, "billing": 0.20, "delivery": 0.27, "returns": 0.16, "technical": 0.15}
DIFFICULTY = {"account": 0.7, "billing": 1.0, "delivery": 0.6, "returns": 1.0, "technical": 2.4}
SECONDS = {"account": 1.7, "billing": 2.0, "delivery": 1.6, "returns": 2.0, "technical": 3.6}

HEADER = ["answer_id", "topic", "confidence", "correct", "latency_s"]


def wrong_answers(draws, topics):
    """Positions of exactly ANSWERS - CORRECT wrong answers, drawn without replacement in proportion
    to the difficulty of their topics (Efraimidis & Spirakis 2006)."""
    keys = [(draws.uniform() ** (1.0 / DIFFICULTY[topic]), position)
            for position, topic in enumerate(topics)]
    return {position for _, position in sorted(keys, reverse=True)[:ANSWERS - CORRECT]}


def confidence(draws, correct):
    """Stated in hundredths from 0.03 to 0.99, and too sure of itself."""
    sounds_right = correct or draws.chance(CONFIDENTLY_WRONG)
    seen = evidence(draws, sounds_right, SEPARATION)
    return min(0.99, max(0.03, logistic(2.2 + 1.3 * seen)))


def text():
    draws = Draws(SEED)
    topics = [draws.pick(TOPICS) for _ in range(ANSWERS)]
    wrong = wrong_answers(draws, topics)
    rows = []
    for position, topic in enumerate(topics):
        correct = position not in wrong
        sure = confidence(draws, correct)
        seconds = 0.35 + draws.lognormal(SECONDS[topic], 0.55)
        rows.append([f"a{position + 1:04d}", topic, f"{sure:.2f}", "yes" if correct else "no",
                     f"{seconds:.3f}"])
    return csv_text(HEADER, rows)
