# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the simulated samples share: draws that any Python >= 3.9 repeats exactly, and CSV text.

Only random.Random(seed).random() is used: it is the one generator method whose sequence Python
promises to keep. Everything else is derived from it here.
"""

import math
import random


class Draws:
    """Random draws from one seed."""

    def __init__(self, seed):
        self._uniform = random.Random(seed).random

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * self._uniform()

    def chance(self, probability):
        return self._uniform() < probability

    def normal(self):
        """Standard normal (Box & Muller 1958), one of the pair."""
        radius = math.sqrt(-2.0 * math.log(1.0 - self._uniform()))
        return radius * math.cos(2.0 * math.pi * self._uniform())

    def lognormal(self, median, sigma):
        return median * math.exp(sigma * self.normal())

    def pick(self, weights):
        """A key of `weights`, each as often as its weight says."""
        left = self._uniform() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0.0:
                return key
        return key


def logit(probability):
    return math.log(probability / (1.0 - probability))


def logistic(log_odds):
    return 1.0 / (1.0 + math.exp(-log_odds))


def evidence(draws, positive, separation, clarity=1.0, noise=None):
    """What a model sees of one case: normal with variance 1, its mean half the separation above 0
    for a positive and below for a negative. `clarity` < 1 is a harder case than the model expects.
    """
    side = 1.0 if positive else -1.0
    return 0.5 * side * separation * clarity + (draws.normal() if noise is None else noise)


def posterior_log_odds(prevalence, separation, seen):
    """Bayes' rule for `evidence` of clarity 1: a score made from it is calibrated."""
    return logit(prevalence) + separation * seen


def csv_text(header, rows):
    """Comma-separated text with '\\n' line ends; cells are written as they are given."""
    lines = [",".join(header)]
    lines.extend(",".join(row) for row in rows)
    return "\n".join(lines) + "\n"
