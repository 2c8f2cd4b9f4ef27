// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "core/assessment.h"
#include "wording/accountwords.h"

#include "support/testprogram.h"

#include <limits>

namespace tests::cli_metricscommand {

using namespace Qt::StringLiterals;
using namespace testsupport;

class TestMetricsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metrics_vector_match_data();
    void metrics_vector_match();
    void metrics_ranking_isThatOfTheCurve_data();
    void metrics_ranking_isThatOfTheCurve();
    void budget_late_fallsAsThePolicySays_data();
    void budget_late_fallsAsThePolicySays();
    void budget_ranking_isThatOfAllRows();
    void baseRate_given_restatesAllButTheCounts();
    void weights_given_areSummed();
    void account_anySelection_addsUp_data();
    void account_anySelection_addsUp();
    void model_notGiven_isTheMostFrequent_data();
    void model_notGiven_isTheMostFrequent();
    void guesses_made_areNamedOnStandardError();
    void guesses_none_standardErrorIsEmpty();
    void lowerIsPositive_scoresNegated_mirrors_data();
    void lowerIsPositive_scoresNegated_mirrors();
    void json_keys_areAsPromised();
    void experience_file_isThatOfTheAssessment();
    void experience_hardlyEverBad_isStillJson();
    void value_nothingBest_isInfinity();
    void text_anyFile_holdsSentencesTableAndAccount();
    void text_withBudget_asksWhereItWasMeasuredOnce();

private:
    CommandLineRun metrics(const QString &file, const QStringList &options)
    {
        return runCommandLine(QStringList{u"metrics"_s, file} + options);
    }

    WrittenFiles m_files;
};

void TestMetricsCommand::metrics_vector_match_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : vectorIds(u"T1.point."_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestMetricsCommand::metrics_vector_match()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    const auto run = metrics(m_files.write(vector.input),
                             {u"--threshold"_s, typed(number(vector.input.value(u"threshold"_s))),
                              u"--positive"_s, u"1"_s});
    // A file without a positive has none to name.
    const auto plain =
            metrics(m_files.write(vector.input),
                    {u"--threshold"_s, typed(number(vector.input.value(u"threshold"_s)))});
    const auto &used = run.code == 0 ? run : plain;
    QVERIFY2(used.code == 0, qPrintable(used.err));

    const auto expected = vector.expected.toObject();
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const bool isCell = QStringList{u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s}.contains(it.key());
        const auto group = used.json()[isCell ? u"confusion_matrix"_s : u"metrics"_s].toObject();
        QVERIFY2(group.contains(it.key()), qPrintable(it.key()));
        COMPARE_NEAR(optionalNumber(group.value(it.key())), optionalNumber(it.value()),
                     vector.tolerance);
    }
}

void TestMetricsCommand::metrics_ranking_isThatOfTheCurve_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : vectorIds(u"T1.curve."_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestMetricsCommand::metrics_ranking_isThatOfTheCurve()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    const auto run = metrics(m_files.write(vector.input), {u"--threshold"_s, u"0.7"_s});
    QCOMPARE(run.code, 0);
    const auto expected = vector.expected.toObject();
    for (const QString &area : {u"average_precision"_s, u"roc_auc"_s}) {
        if (expected.contains(area))
            COMPARE_NEAR(run.at(u"metrics/"_s + area).toDouble(), expected.value(area).toDouble(),
                         vector.tolerance);
    }
}

void TestMetricsCommand::budget_late_fallsAsThePolicySays_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QList<double>>("matrix"); // tp, fp, fn, tn
    QTest::addColumn<double>("precision");
    QTest::addColumn<double>("recall");
    QTest::addColumn<double>("valuePer1000"); // at 1 -1 -1 0, late -0.5
    // On time: 1/.95 1/.9 | 0/.9 0/.7 0/.6 | 0/.4 0/.2 0/.1 shown from 0.7; late: three positives.
    QTest::newRow("show nothing") << u"show-nothing"_s << QList<double>{2, 2, 3, 5} << 0.5 << 0.4
                                  << 1000.0 * (2 - 2 - 3) / 12;
    QTest::newRow("unanswered") << u"unanswered"_s << QList<double>{2, 2, 0, 4} << 0.5 << 1.0
                                << 1000.0 * (2 - 2 - 4 * 0.5) / 12;
}

