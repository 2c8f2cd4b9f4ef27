// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/periodcomparison.h"

#include "session/session.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::results_periodcomparison {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::mixedTable;
using testsupport::TableFiles;

class TestPeriodComparison : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_periods.reset();
        m_workers.reset();
        m_session.reset();
    }

    void file_isReadAsTheOpenOneIs();
    void file_missing_saysWhichAndWhy();
    void file_other_isAskedAnew();
    void part_isBothPeriodsOfOneFile();
    void part_ofNothing_hasNoUses();
    void notWanted_nothingIsWorkedOut();
    void measure_isOfTheAnswer();
    void openedAnother_isForgotten();
    void session_bringsItsComparison();

private:
    bool open(const QByteArray &table, const QString &name = u"later.csv"_s);
    QString write(const QByteArray &table) { return m_files.write(u"earlier.csv"_s, table); }
    bool answered() const { return m_periods->answer() && !m_periods->comparing().isPending(); }

    TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<PeriodComparison> m_periods;
};

void TestPeriodComparison::init()
{
    m_session = std::make_unique<Session>();
    m_workers = std::make_unique<Workers>();
    m_periods = std::make_unique<PeriodComparison>(m_session.get(), *m_workers);
    m_periods->setWanted(this, true);
    QVERIFY(open(mixedTable(600)));
}

bool TestPeriodComparison::open(const QByteArray &table, const QString &name)
{
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_files.write(name, table)});
    return finished.wait() && m_session->hasData();
}

/// The same numbers as the rows themselves give, of every model: at the earlier period's best
/// threshold until somebody chooses one, and at that one from then on.
void TestPeriodComparison::file_isReadAsTheOpenOneIs()
{
    m_periods->compareWith(EarlierFile{write(mixedTable(300))});
    QTRY_VERIFY(answered());
    const DropAnswer answer = *m_periods->answer();
    QVERIFY(answer.dropped.has_value());
    QCOMPARE(answer.dropped->diagnosis.usesBefore, 300.0);
    QCOMPARE(answer.dropped->diagnosis.usesAfter, 600.0);
    QCOMPARE(answer.dropped->threshold.origin, KeptThreshold::BestBefore);
    QCOMPARE(answer.dropped->threshold.kept.value, answer.dropped->threshold.bestBefore.value);
    Scenario later = answer.periods.later;
    later.threshold = answer.dropped->threshold.kept;
    const auto after = periodUses(answer.periods.after, later, DropMeasure::Value);
    QVERIFY(std::abs(answer.dropped->diagnosis.measureAfter - after->measured.mean()) < 1e-12);
    m_session->setThreshold({0.9});
    QTRY_COMPARE(m_periods->answer()->dropped->threshold.kept.value, 0.9);
    QCOMPARE(m_periods->answer()->dropped->threshold.origin, KeptThreshold::OnDials);
    QCOMPARE(m_periods->answer()->periods.before, answer.periods.before); // not indexed again
    m_session->history().undo();
    QTRY_COMPARE(m_periods->answer()->dropped->threshold.origin, KeptThreshold::BestBefore);
}

void TestPeriodComparison::file_missing_saysWhichAndWhy()
{
    m_periods->compareWith(EarlierFile{u"/nowhere/earlier.csv"_s});
    QTRY_VERIFY(m_periods->problem().has_value());
    QCOMPARE(m_periods->problem()->kind, ProblemKind::FileMissing);
    QVERIFY(!m_periods->answer());
    m_periods->compareWith(EarlierFile{write("name,other\nx,y\nz,w\n")});
    QTRY_VERIFY(m_periods->problem().has_value());
    QVERIFY(m_periods->problem()->kind != ProblemKind::FileMissing);
}

void TestPeriodComparison::file_other_isAskedAnew()
{
    m_periods->compareWith(EarlierFile{write(mixedTable(300))});
    QTRY_VERIFY(answered());
    m_periods->compareWith(EarlierFile{m_files.write(u"earliest.csv"_s, mixedTable(240))});
    QVERIFY(!m_periods->answer());
    QTRY_VERIFY(answered());
    QCOMPARE(m_periods->answer()->dropped->diagnosis.usesBefore, 240.0);
}

void TestPeriodComparison::part_isBothPeriodsOfOneFile()
{
    m_periods->compareWith(EarlierPart{"country", "de", "nl"});
    QTRY_VERIFY(answered());
    const DropDiagnosis &diagnosis = m_periods->answer()->dropped->diagnosis;
    QCOMPARE(diagnosis.usesBefore + diagnosis.usesAfter, 600.0);
    QCOMPARE(diagnosis.usesBefore, 200.0); // of the larger model's 400, every second one
}

void TestPeriodComparison::part_ofNothing_hasNoUses()
{
    m_periods->compareWith(EarlierPart{"country", "fr", "nl"});
    QTRY_VERIFY(answered());
    QVERIFY(!m_periods->answer()->dropped);
}

void TestPeriodComparison::notWanted_nothingIsWorkedOut()
{
    m_periods->setWanted(this, false);
    m_periods->compareWith(EarlierFile{write(mixedTable(300))});
    QVERIFY(!m_periods->reading().isPending() && !m_periods->comparing().isPending());
    m_periods->setWanted(this, true);
    QTRY_VERIFY(answered());
}

void TestPeriodComparison::measure_isOfTheAnswer()
{
    m_periods->setMeasure(DropMeasure::Missed);
    m_periods->compareWith(EarlierFile{write(mixedTable(300))});
    QTRY_VERIFY(answered());
    QCOMPARE(m_periods->answer()->dropped->measure, DropMeasure::Missed);
    QVERIFY(m_periods->answer()->dropped->diagnosis.measureBefore >= 0.0);
}

void TestPeriodComparison::openedAnother_isForgotten()
{
    m_periods->compareWith(EarlierFile{write(mixedTable(300))});
    QTRY_VERIFY(answered());
    QVERIFY(open(mixedTable(300), u"another.csv"_s));
    QVERIFY(!m_periods->earlier());
    QVERIFY(!m_periods->answer());
}

/// A session that was opened brings its comparison along; undo takes one back.
void TestPeriodComparison::session_bringsItsComparison()
{
    const QString earlier = write(mixedTable(300));
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_files.write(u"with.csv"_s, mixedTable(600)),
                               .compared = ComparedPeriod{.file = DataReference{.path = earlier,
                                                                                .relative = {},
                                                                                .sha256 = {},
                                                                                .bytes = 0},
                                                          .measure = DropMeasure::Missed,
                                                          .atBestBefore = true}});
    QVERIFY(finished.wait());
    QCOMPARE(std::get<EarlierFile>(m_periods->earlier().value()).path, earlier);
    QVERIFY(m_periods->isJudgedAtBestBefore());
    QTRY_VERIFY(answered());
    QCOMPARE(m_periods->answer()->dropped->measure, DropMeasure::Missed);
    QCOMPARE(m_periods->answer()->dropped->threshold.kept.value,
             m_periods->answer()->dropped->threshold.bestBefore.value);
    m_periods->compareWith(std::nullopt);
    QVERIFY(!m_session->state().compared);
    m_session->history().undo();
    QVERIFY(m_periods->earlier().has_value());
    QTRY_VERIFY(m_periods->current() != nullptr);
}

ONEINN_TEST(TestPeriodComparison)

} // namespace tests::results_periodcomparison

#include "tst_periodcomparison.moc"
