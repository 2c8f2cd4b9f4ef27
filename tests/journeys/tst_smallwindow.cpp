// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/answer/answerpanel.h"
#include "views/dials/planepanel.h"
#include "views/evidence/experiencepanel.h"
#include "views/options/policiespanel.h"
#include "views/options/segmentspanel.h"
#include "views/options/targetspanel.h"
#include "wording/policynames.h"
#include "wording/reachtable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <memory>

namespace tests::journeys_smallwindow {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person with a small screen and words of their own reads all that is told.
class TestSmallWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void targets_everyColumn_isSeen();
    void policies_missed_isSeen_andBoxesSayAll();
    void plane_box_saysAll();
    void answer_besideItsButtons_noWordIsCut();
    void segments_beginWithAChannel();
    void headlines_whatTheyRestOn_isSeenAtTheUsualSize();

private:
    Results &results() const { return *m_opened->child<Results>(); }
    static bool saysAll(const QComboBox *box) { return box->width() >= box->sizeHint().width(); }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestSmallWindow::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1024, 700));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
}

void TestSmallWindow::targets_everyColumn_isSeen()
{
    m_opened->showView(u"targetsPage"_s);
    QVERIFY(QTest::qWaitFor([this] { return results().reach().current() != nullptr; }));
    auto *table = m_opened->child<TargetsPanel>()->findChild<QTableView *>(u"table"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QVERIFY(!table->isColumnHidden(static_cast<int>(wording::ReachColumn::Missed)));
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
}

void TestSmallWindow::policies_missed_isSeen_andBoxesSayAll()
{
    m_opened->showView(u"policiesPage"_s);
    QVERIFY(QTest::qWaitFor([this] { return results().policies().current() != nullptr; }, 20000));
    auto *panel = m_opened->child<PoliciesPanel>();
    auto *table = panel->findChild<QTableView *>(u"table"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QTRY_VERIFY(!table->isColumnHidden(static_cast<int>(wording::PolicyColumn::Missed)));
    QTRY_VERIFY(!table->isColumnHidden(static_cast<int>(wording::PolicyColumn::WaitP95)));
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    QTRY_VERIFY(saysAll(panel->findChild<QComboBox *>(u"quality"_s)));
    QVERIFY(saysAll(panel->findChild<QComboBox *>(u"burden"_s)));
}

void TestSmallWindow::plane_box_saysAll()
{
    m_opened->showView(u"planePage"_s);
    const auto *box = m_opened->child<PlanePanel>()->findChild<QComboBox *>(u"view"_s);
    QTRY_VERIFY(saysAll(box));
    m_opened->session.edit(edits::word(&FeatureWords::useCase, "bank transfer"));
    QTRY_VERIFY(saysAll(box));
}

void TestSmallWindow::answer_besideItsButtons_noWordIsCut()
{
    m_opened->showView(u"answerPage"_s);
    QVERIFY(QTest::qWaitFor([this] { return results().policies().current() != nullptr; }, 20000));
    const auto *label = m_opened->child<AnswerPanel>()->findChild<QLabel *>(u"pending"_s);
    constexpr qsizetype aFewWords = 12;
    QTRY_VERIFY(label->text().isEmpty() || label->text().size() >= aFewWords);
}

void TestSmallWindow::segments_beginWithAChannel()
{
    m_opened->showView(u"segmentsPage"_s);
    const auto *by = m_opened->child<SegmentsPanel>()->findChild<QComboBox *>(u"by"_s);
    QTRY_COMPARE(by->currentText(), u"channel"_s);
}

/// With a limit on waits, which takes the most room.
void TestSmallWindow::headlines_whatTheyRestOn_isSeenAtTheUsualSize()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1280, 800));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QVERIFY(m_opened->session.scenario().budget);
    QTRY_VERIFY(!results().isPending());
    const auto *column = m_opened->window.findChild<QScrollArea *>(u"rightScroll"_s);
    const auto *panel = m_opened->child<ExperiencePanel>();
    // Where it need not scroll, nothing more goes.
    QTRY_VERIFY(panel->told() == ExperiencePanel::Told::WhatHeadlinesRestOn
                && column->verticalScrollBar()->maximum() == 0);
}

ONEINN_TEST(TestSmallWindow)

} // namespace tests::journeys_smallwindow

#include "tst_smallwindow.moc"
