// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pacewords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_pacewords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

namespace {

Assessment assessmentOf(const std::optional<double> &said, const std::optional<PaceInFile> &inFile)
{
    Assessment assessment;
    assessment.scenario.words.useCase = "payment";
    assessment.scenario.words.person = "customer";
    assessment.scenario.usesPerWeek = said;
    assessment.scenario.usualUsesPerWeek = 10.0;
    assessment.pace = paceOf(said, inFile, 10.0);
    return assessment;
}

} // namespace

class TestPaceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pace_everySource_saysWhoseItIs_data();
    void pace_everySource_saysWhoseItIs();
    void toolTip_sayingANumber_namesTheOneOfTheFile();
};

void TestPaceWords::pace_everySource_saysWhoseItIs_data()
{
    QTest::addColumn<std::optional<double>>("said");
    QTest::addColumn<std::optional<PaceInFile>>("inFile");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const std::optional<double> &said,
                        const std::optional<PaceInFile> &inFile, const QString &text,
                        const QString &sentence) {
        QTest::newRow(name) << said << inFile << text << sentence;
    };
    row("usual", {}, {}, u"10 payments a week"_s,
        u"One customer has 10 payments a week: our assumption."_s);
    row("of the file", {}, PaceInFile{16000.0, 1562.0, 10.0}, u"1 payment a week in this file"_s,
        u"One customer has 1 payment a week in this file: 16,000 payments of 1,562 customers in 10 weeks."_s);
    row("of the file, in part", {}, PaceInFile{150.0, 40.0, 1.0},
        u"3.8 payments a week in this file"_s,
        u"One customer has 3.8 payments a week in this file: 150 payments of 40 customers in 1 week."_s);
    row("said", 2.5, PaceInFile{16000.0, 1562.0, 10.0}, u"2.5 payments a week"_s,
        u"One customer has 2.5 payments a week: our assumption."_s);
    row("said, less than one", 0.25, {}, u"0.25 payments a week"_s,
        u"One customer has 0.25 payments a week: our assumption."_s);
}

void TestPaceWords::pace_everySource_saysWhoseItIs()
{
    QFETCH(const std::optional<double>, said);
    QFETCH(const std::optional<PaceInFile>, inFile);
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);
    const Assessment assessment = assessmentOf(said, inFile);
    QCOMPARE(paceText(assessment), text);
    QCOMPARE(paceSentence(assessment), sentence);
}

void TestPaceWords::toolTip_sayingANumber_namesTheOneOfTheFile()
{
    const PaceInFile inFile{16000.0, 1562.0, 10.0};
    QCOMPARE(paceInBox(assessmentOf({}, inFile).pace), u"1"_s);
    QCOMPARE(paceLabel(assessmentOf({}, inFile)), u"Payments a week (in this file)"_s);
    QCOMPARE(paceLabel(assessmentOf({}, {})), u"Payments a week (assumed)"_s);
    QCOMPARE(paceLabel(assessmentOf(7.0, inFile)), u"Payments a week (assumed)"_s);
    QVERIFY(paceToolTip(assessmentOf(7.0, inFile)).contains(u"In this file it is 1 payment;"_s));
    QVERIFY(paceToolTip(assessmentOf({}, inFile)).contains(u"16,000 payments"_s));
    QVERIFY(paceToolTip(assessmentOf({}, {})).contains(u"no column of customers and days"_s));
}

ONEINN_TEST(TestPaceWords)

} // namespace tests::wording_pacewords

#include "tst_pacewords.moc"
