// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "core/cellrows/cellrows.h"
#include "core/policies/scenariorows.h"
#include "ingest/predictionsfile.h"
#include "presets/presets.h"
#include "support/population.h"
#include "support/sampleuses.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace tests::cli_onepopulation {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::naive::Population;
using testsupport::naive::Sample;
using testsupport::naive::samples;
using testsupport::naive::Use;

namespace {

struct Question {
    QString file;
    QStringList options;
    Scenario scenario; ///< what these options mean, for the naive count
    std::vector<Use> uses;
};

QString pathOf(const Sample &sample)
{
    return testsupport::sampleData(QLatin1String(sample.name) + u".csv"_s);
}

Question questionOf(const Sample &sample, LatePolicy policy, const QString &policyName,
                    bool impatient, bool restated)
{
    Question question;
    question.file = pathOf(sample);
    Scenario &scenario = question.scenario;
    scenario.threshold = {sample.threshold};
    question.options = {u"--threshold"_s,  QString::number(sample.threshold),
                        u"--value-fp"_s,   u"-2"_s,
                        u"--value-late"_s, u"-0.5"_s};
    scenario.values = {1.0, -2.0, -1.0, 0.0, -0.5};
    if (sample.budget > 0.0) {
        scenario.budget = Milliseconds{sample.budget};
        scenario.latePolicy = policy;
        question.options << u"--budget"_s << QString::number(sample.budget) << u"--late"_s
                         << policyName;
    }
    if (policy == LatePolicy::FallBack) {
        question.options << u"--fallback"_s << QLatin1String(sample.other) + u":0.4"_s;
        scenario.fallback = FallbackModel{sample.other, {0.4}};
    }
    if (sample.model) {
        question.options << u"--model"_s << QLatin1String(sample.model);
        scenario.selection.model = sample.model;
    }
    if (impatient && sample.budget > 0.0) {
        question.options << u"--patience"_s
                         << u"%1ms=0.9,%2ms=0.3"_s.arg(sample.budget).arg(3.0 * sample.budget);
        scenario.patience = PatienceCurve({{{sample.budget}, 0.9}, {{3.0 * sample.budget}, 0.3}});
    }
    if (restated) {
        question.options << u"--base-rate"_s << u"0.2"_s;
        scenario.baseRate = 0.2;
    }
    const auto file = ingest::load(question.file.toStdString(), {});
    question.uses = testsupport::naive::usesOf(*file.value().predictions, scenario,
                                               sample.other ? sample.other : "");
    return question;
}

CommandLineRun run(const char *command, const Question &question, const QStringList &more = {})
{
    const auto run = testsupport::runCommandLine(QStringList{QLatin1String(command), question.file}
                                                 + question.options + more);
    if (run.code != 0)
        qFatal("%s: %s", command, qPrintable(run.err));
    return run;
}

void compareNear(const QJsonValue &actual, double expected, double tolerance)
{
    QVERIFY(actual.isDouble());
    COMPARE_NEAR(actual.toDouble(), expected, tolerance);
}

/// What is printed of a difference lies in its own interval, and is the difference of what stands
/// beside it.
void compareDifference(const QJsonValue &measure, double here, double now)
{
    if (measure.isNull())
        return;
    const double difference = measure[u"difference"_s].toDouble();
    COMPARE_NEAR(difference, here - now, 1e-7);
    QVERIFY(measure[u"interval"_s][0].toDouble() <= difference + 1e-12);
    QVERIFY(measure[u"interval"_s][1].toDouble() >= difference - 1e-12);
}

} // namespace

/// The same question of every command: one quantity has one number, that of a naive count.
class TestOnePopulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommand_anySample_saysTheSame_data();
    void everyCommand_anySample_saysTheSame();
    void metrics_anyPreset_saysTheSame_data();
    void metrics_anyPreset_saysTheSame();
    void rows_anySample_areAsManyAsTheMatrixSays_data();
    void rows_anySample_areAsManyAsTheMatrixSays();
    void share_asked_isSaid();
};

