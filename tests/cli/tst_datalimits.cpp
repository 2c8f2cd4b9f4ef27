// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <random>

namespace tests::cli_datalimits {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestDataLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mix_sample_isThatOfAWeightedFile();
    void mix_everyCommand_saysItIsAssumed();
    void mix_unusable_isRefused_data();
    void mix_unusable_isRefused();
    void unlabelledBelow_missedIsRefused();
    void noise_oneIn200_isALine();
    void gold_judge_isCorrected();
    void gold_noSuchValues_isRefused();
    void doubled_rows_areNoticed();
    void calibration_baseRate_isRefused_data();
    void calibration_baseRate_isRefused();
    void calibration_lowerIsPositive_saysWhy();
    void calibration_noise_isNotSaidToRunAgainst();

private:
    static QString said(const testsupport::CommandLineRun &run, const QString &path)
    {
        return run.at(path).toVariant().toStringList().join(u' ');
    }
    static QString sample() { return testsupport::sampleData(u"inlinesuggestion.csv"_s); }
    testsupport::WrittenFiles m_files;
};

namespace {

/// label,score,device with or without a weight: 6 of 10 rows are of phones.
QString tableOf(bool weighted)
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform;
    QString text = weighted ? u"label,score,device,weight\n"_s : u"label,score,device\n"_s;
    for (int i = 0; i < 500; ++i) {
        const bool phone = i % 10 < 6;
        const double score = uniform(random);
        const bool good = uniform(random) < (phone ? score : score * score);
        text += u"%1,%2,%3"_s.arg(good ? 1 : 0)
                        .arg(score, 0, 'f', 6)
                        .arg(phone ? u"phone"_s : u"tablet"_s);
        if (weighted)
            text += u","_s + QString::number(phone ? 0.5 : 1.75);
        text += u'\n';
    }
    return text;
}

/// Labels only from a score of 0.5 up.
QString labelledAboveHalf()
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform;
    QString text = u"label,score\n"_s;
    for (int i = 0; i < 800; ++i) {
        const double score = uniform(random);
        const QString label = QString::number(uniform(random) < score ? 1 : 0);
        text += u"%1,%2\n"_s.arg(score < 0.5 ? QString() : label).arg(score, 0, 'f', 6);
    }
    return text;
}

/// A judge who takes one bad one in five for good, and gold labels for a third.
QString judged()
{
    std::mt19937 random(4);
    std::uniform_real_distribution<double> uniform;
    QString text = u"judge,score,gold\n"_s;
    for (int i = 0; i < 3000; ++i) {
        const double score = uniform(random);
        const bool good = uniform(random) < score;
        const bool judge = good || uniform(random) < 0.2;
        text += u"%1,%2,%3\n"_s.arg(judge ? 1 : 0)
                        .arg(score, 0, 'f', 6)
                        .arg(i % 3 == 0 ? QString::number(good ? 1 : 0) : QString());
    }
    return text;
}

} // namespace

void TestDataLimits::mix_sample_isThatOfAWeightedFile()
{
    // 6 and 4 of 10 become 3 and 7: weights of 1/2 and 7/4.
    const auto mixed =
            runCommandLine({u"metrics"_s, m_files.write(tableOf(false)), u"--threshold"_s, u"0.5"_s,
                            u"--mix"_s, u"device:phone=30,tablet=70"_s});
    QVERIFY2(mixed.code == 0, qPrintable(mixed.err));
    const auto weighted = runCommandLine(
            {u"metrics"_s, m_files.write(tableOf(true)), u"--threshold"_s, u"0.5"_s});
    QVERIFY2(weighted.code == 0, qPrintable(weighted.err));
    for (const QString &key : {u"metrics"_s, u"intervals"_s, u"experience"_s}) {
        const auto found = mixed.at(key).toObject();
        const auto wanted = weighted.at(key).toObject();
        for (const QString &name : wanted.keys()) {
            const auto compare = [&](const QJsonValue &a, const QJsonValue &b) {
                QCOMPARE(a.type(), b.type());
                if (a.isDouble())
                    COMPARE_NEAR(a.toDouble(), b.toDouble(), 1e-9);
            };
            compare(found[name], wanted[name]);
            if (wanted[name].isArray()) {
                compare(found[name].toArray().at(0), wanted[name].toArray().at(0));
                compare(found[name].toArray().at(1), wanted[name].toArray().at(1));
            }
        }
    }
    QCOMPARE(mixed.at(u"mix/column"_s).toString(), u"device"_s);
    // What is not named divides the rest.
    const auto one = runCommandLine({u"metrics"_s, m_files.write(tableOf(false)), u"--threshold"_s,
                                     u"0.5"_s, u"--mix"_s, u"device:phone=30"_s});
    QCOMPARE(one.at(u"metrics"_s), mixed.at(u"metrics"_s));
}

