// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/dropquantities.h"

#include "wording/dropnames.h"
#include "wording/dropnumbers.h"

#include <algorithm>
#include <functional>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double ofHundred = 100.0;
constexpr double perThousand = 1000.0;

using Found = std::optional<QuantityValue>;

struct DropRow {
    Quantity quantity;
    std::function<Found(const Dropped &)> find;
};

/// As the drop tells it, of 1,000 uses; a loss is a number above nothing.
Found lost(double told)
{
    return QuantityValue{.number = -told};
}

template<typename Is> Found lostTo(const Dropped &dropped, Is is)
{
    const auto &amounts = dropped.waterfall.amounts;
    const auto found = std::ranges::find_if(amounts, is);
    return found == amounts.end() ? Found() : lost(wording::DropNumbers(dropped).told(*found));
}

DropRow lostRow(const QString &key, DropCause cause, const QString &meaning)
{
    return {{key, QuantityUnit::Value, meaning}, [cause](const Dropped &dropped) {
                return lostTo(dropped,
                              [cause](const DropAmount &each) { return each.cause == cause; });
            }};
}

DropRow shareRow(const QString &key, double Dropped::*share, const QString &meaning)
{
    return {{key, QuantityUnit::OfHundred, meaning},
            [share](const Dropped &dropped) { return QuantityValue{ofHundred * dropped.*share}; }};
}

/// As the amounts of a drop are named.
QString causeText(DropCause cause)
{
    if (cause == DropCause::None)
        return u"none"_s;
    if (cause == DropCause::CannotTell)
        return u"cannot tell"_s;
    if (cause == DropCause::Duplicates)
        return u"copies"_s;
    if (cause == DropCause::LabelsLateOrSelective)
        return u"labels"_s;
    DropAmount amount;
    amount.cause = cause;
    return wording::dropAmountName(amount);
}

Found movedSegment(const Dropped &dropped)
{
    const auto &found = dropped.diagnosis.found;
    const auto segment = std::ranges::find(found, DropCause::Segment, &DropFinding::cause);
    if (segment == found.end())
        return std::nullopt;
    return QuantityValue{.word = QString::fromStdString(segment->value)};
}

const QList<DropRow> &dropRows()
{
    static const QList<DropRow> rows{
            {{u"lost"_s, QuantityUnit::Value,
              u"worth less than in the earlier period, per 1,000 uses"_s},
             [](const Dropped &dropped) {
                 return lost(wording::DropNumbers(dropped).toldChange());
             }},
            {{u"lost_to_data"_s, QuantityUnit::Value, u"of that by faults of the data"_s},
             [](const Dropped &dropped) {
                 return lostTo(dropped, [](const DropAmount &each) {
                     return each.cause && layerOf(*each.cause) == DropLayer::Data;
                 });
             }},
            lostRow(u"lost_to_base_rate"_s, DropCause::BaseRate,
                    u"by another share of good ones"_s),
            lostRow(u"lost_to_mix"_s, DropCause::ScoreMix, u"by other uses that come in"_s),
            lostRow(u"lost_to_meaning"_s, DropCause::Meaning,
                    u"by scores, or labels, that mean something else"_s),
            lostRow(u"lost_to_segment"_s, DropCause::Segment,
                    u"by the segment that moved by itself"_s),
            lostRow(u"lost_to_waits"_s, DropCause::Waits, u"by later answers"_s),
            lostRow(u"lost_to_failures"_s, DropCause::Failures, u"by calls that fail"_s),
            {{u"keeping_costs"_s, QuantityUnit::Value,
              u"what keeping the old threshold costs, judged on other uses than those that choose "
              u"a "
              "new one, per 1,000 uses"_s},
             [](const Dropped &dropped) {
                 const auto &cost = dropped.threshold.heldOut;
                 return cost ? Found(QuantityValue{perThousand * cost->all.cost}) : Found();
             }},
            shareRow(u"good_before"_s, &Dropped::goodBefore,
                     u"good ones, of all uses of the earlier period"_s),
            shareRow(u"good_after"_s, &Dropped::goodAfter,
                     u"good ones, of all uses of the later one"_s),
            {{u"first_cause"_s, QuantityUnit::Word,
              u"the first cause that is found, layer by layer: empty cells, base rate, "
              "meaning, none, ..."_s},
             [](const Dropped &dropped) {
                 return QuantityValue{.word = causeText(dropped.diagnosis.firstCause())};
             }},
            {{u"moved_segment"_s, QuantityUnit::Word,
              u"the value of the segment that moved by itself"_s},
             movedSegment},
    };
    return rows;
}

} // namespace

const QList<Quantity> &dropQuantities()
{
    static const QList<Quantity> all = [] {
        QList<Quantity> made;
        for (const DropRow &row : dropRows())
            made.append(row.quantity);
        return made;
    }();
    return all;
}

bool isOfDrop(const Quantity &quantity)
{
    return std::ranges::find(dropQuantities(), quantity.key, &Quantity::key)
            != dropQuantities().end();
}

std::optional<QuantityValue> valueOf(const Quantity &quantity, const Dropped &dropped)
{
    const auto row = std::ranges::find_if(dropRows(), [&quantity](const DropRow &each) {
        return each.quantity.key == quantity.key;
    });
    return row == dropRows().end() ? std::nullopt : row->find(dropped);
}

} // namespace oneinn
