// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "support/testprogram.h"

namespace tests::cli_recommendcommand {

using namespace Qt::StringLiterals;
using namespace testsupport;

class TestRecommendCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_costVector_match_data();
    void value_costVector_match();
    void recallAtPrecision_vector_match();
    void recallAtPrecision_infeasible_saysTheBestReachable();
    void recallAtPrecision_isPromisedByItsLowerLimit();
    void precisionAtRecall_feasible_isMostPrecise();
    void precisionAtRecall_budget_isEffective();
    void f1_feasible_isTheHighestOfAll();
    void f1_noPositives_isInfeasible();
    void lowerIsPositive_interval_isInFileUnits();
    void baseRate_limit_isOfRestatedPrecision();
    void metrics_atRecommendation_areThoseOfMetrics();
    void text_found_holdsTheSentences();

private:
    CommandLineRun recommend(const QString &file, const QString &objective,
                             const QStringList &options = {})
    {
        return runCommandLine(QStringList{u"recommend"_s, file, u"--objective"_s, objective}
                              + options);
    }

    WrittenFiles m_files;
};

void TestRecommendCommand::value_costVector_match_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : vectorIds(u"T2.empirical."_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestRecommendCommand::value_costVector_match()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    QStringList options;
    for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s})
        options += {u"--value-"_s + cell,
                    typed(0.0 - vector.input.value(u"cost_"_s + cell).toDouble())};
    const auto run = recommend(m_files.write(vector.input), u"value"_s, options);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(run.at(u"threshold"_s).toDouble(),
                 vector.expected[u"reported_threshold"_s].toDouble(), vector.tolerance);
    QCOMPARE(run.at(u"intervals"_s), vector.expected[u"argmin_intervals_lo_excl_hi_incl"_s]);
    QCOMPARE(run.at(u"value/best_intervals"_s), run.at(u"intervals"_s));
    COMPARE_NEAR(run.at(u"value/per_1000_uses"_s).toDouble(),
                 -1000.0 * vector.expected[u"min_cost"_s].toDouble() / 12.0, 1e-6);
}

void TestRecommendCommand::recallAtPrecision_vector_match()
{
    const auto vector = testsupport::vector(u"T2.constrained.precision"_s);
    const auto run = recommend(m_files.write(vector.input), u"recall-at-precision=0.6"_s,
                               {u"--promise"_s, u"plain"_s});
    QCOMPARE(run.at(u"objective"_s).toString(), u"recall-at-precision=0.6"_s);
    for (const QString &metric : {u"recall"_s, u"precision"_s})
        COMPARE_NEAR(run.at(u"metrics/"_s + metric).toDouble(), vector.expected[metric].toDouble(),
                     vector.tolerance);
    COMPARE_NEAR(run.at(u"threshold"_s).toDouble(), 0.7, vector.tolerance);
    QCOMPARE(run.at(u"intervals"_s).toArray(), (QJsonArray{QJsonValue(QJsonArray{0.6, 0.7})}));
}

void TestRecommendCommand::recallAtPrecision_infeasible_saysTheBestReachable()
{
    const auto vector = testsupport::vector(u"T2.constrained.infeasible"_s);
    const QString file = m_files.write(vector.input);
    const auto run = recommend(file, u"recall-at-precision=0.9"_s, {u"--promise"_s, u"plain"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"infeasible"_s).toObject(),
             (QJsonObject{{u"metric"_s, u"precision"_s},
                          {u"limit"_s, 0.9},
                          {u"best_reachable"_s, 0.5},
                          {u"at_threshold"_s, 0.8}}));
    QVERIFY(run.at(u"threshold"_s).isUndefined());
    const auto text = recommend(file, u"recall-at-precision=0.9"_s,
                                {u"--promise"_s, u"plain"_s, u"--format"_s, u"text"_s});
    QCOMPARE(text.code, 0);
    QCOMPARE(text.out, run.at(u"sentences"_s)[0].toString() + u'\n');
    QVERIFY2(text.out.contains(u"50"), qPrintable(text.out));
}

