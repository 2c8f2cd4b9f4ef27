// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <random>

/// What counts by bins of the score tell, held against the rows that were counted.
namespace tests::cli_countedbins {

using namespace Qt::StringLiterals;
using namespace testsupport;

class TestCountedBins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chosenThreshold_decidesTheRowsAsTold_data();
    void chosenThreshold_decidesTheRowsAsTold();
    void typedThreshold_withinABin_holdsTheRows();

private:
    QJsonObject told(const QString &file, double threshold) const;

    WrittenFiles m_files;
    QString m_rows;
    QString m_counts;
};

void TestCountedBins::initTestCase()
{
    std::mt19937 random(11);
    std::normal_distribution<double> spread(0.0, 0.2);
    QString rows = u"label,score\n"_s;
    QMap<QString, int> counts;
    for (int i = 0; i < 4000; ++i) {
        const bool good = random() % 10 < 3;
        const int thousandths =
                std::clamp(int(1000.0 * (spread(random) + (good ? 0.65 : 0.4))), 0, 999);
        rows += u"%1,%2\n"_s.arg(int(good)).arg(thousandths / 1000.0);
        ++counts[u"%1,%2"_s.arg(int(good)).arg((thousandths / 50 * 50) / 1000.0)];
    }
    QString counted = u"label,score_from,n\n"_s;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        counted += u"%1,%2\n"_s.arg(each.key()).arg(each.value());
    m_rows = m_files.write(rows);
    m_counts = m_files.write(counted);
}

QJsonObject TestCountedBins::told(const QString &file, double threshold) const
{
    const auto run = runCommandLine(
            {u"metrics"_s, file, u"--threshold"_s, QString::number(threshold, 'g', 17)});
    return run.json().toObject();
}

void TestCountedBins::chosenThreshold_decidesTheRowsAsTold_data()
{
    QTest::addColumn<QStringList>("objective");
    QTest::newRow("value") << QStringList{u"value"_s};
    QTest::newRow("F1") << QStringList{u"f1"_s};
    QTest::newRow("a promise") << QStringList{u"recall-at-precision=0.6"_s};
}

void TestCountedBins::chosenThreshold_decidesTheRowsAsTold()
{
    QFETCH(const QStringList, objective);
    const auto run =
            runCommandLine(QStringList{u"recommend"_s, m_counts, u"--objective"_s} + objective);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonObject chosen = run.json().toObject();
    const double threshold = chosen[u"threshold"_s].toDouble();
    QCOMPARE(told(m_rows, threshold)[u"confusion_matrix"_s], chosen[u"confusion_matrix"_s]);
    QVERIFY(!told(m_counts, threshold).contains(u"between_bins"_s));
}

void TestCountedBins::typedThreshold_withinABin_holdsTheRows()
{
    for (const double threshold : {0.31, 0.525, 0.777}) {
        const QJsonObject counted = told(m_counts, threshold);
        const QJsonObject met = told(m_rows, threshold)[u"experience"_s].toObject();
        const QJsonObject open = counted[u"between_bins"_s].toObject();
        QVERIFY(!open.isEmpty());
        for (const QString &share : {u"wrong_of_shown"_s, u"missed"_s}) {
            const QJsonArray ends = open[share].toArray();
            const double so = met[share].toDouble();
            QVERIFY2(ends[0].toDouble() <= so && so <= ends[1].toDouble(),
                     qPrintable(u"%1: %2 in %3 to %4"_s.arg(share)
                                        .arg(so)
                                        .arg(ends[0].toDouble())
                                        .arg(ends[1].toDouble())));
        }
        const QString said = u"The threshold lies within the bin from "_s;
        QVERIFY(counted[u"warnings"_s].toArray().last().toString().startsWith(said));
        const QString typed = QString::number(threshold, 'g', 17);
        QVERIFY(runCommandLine(
                        {u"metrics"_s, m_counts, u"--threshold"_s, typed, u"--format"_s, u"text"_s})
                        .out.startsWith(said));
        const auto point =
                runCommandLine({u"operating-point"_s, m_counts, u"--threshold"_s, typed});
        QCOMPARE(point.code, 1);
        QVERIFY2(point.err.contains(u"Name a threshold where a bin begins."_s),
                 qPrintable(point.err));
    }
}

ONEINN_TEST(TestCountedBins)

} // namespace tests::cli_countedbins

#include "tst_countedbins.moc"
