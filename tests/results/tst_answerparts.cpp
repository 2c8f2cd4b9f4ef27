// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/markdown.h"
#include "results/answerparts.h"
#include "results/results.h"
#include "session/session.h"
#include "support/sessionedits.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::results_answerparts {

using namespace oneinn;
using namespace testsupport;

class TestAnswerParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_results.reset();
        m_session.reset();
    }

    void window_complete_saysWhatIsSaidAtOnce_data();
    void window_complete_saysWhatIsSaidAtOnce();
    void window_moved_leavesOutWhatIsOld();
    void atOnce_pinThatDoesNotFit_isKeptWithItsReason();
    void window_fileWrittenAnew_namesTheChecksumOfWhatWasRead();

private:
    void setWanted(bool wanted)
    {
        m_results->pins().setDifferencesWanted(this, wanted);
        m_results->setPoliciesWanted(this, wanted);
    }
    static QString told(const AnswerParts &parts, report::Length length)
    {
        return report::markdown(
                parts.report(length, QDate(2026, 11, 26), AnswerParts::Figures::LeftOut));
    }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Results> m_results;
};

void TestAnswerParts::init()
{
    m_session = std::make_unique<Session>();
    m_results = std::make_unique<Results>(m_session.get());
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    m_session->open({.path = m_files.write(QStringLiteral("table.csv"), mixedTable())});
    QVERIFY(finished.wait() && m_session->hasData());
    m_session->setBudget(Milliseconds{400.0});
    m_session->setThreshold({0.6});
    m_session->pin("mine");
    m_session->setThreshold({0.4});
    setWanted(true);
    QTRY_VERIFY(isAnswerComplete(*m_results));
}

void TestAnswerParts::window_complete_saysWhatIsSaidAtOnce_data()
{
    QTest::addColumn<report::Length>("length");
    QTest::newRow("sentence") << report::Length::Sentence;
    QTest::newRow("brief") << report::Length::Brief;
}

void TestAnswerParts::window_complete_saysWhatIsSaidAtOnce()
{
    QFETCH(const report::Length, length);
    const AnswerParts window = answerParts(*m_results);
    QVERIFY(window.load && window.compared && window.doubts);
    QCOMPARE(window.pins.size(), std::size_t(2));
    QVERIFY(!window.provenance.sha256.isEmpty());
    AnswerParts atOnce = answerParts(m_session->rows(), m_session->scenario(), m_session->pins());
    atOnce.provenance = window.provenance;
    QCOMPARE(told(window, length), told(atOnce, length));
    QCOMPARE(window.points().size(), atOnce.points().size());
    QCOMPARE(window.points().size(), 3);
}

void TestAnswerParts::window_moved_leavesOutWhatIsOld()
{
    testsupport::setValues(*m_session, {5.0, -9.0, -1.0, 0.0, -1.0});
    const AnswerParts moved = answerParts(*m_results);
    QVERIFY(!isAnswerComplete(*m_results));
    QVERIFY(!moved.load && !moved.compared && !moved.doubts);
    for (const AnswerParts::Pin &pin : moved.pins)
        QVERIFY(!pin.assessed && !pin.differences);
    QVERIFY(moved.now.scenario.values == m_session->scenario().values);
    QTRY_VERIFY(isAnswerComplete(*m_results));
    // Neither reads how often the feature is used.
    m_session->edit(Field::UsesPerWeek, 3.0);
    QVERIFY(answerParts(*m_results).load && answerParts(*m_results).compared);
    QVERIFY(answerParts(*m_results).doubts);
}

void TestAnswerParts::atOnce_pinThatDoesNotFit_isKeptWithItsReason()
{
    PinnedPoint other = m_session->pins().front();
    other.choice.model = "no such model";
    const AnswerParts parts = answerParts(m_session->rows(), m_session->scenario(), {other});
    QCOMPARE(parts.pins.size(), std::size_t(1));
    QCOMPARE(parts.pins.front().assessed->misfit, PinMisfit::ModelMissing);
    QCOMPARE(parts.points().size(), 1);
}

void TestAnswerParts::window_fileWrittenAnew_namesTheChecksumOfWhatWasRead()
{
    const auto checksum = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    const QString path = m_session->source().path;
    const QByteArray fresh = mixedTable() + QByteArray("\n");
    QCOMPARE(m_files.write(QStringLiteral("table.csv"), fresh), path);
    // What is shown is still what was read before.
    QCOMPARE(answerParts(*m_results).provenance.sha256, checksum(mixedTable()));
    QSignalSpy finished(m_session.get(), &Session::loadingFinished);
    m_session->open({.path = path});
    QVERIFY(finished.wait());
    QCOMPARE(answerParts(*m_results).provenance.sha256, checksum(fresh));
}

ONEINN_TEST(TestAnswerParts)

} // namespace tests::results_answerparts

#include "tst_answerparts.moc"
