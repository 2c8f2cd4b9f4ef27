// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/histogramitem.h"
#include "charts/rivalsitem.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/dials/tradeoffpage.h"
#include "views/doubts/calibrationpanel.h"
#include "views/widgets/earlierswitch.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <random>
#include <vector>

namespace tests::journeys_earlierperiod {

using namespace oneinn;
using namespace Qt::StringLiterals;
using charts::HistogramItem;
using charts::RivalCurve;
using charts::RivalsItem;
using testsupport::OpenedWindow;

/// What a period is compared with is drawn in the charts beside it.
class TestEarlierPeriod : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void charts_nothingCompared_haveNone();
    void charts_fileCompared_drawIt();
    void curve_hasThePointsOfItsUses();
    void column_compared_drawsItsOtherUses();
    void threshold_dragged_asksNothing();
    void switch_byMouseAndKey_hidesItEverywhere();
    void calibration_drawsItOnTheSameAxes();
    void smallWindow_nothingCollides();
    void otherFile_forgetsIt();

private:
    struct Use {
        bool positive;
        double score;
        double latency;
    };
    static std::vector<Use> uses(unsigned seed, double shift);
    static QByteArray table(const std::vector<Use> &uses, const QByteArray &month);
    Results &results() const { return *m_opened->child<Results>(); }
    EarlierSwitch *toggle() const
    {
        return m_opened->child<TradeoffPage>()->findChild<EarlierSwitch *>();
    }
    static QList<RivalCurve> curves(const charts::ChartView *chart)
    {
        return OpenedWindow::item<RivalsItem>(chart)->curves();
    }
    QList<QPointF> outline(bool positive) const
    {
        return OpenedWindow::item<HistogramItem>(m_opened->scores())->outline(positive);
    }
    bool compare(const EarlierPeriod &earlier) const
    {
        m_opened->showView(u"tradeoff"_s);
        results().periods().compareWith(earlier);
        return QTest::qWaitFor([this] { return results().earlier().drawn().sweep != nullptr; },
                               20000)
                && QTest::qWaitFor([this] { return !curves(m_opened->curve()).isEmpty(); });
    }
    QString earlierFile() const
    {
        return m_opened->files.write(u"before.csv"_s, table(uses(7, 0.0), "may"));
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

std::vector<TestEarlierPeriod::Use> TestEarlierPeriod::uses(unsigned seed, double shift)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform;
    std::vector<Use> all;
    for (int i = 0; i < 600; ++i) {
        const bool positive = uniform(random) < 0.4;
        const double seen = 0.5 + (positive ? 0.2 : -0.2) + 0.5 * (uniform(random) - 0.5) - shift;
        all.push_back({positive, std::round(1000.0 * std::clamp(seen, 0.01, 0.99)) / 1000.0,
                       std::round(100.0 + 300.0 * uniform(random) + 500.0 * shift)});
    }
    return all;
}

QByteArray TestEarlierPeriod::table(const std::vector<Use> &uses, const QByteArray &month)
{
    QByteArray text = "label,score,latency_ms,month\n";
    for (const Use &use : uses)
        text += (use.positive ? "1," : "0,") + QByteArray::number(use.score) + ','
                + QByteArray::number(use.latency) + ',' + month + '\n';
    return text;
}

void TestEarlierPeriod::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QByteArray text = table(uses(7, 0.0), "may");
    text += table(uses(8, 0.1), "june").mid(text.indexOf('\n') + 1);
    QVERIFY(m_opened->open(text));
}

void TestEarlierPeriod::charts_nothingCompared_haveNone()
{
    m_opened->showView(u"tradeoff"_s);
    QVERIFY(!toggle()->isVisible());
    QVERIFY(curves(m_opened->curve()).isEmpty());
    QVERIFY(outline(true).isEmpty());
}

void TestEarlierPeriod::charts_fileCompared_drawIt()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    QVERIFY(toggle()->isVisible() && toggle()->isChecked());
    QVERIFY(toggle()->text().contains(u"before.csv"_s));
    for (const charts::ChartView *chart : {m_opened->curve(), m_opened->latency()}) {
        QCOMPARE(curves(chart).size(), 1);
        QCOMPARE(curves(chart).first().name, u"earlier: before.csv"_s);
        QVERIFY(chart->accessibleDescription().endsWith(
                u"Dashed: the earlier period, before.csv."_s));
    }
    QVERIFY(m_opened->scores()->accessibleDescription().contains(u"before.csv, as if it had"_s));
    // As many uses as now: 1,200 instead of 600.
    const auto *histogram = OpenedWindow::item<HistogramItem>(m_opened->scores());
    const auto sum = [](const std::vector<double> &counts) {
        return std::accumulate(counts.begin(), counts.end(), 0.0);
    };
    QVERIFY(std::abs(sum(histogram->data().positiveEarlier) + sum(histogram->data().negativeEarlier)
                     - 1200.0)
            < 1e-6);
    const auto all = uses(7, 0.0);
    const auto positives = double(std::ranges::count_if(all, &Use::positive));
    QVERIFY(std::abs(sum(histogram->data().positiveEarlier) - 2.0 * positives) < 1e-6);
}

