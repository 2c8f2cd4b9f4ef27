# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Papers that arrive by post and are sorted into five kinds, with a score for each kind: more than
two classes. Invoices and receipts look alike, and so do contracts and letters; contracts are rare,
and one that is filed as a letter costs most."""

import math

from simulation import Draws, csv_text

SEED = 20261129
ROWS = 5000
CUSTOMERS = 300

SHARES = {"invoice": 0.38, "receipt": 0.24, "letter": 0.22, "form": 0.10, "contract": 0.06}
KINDS = list(SHARES)
ALIKE = {("invoice", "receipt"): 1.5, ("receipt", "invoice"): 1.3, ("contract", "letter"): 1.9,
         ("letter", "contract"): 0.7, ("form", "letter"): 0.6}
ITSELF = 3.4
SHARPNESS = 1.15

HEADER = ["document_id", "customer_id", "day", "document_type"] + [f"p_{kind}" for kind in KINDS]


def scores(draws, kind, unclear):
    """Bayes' rule over the kinds, from one normal sign of each; too sure of itself."""
    logits = []
    for other in KINDS:
        mean = ITSELF if other == kind else ALIKE.get((kind, other), 0.0)
        seen = mean * (0.6 if unclear else 1.0) + draws.normal()
        logits.append(SHARPNESS * (math.log(SHARES[other]) + 1.6 * seen))
    highest = max(logits)
    weights = [math.exp(logit - highest) for logit in logits]
    return [weight / sum(weights) for weight in weights]


def rounded(shares):
    """In ten thousandths that add up to 1, what is over going to the largest."""
    parts = [round(10000 * share) for share in shares]
    parts[parts.index(max(parts))] += 10000 - sum(parts)
    return [f"{part / 10000:.4f}" for part in parts]


def text():
    draws = Draws(SEED)
    unclear = [draws.chance(0.2) for _ in range(CUSTOMERS)]
    rows = []
    for number in range(ROWS):
        customer = int(CUSTOMERS * draws.uniform() ** 2)
        kind = draws.pick(SHARES)
        day = 1 + int(30 * draws.uniform())
        rows.append([f"d{number + 1:05d}", f"c{customer + 1:03d}", f"2026-11-{day:02d}", kind]
                    + rounded(scores(draws, kind, unclear[customer])))
    return csv_text(HEADER, rows)
