// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"
#include "charts/plotframe.h"
#include "charts/rivalsitem.h"

#include "support/testprogram.h"

#include <QPainter>
#include <QTest>

#include <memory>

namespace tests::charts_rivalsitem {

using namespace oneinn::charts;

class TestRivalsItem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }

    void names_room_standBesideTheirCurve();
    void names_many_insideAndApart();
    void names_crowded_stillKeepApart();
    void names_long_areShortened();
    void curve_beyondTheAxis_isCutOff();
    void noCurves_paintNothing();

private:
    /// From (0, low) to (1, high).
    static RivalCurve rising(const QString &name, double low, double high)
    {
        RivalCurve curve{name, {}};
        for (int i = 0; i <= 100; ++i)
            curve.points.append({i / 100.0, low + (high - low) * i / 100.0});
        return curve;
    }
    void expectInsideAndApart(const QList<QRectF> &places) const;
    /// Pixels of the plot that are not its background, without grid and axes.
    int inked() const;

    std::unique_ptr<ChartView> m_view;
    RivalsItem *m_rivals = nullptr;
};

void TestRivalsItem::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->resize(400, 300);
    m_view->frame()->setHorizontal(numberAxis({}, 0.0, 1.0));
    m_view->frame()->setVertical(numberAxis({}, 0.0, 1.0));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_rivals = new RivalsItem(m_view->frame());
}

void TestRivalsItem::expectInsideAndApart(const QList<QRectF> &places) const
{
    for (qsizetype i = 0; i < places.size(); ++i) {
        QVERIFY(!places[i].isNull());
        QVERIFY(m_view->frame()->plotArea().contains(places[i]));
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!places[i].intersects(places[j]));
    }
}

int TestRivalsItem::inked() const
{
    QImage image(m_view->size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    m_rivals->paint(&painter, nullptr, nullptr);
    painter.end();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) != 0 ? 1 : 0;
    }
    return count;
}

void TestRivalsItem::names_room_standBesideTheirCurve()
{
    const auto main = rising({}, 0.2, 1.0);
    m_rivals->setCurves({rising(QStringLiteral("small"), 0.0, 0.5)}, main.points);
    const QList<QRectF> places = m_rivals->namePlaces();
    expectInsideAndApart(places);
    for (const auto &curve : {main, m_rivals->curves().first()}) {
        for (const QPointF &point : curve.points)
            QVERIFY(!places.first().contains(m_view->frame()->toPixels(point)));
    }
}

void TestRivalsItem::names_many_insideAndApart()
{
    QList<RivalCurve> curves;
    for (int i = 0; i < 5; ++i)
        curves.append(rising(QStringLiteral("model %1").arg(i), 0.15 * i, 0.2 * i + 0.1));
    m_rivals->setCurves(curves, {});
    expectInsideAndApart(m_rivals->namePlaces());
}

void TestRivalsItem::names_crowded_stillKeepApart()
{
    QList<RivalCurve> curves;
    for (int i = 0; i < 5; ++i)
        curves.append(rising(QStringLiteral("model %1").arg(i), 0.01 * i, 0.9 + 0.01 * i));
    m_rivals->setCurves(curves, curves.first().points);
    expectInsideAndApart(m_rivals->namePlaces());
}

void TestRivalsItem::names_long_areShortened()
{
    m_rivals->setCurves({rising(QString(200, QLatin1Char('m')), 0.0, 1.0)}, {});
    expectInsideAndApart(m_rivals->namePlaces());
}

void TestRivalsItem::curve_beyondTheAxis_isCutOff()
{
    RivalCurve curve = rising({}, 0.0, 1.0);
    m_rivals->setCurves({curve}, {});
    const int inside = inked();
    QVERIFY(inside > 100);
    for (int i = 1; i <= 100; ++i)
        curve.points.append({1.0 + i, 1.0});
    m_rivals->setCurves({curve}, {});
    QCOMPARE(inked(), inside);
}

void TestRivalsItem::noCurves_paintNothing()
{
    QVERIFY(m_rivals->boundingRect().isEmpty());
    m_rivals->setCurves({rising(QStringLiteral("small"), 0.0, 0.5)}, {});
    QVERIFY(inked() > 0);
    m_rivals->setCurves({}, {});
    QVERIFY(m_rivals->namePlaces().isEmpty());
    QCOMPARE(inked(), 0);
}

ONEINN_TEST(TestRivalsItem)

} // namespace tests::charts_rivalsitem

#include "tst_rivalsitem.moc"
