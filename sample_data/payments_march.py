# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ten weeks of payments after those of payments-february.csv, for "why did it drop": three things
have happened. The channel is empty for one payment in nine, a third of the fraud has gone, and of
gift cards the score tells next to nothing any more. So the value falls, and not because more is
missed: there is less to catch."""

import datetime

from payments_february import (FRAUDS as FRAUDS_BEFORE, HEADER, LAST_DAY, PAYMENTS,
                               CHANNEL_RISK, SEPARATION, UNDERRATED, customers, payments)
from simulation import Draws, csv_text, evidence, logistic, posterior_log_odds

SEED = 20260509
FRAUDS = 640
EMPTY = 0.11
BROKEN = {"gift-card": 0.4}  # of the separation


def text():
    draws = Draws(SEED)
    known = customers(draws)
    made = payments(draws, known)
    keys = [(draws.uniform() ** (1.0 / (CHANNEL_RISK[channel]
                                        * known[customer][1])), position)
            for position, (_, customer, channel) in enumerate(made)]
    frauds = {position for _, position in sorted(keys, reverse=True)[:FRAUDS]}
    first = LAST_DAY + datetime.timedelta(days=1)
    rows = []
    for position, (day, customer, channel) in enumerate(made):
        fraud = position in frauds
        seen = evidence(draws, fraud, SEPARATION * BROKEN.get(channel, 1.0))
        log_odds = posterior_log_odds(FRAUDS_BEFORE / PAYMENTS, SEPARATION, seen)
        score = logistic(log_odds - UNDERRATED.get(channel, 0.0))
        told = "" if draws.uniform() < EMPTY else channel
        rows.append([f"q{position + 1:05d}", f"c{customer + 1:04d}",
                     (first + datetime.timedelta(days=day)).isoformat(), told,
                     str(int(fraud)), f"{max(score, 1e-6):.6f}"])
    return csv_text(HEADER, rows)
