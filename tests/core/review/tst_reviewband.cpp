// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewband.h"

#include "core/review/reviewqueue.h"
#include "core/review/reviewsteps.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

namespace tests::review_reviewband {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::optionalNumber;

namespace {

QJsonArray reviewVectors()
{
    QFile file(testsupport::testData("vectors-2-review.json"_L1));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray();
}

void addVectors(const QString &fn)
{
    QTest::addColumn<QJsonObject>("vector");
    for (const auto &vector : reviewVectors()) {
        if (vector["fn"_L1].toString() == fn)
            QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
    }
}

ReviewTerms termsOf(const QJsonObject &input)
{
    return {.falsePositive = input.value("cost_fp"_L1).toDouble(),
            .missed = input.value("cost_fn"_L1).toDouble(),
            .cost = input.value("review"_L1).toDouble(),
            .recall = input.value("hit"_L1).toDouble(),
            .falseAlarms = input.value("false_alarm"_L1).toDouble(),
            .price = input.value("price"_L1).toDouble()};
}

std::vector<ReviewedUse> randomUses(std::mt19937_64 &draw, int count)
{
    std::uniform_int_distribution<int> score(0, 9);
    std::vector<ReviewedUse> uses;
    for (int i = 0; i < count; ++i) {
        const double value = score(draw);
        const bool positive = score(draw) + 2 < value;
        uses.push_back({value / 10.0, 1.0 + double(i % 3), positive, std::uint32_t(i)});
    }
    return uses;
}

/// Use by use, as it is defined.
double bruteCost(const std::vector<ReviewedUse> &uses, double from, double to,
                 const ReviewTerms &terms)
{
    double cost = 0.0;
    double all = 0.0;
    for (const ReviewedUse &use : uses) {
        all += use.weight;
        double own = 0.0;
        if (use.score < from)
            own = use.positive ? terms.missed : 0.0;
        else if (use.score >= to)
            own = use.positive ? 0.0 : terms.falsePositive;
        else
            own = terms.cost + terms.price
                    + (use.positive ? (1.0 - terms.recall) * terms.missed
                                    : terms.falseAlarms * terms.falsePositive);
        cost += use.weight * own;
    }
    return cost / all;
}

} // namespace

class TestReviewBand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void band_theVectors_data() { addVectors(u"review_band"_s); }
    void band_theVectors();
    void rows_theVectors_data() { addVectors(u"review_band_rows"_s); }
    void rows_theVectors();
    void queue_theVectors_data() { addVectors(u"review_capacity"_s); }
    void queue_theVectors();
    void best_anyRows_isTheLeastOfAllPairs();
    void bestWithin_anyRows_fitsAndIsWorthItsPrice();
    void closesAt_anyRows_isWhereASearchOverPricesCloses();
};

void TestReviewBand::band_theVectors()
{
    QFETCH(const QJsonObject, vector);
    const ReviewTerms terms = termsOf(vector["input"_L1].toObject());
    const QJsonObject expected = vector["expected"_L1].toObject();
    const double tolerance = vector["tol"_L1].toDouble();
    COMPARE_NEAR(plainThreshold(terms), expected["plain_threshold"_L1].toDouble(), tolerance);
    COMPARE_NEAR(closingPrice(terms), expected["closing_price"_L1].toDouble(), tolerance);
    const auto band = reviewBand(terms);
    const auto from = optionalNumber(expected["review_from"_L1]);
    QCOMPARE(band.has_value(), from.has_value());
    COMPARE_NEAR(band ? std::optional(band->from) : std::nullopt, from, tolerance);
    COMPARE_NEAR(band ? band->to : plainThreshold(terms), expected["reject_from"_L1].toDouble(),
                 tolerance);
}

void TestReviewBand::rows_theVectors()
{
    QFETCH(const QJsonObject, vector);
    const QJsonObject input = vector["input"_L1].toObject();
    const QJsonObject expected = vector["expected"_L1].toObject();
    const double tolerance = vector["tol"_L1].toDouble();
    const auto label = testsupport::numbers(input["label"_L1]);
    const auto score = testsupport::numbers(input["score"_L1]);
    std::vector<ReviewedUse> uses;
    for (Eigen::Index i = 0; i < label.size(); ++i)
        uses.push_back({score[i], 1.0, label[i] > 0.0, std::uint32_t(i)});
    const FoundBand band = ReviewSteps(uses).best(termsOf(input));
    COMPARE_NEAR(band.from.value, expected["review_from"_L1].toDouble(), tolerance);
    COMPARE_NEAR(band.to.value, expected["reject_from"_L1].toDouble(), tolerance);
    COMPARE_NEAR(1000.0 * band.cost, expected["cost_per_1000"_L1].toDouble(), tolerance);
    COMPARE_NEAR(band.silent, expected["accepted"_L1].toDouble(), tolerance);
    COMPARE_NEAR(band.reviewed, expected["reviewed"_L1].toDouble(), tolerance);
    COMPARE_NEAR(band.shown, expected["rejected"_L1].toDouble(), tolerance);
}

void TestReviewBand::queue_theVectors()
{
    QFETCH(const QJsonObject, vector);
    const QJsonObject input = vector["input"_L1].toObject();
    const QJsonObject expected = vector["expected"_L1].toObject();
    const double tolerance = vector["tol"_L1].toDouble();
    const ReviewQueue queue =
            reviewQueue(input["capacity"_L1].toDouble(), input["mean"_L1].toDouble());
    COMPARE_NEAR(queue.overrunDays, expected["overrun_days"_L1].toDouble(), tolerance);
    COMPARE_NEAR(queue.turnedAwayPerDay, expected["turned_away_per_day"_L1].toDouble(), tolerance);
    COMPARE_NEAR(queue.carriedOver, optionalNumber(expected["carried_over_mean"_L1]), tolerance);
}

