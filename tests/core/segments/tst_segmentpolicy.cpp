// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentpolicy.h"

#include "core/assessment.h"
#include "support/segmentedrows.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <map>
#include <random>

namespace tests::segments_segmentpolicy {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;

namespace {

PredictionsPtr predictionsOf(const QJsonObject &input)
{
    PredictionColumns columns;
    columns.label = testsupport::numbers(input.value("label"_L1)).cast<std::uint8_t>();
    columns.score = testsupport::numbers(input.value("score"_L1));
    CategoryColumn segment{.name = "segment", .values = {}, .codes = {}};
    segment.codes.resize(columns.score.size());
    const QJsonArray names = input.value("segment"_L1).toArray();
    RowAccount account;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::string name = names.at(i).toString().toStdString();
        const auto known = segment.codeOf(name);
        if (!known)
            segment.values.push_back(name);
        segment.codes[i] = segment.codeOf(name).value();
        account.countUsed();
    }
    columns.segments.push_back(std::move(segment));
    return std::make_shared<const Predictions>(std::move(columns), account);
}

SegmentRule ruleNamed(const QString &name)
{
    const std::map<QString, SegmentRule> rules{
            {u"equal threshold"_s, SegmentRule::OneThreshold},
            {u"best value"_s, SegmentRule::MostValue},
            {u"equal recall"_s, SegmentRule::EqualRecall},
            {u"equal false-alarm rate"_s, SegmentRule::EqualFalseAlarms},
            {u"equal wrong-of-shown"_s, SegmentRule::EqualWrongOfShown}};
    return rules.at(name);
}

struct Built {
    SegmentsQuestion question;
    SegmentIndex::Ptr index;

    Built(const PredictionsPtr &predictions, const Scenario &scenario, const std::string &by)
        : question(segmentsQuestion(scenario, {{by}}))
        , index(SegmentIndex::build(*ScenarioRows::prepare(predictions, scenario).value(), question,
                                    question.by)
                        .value())
    {
    }
};

} // namespace

class TestSegmentPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void policy_theVectors_data();
    void policy_theVectors();
    void level_notGiven_isTheOneWorthMost();
    void optimism_isWhatIsLostOnNewUses_data();
    void optimism_isWhatIsLostOnNewUses();
    void change_isTheDifferenceOfTheTables();
};

void TestSegmentPolicy::policy_theVectors_data()
{
    QTest::addColumn<QString>("id");
    testsupport::addVectorRows("T9.segments.", testsupport::vectorIds(u"T9.segments.shrink"_s));
}

void TestSegmentPolicy::policy_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    Scenario scenario;
    scenario.threshold = {number(vector.input.value("now"_L1))};
    const QJsonObject values = vector.input.value("values"_L1).toObject();
    scenario.values =
            OutcomeValues(number(values.value("tp"_L1)), number(values.value("fp"_L1)), 0.0, 0.0);
    const Built built(predictionsOf(vector.input), scenario, "segment");
    const auto policy =
            segmentPolicy(*built.index, built.question,
                          {.rule = ruleNamed(vector.input.value("rule"_L1).toString()),
                           .target = testsupport::optionalNumber(vector.input.value("target"_L1)),
                           .resamples = 0})
                    .value();
    const SegmentTable table =
            segmentTable(*built.index, built.question, nullptr, policy.thresholds());
    const QJsonObject expected = vector.expected.toObject();
    const QJsonObject segments = expected.value("segments"_L1).toObject();
    QCOMPARE(table.rows.size(), std::size_t(segments.size()));
    for (const SegmentRow &row : table.rows) {
        const QJsonObject wanted =
                segments.value(QString::fromStdString(row.values.front())).toObject();
        const SegmentChange &change = policy.segments[row.segment];
        const double tolerance = vector.tolerance;
        const Threshold lowestShown{number(wanted.value("threshold"_L1))};
        QVERIFY(row.threshold.value <= lowestShown.value);
        QVERIFY(built.index->waterfall(row.segment, row.threshold)
                == built.index->waterfall(row.segment, lowestShown));
        COMPARE_NEAR(1.0 - row.shares[Share::Missed]->value, number(wanted.value("recall"_L1)),
                     tolerance);
        COMPARE_NEAR(row.shares[Share::WrongOfBad]->value,
                     number(wanted.value("false_alarm_rate"_L1)), tolerance);
        COMPARE_NEAR(row.shares[Share::WrongOfShown]->value,
                     number(wanted.value("wrong_of_shown"_L1)), tolerance);
        COMPARE_NEAR(1000.0 * *row.valuePerUse * row.shareOfUses,
                     number(wanted.value("value_per_1000"_L1)), tolerance);
        COMPARE_NEAR(change.value, number(wanted.value("change_per_1000"_L1)), tolerance);
        if (ruleNamed(vector.input.value("rule"_L1).toString()) != SegmentRule::OneThreshold)
            QCOMPARE(change.own, wanted.value("own_threshold"_L1).toBool());
    }
    COMPARE_NEAR(1000.0 * *table.wholeValue, number(expected.value("value_per_1000"_L1)),
                 vector.tolerance);
    COMPARE_NEAR(policy.value, number(expected.value("change_per_1000"_L1)), vector.tolerance);
}

