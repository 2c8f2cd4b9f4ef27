// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/evidence/saypanel.h"
#include "views/pins/pinsstrip.h"
#include "views/widgets/limitnote.h"
#include "views/window/roomrail.h"
#include "views/window/shortcutlist.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

#include <utility>

namespace tests::journeys_rooms {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::OpenedWindow;

class TestRooms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void room_byKeysAndByMouse_isShown_data();
    void room_byKeysAndByMouse_isShown();
    void startPage_whileAFileIsOpen_leadsBack();
    void column_everySampleAndRoom_staysAndNeverScrolls_data();
    void column_everySampleAndRoom_staysAndNeverScrolls();
    void note_ofTheProduct_opensItsRoom();
    void limit_broken_saysByHowMuchAndLeadsBack();
    void limit_kept_saysNothing();
    void data_room_showsRowsAsTheyWereRead();
    void noLatency_noTimeCard();
    void shortcuts_listed_areThoseThatWork();

private:
    QScrollArea *column() const { return m_opened->child<QScrollArea>(u"rightScroll"_s); }
    LimitNote *limit() const { return m_opened->child<LimitNote>(); }
    /// On the rail, by what it is called.
    RoomButton *room(const QString &name) const
    {
        const auto buttons = m_opened->child<RoomRail>()->findChildren<RoomButton *>();
        for (RoomButton *button : buttons) {
            if (button->text() == name)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestRooms::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestRooms::room_byKeysAndByMouse_isShown_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("page");
    QTest::addRow("data") << int(Qt::Key_0) << u"Data"_s << u"dataPage"_s;
    QTest::addRow("product") << int(Qt::Key_1) << u"Product"_s << u"productPage"_s;
    QTest::addRow("dials") << int(Qt::Key_2) << u"Dials"_s << u"tradeoff"_s;
    QTest::addRow("options") << int(Qt::Key_3) << u"Options"_s << u"policiesPage"_s;
    QTest::addRow("doubts") << int(Qt::Key_4) << u"Doubts"_s << u"doubtsPage"_s;
    QTest::addRow("answer") << int(Qt::Key_6) << u"Answer"_s << u"answerPage"_s;
}

void TestRooms::room_byKeysAndByMouse_isShown()
{
    QFETCH(const int, key);
    QFETCH(const QString, name);
    QFETCH(const QString, page);
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    const auto *wanted = m_opened->child<QWidget>(page);
    const auto away = name == "Data"_L1 ? Qt::Key_1 : Qt::Key_0;
    QTest::keyClick(&m_opened->window, away, Qt::ControlModifier);
    QVERIFY(!wanted->isVisible());
    QTest::keyClick(&m_opened->window, static_cast<Qt::Key>(key), Qt::ControlModifier);
    QVERIFY(wanted->isVisible());
    QVERIFY(room(name)->isChecked());
    QTest::keyClick(&m_opened->window, away, Qt::ControlModifier);
    QVERIFY(!room(name)->isChecked());
    QTest::mouseClick(room(name), Qt::LeftButton);
    QVERIFY(wanted->isVisible() && room(name)->isChecked());
}

void TestRooms::startPage_whileAFileIsOpen_leadsBack()
{
    const auto *start = m_opened->child<QWidget>(u"start"_s);
    QVERIFY(start->isVisible());
    auto *back = m_opened->child<QPushButton>(u"back"_s);
    QVERIFY(!back->isVisible()); // nothing to go back to
    QTest::keyClick(&m_opened->window, Qt::Key_Escape);
    QVERIFY(start->isVisible());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    const auto home = [this] {
        QTest::keyClick(&m_opened->window, Qt::Key_Home, Qt::ControlModifier);
    };
    home();
    QVERIFY(start->isVisible() && back->isVisible());
    QCOMPARE(back->accessibleName(), u"Back to inlinesuggestion.csv"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!start->isVisible());
    home();
    back->setFocus();
    QTest::keyClick(back, Qt::Key_Escape);
    QVERIFY(!start->isVisible());
    home();
    QTest::keyClick(&m_opened->window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!start->isVisible());
    QVERIFY(m_opened->child<QWidget>(u"policiesPage"_s)->isVisible());
}

void TestRooms::column_everySampleAndRoom_staysAndNeverScrolls_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QSize>("size");
    for (const char *sample : {"inlinesuggestion", "fraudalerts", "listingrecommendations",
                               "assistantanswers", "tumourscreening"}) {
        for (const QSize size : {QSize(1024, 700), QSize(1280, 800), QSize(1920, 1080)})
            QTest::addRow("%s %d x %d", sample, size.width(), size.height())
                    << QString::fromLatin1(sample) << size;
    }
}

void TestRooms::column_everySampleAndRoom_staysAndNeverScrolls()
{
    QFETCH(const QString, sample);
    QFETCH(const QSize, size);
    m_opened->window.resize(size);
    QVERIFY(m_opened->openSample(sample));
    const auto *say = m_opened->child<SayPanel>();
    const auto *strip = m_opened->child<PinsStrip>();
    auto *explore = m_opened->child<ExplorePage>();
    const auto place = [&](const QWidget *widget) {
        return QRect(widget->mapTo(&m_opened->window, QPoint()), widget->size());
    };
    // What carries the product is worked out once a file is open, and anew when it is known how
    // alike the uses of one user are.
    auto *results = m_opened->window.findChild<Results *>();
    QTRY_VERIFY_WITH_TIMEOUT(results->load().isAnswered() && !results->isPending(), 60000);
    QTRY_COMPARE(column()->verticalScrollBar()->maximum(), 0);
    // What was worked out last may still be on its way to the labels.
    QRect sayAt;
    QTRY_COMPARE(std::exchange(sayAt, place(say)), place(say));
    const QRect stripAt = place(strip);
    const QRect columnAt = place(column());
    const QList<QWidget *> views = explore->views();
    for (QWidget *view : views) {
        explore->showView(view);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(place(say), sayAt);
        QCOMPARE(place(strip), stripAt);
        QCOMPARE(place(column()), columnAt);
        QVERIFY(m_opened->window.rect().contains(sayAt));
        QCOMPARE(column()->verticalScrollBar()->maximum(), 0);
    }
    // Alternatives are compared where somebody looks at them, and then have a sentence.
    explore->showView(m_opened->child<QWidget>(u"policiesPage"_s));
    QTRY_VERIFY_WITH_TIMEOUT(results->policies().isAnswered(), 60000);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(place(say), sayAt);
    QCOMPARE(column()->verticalScrollBar()->maximum(), 0);
    const auto *sentences = say->findChild<QLabel *>(u"say"_s);
    QVERIFY(sentences->height() >= sentences->heightForWidth(sentences->width()));
}

void TestRooms::note_ofTheProduct_opensItsRoom()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    auto *note = m_opened->child<QAbstractButton>(u"productNote"_s);
    QCOMPARE(note->findChild<QLabel *>(u"productNoteTitle"_s)->text(), u"Inline suggestion"_s);
    QVERIFY(note->findChild<QLabel *>(u"productNoteLines"_s)
                    ->text()
                    .startsWith(u"right +5, wrong \u22124"_s));
    QTest::mouseClick(note, Qt::LeftButton);
    QVERIFY(m_opened->child<ProductPanel>()->isVisible());
}

