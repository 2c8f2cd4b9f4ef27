// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"
#include "core/units.h"
#include "support/checkedkeys.h"
#include "support/vectors.h"

#include <cstdint>
#include <vector>

namespace testsupport {

/// A vector under check: its input and its expected object, every key of which must be read, or
/// its expected array.
struct VectorCase {
    explicit VectorCase(const Vector &vector)
        : input(vector.input)
        , expected(vector.expected)
        , expectedList(vector.expected.toArray())
        , tolerance(vector.tolerance)
    {
    }

    CheckedKeys input;
    CheckedKeys expected;
    QJsonArray expectedList;
    double tolerance = 0.0;
};

/// A family of vectors and what checks them.
struct VectorFamily {
    const char *prefix;
    void (*check)(VectorCase &);
};

/// One data row for every id with this prefix, whether or not anything can check it.
inline void addVectorRows(const char *prefix, const QStringList &elsewhere = {})
{
    for (const auto &id : vectorIds(QString::fromLatin1(prefix))) {
        if (!elsewhere.contains(id))
            QTest::newRow(qPrintable(id)) << id;
    }
}

/// Fails for an id of no family and for a key that was not checked.
template<typename Families> void checkVector(const QString &id, const Families &families)
{
    for (const VectorFamily &family : families) {
        if (!id.startsWith(QLatin1String(family.prefix)))
            continue;
        VectorCase one(vector(id));
        family.check(one);
        QCOMPARE(one.input.problems(), QStringList());
        QCOMPARE(one.expected.problems(), QStringList());
        return;
    }
    QFAIL(qPrintable(QStringLiteral("nothing checks the vector %1").arg(id)));
}

/// The sweep over an input's label, score and, where there is one, weight.
inline oneinn::ThresholdSweep takeSweep(CheckedKeys &input)
{
    const auto label = numbers(input.take(QLatin1String("label")));
    const auto score = numbers(input.take(QLatin1String("score")));
    if (!input.has(QLatin1String("weight")))
        return oneinn::thresholdSweep(label.cast<std::uint8_t>(), score);
    const auto weight = numbers(input.take(QLatin1String("weight")));
    return oneinn::thresholdSweep(label.cast<std::uint8_t>(), score, &weight);
}

/// What happens at a threshold: the last row of the sweep that is at or above it.
inline oneinn::ConfusionMatrix matrixAt(const oneinn::ThresholdSweep &sweep, double threshold)
{
    const auto shown = (sweep.threshold >= threshold).count();
    return shown == 0 ? sweep.alertOnNothing() : sweep.matrix(shown - 1);
}

inline std::vector<oneinn::ThresholdInterval> thresholdIntervals(const QJsonValue &value)
{
    std::vector<oneinn::ThresholdInterval> intervals;
    for (const auto &pair : value.toArray())
        intervals.push_back({number(pair.toArray().at(0)), number(pair.toArray().at(1))});
    return intervals;
}

#define COMPARE_ARRAY(actual, expected, tolerance)                                                 \
    do {                                                                                           \
        const Eigen::ArrayXd arrayActual = (actual);                                               \
        const Eigen::ArrayXd arrayExpected = (expected);                                           \
        QCOMPARE(arrayActual.size(), arrayExpected.size());                                        \
        for (Eigen::Index i = 0; i < arrayActual.size(); ++i)                                      \
            COMPARE_NEAR(arrayActual[i], arrayExpected[i], tolerance);                             \
    } while (false)

} // namespace testsupport
