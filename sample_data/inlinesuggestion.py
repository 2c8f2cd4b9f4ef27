# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Inline suggestions: a small model on the device and a large one in the cloud, same examples."""

import math

from simulation import Draws, csv_text, evidence, logistic, posterior_log_odds

SEED = 20260301
EXAMPLES = 8000
USERS = 400
PREVALENCE = 0.30
SMALL_SEPARATION = 2.25
LARGE_SEPARATION = 2.80
SHARED_NOISE = 0.6  # both models find the same examples hard
USER_SPREAD = 0.55  # how much users differ in how clear their cases are

LANGUAGES = {"en": 0.44, "es": 0.20, "de": 0.15, "ja": 0.12, "fi": 0.09}
CLARITY = {"en": 1.06, "es": 1.00, "de": 1.00, "ja": 0.94, "fi": 0.66}

HEADER = ["example_id", "user_id", "model", "label", "score", "latency_ms", "language"]


def users(draws):
    """(id, language, clarity, network, activity) of every user."""
    people = []
    for number in range(1, USERS + 1):
        language = draws.pick(LANGUAGES)
        clarity = CLARITY[language] * min(1.5, math.exp(USER_SPREAD * draws.normal()))
        people.append((f"u{number:03d}", language, clarity, draws.lognormal(1.0, 0.12),
                       draws.lognormal(1.0, 0.5)))
    return people


def cloud_latency(draws, network):
    """A compact bulk and, for 7 of 100, a queue or a cold start."""
    if draws.chance(0.07):
        return draws.lognormal(500.0, 0.8)
    return network * draws.lognormal(158.0, 0.37)


def text():
    draws = Draws(SEED)
    people = {user[0]: user for user in users(draws)}
    activity = {name: user[4] for name, user in people.items()}
    rows = []
    for number in range(1, EXAMPLES + 1):
        name, language, clarity, network, _ = people[draws.pick(activity)]
        good = draws.chance(PREVALENCE)
        common = draws.normal()

        def score(separation):
            own = draws.normal()
            noise = math.sqrt(SHARED_NOISE) * common + math.sqrt(1.0 - SHARED_NOISE) * own
            seen = evidence(draws, good, separation, clarity, noise)
            return logistic(posterior_log_odds(PREVALENCE, separation, seen))

        latencies = {"on-device-small": draws.lognormal(34.0, 0.28),
                     "cloud-large": cloud_latency(draws, network)}
        scores = {"on-device-small": score(SMALL_SEPARATION),
                  "cloud-large": score(LARGE_SEPARATION)}
        for model, latency in latencies.items():
            rows.append([f"s{number:05d}", name, model, str(int(good)), f"{scores[model]:.4f}",
                         f"{latency:.1f}", language])
    return csv_text(HEADER, rows)