void TestMetricsCommand::budget_late_fallsAsThePolicySays()
{
    QFETCH(QString, policy);
    QFETCH(QList<double>, matrix);
    QFETCH(double, precision);
    QFETCH(double, recall);
    QFETCH(double, valuePer1000);
    const auto vector = testsupport::vector(u"T5.deadline"_s);
    const auto run = metrics(m_files.write(vector.input),
                             {u"--threshold"_s, u"0.7"_s, u"--budget"_s, u"300"_s, u"--late"_s,
                              policy, u"--value-late"_s, u"-0.5"_s});
    QCOMPARE(run.code, 0);
    const QString cells[] = {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(run.at(u"confusion_matrix/"_s + cells[i]).toDouble(), matrix.at(i));
    COMPARE_NEAR(run.at(u"metrics/precision"_s).toDouble(), precision, 1e-12);
    COMPARE_NEAR(run.at(u"metrics/recall"_s).toDouble(), recall, 1e-12);
    COMPARE_NEAR(run.at(u"value/per_1000_uses"_s).toDouble(), valuePer1000, 1e-9);
    COMPARE_NEAR(run.at(u"experience/late"_s).toDouble(), 4.0 / 12.0, 1e-12);
    QCOMPARE(run.at(u"operating_point/budget_ms"_s).toDouble(), 300.0);
    const bool outside = policy == u"unanswered"_s;
    QCOMPARE(run.at(u"late"_s).isObject(), outside);
    if (outside) {
        QCOMPARE(run.at(u"late/positives"_s).toDouble(), 3.0);
        QCOMPARE(run.at(u"late/negatives"_s).toDouble(), 1.0);
    }
}

void TestMetricsCommand::budget_ranking_isThatOfAllRows()
{
    const QString file = m_files.write(testsupport::vector(u"T5.deadline"_s).input);
    const auto limited = metrics(file, {u"--threshold"_s, u"0.7"_s, u"--budget"_s, u"300"_s});
    const auto free = metrics(file, {u"--threshold"_s, u"0.7"_s});
    QCOMPARE(limited.at(u"metrics/average_precision"_s), free.at(u"metrics/average_precision"_s));
    QCOMPARE(limited.at(u"metrics/roc_auc"_s), free.at(u"metrics/roc_auc"_s));
}

void TestMetricsCommand::baseRate_given_restatesAllButTheCounts()
{
    const auto vector = testsupport::vector(u"T2.prevshift.d1"_s);
    const auto expected = vector.expected.toObject();
    const auto run = metrics(m_files.write(vector.input),
                             {u"--threshold"_s, u"0.7"_s, u"--base-rate"_s, u"0.1"_s});
    QCOMPARE(run.code, 0);
    for (auto it = expected.begin(); it != expected.end(); ++it)
        COMPARE_NEAR(run.at(u"metrics/"_s + it.key()).toDouble(), it.value().toDouble(),
                     vector.tolerance);
    COMPARE_NEAR(run.at(u"metrics/prevalence"_s).toDouble(), 0.1, 1e-12);
    COMPARE_NEAR(run.at(u"experience/wrong_of_shown"_s).toDouble(),
                 1.0 - expected.value(u"precision"_s).toDouble(), 1e-12);
    // 0.1 * 0.8 right, 0.9 * 2/7 wrong, 0.1 * 0.2 missed.
    COMPARE_NEAR(run.at(u"value/per_1000_uses"_s).toDouble(),
                 1000.0 * (0.08 - 0.9 * 2.0 / 7.0 - 0.02), 1e-9);
    QCOMPARE(run.at(u"confusion_matrix/tp"_s).toDouble(), 4.0);
    QCOMPARE(run.at(u"confusion_matrix/fp"_s).toDouble(), 2.0);
    // Ranking within and between the classes is the same; precision along it is not.
    COMPARE_NEAR(run.at(u"metrics/roc_auc"_s).toDouble(), 0.7857142857142857, 1e-9);
    QVERIFY(run.at(u"metrics/average_precision"_s).toDouble() < 0.7);
}

void TestMetricsCommand::weights_given_areSummed()
{
    const auto vector = testsupport::vector(u"T1.curve.d1.weighted"_s);
    const auto run = metrics(m_files.write(vector.input),
                             {u"--threshold"_s, u"0.7"_s, u"--weight"_s, u"weight"_s});
    QCOMPARE(run.at(u"confusion_matrix/tp"_s).toDouble(), 5.0);
    QCOMPARE(run.at(u"confusion_matrix/fp"_s).toDouble(), 4.0);
    QCOMPARE(run.at(u"confusion_matrix/fn"_s).toDouble(), 2.0);
    QCOMPARE(run.at(u"confusion_matrix/tn"_s).toDouble(), 4.5);
    const auto unweighted = metrics(m_files.write(vector.input),
                                    {u"--threshold"_s, u"0.7"_s, u"--weight"_s, QString()});
    QCOMPARE(unweighted.at(u"confusion_matrix/tp"_s).toDouble(), 4.0);
}

void TestMetricsCommand::account_anySelection_addsUp_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("notSelected");
    QTest::newRow("model a") << QStringList{u"--model"_s, u"a"_s} << 3 << 3;
    QTest::newRow("model b in x") << QStringList{u"--model"_s, u"b"_s, u"--where"_s, u"tier=x"_s}
                                  << 1 << 6;
    QTest::newRow("every model") << QStringList{u"--model-column"_s, QString()} << 5 << 0;
    QTest::newRow("label") << QStringList{u"--model-column"_s, QString(), u"--where"_s,
                                          u"label=1"_s}
                           << 3 << 2;
}

