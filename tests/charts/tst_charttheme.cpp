// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/charttheme.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::charts_charttheme {

using namespace oneinn::charts;

class TestChartTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastRatio_knownPairs();
    void fromPalette_anyBackground_contrastHolds_data();
    void fromPalette_anyBackground_contrastHolds();
    void fromPalette_white_isTheDesign();
    void withContrast_alreadyEnough_unchanged();
};

void TestChartTheme::contrastRatio_knownPairs()
{
    QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21.0) < 1e-9);
    QVERIFY(qAbs(contrastRatio(Qt::red, Qt::red) - 1.0) < 1e-9);
    // The textbook pair: #767676 is the lightest grey that is readable on white.
    QVERIFY(qAbs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.005);
    QVERIFY(qAbs(contrastRatio(Qt::white, QColor(0x767676)) - 4.54) < 0.005);
}

void TestChartTheme::fromPalette_anyBackground_contrastHolds_data()
{
    QTest::addColumn<QColor>("background");
    QTest::addColumn<bool>("dark");
    QTest::newRow("white") << QColor(Qt::white) << false;
    QTest::newRow("black") << QColor(Qt::black) << true;
    QTest::newRow("design dark") << QColor(0x1b1f24) << true;
    QTest::newRow("solarized light") << QColor(0xfdf6e3) << false;
    QTest::newRow("solarized dark") << QColor(0x002b36) << true;
    QTest::newRow("breeze dark") << QColor(0x232629) << true;
    QTest::newRow("grey") << QColor(0xe0e0e0) << false;
    QTest::newRow("dark grey") << QColor(0x404040) << true;
}

void TestChartTheme::fromPalette_anyBackground_contrastHolds()
{
    QFETCH(QColor, background);
    QPalette palette;
    palette.setColor(QPalette::Base, background);
    const auto c = ChartColors::fromPalette(palette);
    QCOMPARE(c.background, background);
    QTEST(c.dark, "dark");
    for (const auto &behind : {c.background, c.shownShade, c.lateShade}) {
        for (const auto &text : {c.text, c.ink, c.goodText, c.badText})
            QVERIFY2(contrastRatio(text, behind) >= 4.5, qPrintable(text.name() + behind.name()));
        for (const auto &mark : {c.good, c.bad, c.ink, c.axis, c.outline, c.focus})
            QVERIFY2(contrastRatio(mark, behind) >= 3.0, qPrintable(mark.name() + behind.name()));
    }
    QVERIFY(contrastRatio(c.onInk, c.ink) >= 4.5);
    QVERIFY(c.good != c.bad);
}

void TestChartTheme::fromPalette_white_isTheDesign()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    const auto c = ChartColors::fromPalette(palette);
    QCOMPARE(c.good, QColor(0x0072b2));
    QCOMPARE(c.bad, QColor(0xd55e00));
    QCOMPARE(c.goodPale, QColor(0x9cc3dd));
    QCOMPARE(c.neutralPale, QColor(0xc9ced5));
    QCOMPARE(c.ink, QColor(0x1d232b));
}

void TestChartTheme::withContrast_alreadyEnough_unchanged()
{
    QCOMPARE(withContrast(QColor(0x0072b2), Qt::white, 3.0), QColor(0x0072b2));
    QVERIFY(withContrast(QColor(0xf0f0f0), Qt::white, 4.5) != QColor(0xf0f0f0));
    QCOMPARE(withContrast(QColor(0x808080), Qt::white, 22.0), QColor(Qt::black));
}

ONEINN_TEST(TestChartTheme)

} // namespace tests::charts_charttheme

#include "tst_charttheme.moc"
