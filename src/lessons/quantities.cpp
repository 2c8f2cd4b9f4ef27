// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/quantities.h"

#include "core/doubts/thresholddoubts.h"
#include "core/loadbearing/scenarioload.h"
#include "lessons/dropquantities.h"

#include "wording/feature.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

using Found = std::optional<QuantityValue>;
using Find = std::function<Found(const ScenarioRows &, const Assessment &)>;

struct QuantityRow {
    Quantity quantity;
    Find find;
};

constexpr double hundred = 100.0;
constexpr double thousand = 1000.0;

Found toldShare(const std::optional<Proportion> &share)
{
    if (!share || !std::isfinite(share->value))
        return std::nullopt;
    return QuantityValue{.number = hundred * share->value, .share = share};
}

Found told(const std::optional<double> &value, double factor)
{
    if (!value || !std::isfinite(*value))
        return std::nullopt;
    return QuantityValue{*value * factor};
}

QuantityRow shareRow(const QString &key, Share share, const QString &meaning)
{
    return {{key, QuantityUnit::OfHundred, meaning},
            [share](const ScenarioRows &, const Assessment &assessment) {
                return toldShare(assessment.experience[share]);
            }};
}

QuantityRow latencyRow(const QString &key, double p, const QString &meaning)
{
    return {{key, QuantityUnit::Milliseconds, meaning},
            [p](const ScenarioRows &rows, const Assessment &) {
                return told(rows.all()->latency().percentile(p), 1.0);
            }};
}

/// How sure the best threshold is; absent where the data are too few to tell.
using FindInDoubts = double (*)(const BestThreshold &, const ChoiceDoubts &);

QuantityRow doubtsRow(const Quantity &quantity, FindInDoubts find)
{
    const double factor = quantity.unit == QuantityUnit::Value ? thousand : 1.0;
    return {quantity, [find, factor](const ScenarioRows &rows, const Assessment &assessment) {
                const auto doubts = thresholdDoubts(rows, doubtsQuestion(assessment.scenario));
                if (!doubts || !doubts.value().choice)
                    return Found();
                return told(find(doubts.value().best, *doubts.value().choice), factor);
            }};
}

QList<QuantityRow> doubtsRows()
{
    const QString low = u"best_threshold_low"_s;
    const QString high = u"best_threshold_high"_s;
    return {
            doubtsRow({u"optimism"_s, QuantityUnit::Value,
                       u"how much more the most valuable threshold looks worth than it is, because "
                       "it was chosen on these uses, per 1,000 uses"_s},
                      [](const BestThreshold &, const ChoiceDoubts &choice) {
                          return choice.optimism;
                      }),
            doubtsRow({u"best_value_new"_s, QuantityUnit::Value,
                       u"worth at the most valuable threshold on new uses, per 1,000 uses"_s},
                      [](const BestThreshold &best, const ChoiceDoubts &choice) {
                          return best.best - choice.optimism;
                      }),
            doubtsRow({low, QuantityUnit::Score,
                       u"the lowest that the most valuable threshold may be, in 90 of 100 draws"_s,
                       high},
                      [](const BestThreshold &, const ChoiceDoubts &choice) {
                          return choice.range.low;
                      }),
            doubtsRow({high, QuantityUnit::Score,
                       u"the highest that the most valuable threshold may be, in 90 of 100 draws"_s,
                       low},
                      [](const BestThreshold &, const ChoiceDoubts &choice) {
                          return choice.range.high;
                      }),
    };
}

Found carrying(const ScenarioRows &rows, const Assessment &assessment)
{
    const auto load = scenarioLoad(rows, loadQuestion(assessment.scenario));
    if (!load || !load.value().load.verdict.only())
        return std::nullopt;
    switch (*load.value().load.verdict.only()) {
    case Failure::Latency:
        return QuantityValue{.word = u"latency"_s};
    case Failure::Precision:
        return QuantityValue{.word = u"precision"_s};
    case Failure::Recall:
        return QuantityValue{.word = u"recall"_s};
    }
    return std::nullopt;
}

