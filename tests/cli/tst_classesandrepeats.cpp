// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::cli_classesandrepeats {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

/// Labels of several classes, and cases that were asked again.
class TestClassesAndRepeats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classes_several_offersThemWithTheirCounts();
    void classes_oneAgainstTheRest_countsAllOthers();
    void classes_straysBesideYesAndNo_areSetAsideStill();
    void repeats_ofACase_widenIntervals();
    void repeats_flipRate_isThatOfPairs();
    void repeats_none_nothingIsSaid();

private:
    QString classes()
    {
        QString text = u"label,score\n"_s;
        for (int i = 0; i < 60; ++i)
            text += u"%1,%2\n"_s.arg(QStringLiteral("cat dog owl").split(u' ').at(i % 3))
                            .arg(i % 3 == 2 ? 0.9 - 0.005 * i : 0.1 + 0.006 * i);
        return m_files.write(text);
    }

    testsupport::WrittenFiles m_files;
};

void TestClassesAndRepeats::classes_several_offersThemWithTheirCounts()
{
    const auto run = runCommandLine(
            {u"metrics"_s, classes(), u"--threshold"_s, u"0.5"_s, u"--label"_s, u"label"_s});
    QCOMPARE(run.code, 1);
    for (const auto &part : {u"cat"_s, u"dog"_s, u"owl"_s, u"in 20 records"_s, u"--positive"_s})
        QVERIFY2(run.err.contains(part), qPrintable(run.err));
}

void TestClassesAndRepeats::classes_oneAgainstTheRest_countsAllOthers()
{
    const auto run = runCommandLine({u"metrics"_s, classes(), u"--threshold"_s, u"0.5"_s,
                                     u"--label"_s, u"label"_s, u"--positive"_s, u"owl"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), 60);
    const auto matrix = run.at(u"confusion_matrix"_s).toObject();
    QCOMPARE(matrix["tp"_L1].toDouble() + matrix["fn"_L1].toDouble(), 20.0);
    QVERIFY2(run.err.contains(u"all others"), qPrintable(run.err));
    // The copy of a file that somebody brought.
    const auto brought =
            runCommandLine({u"metrics"_s, testsupport::testData(u"columns/three-classes.csv"_s),
                            u"--threshold"_s, u"0.5"_s, u"--positive"_s, u"2"_s});
    QVERIFY2(brought.code == 0, qPrintable(brought.err));
}

void TestClassesAndRepeats::classes_straysBesideYesAndNo_areSetAsideStill()
{
    QString text = u"label,score\n"_s;
    for (int i = 0; i < 60; ++i)
        text += u"%1,%2\n"_s.arg(i % 2).arg(i % 2 ? 0.8 : 0.2);
    const auto run = runCommandLine({u"metrics"_s, m_files.write(text + u"unsure,0.4\n"_s),
                                     u"--threshold"_s, u"0.5"_s, u"--positive"_s, u"1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), 60);
}

void TestClassesAndRepeats::repeats_ofACase_widenIntervals()
{
    QString repeated = u"case_id,label,score\n"_s;
    QString alone = repeated;
    for (int i = 0; i < 120; ++i) {
        const int each = i % 30;
        const QString rest = u",%1,%2\n"_s.arg(each % 2).arg(each % 5 == 0      ? 0.45
                                                                     : each % 3 ? 0.8
                                                                                : 0.2);
        repeated += u"q%1"_s.arg(each) + rest;
        alone += u"q%1"_s.arg(i) + rest;
    }
    const QStringList more{u"--threshold"_s, u"0.5"_s, u"--example"_s, u"case_id"_s};
    const auto wide = runCommandLine(QStringList{u"metrics"_s, m_files.write(repeated)} + more);
    const auto narrow = runCommandLine(QStringList{u"metrics"_s, m_files.write(alone)} + more);
    QVERIFY2(wide.code == 0, qPrintable(wide.err));
    QVERIFY2(narrow.code == 0, qPrintable(narrow.err));
    QCOMPARE(wide.at(u"clusters/cases"_s).toInt(), 30);
    QVERIFY(narrow.at(u"clusters"_s).isNull() || narrow.at(u"clusters"_s).isUndefined()
            || narrow.at(u"clusters/cases"_s).isNull());
    const auto width = [](const auto &run) {
        const auto interval = run.at(u"intervals/precision"_s).toArray();
        return interval.at(1).toDouble() - interval.at(0).toDouble();
    };
    QVERIFY2(width(wide) > 1.5 * width(narrow),
             qPrintable(u"%1 %2"_s.arg(width(wide)).arg(width(narrow))));
}

void TestClassesAndRepeats::repeats_flipRate_isThatOfPairs()
{
    // Eight cases, four answers each: 0, 1, 2, 3 or 4 of them shown.
    const std::array shown{0, 1, 2, 3, 4, 4, 2, 0};
    QString table = u"case_id,label,score\n"_s;
    double expected = 0.0;
    for (std::size_t each = 0; each < shown.size(); ++each) {
        for (int i = 0; i < 4; ++i)
            table += u"q%1,%2,%3\n"_s.arg(each).arg(each % 2).arg(i < shown[each] ? 0.9 : 0.1);
        int differing = 0; // of the six pairs, counted one by one
        for (int i = 0; i < 4; ++i) {
            for (int j = i + 1; j < 4; ++j)
                differing += (i < shown[each]) != (j < shown[each]) ? 1 : 0;
        }
        expected += differing / 6.0 / double(shown.size());
    }
    const QStringList more{u"--threshold"_s, u"0.5"_s, u"--example"_s, u"case_id"_s};
    const QString file = m_files.write(table);
    const auto run = runCommandLine(QStringList{u"metrics"_s, file} + more);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"repeats/cases"_s).toInt(), 8);
    COMPARE_NEAR(run.at(u"repeats/flip_rate"_s).toDouble(), expected, 1e-12);
    const auto asText =
            runCommandLine(QStringList{u"metrics"_s, file, u"--format"_s, u"text"_s} + more);
    QVERIFY2(asText.out.contains(u"pairs of answers"), qPrintable(asText.out));
    // Right every time: the odd ones that are always shown, the even ones that never are.
    double right = 0.0;
    for (std::size_t each = 0; each < shown.size(); ++each)
        right += shown[each] == (each % 2 == 1 ? 4 : 0) ? 1.0 / 8.0 : 0.0;
    COMPARE_NEAR(run.at(u"repeats/all_right/share"_s).toDouble(), right, 1e-12);
    QCOMPARE(run.at(u"repeats/all_right/tries"_s).toInt(), 4);
    QVERIFY2(asText.out.contains(u"of 100 cases asked 4 times, 25 are right every time"),
             qPrintable(asText.out));
}

void TestClassesAndRepeats::repeats_none_nothingIsSaid()
{
    const auto run = runCommandLine({u"metrics"_s, testsupport::testData(u"columns/lines.jsonl"_s),
                                     u"--threshold"_s, u"0.5"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"repeats"_s).isUndefined());
}

ONEINN_TEST(TestClassesAndRepeats)

} // namespace tests::cli_classesandrepeats

#include "tst_classesandrepeats.moc"