void TestDataLimits::mix_everyCommand_saysItIsAssumed()
{
    const QStringList mix{u"--mix"_s, u"language:en=90"_s};
    const auto metrics =
            runCommandLine(QStringList{u"metrics"_s, sample(), u"--threshold"_s, u"0.5"_s} + mix);
    QVERIFY2(metrics.code == 0, qPrintable(metrics.err));
    QVERIFY2(said(metrics, u"sentences"_s).contains(u"with your mix by language"),
             qPrintable(metrics.out));
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s}) {
        const auto answer =
                runCommandLine(QStringList{u"answer"_s, sample(), u"--length"_s, length} + mix);
        QVERIFY2(answer.code == 0, qPrintable(answer.err));
        QVERIFY2(answer.out.contains(u"our mix by language (en 90"), qPrintable(answer.out));
    }
    for (const QStringList &command :
         {QStringList{u"policies"_s}, QStringList{u"segments"_s, u"--by"_s, u"language"_s},
          QStringList{u"reach"_s, u"--wrong-at-most"_s, u"0.2"_s},
          QStringList{u"curve"_s, u"--kind"_s, u"pr"_s}, QStringList{u"calibration"_s},
          QStringList{u"recommend"_s, u"--objective"_s, u"value"_s},
          QStringList{u"loadbearing"_s, u"--threshold"_s, u"0.5"_s}}) {
        const auto plain = runCommandLine(command + QStringList{sample()});
        const auto mixed = runCommandLine(command + QStringList{sample()} + mix);
        QVERIFY2(mixed.code == 0, qPrintable(mixed.err));
        QVERIFY2(mixed.out != plain.out, qPrintable(command.first()));
    }
}

void TestDataLimits::mix_unusable_isRefused_data()
{
    QTest::addColumn<QString>("mix");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("why");
    QTest::newRow("value") << u"device:watch=10"_s << 1 << u"device has no value watch"_s;
    QTest::newRow("sum") << u"device:phone=50,tablet=40"_s << 1 << u"add up to 90, not to 100"_s;
    QTest::newRow("twice") << u"device:phone=50,phone=50"_s << 1 << u"phone is named twice"_s;
    QTest::newRow("number") << u"device:phone=x"_s << 2 << u"--mix needs a column and shares"_s;
    QTest::newRow("beyond") << u"device:phone=101"_s << 2 << u"--mix needs a column and shares"_s;
    QTest::newRow("no colon") << u"device"_s << 2 << u"--mix needs a column and shares"_s;
}

