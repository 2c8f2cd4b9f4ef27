// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/importpage.h"
#include "views/data/importtable.h"
#include "views/data/questioncard.h"
#include "views/start/startpage.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace tests::journeys_importpage {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// From a file that somebody brings to numbers that are about what they think they are about.
class TestImportPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void sureFile_opensWithoutAQuestion();
    void seconds_asked_areAnsweredByOneKey();
    void seconds_asMilliseconds_showWhatThatWouldMean();
    void decision_takenForTheTruth_isToldOtherwiseByItsHeader();
    void severalTruths_anyButton_opens();
    void inverted_noticed_isTurnedRoundInTheDataRoom();
    void failures_ofAColumn_areChosenAmongItsValues();
    void minusOne_asked_isAFailureOrNot();
    void header_byKeys_leadsToTheSame();
    void header_notUsed_leavesItOut();
    void label_isNeverNothing();
    void cancel_byEscape_leadsBack();
    void choice_isRememberedForTheHeader_andForgotten();
    void dataRoom_choice_isOneStepOfUndo();
    void noScore_isChosenFromTheTable();
    void manyColumns_areFoundByName();
    void page_smallWindow_keepsItsButtons();
    void manyClasses_eachIsOffered();

private:
    /// The page that asks, or the one of the Data room.
    ImportPage *asking() const { return m_opened->child<ImportPage>(u"import"_s); }
    ImportPage *inRoom() const { return m_opened->child<ImportPage>(u"columnsPage"_s); }
    bool bring(const QString &path)
    {
        m_opened->window.openFile(path);
        return QTest::qWaitFor([this] { return asking()->isVisible() && isSettled(asking()); });
    }
    bool bringCase(const QString &name)
    {
        return bring(testsupport::testData(u"columns/"_s + name + u".csv"_s));
    }
    static bool isSettled(const ImportPage *page)
    {
        return !text(page, u"fact0"_s).isEmpty() && text(page, u"fact0"_s) != u"\u2013"_s
                && !text(page, u"refusal"_s).startsWith(u"Working"_s)
                && table(page)->rows()->columnCount() > 0;
    }
    static bool settle(const ImportPage *page)
    {
        return QTest::qWaitFor([page] { return isSettled(page); });
    }
    static QString text(const ImportPage *page, const QString &label)
    {
        return page->findChild<QLabel *>(label)->text();
    }
    static ImportTable *table(const ImportPage *page) { return page->findChild<ImportTable *>(); }
    static QPushButton *use(const ImportPage *page)
    {
        return page->findChild<QPushButton *>(u"useColumns"_s);
    }
    static QList<QToolButton *> answers(const ImportPage *page, const QString &card)
    {
        QList<QToolButton *> shown =
                page->findChild<QuestionCard *>(card)->findChildren<QToolButton *>();
        shown.removeIf([](const QToolButton *button) { return !button->isVisible(); });
        return shown;
    }
    static QToolButton *answer(const ImportPage *page, const QString &card, const QString &starts)
    {
        for (QToolButton *button : answers(page, card)) {
            if (button->accessibleName().startsWith(starts))
                return button;
        }
        return nullptr;
    }
    static int columnNamed(const ImportPage *page, const QString &name)
    {
        const auto *rows = table(page)->rows();
        for (int i = 0; i < rows->columnCount(); ++i) {
            if (rows->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == name)
                return i;
        }
        return -1;
    }
    static QString partsOf(const ImportPage *page, const QString &name)
    {
        return table(page)
                ->rows()
                ->headerData(columnNamed(page, name), Qt::Horizontal, ImportTableModel::PartsRole)
                .toString();
    }
    QMenu *menuOf(const ImportPage *page, const QString &name) const
    {
        auto *header = table(page)->horizontalHeader();
        const int column = columnNamed(page, name);
        table(page)->scrollTo(table(page)->rows()->index(0, column));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(column) + 12, header->height() / 2});
        return page->findChild<QMenu *>(u"columnMenu"_s);
    }
    static QAction *entry(const QMenu *menu, const QString &starts)
    {
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(starts))
                return action;
        }
        return nullptr;
    }
    static void pick(QMenu *menu, const QString &starts)
    {
        QTest::mouseClick(menu, Qt::LeftButton, {},
                          menu->actionGeometry(entry(menu, starts)).center());
    }
    static void pick(QComboBox *box, const QString &item)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentText() != item; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    bool opens(const ImportPage *page)
    {
        if (!QTest::qWaitFor([page] { return use(page)->isEnabled(); }))
            return false;
        return m_opened->finishes([page] { QTest::mouseClick(use(page), Qt::LeftButton); });
    }
    bool openRoom()
    {
        m_opened->showView(u"columnsPage"_s);
        return settle(inRoom());
    }
    const ingest::ResolvedMapping &read() const { return m_opened->session.data().file.mapping; }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestImportPage::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestImportPage::sureFile_opensWithoutAQuestion()
{
    const QSignalSpy unclear(&m_opened->session.loading(), &Loading::columnsUnclear);
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(!asking()->isVisible());
    QCOMPARE(unclear.size(), 0);
    // It is there all the same.
    QTest::keyClick(&m_opened->window, Qt::Key_0, Qt::ControlModifier);
    QTest::mouseClick(m_opened->child<QPushButton>(u"changeColumns"_s), Qt::LeftButton);
    QVERIFY(inRoom()->isVisible());
    QVERIFY(settle(inRoom()));
    QCOMPARE(text(inRoom(), u"fact0"_s), u"120 used"_s);
    QCOMPARE(partsOf(inRoom(), u"score"_s), u"score  \u2713 sure"_s);
    QVERIFY(!use(inRoom())->isEnabled());
    QCOMPARE(text(inRoom(), u"refusal"_s), u"This is how the file is read."_s);
}

