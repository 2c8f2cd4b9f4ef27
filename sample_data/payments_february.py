# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ten weeks of payments up to the end of February 2026, by customer, day and channel: a model that
has not noticed that fraud moved to bank transfers, and scores these too low."""

import datetime

from simulation import Draws, csv_text, evidence, logistic, posterior_log_odds

SEED = 20260228
PAYMENTS = 16000
CUSTOMERS = 1600
FRAUDS = 960
SEPARATION = 3.4
LAST_DAY = datetime.date(2026, 2, 28)
DAYS = 70

CHANNELS = {"web-card": 0.38, "app-card": 0.30, "bank-transfer": 0.18, "gift-card": 0.14}
CHANNEL_RISK = {"web-card": 0.9, "app-card": 0.8, "bank-transfer": 1.5, "gift-card": 1.0}
UNDERRATED = {"bank-transfer": 2.3}  # of the log-odds: as it was when there was less fraud
ACTIVITY_SPREAD = 0.8
RISK_SPREAD = 0.7

HEADER = ["payment_id", "customer_id", "day", "channel", "is_fraud", "fraud_score"]


def customers(draws):
    """Of each, how often it pays and how likely it is a victim."""
    return [(draws.lognormal(1.0, ACTIVITY_SPREAD), draws.lognormal(1.0, RISK_SPREAD))
            for _ in range(CUSTOMERS)]


def payments(draws, known):
    """(day, customer, channel) of every payment, in the order of days."""
    activity = {number: often for number, (often, _) in enumerate(known)}
    cumulative, total = [], 0.0
    for often in activity.values():
        total += often
        cumulative.append(total)

    def customer():
        wanted, low, high = draws.uniform(0.0, total), 0, CUSTOMERS - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if cumulative[middle] <= wanted else (low, middle)
        return low

    made = [(int(draws.uniform(0.0, DAYS)), customer(), draws.pick(CHANNELS))
            for _ in range(PAYMENTS)]
    return sorted(made, key=lambda payment: payment[0])


def fraudulent(draws, made, known):
    """Positions of exactly FRAUDS payments, drawn without replacement in proportion to their risk
    (Efraimidis & Spirakis 2006)."""
    keys = [(draws.uniform() ** (1.0 / (CHANNEL_RISK[channel] * known[customer][1])), position)
            for position, (_, customer, channel) in enumerate(made)]
    return {position for _, position in sorted(keys, reverse=True)[:FRAUDS]}


def text():
    draws = Draws(SEED)
    known = customers(draws)
    made = payments(draws, known)
    frauds = fraudulent(draws, made, known)
    first = LAST_DAY - datetime.timedelta(days=DAYS - 1)
    rows = []
    for position, (day, customer, channel) in enumerate(made):
        fraud = position in frauds
        seen = evidence(draws, fraud, SEPARATION)
        log_odds = posterior_log_odds(FRAUDS / PAYMENTS, SEPARATION, seen)
        score = logistic(log_odds - UNDERRATED.get(channel, 0.0))
        rows.append([f"p{position + 1:05d}", f"c{customer + 1:04d}",
                     (first + datetime.timedelta(days=day)).isoformat(), channel,
                     str(int(fraud)), f"{max(score, 1e-6):.6f}"])
    return csv_text(HEADER, rows)
