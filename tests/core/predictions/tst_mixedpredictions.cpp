// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/mixedpredictions.h"

#include "core/assessment.h"
#include "core/comparison/pincomparison.h"
#include "core/predictions/doubledrows.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::predictions_mixedpredictions {

using namespace oneinn;

class TestMixedPredictions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mix_everyModel_hasItsShares();
    void mix_ofTheFile_changesNothing();
    void mix_mixedAgain_isOfWhatWasRead();
    void assessment_mixed_isThatOfWeightedRows();
    void completed_restIsAsInTheFile();
    void completed_faults_areTold();
    void share_changed_othersGiveInProportion();
    void share_randomChanges_addUpToOne();
    void doubled_copies_areCounted();
    void doubled_coarseScores_sayNothing();
    void doubled_denseScores_sayNothing();
    void doubled_manyAtOneEnd_sayNothing();
};

namespace {

constexpr Eigen::Index count = 600;

/// Two models, and three segments that one of them has in other shares.
PredictionColumns columnsOf(bool models)
{
    PredictionColumns columns = testsupport::randomColumns("useful scores", count, 3);
    columns.weight.reset();
    CategoryColumn segment{"device", {"phone", "tablet", "desk"}, CodeColumn(count)};
    CategoryColumn model{"model", {"a", "b"}, CodeColumn(count)};
    for (Eigen::Index i = 0; i < count; ++i) {
        model.codes[i] = i < count / 2 ? 0 : 1;
        segment.codes[i] = static_cast<std::uint32_t>(i % (i < count / 2 ? 3 : 2));
    }
    columns.segments = {segment};
    columns.model.reset();
    if (models)
        columns.model = model;
    return columns;
}

PredictionsPtr predictionsOf(PredictionColumns columns)
{
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

TrafficMix mixOf(double phone, double tablet, double desk)
{
    return {"device", {{"phone", phone}, {"tablet", tablet}, {"desk", desk}}};
}

double weightOf(const Predictions &predictions, std::uint32_t model, std::uint32_t segment)
{
    double sum = 0.0;
    for (Eigen::Index i = 0; i < predictions.rows(); ++i) {
        if (predictions.model()->codes[i] == model && predictions.segments()[0].codes[i] == segment)
            sum += (*predictions.weight())[i];
    }
    return sum;
}

} // namespace

void TestMixedPredictions::mix_everyModel_hasItsShares()
{
    const auto read = predictionsOf(columnsOf(true));
    const auto mixed = mixedPredictions(read, mixOf(0.5, 0.1, 0.4));
    QVERIFY(mixed && mixed->asRead() == read && mixed->mix() == mixOf(0.5, 0.1, 0.4));
    const double all = 300.0;
    QVERIFY(std::abs(weightOf(*mixed, 0, 0) - 0.5 * all) < 1e-6);
    QVERIFY(std::abs(weightOf(*mixed, 0, 1) - 0.1 * all) < 1e-6);
    QVERIFY(std::abs(weightOf(*mixed, 0, 2) - 0.4 * all) < 1e-6);
    // The other has no desks: its phones and tablets share.
    QVERIFY(std::abs(weightOf(*mixed, 1, 0) - 5.0 / 6.0 * all) < 1e-6);
    QVERIFY(std::abs(weightOf(*mixed, 1, 1) - 1.0 / 6.0 * all) < 1e-6);
}

void TestMixedPredictions::mix_ofTheFile_changesNothing()
{
    const auto read = predictionsOf(columnsOf(false));
    const auto parts = partsInFile(*read, {}, "device");
    const auto mixed = mixedPredictions(read, TrafficMix{"device", parts});
    const Eigen::ArrayXd own = read->weight().value_or(Eigen::ArrayXd::Ones(count));
    QVERIFY((*mixed->weight() - own).abs().maxCoeff() < 1e-9);
    QVERIFY(!mixedPredictions(read, TrafficMix{"age", {{"old", 1.0}}}));
    QVERIFY(!mixedPredictions(read, TrafficMix{"device", {{"watch", 1.0}}}));
}

void TestMixedPredictions::mix_mixedAgain_isOfWhatWasRead()
{
    const auto read = predictionsOf(columnsOf(true));
    const auto once = mixedPredictions(read, mixOf(0.9, 0.05, 0.05));
    QCOMPARE(mixedPredictions(once, once->mix()), once);
    QCOMPARE(mixedPredictions(once, {}), read);
    const auto again = mixedPredictions(once, mixOf(0.2, 0.2, 0.6));
    QVERIFY(again->asRead() == read);
    const auto direct = mixedPredictions(read, mixOf(0.2, 0.2, 0.6));
    QVERIFY((*again->weight() == *direct->weight()).all());
}

/// The same numbers and intervals as of a file that says what its rows weigh.
void TestMixedPredictions::assessment_mixed_isThatOfWeightedRows()
{
    auto columns = columnsOf(true);
    const auto read = predictionsOf(columns);
    Scenario scenario;
    scenario.selection.model = "a";
    scenario.threshold = {0.5};
    scenario.baseRate = 0.02;
    scenario.mix = mixOf(0.7, 0.2, 0.1);
    const auto mixed = ScenarioRows::prepare(read, scenario);
    QVERIFY(mixed);
    const Assessment found = assess(*mixed.value(), scenario);

    columns.weight = Eigen::ArrayXd(count);
    const double factors[] = {2.1, 0.6, 0.3};
    for (Eigen::Index i = 0; i < count; ++i)
        (*columns.weight)[i] = factors[columns.segments[0].codes[i]];
    Scenario plain = scenario;
    plain.mix.reset();
    const auto weighted = ScenarioRows::prepare(predictionsOf(columns), plain);
    const Assessment wanted = assess(*weighted.value(), plain);
    for (const ShareKind &kind : shareKinds) {
        const auto a = found.experience[kind.share];
        const auto b = wanted.experience[kind.share];
        QCOMPARE(a.has_value(), b.has_value());
        if (!a)
            continue;
        QVERIFY(std::abs(a->value - b->value) < 1e-9);
        QVERIFY(std::abs(a->interval.low - b->interval.low) < 1e-9);
        QVERIFY(std::abs(a->interval.high - b->interval.high) < 1e-9);
    }
    QVERIFY(std::abs(found.value.perUse - wanted.value.perUse) < 1e-9);
    // Rows that were mixed lend nothing to those that are not.
    const auto back = ScenarioRows::prepare(mixed.value()->source(), plain, {}, mixed.value());
    QVERIFY(back && back.value()->source() == read && back.value()->fit(plain));
    QVERIFY(!mixed.value()->fit(plain));
}

void TestMixedPredictions::completed_restIsAsInTheFile()
{
    const auto read = predictionsOf(columnsOf(true));
    const auto mix = completedMix(*read, "a", TrafficMix{"device", {{"phone", 0.5}}});
    const auto *found = std::get_if<TrafficMix>(&mix);
    QVERIFY(found);
    QVERIFY(std::abs(found->parts[0].share - 0.5) < 1e-12);
    QVERIFY(std::abs(found->parts[1].share - 0.25) < 1e-12);
    QVERIFY(std::abs(found->parts[2].share - 0.25) < 1e-12);
}

void TestMixedPredictions::completed_faults_areTold()
{
    const auto read = predictionsOf(columnsOf(true));
    const auto fault = [&](const TrafficMix &named) {
        return std::get<MixProblem>(completedMix(*read, "a", named)).fault;
    };
    QCOMPARE(fault({"age", {{"old", 1.0}}}), MixFault::NoColumn);
    QCOMPARE(fault({"device", {{"watch", 1.0}}}), MixFault::NoValue);
    QCOMPARE(fault({"device", {{"phone", 0.5}, {"phone", 0.5}}}), MixFault::Twice);
    QCOMPARE(fault(mixOf(0.3, 0.3, 0.3)), MixFault::Sum);
    QCOMPARE(fault(mixOf(0.5, 0.5, 0.3)), MixFault::Sum);
}

void TestMixedPredictions::share_changed_othersGiveInProportion()
{
    const TrafficMix mix = withShare(mixOf(0.5, 0.3, 0.2), 0, 0.75);
    QVERIFY(std::abs(mix.parts[1].share - 0.15) < 1e-12);
    QVERIFY(std::abs(mix.parts[2].share - 0.1) < 1e-12);
    // From nothing they take alike.
    const TrafficMix back = withShare(mixOf(1.0, 0.0, 0.0), 0, 0.6);
    QVERIFY(std::abs(back.parts[1].share - 0.2) < 1e-12);
    QCOMPARE(back.parts[1].share, back.parts[2].share);
}

void TestMixedPredictions::share_randomChanges_addUpToOne()
{
    std::mt19937 random(2);
    std::uniform_real_distribution<double> uniform;
    TrafficMix mix = mixOf(0.2, 0.5, 0.3);
    for (int i = 0; i < 2000; ++i) {
        const double share = i % 7 == 0 ? 0.0 : i % 11 == 0 ? 1.0 : uniform(random);
        mix = withShare(mix, random() % 3, share);
        double sum = 0.0;
        for (const TrafficMix::Part &part : mix.parts) {
            QVERIFY(part.share >= 0.0 && part.share <= 1.0 + 1e-12);
            sum += part.share;
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-9);
    }
}

void TestMixedPredictions::doubled_copies_areCounted()
{
    auto columns = testsupport::randomColumns("distinct scores", count, 3);
    columns.segments.clear();
    columns.model.reset();
    columns.userId.reset();
    columns.exampleId.reset();
    QVERIFY(!doubledRows(*predictionsOf(columns)));
    for (Eigen::Index i = 0; i < 50; ++i) {
        columns.score[count - 1 - i] = columns.score[i];
        columns.label[count - 1 - i] = columns.label[i];
        (*columns.latency)[count - 1 - i] = (*columns.latency)[i];
    }
    const auto found = doubledRows(*predictionsOf(columns));
    QVERIFY(found);
    QCOMPARE(found->copies, std::size_t{50});
    QCOMPARE(found->different, std::size_t{count - 50});
}

void TestMixedPredictions::doubled_coarseScores_sayNothing()
{
    const auto columns = testsupport::randomColumns("heavy ties", count, 3);
    QVERIFY(!doubledRows(*predictionsOf(columns)));
}

/// As of a class against the rest, where all that was called another one scores 0.
void TestMixedPredictions::doubled_manyAtOneEnd_sayNothing()
{
    auto columns = testsupport::randomColumns("distinct scores", count, 3);
    columns.segments.clear();
    columns.model.reset();
    columns.userId.reset();
    columns.exampleId.reset();
    columns.latency.reset();
    for (Eigen::Index i = 0; i < 4 * count / 5; ++i)
        columns.score[i] = -1e9;
    QVERIFY(!doubledRows(*predictionsOf(columns)));
    for (Eigen::Index i = 0; i < 50; ++i) {
        columns.score[count - 1 - i] = columns.score[count - 51 - i];
        columns.label[count - 1 - i] = columns.label[count - 51 - i];
    }
    QVERIFY(doubledRows(*predictionsOf(columns)));
}

/// Written with four digits and most of them low: many are alike by chance.
void TestMixedPredictions::doubled_denseScores_sayNothing()
{
    std::mt19937_64 random(6);
    std::lognormal_distribution<double> low(std::log(0.02), 1.5);
    auto columns = testsupport::randomColumns("distinct scores", count, 3);
    columns.segments.clear();
    columns.model.reset();
    columns.userId.reset();
    columns.exampleId.reset();
    columns.latency.reset();
    columns.label.setZero();
    columns.label[0] = 1;
    for (double &score : columns.score)
        score = std::round(1e4 * std::min(1.0, low(random))) / 1e4;
    QVERIFY(!doubledRows(*predictionsOf(columns)));
}

ONEINN_TEST(TestMixedPredictions)

} // namespace tests::predictions_mixedpredictions

#include "tst_mixedpredictions.moc"
