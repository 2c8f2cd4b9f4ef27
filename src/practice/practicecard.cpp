// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicecard.h"

namespace oneinn {

using namespace Qt::StringLiterals;

QString keyOf(CardKind kind)
{
    switch (kind) {
    case CardKind::Design:
        return u"design"_s;
    case CardKind::Failure:
        return u"failure"_s;
    case CardKind::Tradeoff:
        return u"tradeoff"_s;
    case CardKind::Executive:
        return u"executive"_s;
    case CardKind::Metric:
        return u"metric"_s;
    case CardKind::AnyProduct:
        break;
    }
    return u"any"_s;
}

QString nameOf(CardKind kind)
{
    switch (kind) {
    case CardKind::Design:
        return u"Design"_s;
    case CardKind::Failure:
        return u"Production failure"_s;
    case CardKind::Tradeoff:
        return u"Tradeoff"_s;
    case CardKind::Executive:
        return u"Executive explanation"_s;
    case CardKind::Metric:
        return u"Metric to product"_s;
    case CardKind::AnyProduct:
        break;
    }
    return u"Any product you use"_s;
}

std::optional<CardKind> cardKindOf(const QString &key)
{
    for (const CardKind kind : cardKinds) {
        if (keyOf(kind) == key)
            return kind;
    }
    return std::nullopt;
}

} // namespace oneinn