void TestImportPage::seconds_asked_areAnsweredByOneKey()
{
    QVERIFY(bringCase(u"latency-in-seconds"_s));
    QVERIFY(!m_opened->session.hasData());
    QVERIFY(!use(asking())->isEnabled());
    QVERIFY(partsOf(asking(), u"latency"_s).endsWith(u"? ask"_s));
    auto *seconds = answer(asking(), u"asked"_s, u"seconds: half of them within"_s);
    QVERIFY(seconds);
    QTRY_VERIFY(seconds->hasFocus());
    QTest::keyClick(seconds, Qt::Key_Space);
    QTRY_VERIFY(use(asking())->isEnabled());
    QTRY_VERIFY(use(asking())->hasFocus());
    QVERIFY(text(asking(), u"fact4"_s).endsWith(u" s"_s));
    QVERIFY(m_opened->finishes([this] { QTest::keyClick(use(asking()), Qt::Key_Return); }));
    QVERIFY(!asking()->isVisible());
    QCOMPARE(read().unit.value, ingest::LatencyUnit::Seconds);
}

void TestImportPage::seconds_asMilliseconds_showWhatThatWouldMean()
{
    QVERIFY(bringCase(u"latency-in-seconds"_s));
    QTest::mouseClick(answer(asking(), u"asked"_s, u"milliseconds"_s), Qt::LeftButton);
    QTRY_VERIFY(use(asking())->isEnabled());
    QVERIFY(text(asking(), u"fact4"_s).endsWith(u" ms"_s));
    pick(asking()->findChild<QComboBox *>(u"latencyUnit"_s), u"seconds"_s);
    QTRY_VERIFY(text(asking(), u"fact4"_s).endsWith(u" s"_s));
    QVERIFY(opens(asking()));
    QCOMPARE(read().unit.value, ingest::LatencyUnit::Seconds);
}

void TestImportPage::decision_takenForTheTruth_isToldOtherwiseByItsHeader()
{
    QVERIFY(bringCase(u"decision-as-only-label"_s));
    QVERIFY(m_opened->window.message().contains(u"flagged"_s));
    QVERIFY(partsOf(asking(), u"flagged"_s).endsWith(u"? ask"_s));
    QMenu *menu = menuOf(asking(), u"flagged"_s);
    QVERIFY(menu && menu->isVisible());
    pick(menu, u"label "_s);
    QTRY_COMPARE(partsOf(asking(), u"flagged"_s), u"label  \u2713 chosen"_s);
    QVERIFY(opens(asking()));
    QCOMPARE(read().label.value, std::string("flagged"));
}

void TestImportPage::severalTruths_anyButton_opens()
{
    QVERIFY(bringCase(u"three-possible-truths"_s));
    QCOMPARE(answers(asking(), u"asked"_s).size(), 3);
    const QString before = text(asking(), u"fact2"_s);
    QTest::mouseClick(answer(asking(), u"asked"_s, u"is_recid"_s), Qt::LeftButton);
    QTRY_VERIFY(use(asking())->isEnabled());
    QVERIFY(text(asking(), u"fact2"_s) != before);
    QVERIFY(opens(asking()));
    QCOMPARE(read().label.value, std::string("is_recid"));
}