void TestMetricsCommand::account_anySelection_addsUp()
{
    QFETCH(QStringList, options);
    QFETCH(int, used);
    QFETCH(int, notSelected);
    const QString file = m_files.write(u"label,score,model,tier,latency_ms\n"
                                       "1,0.9,a,x,10\n0,0.2,a,y,\n1,0.4,a,x,timeout\n"
                                       "1,0.7,b,x,-3\n0,0.1,b,y,20\n"
                                       ",0.5,a,x,10\n1,,b,x,10\n0,inf,a,y,10\n"_s);
    const auto run = metrics(
            file, QStringList{u"--threshold"_s, u"0.5"_s, u"--score"_s, u"score"_s} + options);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto setAside = run.at(u"account/set_aside"_s).toObject();
    int sum = 0;
    for (const auto &count : setAside) {
        QVERIFY(count.toInt() > 0);
        sum += count.toInt();
    }
    QCOMPARE(run.at(u"account/records"_s).toInt(), 8);
    QCOMPARE(run.at(u"account/used"_s).toInt(), used);
    QCOMPARE(used + sum, 8);
    QCOMPARE(setAside.value(u"not_selected"_s).toInt(), notSelected);
    // Of the model that is looked at: the reasons of others are not its own.
    const bool a = !options.contains(u"b"_s);
    const bool b = !options.contains(u"a"_s);
    QCOMPARE(setAside.value(u"label_missing"_s).toInt(), a ? 1 : 0);
    QCOMPARE(setAside.value(u"score_missing"_s).toInt(), b ? 1 : 0);
    QCOMPARE(setAside.value(u"score_invalid"_s).toInt(), a ? 1 : 0);
    QCOMPARE(run.at(u"account/latency"_s).toObject(),
             (QJsonObject{{u"measured"_s, (a ? 1 : 0) + (b ? 1 : 0)},
                          {u"missing"_s, a ? 1 : 0},
                          {u"invalid"_s, b ? 1 : 0},
                          {u"timed_out"_s, a ? 1 : 0}}));
}

