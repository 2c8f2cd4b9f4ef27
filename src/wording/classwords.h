// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classreport.h"
#include "core/classes/classtrouble.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

/// Several classes in words: how many rows get their own, and what the others are taken for.
namespace oneinn::wording {

/// A report with what it is of.
struct ToldClasses {
    const ClassReport &report;
    const std::vector<std::string> &names;
    std::vector<std::optional<double>> thresholds = {}; ///< empty: none are told
    bool ownCosts = false; ///< the person's, and not 1 for each confusion
};

/// How many get their own class, how many none, and what no mean could count.
QStringList classSentences(const ToldClasses &told);
/// "1 in 9 invoices is called “receipt”: 11 of every 100, between 9 and 14, of 1,200." Of few rows
/// counts only.
QString confusionText(const ToldClasses &told, const Confusion &confusion);
/// The worst, and how many more there are.
QStringList confusionSentences(const ToldClasses &told, std::size_t most);

/// A heading, and the three kinds of mean by their names, each with how many classes it is over.
std::vector<QStringList> classMeanLines(const ClassReport &report);
/// A heading and a line for each class, the most costly first.
std::vector<QStringList> classLines(const ToldClasses &told);

/// What keeps the file from being read, and what to do, with the command line's options.
QString classTroubleText(const ClassTrouble &trouble);

} // namespace oneinn::wording