void TestDataLimits::mix_unusable_isRefused()
{
    QFETCH(const QString, mix);
    QFETCH(const int, code);
    QFETCH(const QString, why);
    const auto run = runCommandLine({u"metrics"_s, m_files.write(tableOf(false)), u"--threshold"_s,
                                     u"0.5"_s, u"--mix"_s, mix});
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(why), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void TestDataLimits::unlabelledBelow_missedIsRefused()
{
    const QString file = m_files.write(labelledAboveHalf());
    const auto run = runCommandLine({u"metrics"_s, file, u"--threshold"_s, u"0.5"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"labels/kind"_s).toString(), u"only-shown"_s);
    for (const QString &key : {u"metrics/recall"_s, u"metrics/prevalence"_s, u"intervals/recall"_s,
                               u"experience/missed"_s})
        QVERIFY2(run.at(key).isNull(), qPrintable(key));
    QVERIFY(run.at(u"metrics/precision"_s).isDouble());
    QVERIFY(run.at(u"labels/recall_bounds"_s).isArray());
    QVERIFY(run.at(u"labels/audit_size"_s).toDouble() > 0.0);
    const QString all = said(run, u"sentences"_s);
    QVERIFY2(all.contains(u"What it missed cannot be told: none of the"), qPrintable(all));
    const QString labels = said(run, u"labels/sentences"_s);
    QVERIFY2(labels.contains(u"unseen ones, drawn at random"), qPrintable(labels));
    QVERIFY(run.at(u"label_noise"_s).isUndefined());
    QVERIFY(run.at(u"value"_s).isNull());
    QVERIFY2(all.contains(u"What this is worth cannot be told"), qPrintable(all));
    const auto load = runCommandLine({u"loadbearing"_s, file, u"--threshold"_s, u"0.5"_s});
    QVERIFY(load.at(u"verdict"_s).isNull());
    QVERIFY(said(load, u"sentences"_s).startsWith(u"What carries it cannot be told"));
    // Whatever else counts labelled ones says so, and judges no limit on what is missed.
    for (const QString &command : {u"policies"_s, u"doubts"_s, u"calibration"_s, u"release"_s}) {
        QStringList arguments{command, file};
        if (command == u"policies"_s || command == u"release"_s)
            arguments += {u"--threshold"_s, u"0.5"_s};
        const auto other = runCommandLine(arguments);
        QVERIFY2(said(other, u"warnings"_s).contains(u"Labels are missing by the score"),
                 qPrintable(command + other.out.left(300) + other.err));
        QVERIFY(other.err.contains(u"What follows counts labelled ones alone"_s));
        QVERIFY(!other.out.contains(u"inf"_s) && !other.out.contains(u"nan"_s));
    }
    const auto reach = runCommandLine({u"reach"_s, file, u"--missed-at-most"_s, u"0.1"_s});
    QCOMPARE(reach.code, 1);
    QVERIFY2(reach.err.contains(u"A limit on what is missed cannot be judged"),
             qPrintable(reach.err));
    QVERIFY(reach.out.isEmpty());
    // Where every use has a label, nothing is said of it.
    const auto full = runCommandLine({u"metrics"_s, sample(), u"--threshold"_s, u"0.5"_s});
    QVERIFY(full.at(u"labels"_s).isUndefined());
}

void TestDataLimits::noise_oneIn200_isALine()
{
    const auto run = runCommandLine({u"metrics"_s, sample(), u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.at(u"label_noise/wrong_labels"_s).toDouble(), 0.005);
    const QString said = run.at(u"label_noise/sentence"_s).toString();
    QVERIFY2(said.startsWith(u"If 1 of 200 labels is wrong: "), qPrintable(said));
    QVERIFY2(said.contains(u" becomes "), qPrintable(said));
    const auto more = runCommandLine(
            {u"metrics"_s, sample(), u"--threshold"_s, u"0.5"_s, u"--label-noise"_s, u"1in20"_s});
    const auto width = [](const QJsonValue &range) {
        return range.toArray().at(1).toDouble() - range.toArray().at(0).toDouble();
    };
    QVERIFY(width(more.at(u"label_noise/wrong_of_shown"_s))
            > width(run.at(u"label_noise/wrong_of_shown"_s)));
    const auto coins = runCommandLine(
            {u"metrics"_s, sample(), u"--threshold"_s, u"0.5"_s, u"--label-noise"_s, u"0.5"_s});
    QCOMPARE(coins.code, 2);
}

void TestDataLimits::gold_judge_isCorrected()
{
    const auto run = runCommandLine({u"metrics"_s, m_files.write(judged()), u"--threshold"_s,
                                     u"0.5"_s, u"--label"_s, u"judge"_s, u"--gold"_s, u"gold"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"gold/rows"_s).toDouble(), 1000.0);
    QVERIFY2(run.at(u"warnings"_s)
                     .toArray()[0]
                     .toString()
                     .contains(u"by 'judge' as it stands and not corrected by 'gold'"),
             qPrintable(run.out));
    // Of what scores above one half, a quarter is bad, and 3 of 8 of these are called so.
    const auto within = [&](const QString &path, double truth) {
        const auto range = run.at(path + u"/interval"_s).toArray();
        return range.at(0).toDouble() < truth && truth < range.at(1).toDouble();
    };
    QVERIFY2(within(u"gold/wrong_of_shown"_s, 0.25), qPrintable(run.out));
    QVERIFY(run.at(u"gold/wrong_of_shown/by_judge"_s).toDouble() < 0.23);
    QVERIFY2(within(u"gold/missed"_s, 0.25), qPrintable(run.out));
    QVERIFY(said(run, u"gold/sentences"_s).contains(u"random part of all"));
}

void TestDataLimits::gold_noSuchValues_isRefused()
{
    const auto run = runCommandLine({u"metrics"_s, m_files.write(tableOf(false)), u"--threshold"_s,
                                     u"0.5"_s, u"--gold"_s, u"device"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"--gold: no cell of 'device'"), qPrintable(run.err));
}

void TestDataLimits::doubled_rows_areNoticed()
{
    const QString table = tableOf(false);
    QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
    lines += lines.mid(1, 100);
    const auto run = runCommandLine(
            {u"metrics"_s, m_files.write(lines.join(u'\n') + u'\n'), u"--threshold"_s, u"0.5"_s});
    const QString warnings = said(run, u"warnings"_s);
    QVERIFY2(warnings.contains(u"100 of 600 rows are the same as another"), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"intervals should be about 1.1 times as wide"),
             qPrintable(warnings));
    const auto once =
            runCommandLine({u"metrics"_s, m_files.write(table), u"--threshold"_s, u"0.5"_s});
    QVERIFY2(!said(once, u"warnings"_s).contains(u"same as another"), qPrintable(once.out));
}

void TestDataLimits::calibration_baseRate_isRefused_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("calibration") << QStringList{u"calibration"_s};
    QTest::newRow("curve") << QStringList{u"curve"_s, u"--kind"_s, u"reliability"_s};
}

