# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Card payments of one month: 1 in 100 is fraud, and a team can review only so many a day."""

from simulation import Draws, csv_text, evidence, logistic, posterior_log_odds

SEED = 20260302
TRANSACTIONS = 20000
FRAUDS = 200
SEPARATION = 2.9
LOWEST_SCORE = 1e-8  # so that log-odds stay finite
DAYS = 30  # March 2026, of which the 1st is a Sunday
CAMPAIGN = {12: 3.0, 13: 4.0, 14: 3.0}  # days on which stolen cards are tried in bulk

CHANNELS = {"in-store": 0.46, "online": 0.34, "mobile-app": 0.14, "phone-order": 0.06}
COUNTRIES = {"DE": 0.38, "FR": 0.20, "NL": 0.14, "PL": 0.13, "ES": 0.11, "RO": 0.04}
CHANNEL_RISK = {"in-store": 0.4, "online": 1.5, "mobile-app": 0.9, "phone-order": 2.6}
CHANNEL_CLARITY = {"in-store": 1.05, "online": 1.0, "mobile-app": 1.0, "phone-order": 0.72}

HEADER = ["transaction_id", "day", "channel", "country", "is_fraud", "fraud_score", "latency_ms"]


def day_weights():
    """Fewer payments on Sundays, more on Fridays and Saturdays."""
    week = [0.7, 1.0, 0.95, 0.95, 1.05, 1.2, 1.15]
    return {day: week[(day - 1) % 7] for day in range(1, DAYS + 1)}


def payments(draws):
    """(day, channel, country) of every payment, in the order of days."""
    days = day_weights()
    made = [(draws.pick(days), draws.pick(CHANNELS), draws.pick(COUNTRIES))
            for _ in range(TRANSACTIONS)]
    return sorted(made, key=lambda payment: payment[0])


def fraudulent(draws, made):
    """Positions of exactly FRAUDS payments, drawn without replacement in proportion to their risk
    (Efraimidis & Spirakis 2006)."""
    keys = []
    for position, (day, channel, _) in enumerate(made):
        risk = CHANNEL_RISK[channel] * CAMPAIGN.get(day, 1.0)
        keys.append((draws.uniform() ** (1.0 / risk), position))
    return {position for _, position in sorted(keys, reverse=True)[:FRAUDS]}


def latency(draws):
    """A feature look-up that now and then misses its cache."""
    return draws.lognormal(70.0, 0.45) if draws.chance(0.008) else draws.lognormal(11.0, 0.30)


def text():
    draws = Draws(SEED)
    made = payments(draws)
    frauds = fraudulent(draws, made)
    prevalence = FRAUDS / TRANSACTIONS
    rows = []
    for position, (day, channel, country) in enumerate(made):
        fraud = position in frauds
        seen = evidence(draws, fraud, SEPARATION, CHANNEL_CLARITY[channel])
        score = logistic(posterior_log_odds(prevalence, SEPARATION, seen))
        rows.append([f"tx-{position + 1:05d}", f"2026-03-{day:02d}", channel, country,
                     str(int(fraud)), f"{max(score, LOWEST_SCORE):.8f}", f"{latency(draws):.1f}"])
    return csv_text(HEADER, rows)
