// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/releasestages.h"

#include "core/decision/rollbackrule.h"
#include "core/release/promotiongate.h"
#include "support/releasevectors.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>
#include <string>

namespace tests::release_releasestages {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::optionalNumber;
using testsupport::releaseVector;

namespace {

ReleaseTerms termsOf(const QJsonObject &input)
{
    ReleaseTerms terms{.wrong = input["wrong_now"_L1].toDouble(),
                       .wrongIfBad = input["wrong_bad"_L1].toDouble(),
                       .margin = input["margin"_L1].toDouble(),
                       .shown = input["shown_rate"_L1].toDouble(),
                       .labelled = input["label_rate"_L1].toDouble(),
                       .delayDays = input["label_delay_days"_L1].toDouble()};
    terms.usesPerDay = input["uses_per_day"_L1].toDouble();
    return terms;
}

} // namespace

class TestReleaseStages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_stage_asExpected_data();
    void vector_stage_asExpected();
    void vector_path_asExpected();
    void stage_withoutTraffic_tellsUsesAndNoDays();
    void stage_everybody_hasNobodyToCompareWith();
    void stage_clumpedUses_needMore();
    void path_simulatedReleases_agrees();
    void path_besideTheRule_reachesAtLeast();
    void stage_withoutLabels_knowsNothing();
};

void TestReleaseStages::vector_stage_asExpected_data()
{
    QTest::addColumn<QString>("id");
    for (const auto *id : {"T9.release.stage_5", "T9.release.stage_50", "T9.release.no_labels"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestReleaseStages::vector_stage_asExpected()
{
    QFETCH(const QString, id);
    const QJsonObject vector = releaseVector(id);
    const QJsonObject input = vector["input"_L1].toObject();
    const QJsonObject expected = vector["expected"_L1].toObject();
    const ReleaseStage stage = releaseStage(termsOf(input), input["share"_L1].toDouble());
    COMPARE_NEAR(stage.labelledShown, expected["labelled_shown"_L1].toDouble(), 1e-9);
    COMPARE_NEAR(stage.days, optionalNumber(expected["days"_L1]), 1e-9);
    if (!stage.days)
        return;
    COMPARE_NEAR(stage.uses, optionalNumber(expected["uses_touched"_L1]), 1e-6);
    COMPARE_NEAR(stage.shown, optionalNumber(expected["shown"_L1]), 1e-6);
    COMPARE_NEAR(stage.extraWrongIfBad, optionalNumber(expected["extra_wrong_if_bad"_L1]), 1e-6);
}

void TestReleaseStages::vector_path_asExpected()
{
    const QJsonObject vector = releaseVector(u"T9.release.path"_s);
    std::vector<ReleaseStage> stages;
    for (const auto &one : vector["input"_L1]["stages"_L1].toArray())
        stages.push_back({.share = 0.5,
                          .labelledShown = {},
                          .days = one["days"_L1].toDouble(),
                          .uses = {},
                          .shown = {},
                          .extraWrongIfBad = one["extra_wrong_if_bad"_L1].toDouble(),
                          .passIfGood = one["pass_if_good"_L1].toDouble(),
                          .passIfBad = one["pass_if_bad"_L1].toDouble()});
    const auto path = releasePath(stages);
    const QJsonObject expected = vector["expected"_L1].toObject();
    const QJsonArray after = expected["stages"_L1].toArray();
    QCOMPARE(qsizetype(path.size()), after.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        const QJsonValue stage = after.at(qsizetype(i));
        COMPARE_NEAR(*path[i].goodStillIn, stage["good_still_in"_L1].toDouble(), 1e-12);
        COMPARE_NEAR(*path[i].badStillIn, stage["bad_still_in"_L1].toDouble(), 1e-12);
        COMPARE_NEAR(*path[i].expectedExtraWrongIfBad, stage["expected_extra_wrong"_L1].toDouble(),
                     1e-9);
    }
    COMPARE_NEAR(path.back().days, expected["days_if_good"_L1].toDouble(), 1e-9);
}

void TestReleaseStages::stage_withoutTraffic_tellsUsesAndNoDays()
{
    const ReleaseTerms terms{
            .wrong = 0.1, .wrongIfBad = 0.15, .margin = 0.05, .shown = 0.2, .labelled = 0.5};
    const ReleaseStage stage = releaseStage(terms, 0.05);
    QVERIFY(!stage.days);
    COMPARE_NEAR(stage.uses, *stage.labelledShown * 10.0, 1e-9);
    COMPARE_NEAR(stage.extraWrongIfBad, *stage.uses * 0.2 * 0.05, 1e-9);
}

void TestReleaseStages::stage_everybody_hasNobodyToCompareWith()
{
    ReleaseTerms terms{.wrong = 0.1, .wrongIfBad = 0.15, .margin = 0.05, .shown = 0.2};
    QVERIFY(!releaseStage(terms, 1.0).labelledShown);
    QVERIFY(!releaseStage(terms, 1.0).days);
    QVERIFY(!releaseStage(terms, 1.0).passIfGood);
    terms.usesPerDay = 100.0;
    COMPARE_NEAR(releaseStage(terms, 1.0).days, shortestStage, 1e-12);
    COMPARE_NEAR(releaseStage(terms, 1.0).uses, 700.0, 1e-9);
}

void TestReleaseStages::stage_clumpedUses_needMore()
{
    ReleaseTerms terms{.wrong = 0.1, .wrongIfBad = 0.15, .margin = 0.05, .shown = 0.2};
    const ReleaseStage apart = releaseStage(terms, 0.05);
    terms.designEffect = 2.5;
    const ReleaseStage clumped = releaseStage(terms, 0.05);
    QCOMPARE(*clumped.labelledShown, std::ceil(2.5 * *apart.labelledShown));
    COMPARE_NEAR(clumped.passIfGood, *apart.passIfGood, 0.01);
}

/// A plan of three stages, gone through use by use: how many get to everybody.
void TestReleaseStages::path_simulatedReleases_agrees()
{
    const ReleaseTerms terms{.wrong = 0.13,
                             .wrongIfBad = 0.195,
                             .margin = 0.065,
                             .shown = 1.0,
                             .passed = std::cbrt(0.8)};
    const std::vector<double> shares{0.01, 0.05, 0.25};
    std::vector<ReleaseStage> stages;
    for (const double share : shares)
        stages.push_back(releaseStage(terms, share));
    const auto path = releasePath(stages);
    constexpr int releases = 8000;
    std::mt19937_64 random(11);
    // Wilson's, of which Newcombe's limit is made.
    const auto limit = [](double share, double n, double sign) {
        constexpr double z = 1.6448536269514722;
        return (share + z * z / (2.0 * n)
                + sign * z * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n)))
                / (1.0 + z * z / n);
    };
    const auto reaches = [&](double wrong) {
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const int checked = int(*stages[i].labelledShown);
            const int beside = int(checked * (1.0 - shares[i]) / shares[i]);
            const double a =
                    double(std::binomial_distribution<int>(checked, wrong)(random)) / checked;
            const double b = double(std::binomial_distribution<int>(beside, 0.13)(random)) / beside;
            const double up = limit(a, checked, 1.0) - a;
            const double down = b - limit(b, beside, -1.0);
            if (a - b + std::sqrt(up * up + down * down) >= terms.margin)
                return false;
        }
        return true;
    };
    int good = 0;
    int bad = 0;
    for (int release = 0; release < releases; ++release) {
        good += reaches(terms.wrong) ? 1 : 0;
        bad += reaches(terms.wrongIfBad) ? 1 : 0;
    }
    COMPARE_NEAR(double(good) / releases, *path.back().goodStillIn, 0.02);
    QVERIFY(*path.back().badStillIn < 1e-3);
    QVERIFY(bad < releases / 500);
}

