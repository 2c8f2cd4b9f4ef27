// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/numberscommand.h"

#include "commandlinerun.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::cli_numberscommand {

using namespace Qt::StringLiterals;

class TestNumbersCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table_theVectors();
    void table_isWhatItsRowsSay();
    void rates_theVectors();
    void numbers_wrong_saysWhatIsRight_data();
    void numbers_wrong_saysWhatIsRight();

private:
    testsupport::WrittenFiles m_files;
};

namespace {

QString listed(std::initializer_list<double> numbers)
{
    QStringList texts;
    for (const double number : numbers)
        texts.append(QString::number(number, 'g', 17));
    return texts.join(u',');
}

} // namespace

void TestNumbersCommand::table_theVectors()
{
    const auto vector = testsupport::vector(u"T9.counts.tiktok"_s);
    const QJsonArray rows = vector.input["rows"_L1].toArray();
    const QJsonArray expected = vector.expected["thresholds"_L1].toArray();
    QCOMPARE(rows.size(), expected.size());
    const double costFp = vector.input["cost_fp"_L1].toDouble();
    const double costFn = vector.input["cost_fn"_L1].toDouble();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const QJsonObject wanted = expected[i].toObject();
        const auto run = testsupport::runCommandLine(
                {u"metrics"_s, u"--table"_s,
                 listed({row["tp"_L1].toDouble(), row["fp"_L1].toDouble(), row["fn"_L1].toDouble(),
                         row["tn"_L1].toDouble()}),
                 u"--value-tp"_s, u"0"_s, u"--value-fp"_s, QString::number(-costFp),
                 u"--value-fn"_s, QString::number(-costFn), u"--value-tn"_s, u"0"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        COMPARE_NEAR(run.at(u"metrics/precision"_s).toDouble(), wanted["precision"_L1].toDouble(),
                     1e-9);
        COMPARE_NEAR(run.at(u"metrics/recall"_s).toDouble(), wanted["recall"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(run.at(u"metrics/f1"_s).toDouble(), wanted["f1"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(-run.at(u"value/all_uses"_s).toDouble(), wanted["cost"_L1].toDouble(), 1e-9);
        const QJsonArray recall = run.at(u"intervals/recall"_s).toArray();
        const QJsonArray precision = run.at(u"intervals/precision"_s).toArray();
        for (int end = 0; end < 2; ++end) {
            COMPARE_NEAR(recall[end].toDouble(),
                         wanted["recall_interval"_L1].toArray()[end].toDouble(), 1e-9);
            COMPARE_NEAR(1.0 - precision[1 - end].toDouble(),
                         wanted["wrong_of_shown_interval"_L1].toArray()[end].toDouble(), 1e-9);
        }
    }
}

void TestNumbersCommand::table_isWhatItsRowsSay()
{
    const QString rows = u"label,score,count\n1,0.9,60\n0,0.9,40\n1,0.2,40\n0,0.2,9860\n"_s;
    const auto counted =
            testsupport::runCommandLine({u"metrics"_s, m_files.write(rows), u"--count"_s,
                                         u"count"_s, u"--threshold"_s, u"0.5"_s});
    QVERIFY2(counted.code == 0, qPrintable(counted.err));
    const auto table =
            testsupport::runCommandLine({u"metrics"_s, u"--table"_s, u"60,40,40,9860"_s});
    QVERIFY2(table.code == 0, qPrintable(table.err));
    for (const QString &part : {u"confusion_matrix"_s, u"intervals"_s, u"experience"_s}) {
        const QJsonObject one = counted.at(part).toObject();
        const QJsonObject other = table.at(part).toObject();
        QVERIFY(!one.isEmpty());
        QCOMPARE(one, other);
    }
    QCOMPARE(counted.at(u"account/used"_s).toInt(), 10000);
}

void TestNumbersCommand::rates_theVectors()
{
    const auto vector = testsupport::vector(u"T9.counts.meta"_s);
    const QJsonArray points = vector.input["points"_L1].toArray();
    const QJsonArray expected = vector.expected["points"_L1].toArray();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QJsonObject wanted = expected[i].toObject();
        const auto run = testsupport::runCommandLine(
                {u"metrics"_s, u"--rates"_s,
                 listed({points[i]["tpr"_L1].toDouble(), points[i]["fpr"_L1].toDouble()}),
                 u"--base-rate"_s, QString::number(vector.input["base_rate"_L1].toDouble()),
                 u"--uses"_s, QString::number(vector.input["n"_L1].toDouble(), 'f', 0),
                 u"--value-tp"_s, u"0"_s, u"--value-tn"_s, u"0"_s, u"--value-fp"_s,
                 QString::number(-vector.input["cost_fp"_L1].toDouble()), u"--value-fn"_s,
                 QString::number(-vector.input["cost_fn"_L1].toDouble())});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s})
            COMPARE_NEAR(run.at(u"confusion_matrix/"_s + cell).toDouble(), wanted[cell].toDouble(),
                         1e-6);
        COMPARE_NEAR(-run.at(u"value/all_uses"_s).toDouble(), wanted["cost"_L1].toDouble(), 1e-6);
        COMPARE_NEAR(1.0 - run.at(u"metrics/precision"_s).toDouble(),
                     wanted["wrong_of_shown"_L1].toDouble(), 1e-9);
        // How many cases the rates are from is not known.
        QVERIFY(run.at(u"intervals"_s).isNull());
        const bool worse = run.at(u"value/per_1000_uses"_s).toDouble()
                < run.at(u"value/show_nothing_per_1000_uses"_s).toDouble();
        QCOMPARE(worse, vector.expected["worse_than_nothing"_L1].toArray()[i].toBool());
        const QString said = run.at(u"sentences"_s).toVariant().toStringList().join(u' ');
        QCOMPARE(said.contains(u"showing nothing is better"_s), worse);
    }
}

void TestNumbersCommand::numbers_wrong_saysWhatIsRight_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("said");
    QTest::newRow("three") << QStringList{u"--table"_s, u"1,2,3"_s} << u"four whole numbers"_s;
    QTest::newRow("nothing") << QStringList{u"--table"_s, u"0,0,0,0"_s} << u"not all 0"_s;
    QTest::newRow("negative") << QStringList{u"--table"_s, u"1,2,3,-4"_s} << u"0 or more"_s;
    QTest::newRow("broken") << QStringList{u"--table"_s, u"1,2,3,4.5"_s} << u"whole numbers"_s;
    QTest::newRow("a file too") << QStringList{u"--table"_s, u"1,2,3,4"_s, u"x.csv"_s}
                                << u"leave out 'x.csv'"_s;
    QTest::newRow("no base rate") << QStringList{u"--rates"_s, u"0.9,0.02"_s, u"--uses"_s, u"9"_s}
                                  << u"--base-rate"_s;
    QTest::newRow("no uses") << QStringList{u"--rates"_s, u"0.9,0.02"_s, u"--base-rate"_s, u"0.1"_s}
                             << u"--uses"_s;
    QTest::newRow("one rate") << QStringList{u"--rates"_s, u"0.9"_s,    u"--base-rate"_s,
                                             u"0.1"_s,     u"--uses"_s, u"9"_s}
                              << u"two shares"_s;
    QTest::newRow("threshold") << QStringList{u"--table"_s, u"1,2,3,4"_s, u"--threshold"_s,
                                              u"0.5"_s}
                               << u"needs the rows of a file"_s;
    QTest::newRow("both") << QStringList{u"--table"_s, u"1,2,3,4"_s, u"--rates"_s, u"0.9,0.1"_s}
                          << u"Either --table or --rates"_s;
}

void TestNumbersCommand::numbers_wrong_saysWhatIsRight()
{
    QFETCH(QStringList, options);
    QFETCH(QString, said);
    const auto run = testsupport::runCommandLine(QStringList{u"metrics"_s} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
}

ONEINN_TEST(TestNumbersCommand)

} // namespace tests::cli_numberscommand

#include "tst_numberscommand.moc"
