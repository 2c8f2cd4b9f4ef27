// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/naturalfrequency.h"
#include "report/answered.h"
#include "report/answerwords.h"
#include "support/testprogram.h"
#include "wording/chartwords.h"
#include "wording/experiencewords.h"
#include "wording/matrixwords.h"
#include "wording/sayit.h"

#include <QRegularExpression>

namespace tests::report_onerounding {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::AnsweredSample;

/// One number is told in many places: column, strip, chart, matrix, Say it, answer. Wherever it
/// stands, it is the same, at every threshold.
class TestOneRounding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrong_whereverItIsTold_isOneNumber_data();
    void wrong_whereverItIsTold_isOneNumber();
    void ratio_thatIsNotOfThePrices_saysWhatItIsOf();
};

namespace {

/// The first that the pattern captures, without what parts thousands; -1 where it is not told.
int toldNumber(const QString &text, const QString &pattern)
{
    const auto match = QRegularExpression(pattern).match(text);
    return match.hasMatch() ? match.captured(1).remove(u',').toInt() : -1;
}

} // namespace

void TestOneRounding::wrong_whereverItIsTold_isOneNumber_data()
{
    QTest::addColumn<int>("sample");
    for (std::size_t i = 0; i < testsupport::answeredSamples().size(); ++i)
        QTest::addRow("%s", testsupport::answeredSamples()[i].file) << static_cast<int>(i);
}

void TestOneRounding::wrong_whereverItIsTold_isOneNumber()
{
    QFETCH(const int, sample);
    const AnsweredSample &of = testsupport::answeredSamples()[static_cast<std::size_t>(sample)];
    const auto file =
            ingest::load(testsupport::sampleData(QString::fromLatin1(of.file)).toStdString());
    const PredictionsPtr predictions = file.value().predictions;
    Scenario scenario = testsupport::presetScenario(QString::fromLatin1(of.preset));
    scenario.budget = of.budget;
    scenario.selection.model = of.model;
    const auto rows = ScenarioRows::prepare(predictions, scenario).value();
    constexpr int steps = 150;
    int compared = 0;
    for (int step = 0; step < steps; ++step) {
        scenario.threshold = {predictions->score()[step * (predictions->rows() / steps)]};
        const Assessment now = assess(*rows, scenario);
        const auto &wrong = now.experience[Share::WrongOfShown];
        if (!wrong || wording::shareFormOf(*wrong) != wording::ShareForm::Stated)
            continue;
        const QString column = wording::experienceWords(now).wrong.detail;
        const QString say = wording::sayIt(now);
        const QString answer = report::shareClause(*wrong, wording::wrongGrammar(now));
        const QString everything = column + u" | "_s + say + u" | "_s + answer + u" | "_s
                + wording::operatingPointLabel(now);
        const int inColumn = toldNumber(column, u"^([\\d,]+) of every "_s);
        QVERIFY2(inColumn >= 0, qPrintable(everything));
        const int hundred = toldNumber(column, u" of every ([\\d,]+) "_s);
        const int right = toldNumber(column, u" ([\\d,]+) (?:is|are) right"_s);
        QVERIFY2(inColumn + right == hundred, qPrintable(everything));
        QVERIFY2(toldNumber(say, u", ([\\d,]+) of [\\d,]+ [^,]+ (?:is|are) wrong"_s) == inColumn,
                 qPrintable(everything));
        QVERIFY2(toldNumber(answer, u"^([\\d,]+) of "_s) == inColumn, qPrintable(everything));
        const auto strip = wording::shownStripWords(now);
        QVERIFY2(strip->wrong == inColumn && strip->of == hundred, qPrintable(everything));
        QVERIFY2(toldNumber(strip->right, u"^([\\d,]+)"_s) == right, qPrintable(everything));
        const double percent = wording::operatingPointLabel(now).section(u' ', 0, 0).toDouble();
        QVERIFY2(std::abs(percent - 100.0 * right / hundred) < 1e-9
                         || std::abs(*now.metrics.precision + wrong->value - 1.0) > 5e-4,
                 qPrintable(everything));
        const wording::MatrixCounts counts = wording::matrixCounts(now);
        QCOMPARE(counts.tp + counts.fp, countOf(now.experience[Share::Shown]->value, 1000));
        ++compared;
    }
    QVERIFY(compared > steps / 3);
}

/// A miss turns what is right into what is missed: 19 beside prices of −10 and −100 is explained.
void TestOneRounding::ratio_thatIsNotOfThePrices_saysWhatItIsOf()
{
    const auto fraud = testsupport::answeredSample(testsupport::answeredSamples()[1]);
    QCOMPARE(report::costRatioReason(fraud.now),
             u"it turns +90 into −100, a wrong one 0 into −10"_s);
    QVERIFY(testsupport::wholeText(fraud.report(report::Length::Brief))
                    .contains(u"A miss is as bad as 19 wrong ones (it turns +90 into −100, a wrong "
                              "one 0 into −10): our assumption."_s));
    Assessment asStated = fraud.now;
    asStated.scenario.values = OutcomeValues(0.0, -1.0, -10.0, 0.0);
    QCOMPARE(report::costRatioReason(asStated), QString());
    QVERIFY(!report::costRatioClause(asStated).isEmpty());
}

ONEINN_TEST(TestOneRounding)

} // namespace tests::report_onerounding

#include "tst_onerounding.moc"