void TestRooms::limit_broken_saysByHowMuchAndLeadsBack()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    const double before = m_opened->session.scenario().threshold.value;
    const auto right = [this] {
        return 1.0 - m_opened->session.assessment().experience[Share::WrongOfShown]->value;
    };
    QVERIFY(right() < m_opened->session.scenario().precisionLimit);
    QVERIFY(limit()->isVisible());
    QCOMPARE(limit()->findChild<QLabel *>(u"brokenLimit"_s)->text(),
             u"Beyond the limit: 13 of 100 shown are wrong (at most 10)."_s);
    auto *wayBack = limit()->findChild<QAbstractButton *>(u"wayBack"_s);
    QTRY_COMPARE(wayBack->text(), u"Go to the best that surely keeps it"_s);
    QTest::mouseClick(wayBack, Qt::LeftButton);
    QVERIFY(m_opened->session.scenario().threshold.value > before);
    QVERIFY(right() >= m_opened->session.scenario().precisionLimit);
    QVERIFY(!limit()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_opened->session.scenario().threshold.value, before);
    QVERIFY(limit()->isVisible());
}

void TestRooms::limit_kept_saysNothing()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->session.setThreshold({0.9});
    QVERIFY(!limit()->isVisible());
    m_opened->session.moveThresholdToEnd(true); // none shown: nothing to be right or wrong about
    QVERIFY(!limit()->isVisible());
}

void TestRooms::data_room_showsRowsAsTheyWereRead()
{
    QVERIFY(m_opened->open("label,score,latency_ms,user_id\n1,0.0009,120,<b>u</b>\n0,0.25,timeout,"
                           "v\n1,0.5,,w\n"));
    m_opened->showView(u"dataPage"_s);
    const auto *table = m_opened->child<QTableView>(u"rows"_s);
    QVERIFY(table->isVisible());
    const auto row = [&](int at) {
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells.append(table->model()->index(at, column).data().toString());
        return cells.join(u'|');
    };
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(row(0), u"positive|0.0009|120 ms|<b>u</b>"_s);
    QCOMPARE(row(1), u"negative|0.25|timed out|v"_s);
    QCOMPARE(row(2), u"positive|0.5|not known|w"_s);
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), u"score"_s);
}

void TestRooms::noLatency_noTimeCard()
{
    QVERIFY(m_opened->open("label,score\n1,0.9\n0,0.2\n1,0.7\n"));
    QVERIFY(!m_opened->child<LatencyPanel>()->isVisible());
    const int alone = m_opened->child<PrecisionRecallPanel>()->width();
    QCOMPARE(alone, m_opened->child<ScoresPanel>()->width());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QVERIFY(m_opened->child<LatencyPanel>()->isVisible());
    QTRY_VERIFY(m_opened->child<PrecisionRecallPanel>()->width() < alone);
}

void TestRooms::shortcuts_listed_areThoseThatWork()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTest::keyClick(&m_opened->window, Qt::Key_F1);
    QTRY_VERIFY(m_opened->child<ShortcutList>());
    auto *table = m_opened->child<ShortcutList>()->findChild<QTableWidget *>();
    QTRY_VERIFY(table && table->isVisible());
    QMap<QString, QString> keys;
    for (int row = 0; row < table->rowCount(); ++row)
        keys.insert(table->item(row, 0)->text(), table->item(row, 1)->text());
    QCOMPARE(keys.value(u"Product"_s), u"Ctrl+1"_s);
    QCOMPARE(keys.value(u"Undo"_s), u"Ctrl+Z"_s);
    QCOMPARE(keys.value(u"Export"_s), u"Ctrl+E"_s);
    QVERIFY(keys.contains(u"On a chart: to either end"_s));
    QTest::keyClick(table, Qt::Key_Escape);
    QTRY_VERIFY(!m_opened->child<ShortcutList>());
}

ONEINN_TEST(TestRooms)

} // namespace tests::journeys_rooms

#include "tst_rooms.moc"