void TestOnePopulation::everyCommand_anySample_saysTheSame_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("impatient");
    QTest::addColumn<bool>("restated");
    const std::pair<LatePolicy, QString> policies[] = {{LatePolicy::Wait, u"wait"_s},
                                                       {LatePolicy::ShowNothing, u"show-nothing"_s},
                                                       {LatePolicy::Unanswered, u"unanswered"_s},
                                                       {LatePolicy::FallBack, u"fall-back"_s}};
    for (int sample = 0; sample < int(std::size(samples)); ++sample) {
        int turn = sample;
        for (const auto &[policy, name] : policies) {
            const bool possible = samples[sample].budget > 0.0 || policy == LatePolicy::Wait;
            if (!possible || (policy == LatePolicy::FallBack && !samples[sample].other))
                continue;
            // Patience and a base rate take turns, so that each meets each.
            const bool impatient = turn % 2 == 0;
            const bool restated = turn++ % 4 >= 2;
            QTest::addRow("%s, %s%s%s", samples[sample].name, qPrintable(name),
                          impatient ? ", impatient" : "", restated ? ", restated" : "")
                    << sample << policy << name << impatient << restated;
        }
    }
}

void TestOnePopulation::everyCommand_anySample_saysTheSame()
{
    QFETCH(const int, sample);
    QFETCH(const LatePolicy, policy);
    QFETCH(const QString, name);
    QFETCH(const bool, impatient);
    QFETCH(const bool, restated);
    const Question question = questionOf(samples[sample], policy, name, impatient, restated);
    const Population expected = testsupport::naive::populationOf(question.uses, question.scenario);
    const double all = expected.all();

    const auto metrics = run("metrics", question);
    const QJsonValue met = metrics.at(u"experience"_s);
    compareNear(met[u"wrong_of_shown"_s], expected.wrongShown / expected.shown(), 1e-7);
    compareNear(met[u"missed"_s], expected.missed() / expected.good(), 1e-7);
    compareNear(met[u"missed_by_model"_s], expected.missedByModel / expected.good(), 1e-7);
    compareNear(met[u"shown"_s], expected.shown() / all, 1e-7);
    if (question.scenario.budget) {
        compareNear(met[u"late"_s], expected.late / all, 1e-7);
        compareNear(met[u"missed_by_lateness"_s], expected.missedByLateness / expected.good(),
                    1e-7);
    }
    if (!question.scenario.patience.everyoneWaits()) {
        compareNear(met[u"left"_s], expected.gone() / all, 1e-7);
        compareNear(met[u"missed_gone"_s], expected.goneGood / expected.good(), 1e-7);
    }
    compareNear(metrics.at(u"value/per_1000_uses"_s), 1000.0 * expected.value / all, 1e-4);

    const auto policies = run("policies", question);
    const auto rows = policies.at(u"policies"_s).toArray();
    const QJsonValue now = rows.first();
    for (const auto key : {"wrong_of_shown"_L1, "missed"_L1})
        compareNear(now[key], met[key].toDouble(), 1e-7);
    compareNear(now[u"left"_s], expected.gone() / all, 1e-7);
    compareNear(now[u"value_per_1000_uses"_s], 1000.0 * expected.value / all, 1e-4);
    for (const auto &row : rows) {
        const QJsonValue against = row[u"against_now"_s];
        if (against.isNull())
            continue;
        const auto difference = [&](QLatin1StringView of) {
            return row[of].toDouble() - now[of].toDouble();
        };
        compareDifference(against[u"value_per_1000_uses"_s],
                          row[u"value_per_1000_uses"_s].toDouble(),
                          now[u"value_per_1000_uses"_s].toDouble());
        compareDifference(against[u"precision"_s], -difference("wrong_of_shown"_L1), 0.0);
        compareDifference(against[u"recall"_s], -difference("missed"_L1), 0.0);
    }

    // The setting that the targets are read at is the one the column would show.
    Question anyThreshold = question;
    anyThreshold.options = question.options.mid(2);
    const auto reach = run("reach", anyThreshold,
                           {u"--wrong-at-most"_s, u"0.999"_s, u"--missed-at-most"_s, u"0.999"_s});
    const QJsonValue setting = reach.at(u"routes"_s)[0][u"setting"_s];
    if (setting.isObject()) {
        Question there = question;
        there.scenario.threshold = {setting[u"threshold"_s].toDouble()};
        const Population read = testsupport::naive::populationOf(there.uses, there.scenario);
        const QJsonValue route = reach.at(u"routes"_s)[0];
        if (route[u"kind"_s].toString() == "as-it-is"_L1
            && (!samples[sample].model
                || route[u"model"_s].toString() == QLatin1String(samples[sample].model))) {
            compareNear(setting[u"missed"_s][u"share"_s], read.missed() / read.good(), 1e-7);
            compareNear(setting[u"wrong_of_shown"_s][u"share"_s], read.wrongShown / read.shown(),
                        1e-7);
        }
    }

    // Every length of the answer tells the same missed and wrong ones.
    const int missed = int(std::round(100.0 * expected.missed() / expected.good()));
    const auto brief = run("answer", question, {u"--date"_s, u"2026-01-31"_s});
    // Of rarer ones the interval alone is told.
    if (met[u"missed"_s].toDouble() > 0.1 && met[u"missed"_s].toDouble() < 0.98) {
        const QRegularExpression told(u"\\b%1 of (every )?100 good"_s.arg(missed));
        QVERIFY2(brief.out.contains(told), qPrintable(brief.out));
    }
}