void TestImportPage::inverted_noticed_isTurnedRoundInTheDataRoom()
{
    QVERIFY(m_opened->finishes([this] {
        m_opened->window.openFile(testsupport::testData(u"columns/points-high-is-safe.csv"_s));
    }));
    QVERIFY(m_opened->window.message().contains(u"go with the negatives"_s));
    QVERIFY(openRoom());
    QVERIFY(text(inRoom(), u"factDetail3"_s).startsWith(u"higher is more often negative"_s));
    QVERIFY(partsOf(inRoom(), u"credit_score"_s).endsWith(u"~ likely"_s));
    auto *low = answer(inRoom(), u"noticed"_s, u"low scores"_s);
    QVERIFY(low && low->text() == u"low scores speak for positive"_s);
    QVERIFY(answer(inRoom(), u"noticed"_s, u"high scores"_s)->text().startsWith(u'\u2713'));
    QTest::mouseClick(low, Qt::LeftButton);
    QTRY_VERIFY(text(inRoom(), u"factDetail3"_s).startsWith(u"lower is more often positive"_s));
    QVERIFY(!read().lowerIsPositive.value);
    QVERIFY(opens(inRoom()));
    QVERIFY(read().lowerIsPositive.value);
}

void TestImportPage::failures_ofAColumn_areChosenAmongItsValues()
{
    QByteArray text = "label,score,latency_ms,code\n";
    for (int i = 0; i < 90; ++i)
        text += QByteArray::number(i % 3 == 0) + ",0." + QByteArray::number(100 + i * 7) + ','
                + QByteArray::number(200 + i) + (i % 9 == 0 ? ",slow\n" : ",fine\n");
    QVERIFY(m_opened->open(text));
    QVERIFY(!m_opened->session.predictions().hasFailures());
    QVERIFY(openRoom());
    pick(menuOf(inRoom(), u"code"_s), u"failed calls"_s);
    QTRY_VERIFY(partsOf(inRoom(), u"code"_s).startsWith(u"failed calls"_s));
    auto *failed = inRoom()->findChild<QComboBox *>(u"failedCalls"_s);
    pick(failed, u"code is slow"_s);
    QTRY_VERIFY(TestImportPage::text(inRoom(), u"factDetail1"_s).contains(u"10 are of calls"_s));
    QVERIFY(opens(inRoom()));
    QCOMPARE(m_opened->session.predictions().account().failed(), std::size_t(10));
}

void TestImportPage::minusOne_asked_isAFailureOrNot()
{
    QVERIFY(bringCase(u"errors-with-latency-minus-one"_s));
    QTest::mouseClick(answer(asking(), u"asked"_s, u"failed where"_s), Qt::LeftButton);
    QVERIFY(opens(asking()));
    QVERIFY(m_opened->session.predictions().hasFailures());
}

void TestImportPage::header_byKeys_leadsToTheSame()
{
    QVERIFY(bringCase(u"decision-as-only-label"_s));
    ImportTable *rows = table(asking());
    rows->setFocus();
    rows->setCurrentIndex(rows->rows()->index(0, 0));
    for (int i = columnNamed(asking(), u"flagged"_s); i > 0; --i)
        QTest::keyClick(rows, Qt::Key_Right);
    QTest::keyClick(rows, Qt::Key_Return);
    auto *menu = asking()->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(partsOf(asking(), u"flagged"_s), u"label  \u2713 chosen"_s);
    QTRY_VERIFY(use(asking())->isEnabled());
}

void TestImportPage::header_notUsed_leavesItOut()
{
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(openRoom());
    pick(menuOf(inRoom(), u"latency_ms"_s), u"not used"_s);
    QTRY_COMPARE(text(inRoom(), u"fact4"_s), u"no latency"_s);
    QTRY_VERIFY(!inRoom()->findChild<QMenu *>(u"columnMenu"_s));
    pick(menuOf(inRoom(), u"country"_s), u"not used"_s);
    QTRY_VERIFY(partsOf(inRoom(), u"country"_s).startsWith(u"not used"_s));
    QVERIFY(opens(inRoom()));
    QVERIFY(!m_opened->session.predictions().hasLatency());
    QVERIFY(m_opened->session.predictions().segments().empty());
}

