// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/stagespicture.h"

#include "pictures/svg.h"
#include "support/testprogram.h"
#include "svgelements.h"

#include <QTest>

#include <cmath>

namespace tests::report_stagespicture {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::elementsOf;
using testsupport::named;
using testsupport::SvgElement;
using testsupport::textElement;

class TestStagesPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bars_addUpToWhatIsRight();
    void rows_areOnlyOfWhatIsKnown_data();
    void rows_areOnlyOfWhatIsKnown();
    void words_areTheFeatures();
    void value_whereSomebodySaidOne_isTold();
    void everything_liesWithinThePicture_data();
    void everything_liesWithinThePicture();
};

namespace {

constexpr QSizeF size{640.0, 320.0};

/// Each stage loses so much of what comes to it.
PipelineLosses lostBy(const std::vector<double> &shares, bool timed, bool mendable = true)
{
    PipelineLosses losses;
    double reached = 1.0;
    for (const double share : shares) {
        StageLoss loss;
        loss.reached = reached;
        loss.lost = share * reached;
        loss.lostInterval = {0.9 * loss.lost, 1.1 * loss.lost};
        loss.lostOf = share;
        if (mendable) {
            loss.worth = 0.8 * loss.lost;
            loss.worthInterval = Interval{0.7 * loss.lost, 0.9 * loss.lost};
        }
        if (timed) {
            loss.wait = 1000.0 * (1.0 + share);
            loss.waited = 1.0;
            loss.timeShare = 1.0 / double(shares.size());
        }
        reached -= loss.lost;
        losses.stages.push_back(loss);
    }
    losses.right = reached;
    losses.rightInterval = {0.95 * reached, std::min(1.0, 1.05 * reached)};
    losses.uses = 1000;
    return losses;
}

std::vector<std::string> namesOf(std::size_t stages)
{
    std::vector<std::string> names;
    for (std::size_t stage = 0; stage < stages; ++stage)
        names.push_back("stage with a rather long name " + std::to_string(stage));
    return names;
}

/// Without the paper.
QList<SvgElement> bars(const QList<SvgElement> &elements)
{
    return named(elements, "rect").mid(1);
}

} // namespace

/// In pixels: what is right is all, less what each stage loses.
void TestStagesPicture::bars_addUpToWhatIsRight()
{
    const PipelineLosses losses = lostBy({0.1, 0.2, 0.05}, true);
    const auto names = namesOf(3);
    const auto elements = elementsOf(pictures::toSvg(report::stagesPicture({losses, names}, size)));
    const auto rects = bars(elements);
    QCOMPARE(rects.size(), 5 + 3 + 3);
    const auto height = [&](int at) { return rects.at(at).number("height"); };
    QVERIFY(std::abs(height(0) - height(1) - height(2) - height(3) - height(4)) < 0.1);
    QVERIFY(std::abs(height(1) / height(0) - 0.1) < 0.01);
    QVERIFY(std::abs(height(6) / height(5) - 0.18 / 0.1) < 0.02);
    QVERIFY(std::abs(height(9) / height(8) - 1.2 / 1.1) < 0.02);
    for (int stage = 0; stage < 3; ++stage) {
        QCOMPARE(rects.at(5 + stage).number("x"), rects.at(1 + stage).number("x"));
        QCOMPARE(rects.at(8 + stage).number("x"), rects.at(1 + stage).number("x"));
    }
    QCOMPARE(textElement(elements, u"\u2212180"_s).name, u"text"_s);
    QCOMPARE(textElement(elements, u"+144"_s).name, u"text"_s);
}

void TestStagesPicture::rows_areOnlyOfWhatIsKnown_data()
{
    QTest::addColumn<bool>("timed");
    QTest::addColumn<bool>("mendable");
    QTest::newRow("all") << true << true;
    QTest::newRow("no wait") << false << true;
    QTest::newRow("no worth") << true << false;
    QTest::newRow("losses alone") << false << false;
}

