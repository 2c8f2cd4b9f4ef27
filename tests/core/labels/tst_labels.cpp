// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/labels/goldlabels.h"
#include "core/labels/labelnoise.h"
#include "core/labels/labelsbyscore.h"
#include "core/labels/labelsofuses.h"
#include "core/labels/selectivelabels.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::labels_labels {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selection_theVectors();
    void recall_theVectors_data();
    void recall_theVectors();
    void audit_theVectors();
    void noise_theVectors_data();
    void noise_theVectors();
    void noiseRange_oneIn200_holdsTheTruth();
    void judge_theVectors();
    void judge_manySamples_holdsTheTruth();
    void unlabelledBelow_missedIsRefused();
    void unlabelledAtRandom_nothingIsRefused();
    void byScore_isSeenWithoutAThreshold();
};

namespace {

QString nameOf(LabelSelection selection)
{
    switch (selection) {
    case LabelSelection::OnlyShown:
        return u"only shown"_s;
    case LabelSelection::Selective:
        return u"selective"_s;
    case LabelSelection::NoSign:
        break;
    }
    return u"no sign"_s;
}

void compareOptional(const std::optional<double> &found, const QJsonValue &expected)
{
    QCOMPARE(found.has_value(), expected.isDouble());
    if (found)
        COMPARE_NEAR(*found, expected.toDouble(), 1e-9);
}

void compareInterval(const Interval &found, const QJsonValue &expected)
{
    COMPARE_NEAR(found.low, expected.toArray().at(0).toDouble(), 1e-9);
    COMPARE_NEAR(found.high, expected.toArray().at(1).toDouble(), 1e-9);
}

/// Scores spread over 0 to 1, good as often as they say; labels below `labelledFrom` are kept with
/// a chance.
PredictionsPtr predictionsLabelled(double labelledFrom, double chanceBelow)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform;
    PredictionColumns columns;
    auto unlabelled = std::make_shared<SetAsideRows>();
    std::vector<double> scores;
    std::vector<std::uint8_t> labels;
    for (int i = 0; i < 4000; ++i) {
        const double score = uniform(random);
        const bool good = uniform(random) < score;
        if (score >= labelledFrom || uniform(random) < chanceBelow) {
            scores.push_back(score);
            labels.push_back(good ? 1 : 0);
        } else {
            unlabelled->score.push_back(score);
            unlabelled->reason.push_back(SetAsideReason::LabelMissing);
        }
    }
    const auto size = static_cast<Eigen::Index>(scores.size());
    columns.score = Eigen::Map<Eigen::ArrayXd>(scores.data(), size);
    columns.label = Eigen::Map<LabelColumn>(labels.data(), size);
    columns.setAside = unlabelled;
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

ScenarioRows::Ptr rowsOf(const PredictionsPtr &predictions)
{
    return ScenarioRows::prepare(predictions, Scenario()).value();
}

JudgedRows judgedRows(const QJsonObject &input)
{
    JudgedRows rows;
    const auto gold = input.value("gold"_L1).toArray();
    const auto judge = input.value("judge_on_gold"_L1).toArray();
    for (qsizetype i = 0; i < gold.size(); ++i) {
        rows.both += 1.0;
        rows.goldGood += gold.at(i).toDouble();
        rows.judgeGood += judge.at(i).toDouble();
        rows.bothGood += gold.at(i).toDouble() * judge.at(i).toDouble();
    }
    rows.rest = input.value("rest"_L1).toDouble();
    rows.restGood = rows.rest * input.value("judge_mean_rest"_L1).toDouble();
    return rows;
}

} // namespace

void TestLabels::selection_theVectors()
{
    for (const QString &id : testsupport::vectorIds(u"T9.verification.detect"_s)) {
        const auto vector = testsupport::vector(id);
        const auto number = [&](QLatin1String key) { return vector.input.value(key).toDouble(); };
        const LabelledUses uses{number("shown_uses"_L1), number("shown_labelled"_L1),
                                number("silent_uses"_L1), number("silent_labelled"_L1)};
        QCOMPARE(nameOf(labelSelection(uses)), vector.expected["kind"_L1].toString());
    }
}

