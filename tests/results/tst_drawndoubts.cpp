// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/drawndoubts.h"
#include "session/session.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace tests::results_drawndoubts {

using namespace oneinn;
using namespace testsupport;

class TestDrawnDoubts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray text = "id,label,score\n";
        for (int i = 0; i < 400; ++i)
            text += QByteArray::number(i) + ((i * 53) % 97 > 48 ? ",1,0." : ",0,0.")
                    + QByteArray::number(10 + (i * 37) % 89) + '\n';
        QSignalSpy finished(&m_session.loading(), &Loading::finished);
        m_session.loading().open({.path = m_files.write(QStringLiteral("table.csv"), text)});
        QVERIFY(finished.wait(60000) && m_session.hasData());
    }

    void askedByTwo_drawnOnce();
    void stopped_drawnByTheNext();
    void otherwiseAsked_drawnAnew();

private:
    AskedOfRows<DoubtsQuestion> asked() const
    {
        return {m_session.rows(), doubtsQuestion(m_session.assessment().scenario)};
    }

    TableFiles m_files;
    Session m_session;
};

void TestDrawnDoubts::askedByTwo_drawnOnce()
{
    DrawnDoubts drawn;
    DrawnDoubts::DoubtsPtr other;
    std::jthread beside([&, question = asked()] { other = drawn.of(question, {}); });
    const DrawnDoubts::DoubtsPtr one = drawn.of(asked(), {});
    beside.join();
    QVERIFY(one);
    QCOMPARE(one.get(), other.get());
}

void TestDrawnDoubts::stopped_drawnByTheNext()
{
    DrawnDoubts drawn;
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!drawn.of(asked(), {.stop = stop.get_token()}));
    QVERIFY(drawn.of(asked(), {}));
}

void TestDrawnDoubts::otherwiseAsked_drawnAnew()
{
    DrawnDoubts drawn;
    const auto one = drawn.of(asked(), {});
    auto otherwise = asked();
    otherwise.question.seed = 2;
    const auto other = drawn.of(otherwise, {});
    QVERIFY(one && other);
    QVERIFY(one.get() != other.get());
    QCOMPARE(other->question.seed, std::uint64_t{2});
}

ONEINN_TEST(TestDrawnDoubts)

} // namespace tests::results_drawndoubts

#include "tst_drawndoubts.moc"