void TestMetricsCommand::model_notGiven_isTheMostFrequent_data()
{
    QTest::addColumn<QString>("models");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("model");
    QTest::newRow("most frequent") << u"abbab"_s << QString() << u"b"_s;
    QTest::newRow("first on ties") << u"baab"_s << QString() << u"b"_s;
    QTest::newRow("among the rows filtered for") << u"abbab"_s << u"model=a"_s << u"a"_s;
}

void TestMetricsCommand::model_notGiven_isTheMostFrequent()
{
    QFETCH(QString, models);
    QFETCH(QString, where);
    QFETCH(QString, model);
    QString text = u"label,score,model\n"_s;
    for (qsizetype i = 0; i < models.size(); ++i)
        text += u"%1,0.%2,%3\n"_s.arg(i % 2).arg(i + 1).arg(models.at(i));
    QStringList options{u"--threshold"_s, u"0.5"_s};
    if (!where.isEmpty())
        options += {u"--where"_s, where};
    const auto run = metrics(m_files.write(text), options);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"selection/model"_s).toString(), model);
    QCOMPARE(run.err.contains(u"'%1' alone"_s.arg(model)), where.isEmpty());
}

void TestMetricsCommand::guesses_made_areNamedOnStandardError()
{
    const auto run =
            metrics(m_files.write(u"truth,confidence,elapsed_ms\n1,0.9,5\n0,0.2,7\n1,0.3,9\n"_s),
                    {u"--threshold"_s, u"0.5"_s, u"--label"_s, u"truth"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err.count(u'\n'), 1);
    QVERIFY2(!run.err.contains(u"'truth'"), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"score from 'confidence' (name)"), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"positive '1'"), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"latency from 'elapsed_ms'"), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"latency in ms"), qPrintable(run.err));
}

