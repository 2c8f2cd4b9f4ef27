// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "practice/practiceplaces.h"
#include "wording/phrases.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

QString placeSaid(const QString &place, const AnswerMaterial &material)
{
    return wording::asSentence(placeText(place, material).value_or(QString()));
}

QString actsSaid(const AnswerMaterial &material)
{
    const auto acts = placeText(u"acts"_s, material);
    return acts ? u"The feature %1."_s.arg(*acts) : QString();
}

QStringList openingOf(CardKind kind, int number, const AnswerMaterial &material)
{
    QStringList said;
    switch (kind) {
    case CardKind::Design:
        said = designOpening(number, material);
        break;
    case CardKind::Failure:
        said = failureOpening(number, material);
        break;
    case CardKind::Tradeoff:
        said = tradeoffOpening(number, material);
        break;
    case CardKind::Executive:
        said = executiveOpening(number, material);
        break;
    case CardKind::Metric:
        said = metricOpening(number, material);
        break;
    case CardKind::AnyProduct:
        break;
    }
    said.removeAll(QString());
    return said;
}

} // namespace oneinn
