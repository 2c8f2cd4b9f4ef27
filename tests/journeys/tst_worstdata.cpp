// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/window/explorepage.h"

#include <QComboBox>
#include <QElapsedTimer>

#include <memory>

namespace tests::journeys_worstdata {

using namespace oneinn;
using namespace testsupport;

/// Tables nobody would choose. Whatever they hold, the window says what the rows say and every
/// marker can be dragged.
class TestWorstData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void table_worst_canBeExplored_data();
    void table_worst_canBeExplored();
    void table_longNames_keepTheWindowNarrow();
    void table_200000Rows_opensAndDragsQuickly();

private:
    void dragEverywhere(charts::ChartView *chart);

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestWorstData::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1024, 700));
    QVERIFY(m_opened->ready());
}

void TestWorstData::dragEverywhere(charts::ChartView *chart)
{
    press(chart->viewport(), OpenedWindow::inPlot(chart, 0.5, 0.5));
    for (const double share : {-0.2, 0.0, 0.3, 0.7, 1.0, 1.3}) {
        moveTo(chart->viewport(), OpenedWindow::inPlot(chart, share, 1.0 - share));
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    release(chart->viewport(), {0, 0});
}

void TestWorstData::table_worst_canBeExplored_data()
{
    QTest::addColumn<QByteArray>("table");
    const auto rows = [](const char *header, auto row, int n = 60) {
        QByteArray text = QByteArray(header) + '\n';
        for (int i = 0; i < n; ++i)
            text += row(i) + '\n';
        return text;
    };
    const auto number = [](double value) { return QByteArray::number(value, 'g', 17); };
    QTest::newRow("one row") << QByteArray("label,score,latency_ms\n1,0.5,20\n");
    QTest::newRow("one wrong row") << QByteArray("label,score\n0,0.5\n");
    QTest::newRow("all equal") << rows("label,score,latency_ms", [](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0,0.5,7" : "1,0.5,7");
    });
    QTest::newRow("ties") << rows("label,score", [&](int i) -> QByteArray {
        return QByteArray(i % 5 ? "0," : "1,") + number(i % 2 / 2.0);
    });
    QTest::newRow("only positives") << rows("label,score,latency_ms", [&](int i) -> QByteArray {
        return "1," + number(i / 60.0) + ',' + number(i);
    });
    QTest::newRow("only negatives")
            << rows("label,score", [&](int i) -> QByteArray { return "0," + number(i / 60.0); });
    QTest::newRow("scores of 0 and 1") << rows("label,score", [](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + (i % 5 == 0 ? "0.5" : i % 2 ? "0" : "1");
    });
    QTest::newRow("huge scores") << rows("label,score", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number((i - 30) * 1e98);
    });
    QTest::newRow("tiny differences") << rows("label,score", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(0.5 + i * 1.2e-16);
    });
    QTest::newRow("all timed out") << rows("label,score,latency_ms", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i / 60.0) + ",timeout";
    });
    QTest::newRow("latency 0") << rows("label,score,latency_ms", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i / 60.0) + ",0";
    });
    QTest::newRow("latencies unknown") << rows("label,score,latency_ms", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i / 60.0) + (i % 4 ? "," : ",30");
    });
    QTest::newRow("latencies far apart")
            << rows("label,score,latency_ms", [&](int i) -> QByteArray {
                   return QByteArray(i % 3 ? "0," : "1,") + number(i / 60.0) + ','
                           + number(std::pow(10, i % 9));
               });
    QTest::newRow("weights") << rows("label,score,weight", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i % 7) + ',' + number(0.1 + i % 4 * 1000);
    });
    QTest::newRow("weights far apart") << rows("label,score,weight", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i % 7) + (i % 4 ? ",1e-9" : ",1e6");
    });
    QTest::newRow("endless waits") << rows("label,score,latency_ms", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + number(i / 60.0)
                + (i % 4 == 0           ? ",1.8e308"
                           : i % 4 == 1 ? ",1e15"
                                        : ",30");
    });
    QTest::newRow("large scores close together") << rows("label,score", [&](int i) -> QByteArray {
        return QByteArray(i % 3 ? "0," : "1,") + QByteArray::number(1000000000000000 + i);
    });
}

