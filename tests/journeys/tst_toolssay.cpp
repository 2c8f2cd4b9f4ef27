// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/results.h"
#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/data/toolspanel.h"
#include "wording/conventionwords.h"

#include <QComboBox>
#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include <memory>

namespace tests::journeys_toolssay {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// What other tools would print, beside the file.
class TestToolsSay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void tie_isShownByUs_andNotByEveryTool();
    void threshold_moved_tableFollows();
    void lowScores_areTurnedRound();
    void rules_areOfTheToolChosen();
    void smallestWindow_holdsIt();

private:
    bool show();
    ToolsPanel *panel() const { return m_opened->child<ToolsPanel>(); }
    QTableWidget *table() const { return panel()->findChild<QTableWidget *>(u"toolTable"_s); }
    QString sentences() const { return panel()->findChild<QLabel *>(u"toolSentences"_s)->text(); }
    QString cell(ToolMetric metric, const QString &head) const
    {
        for (int column = 0; column < table()->columnCount(); ++column) {
            for (int row = 0; row < table()->rowCount(); ++row) {
                if (table()->horizontalHeaderItem(column)->text() == head
                    && table()->item(row, 0)->text() == wording::toolMetricName(metric))
                    return table()->item(row, column)->text();
            }
        }
        return {};
    }
    ToolsSay::Working &working() const
    {
        return m_opened->child<Results>()->file().tools().working();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestToolsSay::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestToolsSay::show()
{
    m_opened->showView(u"toolsPage"_s);
    return QTest::qWaitFor([this] { return working().current() && table()->rowCount() > 0; });
}

/// Shown from 0.5 on: 3, of which 2 right. Above 0.5: 1, and it is right.
void TestToolsSay::tie_isShownByUs_andNotByEveryTool()
{
    QVERIFY(m_opened->open("label,score\n1,0.5\n0,0.5\n1,0.9\n0,0.1\n0,0.2\n"));
    m_opened->session.setThreshold({0.5});
    QVERIFY(show());
    QCOMPARE(cell(ToolMetric::Precision, table()->horizontalHeaderItem(1)->text()), u"0.6667"_s);
    int above = 0;
    for (const ToolRules &rules : allTools()) {
        if (rules.averages)
            continue;
        const QString printed = cell(ToolMetric::Precision, wording::toolName(rules.tool));
        QCOMPARE(printed, rules.shown == ShownRule::Above ? u"1.0000*"_s : u"0.6667"_s);
        above += rules.shown == ShownRule::Above ? 1 : 0;
    }
    QVERIFY(above > 0);
    QCOMPARE(sentences(), wording::conventionSentences(working().current()->table).join(u'\n'));
    QVERIFY(!panel()->findChild<QLabel *>(u"toolNotes"_s)->text().isEmpty());
}

void TestToolsSay::threshold_moved_tableFollows()
{
    QVERIFY(m_opened->open("label,score\n1,0.5\n0,0.5\n1,0.9\n0,0.1\n0,0.2\n"));
    m_opened->session.setThreshold({0.5});
    QVERIFY(show());
    m_opened->session.setThreshold({0.95});
    QTRY_COMPARE(cell(ToolMetric::Recall, table()->horizontalHeaderItem(1)->text()), u"0.0000"_s);
    m_opened->showView(u"dataPage"_s);
    m_opened->session.setThreshold({0.15});
    QTest::qWait(300);
    QVERIFY(!working().isPending());
}

void TestToolsSay::lowScores_areTurnedRound()
{
    Source source{
            .path = m_opened->files.write(u"distance.csv"_s,
                                          "label,distance\n1,0.1\n0,0.8\n1,0.3\n0,0.6\n1,0.7\n")};
    source.mapping.label = "label";
    source.mapping.score = "distance";
    source.mapping.lowerIsPositive = true;
    QVERIFY(m_opened->finishes([&] { m_opened->session.loading().open(source); }));
    QVERIFY(show());
    QVERIFY(sentences().contains(wording::turnedScoresText(true)));
}

void TestToolsSay::rules_areOfTheToolChosen()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QVERIFY(show());
    auto *tool = panel()->findChild<QComboBox *>(u"toolChosen"_s);
    auto *rules = panel()->findChild<QLabel *>(u"toolRules"_s);
    const QString first = rules->text();
    QVERIFY(first.contains(u"scikit-learn"_s));
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Down);
    QVERIFY(rules->text() != first);
    for (const ToolSource &source : toolSources()) {
        if (source.tool == static_cast<Tool>(tool->currentData().toInt()))
            QVERIFY(rules->text().contains(
                    QString::fromLatin1(source.page.data(), qsizetype(source.page.size()))));
    }
}

void TestToolsSay::smallestWindow_holdsIt()
{
    m_opened->window.resize(1024, 700);
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    QVERIFY(show());
    QTRY_COMPARE(m_opened->window.size(), QSize(1024, 700));
    QVERIFY(table()->viewport()->height() >= 4 * table()->rowHeight(0));
}

ONEINN_TEST(TestToolsSay)

} // namespace tests::journeys_toolssay

#include "tst_toolssay.moc"
