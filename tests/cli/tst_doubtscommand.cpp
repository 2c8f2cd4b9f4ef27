// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/doubtscommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::cli_doubtscommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestDoubtsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_aSample_isThatOfRecommend();
    void json_options_areTaken();
    void json_days_areChosenAndJudgedOn();
    void json_moreLabels_areWorthSomething();
    void json_fewUses_hasNulls();
    void json_lowScoresPositive_isInTheFilesUnits();
    void text_aSample_saysAll();
    void wrongOptions_areRefused_data();
    void wrongOptions_areRefused();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

const QString inlineSample = u"inlinesuggestion.csv"_s;

} // namespace

void TestDoubtsCommand::json_aSample_isThatOfRecommend()
{
    const QStringList scenario{testsupport::sampleData(inlineSample), u"--preset"_s,
                               u"inlinesuggestion"_s, u"--budget"_s, u"150"_s};
    const auto run = runCommandLine(QStringList(u"doubts"_s) + scenario);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto best =
            runCommandLine(QStringList{u"recommend"_s, u"--objective"_s, u"value"_s} + scenario);
    QCOMPARE(run.at(u"best_threshold/value"_s), best.at(u"threshold"_s));
    QCOMPARE(run.at(u"value/apparent"_s), best.at(u"value/best_per_1000_uses"_s));
    const double apparent = run.at(u"value/apparent"_s).toDouble();
    const double optimism = run.at(u"value/optimism"_s).toDouble();
    QVERIFY(optimism > 0.0);
    QCOMPARE(run.at(u"value/expected"_s).toDouble(), apparent - optimism);
    QCOMPARE(run.at(u"value/per_uses"_s).toInt(), 1000);
    const double low = run.at(u"best_threshold/low"_s).toDouble();
    const double high = run.at(u"best_threshold/high"_s).toDouble();
    const double value = run.at(u"best_threshold/value"_s).toDouble();
    QVERIFY(low < value && value < high);
    QVERIFY(run.at(u"near_best/low"_s).toDouble() <= value);
    QVERIFY(run.at(u"near_best/high"_s).toDouble() >= value);
    QVERIFY(!run.at(u"plateaus"_s).toArray().isEmpty());
    QCOMPARE(run.at(u"by"_s).toString(), u"user"_s);
    QCOMPARE(run.at(u"clusters"_s).toInt(), 400);
    QCOMPARE(run.at(u"resamples"_s).toInt(), 1000);
    QCOMPARE(run.at(u"seed"_s).toInt(), 1);
    QCOMPARE(run.at(u"budget_ms"_s).toInt(), 150);
    QVERIFY(run.at(u"first_and_last"_s).isNull());
}

void TestDoubtsCommand::json_options_areTaken()
{
    const QStringList start{u"doubts"_s, testsupport::sampleData(inlineSample)};
    const auto one = runCommandLine(
            start + QStringList{u"--seed"_s, u"18446744073709551615"_s, u"--resamples"_s, u"70"_s});
    QCOMPARE(one.at(u"resamples"_s).toInt(), 70);
    QVERIFY(one.out.contains(u"\"seed\": 18446744073709551615"));
    const auto again = runCommandLine(
            start + QStringList{u"--seed"_s, u"18446744073709551615"_s, u"--resamples"_s, u"70"_s});
    QCOMPARE(again.out, one.out);
    const auto other =
            runCommandLine(start + QStringList{u"--seed"_s, u"3"_s, u"--resamples"_s, u"70"_s});
    QVERIFY(other.at(u"value/optimism"_s) != one.at(u"value/optimism"_s));
    QCOMPARE(other.at(u"value/apparent"_s), one.at(u"value/apparent"_s));
    const auto uses = runCommandLine(start + QStringList{u"--by"_s, u"row"_s});
    QCOMPARE(uses.at(u"by"_s).toString(), u"row"_s);
    QCOMPARE(uses.at(u"clusters"_s).toInt(), 8000);
}

