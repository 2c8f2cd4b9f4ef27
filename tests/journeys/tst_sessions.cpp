// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/offerbar.h"
#include "views/window/historypanel.h"
#include "views/window/sessionfiles.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <memory>

namespace tests::journeys_sessions {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

class TestSessions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void save_drag_undo_titleSaysWhatIsUnsaved();
    void close_lookedAtASample_isNotAsked();
    void close_unsaved_asksAndDoesWhatIsSaid_data();
    void close_unsaved_asksAndDoesWhatIsSaid();
    void open_another_asksFirst();
    void save_changedMeanwhile_asksAndDoesWhatIsSaid_data();
    void save_changedMeanwhile_asksAndDoesWhatIsSaid();
    void session_opened_isAsItWasSaved();
    void session_damaged_saysSoAndKeepsTheData();
    void session_movedData_asksForTheFile();
    void session_changedData_saysWhatNoLongerFits();
    void session_changedDataOfManyModels_saysBoth();
    void killed_window_isOfferedAndRecovered();
    void killed_window_discarded_isGone();
    void killed_window_discardedWhileAsked_staysSo();
    void history_clickAndEnter_goThere();

private:
    SessionFiles *files() { return m_opened->child<SessionFiles>(); }
    bool saveAs(const QString &path);
    bool answer(QMessageBox::StandardButton button);
    bool press(const QString &bar, const QString &button);
    void dragThreshold(double to);
    bool opens(const QString &path)
    {
        return m_opened->finishes([&] { m_opened->window.openFile(path); });
    }
    QString titleOf(const QString &name) const { return name + u"[*] — One in N"_s; }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestSessions::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

/// As a person: Ctrl+Shift+S, a name, Enter.
bool TestSessions::saveAs(const QString &path)
{
    QSignalSpy saved(&files()->saved(), &SavedSession::saved);
    QTest::keyClick(&m_opened->window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_opened->child<QFileDialog>();
    if (!dialog)
        return false;
    dialog->selectFile(path);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    if (!name)
        return false;
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    if (saved.isEmpty() && !saved.wait())
        return false;
    m_opened->window.activateWindow(); // the dialog's place on top is free again
    return QTest::qWaitForWindowActive(&m_opened->window);
}

bool TestSessions::answer(QMessageBox::StandardButton button)
{
    auto *box = m_opened->child<QMessageBox>();
    if (!box || !box->isVisible())
        return false;
    QTest::mouseClick(box->button(button), Qt::LeftButton);
    return true;
}

bool TestSessions::press(const QString &bar, const QString &button)
{
    auto *offer = m_opened->child<OfferBar>(bar);
    if (!offer->isVisible())
        return false;
    QTest::mouseClick(offer->findChild<QPushButton *>(button), Qt::LeftButton);
    return true;
}

void TestSessions::dragThreshold(double to)
{
    drag(m_opened->scores()->viewport(),
         OpenedWindow::handle(OpenedWindow::marker(m_opened->scores())),
         OpenedWindow::inPlot(m_opened->scores(), to, 0.5));
}

void TestSessions::save_drag_undo_titleSaysWhatIsUnsaved()
{
    QVERIFY(m_opened->open(mixedTable()));
    QCOMPARE(m_opened->window.windowTitle(), titleOf(u"table.csv"_s));
    QVERIFY(!m_opened->window.isWindowModified());
    dragThreshold(0.3);
    QVERIFY(m_opened->window.isWindowModified());
    QVERIFY(saveAs(m_opened->files.path(u"mine.oneinn"_s)));
    QCOMPARE(m_opened->window.windowTitle(), titleOf(u"mine.oneinn"_s));
    QVERIFY(!m_opened->window.isWindowModified());
    dragThreshold(0.8);
    QVERIFY(m_opened->window.isWindowModified());
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_opened->window.isWindowModified());
    dragThreshold(0.8);
    QTest::keyClick(&m_opened->window, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_opened->window.isWindowModified());
    QVERIFY(loadDocument(m_opened->files.path(u"mine.oneinn"_s)).value().scenario
            == m_opened->session.scenario());
}

void TestSessions::close_lookedAtASample_isNotAsked()
{
    QVERIFY(m_opened->openSample(u"assistantanswers"_s));
    dragThreshold(0.3);
    QVERIFY(m_opened->window.isWindowModified());
    m_opened->window.close();
    QVERIFY(!m_opened->window.isVisible());
}

void TestSessions::close_unsaved_asksAndDoesWhatIsSaid_data()
{
    QTest::addColumn<int>("button");
    QTest::newRow("save") << int(QMessageBox::Save);
    QTest::newRow("discard") << int(QMessageBox::Discard);
    QTest::newRow("cancel") << int(QMessageBox::Cancel);
}

void TestSessions::close_unsaved_asksAndDoesWhatIsSaid()
{
    QFETCH(int, button);
    QVERIFY(m_opened->open(mixedTable()));
    const QString path = m_opened->files.path(u"mine.oneinn"_s);
    QVERIFY(saveAs(path));
    dragThreshold(0.8);
    const double now = m_opened->session.scenario().threshold.value;
    m_opened->window.close();
    QVERIFY(m_opened->window.isVisible());
    QVERIFY(answer(QMessageBox::StandardButton(button)));
    QTRY_COMPARE(m_opened->window.isVisible(), button == int(QMessageBox::Cancel));
    const double saved = loadDocument(path).value().scenario.threshold.value;
    QCOMPARE(saved == now, button == int(QMessageBox::Save));
}

void TestSessions::open_another_asksFirst()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.pinBoard().pin("mine");
    const QString other = m_opened->files.write(u"other.csv"_s, plainTable());
    m_opened->window.openFile(other);
    QVERIFY(!m_opened->session.loading().isReading());
    QVERIFY(answer(QMessageBox::Cancel));
    QVERIFY(!m_opened->session.loading().isReading());
    QTRY_VERIFY(!m_opened->child<QMessageBox>());
    m_opened->window.openFile(other);
    QVERIFY(m_opened->finishes([&] { QVERIFY(answer(QMessageBox::Discard)); }));
    QCOMPARE(m_opened->session.data().source.path, other);
}

