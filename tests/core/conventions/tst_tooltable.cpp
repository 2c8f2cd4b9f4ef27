// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/conventions/tooltable.h"

#include "core/calibration/calibrationbybins.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace tests::conventions_tooltable {

using namespace oneinn;
using Status = ToolCell::Status;
using enum ToolMetric;

namespace {

struct Row {
    double score = 0.0;
    int label = 0;
    double weight = 1.0;
};

ConventionRows rowsOf(const std::vector<Row> &rows)
{
    Eigen::Array<std::uint8_t, Eigen::Dynamic, 1> label(Eigen::Index(rows.size()));
    Eigen::ArrayXd score(label.size());
    Eigen::ArrayXd weight(label.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        label[Eigen::Index(i)] = std::uint8_t(rows[i].label);
        score[Eigen::Index(i)] = rows[i].score;
        weight[Eigen::Index(i)] = rows[i].weight;
    }
    const bool weighs = (weight != 1.0).any();
    return {thresholdSweep(label, score, &weight), thresholdSweep(label, score), weighs};
}

ToolTable tableOf(const std::vector<Row> &rows, double threshold,
                  const std::optional<Threshold> &best = {})
{
    return toolTable(rowsOf(rows), {threshold}, best);
}

bool hasReason(const ToolCell &cell, ToolReason reason)
{
    return std::ranges::find(cell.reasons, reason) != cell.reasons.end();
}

const std::vector<Row> tiesAtHalf{{0.5, 1}, {0.5, 0}, {0.7, 1}, {0.3, 0}};

#define COMPARE_CELL(cell, expected)                                                               \
    do {                                                                                           \
        QCOMPARE((cell).status, Status::Number);                                                   \
        COMPARE_NEAR((cell).value, (expected), 1e-12);                                             \
    } while (false)

/// Davis & Goadrich's interpolation in small steps, each a true positive's part.
double interpolatedArea(const std::vector<Row> &rows)
{
    const ThresholdSweep sweep = rowsOf(rows).plain;
    constexpr int steps = 20000;
    double area = 0.0;
    double tp = 0.0;
    double fp = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double more = sweep.tp[row] - tp;
        for (int i = 0; i < steps && more > 0.0; ++i) {
            const double part = (i + 0.5) / steps;
            const double right = tp + part * more;
            const double wrong = fp + part * (sweep.fp[row] - fp);
            area += more / steps * right / (right + wrong);
        }
        tp = sweep.tp[row];
        fp = sweep.fp[row];
    }
    return area / sweep.positives;
}

} // namespace

class TestToolTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tie_isShownByThoseThatSayAtLeast();
    void betweenScores_h2oTakesTheNearest();
    void nothingShown_zeroDividedByZero();
    void noneRight_f1OfH2oIsNotANumber();
    void oneClass_eachInItsWay();
    void logits_goThroughASigmoid();
    void weights_countWhereTheToolTakesThem();
    void precisionRecallArea_stepsOrInterpolated();
    void documentedExamples_comeOut();
    void manyScores_areAbout();
    void brier_isThatOfCalibration();
    void bestF1_isTheScoreItself();
    void everyTool_hasSources();
};

void TestToolTable::tie_isShownByThoseThatSayAtLeast()
{
    const ToolTable table = tableOf(tiesAtHalf, 0.5);
    QCOMPARE(table.tied, 2.0);
    for (const Tool tool : {Tool::ScikitLearn, Tool::Weka, Tool::H2O}) {
        COMPARE_CELL(table.at(tool, Precision), 2.0 / 3.0);
        QVERIFY(!table.at(tool, Precision).differs);
    }
    for (const Tool tool : {Tool::DataRobot, Tool::Torchmetrics}) {
        COMPARE_CELL(table.at(tool, Precision), 1.0);
        COMPARE_CELL(table.at(tool, Recall), 0.5);
        QVERIFY(table.at(tool, Precision).differs);
        QVERIFY(hasReason(table.at(tool, Recall), ToolReason::TieNotShown));
    }
    // Half the rows are of each class: precision 2/3 of one and 1 of the other.
    COMPARE_CELL(table.at(Tool::Orange, Precision), 0.5 * 2.0 / 3.0 + 0.5);
    COMPARE_CELL(table.at(Tool::Orange, Recall), 0.5 * 1.0 + 0.5 * 0.5);
    COMPARE_CELL(table.at(Tool::Orange, Specificity), 0.5 * 0.5 + 0.5 * 1.0);
    COMPARE_CELL(table.at(Tool::Orange, F1), 0.5 * 0.8 + 0.5 * 2.0 / 3.0);
    COMPARE_CELL(table.at(Tool::Orange, Accuracy), 0.75);
    QVERIFY(hasReason(table.at(Tool::Orange, F1), ToolReason::Averaged));
    QVERIFY(!table.at(Tool::Orange, Accuracy).differs);
}