/// The rule looks at the same cases, one after the other, from the start, whatever it said before:
/// no fewer good ones than are promised get to everybody, and no more than pass the stages.
void TestReleaseStages::path_besideTheRule_reachesAtLeast()
{
    const auto rule = rollbackRule(0.13, 0.195);
    QVERIFY(rule);
    const ReleaseTerms terms{.wrong = 0.13,
                             .wrongIfBad = 0.195,
                             .margin = 0.065,
                             .shown = 1.0,
                             .passed = std::cbrt(0.8)};
    std::vector<ReleaseStage> stages;
    for (const double share : {0.01, 0.05, 0.25})
        stages.push_back(releaseStage(terms, share));
    const double pass = *releasePath(stages).back().goodStillIn;
    constexpr int releases = 4000;
    std::mt19937_64 random(12);
    std::bernoulli_distribution isWrong(terms.wrong);
    const auto reaches = [&] {
        int wrong = 0;
        int shown = 0;
        for (const ReleaseStage &stage : stages) {
            const int checked = int(*stage.labelledShown);
            const int before = wrong;
            for (int use = 0; use < checked; ++use) {
                wrong += isWrong(random) ? 1 : 0;
                ++shown;
                for (const RollbackLook &look : rule->looks) {
                    if (look.shown == shown && wrong >= look.rollBackAt)
                        return false;
                }
            }
            const int beside = int(checked * (1.0 - stage.share) / stage.share);
            std::binomial_distribution<int> others(beside, terms.wrong);
            if (!goesOn({double(wrong - before), double(checked)},
                        {double(others(random)), double(beside)}, terms.margin))
                return false;
        }
        return true;
    };
    int reached = 0;
    for (int release = 0; release < releases; ++release)
        reached += reaches() ? 1 : 0;
    const double share = double(reached) / releases;
    constexpr double chance = 0.02; // three standard errors
    QVERIFY2(share >= pass - rule->goodRolledBackAtMost - chance, std::to_string(share).c_str());
    QVERIFY2(share <= pass + chance, std::to_string(share).c_str());
}

/// All that follows a stage that waits for labels that never come is unknown.
void TestReleaseStages::stage_withoutLabels_knowsNothing()
{
    ReleaseTerms terms{.wrong = 0.1, .wrongIfBad = 0.15, .margin = 0.05, .shown = 0.2};
    terms.labelled = 0.0;
    terms.usesPerDay = 100.0;
    const std::vector<ReleaseStage> stages{releaseStage(terms, 0.05), releaseStage(terms, 1.0)};
    QVERIFY(stages.front().isEndless() && !stages.back().isEndless());
    QVERIFY(!stages.front().passIfGood && !stages.front().passIfBad);
    for (const ReleasePath &after : releasePath(stages)) {
        QVERIFY(!after.goodStillIn && !after.badStillIn && !after.expectedExtraWrongIfBad);
        QVERIFY(!after.days);
    }
}

ONEINN_TEST(TestReleaseStages)

} // namespace tests::release_releasestages

#include "tst_releasestages.moc"
