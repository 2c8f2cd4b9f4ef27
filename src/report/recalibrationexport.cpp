// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/recalibrationexport.h"

#include "report/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double heldFromEnds = 1e-6; ///< as the regression holds scores: see Recalibration

QJsonValue intervalOrNull(const Interval &interval)
{
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high))
        return {};
    return QJsonArray{interval.low, interval.high};
}

QString verdictWord(CalibrationVerdict verdict)
{
    switch (verdict) {
    case CalibrationVerdict::Enough:
        return u"calibrated-enough"_s;
    case CalibrationVerdict::Not:
        return u"not-calibrated"_s;
    case CalibrationVerdict::CannotBeTold:
        break;
    }
    return u"cannot-be-told"_s;
}

} // namespace

QByteArray recalibrationJson(const Recalibration &bent, const std::vector<double> &scores,
                             const RecalibrationSource &source)
{
    QJsonArray pairs;
    for (const double score : scores)
        pairs.append(
                QJsonObject{{u"score"_s, score}, {u"recalibrated"_s, bent.recalibrated(score)}});
    const QJsonObject mapping{
            {u"format"_s, u"one-in-n recalibration"_s},
            {u"version"_s, 1},
            {u"file"_s, source.fileName},
            {u"score_column"_s, QString::fromStdString(source.scoreColumn)},
            {u"model"_s,
             source.model.empty() ? QJsonValue()
                                  : QJsonValue(QString::fromStdString(source.model))},
            {u"formula"_s, u"1 / (1 + exp(-(intercept + slope * ln(score / (1 - score)))))"_s},
            {u"score_held_from_0_and_1_by"_s, heldFromEnds},
            {u"slope"_s, bent.slope},
            {u"slope_interval"_s, intervalOrNull(bent.slopeInterval)},
            {u"intercept"_s, bent.intercept},
            {u"verdict"_s, verdictWord(bent.verdict())},
            {u"scores"_s, pairs}};
    return QJsonDocument(mapping).toJson(QJsonDocument::Indented);
}

QByteArray recalibrationCsv(const Recalibration &bent, const std::vector<double> &scores,
                            const RecalibrationSource &source)
{
    QString csv = u"score,recalibrated,slope,intercept,file,score_column,model\n"_s;
    const QStringList whose{csvNumber(bent.slope), csvNumber(bent.intercept),
                            csvText(source.fileName),
                            csvText(QString::fromStdString(source.scoreColumn)),
                            csvText(QString::fromStdString(source.model))};
    for (const double score : scores)
        csv += csvRow(QStringList{csvNumber(score), csvNumber(bent.recalibrated(score))} + whose);
    return csv.toUtf8();
}

std::vector<double> eachOnceRising(const std::vector<double> &falling)
{
    std::vector<double> rising(falling.rbegin(), falling.rend());
    rising.erase(std::unique(rising.begin(), rising.end()), rising.end());
    return rising;
}

} // namespace oneinn::report
