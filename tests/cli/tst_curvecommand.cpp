// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "support/testprogram.h"

#include <algorithm>
#include <random>

namespace tests::cli_curvecommand {

using namespace Qt::StringLiterals;
using namespace testsupport;

namespace {

std::optional<double> cellNumber(const QString &cell)
{
    if (cell.isEmpty())
        return std::nullopt;
    if (cell == u"inf"_s || cell == u"-inf"_s)
        return cell == u"inf"_s ? HUGE_VAL : -HUGE_VAL;
    return cell.toDouble();
}

/// Ties in scores and latencies, unknown latencies, time-outs, weights.
QString randomTable()
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same rows in every run
    const auto upTo = [&random](unsigned n) { return static_cast<int>(random() % n); };
    QString text = u"label,score,latency_ms,weight\n"_s;
    for (int row = 0; row < 150; ++row) {
        const int kind = upTo(12);
        const QString latency = kind == 0 ? QString()
                : kind == 1               ? u"timeout"_s
                                          : QString::number(10 * (1 + upTo(20)));
        text += u"%1,%2,%3,%4\n"_s.arg(QString::number(upTo(2)), QString::number(upTo(25)), latency,
                                       QString::number(0.5 * (1 + upTo(4))));
    }
    return text;
}

} // namespace

class TestCurveCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_vector_match_data();
    void counts_vector_match();
    void counts_noPositives_emptyCellsAndNull();
    void counts_budget_matchMetricsAtEveryScore_data();
    void counts_budget_matchMetricsAtEveryScore();
    void counts_lowerIsPositive_ascend();
    void value_costVector_match_data();
    void value_costVector_match();
    void latency_everyBudget_matchesMetrics_data();
    void latency_everyBudget_matchesMetrics();
    void latency_thresholdAbsent_isTheMostValuable();
    void latency_noColumn_isAProblem();
    void json_curve_isTheSameTable();
    void baseRate_given_restatesRatesNotCounts();

private:
    CommandLineRun curve(const QString &file, const QString &kind, const QStringList &options = {})
    {
        return runCommandLine(QStringList{u"curve"_s, file, u"--kind"_s, kind} + options);
    }

    WrittenFiles m_files;
};

void TestCurveCommand::counts_vector_match_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("kind");
    for (const auto &id : vectorIds(u"T1.curve."_s)) {
        for (const QString &kind : {u"pr"_s, u"roc"_s, u"threshold"_s})
            QTest::newRow(qPrintable(id + u' ' + kind)) << id << kind;
    }
}

void TestCurveCommand::counts_vector_match()
{
    QFETCH(QString, id);
    QFETCH(QString, kind);
    const auto vector = testsupport::vector(id);
    const auto run = curve(m_files.write(vector.input), kind);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.out.startsWith(u"threshold,tp,fp,fn,tn,precision,recall,fpr\n"));
    const auto expected = vector.expected.toObject();
    const std::pair<QString, QString> columns[] = {{u"threshold_desc"_s, u"threshold"_s},
                                                   {u"tp"_s, u"tp"_s},
                                                   {u"fp"_s, u"fp"_s},
                                                   {u"precision"_s, u"precision"_s},
                                                   {u"recall"_s, u"recall"_s},
                                                   {u"fpr"_s, u"fpr"_s}};
    for (const auto &[key, column] : columns) {
        if (!expected.contains(key))
            continue;
        const auto values = numbers(expected.value(key));
        const auto cells = run.column(column);
        QCOMPARE(cells.size(), values.size());
        for (Eigen::Index i = 0; i < values.size(); ++i)
            COMPARE_NEAR(cellNumber(cells.at(i)), values[i], vector.tolerance);
    }
}