void TestStagesPicture::rows_areOnlyOfWhatIsKnown()
{
    QFETCH(const bool, timed);
    QFETCH(const bool, mendable);
    const PipelineLosses losses = lostBy({0.1, 0.2}, timed, mendable);
    const auto names = namesOf(2);
    const auto elements = elementsOf(pictures::toSvg(report::stagesPicture({losses, names}, size)));
    QCOMPARE(bars(elements).size(), 4 + (timed ? 2 : 0) + (mendable ? 2 : 0));
    QCOMPARE(textElement(elements, u"takes on"_s).name.isEmpty(), !timed);
    QCOMPARE(textElement(elements, u"more right"_s).name.isEmpty(), !mendable);
    QCOMPARE(report::stagesFigureHeight(lostBy({0.1}, true))
                     > report::stagesFigureHeight(lostBy({0.1}, false)),
             true);
}

void TestStagesPicture::words_areTheFeatures()
{
    FeatureWords words;
    words.useCase = "question";
    const PipelineLosses losses = lostBy({0.1, 0.2}, true);
    const auto names = namesOf(2);
    const auto picture = report::stagesPicture({losses, names, words}, size);
    QCOMPARE(textElement(elementsOf(pictures::toSvg(picture)), u"Questions"_s).name, u"text"_s);
    QVERIFY2(picture.description().contains(u"720 of 1,000 questions are right"_s),
             qPrintable(picture.description()));
    QVERIFY(!picture.description().contains(u"uses"_s));
}

void TestStagesPicture::value_whereSomebodySaidOne_isTold()
{
    const PipelineLosses losses = lostBy({0.1, 0.2}, false);
    const auto names = namesOf(2);
    QVERIFY(wording::mendingValueSentence({losses, names}).isEmpty());
    FeatureWords words;
    words.unit = "euros";
    const wording::ToldPipeline told{losses, names, words, OutcomeValues(3.0, -2.0, 0.0, 0.0)};
    const QString sentence = wording::mendingValueSentence(told);
    // Worth 0.8 of what is lost, 3 euros each: the second, which is worth more, comes first.
    QVERIFY2(sentence.contains(u"1”"_s) && sentence.contains(u"+432 euros per 1,000 uses"_s)
                     && sentence.contains(u"+240"_s)
                     && sentence.indexOf(u"+432"_s) < sentence.indexOf(u"+240"_s),
             qPrintable(sentence));
    QVERIFY(wording::stageSentences(told).contains(sentence));
    QCOMPARE(wording::pipelineCells(told, 1).size(), wording::pipelineHeadings(words).size());
    QVERIFY(wording::pipelineCells(told, 1).contains(u"+432"_s));
}

void TestStagesPicture::everything_liesWithinThePicture_data()
{
    QTest::addColumn<QList<double>>("shares");
    QTest::addColumn<QSizeF>("within");
    QTest::newRow("three") << QList<double>{0.1, 0.2, 0.3} << size;
    QTest::newRow("nothing lost") << QList<double>{0.0, 0.0} << size;
    QTest::newRow("all lost at once") << QList<double>{1.0, 0.0} << size;
    QTest::newRow("small") << QList<double>{0.1, 0.5, 0.5} << QSizeF(420.0, 260.0);
    QTest::newRow("ten") << QList<double>(10, 0.1) << QSizeF(420.0, 260.0);
}

void TestStagesPicture::everything_liesWithinThePicture()
{
    QFETCH(const QList<double>, shares);
    QFETCH(const QSizeF, within);
    const PipelineLosses losses = lostBy({shares.begin(), shares.end()}, true);
    const auto names = namesOf(losses.stages.size());
    const auto elements =
            elementsOf(pictures::toSvg(report::stagesPicture({losses, names}, within)));
    for (const SvgElement &bar : bars(elements)) {
        QVERIFY(bar.number("y") >= 0.0);
        QVERIFY(bar.number("y") + bar.number("height") <= within.height());
        QVERIFY(bar.number("height") >= 1.0);
    }
    for (const SvgElement &text : named(elements, "text")) {
        QVERIFY2(text.number("y") <= within.height() && text.number("y") >= 8.0,
                 qPrintable(text.text));
        QVERIFY2(text.number("x") >= 0.0 && text.number("x") <= within.width(),
                 qPrintable(text.text));
    }
}

ONEINN_TEST(TestStagesPicture)

} // namespace tests::report_stagespicture

#include "tst_stagespicture.moc"
