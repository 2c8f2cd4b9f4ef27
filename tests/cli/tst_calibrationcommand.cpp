// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/calibrationcommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>
#include <QXmlStreamReader>

namespace tests::cli_calibrationcommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestCalibrationCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_theVectors();
    void tooFew_numbersAreAbsent();
    void noProbabilities_isSaid();
    void samples_everyOne_hasSentences();
    void svg_sample_isTheFigure();
    void svg_tooFewForBins_isSaid();

private:
    testsupport::WrittenFiles m_files;
};

void TestCalibrationCommand::json_theVectors()
{
    const auto vector = testsupport::vector(u"T9.calibration.bins"_s);
    const auto run = runCommandLine({u"calibration"_s, m_files.write(vector.input)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    COMPARE_NEAR(run.at(u"ece"_s).toDouble(), vector.expected["ece"_L1].toDouble(), 1e-9);
    COMPARE_NEAR(run.at(u"brier"_s).toDouble(), vector.expected["brier"_L1].toDouble(), 1e-9);
    QCOMPARE(run.at(u"bins"_s).toArray().size(), vector.expected["bins"_L1].toArray().size());
    const auto bent = testsupport::vector(u"T9.calibration.logistic"_s);
    COMPARE_NEAR(run.at(u"slope"_s).toDouble(), bent.expected["slope"_L1].toDouble(), 1e-6);
    QCOMPARE(run.at(u"verdict"_s).toString(), u"not-calibrated"_s);
    const QString said = run.at(u"sentences"_s).toVariant().toStringList().join(u' ');
    QVERIFY2(said.contains(u"not calibrated: when it says 80 of 100, 57 of 100 are good"),
             qPrintable(said));
    QVERIFY2(said.contains(u"too sure of itself"), qPrintable(said));
    QCOMPARE(run.at(u"elkan/may_be_used"_s).toBool(true), false);
    QVERIFY(run.at(u"elkan/recalibrated"_s).isDouble());
}

void TestCalibrationCommand::tooFew_numbersAreAbsent()
{
    const auto vector = testsupport::vector(u"T9.calibration.too_few"_s);
    const auto run = runCommandLine({u"calibration"_s, m_files.write(vector.input)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const QString &key : {u"bins"_s, u"ece"_s, u"brier"_s})
        QVERIFY2(run.at(key).isNull(), qPrintable(key));
    const auto parted = runCommandLine(
            {u"calibration"_s, m_files.write(u"label,score\n0,0.1\n0,0.2\n1,0.8\n1,0.9\n"_s)});
    QCOMPARE(parted.code, 0);
    QVERIFY(parted.at(u"slope"_s).isNull());
    QCOMPARE(parted.at(u"verdict"_s).toString(), u"cannot-be-told"_s);
}

void TestCalibrationCommand::noProbabilities_isSaid()
{
    const auto run = runCommandLine(
            {u"calibration"_s, m_files.write(u"label,score\n0,-3\n1,2\n0,0.2\n1,4\n"_s)});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"no probabilities"), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

void TestCalibrationCommand::samples_everyOne_hasSentences()
{
    for (const QString &sample : {u"inlinesuggestion.csv"_s, u"fraudalerts.csv"_s,
                                  u"assistantanswers.csv"_s, u"tumourscreening.csv"_s}) {
        const auto run = runCommandLine(
                {u"calibration"_s, testsupport::sampleData(sample), u"--format"_s, u"text"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY(run.out.contains(u"calibrated"));
        QVERIFY(run.out.contains(u"95 % interval"));
    }
}

void TestCalibrationCommand::svg_sample_isTheFigure()
{
    const auto run =
            runCommandLine({u"calibration"_s, testsupport::sampleData(u"fraudalerts.csv"_s),
                            u"--format"_s, u"svg"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QXmlStreamReader reader(run.out);
    QVERIFY(reader.readNextStartElement());
    QCOMPARE(reader.name().toString(), u"svg"_s);
    QVERIFY(reader.attributes().value(u"aria-label"_s).contains(u"calibrated"_s));
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY(!reader.hasError());
}

void TestCalibrationCommand::svg_tooFewForBins_isSaid()
{
    const auto run = runCommandLine({u"calibration"_s,
                                     m_files.write(u"label,score\n0,0.1\n0,0.2\n1,0.8\n1,0.9\n"_s),
                                     u"--format"_s, u"svg"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"No picture"), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

ONEINN_TEST(TestCalibrationCommand)

} // namespace tests::cli_calibrationcommand

#include "tst_calibrationcommand.moc"