void TestRecommendCommand::recallAtPrecision_isPromisedByItsLowerLimit()
{
    const auto kept = testsupport::vector(u"T9.promise.kept"_s);
    const QString objective =
            u"recall-at-precision=%1"_s.arg(kept.input["precision"_L1].toDouble());
    const auto run = recommend(m_files.write(kept.input), objective);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(run.at(u"threshold"_s).toDouble(),
                 kept.expected["default"_L1].toObject()["threshold"_L1].toDouble(), 1e-9);
    QCOMPARE(run.at(u"promise"_s).toString(), u"lower-limit"_s);
    QVERIFY(run.at(u"sentences"_s).toArray().last().toString().contains(u"95 of 100"));
    const auto plain =
            recommend(m_files.write(kept.input), objective, {u"--promise"_s, u"plain"_s});
    COMPARE_NEAR(plain.at(u"threshold"_s).toDouble(),
                 kept.expected["without_bound"_L1].toObject()["threshold"_L1].toDouble(), 1e-9);
    QVERIFY(plain.at(u"sentences"_s).toArray().last().toString().contains(u"about half"));

    const auto infeasible = testsupport::vector(u"T9.promise.infeasible"_s);
    const auto none =
            recommend(m_files.write(infeasible.input),
                      u"recall-at-precision=%1"_s.arg(infeasible.input["precision"_L1].toDouble()));
    COMPARE_NEAR(none.at(u"infeasible/best_reachable"_s).toDouble(),
                 infeasible.expected["best_lower"_L1].toDouble(), 1e-9);
    QVERIFY(none.at(u"sentences"_s)[0].toString().contains(u"surely"));
}

void TestRecommendCommand::precisionAtRecall_feasible_isMostPrecise()
{
    const auto run = recommend(m_files.write(testsupport::vector(u"T1.curve.d1"_s).input),
                               u"precision-at-recall=0.5"_s);
    // Recall 0.6 at 0.8 with precision 0.75; every lower threshold is less precise.
    QCOMPARE(run.at(u"threshold"_s).toDouble(), 0.8);
    COMPARE_NEAR(run.at(u"metrics/precision"_s).toDouble(), 0.75, 1e-12);
}

void TestRecommendCommand::precisionAtRecall_budget_isEffective()
{
    const QString file = m_files.write(testsupport::vector(u"T5.deadline"_s).input);
    // Three of five positives come after 300 ms: recall 0.4 is the most there is.
    const auto run = recommend(file, u"precision-at-recall=0.8"_s, {u"--budget"_s, u"300"_s});
    QCOMPARE(run.at(u"infeasible/metric"_s).toString(), u"recall"_s);
    COMPARE_NEAR(run.at(u"infeasible/best_reachable"_s).toDouble(), 0.4, 1e-12);
    QCOMPARE(run.at(u"infeasible/at_threshold"_s).toDouble(), 0.9);
    const auto unanswered = recommend(file, u"precision-at-recall=0.8"_s,
                                      {u"--budget"_s, u"300"_s, u"--late"_s, u"unanswered"_s});
    QCOMPARE(unanswered.at(u"metrics/recall"_s).toDouble(), 1.0);
}

void TestRecommendCommand::f1_feasible_isTheHighestOfAll()
{
    const QString file = m_files.write(testsupport::vector(u"T1.curve.d1"_s).input);
    const auto run = recommend(file, u"f1"_s);
    const auto curve = runCommandLine({u"curve"_s, file, u"--kind"_s, u"pr"_s});
    double highest = 0.0;
    const auto precision = curve.column(u"precision"_s);
    const auto recall = curve.column(u"recall"_s);
    for (qsizetype i = 0; i < precision.size(); ++i) {
        const double p = precision.at(i).toDouble();
        const double r = recall.at(i).toDouble();
        highest = std::max(highest, 2.0 * p * r / (p + r));
    }
    COMPARE_NEAR(run.at(u"metrics/f1"_s).toDouble(), highest, 1e-12);
}

