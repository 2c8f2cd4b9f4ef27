# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Listings recommended in a marketplace, scored by a ranker whose scores are not probabilities."""

import math

from simulation import Draws, csv_text, evidence, posterior_log_odds

SEED = 20260303
LISTINGS = 12000
PREVALENCE = 0.36
SEPARATION = 1.9
SCORE_LIMIT = 6.0

DEVICES = {"phone": 0.61, "desktop": 0.30, "tablet": 0.09}
NETWORK = {"phone": 1.45, "desktop": 1.0, "tablet": 1.15}
CATEGORIES = {"fashion": 0.30, "home": 0.24, "electronics": 0.22, "sports": 0.14,
              "collectibles": 0.10}
CLARITY = {"fashion": 0.98, "home": 1.05, "electronics": 1.14, "sports": 1.0,
           "collectibles": 0.66}

HEADER = ["listing_id", "category", "device", "y_true", "y_score", "latency_ms"]


def ranking_score(log_odds):
    """The ranker's own scale: the order of the log-odds, bent to stay within +/- SCORE_LIMIT."""
    return SCORE_LIMIT * math.tanh((1.25 * log_odds + 0.8) / SCORE_LIMIT)


def text():
    draws = Draws(SEED)
    rows = []
    for number in range(1, LISTINGS + 1):
        category = draws.pick(CATEGORIES)
        device = draws.pick(DEVICES)
        relevant = draws.chance(PREVALENCE)
        seen = evidence(draws, relevant, SEPARATION, CLARITY[category])
        score = ranking_score(posterior_log_odds(PREVALENCE, SEPARATION, seen))
        latency = 18.0 + NETWORK[device] * draws.lognormal(62.0, 0.55)
        rows.append([f"l{number:05d}", category, device, str(int(relevant)), f"{score:.3f}",
                     f"{latency:.1f}"])
    return csv_text(HEADER, rows)
