// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/frequency.h"
#include "wording/noun.h"
#include "wording/statement.h"

#include <optional>

namespace oneinn::wording {

/// The words around a share: "13 of every 100 [suggestions shown] [are wrong], 87 [are right]".
struct ShareGrammar {
    QString one;  ///< "suggestion shown"
    QString many; ///< "suggestions shown"
    QString oneHolds, manyHold;
    QString oneHoldsNot, manyHoldNot;
    QString counted;           ///< after the number of rows in the evidence: "shown"
    QString quality, opposite; ///< "wrong", "right": what more of them could still be
    Noun person = {QStringLiteral("user"),
                   QStringLiteral("users")}; ///< of whom several cases may be
    std::optional<double> limit =
            {}; ///< the most it may be; rounding does not hide that it is more
};

/// Of fewer rows than `of`, above 100, which count as they are: told as such, since 1 of 212 is not
/// 5 of 1,000.
bool isOfFewerRows(const Proportion &share, int of);

/// denominatorOf(), or a finer one where that would read as keeping a limit it is beyond: 102 of
/// 1,000 in place of 10 of 100.
int denominatorOf(const Proportion &share, const ShareGrammar &grammar);

/// "all 40 suggestions shown are right", "neither of the two good replies is shown".
QString allHoldNot(double rows, const ShareGrammar &grammar);
QString noneHoldsNot(double rows, const ShareGrammar &grammar);

/// "13 of every 100 suggestions shown are wrong, 87 are right", as far as the gate allows.
QString shareDetail(const Proportion &share, const ShareGrammar &grammar);
/// "between 11 and 15 (95 % interval, 2,210 shown)", or why no more can be said.
QString shareEvidence(const Proportion &share, const ShareGrammar &grammar);
/// The same for within a bracket: one bracket within another reads badly.
QString shareAside(const Proportion &share, const ShareGrammar &grammar);
/// The same in few words, the interval being one of 95 %: "between 11 and 15 · 2,210 shown".
QString shortEvidence(const Proportion &share, const ShareGrammar &grammar);

/// "of 214 customers", "on 30 days", "on 1 day": where the cases are from; empty where each is
/// independent. person: who meets the product.
QString fromClusters(const Proportion &share, const Noun &person);
/// "of 214 customers", "on 30 days".
QString fromClusters(ClusterOf of, double clusters, const Noun &person);
/// "customer", "customers"; "day", "days".
Noun clustersNoun(ClusterOf of, const Noun &person);

/// "Wrong 1 in 8 times", "None wrong in 40 shown", "3 of 7 wrong".
QString rateHeadline(const Proportion &share, const QString &quality, const ShareGrammar &grammar);
/// "Misses 30 of 100".
QString missedHeadline(const Proportion &share);

} // namespace oneinn::wording