void TestSegmentPolicy::level_notGiven_isTheOneWorthMost()
{
    std::mt19937 random(11);
    const auto predictions = testsupport::SegmentedRows{.uses = 1200, .segments = 3}.made(random);
    Scenario scenario;
    scenario.threshold = {0.8};
    const Built built(predictions, scenario, "kind");
    for (const SegmentRule rule : {SegmentRule::EqualRecall, SegmentRule::EqualFalseAlarms,
                                   SegmentRule::EqualWrongOfShown}) {
        const auto best =
                segmentPolicy(*built.index, built.question, {.rule = rule, .resamples = 0}).value();
        double most = -1e300;
        for (std::size_t level = 0; level <= levelSteps; ++level) {
            const double target = double(level) / double(levelSteps);
            most = std::max(most,
                            segmentPolicy(*built.index, built.question,
                                          {.rule = rule, .target = target, .resamples = 0})
                                    .value()
                                    .value);
        }
        COMPARE_NEAR(best.value, most, 1e-9);
        QVERIFY(best.target);
    }
}

void TestSegmentPolicy::optimism_isWhatIsLostOnNewUses_data()
{
    QTest::addColumn<bool>("alsoTheCommonOne");
    QTest::newRow("one for all that stands") << false;
    QTest::newRow("one for all chosen on the same uses") << true;
}

/// Chosen on one file, tried on many others. What the gain is against may have been chosen, too.
void TestSegmentPolicy::optimism_isWhatIsLostOnNewUses()
{
    QFETCH(bool, alsoTheCommonOne);
    std::mt19937 random(5);
    const testsupport::SegmentedRows rows{.uses = 600, .segments = 4};
    Scenario scenario;
    scenario.threshold = {0.8};
    double told = 0.0;
    double lost = 0.0;
    constexpr int files = 30;
    for (int file = 0; file < files; ++file) {
        const auto predictions = rows.made(random);
        if (alsoTheCommonOne) {
            const auto prepared = ScenarioRows::prepare(predictions, scenario).value();
            scenario.threshold = outlook(*prepared->at(scenario), scenario)->mostValuable.threshold;
        }
        const Built built(predictions, scenario, "kind");
        const auto policy = segmentPolicy(*built.index, built.question,
                                          {.rule = SegmentRule::MostValue, .resamples = 64})
                                    .value();
        told += *policy.optimism;
        testsupport::SegmentedRows more = rows;
        more.uses = 20000;
        const Built fresh(more.made(random), scenario, "kind");
        const SegmentTable before = segmentTable(*fresh.index, fresh.question, nullptr);
        std::vector<Threshold> thresholds(fresh.index->segments().size(), scenario.threshold);
        for (std::size_t i = 0; i < thresholds.size(); ++i) {
            for (std::size_t j = 0; j < built.index->segments().size(); ++j) {
                if (built.index->segments()[j].values == fresh.index->segments()[i].values)
                    thresholds[i] = policy.segments[j].threshold;
            }
        }
        const SegmentTable after = segmentTable(*fresh.index, fresh.question, nullptr, thresholds);
        lost += policy.value - 1000.0 * (*after.wholeValue - *before.wholeValue);
    }
    const double most = alsoTheCommonOne ? 0.45 : 0.35;
    QVERIFY2(std::abs(told - lost) < most * lost,
             qPrintable(u"told %1, lost %2"_s.arg(told / files).arg(lost / files)));
}

void TestSegmentPolicy::change_isTheDifferenceOfTheTables()
{
    std::mt19937 random(3);
    const auto predictions = testsupport::SegmentedRows{.uses = 900, .segments = 5}.made(random);
    Scenario scenario;
    scenario.threshold = {0.5};
    scenario.values = OutcomeValues(5.0, -4.0, -1.0, 0.5);
    const Built built(predictions, scenario, "kind");
    const auto policy = segmentPolicy(*built.index, built.question,
                                      {.rule = SegmentRule::MostValue, .resamples = 0})
                                .value();
    const SegmentTable before = segmentTable(*built.index, built.question, nullptr);
    const SegmentTable after =
            segmentTable(*built.index, built.question, nullptr, policy.thresholds());
    COMPARE_NEAR(policy.value, 1000.0 * (*after.wholeValue - *before.wholeValue), 1e-9);
    for (const SegmentRow &row : after.rows) {
        const auto &old =
                *std::find_if(before.rows.begin(), before.rows.end(),
                              [&](const SegmentRow &each) { return each.segment == row.segment; });
        COMPARE_NEAR(policy.segments[row.segment].value,
                     1000.0 * row.shareOfUses * (*row.valuePerUse - *old.valuePerUse), 1e-9);
    }
}

ONEINN_TEST(TestSegmentPolicy)

} // namespace tests::segments_segmentpolicy

#include "tst_segmentpolicy.moc"