void TestDoubtsCommand::json_moreLabels_areWorthSomething()
{
    const QStringList question{u"doubts"_s,      testsupport::sampleData(inlineSample),
                               u"--resamples"_s, u"100"_s,
                               u"--threshold"_s, u"0.55"_s};
    const auto run = runCommandLine(question
                                    + QStringList{u"--more-labels"_s, u"500"_s, u"--uses-to-come"_s,
                                                  u"100000"_s, u"--label-price"_s, u"0.1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"worth_of_labels/against_threshold"_s).toDouble(), 0.55);
    const double gain = run.at(u"worth_of_labels/gain"_s).toDouble();
    QVERIFY(gain >= 0.0 && gain <= run.at(u"worth_of_labels/value_of_certainty"_s).toDouble());
    QVERIFY(std::abs(run.at(u"worth_of_labels/gain_on_uses_to_come"_s).toDouble() - 100.0 * gain)
            < 1e-9);
    QVERIFY(std::abs(run.at(u"worth_of_labels/net_of_price"_s).toDouble() - (100.0 * gain - 50.0))
            < 1e-9);
    QVERIFY(run.at(u"worth_of_labels/break_even/fp"_s).isDouble());
    const auto sentences = run.at(u"sentences"_s).toArray();
    QVERIFY(sentences.last().toString().startsWith(u"What would change your mind: "_s));
    // As many again, against showing nothing.
    const auto usual = runCommandLine(question.first(4));
    QCOMPARE(usual.at(u"worth_of_labels/against_threshold"_s).toString(), u"Infinity"_s);
    QVERIFY(usual.at(u"worth_of_labels/more_labels"_s).toDouble() > 1000.0);
    QVERIFY(usual.at(u"worth_of_labels/net_of_price"_s).isNull());
}

void TestDoubtsCommand::json_days_areChosenAndJudgedOn()
{
    const auto run = runCommandLine({u"doubts"_s, testsupport::sampleData(u"fraudalerts.csv"_s),
                                     u"--preset"_s, u"fraudalert"_s});
    QCOMPARE(run.at(u"by"_s).toString(), u"day"_s);
    QCOMPARE(run.at(u"clusters"_s).toInt(), 30);
    QCOMPARE(run.at(u"first_and_last/first_days"_s).toInt(), 20);
    QCOMPARE(run.at(u"first_and_last/last_days"_s).toInt(), 10);
    const double chosen = run.at(u"first_and_last/chosen_on_first/value"_s).toDouble();
    QVERIFY(chosen <= run.at(u"first_and_last/best_on_last/value"_s).toDouble());
    QVERIFY(run.at(u"first_and_last/chosen_on_first/threshold"_s).isDouble());
    QVERIFY(run.at(u"first_and_last/best_on_last/threshold"_s).isDouble());
    QVERIFY(run.at(u"first_and_last/last_uses"_s).toDouble() > 1000.0);
}

void TestDoubtsCommand::json_fewUses_hasNulls()
{
    const auto run = runCommandLine(
            {u"doubts"_s, m_files.write(u"label,score\n0,0.1\n0,0.2\n1,0.8\n1,0.9\n"_s)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const QString &path :
         {u"best_threshold/low"_s, u"best_threshold/high"_s, u"value/optimism"_s,
          u"value/expected"_s, u"near_best"_s, u"plateaus"_s, u"first_and_last"_s})
        QVERIFY2(run.at(path).isNull(), qPrintable(path));
    QCOMPARE(run.at(u"best_threshold/value"_s).toDouble(), 0.5);
    QVERIFY2(run.out.contains(u"How much of that is chance cannot be told from 4 uses."),
             qPrintable(run.out));
}

void TestDoubtsCommand::json_lowScoresPositive_isInTheFilesUnits()
{
    QString high = u"label,score\n"_s;
    QString low = u"label,score\n"_s;
    for (int i = 1; i <= 60; ++i) {
        const int label = (i * 37) % 60 < i ? 1 : 0;
        high += u"%1,%2\n"_s.arg(label).arg(i);
        low += u"%1,%2\n"_s.arg(label).arg(61 - i);
    }
    const auto one = runCommandLine({u"doubts"_s, m_files.write(high)});
    const auto other =
            runCommandLine({u"doubts"_s, m_files.write(low), u"--score-direction"_s, u"low"_s});
    QVERIFY2(other.code == 0, qPrintable(other.err));
    const auto turned = [](const QJsonValue &value) {
        return value.isDouble()                   ? QJsonValue(61.0 - value.toDouble())
                : value.toString() == u"Infinity" ? QJsonValue(u"-Infinity"_s)
                                                  : QJsonValue(u"Infinity"_s);
    };
    QCOMPARE(other.at(u"best_threshold/value"_s), turned(one.at(u"best_threshold/value"_s)));
    QCOMPARE(other.at(u"best_threshold/low"_s), turned(one.at(u"best_threshold/high"_s)));
    QCOMPARE(other.at(u"best_threshold/high"_s), turned(one.at(u"best_threshold/low"_s)));
    QCOMPARE(other.at(u"near_best/low"_s), turned(one.at(u"near_best/high"_s)));
    QCOMPARE(other.at(u"value/optimism"_s), one.at(u"value/optimism"_s));
}

void TestDoubtsCommand::text_aSample_saysAll()
{
    const auto run =
            runCommandLine({u"doubts"_s, testsupport::sampleData(inlineSample), u"--preset"_s,
                            u"inlinesuggestion"_s, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const QString &part :
         {u"it was chosen on them, and on new ones expect +"_s,
          u"Drawn again from the same 400 users, in 90 of 100 draws the best threshold lies "
          "between "_s,
          u"As good as the data can tell: between "_s, u"1,000 resamples, seed 1\n"_s})
        QVERIFY2(run.out.contains(part), qPrintable(run.out));
}

void TestDoubtsCommand::wrongOptions_areRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("no resamples") << QStringList{u"--resamples"_s, u"0"_s} << 2
                                  << u"--resamples needs a whole number from 1 to 100000"_s;
    QTest::newRow("too many") << QStringList{u"--resamples"_s, u"100001"_s} << 2
                              << u"--resamples needs a whole number from 1 to 100000"_s;
    QTest::newRow("no seed") << QStringList{u"--seed"_s, u"-1"_s} << 2
                             << u"--seed needs a whole number from 0, not '-1'."_s;
    QTest::newRow("no unit") << QStringList{u"--by"_s, u"week"_s} << 2
                             << u"--by needs user, day, case or row, not 'week'."_s;
    QTest::newRow("no such column")
            << QStringList{u"--by"_s, u"day"_s} << 1
            << u"no column has the day: name it with --day, or draw single uses with --by row."_s;
}

void TestDoubtsCommand::wrongOptions_areRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const auto run = runCommandLine(QStringList{u"doubts"_s, testsupport::sampleData(inlineSample)}
                                    + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

ONEINN_TEST(TestDoubtsCommand)

} // namespace tests::cli_doubtscommand

#include "tst_doubtscommand.moc"
