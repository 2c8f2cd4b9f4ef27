// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/history.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

#include <memory>

namespace tests::session_history {

using namespace oneinn;
using namespace Qt::StringLiterals;

/// Steps by themselves, without a session.
class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void state_same_isNoStep();
    void gesture_editsOfAPart_areOneStep();
    void gesture_cancelled_leavesNothing();
    void gesture_backWhereItBegan_leavesNothing();
    void typing_isOneStep_withoutAGesture();
    void session_declaresLittle();

private:
    void moveTo(double threshold)
    {
        SessionState changed = m_now;
        changed.scenario.threshold = {threshold};
        m_history->step(EditedPart::Threshold, changed);
    }
    void type(const std::string &title)
    {
        SessionState changed = m_now;
        changed.text.title = title;
        m_history->step(EditedPart::AnswerText, changed);
    }

    SessionState m_now;
    std::unique_ptr<History> m_history;
};

void TestHistory::init()
{
    m_now = {};
    m_now.scenario.threshold = {0.5};
    m_history =
            std::make_unique<History>(m_now, [this](const SessionState &state) { m_now = state; });
}

void TestHistory::state_same_isNoStep()
{
    moveTo(0.5);
    QCOMPARE(m_history->count(), 0);
    moveTo(0.4);
    QCOMPARE(m_history->count(), 1);
    m_history->undo();
    QCOMPARE(m_now.scenario.threshold, Threshold{0.5});
}

void TestHistory::gesture_editsOfAPart_areOneStep()
{
    m_history->beginGesture();
    QVERIFY(m_history->isInGesture());
    moveTo(0.4);
    moveTo(0.3);
    m_history->endGesture();
    QCOMPARE(m_history->count(), 1);
    moveTo(0.2);
    moveTo(0.1);
    QCOMPARE(m_history->count(), 3);
    m_history->setIndex(0);
    QCOMPARE(m_now.scenario.threshold, Threshold{0.5});
}

void TestHistory::gesture_cancelled_leavesNothing()
{
    moveTo(0.6);
    m_history->beginGesture();
    moveTo(0.4);
    SessionState changed = m_now;
    changed.scenario.budget = Milliseconds{100.0};
    m_history->step(EditedPart::LatencyBudget, changed);
    QCOMPARE(m_history->count(), 3);
    m_history->cancelGesture();
    QVERIFY(!m_history->isInGesture());
    QCOMPARE(m_history->count(), 1);
    QCOMPARE(m_now.scenario.threshold, Threshold{0.6});
    QVERIFY(!m_now.scenario.budget);
}

void TestHistory::gesture_backWhereItBegan_leavesNothing()
{
    m_history->beginGesture();
    moveTo(0.4);
    moveTo(0.5);
    m_history->endGesture();
    QCOMPARE(m_history->count(), 0);
}

void TestHistory::typing_isOneStep_withoutAGesture()
{
    m_history->beginTyping();
    QVERIFY(!m_history->isInGesture());
    type("A");
    type("As");
    m_history->endTyping();
    QCOMPARE(m_history->count(), 1);
    type("Asked");
    QCOMPARE(m_history->count(), 2);
    m_history->setIndex(0);
    QVERIFY(m_now.text.title.empty());
}

/// Its budget: 30 public functions and signals, 150 lines. What is new has a part to go to.
void TestHistory::session_declaresLittle()
{
    constexpr int mostLines = 150;
    constexpr int mostFunctions = 30;
    QFile file(testsupport::sourceFolder(u"src/session/session.h"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.count('\n') <= mostLines);
    const QByteArray open = text.sliced(text.indexOf("public:"),
                                        text.indexOf("private:") - text.indexOf("public:"));
    int functions = 0;
    for (const QByteArray &line : open.split('\n')) {
        const bool begins = line.startsWith("    ") && !line.startsWith("     ");
        functions += begins && !line.trimmed().startsWith("//") && line.contains('(') ? 1 : 0;
    }
    QVERIFY2(functions > 20 && functions <= mostFunctions, qPrintable(QString::number(functions)));
}

ONEINN_TEST(TestHistory)

} // namespace tests::session_history

#include "tst_history.moc"