void TestCurveCommand::counts_noPositives_emptyCellsAndNull()
{
    const QString file = m_files.write(testsupport::vector(u"T1.point.no_positives"_s).input);
    const auto csv = curve(file, u"pr"_s);
    QVERIFY2(csv.code == 0, qPrintable(csv.err));
    QCOMPARE(csv.column(u"recall"_s), QStringList({QString(), QString(), QString(), QString()}));
    QCOMPARE(csv.column(u"precision"_s).first(), u"0"_s);
    const auto json = curve(file, u"pr"_s, {u"--format"_s, u"json"_s});
    QVERIFY(json.json()[0][u"recall"_s].isNull());
    QCOMPARE(json.json()[0][u"threshold"_s].toDouble(), 0.9);
}

void TestCurveCommand::counts_budget_matchMetricsAtEveryScore_data()
{
    QTest::addColumn<QString>("policy");
    QTest::newRow("show nothing") << u"show-nothing"_s;
    QTest::newRow("unanswered") << u"unanswered"_s;
}

void TestCurveCommand::counts_budget_matchMetricsAtEveryScore()
{
    QFETCH(QString, policy);
    const QString file = m_files.write(testsupport::vector(u"T5.deadline"_s).input);
    const QStringList options{u"--budget"_s, u"300"_s, u"--late"_s, policy};
    const auto run = curve(file, u"threshold"_s, options);
    const auto thresholds = run.column(u"threshold"_s);
    QCOMPARE(thresholds.size(), 9); // 0.8 and 0.55 are only those of late rows
    for (qsizetype row = 0; row < thresholds.size(); ++row) {
        const auto point = runCommandLine(
                QStringList{u"metrics"_s, file, u"--threshold"_s, thresholds.at(row)} + options);
        for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s})
            QCOMPARE(run.column(cell).at(row).toDouble(),
                     point.at(u"confusion_matrix/"_s + cell).toDouble());
        for (const QString &metric : {u"precision"_s, u"recall"_s, u"fpr"_s})
            COMPARE_NEAR(cellNumber(run.column(metric).at(row)),
                         optionalNumber(point.at(u"metrics/"_s + metric)), 1e-12);
    }
}

void TestCurveCommand::counts_lowerIsPositive_ascend()
{
    const QString file = m_files.write(u"label,score\n1,0.5\n0,2\n1,1\n0,3\n"_s);
    const auto run = curve(file, u"pr"_s, {u"--lower-is-positive"_s});
    QCOMPARE(run.column(u"threshold"_s), QStringList({u"0.5"_s, u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(run.column(u"tp"_s), QStringList({u"1"_s, u"2"_s, u"2"_s, u"2"_s}));
    const auto value = curve(file, u"value"_s, {u"--lower-is-positive"_s});
    QCOMPARE(value.column(u"threshold"_s).first(), u"-inf"_s);
}

void TestCurveCommand::value_costVector_match_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : vectorIds(u"T2.empirical."_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestCurveCommand::value_costVector_match()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    QStringList options;
    for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s})
        options += {u"--value-"_s + cell,
                    typed(0.0 - vector.input.value(u"cost_"_s + cell).toDouble())};
    const auto run = curve(m_files.write(vector.input), u"value"_s, options);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto thresholds = numbers(vector.expected[u"candidate_t"_s]);
    const auto costs = numbers(vector.expected[u"total_cost"_s]);
    const auto rows = vector.input.value(u"label"_s).toArray().size();
    const auto cells = run.column(u"threshold"_s);
    const auto values = run.column(u"value_per_1000_uses"_s);
    QCOMPARE(cells.first(), u"inf"_s);
    QCOMPARE(cells.size(), thresholds.size());
    for (Eigen::Index i = 0; i < thresholds.size(); ++i) {
        COMPARE_NEAR(cellNumber(cells.at(i)), thresholds[i], vector.tolerance);
        COMPARE_NEAR(cellNumber(values.at(i)), -1000.0 * costs[i] / static_cast<double>(rows),
                     1e-6);
    }
}

void TestCurveCommand::latency_everyBudget_matchesMetrics_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("show nothing") << QStringList{};
    QTest::newRow("unanswered") << QStringList{u"--late"_s, u"unanswered"_s, u"--value-late"_s,
                                               u"-0.25"_s};
    QTest::newRow("base rate") << QStringList{u"--base-rate"_s, u"0.05"_s};
}