const QList<QuantityRow> &quantityRows()
{
    static const QList<QuantityRow> rows =
            QList<QuantityRow>{
                    shareRow(u"wrong_of_shown"_s, Share::WrongOfShown, u"wrong, of those shown"_s),
                    {{u"precision"_s, QuantityUnit::OfHundred, u"right, of those shown"_s},
                     [](const ScenarioRows &, const Assessment &assessment) {
                         return toldShare(complementOf(assessment.experience[Share::WrongOfShown]));
                     }},
                    shareRow(u"missed"_s, Share::Missed, u"missed, of the good ones"_s),
                    {{u"recall"_s, QuantityUnit::OfHundred, u"found, of the good ones"_s},
                     [](const ScenarioRows &, const Assessment &assessment) {
                         return toldShare(complementOf(assessment.experience[Share::Missed]));
                     }},
                    shareRow(u"wrong_of_uses"_s, Share::WrongOfUses,
                             u"ending wrong, of all uses"_s),
                    shareRow(u"accuracy"_s, Share::Accuracy, u"ending right, of all uses"_s),
                    shareRow(u"shown"_s, Share::Shown, u"shown, of all uses"_s),
                    shareRow(u"good"_s, Share::Good, u"good ones, of all uses"_s),
                    shareRow(u"late"_s, Share::Late, u"late, of all uses"_s),
                    shareRow(u"left"_s, Share::Left, u"whose user has left, of all uses"_s),
                    shareRow(u"wrong_of_bad"_s, Share::WrongOfBad, u"shown, of the bad ones"_s),
                    {{u"best_threshold"_s, QuantityUnit::Score, u"the most valuable threshold"_s},
                     [](const ScenarioRows &, const Assessment &assessment) {
                         return told(assessment.value.best.threshold.value, 1.0);
                     }},
                    {{u"value"_s, QuantityUnit::Value, u"worth at the threshold, per 1,000 uses"_s},
                     [](const ScenarioRows &, const Assessment &assessment) {
                         return told(assessment.value.perUse, thousand);
                     }},
                    {{u"best_value"_s, QuantityUnit::Value,
                      u"worth at the most valuable threshold, per 1,000 uses"_s},
                     [](const ScenarioRows &, const Assessment &assessment) {
                         return told(assessment.value.best.best, thousand);
                     }},
                    latencyRow(u"latency_half"_s, 0.5,
                               u"the wait within which half are answered"_s),
                    latencyRow(u"latency_95"_s, 0.95,
                               u"the wait within which 95 of 100 are answered"_s),
                    {{u"carries"_s, QuantityUnit::Word,
                      u"what carries the product: latency, precision or recall"_s},
                     carrying},
            }
            + doubtsRows();
    return rows;
}

} // namespace

const QList<Quantity> &quantities()
{
    static const QList<Quantity> all = [] {
        QList<Quantity> made;
        for (const QuantityRow &row : quantityRows())
            made.append(row.quantity);
        return made + dropQuantities();
    }();
    return all;
}

const Quantity *quantityOf(const QString &key)
{
    const auto found = std::ranges::find(quantities(), key, &Quantity::key);
    return found == quantities().end() ? nullptr : &*found;
}

QStringList quantityKeys()
{
    QStringList keys;
    for (const Quantity &quantity : quantities())
        keys.append(quantity.key);
    return keys;
}

wording::Noun countedOf(const Quantity &share, const FeatureWords &words)
{
    const wording::Feature feature = wording::featureOf(words);
    if (share.key == u"wrong_of_shown" || share.key == u"precision")
        return feature.raised;
    if (share.key == u"missed" || share.key == u"recall")
        return feature.positive;
    return share.key == u"wrong_of_bad" ? feature.negative : feature.useCase;
}

bool isHarm(const Quantity &quantity)
{
    return quantity.key.startsWith(u"wrong_of_")
            || QStringList{u"missed"_s, u"late"_s, u"left"_s}.contains(quantity.key);
}

std::optional<QuantityValue> valueOf(const Quantity &quantity, const ScenarioRows &rows,
                                     const Assessment &assessment)
{
    for (const QuantityRow &row : quantityRows()) {
        if (row.quantity.key == quantity.key)
            return row.find(rows, assessment);
    }
    return std::nullopt;
}

} // namespace oneinn
