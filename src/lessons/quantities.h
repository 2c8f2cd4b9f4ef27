// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "wording/noun.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

/// What a lesson can ask for. Each is a result that the program shows elsewhere.
namespace oneinn {

enum class QuantityUnit : std::uint8_t {
    OfHundred, ///< a share, as so many of 100
    Score,
    Milliseconds,
    Value, ///< per 1,000 uses
    Word,
};

struct Quantity {
    QString key;
    QuantityUnit unit = QuantityUnit::OfHundred;
    QString meaning; ///< for teachers: "wrong, of those shown"
    /// Of an end of a range of scores: the key of the other end, which it is where low scores are
    /// positive. Else empty.
    QString otherEnd = {};
};

/// All there are, in the order of the documentation.
const QList<Quantity> &quantities();
/// Null for what is none.
const Quantity *quantityOf(const QString &key);
QStringList quantityKeys();
/// What there are a hundred of, in the product's own words: "answers", "frauds", "payments".
wording::Noun countedOf(const Quantity &share, const FeatureWords &words);
/// Of a share: the fewer the better.
bool isHarm(const Quantity &quantity);

struct QuantityValue {
    double number = 0.0;
    /// Of QuantityUnit::Word; of QuantityUnit::Value what it is per 1,000 of, "payments".
    QString word = {};
    std::optional<Proportion> share = {}; ///< of QuantityUnit::OfHundred, as the data tell it
};

/// Absent where the data cannot tell it. The assessment must be of the rows.
std::optional<QuantityValue> valueOf(const Quantity &quantity, const ScenarioRows &rows,
                                     const Assessment &assessment);

} // namespace oneinn