void TestToolTable::betweenScores_h2oTakesTheNearest()
{
    const ToolTable table = tableOf(tiesAtHalf, 0.55);
    COMPARE_CELL(table.at(Tool::ScikitLearn, Precision), 1.0);
    COMPARE_CELL(table.at(Tool::H2O, Precision), 2.0 / 3.0);
    QVERIFY(hasReason(table.at(Tool::H2O, Precision), ToolReason::NearestScore));
    COMPARE_NEAR(table.nearestScore, 0.5, 0.0);
    // Of two as near, the first of its table: the higher.
    COMPARE_CELL(tableOf({{0.25, 0}, {0.75, 1}}, 0.5).at(Tool::H2O, Accuracy), 1.0);
    QCOMPARE(tableOf(tiesAtHalf, 1.5).at(Tool::H2O, Precision).status, Status::Refused);
}

void TestToolTable::nothingShown_zeroDividedByZero()
{
    const ToolTable table = tableOf(tiesAtHalf, 0.9);
    QVERIFY(!table.our(Precision));
    COMPARE_CELL(table.at(Tool::ScikitLearn, Precision), 0.0);
    COMPARE_CELL(table.at(Tool::Torchmetrics, Precision), 0.0);
    QCOMPARE(table.at(Tool::Weka, Precision).status, Status::NotANumber);
    QCOMPARE(table.at(Tool::Weka, F1).status, Status::NotANumber);
    QCOMPARE(table.at(Tool::DataRobot, Precision).status, Status::NotDocumented);
    QVERIFY(hasReason(table.at(Tool::ScikitLearn, Precision), ToolReason::NoDenominator));
    // 0 of the positives' class, and 2 of 4 of the other's.
    COMPARE_CELL(table.at(Tool::Orange, Precision), 0.5 * 0.0 + 0.5 * 0.5);
    COMPARE_CELL(table.at(Tool::H2O, Precision), 1.0);
    const ToolTable infinite = tableOf(tiesAtHalf, std::numeric_limits<double>::infinity());
    COMPARE_CELL(infinite.at(Tool::ScikitLearn, Accuracy), 0.5);
    QCOMPARE(infinite.at(Tool::H2O, Accuracy).status, Status::Refused);
    QVERIFY(!infinite.nearestScore);
}

void TestToolTable::noneRight_f1OfH2oIsNotANumber()
{
    const ToolTable table = tableOf({{0.9, 0}, {0.8, 0}, {0.2, 1}}, 0.8);
    COMPARE_NEAR(table.our(F1), 0.0, 0.0);
    COMPARE_CELL(table.at(Tool::ScikitLearn, F1), 0.0);
    COMPARE_CELL(table.at(Tool::Weka, F1), 0.0);
    QCOMPARE(table.at(Tool::H2O, F1).status, Status::NotANumber);
    QVERIFY(table.at(Tool::H2O, F1).differs);
}

void TestToolTable::oneClass_eachInItsWay()
{
    const ToolTable positives = tableOf({{0.9, 1}, {0.4, 1}}, 0.5);
    QVERIFY(!positives.our(RocAuc));
    QCOMPARE(positives.at(Tool::ScikitLearn, RocAuc).status, Status::NotANumber);
    COMPARE_CELL(positives.at(Tool::H2O, RocAuc), 1.0);
    COMPARE_CELL(positives.at(Tool::H2O, AveragePrecision), 1.0);
    COMPARE_CELL(positives.at(Tool::Torchmetrics, RocAuc), 0.0);
    QCOMPARE(positives.at(Tool::ScikitLearn, LogLoss).status, Status::Refused);
    COMPARE_CELL(positives.at(Tool::H2O, LogLoss), -(std::log(0.9) + std::log(0.4)) / 2.0);
    COMPARE_CELL(positives.at(Tool::ScikitLearn, Specificity), 0.0);
    QCOMPARE(positives.at(Tool::Orange, Specificity).status, Status::Refused);
    const ToolTable negatives = tableOf({{0.9, 0}, {0.4, 0}}, 0.5);
    COMPARE_CELL(negatives.at(Tool::H2O, RocAuc), 0.0);
    COMPARE_CELL(negatives.at(Tool::H2O, AveragePrecision), 0.0);
    COMPARE_CELL(negatives.at(Tool::ScikitLearn, AveragePrecision), 0.0);
    QCOMPARE(negatives.at(Tool::Weka, AveragePrecision).status, Status::NotANumber);
    COMPARE_CELL(negatives.at(Tool::ScikitLearn, Recall), 0.0);
    const ToolTable single = tableOf({{0.6, 1}}, 0.5);
    COMPARE_CELL(single.at(Tool::Torchmetrics, F1), 1.0);
}

