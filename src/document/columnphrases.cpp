// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/columnphrases.h"

#include "ingest/againstrest.h"

#include <QString>

#include <optional>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// By which cells calls are told: a phrase for each.
QStringList markedCalls(const QString &calls, const std::vector<ingest::FailedCells> &marked)
{
    QStringList phrases;
    for (const auto &cells : marked)
        phrases.append(
                cells.value ? u"%1: %2 is %3"_s.arg(calls, text(cells.column), text(*cells.value))
                            : u"%1: whatever %2 says"_s.arg(calls, text(cells.column)));
    return phrases;
}

QString decisionPhrase(const ingest::ResolvedMapping &mapping)
{
    const QString column = text(mapping.decision->value);
    const QString positive = text(mapping.positive.value);
    if (mapping.decision->value == mapping.score.value)
        return u"The score is 1 where %1 is %2, and 0 elsewhere"_s.arg(column, positive);
    return (ingest::classAgainstRest(mapping)
                    ? u"The score is of the class in %1; it is told as that of %2, and 0 where "
                      u"another "
                      "class stands there"_s
                    : u"The score is of the class in %1; it is told as that of %2"_s)
            .arg(column, positive);
}

} // namespace

QStringList columnPhrases(const ingest::ResolvedMapping &mapping)
{
    QStringList phrases{u"Label: %1; positive is %2"_s.arg(text(mapping.label.value),
                                                           text(mapping.positive.value)),
                        u"Score: %1%2"_s.arg(text(mapping.score.value),
                                             mapping.lowerIsPositive.value
                                                     ? u"; a low score is positive"_s
                                                     : QString())};
    if (mapping.decision)
        phrases.append(decisionPhrase(mapping));
    if (mapping.latency)
        phrases.append(u"Latency: %1, in %2"_s.arg(
                text(mapping.latency->value),
                QString::fromUtf8(symbolOf(mapping.unit.value).data())));
    for (const auto &model : mapping.wide) {
        phrases.append(model.latency ? u"Model %1: %2, with the latency %3"_s.arg(
                               text(model.name), text(model.score), text(*model.latency))
                                     : u"Model %1: %2"_s.arg(text(model.name), text(model.score)));
    }
    if (mapping.exampleWith)
        phrases.append(u"Example: with "_s + text(mapping.exampleWith->value));
    phrases += markedCalls(u"Failed calls"_s, mapping.failed);
    phrases += markedCalls(u"Refused calls"_s, mapping.refused);
    const std::pair<QString, const std::optional<ingest::ResolvedColumn> *> others[] = {
            {u"Model"_s, &mapping.model}, {u"Weight"_s, &mapping.weight},
            {u"Count"_s, &mapping.count}, {u"Example"_s, &mapping.exampleId},
            {u"User"_s, &mapping.userId}, {u"Day"_s, &mapping.day},
    };
    for (const auto &[role, column] : others) {
        if (*column)
            phrases.append(role + u": "_s + text((*column)->value));
    }
    if (!mapping.modelsPooled.empty())
        phrases.append(u"Model: none; %1 has more than 50 values, and rows are taken together, "
                       "whichever of them they have"_s.arg(text(mapping.modelsPooled)));
    return phrases;
}

} // namespace oneinn
