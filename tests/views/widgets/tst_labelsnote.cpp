// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/labelsnote.h"

#include "core/labels/labelsbyscore.h"
#include "results/results.h"
#include "session/session.h"
#include "views/doubts/doubtspanel.h"
#include "views/options/policiespanel.h"
#include "views/options/targetspanel.h"
#include "wording/datalimitwords.h"

#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace tests::widgets_labelsnote {

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

/// 300 records; of those without a label none scores 0.5 or more, or every other one does.
QByteArray table(bool byScore)
{
    QByteArray text = "id,score,label\n";
    for (int i = 0; i < 300; ++i) {
        const double score = (i % 100) / 100.0;
        const bool has = byScore ? score >= 0.5 : i % 2 == 0;
        text += QByteArray::number(i) + ',' + QByteArray::number(score) + ','
                + (has ? (i % 7 < 4 ? "1" : "0") : "") + '\n';
    }
    return text;
}

} // namespace

class TestLabelsNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void views_missingByTheScore_sayWhatTheCommandLineSays();
    void views_missingByChance_sayNothing();

private:
    template<typename Panel> LabelsNote *noteOf(Panel &panel)
    {
        panel.setResults(&*m_results);
        return panel.template findChild<LabelsNote *>();
    }
    void open(bool byScore);

    testsupport::TableFiles m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Results> m_results;
};

void TestLabelsNote::open(bool byScore)
{
    m_results.reset();
    m_session = std::make_unique<Session>();
    m_results = std::make_unique<Results>(m_session.get());
    QSignalSpy finished(&m_session->loading(), &Loading::finished);
    m_session->loading().open({.path = m_files.write(u"table.csv"_s, table(byScore))});
    QVERIFY(finished.wait() && m_session->hasData());
}

void TestLabelsNote::views_missingByTheScore_sayWhatTheCommandLineSays()
{
    open(true);
    DoubtsPanel doubts;
    PoliciesPanel policies;
    TargetsPanel targets;
    const std::vector<LabelsNote *> notes{noteOf(doubts), noteOf(policies), noteOf(targets)};
    QTRY_VERIFY(m_results->labelsMissing().current());
    const auto labels = labelsByScore(m_session->predictions(), m_session->index().selection());
    QVERIFY(labels);
    const QString said = wording::labelsWarning(*labels, labels->middle.value);
    QVERIFY(said.startsWith(u"Labels are missing by the score"_s));
    for (LabelsNote *note : notes) {
        QVERIFY(!note->isHidden());
        QCOMPARE(note->text(), said);
    }
    m_session->edit(Field::MissedAtMost, 0.1);
    QVERIFY(notes[2]->text().startsWith(u"A limit on what is missed cannot be judged"_s));
    QCOMPARE(notes[0]->text(), said);
}

void TestLabelsNote::views_missingByChance_sayNothing()
{
    open(false);
    DoubtsPanel doubts;
    const LabelsNote *note = noteOf(doubts);
    QTRY_VERIFY(!m_results->labelsMissing().isPending());
    QVERIFY(m_results->labelsMissing().isAnswered());
    QVERIFY(note->isHidden());
}

ONEINN_TEST(TestLabelsNote)

} // namespace tests::widgets_labelsnote

#include "tst_labelsnote.moc"
