// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/trafficjson.h"

#include "core/predictions/mixedpredictions.h"

#include <QJsonArray>

#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double mixTolerance = 1e-6; ///< shares add up to 1 only as far as their digits go

QJsonObject mixJson(const TrafficMix &mix)
{
    QJsonArray parts;
    for (const TrafficMix::Part &part : mix.parts)
        parts.append(QJsonObject{{u"value"_s, QString::fromStdString(part.value)},
                                 {u"share"_s, part.share}});
    return {{u"column"_s, QString::fromStdString(mix.column)}, {u"parts"_s, parts}};
}

TrafficMix readMix(JsonReader &reader)
{
    TrafficMix mix;
    const auto column = reader.exactText(u"column"_s);
    if (!column)
        reader.fail(u"column"_s, WantedValue::Kind::ColumnName);
    mix.column = column.value_or(std::string());
    double sum = 0.0;
    reader.objects(u"parts"_s, mostMixedValues, [&](JsonReader &inner) {
        const auto value = inner.exactText(u"value"_s);
        const auto share = inner.optionalNumber(u"share"_s, 0.0, 1.0);
        if (!value)
            inner.fail(u"value"_s, WantedValue::Kind::ColumnValue);
        if (!share)
            inner.fail(u"share"_s, WantedValue::Kind::Number);
        mix.parts.push_back({value.value_or(std::string()), share.value_or(0.0)});
        sum += share.value_or(0.0);
    });
    if (std::abs(sum - 1.0) > mixTolerance)
        reader.fail(u"parts"_s, WantedValue::Kind::SharesOfAll);
    return mix;
}

} // namespace

void writeTraffic(QJsonObject &json, const Scenario &scenario)
{
    if (scenario.mix)
        json.insert(u"mix"_s, mixJson(*scenario.mix));
    if (scenario.fileIsLikeProduction)
        json.insert(u"fileIsLikeProduction"_s, true);
}

void readTraffic(JsonReader &reader, Scenario &scenario)
{
    reader.object(u"mix"_s, [&scenario](JsonReader &inner) { scenario.mix = readMix(inner); });
    scenario.fileIsLikeProduction = reader.flag(u"fileIsLikeProduction"_s, false);
}

} // namespace oneinn