void TestReviewBand::best_anyRows_isTheLeastOfAllPairs()
{
    std::mt19937_64 draw(1);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    constexpr int files = 200;
    for (int file = 0; file < files; ++file) {
        const auto uses = randomUses(draw, 1 + file % 60);
        const ReviewTerms terms{.falsePositive = 0.1 + share(draw),
                                .missed = 0.1 + share(draw),
                                .cost = 0.3 * share(draw),
                                .recall = share(draw),
                                .falseAlarms = 0.5 * share(draw),
                                .price = 0.0};
        double least = std::numeric_limits<double>::infinity();
        double leastAlone = least;
        for (int from = 0; from <= 10; ++from) {
            for (int to = from; to <= 10; ++to)
                least = std::min(least, bruteCost(uses, from / 10.0, to / 10.0, terms));
            leastAlone = std::min(leastAlone, bruteCost(uses, from / 10.0, from / 10.0, terms));
        }
        const ReviewSteps steps(uses);
        const FoundBand best = steps.best(terms);
        COMPARE_NEAR(best.cost, least, 1e-10);
        COMPARE_NEAR(bruteCost(uses, best.from.value, best.to.value, terms), least, 1e-10);
        COMPARE_NEAR(steps.bestWithout(terms).cost, leastAlone, 1e-10);
    }
}

/// The least of all pairs that ask for few enough; and its price is the least at which no more is
/// asked for.
void TestReviewBand::bestWithin_anyRows_fitsAndIsWorthItsPrice()
{
    std::mt19937_64 draw(2);
    constexpr int files = 60;
    int scarceOnes = 0;
    for (int file = 0; file < files; ++file) {
        const auto uses = randomUses(draw, 300);
        const ReviewTerms terms{.falsePositive = 5.0,
                                .missed = 8.0,
                                .cost = 0.5,
                                .recall = 0.95,
                                .falseAlarms = 0.02,
                                .price = 0.0};
        const double most = 0.01 * double(file);
        const ReviewSteps steps(uses);
        const ScarceBand found = steps.bestWithin(most, terms);
        QVERIFY(found.band.reviewed <= most);
        QVERIFY(found.price >= 0.0 && found.price <= closingPrice(terms));
        COMPARE_NEAR(found.band.cost,
                     bruteCost(uses, found.band.from.value, found.band.to.value, terms), 1e-10);
        const bool isScarce = steps.best(terms).reviewed > most;
        QCOMPARE(found.price > 0.0, isScarce);
        scarceOnes += isScarce ? 1 : 0;
        double least = std::numeric_limits<double>::infinity();
        for (int from = 0; from <= 10; ++from) {
            for (int to = from; to <= 10; ++to) {
                const FoundBand other = steps.at({from / 10.0}, {to / 10.0}, terms);
                if (other.reviewed <= most)
                    least = std::min(least, other.cost);
            }
        }
        COMPARE_NEAR(found.band.cost, least, 1e-10);
        ReviewTerms priced = terms;
        priced.price = found.price + 1e-9;
        QVERIFY(steps.best(priced).reviewed <= most);
        priced.price = found.price - 1e-9;
        QVERIFY(!isScarce || steps.best(priced).reviewed > most);
    }
    QVERIFY(scarceOnes > files / 4);
}

/// At a price a little lower some pair of thresholds is better than every single one, and at one a
/// little higher none is.
void TestReviewBand::closesAt_anyRows_isWhereASearchOverPricesCloses()
{
    std::mt19937_64 draw(3);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    constexpr int files = 100;
    constexpr double hair = 1e-7;
    int belowFormula = 0;
    int negative = 0;
    for (int file = 0; file < files; ++file) {
        const auto uses = randomUses(draw, 1 + file % 60);
        ReviewTerms terms{.falsePositive = 0.1 + share(draw),
                          .missed = 0.1 + share(draw),
                          .cost = 0.3 * share(draw),
                          .recall = share(draw),
                          .falseAlarms = 0.5 * share(draw),
                          .price = 0.0};
        const double found = ReviewSteps(uses).closesAt(terms);
        const auto isOpenAt = [&](double price) {
            terms.price = price;
            double reviewed = std::numeric_limits<double>::infinity();
            double alone = reviewed;
            for (int from = 0; from <= 10; ++from) {
                alone = std::min(alone, bruteCost(uses, from / 10.0, from / 10.0, terms));
                for (int to = from + 1; to <= 10; ++to) {
                    const auto within = [&](const ReviewedUse &use) {
                        return use.score >= from / 10.0 && use.score < to / 10.0;
                    };
                    if (std::ranges::any_of(uses, within))
                        reviewed =
                                std::min(reviewed, bruteCost(uses, from / 10.0, to / 10.0, terms));
                }
            }
            return reviewed < alone;
        };
        QVERIFY(isOpenAt(found - hair));
        QVERIFY(!isOpenAt(found + hair));
        terms.price = 0.0;
        QVERIFY(found <= closingPrice(terms) + 1e-12);
        belowFormula += found < closingPrice(terms) - 0.01 ? 1 : 0;
        negative += found < 0.0 ? 1 : 0;
    }
    QVERIFY(belowFormula > files / 2 && negative > 0 && negative < files);
}

ONEINN_TEST(TestReviewBand)

} // namespace tests::review_reviewband

#include "tst_reviewband.moc"