void TestRecommendCommand::f1_noPositives_isInfeasible()
{
    const auto run = recommend(m_files.write(testsupport::vector(u"T1.point.no_positives"_s).input),
                               u"f1"_s);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"infeasible/metric"_s).toString(), u"f1"_s);
    QVERIFY(run.at(u"infeasible/best_reachable"_s).isNull());
}

void TestRecommendCommand::lowerIsPositive_interval_isInFileUnits()
{
    const auto run = recommend(m_files.write(u"label,distance\n1,0.5\n1,1\n0,2\n0,3\n"_s),
                               u"value"_s, {u"--lower-is-positive"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"threshold"_s).toDouble(), 1.5);
    QCOMPARE(run.at(u"intervals"_s).toArray(), (QJsonArray{QJsonValue(QJsonArray{1, 2})}));
    const auto infeasible = recommend(m_files.write(u"label,distance\n0,0.5\n1,1\n0,2\n1,3\n"_s),
                                      u"recall-at-precision=0.9"_s,
                                      {u"--promise"_s, u"plain"_s, u"--lower-is-positive"_s});
    QCOMPARE(infeasible.at(u"infeasible/at_threshold"_s).toDouble(), 1.0);
    QVERIFY2(!infeasible.at(u"sentences"_s)[0].toString().contains(u'\u2212'),
             qPrintable(infeasible.out));
}

void TestRecommendCommand::baseRate_limit_isOfRestatedPrecision()
{
    const QString file = m_files.write(testsupport::vector(u"T1.curve.d1"_s).input);
    QCOMPARE(recommend(file, u"recall-at-precision=0.6"_s, {u"--promise"_s, u"plain"_s})
                     .at(u"threshold"_s)
                     .toDouble(),
             0.7);
    // With 1 positive in 10 only the scores above every negative are as precise as that.
    const auto run = recommend(file, u"recall-at-precision=0.6"_s,
                               {u"--promise"_s, u"plain"_s, u"--base-rate"_s, u"0.1"_s});
    QCOMPARE(run.at(u"threshold"_s).toDouble(), 0.95);
}

void TestRecommendCommand::metrics_atRecommendation_areThoseOfMetrics()
{
    const QString file = m_files.write(testsupport::vector(u"T5.deadline"_s).input);
    const auto run = recommend(file, u"f1"_s, {u"--budget"_s, u"300"_s});
    const auto point =
            runCommandLine({u"metrics"_s, file, u"--budget"_s, u"300"_s, u"--threshold"_s,
                            QString::number(run.at(u"threshold"_s).toDouble(), 'g', 17)});
    for (const QString &key : {u"account"_s, u"confusion_matrix"_s, u"metrics"_s, u"experience"_s,
                               u"value"_s, u"sentences"_s})
        QCOMPARE(run.at(key), point.at(key));
    QCOMPARE(run.at(u"metric_intervals"_s), point.at(u"intervals"_s));
}

void TestRecommendCommand::text_found_holdsTheSentences()
{
    const QString file = m_files.write(testsupport::vector(u"T1.curve.d1"_s).input);
    const auto json = recommend(file, u"value"_s);
    const auto text = recommend(file, u"value"_s, {u"--format"_s, u"text"_s});
    for (const auto &sentence : json.at(u"sentences"_s).toArray())
        QVERIFY(text.out.contains(sentence.toString()));
    QVERIFY2(text.out.contains(u"shown: score >= 0.65"), qPrintable(text.out));
}

ONEINN_TEST(TestRecommendCommand)

} // namespace tests::cli_recommendcommand

#include "tst_recommendcommand.moc"