void TestLabels::recall_theVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"T9.verification.begg_greenes", "T9.verification.only_shown",
                           "T9.verification.none_found"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestLabels::recall_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    std::vector<LabelStratum> strata;
    for (const auto &entry : vector.input.value("strata"_L1).toArray()) {
        const auto one = entry.toObject();
        strata.push_back({one["shown"_L1].toBool(), one["uses"_L1].toDouble(),
                          one["labelled"_L1].toDouble(), one["good"_L1].toDouble()});
    }
    const auto found = verifiedRecall(strata);
    QVERIFY(found);
    COMPARE_NEAR(found->naive, vector.expected["naive"_L1].toDouble(), 1e-9);
    compareInterval(found->bounds, vector.expected["bounds"_L1]);
    compareOptional(found->recall, vector.expected["recall"_L1]);
    QCOMPARE(found->interval.has_value(), vector.expected["interval"_L1].isArray());
    if (found->interval)
        compareInterval(*found->interval, vector.expected["interval"_L1]);
}

void TestLabels::audit_theVectors()
{
    for (const QString &id : testsupport::vectorIds(u"T9.audit."_s)) {
        const auto vector = testsupport::vector(id);
        const auto number = [&](QLatin1String key) { return vector.input.value(key).toDouble(); };
        AuditQuestion question{.shownGood = number("shown_good"_L1),
                               .silentUses = number("silent_uses"_L1),
                               .silentShare = number("silent_share"_L1),
                               .halfWidth = number("half_width"_L1)};
        if (vector.input.contains("shown_labelled"_L1)) {
            question.shownLabelled = number("shown_labelled"_L1);
            question.shownShare = number("shown_share"_L1);
        }
        const auto plan = auditPlan(question);
        QCOMPARE(plan.has_value(), vector.expected["label"_L1].isDouble());
        if (!plan)
            continue;
        QCOMPARE(plan->label, vector.expected["label"_L1].toDouble());
        COMPARE_NEAR(plan->recallGuess, vector.expected["recall_guess"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(plan->expectedGood, vector.expected["expected_good"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(plan->noneFoundLower, vector.expected["none_found_lower"_L1].toDouble(), 1e-9);
    }
}

void TestLabels::noise_theVectors_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"T9.noise.0", "T9.noise.1", "T9.noise.2", "T9.noise.3"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestLabels::noise_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const auto number = [&](QLatin1String key) { return vector.input.value(key).toDouble(); };
    const double found = number("shown_labelled_good"_L1);
    const double missed = number("silent_labelled_good"_L1);
    const ConfusionMatrix labelled(found, number("shown"_L1) - found, missed,
                                   number("silent"_L1) - missed);
    const auto point = withoutWrongLabels(labelled, {number("e1"_L1), number("e0"_L1)});
    QCOMPARE(point.has_value(), vector.expected["precision"_L1].isDouble());
    if (!point)
        return;
    compareOptional(point->precision, vector.expected["precision"_L1]);
    compareOptional(point->recall, vector.expected["recall"_L1]);
    QCOMPARE(point->clipped, vector.expected["clipped"_L1].toBool());
}

/// Good and bad ones as they are, then one label in 200 turned round.
void TestLabels::noiseRange_oneIn200_holdsTheTruth()
{
    const double turned = usualWrongLabels;
    const double found = 800.0;
    const double wrong = 200.0;
    const double missed = 300.0;
    const double silent = 18700.0;
    const ConfusionMatrix labelled(
            found * (1.0 - turned) + wrong * turned, wrong * (1.0 - turned) + found * turned,
            missed * (1.0 - turned) + silent * turned, silent * (1.0 - turned) + missed * turned);
    const auto range = noiseRange(labelled, turned);
    QVERIFY(range && range->wrongOfShown && range->missed);
    const double reach = 1e-12;
    QVERIFY(range->wrongOfShown->low <= 0.2 + reach && range->wrongOfShown->high >= 0.2 - reach);
    const double trueMissed = missed / (missed + found);
    QVERIFY(range->missed->low <= trueMissed + reach && range->missed->high >= trueMissed - reach);
    QVERIFY(!noiseRange(labelled, 0.5));
}

void TestLabels::judge_theVectors()
{
    const auto vector = testsupport::vector(u"T9.noise.ppi"_s);
    const auto mean = judgedMean(judgedRows(vector.input));
    QVERIFY(mean);
    compareOptional(mean->weight, vector.expected["weight"_L1]);
    COMPARE_NEAR(mean->estimate, vector.expected["estimate"_L1].toDouble(), 1e-9);
    COMPARE_NEAR(mean->se, vector.expected["se"_L1].toDouble(), 1e-9);
    compareInterval(mean->interval, vector.expected["interval"_L1]);
    COMPARE_NEAR(mean->goldAlone, vector.expected["gold_alone"_L1].toDouble(), 1e-9);
    COMPARE_NEAR(mean->goldAloneSe, vector.expected["gold_alone_se"_L1].toDouble(), 1e-9);
    const auto constant = testsupport::vector(u"T9.noise.ppi_constant_judge"_s);
    const auto alone = judgedMean(judgedRows(constant.input));
    QVERIFY(alone && !alone->weight);
    COMPARE_NEAR(alone->estimate, 0.75, 1e-12);
    COMPARE_NEAR(alone->se, 0.25, 1e-12);
    QVERIFY(!judgedMean({.both = 1.0, .rest = 10.0}));
}

/// A judge who takes one bad one in five for good.
void TestLabels::judge_manySamples_holdsTheTruth()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform;
    constexpr double good = 0.7;
    constexpr int samples = 400;
    int held = 0;
    for (int sample = 0; sample < samples; ++sample) {
        JudgedRows rows;
        for (int i = 0; i < 1000; ++i) {
            const bool is = uniform(random) < good;
            const bool judged = is ? uniform(random) < 0.95 : uniform(random) < 0.2;
            if (i >= 150) {
                rows.rest += 1.0;
                rows.restGood += judged ? 1.0 : 0.0;
                continue;
            }
            rows.both += 1.0;
            rows.goldGood += is ? 1.0 : 0.0;
            rows.judgeGood += judged ? 1.0 : 0.0;
            rows.bothGood += is && judged ? 1.0 : 0.0;
        }
        const auto mean = judgedMean(rows);
        held += mean->interval.low <= good && good <= mean->interval.high ? 1 : 0;
    }
    QVERIFY2(held >= samples * 91 / 100, qPrintable(QString::number(held)));
}

void TestLabels::unlabelledBelow_missedIsRefused()
{
    Scenario scenario;
    scenario.threshold = {0.6};
    const auto rows = rowsOf(predictionsLabelled(0.6, 0.0));
    const Assessment assessment = assess(*rows, scenario);
    QVERIFY(assessment.labels);
    QCOMPARE(assessment.labels->selection, LabelSelection::OnlyShown);
    QVERIFY(!assessment.experience[Share::Missed] && !assessment.experience[Share::Good]
            && !assessment.experience[Share::Accuracy]);
    QVERIFY(!assessment.metrics.recall && !assessment.metrics.prevalence
            && !assessment.intervals.recall);
    QVERIFY(assessment.experience[Share::WrongOfShown] && assessment.metrics.precision);
    QVERIFY(assessment.labels->recall->bounds.high == 1.0
            && assessment.labels->recall->bounds.low < 0.6);
    QVERIFY(assessment.labels->audit);
    // Higher up, some of the silent have labels: still far fewer.
    scenario.threshold = {0.8};
    const Assessment higher = assess(*rows, scenario);
    QCOMPARE(higher.labels->selection, LabelSelection::Selective);
    QVERIFY(!higher.experience[Share::Missed]);
}

void TestLabels::unlabelledAtRandom_nothingIsRefused()
{
    Scenario scenario;
    scenario.threshold = {0.6};
    const auto rows = rowsOf(predictionsLabelled(1.0, 0.5));
    const Assessment assessment = assess(*rows, scenario);
    QVERIFY(assessment.labels && !assessment.labels->silentUnknown());
    QVERIFY(assessment.experience[Share::Missed] && assessment.metrics.recall);
    const auto strata = labelsOfUses(*rows, scenario.threshold);
    QVERIFY(strata->uses == assessment.labels->uses);
    // Recall is 1 - 0.6 * 0.6, of what is good as often as it scores.
    QVERIFY(strata->recall->interval->low < 0.64 && strata->recall->interval->high > 0.64);
}

void TestLabels::byScore_isSeenWithoutAThreshold()
{
    for (const double from : {0.3, 0.5, 0.6, 0.9}) {
        const auto labels = labelsByScore(*predictionsLabelled(from, 0.02), {});
        QVERIFY2(labels, qPrintable(QString::number(from)));
        QVERIFY(std::abs(labels->middle.value - 0.5) < 0.05);
        QCOMPARE(labels->uses.shownUses + labels->uses.silentUses, 4000.0);
        QVERIFY(labels->uses.silentLabelled / labels->uses.silentUses
                < 0.7 * labels->uses.shownLabelled / labels->uses.shownUses);
    }
    QVERIFY(!labelsByScore(*predictionsLabelled(1.0, 0.5), {}));
    QVERIFY(!labelsByScore(*predictionsLabelled(0.0, 1.0), {}));
}

ONEINN_TEST(TestLabels)

} // namespace tests::labels_labels

#include "tst_labels.moc"
