// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/data/datapanel.h"
#include "views/data/setasideexport.h"
#include "views/widgets/linebutton.h"
#include "views/widgets/offerbar.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolBar>

namespace tests::journeys_account {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// What was left out of a file is told on opening it, and can be looked at.
class TestAccount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void opening_recordsSetAside_saysHowManyAndWhy();
    void opening_allUsed_saysNothing();
    void line_clicked_leadsToTheAccount();
    void line_byKeys_leadsToTheAccount();
    void line_appearsWithoutMovingTheButtons();
    void line_smallWindow_isShortenedAndStays();
    void account_ofAnotherModel_isItsOwn();
    void csv_isSavedWithItsLines();
    void csv_fileChangedMeanwhile_isRefused();
    void inverted_oneClick_turnsItRound();
    void inverted_leftSo_isNotAskedAgain();

private:
    LineButton *line() const { return m_opened->child<LineButton>(u"setAside"_s); }
    QString account() const { return m_opened->child<QLabel>(u"account"_s)->text(); }
    QPushButton *save() const { return m_opened->child<QPushButton>(u"saveSetAside"_s); }
    OfferBar *inverted() const { return m_opened->child<OfferBar>(u"inverted"_s); }

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

/// Seven records that cannot be used: four without a label, three without a score.
QByteArray withGaps()
{
    QByteArray table = "label,score,latency_ms\n";
    for (int i = 0; i < 200; ++i) {
        const QByteArray label = i % 50 == 7 ? QByteArray() : QByteArray::number(i % 2);
        const QByteArray score = i % 70 == 3
                ? QByteArray()
                : QByteArray::number(i % 2 ? 0.4 + i / 400.0 : i / 400.0);
        table += label + ',' + score + ',' + QByteArray::number(100 + i) + '\n';
    }
    return table;
}

/// Of b five have no score.
QByteArray ofTwoModels()
{
    QByteArray table = "id,model,label,score\n";
    for (int i = 0; i < 100; ++i) {
        const QByteArray rest = ',' + QByteArray::number(i % 2) + ',';
        const QByteArray score = QByteArray::number(i % 2 ? 0.4 + i / 200.0 : i / 200.0);
        table += QByteArray::number(i) + ",a" + rest + score + '\n';
        table += QByteArray::number(i) + ",b" + rest + (i % 20 == 0 ? QByteArray() : score) + '\n';
    }
    return table;
}

} // namespace

void TestAccount::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestAccount::opening_recordsSetAside_saysHowManyAndWhy()
{
    QVERIFY(m_opened->open(withGaps()));
    QVERIFY(line()->isVisible());
    QCOMPARE(line()->text(), u"7 set aside: no label, no score"_s);
    QCOMPARE(line()->accessibleName(), line()->text());
    QVERIFY2(line()->toolTip().contains(u"4 have no label (lines 9, 59, 109 and 1 more)"),
             qPrintable(line()->toolTip()));
}

void TestAccount::opening_allUsed_saysNothing()
{
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QVERIFY(!line()->isVisible());
    m_opened->showView(u"dataPage"_s);
    QVERIFY2(account().endsWith(u"all used"), qPrintable(account()));
    QVERIFY(!save()->isVisible());
}

void TestAccount::line_clicked_leadsToTheAccount()
{
    QVERIFY(m_opened->open(withGaps()));
    QTest::mouseClick(line(), Qt::LeftButton, {}, line()->rect().center());
    QVERIFY(m_opened->child<DataPanel>()->isVisible());
    QCOMPARE(account(), u"200 records: 193 used, 7 set aside"_s);
    QVERIFY(save()->isVisible());
    QVERIFY(save()->hasFocus());
}

void TestAccount::line_byKeys_leadsToTheAccount()
{
    QVERIFY(m_opened->open(withGaps()));
    QTest::keyClick(&m_opened->window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_opened->child<DataPanel>()->isVisible());
    QVERIFY(save()->hasFocus());
    m_opened->showView(u"tradeoff"_s);
    line()->setFocus();
    QTest::keyClick(line(), Qt::Key_Space);
    QVERIFY(m_opened->child<DataPanel>()->isVisible());
}