void TestSessions::save_changedMeanwhile_asksAndDoesWhatIsSaid_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("elsewhere") << u"accept"_s;
    QTest::newRow("replace") << u"other"_s;
    QTest::newRow("cancel") << u"decline"_s;
}

void TestSessions::save_changedMeanwhile_asksAndDoesWhatIsSaid()
{
    QFETCH(QString, button);
    QVERIFY(m_opened->open(mixedTable()));
    const QString path = m_opened->files.path(u"mine.oneinn"_s);
    QVERIFY(saveAs(path));
    Document theirs = loadDocument(path).value();
    theirs.scenario.words.raised = "theirs";
    QVERIFY(!saveDocument(path, theirs));
    dragThreshold(0.8);
    m_opened->window.close();
    QVERIFY(answer(QMessageBox::Save));
    auto *bar = m_opened->child<OfferBar>(u"conflict"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY2(bar->message().startsWith(u"“mine.oneinn” has been changed by another window"_s),
             qPrintable(bar->message()));
    QVERIFY(m_opened->window.isVisible() && m_opened->window.isWindowModified());
    QCOMPARE(loadDocument(path).value().scenario.words.raised, std::string("theirs"));

    QVERIFY(press(u"conflict"_s, button));
    QVERIFY(!bar->isVisible());
    const QString elsewhere = m_opened->files.path(u"elsewhere.oneinn"_s);
    if (button == u"accept"_s) {
        auto *name = m_opened->child<QFileDialog>()->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(elsewhere);
        QTest::keyClick(name, Qt::Key_Return);
    }
    // What was asked for first, to close, follows unless it was cancelled.
    QTRY_COMPARE(m_opened->window.isVisible(), button == u"decline"_s);
    const bool replaced = loadDocument(path).value().scenario.words.raised != "theirs";
    QCOMPARE(replaced, button == u"other"_s);
    QCOMPARE(QFile::exists(elsewhere), button == u"accept"_s);
}

void TestSessions::session_opened_isAsItWasSaved()
{
    QVERIFY(m_opened->open(mixedTable()));
    dragThreshold(0.3);
    m_opened->session.pinBoard().pin("mine");
    QVERIFY(saveAs(m_opened->files.path(u"mine.oneinn"_s)));
    const Scenario scenario = m_opened->session.scenario();
    const auto texts = shownTexts(*m_opened);
    QVERIFY(opens(m_opened->files.write(u"other.csv"_s, plainTable())));
    QVERIFY(opens(m_opened->files.path(u"mine.oneinn"_s)));
    QVERIFY(m_opened->session.scenario() == scenario);
    QCOMPARE(m_opened->session.state().pins.back().name, std::string("mine"));
    QCOMPARE(firstDifference(shownTexts(*m_opened), texts), QString());
    QVERIFY(!m_opened->window.isWindowModified());
    QCOMPARE(m_opened->recent.paths().first(), m_opened->files.path(u"mine.oneinn"_s));
}

void TestSessions::session_damaged_saysSoAndKeepsTheData()
{
    QVERIFY(m_opened->open(mixedTable()));
    const auto texts = shownTexts(*m_opened);
    m_opened->window.openFile(m_opened->files.write(u"bad.oneinn"_s, "{\n\"format\": "));
    const auto *message = m_opened->child<MessageBar>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->message().startsWith(u"“bad.oneinn”, line 2 is not written as JSON"_s),
             qPrintable(message->message()));
    m_opened->window.openFile(m_opened->files.write(
            u"new.oneinn"_s, R"({"format": "one-in-n-session", "schema": 9})"));
    QVERIFY2(message->message().contains(u"made by a newer One in N"_s),
             qPrintable(message->message()));
    QCOMPARE(firstDifference(shownTexts(*m_opened), texts), QString());
    QVERIFY(!m_opened->session.loading().isReading());
}