/// Recall and precision, and how many are on time, counted here.
void TestEarlierPeriod::curve_hasThePointsOfItsUses()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    const auto all = uses(7, 0.0);
    const auto positives = double(std::ranges::count_if(all, &Use::positive));
    const QList<QPointF> points = curves(m_opened->curve()).first().points;
    for (const double threshold : {0.3, 0.5, 0.7}) {
        double shown = 0.0;
        double right = 0.0;
        for (const Use &use : all) {
            shown += use.score >= threshold ? 1.0 : 0.0;
            right += use.score >= threshold && use.positive ? 1.0 : 0.0;
        }
        const QPointF expected(right / positives, right / shown);
        const bool found = std::ranges::any_of(points, [expected](QPointF point) {
            return std::hypot(point.x() - expected.x(), point.y() - expected.y()) < 1e-9;
        });
        QVERIFY2(found, qPrintable(QString::number(threshold)));
    }
    const auto onTime = curves(m_opened->latency()).first().points;
    const double median = std::log10(250.0);
    const auto after =
            std::ranges::find_if(onTime, [median](QPointF at) { return at.x() > median; });
    QVERIFY(after != onTime.end() && after != onTime.begin());
    const auto within =
            double(std::ranges::count_if(all, [](const Use &use) { return use.latency <= 250.0; }));
    QVERIFY(std::abs((after - 1)->y() - within / 600.0) < 0.01);
}

void TestEarlierPeriod::column_compared_drawsItsOtherUses()
{
    m_opened->session.edit(edits::where({{"month", "june"}}));
    QVERIFY(compare(EarlierPart{"month", "may", "june"}));
    QCOMPARE(curves(m_opened->curve()).first().name, u"earlier: may"_s);
    const QList<QPointF> byColumn = curves(m_opened->curve()).first().points;
    // The earlier file has nothing of June.
    m_opened->session.edit(edits::where({}));
    results().periods().compareWith(EarlierFile{earlierFile()});
    QTRY_COMPARE(curves(m_opened->curve()).value(0).name, u"earlier: before.csv"_s);
    QVERIFY(byColumn.size() > 100);
    QVERIFY(curves(m_opened->curve()).first().points == byColumn);
}

void TestEarlierPeriod::threshold_dragged_asksNothing()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    const EarlierDrawn before = results().earlier().drawn();
    const auto drawn = curves(m_opened->curve());
    auto *chart = m_opened->scores();
    testsupport::press(chart->viewport(), OpenedWindow::handle(OpenedWindow::marker(chart)));
    for (const double share : {0.3, 0.4, 0.6}) {
        testsupport::moveTo(chart->viewport(), OpenedWindow::inPlot(chart, share, 0.5));
        QVERIFY(results().earlier().drawn() == before);
        QVERIFY(!results().earlier().rows().isPending());
        QVERIFY(curves(m_opened->curve()) == drawn);
    }
    testsupport::release(chart->viewport(), OpenedWindow::inPlot(chart, 0.6, 0.5));
}

void TestEarlierPeriod::switch_byMouseAndKey_hidesItEverywhere()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    QTest::mouseClick(toggle(), Qt::LeftButton, {}, QPoint(8, toggle()->height() / 2));
    QVERIFY(!toggle()->isChecked() && toggle()->isVisible());
    QVERIFY(curves(m_opened->curve()).isEmpty() && curves(m_opened->latency()).isEmpty());
    QVERIFY(outline(true).isEmpty());
    QVERIFY(!m_opened->scores()->accessibleDescription().contains(u"Dashed"_s));
    toggle()->setFocus();
    QTest::keyClick(toggle(), Qt::Key_Space);
    QTRY_COMPARE(curves(m_opened->curve()).size(), 1);
    QTRY_VERIFY(!outline(false).isEmpty());
}

void TestEarlierPeriod::calibration_drawsItOnTheSameAxes()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    m_opened->showView(u"calibrationPage"_s);
    auto *panel = m_opened->child<CalibrationPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(!curves(panel->chart()).isEmpty(), 20000);
    QCOMPARE(curves(panel->chart()).first().name, u"earlier: before.csv"_s);
    QVERIFY(panel->chart()->accessibleDescription().endsWith(
            u"Dashed: the earlier period, before.csv."_s));
    QVERIFY(panel->findChild<EarlierSwitch *>()->isVisible());
    QTest::mouseClick(panel->findChild<EarlierSwitch *>(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(curves(panel->chart()).isEmpty());
    m_opened->showView(u"tradeoff"_s);
    QVERIFY(!toggle()->isChecked());
}

void TestEarlierPeriod::smallWindow_nothingCollides()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(compare(EarlierFile{earlierFile()}));
    QTRY_COMPARE(m_opened->window.size(), QSize(1024, 700));
    for (const charts::ChartView *chart : m_opened->child<TradeoffPage>()->charts()) {
        const auto place = [&] {
            return QRect(chart->mapTo(toggle()->parentWidget(), QPoint()), chart->size());
        };
        QTRY_VERIFY(!place().intersects(toggle()->geometry()));
        QVERIFY(chart->frame()->plotArea().height() > 40.0);
    }
    for (const charts::ChartView *chart : {m_opened->curve(), m_opened->latency()}) {
        const QRectF name = OpenedWindow::item<RivalsItem>(chart)->namePlaces().first();
        QVERIFY(chart->frame()->plotArea().contains(name));
    }
}

void TestEarlierPeriod::otherFile_forgetsIt()
{
    QVERIFY(compare(EarlierFile{earlierFile()}));
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QTRY_VERIFY(!toggle()->isVisible());
    QVERIFY(curves(m_opened->curve()).isEmpty());
    QVERIFY(outline(true).isEmpty());
}

ONEINN_TEST(TestEarlierPeriod)

} // namespace tests::journeys_earlierperiod

#include "tst_earlierperiod.moc"