void TestDataLimits::calibration_baseRate_isRefused()
{
    QFETCH(QStringList, command);
    const auto run = runCommandLine(command + QStringList{sample(), u"--base-rate"_s, u"0.01"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(u"the file's own share of positives"), qPrintable(run.err));
}

void TestDataLimits::calibration_lowerIsPositive_saysWhy()
{
    for (const QStringList &command :
         {QStringList{u"calibration"_s}, QStringList{u"curve"_s, u"--kind"_s, u"reliability"_s}}) {
        const auto run = runCommandLine(command + QStringList{sample(), u"--lower-is-positive"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"Lower scores are the positive ones"), qPrintable(run.err));
        QVERIFY2(!run.err.contains(u"outside 0 to 1"), qPrintable(run.err));
    }
}

void TestDataLimits::calibration_noise_isNotSaidToRunAgainst()
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> uniform;
        QString noise = u"label,score\n"_s;
        QString turned = noise;
        for (int i = 0; i < 300; ++i) {
            const double score = uniform(random);
            noise += u"%1,%2\n"_s.arg(uniform(random) < 0.5 ? 1 : 0).arg(score, 0, 'f', 6);
            turned += u"%1,%2\n"_s.arg(uniform(random) < 1.0 - score ? 1 : 0).arg(score, 0, 'f', 6);
        }
        const auto run = runCommandLine({u"calibration"_s, m_files.write(noise)});
        const bool surely = run.at(u"slope_interval"_s).toArray().at(1).toDouble() < 0.0;
        QCOMPARE(said(run, u"sentences"_s).contains(u"run against the outcome"), surely);
        const auto against =
                runCommandLine({u"calibration"_s, m_files.write(turned), u"--score"_s, u"score"_s});
        QVERIFY2(said(against, u"sentences"_s).contains(u"run against the outcome"),
                 qPrintable(against.out + against.err));
    }
}

ONEINN_TEST(TestDataLimits)

} // namespace tests::cli_datalimits

#include "tst_datalimits.moc"