void TestSessions::session_movedData_asksForTheFile()
{
    QVERIFY(m_opened->open(mixedTable()));
    dragThreshold(0.3);
    const Scenario scenario = m_opened->session.scenario();
    QVERIFY(saveAs(m_opened->files.path(u"mine.oneinn"_s)));
    QVERIFY(opens(m_opened->files.write(u"other.csv"_s, plainTable())));
    const QString moved = m_opened->files.path(u"moved.csv"_s);
    QVERIFY(QFile::rename(m_opened->files.path(u"table.csv"_s), moved));
    m_opened->window.openFile(m_opened->files.path(u"mine.oneinn"_s));
    QVERIFY(m_opened->child<OfferBar>(u"moved"_s)->message().contains(u"table.csv"_s));
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(press(u"moved"_s, u"accept"_s));
    auto *dialog = m_opened->child<QFileDialog>();
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(moved);
    QVERIFY(m_opened->finishes([&] { QTest::keyClick(name, Qt::Key_Return); }));
    QVERIFY(m_opened->session.scenario() == scenario);
    QVERIFY(!m_opened->child<OfferBar>(u"moved"_s)->isVisible());
}

void TestSessions::session_changedData_saysWhatNoLongerFits()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.edit(edits::where({{"country", "de"}}));
    QVERIFY(saveAs(m_opened->files.path(u"mine.oneinn"_s)));
    m_opened->files.write(u"table.csv"_s, mixedTable().replace(",de\n", ",be\n"));
    QVERIFY(opens(m_opened->files.path(u"mine.oneinn"_s)));
    const auto *message = m_opened->child<MessageBar>();
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->message(),
             u"“table.csv” has changed since this session was saved. Left out because it no longer "
             "fits: the group “country = de”. The rest was kept."_s);
}

void TestSessions::session_changedDataOfManyModels_saysBoth()
{
    QByteArray table = "label,score,run_id\n";
    for (int row = 0; row < 120; ++row)
        table += (row % 3 == 0 ? "1,0." : "0,0.") + QByteArray::number(100 + row * 7) + ",r"
                + QByteArray::number(row % 60) + '\n';
    QVERIFY(m_opened->open(table));
    const auto *message = m_opened->child<MessageBar>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->message().contains(u"run_id"_s), qPrintable(message->message()));
    QVERIFY(saveAs(m_opened->files.path(u"mine.oneinn"_s)));
    m_opened->files.write(u"table.csv"_s, table + "1,0.5,r1\n");
    QVERIFY(opens(m_opened->files.path(u"mine.oneinn"_s)));
    QTRY_VERIFY2(message->message().contains(u"has changed since"_s),
                 qPrintable(message->message()));
    QCOMPARE(message->message().count(u"run_id"_s), 1);
}

