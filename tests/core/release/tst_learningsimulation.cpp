// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/release/learning.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace tests::release_learningsimulation {

using namespace oneinn;

/// What weeksToChooseAnew says: after so many weeks of labels of what was shown, and of an audit of
/// what was not, a threshold is chosen as surely as from the file. Measured by how much what was
/// chosen is worth less than the best there is.
class TestLearningSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weeks_asTold_chooseAsSurely_data();
    void weeks_asTold_chooseAsSurely();
};

namespace {

constexpr double right = 1.0; ///< shown
constexpr double wrong = -1.0;

/// Scores from 0 to 1; of those with score s, s^2 are good, so that showing is worth it from 0.707.
struct Use {
    double score = 0.0;
    bool good = false;
    double weight = 1.0; ///< of uses that it stands for
};

Use drawnUse(std::mt19937_64 &random)
{
    const double score = std::uniform_real_distribution<double>()(random);
    return {score, std::bernoulli_distribution(score * score)(random), 1.0};
}

/// Per use: the integral of 2 s^2 - 1 from the threshold up.
double worthOf(double threshold)
{
    const auto integral = [](double s) { return 2.0 * s * s * s / 3.0 - s; };
    return integral(1.0) - integral(threshold);
}

double lossOf(std::vector<Use> uses)
{
    std::ranges::sort(uses, std::ranges::greater(), &Use::score);
    double gain = 0.0;
    double most = 0.0;
    double best = 1.0;
    for (const Use &use : uses) {
        gain += use.weight * (use.good ? right : wrong);
        if (gain > most) {
            most = gain;
            best = use.score;
        }
    }
    return worthOf(std::sqrt(0.5)) - worthOf(best);
}

std::vector<Use> fileOf(int uses, std::mt19937_64 &random)
{
    std::vector<Use> file;
    for (int use = 0; use < uses; ++use)
        file.push_back(drawnUse(random));
    return file;
}

LearningPlan planOf(const std::vector<Use> &file, double threshold, double usesAWeek)
{
    const auto rows = static_cast<Eigen::Index>(file.size());
    PredictionColumns columns;
    columns.label.resize(rows);
    columns.score.resize(rows);
    for (Eigen::Index row = 0; row < rows; ++row) {
        columns.label[row] = file[std::size_t(row)].good ? 1 : 0;
        columns.score[row] = file[std::size_t(row)].score;
    }
    RowAccount account;
    account.countUsed(rows);
    Scenario scenario;
    scenario.threshold = {threshold};
    const auto predictions = std::make_shared<const Predictions>(std::move(columns), account);
    return learningPlan(assess(*ScenarioRows::prepare(predictions, scenario).value(), scenario),
                        {.within = 0.05, .usesAWeek = usesAWeek});
}

/// All labels of what was shown in so many weeks, and those of the silent that were audited, each
/// of which stands for as many as were not.
std::vector<Use> learntIn(double weeks, const LearningPlan &plan, double threshold,
                          double usesAWeek, std::mt19937_64 &random)
{
    std::vector<Use> learnt;
    std::vector<Use> silent;
    for (auto left = std::lround(weeks * usesAWeek); left > 0; --left) {
        const Use use = drawnUse(random);
        (use.score >= threshold ? learnt : silent).push_back(use);
    }
    std::ranges::shuffle(silent, random);
    const auto audited =
            std::min(silent.size(), std::size_t(std::lround(weeks * plan.audit->label)));
    for (std::size_t i = 0; i < audited; ++i) {
        silent[i].weight = double(silent.size()) / double(audited);
        learnt.push_back(silent[i]);
    }
    return learnt;
}

} // namespace

void TestLearningSimulation::weeks_asTold_chooseAsSurely_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("usesAWeek");
    QTest::addColumn<bool>("noSooner");
    // Where the best one lies among those shown, labels of these alone would do: it may be sooner.
    QTest::newRow("much is shown, much traffic") << 0.5 << 4000.0 << false;
    QTest::newRow("best now, much traffic") << 0.7 << 4000.0 << true;
    QTest::newRow("little is shown, much traffic") << 0.85 << 4000.0 << true;
    QTest::newRow("little is shown, little traffic") << 0.85 << 300.0 << true;
}

/// No less surely; and where the best one may lie among the silent, not far more, or fewer weeks
/// would have done.
void TestLearningSimulation::weeks_asTold_chooseAsSurely()
{
    QFETCH(const double, threshold);
    QFETCH(const double, usesAWeek);
    QFETCH(const bool, noSooner);
    constexpr int uses = 2000;
    constexpr int files = 300;
    std::mt19937_64 random(23);
    double fromFile = 0.0;
    double learnt = 0.0;
    double soon = 0.0;
    double weeks = 0.0;
    for (int file = 0; file < files; ++file) {
        const auto drawn = fileOf(uses, random);
        const LearningPlan plan = planOf(drawn, threshold, usesAWeek);
        QVERIFY(plan.audit && plan.weeksToChooseAnew);
        weeks += *plan.weeksToChooseAnew / files;
        fromFile += lossOf(drawn) / files;
        learnt += lossOf(learntIn(*plan.weeksToChooseAnew, plan, threshold, usesAWeek, random))
                / files;
        soon += lossOf(learntIn(*plan.weeksToChooseAnew / 4.0, plan, threshold, usesAWeek, random))
                / files;
    }
    const std::string told = "lost of 1,000 uses: from the file "
            + std::to_string(1000.0 * fromFile) + ", after " + std::to_string(weeks) + " weeks "
            + std::to_string(1000.0 * learnt) + ", after a quarter of them "
            + std::to_string(1000.0 * soon);
    qInfo("%s", told.c_str());
    QVERIFY2(learnt <= 1.2 * fromFile, told.c_str());
    QVERIFY2(!noSooner || soon > 1.2 * fromFile, told.c_str());
}

ONEINN_TEST(TestLearningSimulation)

} // namespace tests::release_learningsimulation

#include "tst_learningsimulation.moc"