void TestToolTable::logits_goThroughASigmoid()
{
    // sigmoid: 0.88, 0.525, 0.27
    const ToolTable table = tableOf({{2.0, 1}, {0.1, 0}, {-1.0, 1}}, 0.5);
    COMPARE_CELL(table.at(Tool::ScikitLearn, Precision), 1.0);
    COMPARE_CELL(table.at(Tool::Torchmetrics, Precision), 0.5);
    QVERIFY(hasReason(table.at(Tool::Torchmetrics, Precision), ToolReason::Sigmoid));
    for (const Tool tool : {Tool::Weka, Tool::DataRobot, Tool::Orange, Tool::H2O})
        QCOMPARE(table.at(tool, Precision).status, Status::NeedsProbabilities);
    QCOMPARE(table.at(Tool::ScikitLearn, Brier).status, Status::NeedsProbabilities);
    QVERIFY(!table.our(Brier));
}

void TestToolTable::weights_countWhereTheToolTakesThem()
{
    const ToolTable table = tableOf({{0.9, 1, 3.0}, {0.8, 0, 1.0}, {0.1, 0, 1.0}}, 0.5);
    for (const Tool tool : {Tool::ScikitLearn, Tool::Weka})
        COMPARE_CELL(table.at(tool, Precision), 0.75);
    for (const Tool tool : {Tool::DataRobot, Tool::Torchmetrics}) {
        COMPARE_CELL(table.at(tool, Precision), 0.5);
        QVERIFY(hasReason(table.at(tool, Precision), ToolReason::RowsCountOnce));
    }
}

void TestToolTable::precisionRecallArea_stepsOrInterpolated()
{
    std::mt19937_64 draw(7);
    std::uniform_int_distribution<int> score(0, 20);
    std::vector<Row> rows;
    for (int i = 0; i < 60; ++i) {
        const int value = score(draw);
        rows.push_back({value / 20.0, score(draw) < value ? 1 : 0});
    }
    const ToolTable table = tableOf(rows, 0.5);
    // By ranks: precision at each positive, all of a tie together.
    double steps = 0.0;
    double positives = 0.0;
    for (const Row &row : rows) {
        if (row.label == 0)
            continue;
        positives += 1.0;
        double shown = 0.0;
        double right = 0.0;
        for (const Row &other : rows) {
            if (other.score >= row.score) {
                shown += 1.0;
                right += other.label;
            }
        }
        steps += right / shown;
    }
    for (const Tool tool : {Tool::ScikitLearn, Tool::Weka, Tool::Torchmetrics})
        COMPARE_CELL(table.at(tool, AveragePrecision), steps / positives);
    COMPARE_NEAR(table.at(Tool::H2O, AveragePrecision).number(), interpolatedArea(rows), 1e-6);
    QVERIFY(hasReason(table.at(Tool::H2O, AveragePrecision), ToolReason::Interpolated));
    QCOMPARE(table.at(Tool::Orange, AveragePrecision).status, Status::NotPrinted);
    QCOMPARE(table.at(Tool::DataRobot, AveragePrecision).status, Status::NotDocumented);
}