void TestAccount::line_appearsWithoutMovingTheButtons()
{
    QVERIFY(m_opened->open(ofTwoModels()));
    auto *bar = m_opened->child<QToolBar>(u"toolBar"_s);
    const auto *menu = m_opened->child<QWidget>(u"menu"_s);
    const QPoint before = menu->mapTo(bar, QPoint());
    auto *models = m_opened->child<QComboBox>(u"model"_s);
    const QPoint boxBefore = models->mapTo(bar, QPoint());
    models->setFocus();
    QTest::keyClick(models, Qt::Key_Down);
    QTRY_COMPARE(line()->text(), u"5 set aside: no score"_s);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(menu->mapTo(bar, QPoint()), before);
    QCOMPARE(models->mapTo(bar, QPoint()), boxBefore);
}

void TestAccount::line_smallWindow_isShortenedAndStays()
{
    m_opened->window.resize(1024, 660);
    QVERIFY(m_opened->open(withGaps()));
    QVERIFY(line()->isVisible());
    const auto *bar = m_opened->child<QToolBar>(u"toolBar"_s);
    QVERIFY(bar->rect().contains(line()->geometry()));
    QVERIFY(m_opened->child<QWidget>(u"menu"_s)->isVisible());
}

void TestAccount::account_ofAnotherModel_isItsOwn()
{
    QVERIFY(m_opened->open(ofTwoModels()));
    // a is looked at, which has most rows: nothing of it is set aside.
    QCOMPARE(line()->text(), u"5 of other models set aside"_s);
    m_opened->showView(u"dataPage"_s);
    QCOMPARE(account(), u"200 records: 100 used, 100 not looked at"_s);
    QVERIFY(m_opened->child<QLabel>(u"accountDetails"_s)
                    ->text()
                    .contains(u"5 of other models are set aside"));
    QVERIFY(!save()->isVisible());
}

void TestAccount::csv_isSavedWithItsLines()
{
    QVERIFY(m_opened->open(withGaps()));
    m_opened->showView(u"dataPage"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"aside.csv"_s);
    auto *saving = m_opened->child<DataPanel>()->setAsideExport();
    QSignalSpy saved(saving, &SetAsideExport::saved);
    saving->write(path);
    QVERIFY(saved.wait());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 9); // a header, seven and the end
    QCOMPARE(lines[1], QByteArray("5,has no score,1,,103"));
}

void TestAccount::csv_fileChangedMeanwhile_isRefused()
{
    QVERIFY(m_opened->open(withGaps()));
    const QString data = m_opened->session.data().source.path;
    QFile file(data);
    QVERIFY(file.open(QIODevice::Append));
    file.write("1,0.5,100\n");
    file.close();
    const QTemporaryDir folder;
    auto *saving = m_opened->child<DataPanel>()->setAsideExport();
    QSignalSpy failed(saving, &SetAsideExport::failed);
    saving->write(folder.filePath(u"aside.csv"_s));
    QVERIFY(failed.wait());
    QVERIFY2(failed.first().first().toString().contains(u"has changed since"),
             qPrintable(failed.first().first().toString()));
    QVERIFY(!QFile::exists(folder.filePath(u"aside.csv"_s)));
}

void TestAccount::inverted_oneClick_turnsItRound()
{
    QVERIFY(m_opened->finishes([this] {
        m_opened->window.openFile(testsupport::testData(u"columns/points-high-is-safe.csv"_s));
    }));
    QVERIFY(inverted()->isVisible());
    QVERIFY2(inverted()->message().contains(u"credit_score"), qPrintable(inverted()->message()));
    auto *turn = inverted()->findChild<QPushButton *>(u"accept"_s);
    QVERIFY(m_opened->finishes(
            [turn] { QTest::mouseClick(turn, Qt::LeftButton, {}, turn->rect().center()); }));
    QVERIFY(m_opened->session.data().file.mapping.lowerIsPositive.value);
    QVERIFY(!inverted()->isVisible());
}

void TestAccount::inverted_leftSo_isNotAskedAgain()
{
    QVERIFY(m_opened->finishes([this] {
        m_opened->window.openFile(testsupport::testData(u"columns/points-high-is-safe.csv"_s));
    }));
    auto *leave = inverted()->findChild<QPushButton *>(u"decline"_s);
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QVERIFY(!inverted()->isVisible());
    QVERIFY(!m_opened->session.data().file.mapping.lowerIsPositive.value);
}

ONEINN_TEST(TestAccount)

} // namespace tests::journeys_account

#include "tst_account.moc"