void TestCurveCommand::latency_everyBudget_matchesMetrics()
{
    QFETCH(QStringList, options);
    const QString file = m_files.write(randomTable());
    options += {u"--threshold"_s, u"12"_s, u"--weight"_s, u"weight"_s};
    const auto run = curve(file, u"latency"_s, options);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto budgets = run.column(u"latency_ms"_s);
    QCOMPARE(budgets.size(), 20);
    for (qsizetype row = 0; row < budgets.size(); ++row) {
        QVERIFY(row == 0 || budgets.at(row).toDouble() > budgets.at(row - 1).toDouble());
        const auto point = runCommandLine(
                QStringList{u"metrics"_s, file, u"--budget"_s, budgets.at(row)} + options);
        for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s})
            COMPARE_NEAR(run.column(cell).at(row).toDouble(),
                         point.at(u"confusion_matrix/"_s + cell).toDouble(), 1e-9);
        for (const QString &metric : {u"precision"_s, u"recall"_s})
            COMPARE_NEAR(cellNumber(run.column(metric).at(row)),
                         optionalNumber(point.at(u"metrics/"_s + metric)), 1e-12);
        COMPARE_NEAR(run.column(u"value_per_1000_uses"_s).at(row).toDouble(),
                     point.at(u"value/per_1000_uses"_s).toDouble(), 1e-9);
        if (!options.contains(u"--base-rate"_s))
            COMPARE_NEAR(run.column(u"on_time_share"_s).at(row).toDouble(),
                         1.0 - point.at(u"experience/late"_s).toDouble(), 1e-12);
    }
}

void TestCurveCommand::latency_thresholdAbsent_isTheMostValuable()
{
    const QString file = m_files.write(randomTable());
    const auto best = runCommandLine({u"recommend"_s, file, u"--objective"_s, u"value"_s});
    const QString threshold = typed(number(best.at(u"threshold"_s)));
    const auto chosen = curve(file, u"latency"_s);
    QCOMPARE(chosen.out, curve(file, u"latency"_s, {u"--threshold"_s, threshold}).out);
    QVERIFY2(chosen.err.contains(u"the most valuable"), qPrintable(chosen.err));
}

void TestCurveCommand::latency_noColumn_isAProblem()
{
    const auto run = curve(m_files.write(u"label,score\n1,0.5\n0,0.2\n"_s), u"latency"_s);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"--latency"), qPrintable(run.err));
}

void TestCurveCommand::json_curve_isTheSameTable()
{
    const QString file = m_files.write(randomTable());
    for (const QString &kind : {u"threshold"_s, u"value"_s, u"latency"_s}) {
        const auto csv = curve(file, kind);
        const auto rows = curve(file, kind, {u"--format"_s, u"json"_s}).json().toArray();
        const auto names = csv.out.section(u'\n', 0, 0).split(u',');
        for (const QString &name : names) {
            const auto cells = csv.column(name);
            QCOMPARE(rows.size(), cells.size());
            for (qsizetype i = 0; i < cells.size(); ++i)
                QCOMPARE(optionalNumber(rows.at(i)[name]), cellNumber(cells.at(i)));
        }
    }
}

void TestCurveCommand::baseRate_given_restatesRatesNotCounts()
{
    const auto vector = testsupport::vector(u"T2.prevshift.d1"_s);
    const auto run = curve(m_files.write(vector.input), u"pr"_s, {u"--base-rate"_s, u"0.1"_s});
    const qsizetype row = run.column(u"threshold"_s).indexOf(u"0.7"_s);
    COMPARE_NEAR(run.column(u"precision"_s).at(row).toDouble(),
                 vector.expected[u"precision"_s].toDouble(), vector.tolerance);
    COMPARE_NEAR(run.column(u"recall"_s).at(row).toDouble(), 0.8, vector.tolerance);
    QCOMPARE(run.column(u"tp"_s).at(row), u"4"_s);
}

ONEINN_TEST(TestCurveCommand)

} // namespace tests::cli_curvecommand

#include "tst_curvecommand.moc"
