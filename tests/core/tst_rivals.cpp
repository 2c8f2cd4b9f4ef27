// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rivals.h"
#include "support/randompredictions.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::core_rivals {

using namespace oneinn;

class TestRivals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sweep_otherModel_countsItsRowsAlone_data();
    void sweep_otherModel_countsItsRowsAlone();
    void sweep_waitedFor_budgetChangesNothing();
    void sweep_fallingBackToItself_showsNothingWhenLate();
    void rivals_noModelLookedAt_none();
    void rivals_noModels_none();
    void rivals_many_thoseWithMostRows();
    void rivals_notAmongTheRows_leftOut();
    void rivals_stopped_cancelled();
    void same_onlyWhatTheRowsDependOn();

private:
    static Scenario asking(const std::string &model)
    {
        Scenario scenario;
        scenario.selection.model = model;
        return scenario;
    }
    /// So many rows of each model: the first has one, the next two.
    static PredictionsPtr staircase(std::uint32_t models);
};

PredictionsPtr TestRivals::staircase(std::uint32_t models)
{
    const auto rows = static_cast<Eigen::Index>(models * (models + 1) / 2);
    PredictionColumns columns;
    columns.label = LabelColumn::Ones(rows);
    columns.score = Eigen::ArrayXd::LinSpaced(rows, 0.0, 1.0);
    columns.model = CategoryColumn{"model", {}, CodeColumn(rows)};
    Eigen::Index row = 0;
    for (std::uint32_t model = 0; model < models; ++model) {
        columns.model->values.push_back("m" + std::to_string(model + 1));
        for (std::uint32_t i = 0; i <= model; ++i)
            columns.model->codes[row++] = model;
    }
    return std::make_shared<const Predictions>(std::move(columns), RowAccount());
}

void TestRivals::sweep_otherModel_countsItsRowsAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("budget");
    for (const char *kind : {"useful scores", "time-outs", "uneven weights", "heavy ties"}) {
        for (const double budget : {20.0, 137.25, 1e6})
            QTest::addRow("%s, %g ms", kind, budget) << QString::fromLatin1(kind) << budget;
    }
}

void TestRivals::sweep_otherModel_countsItsRowsAlone()
{
    QFETCH(const QString, kind);
    QFETCH(const double, budget);
    const auto predictions = testsupport::randomPredictions(kind.toStdString(), 3000, 7);
    Scenario scenario = asking("small");
    scenario.selection.where = {{"country", "FI"}};
    scenario.budget = Milliseconds{budget};
    const auto made = rivals(predictions, rivalsQuestion(scenario));
    QVERIFY(made.ok());
    QCOMPARE(made.value().size(), std::size_t(1));
    const Rival &rival = made.value().front();
    QCOMPARE(rival.model, std::string("large"));

    // Row by row: late positives are misses, late negatives silent.
    const ThresholdSweep sweep = rival.sweep(scenario);
    QVERIFY(sweep.size() > 1);
    for (Eigen::Index k = 0; k < sweep.size(); k += 1 + sweep.size() / 40) {
        double tp = 0.0;
        double fp = 0.0;
        double positives = 0.0;
        double negatives = 0.0;
        for (Eigen::Index row = 0; row < predictions->rows(); ++row) {
            if (predictions->model()->codes[row] != 1 || predictions->segments()[0].codes[row] != 0)
                continue;
            const double weight = testsupport::weightOf(*predictions, row);
            const bool positive = predictions->label()[row] != 0;
            const bool shown = (*predictions->latency())[row] <= budget
                    && predictions->score()[row] >= sweep.threshold[k];
            (positive ? positives : negatives) += weight;
            if (shown)
                (positive ? tp : fp) += weight;
        }
        QVERIFY(qAbs(sweep.tp[k] - tp) < 1e-9 * positives);
        QVERIFY(qAbs(sweep.fp[k] - fp) < 1e-9 * negatives);
        QVERIFY(qAbs(sweep.positives - positives) < 1e-9 * positives);
        QVERIFY(qAbs(sweep.negatives - negatives) < 1e-9 * negatives);
    }
}

