// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/answerparts.h"
#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "views/launch/pictureview.h"
#include "views/launch/pipelinepanel.h"
#include "views/launch/stagesmodel.h"
#include "views/launch/stagestable.h"
#include "views/start/startpage.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace tests::journeys_stages {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A file with a column for each stage: where it is lost, and what mending is worth.
class TestStages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void card_clicked_opensItWithItsView();
    void view_keys_leadToIt();
    void numbers_areCountedByHand();
    void values_edited_followAtOnce();
    void uses_chosen_areThoseOfTheStages();
    void answer_tellsThem();

private:
    PipelinePanel *panel() const { return m_opened->child<PipelinePanel>(); }
    StagesTable *table() const { return panel()->findChild<StagesTable *>(); }
    QString text(const QString &name) const { return panel()->findChild<QLabel *>(name)->text(); }
    bool isOffered() const
    {
        auto *explore = m_opened->child<ExplorePage>();
        return explore->views().contains(explore->findChild<QWidget *>(u"stagesPage"_s));
    }
    bool show();

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

struct CountedStages {
    std::array<int, 3> lost{};
    int right = 0;
    int uses = 0;
};

enum class Of { All, Retrieved };

/// Line by line.
CountedStages counted(Of of = Of::All)
{
    QFile file(testsupport::sampleData(u"assistantstages.csv"_s));
    CountedStages result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (of == Of::Retrieved && cells[2] != "yes")
            continue;
        std::size_t stage = 0;
        while (stage < 3 && cells[2 + 2 * qsizetype(stage)] == "yes")
            ++stage;
        ++(stage < 3 ? result.lost[stage] : result.right);
        ++result.uses;
    }
    return result;
}

QString perThousand(int count, int of)
{
    return QString::number(qRound(1000.0 * count / of));
}

} // namespace

void TestStages::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestStages::show()
{
    if (!QTest::qWaitFor([this] { return isOffered(); }))
        return false;
    m_opened->showView(u"stagesPage"_s);
    return QTest::qWaitFor([this] { return table()->stages()->rowCount() == 3; });
}

/// And it is taken away again with a file that has none.
void TestStages::card_clicked_opensItWithItsView()
{
    auto *card =
            m_opened->child<StartPage>()->findChild<QAbstractButton *>(u"sample_assistantstages"_s);
    QVERIFY(card);
    QVERIFY(m_opened->finishes([&] { QTest::mouseClick(card, Qt::LeftButton); }));
    QTRY_VERIFY(isOffered());
    QCOMPARE(m_opened->session.data().file.mapping.label.value, std::string("correct"));
    QCOMPARE(m_opened->session.data().file.mapping.score.value, std::string("confidence"));
    QVERIFY(m_opened->session.predictions().hasLatency());
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    QTRY_VERIFY(!m_opened->child<Results>()->isPending());
    QVERIFY(!isOffered());
}

void TestStages::view_keys_leadToIt()
{
    QVERIFY(m_opened->openSample(u"assistantstages"_s));
    QTRY_VERIFY(isOffered());
    auto *page = m_opened->child<ExplorePage>()->findChild<QWidget *>(u"stagesPage"_s);
    for (int pressed = 0; pressed < 5 && !page->isVisible(); ++pressed)
        QTest::keyClick(&m_opened->window, Qt::Key_5, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QTRY_COMPARE(table()->stages()->rowCount(), 3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(table()->currentIndex().isValid());
    QVERIFY(!table()->accessibleName().isEmpty());
    auto *picture = panel()->findChild<PictureView *>(u"stagesWaterfall"_s);
    QVERIFY(picture->accessibleName().contains(u"Mend “ranked” first"_s));
}

void TestStages::numbers_areCountedByHand()
{
    QVERIFY(m_opened->openSample(u"assistantstages"_s));
    QVERIFY(show());
    const CountedStages all = counted();
    QCOMPARE(all.uses, 3000);
    for (int stage = 0; stage < 3; ++stage)
        QCOMPARE(table()->stages()->index(stage, 2).data().toString(),
                 perThousand(all.lost.at(std::size_t(stage)), all.uses));
    QVERIFY2(text(u"stagesLead"_s)
                     .contains(u"%1 of 1,000 questions are right"_s.arg(
                             perThousand(all.right, all.uses))),
             qPrintable(text(u"stagesLead"_s)));
    QVERIFY(text(u"stagesDetails"_s).contains(u"Most of it goes to “answered”"_s));
    QVERIFY(text(u"stagesNotes"_s).contains(u"“retrieved_ok”"_s));
}

/// A right one in place of nothing is worth 1, then 3, whatever a wrong one costs.
void TestStages::values_edited_followAtOnce()
{
    QVERIFY(m_opened->openSample(u"assistantstages"_s));
    QVERIFY(show());
    const auto number = [this](int column) {
        return table()->stages()->index(1, column).data().toString().remove(u',').toDouble();
    };
    const double worth = number(3);
    QVERIFY(worth > 0.0);
    QVERIFY(std::abs(number(4) - worth) < 0.02 * number(4) + 1.0);
    m_opened->session.edit(Field::ValueTp, 3.0);
    QVERIFY(std::abs(number(4) - 3.0 * worth) < 0.02 * number(4) + 3.0);
    const double before = number(4);
    m_opened->session.edit(Field::ValueFp, -9.0);
    QCOMPARE(number(4), before);
    QCOMPARE(number(3), worth);
}

void TestStages::uses_chosen_areThoseOfTheStages()
{
    QVERIFY(m_opened->openSample(u"assistantstages"_s));
    QVERIFY(show());
    const CountedStages some = counted(Of::Retrieved);
    QVERIFY(some.lost[0] == 0 && some.uses > 2000);
    m_opened->session.edit(edits::where({{"retrieved_ok", "yes"}}));
    QTRY_VERIFY(
            text(u"stagesLead"_s)
                    .contains(u"%1 of 1,000 questions"_s.arg(perThousand(some.right, some.uses))));
    QCOMPARE(table()->stages()->index(0, 2).data().toString(), u"0"_s);
}

void TestStages::answer_tellsThem()
{
    QVERIFY(m_opened->openSample(u"assistantstages"_s));
    QVERIFY(show());
    const AnswerParts parts = answerParts(*m_opened->child<Results>());
    QVERIFY(parts.stages);
    const report::Report brief =
            parts.report(report::Length::Brief, QDate(2026, 11, 30), AnswerParts::Figures::Drawn);
    const auto told = std::ranges::find_if(brief.appendix, [](const report::Section &section) {
        return section.heading == u"Where it is lost, stage by stage"_s;
    });
    QVERIFY(told != brief.appendix.end());
    QCOMPARE(told->table->rows.size(), 3);
    QCOMPARE(brief.figures.last().title, told->heading);
}

ONEINN_TEST(TestStages)

} // namespace tests::journeys_stages

#include "tst_stages.moc"