/// Those that stand in the tools' own documentation.
void TestToolTable::documentedExamples_comeOut()
{
    // torchmetrics, binary_average_precision: [0, 0.5, 0.7, 0.8] and [0, 1, 1, 0] is 0.5833.
    const ToolTable torch = tableOf({{0.0, 0}, {0.5, 1}, {0.7, 1}, {0.8, 0}}, 0.5);
    COMPARE_NEAR(torch.at(Tool::Torchmetrics, AveragePrecision).number(), 0.5833, 5e-5);
    // scikit-learn, average_precision_score and roc_auc_score: 0.83 and 0.75.
    const ToolTable learn = tableOf({{0.1, 0}, {0.4, 0}, {0.35, 1}, {0.8, 1}}, 0.5);
    COMPARE_NEAR(learn.at(Tool::ScikitLearn, AveragePrecision).number(), 0.83, 5e-3);
    COMPARE_CELL(learn.at(Tool::ScikitLearn, RocAuc), 0.75);
    // scikit-learn, brier_score_loss: [0, 1, 1, 0] and [0.1, 0.9, 0.8, 0.3] is 0.0375; and
    // log_loss of the same, 0.21616.
    const ToolTable brier = tableOf({{0.1, 0}, {0.9, 1}, {0.8, 1}, {0.3, 0}}, 0.5);
    COMPARE_CELL(brier.at(Tool::ScikitLearn, Brier), 0.0375);
    const ToolTable loss = tableOf({{0.9, 1}, {0.1, 0}, {0.2, 0}, {0.65, 1}}, 0.5);
    COMPARE_NEAR(loss.at(Tool::ScikitLearn, LogLoss).number(), 0.21616, 5e-6);
}

void TestToolTable::manyScores_areAbout()
{
    std::vector<Row> rows;
    for (int i = 0; i < 300; ++i)
        rows.push_back({i / 300.0, i % 3 == 0 ? 1 : 0});
    const ToolTable some = tableOf(rows, 0.5);
    QVERIFY(some.at(Tool::DataRobot, Precision).about);
    QVERIFY(!some.at(Tool::DataRobot, LogLoss).about);
    QVERIFY(!some.at(Tool::DataRobot, RocAuc).about);
    QVERIFY(!some.at(Tool::H2O, Precision).about);
    for (int i = 0; i < 200; ++i)
        rows.push_back({(i + 0.5) / 300.0, i % 2});
    const ToolTable many = tableOf(rows, 0.5);
    QVERIFY(many.at(Tool::H2O, Precision).about);
    QVERIFY(many.at(Tool::H2O, RocAuc).about);
    QVERIFY(!many.at(Tool::H2O, Brier).about);
    QVERIFY(!many.at(Tool::ScikitLearn, Precision).about);
}

/// One quantity, one number.
void TestToolTable::brier_isThatOfCalibration()
{
    std::mt19937_64 draw(11);
    std::uniform_int_distribution<int> score(0, 40);
    std::vector<Row> rows;
    for (int i = 0; i < 400; ++i) {
        const int value = score(draw);
        rows.push_back({value / 40.0, score(draw) < value ? 1 : 0});
    }
    CalibrationRows calibration;
    calibration.label.resize(400);
    calibration.probability.resize(400);
    calibration.weight = Eigen::ArrayXd::Ones(400);
    for (Eigen::Index i = 0; i < 400; ++i) {
        calibration.label[i] = std::uint8_t(rows[std::size_t(i)].label);
        calibration.probability[i] = rows[std::size_t(i)].score;
    }
    COMPARE_NEAR(tableOf(rows, 0.5).our(Brier), calibrationByBins(calibration)->brier, 1e-12);
}

void TestToolTable::bestF1_isTheScoreItself()
{
    // F1 is 2/3, 0.8, 0.667 from the top; we take the middle of the gap below 0.6.
    const ToolTable table = tableOf({{0.9, 1}, {0.6, 1}, {0.6, 0}, {0.2, 0}}, 0.5, Threshold{0.4});
    COMPARE_NEAR(table.our(BestF1Threshold), 0.4, 0.0);
    COMPARE_CELL(table.at(Tool::H2O, BestF1Threshold), 0.6);
    COMPARE_CELL(table.at(Tool::H2O, BestF1), 0.8);
    QVERIFY(!table.at(Tool::H2O, BestF1).differs);
    QVERIFY(hasReason(table.at(Tool::H2O, BestF1Threshold), ToolReason::ScoreItself));
    QCOMPARE(table.at(Tool::ScikitLearn, BestF1).status, Status::NotPrinted);
}

void TestToolTable::everyTool_hasSources()
{
    for (const ToolRules &tool : allTools()) {
        QVERIFY(std::ranges::count(toolSources(), tool.tool, &ToolSource::tool) >= 3);
        QCOMPARE(&rulesOf(tool.tool), &tool);
    }
    for (const ToolSource &source : toolSources())
        QVERIFY(source.page.starts_with("https://") && source.rule.ends_with('.'));
}

ONEINN_TEST(TestToolTable)

} // namespace tests::conventions_tooltable

#include "tst_tooltable.moc"
