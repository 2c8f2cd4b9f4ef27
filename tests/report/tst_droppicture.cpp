// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/droppicture.h"

#include "pictures/svg.h"
#include "support/drawnperiods.h"
#include "support/testprogram.h"
#include "svgelements.h"
#include "wording/dropnames.h"
#include "wording/dropwords.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::report_droppicture {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::elementsOf;
using testsupport::named;
using testsupport::SvgElement;
using testsupport::textElement;

class TestDropPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bars_addUpFromOnePeriodToTheOther();
    void bars_causesOfNothing_areLeftOut();
    void names_withoutRoom_keepWhatTellsThemApart();
    void bars_fewerWrongOnes_areNoLoss();
    void everything_liesWithinThePicture_data();
    void everything_liesWithinThePicture();
};

namespace {

constexpr QSizeF size{640.0, 240.0};

Dropped droppedBy(std::vector<double> amounts, DropMeasure measure = DropMeasure::Value)
{
    Dropped dropped;
    dropped.measure = measure;
    dropped.diagnosis.measureBefore = 0.4;
    dropped.diagnosis.measureAfter = 0.4;
    constexpr std::array causes{DropCause::BaseRate, DropCause::ScoreMix, DropCause::Meaning,
                                DropCause::Segment,  DropCause::Waits,    DropCause::Failures};
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        dropped.waterfall.amounts.push_back(
                {causes.at(i), amounts[i], {amounts[i] - 0.02, amounts[i] + 0.02}});
        dropped.diagnosis.measureAfter += amounts[i];
    }
    dropped.waterfall.change = dropped.diagnosis.measureAfter - dropped.diagnosis.measureBefore;
    return dropped;
}

QList<SvgElement> drawn(const Dropped &dropped, QSizeF within = size)
{
    return elementsOf(
            pictures::toSvg(report::dropPicture(dropped, {u"February"_s, u"March"_s}, {}, within)));
}

/// Without the paper.
QList<SvgElement> bars(const QList<SvgElement> &elements)
{
    return named(elements, "rect").mid(1);
}

} // namespace

/// In pixels: what stands at the end is what stood at the beginning, less each step.
void TestDropPicture::bars_addUpFromOnePeriodToTheOther()
{
    const auto elements = drawn(droppedBy({-0.1, 0.05, -0.2}));
    const auto rects = bars(elements);
    QCOMPARE(rects.size(), 5);
    const auto height = [&](int at) { return rects.at(at).number("height"); };
    QVERIFY(std::abs(height(0) - height(1) + height(2) - height(3) - height(4)) < 0.1);
    QVERIFY(std::abs(height(1) / height(0) - 0.25) < 0.01);
    QCOMPARE(textElement(elements, u"+400"_s).name, u"text"_s);
    QCOMPARE(textElement(elements, u"−100"_s).name, u"text"_s);
    QCOMPARE(textElement(elements, u"base rate"_s).name, u"text"_s);
    QVERIFY(rects.at(1).at("fill") != rects.at(2).at("fill"));
    QCOMPARE(rects.at(1).at("fill"), rects.at(3).at("fill"));
}

void TestDropPicture::bars_causesOfNothing_areLeftOut()
{
    const auto elements = drawn(droppedBy({-0.1, 0.0, 1e-12, -0.05}));
    QCOMPARE(bars(elements).size(), 4);
    QVERIFY(textElement(elements, u"mix"_s).name.isEmpty());
    QVERIFY(textElement(elements, u"meaning"_s).name.isEmpty());
}

/// Where there is no room for all of a name, what tells the two apart is left.
void TestDropPicture::names_withoutRoom_keepWhatTellsThemApart()
{
    const auto told = [](const QString &before, const QString &after) {
        const report::PeriodNames names = report::toldApart({before, after});
        return QStringList{names.before, names.after};
    };
    QCOMPARE(told(u"payments-february.csv"_s, u"payments-march.csv"_s),
             (QStringList{u"…february"_s, u"…march"_s}));
    QCOMPARE(told(u"january.csv"_s, u"february.csv"_s), (QStringList{u"january"_s, u"february"_s}));
    QCOMPARE(told(u"2026-02.csv"_s, u"2026-02-b.csv"_s), (QStringList{u"…02"_s, u"…02-b"_s}));
    QCOMPARE(told(u"same"_s, u"same"_s), (QStringList{u"same"_s, u"same"_s}));
    const report::PeriodNames names{u"payments-february.csv"_s, u"payments-march.csv"_s};
    const auto said = [&names](const QSizeF &within) {
        QStringList texts;
        const auto picture = report::dropPicture(droppedBy({-0.1, 0.2, -0.3}), names, {}, within);
        for (const SvgElement &text : named(elementsOf(pictures::toSvg(picture)), "text"))
            texts.append(text.text);
        return texts;
    };
    QVERIFY(said({420.0, 130.0}).contains(u"…february"_s));
    QVERIFY(said({3000.0, 130.0}).contains(u"payments-february.csv"_s));
}

void TestDropPicture::bars_fewerWrongOnes_areNoLoss()
{
    const auto value = bars(drawn(droppedBy({-0.1})));
    const auto wrong = bars(drawn(droppedBy({-0.1}, DropMeasure::Wrong)));
    const auto more = bars(drawn(droppedBy({0.1}, DropMeasure::Missed)));
    QVERIFY(value.at(1).at("fill") != wrong.at(1).at("fill"));
    QCOMPARE(more.at(1).at("fill"), value.at(1).at("fill"));
}

void TestDropPicture::everything_liesWithinThePicture_data()
{
    QTest::addColumn<QList<double>>("amounts");
    QTest::addColumn<QSizeF>("within");
    QTest::newRow("below nothing") << QList<double>{-0.9, -0.3} << size;
    QTest::newRow("nothing moved") << QList<double>{} << size;
    QTest::newRow("every cause, small")
            << QList<double>{-0.1, 0.2, -0.3, -0.1, -0.05, 0.3} << QSizeF(420.0, 130.0);
}

void TestDropPicture::everything_liesWithinThePicture()
{
    QFETCH(const QList<double>, amounts);
    QFETCH(const QSizeF, within);
    const auto elements = drawn(droppedBy({amounts.begin(), amounts.end()}), within);
    for (const SvgElement &bar : bars(elements)) {
        QVERIFY(bar.number("y") >= 0.0);
        QVERIFY(bar.number("y") + bar.number("height") <= within.height());
        QVERIFY(bar.number("height") >= 1.0);
    }
    for (const SvgElement &text : named(elements, "text")) {
        QVERIFY2(text.number("y") <= within.height() && text.number("y") >= 8.0,
                 qPrintable(text.text));
        const double half = pictures::textWidth(text.text) / 2.0;
        QVERIFY2(text.number("x") - half >= -2.0 && text.number("x") + half <= within.width() + 2.0,
                 qPrintable(text.text));
    }
}

ONEINN_TEST(TestDropPicture)

} // namespace tests::report_droppicture

#include "tst_droppicture.moc"
