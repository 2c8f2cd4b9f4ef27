// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/options/segmentsmodel.h"
#include "views/options/segmentspanel.h"
#include "wording/segmentwords.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tests::journeys_segments {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person looks at who gets what, and at one segment alone.
class TestSegments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void view_noSegments_isNotThere();
    void rows_areWorstFirst_everyoneAbove();
    void row_clicked_isChosenAndNothingElse();
    void row_shownAlone_everySentenceNamesIt();
    void row_enter_showsOnlyThatSegment_andEveryoneAgain();
    void crossed_row_isNamedInTheBar();
    void threshold_moved_tableFollowsAtOnce();
    void order_byHeaderAndByBox_areOne();
    void row_copied_isPasted();
    void eightUses_sayCountsOnly();

private:
    bool show(const QString &sample = u"inlinesuggestion"_s);
    Results &results() const { return *m_opened->child<Results>(); }
    SegmentsPanel *panel() const { return m_opened->child<SegmentsPanel>(); }
    QTableView *table() const { return panel()->findChild<QTableView *>(u"table"_s); }
    SegmentsModel *model() const { return static_cast<SegmentsModel *>(table()->model()); }
    QComboBox *box(const QString &name) const { return panel()->findChild<QComboBox *>(name); }
    QPushButton *only() const { return panel()->findChild<QPushButton *>(u"showOnlySegment"_s); }
    void click(int row) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(model()->index(row, 1)).center());
    }
    const std::vector<Selection::Where> &where() const
    {
        return m_opened->session.scenario().selection.where;
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestSegments::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestSegments::show(const QString &sample)
{
    if (!m_opened->openSample(sample))
        return false;
    m_opened->showView(u"segmentsPage"_s);
    return QTest::qWaitFor([this] { return results().segments().current() && model()->table(); });
}

void TestSegments::view_noSegments_isNotThere()
{
    auto *explore = m_opened->child<ExplorePage>();
    auto *page = explore->findChild<QWidget *>(u"segmentsPage"_s);
    QVERIFY(m_opened->open("label,score\n0,0.1\n1,0.8\n0,0.3\n1,0.6\n"));
    QVERIFY(!explore->views().contains(page));
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QVERIFY(explore->views().contains(page));
    QCOMPARE(explore->nameOf(page).view, u"Segments"_s);
    QVERIFY(!explore->nameOf(page).about.isEmpty());
}

void TestSegments::rows_areWorstFirst_everyoneAbove()
{
    QVERIFY(show());
    QCOMPARE(model()->rowCount(), 6);
    QVERIFY(!model()->segmentAt(0));
    QCOMPARE(model()->index(0, 0).data().toString(), u"everyone"_s);
    for (int row = 2; row < model()->rowCount(); ++row)
        QVERIFY(*model()->segmentAt(row - 1)->valuePerUse <= *model()->segmentAt(row)->valuePerUse);
    QCOMPARE(panel()->findChild<QLabel *>(u"sentence"_s)->text(),
             wording::segmentsSentence(*model()->table(), m_opened->session.scenario().words));
    QVERIFY(model()->index(1, 4).data(SegmentsModel::dotsRole).isValid());
}

void TestSegments::row_clicked_isChosenAndNothingElse()
{
    QVERIFY(show());
    const int steps = m_opened->session.history().count();
    click(2);
    QCOMPARE(table()->currentIndex().row(), 2);
    QVERIFY(where().empty());
    QCOMPARE(m_opened->session.history().count(), steps);
    // The box of its threshold is for it, and everyone is still looked at.
    const QString name = wording::segmentName(model()->segmentAt(2)->values);
    QCOMPARE(panel()->findChild<QWidget *>(u"segmentThreshold"_s)->accessibleName(),
             u"Threshold of "_s + name);
    QCOMPARE(only()->accessibleName(), u"Show only "_s + name);
    click(0);
    QVERIFY(!only()->isEnabled() || only()->accessibleName() == u"Show everyone"_s);
}

void TestSegments::row_shownAlone_everySentenceNamesIt()
{
    QVERIFY(show());
    const SegmentRow row = *model()->segmentAt(1);
    click(1);
    only()->setFocus();
    QTest::keyClick(only(), Qt::Key_Space);
    QTRY_COMPARE(where().size(), std::size_t{1});
    QTRY_COMPARE(only()->accessibleName(), u"Show everyone"_s);
    QCOMPARE(where().front().value, row.values.front());
    const QString said = m_opened->child<ExplorePage>()->sentences();
    QVERIFY2(said.contains(u"For language %1 alone, with "_s.arg(
                     QString::fromStdString(row.values.front()))),
             qPrintable(said));
    // One quantity has one number wherever it stands.
    const Assessment &alone = m_opened->session.assessment();
    QCOMPARE(alone.experience[Share::WrongOfShown]->value, row.shares[Share::WrongOfShown]->value);
    QTRY_VERIFY(!results().isPending());
    const auto shown = m_opened->session.assessment().experience[Share::Missed];
    QCOMPARE(shown->interval.low, row.shares[Share::Missed]->interval.low);
    QCOMPARE(shown->interval.high, row.shares[Share::Missed]->interval.high);
    QCOMPARE(model()->rowCount(), 6);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(where().empty());
}

void TestSegments::row_enter_showsOnlyThatSegment_andEveryoneAgain()
{
    QVERIFY(show());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(table()->currentIndex().row(), 2);
    const QString detail = panel()->findChild<QLabel *>(u"detail"_s)->text();
    QCOMPARE(detail,
             wording::segmentText(*model()->segmentAt(2), m_opened->session.scenario().words));
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE(where().size(), std::size_t{1});
    QCOMPARE(where().front().value, model()->segmentAt(2)->values.front());
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(where().empty());
}

void TestSegments::crossed_row_isNamedInTheBar()
{
    QVERIFY(show(u"fraudalerts"_s));
    QComboBox *crossed = box(u"crossed"_s);
    crossed->setFocus();
    QTest::keyClick(crossed, Qt::Key_Down);
    QTRY_VERIFY(results().segments().current()
                && results().segments().current()->index->by().columns.size() == 2);
    QTRY_COMPARE(model()->table()->by.columns.size(), std::size_t{2});
    const SegmentRow row = *model()->segmentAt(1);
    click(1);
    QTest::mouseClick(only(), Qt::LeftButton);
    QTRY_COMPARE(where().size(), std::size_t{2});
    const auto *users = m_opened->child<QComboBox>(u"group"_s);
    for (const std::string &value : row.values)
        QVERIFY(users->currentText().contains(QString::fromStdString(value)));
    click(0);
    QTest::mouseClick(only(), Qt::LeftButton);
    QTRY_VERIFY(where().empty());
    QCOMPARE(users->currentText(), u"everyone"_s);
}

void TestSegments::threshold_moved_tableFollowsAtOnce()
{
    QVERIFY(show());
    m_opened->session.history().beginGesture();
    m_opened->session.setThreshold({0.9});
    QCOMPARE(model()->segmentAt(1)->threshold.value, 0.9);
    QCOMPARE(model()->table()->whole[Share::Missed]->value,
             m_opened->session.assessment().experience[Share::Missed]->value);
    QVERIFY(table()->isEnabled());
    m_opened->session.history().endGesture();
}

void TestSegments::order_byHeaderAndByBox_areOne()
{
    QVERIFY(show());
    const auto rowsAt = [this](int row) { return model()->segmentAt(row)->rows; };
    QHeaderView *header = table()->horizontalHeader();
    const auto clickHead = [&](int section) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(section) + 10, 10));
    };
    clickHead(1);
    QVERIFY(rowsAt(1) >= rowsAt(2) && rowsAt(2) >= rowsAt(3));
    QCOMPARE(box(u"order"_s)->currentText(), u"uses"_s);
    clickHead(1);
    QVERIFY(rowsAt(1) <= rowsAt(2) && rowsAt(2) <= rowsAt(3));
    QComboBox *order = box(u"order"_s);
    order->setFocus();
    QTest::keyClick(order, Qt::Key_Home);
    QCOMPARE(order->currentText(), u"least worth first"_s);
    QVERIFY(*model()->segmentAt(1)->valuePerUse <= *model()->segmentAt(2)->valuePerUse);
    // By what differs for sure: nobody below those of whom more is missed or wrong is one of them.
    QTest::keyClick(order, Qt::Key_Down);
    QVERIFY2(order->currentText().startsWith(u"surely more missed"),
             qPrintable(order->currentText()));
    const auto worse = [this](int row) {
        return std::ranges::any_of(model()->segmentAt(row)->compared, [](const auto &each) {
            return each.differs == SegmentDifference::Higher;
        });
    };
    int surelyWorse = 0;
    for (int row = 1; row < model()->rowCount(); ++row) {
        surelyWorse += worse(row) ? 1 : 0;
        QCOMPARE(worse(row), row <= surelyWorse);
    }
    QVERIFY(surelyWorse > 0);
    QVERIFY(!model()->segmentAt(0));
}