void TestSessions::killed_window_isOfferedAndRecovered()
{
    QVERIFY(m_opened->open(mixedTable()));
    dragThreshold(0.3);
    const Scenario scenario = m_opened->session.scenario();
    files()->saved().keepNow();
    const QDir folder(recoveryFolder());
    QTRY_COMPARE(folder.entryList({u"*.oneinn"_s}, QDir::Files).size(), 1);
    // What a kill leaves: the file without a living window.
    QVERIFY(QFile::copy(folder.filePath(folder.entryList({u"*.oneinn"_s}, QDir::Files).first()),
                        folder.filePath(u"left.oneinn"_s)));
    QVERIFY(opens(m_opened->files.write(u"other.csv"_s, plainTable())));
    m_opened->window.offerRecovery();
    auto *bar = m_opened->child<OfferBar>(u"recovery"_s);
    QVERIFY2(bar->isVisible() && bar->message().startsWith(u"“table.csv” was not saved when"_s),
             qPrintable(bar->message()));
    QVERIFY(m_opened->finishes([&] { QVERIFY(press(u"recovery"_s, u"accept"_s)); }));
    QVERIFY(m_opened->session.scenario() == scenario);
    QVERIFY(m_opened->window.isWindowModified());
    QVERIFY(!bar->isVisible());
    QVERIFY(!folder.exists(u"left.oneinn"_s));
    m_opened->window.close();
    QVERIFY(m_opened->window.isVisible()); // asked
    QVERIFY(answer(QMessageBox::Discard));
    QVERIFY(!m_opened->window.isVisible());
}

void TestSessions::killed_window_discarded_isGone()
{
    QVERIFY(m_opened->open(mixedTable()));
    dragThreshold(0.3);
    files()->saved().keepNow();
    const QDir folder(recoveryFolder());
    QTRY_COMPARE(folder.entryList({u"*.oneinn"_s}, QDir::Files).size(), 1);
    const QString own = folder.entryList({u"*.oneinn"_s}, QDir::Files).first();
    QVERIFY(QFile::copy(folder.filePath(own), folder.filePath(u"left.oneinn"_s)));
    m_opened->window.offerRecovery();
    QVERIFY(press(u"recovery"_s, u"decline"_s));
    QVERIFY(!m_opened->child<OfferBar>(u"recovery"_s)->isVisible());
    QCOMPARE(folder.entryList({u"*.oneinn"_s}, QDir::Files), QStringList{own});
}

void TestSessions::killed_window_discardedWhileAsked_staysSo()
{
    QVERIFY(m_opened->open(mixedTable()));
    m_opened->session.pinBoard().pin("mine");
    files()->saved().keepNow();
    const QDir folder(recoveryFolder());
    QTRY_COMPARE(folder.entryList({u"*.oneinn"_s}, QDir::Files).size(), 1);
    QVERIFY(QFile::copy(folder.filePath(folder.entryList({u"*.oneinn"_s}, QDir::Files).first()),
                        folder.filePath(u"left.oneinn"_s)));
    m_opened->window.offerRecovery();
    auto *bar = m_opened->child<OfferBar>(u"recovery"_s);
    QVERIFY(press(u"recovery"_s, u"accept"_s));
    Q_EMIT bar->declined(); // before the question about the pin is answered
    Q_EMIT bar->declined();
    QVERIFY(answer(QMessageBox::Discard));
    QVERIFY(!m_opened->session.loading().isReading() && !bar->isVisible());
    Q_EMIT bar->accepted();
    QVERIFY(!m_opened->session.loading().isReading());
    QCOMPARE(m_opened->session.state().pins.back().name, std::string("mine"));
}

void TestSessions::history_clickAndEnter_goThere()
{
    QVERIFY(m_opened->open(mixedTable()));
    auto *panel = m_opened->child<HistoryPanel>();
    QVERIFY(!panel->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    auto *steps = panel->findChild<QListWidget *>();
    const Scenario start = m_opened->session.scenario();
    m_opened->session.setThreshold({0.25});
    m_opened->session.setBudget(Milliseconds{400.0});
    m_opened->session.pinBoard().pin("mine");
    QStringList texts;
    for (int i = 0; i < steps->count(); ++i)
        texts.append(steps->item(i)->text());
    QCOMPARE(texts,
             QStringList({u"as opened"_s, u"threshold: 0.25"_s, u"latency budget: 400 ms"_s,
                          u"pin a point"_s}));
    QCOMPARE(steps->currentRow(), 3);
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {},
                      steps->visualItemRect(steps->item(1)).center());
    QCOMPARE(m_opened->session.history().index(), 1);
    QVERIFY(!m_opened->session.scenario().budget);
    QTest::keyClick(steps, Qt::Key_Up);
    QTest::keyClick(steps, Qt::Key_Return);
    QVERIFY(m_opened->session.scenario() == start);
    QCOMPARE(steps->count(), 4); // what was undone can be gone back to
    QVERIFY(steps->item(0)->font().bold() && !steps->item(1)->font().bold());
    QTest::keyClick(&m_opened->window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());
}

ONEINN_TEST(TestSessions)

} // namespace tests::journeys_sessions

#include "tst_sessions.moc"