void TestImportPage::label_isNeverNothing()
{
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(openRoom());
    QMenu *menu = menuOf(inRoom(), u"label"_s);
    QAction *unused = entry(menu, u"not used"_s);
    QVERIFY(!unused->isEnabled());
    QVERIFY(unused->text().contains(u"first choose another"_s));
    QVERIFY(entry(menu, u"label "_s)->isChecked());
    QTest::keyClick(menu, Qt::Key_Escape);
}

void TestImportPage::cancel_byEscape_leadsBack()
{
    QVERIFY(bringCase(u"latency-in-seconds"_s));
    QTest::keyClick(asking(), Qt::Key_Escape);
    QVERIFY(m_opened->child<StartPage>()->isVisible());
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(bringCase(u"latency-in-seconds"_s));
    QTest::mouseClick(asking()->findChild<QPushButton *>(u"cancelColumns"_s), Qt::LeftButton);
    QVERIFY(m_opened->child<ExplorePage>()->isVisible());
    QCOMPARE(m_opened->session.predictions().rows(), 120);
}

void TestImportPage::choice_isRememberedForTheHeader_andForgotten()
{
    QVERIFY(bringCase(u"latency-in-seconds"_s));
    QTest::mouseClick(answer(asking(), u"asked"_s, u"seconds"_s), Qt::LeftButton);
    QVERIFY(opens(asking()));
    // Another file with the same columns, after another one.
    QFile known(testsupport::testData(u"columns/latency-in-seconds.csv"_s));
    QVERIFY(known.open(QIODevice::ReadOnly));
    const QByteArray other = known.readAll() + "9999,1,0.93,1.4\n";
    QVERIFY(m_opened->open(other));
    QVERIFY(m_opened->window.message().contains(u"as you chose for a file with the same"_s));
    QCOMPARE(read().unit.value, ingest::LatencyUnit::Seconds);
    QVERIFY(openRoom());
    auto *forget = m_opened->child<ImportPage>(u"columnsPage"_s)
                           ->findChild<QPushButton *>(u"forgetColumns"_s);
    QVERIFY(forget->isVisible());
    QTest::mouseClick(forget, Qt::LeftButton);
    QVERIFY(!forget->isVisible());
    QVERIFY(bring(m_opened->files.write(u"again.csv"_s, other)));
}

void TestImportPage::dataRoom_choice_isOneStepOfUndo()
{
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(openRoom());
    pick(menuOf(inRoom(), u"country"_s), u"not used"_s);
    QTRY_VERIFY(partsOf(inRoom(), u"country"_s).startsWith(u"not used"_s));
    QTRY_VERIFY(!inRoom()->findChild<QMenu *>(u"columnMenu"_s));
    // Not yet: nothing is read anew before a person says so, and it can be taken back.
    QCOMPARE(m_opened->session.history().count(), 0);
    QTest::mouseClick(inRoom()->findChild<QPushButton *>(u"cancelColumns"_s), Qt::LeftButton);
    QTRY_VERIFY(partsOf(inRoom(), u"country"_s).startsWith(u"segment"_s));
    pick(menuOf(inRoom(), u"country"_s), u"not used"_s);
    QVERIFY(opens(inRoom()));
    QCOMPARE(m_opened->session.history().count(), 1);
    QVERIFY(m_opened->session.predictions().segments().empty());
    m_opened->window.activateWindow(); // the offscreen platform does not, when a menu closes
    QVERIFY(m_opened->ready());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_opened->session.predictions().segments().size(), std::size_t(1));
    QTRY_VERIFY(partsOf(inRoom(), u"country"_s).startsWith(u"segment"_s));
}

void TestImportPage::noScore_isChosenFromTheTable()
{
    m_opened->window.openFile(testsupport::testData(u"columns/hard-decision-and-amount.csv"_s));
    QTRY_VERIFY(asking()->isVisible() && table(asking())->rows()->columnCount() > 0);
    QTRY_VERIFY(!asking()->question().isEmpty());
    QVERIFY(!use(asking())->isEnabled());
    pick(menuOf(asking(), u"loan_amount"_s), u"score"_s);
    QTRY_VERIFY(partsOf(asking(), u"loan_amount"_s).startsWith(u"score"_s));
}

