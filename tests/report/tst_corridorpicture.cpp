// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/corridorpicture.h"

#include "core/release/rollbackcorridor.h"
#include "pictures/svg.h"
#include "support/testprogram.h"
#include "svgelements.h"

#include <QTest>

#include <algorithm>

namespace tests::report_corridorpicture {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::elementsOf;
using testsupport::named;
using testsupport::SvgElement;

/// The rule as a picture, and a count in it.
class TestCorridorPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_areTheRules();
    void count_liesWhereItBelongs_data();
    void count_liesWhereItBelongs();
    void count_beyondTheLastLook_isLeftOut();
    void description_saysTheRuleAndTheCount();
    void everything_liesWithinThePicture_data();
    void everything_liesWithinThePicture();
};

namespace {

constexpr QSizeF size{640.0, 240.0};

RollbackRule ruleFor(double wrong, double bad)
{
    return *rollbackRule(wrong, bad);
}

QList<SvgElement> drawn(const RollbackRule &rule, const std::optional<RunningCount> &count,
                        QSizeF within = size)
{
    return elementsOf(pictures::toSvg(report::corridorPicture(rule, count, {}, within)));
}

/// The two lines: that from which it is rolled back is the last one drawn.
QList<QList<QPointF>> linesOf(const QList<SvgElement> &elements)
{
    QList<QList<QPointF>> lines;
    for (const SvgElement &line : named(elements, "polyline")) {
        if (line.at("fill") == u"none"_s)
            lines.append(line.points());
    }
    return lines;
}

} // namespace

/// Heights and places are in one scale: each corner is where the last look's is, in proportion.
void TestCorridorPicture::lines_areTheRules()
{
    const RollbackRule rule = ruleFor(0.13, 0.195);
    const auto edges = rollbackCorridor(rule.looks);
    const auto lines = linesOf(drawn(rule, {}));
    QCOMPARE(lines.size(), 2);
    const QList<QPointF> &over = lines.last();
    QCOMPARE(over.size(), qsizetype(edges.size()));
    const double left = over.first().x();
    const double perShown = (over.last().x() - left) / edges.back().shown;
    const double perWrong = (over.first().y() - over.last().y())
            / (edges.back().rollBackFrom - edges.front().rollBackFrom);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const QPointF &at = over.at(qsizetype(i));
        QVERIFY(std::abs(at.x() - left - perShown * edges[i].shown) < 0.02);
        QVERIFY(std::abs(over.first().y() - at.y()
                         - perWrong * (edges[i].rollBackFrom - edges.front().rollBackFrom))
                < 0.02);
    }
    QCOMPARE(lines.first().last(), over.last()); // at the last look there is nothing between
}

void TestCorridorPicture::count_liesWhereItBelongs_data()
{
    QTest::addColumn<int>("wrong");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("told");
    QTest::newRow("nothing yet") << 0 << 0 << u"0 of 0: cannot tell yet"_s;
    QTest::newRow("between") << 8 << 40 << u"8 of 40: hold"_s;
    QTest::newRow("over") << 30 << 40 << u"30 of 40: roll back"_s;
    QTest::newRow("kept") << 1 << 100 << u"1 of 100: keep"_s;
}

void TestCorridorPicture::count_liesWhereItBelongs()
{
    QFETCH(const int, wrong);
    QFETCH(const int, shown);
    QFETCH(const QString, told);
    const RollbackRule rule = ruleFor(0.13, 0.195);
    const auto elements = drawn(rule, RunningCount{wrong, shown});
    const auto circles = named(elements, "circle");
    QCOMPARE(circles.size(), 1);
    const auto over = linesOf(elements).last();
    const auto edges = rollbackCorridor(rule.looks);
    const double perShown = (over.last().x() - over.first().x()) / edges.back().shown;
    const double perWrong = (over.first().y() - over.last().y())
            / (edges.back().rollBackFrom - edges.front().rollBackFrom);
    const QPointF zero(over.first().x(), over.first().y() + perWrong * edges.front().rollBackFrom);
    const QPointF at = circles.first().point("cx", "cy");
    QVERIFY(std::abs(at.x() - zero.x() - perShown * shown) < 0.05);
    QVERIFY(std::abs(zero.y() - at.y() - perWrong * wrong) < 0.05);
    QVERIFY(std::ranges::any_of(elements,
                                [&](const SvgElement &each) { return each.text == told; }));
}

void TestCorridorPicture::count_beyondTheLastLook_isLeftOut()
{
    const RollbackRule rule = ruleFor(0.13, 0.195);
    const int beyond = rule.looks.back().shown + 1;
    QVERIFY(named(drawn(rule, RunningCount{3, beyond}), "circle").isEmpty());
}

void TestCorridorPicture::description_saysTheRuleAndTheCount()
{
    const RollbackRule rule = ruleFor(0.13, 0.195);
    const QString without = report::corridorPicture(rule, {}, {}, size).description();
    QVERIFY(without.startsWith(u"We check the first "_s));
    const QString with = report::corridorPicture(rule, RunningCount{8, 40}, {}, size).description();
    QVERIFY(with.startsWith(without));
    QVERIFY(with.contains(u"Hold: 8 of the first 40 shown are wrong"_s));
}

void TestCorridorPicture::everything_liesWithinThePicture_data()
{
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("bad");
    QTest::newRow("usual") << 0.13 << 0.195;
    QTest::newRow("rare: thousands are checked") << 0.02 << 0.03;
    QTest::newRow("mostly wrong") << 0.8 << 0.87;
    QTest::newRow("told apart at once") << 0.05 << 0.9;
}

void TestCorridorPicture::everything_liesWithinThePicture()
{
    QFETCH(const double, wrong);
    QFETCH(const double, bad);
    const RollbackRule rule = ruleFor(wrong, bad);
    for (const RunningCount &count :
         {RunningCount{0, 0}, RunningCount{rule.looks.back().shown, rule.looks.back().shown}}) {
        for (const SvgElement &line : named(drawn(rule, count), "polyline")) {
            for (const QPointF &at : line.points())
                QVERIFY(QRectF({0.0, 0.0}, size).contains(at));
        }
        const QPointF at = named(drawn(rule, count), "circle").first().point("cx", "cy");
        QVERIFY(QRectF({0.0, 0.0}, size).contains(at));
    }
}

ONEINN_TEST(TestCorridorPicture)

} // namespace tests::report_corridorpicture

#include "tst_corridorpicture.moc"