void TestOnePopulation::metrics_anyPreset_saysTheSame_data()
{
    QTest::addColumn<int>("sample");
    for (int sample = 0; sample < int(std::size(samples)); ++sample)
        QTest::newRow(samples[sample].name) << sample;
}

/// What else is shown of each sample under each preset is in results/tst_onepopulation.
void TestOnePopulation::metrics_anyPreset_saysTheSame()
{
    QFETCH(const int, sample);
    const Sample &asked = samples[sample];
    const auto file = ingest::load(pathOf(asked).toStdString(), {});
    Scenario start;
    start.threshold = {asked.threshold};
    QStringList options{u"--threshold"_s, QString::number(asked.threshold)};
    if (asked.budget > 0.0) {
        start.budget = Milliseconds{asked.budget};
        options << u"--budget"_s << QString::number(asked.budget);
    }
    if (asked.model) {
        start.selection.model = asked.model;
        options << u"--model"_s << QLatin1String(asked.model);
    }
    for (const Preset &preset : builtInPresets()) {
        Question question{pathOf(asked), options, withPreset(start, preset), {}};
        question.options << u"--preset"_s << preset.id;
        question.uses =
                testsupport::naive::usesOf(*file.value().predictions, question.scenario, {});
        const Population expected =
                testsupport::naive::populationOf(question.uses, question.scenario);
        const auto metrics = run("metrics", question);
        const QJsonValue met = metrics.at(u"experience"_s);
        compareNear(met[u"wrong_of_shown"_s], expected.wrongShown / expected.shown(), 1e-7);
        compareNear(met[u"missed"_s], expected.missed() / expected.good(), 1e-7);
        compareNear(met[u"shown"_s], expected.shown() / expected.all(), 1e-7);
        compareNear(metrics.at(u"value/per_1000_uses"_s), 1000.0 * expected.value / expected.all(),
                    1e-4);
    }
}

void TestOnePopulation::rows_anySample_areAsManyAsTheMatrixSays_data()
{
    everyCommand_anySample_saysTheSame_data();
}