void TestRivals::sweep_waitedFor_budgetChangesNothing()
{
    const auto predictions = testsupport::randomPredictions("useful scores", 2000, 3);
    Scenario scenario = asking("large");
    scenario.latePolicy = LatePolicy::Wait;
    const auto made = rivals(predictions, rivalsQuestion(scenario));
    const ThresholdSweep patient = made.value().front().sweep(scenario);
    scenario.budget = Milliseconds{5.0};
    const ThresholdSweep hasty = made.value().front().sweep(scenario);
    QVERIFY((patient.tp == hasty.tp).all());
    scenario.latePolicy = LatePolicy::ShowNothing;
    const ThresholdSweep silent = made.value().front().sweep(scenario);
    QVERIFY(silent.tp.maxCoeff() < 0.5 * patient.tp.maxCoeff());
}

void TestRivals::sweep_fallingBackToItself_showsNothingWhenLate()
{
    const auto predictions = testsupport::randomPredictions("useful scores", 2000, 3);
    Scenario scenario = asking("large");
    scenario.budget = Milliseconds{50.0};
    const ThresholdSweep silent =
            rivals(predictions, rivalsQuestion(scenario)).value().front().sweep(scenario);
    scenario.latePolicy = LatePolicy::FallBack;
    scenario.fallback = FallbackModel{"small", {0.5}, Fallback::Start::WithMain};
    const ThresholdSweep itself =
            rivals(predictions, rivalsQuestion(scenario)).value().front().sweep(scenario);
    QVERIFY(itself.tp.size() == silent.tp.size() && (itself.tp == silent.tp).all());
    QCOMPARE(itself.positives, silent.positives);
}

void TestRivals::rivals_noModelLookedAt_none()
{
    const auto made = rivals(testsupport::randomPredictions("useful scores", 100, 1),
                             rivalsQuestion(Scenario()));
    QVERIFY(made.ok() && made.value().empty());
}

void TestRivals::rivals_noModels_none()
{
    auto columns = testsupport::randomColumns("useful scores", 100, 1);
    columns.model.reset();
    const Predictions predictions(std::move(columns), RowAccount());
    QVERIFY(rivalRows(predictions, asking("large").selection).empty());
}

void TestRivals::rivals_many_thoseWithMostRows()
{
    const auto made = rivals(staircase(8), rivalsQuestion(asking("m7")));
    QVERIFY(made.ok());
    std::vector<std::string> models;
    for (const Rival &rival : made.value())
        models.push_back(rival.model);
    QCOMPARE(models, (std::vector<std::string>{"m8", "m6", "m5", "m4", "m3"}));
}

void TestRivals::rivals_notAmongTheRows_leftOut()
{
    auto columns = testsupport::randomColumns("useful scores", 200, 5);
    for (Eigen::Index row = 0; row < 200; ++row) {
        if (columns.model->codes[row] == 1)
            columns.segments[0].codes[row] = 2;
    }
    const Predictions predictions(std::move(columns), RowAccount());
    Selection selection = asking("small").selection;
    QCOMPARE(rivalRows(predictions, selection).size(), std::size_t(1));
    selection.where = {{"country", "FI"}};
    QVERIFY(rivalRows(predictions, selection).empty());
}

void TestRivals::rivals_stopped_cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const auto made =
            rivals(testsupport::randomPredictions("useful scores", 100, 1),
                   rivalsQuestion(asking("small")), {.stop = stop.get_token(), .progress = {}});
    QVERIFY(!made.ok());
    QVERIFY(made.problem().kind == ProblemKind::Cancelled);
}

void TestRivals::same_onlyWhatTheRowsDependOn()
{
    const Scenario before = asking("small");
    Scenario after = before;
    after.threshold = {0.3};
    after.budget = Milliseconds{10.0};
    after.values = {2.0, -3.0, 0.0, 0.0};
    after.latePolicy = LatePolicy::Wait;
    QVERIFY(rivalsQuestion(before) == rivalsQuestion(after));
    after.patience = PatienceCurve({{{500.0}, 0.5}});
    QVERIFY(rivalsQuestion(before) != rivalsQuestion(after));
    after = before;
    after.selection.where = {{"country", "FI"}};
    QVERIFY(rivalsQuestion(before) != rivalsQuestion(after));
}

ONEINN_TEST(TestRivals)

} // namespace tests::core_rivals

#include "tst_rivals.moc"
