// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/sessionedits.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/doubts/verdictpanel.h"
#include "views/product/productpanel.h"
#include "wording/verdictwords.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTabWidget>

#include <memory>

namespace tests::journeys_verdict {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// What carries the product, as a person comes to see it.
class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void card_sampleOpened_saysWhatCoreSays();
    void card_clicked_opensAllOfIt();
    void card_byKeyboard_opensAllOfIt();
    void drag_verdictFollowsAfterIt();
    void noun_changed_asksNothing();
    void settingsInARow_onlyTheLastArrives();
    void tab_hidden_isRightWhenShown();
    void otherData_oldVerdictIsGone();

private:
    QAbstractButton *card() const { return m_opened->child<QAbstractButton>(u"verdictNote"_s); }
    VerdictPanel *panel() const { return m_opened->child<VerdictPanel>(); }
    const Results::Load &load() const { return m_opened->child<Results>()->load(); }
    QString headline() const { return card()->findChild<QLabel *>(u"verdictNoteTitle"_s)->text(); }
    bool settled() const { return load().current() != nullptr; }
    /// What ought to be said of the session's scenario.
    wording::VerdictWords expected() const
    {
        const Session &session = m_opened->session;
        return wording::verdictWords(
                scenarioLoad(*session.rows(), loadQuestion(session.assessment().scenario)).value(),
                m_opened->session.scenario().words);
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestVerdict::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QTRY_VERIFY(settled());
}

void TestVerdict::card_sampleOpened_saysWhatCoreSays()
{
    QVERIFY(card()->isVisible());
    QCOMPARE(headline(), expected().headline);
    QCOMPARE(card()->accessibleName(), wording::verdictSentence(expected()));
    QVERIFY(card()->mapTo(&m_opened->window, QPoint(0, card()->height())).y()
            <= m_opened->window.height());
}

void TestVerdict::card_clicked_opensAllOfIt()
{
    QVERIFY(!panel()->isVisible());
    QTest::mouseClick(card(), Qt::LeftButton, {}, card()->rect().center());
    QVERIFY(panel()->isVisible());
    const auto words = expected();
    const auto text = [this](const QString &name) {
        return panel()->findChild<QLabel *>(name)->text();
    };
    QCOMPARE(text(u"headline"_s), words.headline);
    QCOMPARE(text(u"headrooms"_s), words.headrooms.join(u'\n'));
    QCOMPARE(text(u"weekNote"_s), words.badWeekNote);
    QVERIFY(text(u"assumptions"_s).contains(u"your assumptions"_s));
}

void TestVerdict::card_byKeyboard_opensAllOfIt()
{
    card()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(card(), Qt::Key_Space);
    QVERIFY(panel()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!panel()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_1, Qt::ControlModifier); // where it was left
    QVERIFY(panel()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_1, Qt::ControlModifier); // its next view
    QVERIFY(!panel()->isVisible() && m_opened->child<ProductPanel>()->isVisible());
}

void TestVerdict::drag_verdictFollowsAfterIt()
{
    const QString before = card()->accessibleName();
    auto *scores = m_opened->scores();
    const QPoint from = OpenedWindow::handle(OpenedWindow::marker(scores));
    QSignalSpy changed(&load(), &BackgroundState::changed);
    press(scores->viewport(), from);
    moveTo(scores->viewport(), from + QPoint(60, 0));
    QTRY_VERIFY(load().isOutdated()); // in the hand: seen to be old, and nothing is worked out
    QCOMPARE(changed.size(), 1);
    QCOMPARE(card()->accessibleName(), before);
    release(scores->viewport(), from + QPoint(60, 0));
    QTRY_VERIFY(settled());
    QVERIFY(!load().isOutdated());
    QVERIFY(card()->accessibleName() != before);
    // Another failure comes first than before, so it is said since what.
    QVERIFY2(card()->accessibleName().startsWith(wording::verdictSentence(expected())
                                                 + u" Changed: the threshold. Before: "_s),
             qPrintable(card()->accessibleName()));
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(card()->accessibleName().startsWith(before));
}

void TestVerdict::noun_changed_asksNothing()
{
    m_opened->session.edit(edits::word(&FeatureWords::raised, "alert"));
    QVERIFY(!load().isPending());
}

void TestVerdict::settingsInARow_onlyTheLastArrives()
{
    QSignalSpy changed(&load(), &BackgroundState::changed);
    m_opened->session.setBudget(Milliseconds{200.0});
    m_opened->session.setBudget(Milliseconds{250.0});
    testsupport::setValues(m_opened->session, {1.0, -20.0, -0.1, 0.0});
    QTRY_VERIFY(settled());
    QVERIFY(load().answer()->question == loadQuestion(m_opened->session.scenario()));
    QVERIFY2(card()->accessibleName().startsWith(
                     wording::verdictSentence(expected())
                     + u" Changed: the budget and what an outcome is worth. Before: "_s),
             qPrintable(card()->accessibleName()));
    QVERIFY(changed.size() <= 2); // that it is old, if it took so long, and the last
}

void TestVerdict::tab_hidden_isRightWhenShown()
{
    m_opened->showView(u"verdictPage"_s);
    m_opened->showView(u"tradeoff"_s);
    m_opened->session.setThreshold({0.8});
    QTRY_VERIFY(settled());
    m_opened->showView(u"verdictPage"_s);
    QCOMPARE(panel()->findChild<QLabel *>(u"headrooms"_s)->text(),
             expected().headrooms.join(u'\n'));
}

void TestVerdict::otherData_oldVerdictIsGone()
{
    QVERIFY(m_opened->open("label,score\n1,0.9\n0,0.8\n1,0.7\n0,0.2\n1,0.1\n0,0.05\n"));
    QCOMPARE(headline(), wording::verdictPendingText());
    QTRY_VERIFY(settled());
    QCOMPARE(headline(), expected().headline);
    QVERIFY(!card()->accessibleName().contains(u"slower"_s));
}

ONEINN_TEST(TestVerdict)

} // namespace tests::journeys_verdict

#include "tst_verdict.moc"
