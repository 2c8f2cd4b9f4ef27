// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/reviewjson.h"

#include "presets/scenariojson.h"

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject reviewerJson(const Reviewer &reviewer)
{
    return {{u"recall"_s, reviewer.recall},
            {u"falseAlarms"_s, reviewer.falseAlarms},
            {u"cost"_s, reviewer.cost},
            {u"minutes"_s, numberOrNull(reviewer.minutes)},
            {u"reviewsPerDay"_s, numberOrNull(reviewer.reviewsPerDay)},
            {u"usesPerDay"_s, numberOrNull(reviewer.usesPerDay)}};
}

Reviewer readReviewer(JsonReader &reader)
{
    constexpr double leastMinutes = 1e-9;
    Reviewer reviewer;
    reviewer.recall = reader.number(u"recall"_s, 0.0, 1.0, reviewer.recall);
    reviewer.falseAlarms = reader.number(u"falseAlarms"_s, 0.0, 1.0, reviewer.falseAlarms);
    reviewer.cost = reader.number(u"cost"_s, 0.0, mostReviewCost, reviewer.cost);
    reviewer.minutes = reader.optionalNumber(u"minutes"_s, leastMinutes, mostReviewMinutes);
    // An int, so that there is no half review.
    if (const int most = reader.wholeNumber(u"reviewsPerDay"_s, 1, int(mostReviewsPerDay), 0))
        reviewer.reviewsPerDay = most;
    reviewer.usesPerDay = reader.optionalNumber(u"usesPerDay"_s, 1.0, mostReviewUsesPerDay);
    return reviewer;
}

QJsonObject bandJson(const BandThresholds &band)
{
    return {{u"from"_s, numberJson(band.from.value)}, {u"to"_s, numberJson(band.to.value)}};
}

BandThresholds readBand(JsonReader &reader)
{
    const auto from = reader.numberOrInfinity(u"from"_s);
    const auto to = reader.numberOrInfinity(u"to"_s);
    if (!from)
        reader.fail(u"from"_s, numberOrInfinityWanted());
    if (!to)
        reader.fail(u"to"_s, numberOrInfinityWanted());
    if (from && to && *to < *from)
        reader.fail(u"to"_s, {.kind = WantedValue::Kind::NotBelow, .words = {"from"}});
    return {{from.value_or(0.0)}, {to.value_or(0.0)}};
}

} // namespace

void writeReview(QJsonObject &json, const ReviewSetting &review)
{
    if (review == ReviewSetting())
        return;
    QJsonObject written{{u"inForce"_s, review.isInForce},
                        {u"reviewer"_s, QJsonValue()},
                        {u"band"_s, QJsonValue()}};
    if (review.reviewer)
        written.insert(u"reviewer"_s, reviewerJson(*review.reviewer));
    if (review.band)
        written.insert(u"band"_s, bandJson(*review.band));
    json.insert(u"review"_s, written);
}

ReviewSetting readReview(JsonReader &reader)
{
    ReviewSetting review;
    reader.object(u"review"_s, [&review](JsonReader &inner) {
        inner.object(u"reviewer"_s,
                     [&](JsonReader &each) { review.reviewer = readReviewer(each); });
        inner.object(u"band"_s, [&](JsonReader &each) { review.band = readBand(each); });
        review.isInForce = inner.flag(u"inForce"_s, false);
        if (review.isInForce && !review.band)
            inner.fail(u"band.from"_s, numberOrInfinityWanted());
    });
    return review;
}

void writePinnedBand(QJsonObject &pin, const std::optional<BandThresholds> &band)
{
    if (band)
        pin.insert(u"reviewBand"_s, bandJson(*band));
}

std::optional<BandThresholds> readPinnedBand(JsonReader &pin)
{
    std::optional<BandThresholds> band;
    pin.object(u"reviewBand"_s, [&band](JsonReader &ends) { band = readBand(ends); });
    return band;
}

} // namespace oneinn