void TestMetricsCommand::guesses_none_standardErrorIsEmpty()
{
    const auto run = metrics(m_files.write(u"label,score\n1,0.9\n0,0.2\n"_s),
                             {u"--threshold"_s, u"0.5"_s, u"--label"_s, u"label"_s, u"--score"_s,
                              u"score"_s, u"--positive"_s, u"1"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QString());
}

void TestMetricsCommand::lowerIsPositive_scoresNegated_mirrors_data()
{
    QTest::addColumn<QString>("threshold");
    QTest::addColumn<QString>("mirrored");
    QTest::newRow("a score") << u"0.7"_s << u"-0.7"_s;
    QTest::newRow("zero") << u"0"_s << u"0"_s;
    QTest::newRow("nothing shown") << u"inf"_s << u"-inf"_s;
}

void TestMetricsCommand::lowerIsPositive_scoresNegated_mirrors()
{
    QFETCH(QString, threshold);
    QFETCH(QString, mirrored);
    auto input = testsupport::vector(u"T1.curve.d1"_s).input;
    const auto upright = metrics(m_files.write(input), {u"--threshold"_s, threshold});
    QJsonArray negated;
    for (const auto &score : input.value(u"score"_s).toArray())
        negated.append(-score.toDouble());
    input.insert(u"score"_s, negated);
    const auto mirror =
            metrics(m_files.write(input), {u"--threshold"_s, mirrored, u"--lower-is-positive"_s});
    QVERIFY2(mirror.code == 0, qPrintable(mirror.err));

    for (const QString &same : {u"confusion_matrix"_s, u"metrics"_s, u"intervals"_s,
                                u"experience"_s, u"account"_s, u"value/best_per_1000_uses"_s})
        QCOMPARE(mirror.at(same), upright.at(same));
    const auto flipped = [](const QJsonValue &value) { return 0.0 - number(value); };
    const auto isFlipped = [&](const QJsonValue &one, const QJsonValue &other) {
        if (one.isString())
            return one.toString() != other.toString() && other.isString();
        return flipped(one) == number(other);
    };
    QVERIFY(isFlipped(upright.at(u"operating_point/threshold"_s),
                      mirror.at(u"operating_point/threshold"_s)));
    QVERIFY(isFlipped(upright.at(u"value/best_threshold"_s), mirror.at(u"value/best_threshold"_s)));
    const auto same = upright.at(u"same_decisions"_s).toArray();
    const auto sameMirrored = mirror.at(u"same_decisions"_s).toArray();
    QVERIFY(isFlipped(same.at(0), sameMirrored.at(1)));
    QVERIFY(isFlipped(same.at(1), sameMirrored.at(0)));
    // Prose that names a threshold would name the wrong one.
    for (const auto &sentence : mirror.at(u"sentences"_s).toArray())
        QVERIFY2(!sentence.toString().contains(u"threshold"), qPrintable(sentence.toString()));
}

void TestMetricsCommand::json_keys_areAsPromised()
{
    const auto run = metrics(m_files.write(testsupport::vector(u"T5.deadline"_s).input),
                             {u"--threshold"_s, u"0.7"_s});
    const auto keys = [&run](const QString &path) {
        QStringList names = run.at(path).toObject().keys();
        names.sort();
        return names.join(u' ');
    };
    QCOMPARE(keys(u"operating_point"_s), u"budget_ms threshold"_s);
    QCOMPARE(keys(u"confusion_matrix"_s), u"fn fp tn tp"_s);
    QCOMPARE(keys(u"metrics"_s),
             u"accuracy alert_rate average_precision balanced_accuracy f0.5 f1 f2 fnr fpr lift mcc "
             "npv precision prevalence recall roc_auc specificity youden_j"_s);
    QCOMPARE(keys(u"intervals"_s),
             u"accuracy alert_rate fnr fpr npv precision prevalence recall specificity"_s);
    QCOMPARE(keys(u"experience/uses_until_kth_bad"_s), u"mean median p10 p90"_s);
    QCOMPARE(keys(u"value"_s), u"best_intervals best_per_1000_uses best_threshold per_1000_uses"_s);
    for (const QString &key : {u"wrong_of_shown"_s, u"wrong_of_uses"_s, u"missed"_s, u"late"_s})
        QVERIFY(run.at(u"experience"_s).toObject().contains(key));
    QVERIFY(!run.at(u"sentences"_s).toArray().isEmpty());
    QVERIFY(run.at(u"operating_point/budget_ms"_s).isNull());
    QVERIFY(run.at(u"experience/late"_s).isNull());
    // As a person reads them: the account first, the sentences last.
    const qsizetype account = run.out.indexOf(u"\"account\"");
    const qsizetype matrix = run.out.indexOf(u"\"confusion_matrix\"");
    const qsizetype sentences = run.out.indexOf(u"\"sentences\"");
    QVERIFY(account >= 0 && account < matrix && matrix < sentences);
}

void TestMetricsCommand::experience_file_isThatOfTheAssessment()
{
    const auto run = metrics(m_files.write(testsupport::vector(u"T1.curve.d1"_s).input),
                             {u"--threshold"_s, u"0.7"_s, u"--bad-before-leaving"_s, u"2"_s});
    COMPARE_NEAR(run.at(u"experience/wrong_of_shown"_s).toDouble(), 2.0 / 6.0, 1e-12);
    COMPARE_NEAR(run.at(u"experience/wrong_of_uses"_s).toDouble(), 3.0 / 12.0, 1e-12);
    COMPARE_NEAR(run.at(u"experience/missed"_s).toDouble(), 1.0 / 5.0, 1e-12);
    // Negative binomial, p = 1/4, k = 2: mean k/p, median the smallest n with P(Bin >= 2) >= 1/2.
    COMPARE_NEAR(run.at(u"experience/uses_until_kth_bad/mean"_s).toDouble(), 8.0, 1e-12);
    COMPARE_NEAR(run.at(u"experience/uses_until_kth_bad/median"_s).toDouble(), 7.0, 0.0);
    // Misses that nobody notices do not count as bad: p = 1/6.
    const auto unnoticed = metrics(m_files.write(testsupport::vector(u"T1.curve.d1"_s).input),
                                   {u"--threshold"_s, u"0.7"_s, u"--bad-before-leaving"_s, u"2"_s,
                                    u"--noticed-missed"_s, u"0"_s});
    COMPARE_NEAR(unnoticed.at(u"experience/uses_until_kth_bad/mean"_s).toDouble(), 12.0, 1e-12);
}

void TestMetricsCommand::experience_hardlyEverBad_isStillJson()
{
    QString text = u"label,score\n1,0.9\n0,0.6\n"_s;
    for (int row = 0; row < 2000; ++row)
        text += u"0,0.1\n"_s;
    const auto run = metrics(m_files.write(text), {u"--threshold"_s, u"0.5"_s});
    // One user in ten of those who differ waits longer than can be counted.
    QCOMPARE(run.at(u"experience/uses_until_kth_bad_if_users_differ/p90"_s).toString(),
             u"Infinity"_s);
    QVERIFY(run.at(u"experience/uses_until_kth_bad/p90"_s).isDouble());
}

void TestMetricsCommand::value_nothingBest_isInfinity()
{
    const auto run = metrics(m_files.write(u"label,score\n0,0.9\n1,0.4\n0,0.2\n"_s),
                             {u"--threshold"_s, u"inf"_s, u"--value-fp"_s, u"-10"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"operating_point/threshold"_s).toString(), u"Infinity"_s);
    QCOMPARE(run.at(u"value/best_threshold"_s).toString(), u"Infinity"_s);
    QCOMPARE(run.at(u"value/best_intervals"_s).toArray(),
             (QJsonArray{QJsonValue(QJsonArray{0.9, u"Infinity"_s})}));
    QVERIFY(run.at(u"metrics/precision"_s).isNull());
    QVERIFY(run.at(u"intervals/precision"_s).isNull());
}

void TestMetricsCommand::text_anyFile_holdsSentencesTableAndAccount()
{
    const QString file = m_files.write(testsupport::vector(u"T1.curve.d1"_s).input);
    const auto text = metrics(
            file, {u"--threshold"_s, u"0.7"_s, u"--format"_s, u"text"_s, u"--noun"_s, u"alert"_s});
    const auto json = metrics(file, {u"--threshold"_s, u"0.7"_s, u"--noun"_s, u"alert"_s});
    QCOMPARE(text.code, 0);
    for (const auto &sentence : json.at(u"sentences"_s).toArray())
        QVERIFY2(text.out.contains(sentence.toString() + u'\n'), qPrintable(sentence.toString()));
    QVERIFY(text.out.contains(u"alert"));
    QVERIFY(text.out.contains(u"tp 4   fp 2   fn 1   tn 5"));
    QVERIFY(text.out.contains(u"precision                0.6667"));
    QVERIFY(text.out.contains(u"12 records, all used."));
    // Only where waiting counts is there anything to ask of it.
    QVERIFY(!text.out.contains(oneinn::wording::measuredWhereText()));
}

void TestMetricsCommand::text_withBudget_asksWhereItWasMeasuredOnce()
{
    const QString file =
            m_files.write(u"label,score,latency_ms\n1,0.9,20\n0,0.2,30\n1,0.7,timeout\n"_s);
    const auto text = metrics(
            file, {u"--threshold"_s, u"0.5"_s, u"--budget"_s, u"25"_s, u"--format"_s, u"text"_s});
    QCOMPARE(text.code, 0);
    QCOMPARE(text.out.count(oneinn::wording::measuredWhereText()), 1);
    QVERIFY(text.out.contains(oneinn::wording::timedOutText(1)));
}

ONEINN_TEST(TestMetricsCommand)

} // namespace tests::cli_metricscommand

#include "tst_metricscommand.moc"