/// Nobody waits for columns that they do not look at.
void TestImportPage::manyColumns_areFoundByName()
{
    constexpr int columns = 80000;
    QByteArray text;
    for (int line = 0; line < 25; ++line) {
        for (int column = 0; column < columns; ++column)
            text += line == 0 ? "part_" + QByteArray::number(column) + ',' : QByteArray("word,");
        if (line == 0)
            text += "animal,score\n";
        else
            text += QByteArray(line % 3 == 0 ? "dog,0." : "cat,0.") + QByteArray::number(100 + line)
                    + '\n';
    }
    m_opened->window.openFile(m_opened->files.write(u"wide.csv"_s, text));
    QTRY_VERIFY_WITH_TIMEOUT(asking()->isVisible(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(asking()), 60000);
    const auto *rows = table(asking())->rows();
    QTRY_VERIFY_WITH_TIMEOUT(columnNamed(asking(), u"animal"_s) >= 0, 60000);
    QCOMPARE(rows->columnCount(), int(TableHead::mostColumns));
    QVERIFY(TestImportPage::text(asking(), u"columnsShown"_s).startsWith(u"60 of 80,002"_s));
    QVERIFY(asking()->findChild<QComboBox *>(u"labelColumn"_s)->count() <= 62);
    auto *find = asking()->findChild<QLineEdit *>(u"findColumn"_s);
    QVERIFY(find->isVisible());
    find->setFocus();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClicks(find, u"part_79999"_s);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(columnNamed(asking(), u"part_79999"_s) >= 0, 60000);
    QCOMPARE(TestImportPage::text(asking(), u"columnsShown"_s), u"1 column found."_s);
}

void TestImportPage::page_smallWindow_keepsItsButtons()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(bringCase(u"three-possible-truths"_s));
    const auto isInside = [this](const QWidget *widget) {
        return m_opened->window.rect().contains(
                QRect(widget->mapTo(&m_opened->window, QPoint()), widget->size()));
    };
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
    QVERIFY(isInside(use(asking())));
    QVERIFY(isInside(asking()->findChild<QLabel *>(u"fact4"_s)));
    for (const QToolButton *button : answers(asking(), u"asked"_s))
        QVERIFY(isInside(button));
    QVERIFY(m_opened->open(testsupport::mixedTable()));
    QVERIFY(openRoom());
    QVERIFY(isInside(use(inRoom())));
    QCOMPARE(m_opened->window.size(), QSize(1024, 700));
}

/// Of forty classes eight have a button, all others a place in the menu beside them.
void TestImportPage::manyClasses_eachIsOffered()
{
    constexpr int classes = 40;
    QByteArray rows("ticket,truth,predicted,confidence\n");
    for (int i = 0; i < 30 * classes; ++i) {
        const int truth = i % 3 == 0 ? i / 3 % classes : i % 10;
        rows += QByteArray::number(i) + ",reason_" + QByteArray::number(truth) + ",reason_"
                + QByteArray::number(i % 5 == 0 ? (truth + 1) % classes : truth) + ",0."
                + QByteArray::number(50 + i % 49) + '\n';
    }
    m_opened->window.openFile(m_opened->files.write(u"forty.csv"_s, rows));
    const auto more = [this] {
        const auto shown = answers(asking(), u"asked"_s);
        return shown.isEmpty() || shown.last()->objectName() != u"moreAnswers"_s ? nullptr
                                                                                 : shown.last();
    };
    QTRY_VERIFY(asking()->isVisible() && more());
    QCOMPARE(answers(asking(), u"asked"_s).size(), 9);
    QCOMPARE(more()->text(), u"32 more"_s);
    QCOMPARE(text(asking(), u"fact0"_s), QString()); // nothing is known yet
    QString last;
    QTimer::singleShot(0, qApp, [&] {
        QMenu *menu = more()->menu();
        last = menu->actions().last()->text();
        QTest::keyClick(menu, Qt::Key_Up);
        QTest::keyClick(menu, Qt::Key_Return);
    });
    more()->setFocus();
    QTest::keyClick(more(), Qt::Key_Space);
    // The only question is answered: it opens, and no second click is needed.
    QTRY_VERIFY(!asking()->isVisible());
    QCOMPARE(QString::fromStdString(read().positive.value) + u" against the rest"_s, last);
}

ONEINN_TEST(TestImportPage)

} // namespace tests::journeys_importpage

#include "tst_importpage.moc"