/// What is listed of a cell, without those whose users have left, is what the matrix counts in it.
void TestOnePopulation::rows_anySample_areAsManyAsTheMatrixSays()
{
    QFETCH(const int, sample);
    QFETCH(const LatePolicy, policy);
    QFETCH(const QString, name);
    for (const bool impatient : {false, true}) {
        const Question question = questionOf(samples[sample], policy, name, impatient, false);
        const auto file = ingest::load(question.file.toStdString(), {});
        const auto rows = ScenarioRows::prepare(file.value().predictions, question.scenario);
        QVERIFY(bool(rows) && !file.value().predictions->weight());
        const Population expected =
                testsupport::naive::populationOf(question.uses, question.scenario);
        CellRowsQuestion asked;
        static_cast<UsesQuestion &>(asked) = question.scenario;
        asked.threshold = question.scenario.threshold;
        const auto found = [&](RowCell cell) {
            asked.cell = cell;
            return cellRows(*rows.value(), asked);
        };
        const auto counted = [&](RowCell cell) {
            const CellRows cells = found(cell);
            return double(cells.all) - cells.left;
        };
        constexpr double rounding = 1e-6;
        COMPARE_NEAR(counted(RowCell::Tp), expected.rightShown, rounding);
        COMPARE_NEAR(counted(RowCell::Fp), expected.wrongShown, rounding);
        COMPARE_NEAR(counted(RowCell::Tn), expected.rightlySilent, rounding);
        COMPARE_NEAR(counted(RowCell::Fn), expected.missedByModel + expected.missedByLateness,
                     rounding);
        COMPARE_NEAR(counted(RowCell::MissedByModel), expected.missedByModel, rounding);
        COMPARE_NEAR(counted(RowCell::MissedByLateness), expected.missedByLateness, rounding);
        COMPARE_NEAR(counted(RowCell::All), expected.all() - expected.gone(), rounding);
        COMPARE_NEAR(double(found(RowCell::All).all), expected.all(), rounding);
        COMPARE_NEAR(found(RowCell::Gone).left, expected.gone(), rounding);
        COMPARE_NEAR(double(found(RowCell::Late).all), expected.late, rounding);
        const CellRows missed = found(RowCell::Fn);
        QCOMPARE(missed.missedByModel + missed.missedByLateness, missed.all);
        QCOMPARE(missed.missedByLateness, found(RowCell::MissedByLateness).all);
    }
}

void TestOnePopulation::share_asked_isSaid()
{
    Question question =
            questionOf(samples[0], LatePolicy::ShowNothing, u"show-nothing"_s, true, false);
    const Population expected = testsupport::naive::populationOf(question.uses, question.scenario);
    question.options << u"--show-share"_s << u"accuracy"_s << u"--show-share"_s << u"specificity"_s;
    const auto json = run("metrics", question);
    compareNear(json.at(u"shares/accuracy/value"_s),
                (expected.rightShown + expected.rightlySilent) / expected.all(), 1e-7);
    compareNear(json.at(u"shares/specificity/value"_s), expected.rightlySilent / expected.bad(),
                1e-7);
    const auto text = run("metrics", question, {u"--format"_s, u"text"_s});
    QVERIFY(text.out.contains(u"of every 100 uses end right, shown or rightly silent"_s));
    const int bad = int(std::round(100.0 * expected.bad() / expected.all()));
    QVERIFY(text.out.contains(u"Doing nothing would be right in %1 of 100 uses."_s.arg(bad)));
    QVERIFY(text.out.contains(u"of every 100 bad suggestions are rightly not shown"_s));
    const auto wrong =
            testsupport::runCommandLine(QStringList{u"metrics"_s, question.file} + question.options
                                        + QStringList{u"--show-share"_s, u"beauty"_s});
    QVERIFY(wrong.code != 0);
    QVERIFY(wrong.err.contains(u"accuracy"_s));
}

ONEINN_TEST(TestOnePopulation)

} // namespace tests::cli_onepopulation

#include "tst_onepopulation.moc"