void TestSegments::row_copied_isPasted()
{
    QVERIFY(show());
    table()->setFocus();
    table()->setCurrentIndex(model()->index(1, 0));
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), model()->rowText(1));
    QVERIFY(model()->rowText(1).contains(u'\t'));
}

void TestSegments::eightUses_sayCountsOnly()
{
    QByteArray file = "label,score,kind\n";
    for (int i = 0; i < 400; ++i)
        file += QByteArray(i % 3 ? "0," : "1,") + QByteArray::number(0.002 * (i % 97) + 0.01)
                + (i % 50 ? (i % 2 ? ",often\n" : ",also\n") : ",seldom\n");
    QVERIFY(m_opened->open(file));
    m_opened->showView(u"segmentsPage"_s);
    QTRY_VERIFY(model()->table() && results().segments().current());
    const int row = model()->rowOf({"seldom"});
    QCOMPARE(row, 3);
    QCOMPARE(model()->segmentAt(row)->rows, std::size_t{8});
    QVERIFY(model()->index(row, 0).data(Qt::ToolTipRole).toString().contains(u"counts only"));
    QVERIFY(!model()->index(row, 4).data(SegmentsModel::dotsRole).isValid());
}

ONEINN_TEST(TestSegments)

} // namespace tests::journeys_segments

#include "tst_segments.moc"
