// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testpaths.h"

#include <Eigen/Core>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTest>

#include <cmath>
#include <limits>
#include <optional>

/// The independent test vectors in tests/data: vectors.json and what amends it.
namespace testsupport {

struct Vector {
    QString id;
    QJsonObject input;
    QJsonValue expected;
    double tolerance = 0.0;
};

inline QList<Vector> vectors()
{
    QList<Vector> result;
    for (const auto *name :
         {"vectors.json", "vectors-2-population.json", "vectors-2-rollback.json",
          "vectors-2-nearbest.json", "vectors-2-llm.json", "vectors-2-counts.json",
          "vectors-2-promise.json", "vectors-2-calibration.json", "vectors-2-cluster.json",
          "vectors-2-badweek.json", "vectors-2-simultaneous.json", "vectors-2-baserate.json",
          "vectors-2-voi.json", "vectors-2-segments.json", "vectors-2-labels.json"}) {
        QFile file(testData(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot open %s", qPrintable(file.fileName()));
        const auto all = QJsonDocument::fromJson(file.readAll())
                                 .object()
                                 .value(QLatin1String("vectors"))
                                 .toArray();
        for (const auto &entry : all) {
            const auto object = entry.toObject();
            result.append({object.value(QLatin1String("id")).toString(),
                           object.value(QLatin1String("input")).toObject(),
                           object.value(QLatin1String("expected")),
                           object.value(QLatin1String("tol")).toDouble()});
        }
    }
    return result;
}

/// The vector with this id; fails the test run if there is none.
inline Vector vector(const QString &id)
{
    for (const auto &candidate : vectors()) {
        if (candidate.id == id)
            return candidate;
    }
    qFatal("no vector %s", qPrintable(id));
}

/// Ids that start with a prefix, in file order.
inline QStringList vectorIds(const QString &prefix)
{
    QStringList ids;
    for (const auto &candidate : vectors()) {
        if (candidate.id.startsWith(prefix))
            ids.append(candidate.id);
    }
    return ids;
}

/// A number, or "Infinity".
inline double number(const QJsonValue &value)
{
    if (value.toString() == QLatin1String("Infinity"))
        return std::numeric_limits<double>::infinity();
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

/// null = undefined.
inline std::optional<double> optionalNumber(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() ? std::nullopt : std::optional(number(value));
}

inline Eigen::ArrayXd numbers(const QJsonValue &value)
{
    const auto array = value.toArray();
    Eigen::ArrayXd result(array.size());
    for (qsizetype i = 0; i < array.size(); ++i)
        result[i] = number(array.at(i));
    return result;
}

/// Equal within the tolerance; infinities must match.
inline bool near(double actual, double expected, double tolerance)
{
    if (std::isinf(actual) || std::isinf(expected))
        return actual == expected;
    return std::abs(actual - expected) <= tolerance;
}

inline bool near(std::optional<double> actual, std::optional<double> expected, double tolerance)
{
    return actual.has_value() == expected.has_value()
            && (!actual || near(*actual, *expected, tolerance));
}

/// Says what was expected where QVERIFY(near()) would only say "false".
#define COMPARE_NEAR(actual, expected, tolerance)                                                  \
    do {                                                                                           \
        const std::optional<double> nearActual = (actual);                                         \
        const std::optional<double> nearExpected = (expected);                                     \
        const auto text = [](std::optional<double> v) {                                            \
            return v ? QString::number(*v, 'g', 17) : QStringLiteral("undefined");                 \
        };                                                                                         \
        QVERIFY2(testsupport::near(nearActual, nearExpected, (tolerance)),                         \
                 qPrintable(QStringLiteral("%1: got %2, expected %3")                              \
                                    .arg(QStringLiteral(#actual), text(nearActual),                \
                                         text(nearExpected))));                                    \
    } while (false)

} // namespace testsupport
