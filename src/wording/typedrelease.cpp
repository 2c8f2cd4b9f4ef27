// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/typedrelease.h"

#include "wording/typednumbers.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr double stageHundred = 100.0;

std::optional<int> runningPart(const QString &text)
{
    const auto count = typedCount(text.trimmed());
    return count && *count <= mostRunning ? std::optional(int(*count)) : std::nullopt;
}

std::optional<double> typedPercent(const QString &text)
{
    bool isNumber = false;
    const double percent = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber && percent > 0.0 && percent <= stageHundred ? std::optional(percent)
                                                                : std::nullopt;
}

} // namespace

QStringList runningParts(const QString &text)
{
    static const QRegularExpression between(u"\\s*(?:/|;|\\t|\\n|\\bof\\b|\\bin\\b)\\s*"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression word(
            u"\\b(?:wrong|bad|false|shown|checked|raised|labelled|ones|out)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression twoNumbers(u"^(\\d+)\\s+(\\d+)$"_s);
    const QString bare = QString(text).remove(word).trimmed();
    // Two cells as they are copied: one number alone would be no count.
    if (const auto match = twoNumbers.match(bare); match.hasMatch())
        return {match.captured(1), match.captured(2)};
    return bare.isEmpty() ? QStringList(text.trimmed()) : bare.split(between);
}

TypedPair typedPair(const QString &text)
{
    const QStringList parts = runningParts(text);
    TypedPair typed;
    if (parts.size() <= 2)
        typed.wrong = runningPart(parts.first());
    if (parts.size() == 2)
        typed.shown = runningPart(parts.last());
    return typed;
}

std::optional<RunningCount> typedRunningCount(const QString &text)
{
    const TypedPair typed = typedPair(text);
    if (!typed.wrong || !typed.shown || *typed.wrong > *typed.shown)
        return std::nullopt;
    return RunningCount{*typed.wrong, *typed.shown};
}

std::optional<std::vector<double>> typedStages(const QString &text)
{
    static const QRegularExpression between(u"[,;]"_s);
    std::vector<double> shares;
    const QStringList parts = QString(text).remove(u'%').split(between);
    for (const QString &part : parts) {
        const auto percent = typedPercent(part);
        if (!percent || (!shares.empty() && *percent / stageHundred <= shares.back()))
            return std::nullopt;
        shares.push_back(*percent / stageHundred);
    }
    return shares;
}

QString stagesAsTyped(const std::vector<double> &shares)
{
    constexpr int digits = 10;
    QStringList parts;
    for (const double share : shares)
        parts.append(QLocale::c().toString(share * stageHundred, 'g', digits));
    return parts.join(u", "_s);
}

std::optional<double> typedDays(const QString &text)
{
    static const QRegularExpression number(u"^[0-9]+([.,][0-9]+)?$"_s);
    const QString bare = text.trimmed();
    if (!number.match(bare).hasMatch())
        return std::nullopt;
    constexpr double mostDays = 10'000.0;
    const double days = QLocale::c().toDouble(QString(bare).replace(u',', u'.'));
    return days <= mostDays ? std::optional(days) : std::nullopt;
}

} // namespace oneinn::wording