void TestWorstData::table_worst_canBeExplored()
{
    QFETCH(QByteArray, table);
    QVERIFY(m_opened->open(table));
    QCOMPARE(falselyShown(*m_opened), QString());
    dragEverywhere(m_opened->scores());
    auto *axis = m_opened->child<ScoresPanel>()->findChild<QComboBox *>(QStringLiteral("axis"));
    for (int i = 0; i < axis->count(); ++i) {
        axis->setCurrentIndex(i);
        Q_EMIT axis->activated(i);
        dragEverywhere(m_opened->scores());
    }
    dragEverywhere(m_opened->curve());
    if (m_opened->latency()->isVisible())
        dragEverywhere(m_opened->latency());
    m_opened->session.edit(edits::latePolicy(LatePolicy::Unanswered));
    m_opened->session.edit(Field::BaseRate, 0.001);
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->session.moveThresholdToEnd(true);
    m_opened->session.stepThreshold(-1);
    QCOMPARE(falselyShown(*m_opened), QString());
    // Everything can be painted, too.
    QVERIFY(!m_opened->window.grab().isNull());
}

void TestWorstData::table_longNames_keepTheWindowNarrow()
{
    const QByteArray word(300, 'x');
    const QByteArray name = "score_" + word;
    QByteArray table = "label," + name + ",latency_ms,model,segment_" + word + '\n';
    for (int i = 0; i < 40; ++i)
        table += QByteArray(i % 3 ? "0," : "1,") + "0." + QByteArray::number(10 + i) + ",30,model_"
                + QByteArray::number(i % 2) + word + ",value_" + QByteArray::number(i % 4) + word
                + '\n';
    QVERIFY(m_opened->open(table));
    QVERIFY2(m_opened->window.minimumSizeHint().width() <= 1024,
             qPrintable(QString::number(m_opened->window.minimumSizeHint().width())));
    QCOMPARE(m_opened->window.width(), 1024);
    QVERIFY(m_opened->child<ExplorePage>()->width() <= 1024);
    QVERIFY(m_opened->scores()->width() > 300);
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestWorstData::table_200000Rows_opensAndDragsQuickly()
{
    QByteArray table = "label,score,latency_ms\n";
    table.reserve(4'000'000);
    quint32 state = 1;
    for (int i = 0; i < 200'000; ++i) {
        state = state * 1664525U + 1013904223U;
        table += (state >> 24) < 20 ? "1,0." : "0,0.";
        table += QByteArray::number(100'000 + (state >> 8) % 900'000) + ','
                + QByteArray::number(10 + (state >> 12) % 2000) + '\n';
    }
    QVERIFY(m_opened->open(table));
    QCOMPARE(m_opened->session.predictions().rows(), 200'000);
    QCOMPARE(falselyShown(*m_opened), QString());
    auto *chart = m_opened->scores();
    press(chart->viewport(), OpenedWindow::inPlot(chart, 0.9, 0.5));
    QElapsedTimer timer;
    timer.start();
    constexpr int moves = 20;
    for (int i = 0; i < moves; ++i)
        moveTo(chart->viewport(), OpenedWindow::inPlot(chart, 0.9 - i * 0.04, 0.5));
    const qint64 perMove = timer.elapsed() / moves;
    release(chart->viewport(), OpenedWindow::inPlot(chart, 0.1, 0.5));
    // A lookup and not a pass over the rows, which alone takes several times as long in a debug
    // build.
    QVERIFY2(perMove < 60, qPrintable(QString::number(perMove)));
    QVERIFY(countsAgreeWithRows(m_opened->session));
}

ONEINN_TEST(TestWorstData)

} // namespace tests::journeys_worstdata

#include "tst_worstdata.moc"
