// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pointsitem.h"
#include "core/comparison/alikepolicies.h"
#include "support/policiesanswer.h"
#include "support/testprogram.h"
#include "views/options/policiesmodel.h"
#include "views/options/policiespanel.h"
#include "views/widgets/numberbox.h"
#include "wording/frontierwords.h"
#include "wording/limitwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include "report/alternatives.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace tests::journeys_adoptpolicy {

using namespace oneinn;
using namespace testsupport;
using charts::ChartView;
using charts::NamedPoint;
using charts::PointsItem;

/// Choosing among models and policies, as a person does it.
class TestAdoptPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void journey_clickAPoint_itsSettingsAndOneUndo();
    void row_enter_adoptsAndTheButtonToo();
    void several_takenOver_haveTheNumbersOfTheTable_data();
    void several_takenOver_haveTheNumbersOfTheTable();
    void several_dialled_moveTheirOwnNumbers();
    void cascade_operated_isMovedByItsStrip();
    void axis_chosen_staysWithAPolicyAndGoesWithTheFile();
    void offer_beyondALimit_saysSoBeforeAndHowToGoBackAfter();
    void names_ofChartAndTable_areTheSame();
    void details_wanted_areReadWithoutScrolling();
    void answer_bestAlternative_isTakenOverByKeyboard();
    void models_moreThanSix_areTickedAndCompared();
    void row_copied_isThatOfTheTable();
    void rows_nowAndDefaultThenByValue_noneTwice();
    void rows_eightAreSeenAtOnce();
    void choice_otherQuality_movesThePoints();
    void costs_typedAndStepped_areWhatIsShown();
    void hidden_scenarioMoves_isComparedWhenShown();

private:
    PoliciesPanel *panel() const { return m_opened->child<PoliciesPanel>(); }
    ChartView *chart() const { return panel()->chart(); }
    PointsItem *points() const { return OpenedWindow::item<PointsItem>(chart()); }
    QTableView *table() const { return panel()->findChild<QTableView *>(QStringLiteral("table")); }
    const Scenario &scenario() const { return m_opened->session.scenario(); }
    /// The last answer after something was done.
    template<typename Act> PoliciesAnswerPtr answerAfter(Act act)
    {
        return policiesAfter(*m_opened, act);
    }
    int policyNamed(const std::string &id) const
    {
        const auto &all = m_answer->compared->policies;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].candidate.id == id)
                return static_cast<int>(i);
        }
        return -1;
    }
    const PoliciesModel *rows() const
    {
        return qobject_cast<const PoliciesModel *>(table()->model());
    }
    QPoint onChart(int policy) const
    {
        for (const NamedPoint &point : points()->points()) {
            if (point.id == policy)
                return OpenedWindow::at(chart(), point.axis);
        }
        return {};
    }
    void click(int policy) const
    {
        press(chart()->viewport(), onChart(policy));
        release(chart()->viewport(), onChart(policy));
    }

    std::unique_ptr<OpenedWindow> m_opened;
    PoliciesAnswerPtr m_answer;
};

void TestAdoptPolicy::init()
{
    m_opened = std::make_unique<OpenedWindow>(QSize(1440, 900));
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    m_answer = answerAfter(
            [this] { QTest::keyClick(&m_opened->window, Qt::Key_3, Qt::ControlModifier); });
    QVERIFY(m_answer && m_answer->compared);
}

void TestAdoptPolicy::journey_clickAPoint_itsSettingsAndOneUndo()
{
    const Scenario before = scenario();
    const int named = policyNamed("show-nothing:on-device-small");
    QVERIFY(named > 0);
    // The one of those that give users the same that is drawn.
    const auto policy =
            static_cast<int>(firstAlike(*m_answer->compared)[static_cast<std::size_t>(named)]);
    const auto wanted = std::get<SingleModel>(
            m_answer->compared->policies[std::size_t(policy)].candidate.policy);
    const double value = m_answer->compared->policies[std::size_t(policy)].summary.valuePerUse;
    const auto then = answerAfter([&] { click(policy); });
    QVERIFY(then);
    // Points of the same place lie on one another: any of them will do.
    QCOMPARE(scenario().selection.model, std::string("on-device-small"));
    QCOMPARE(scenario().threshold, wanted.point.threshold);
    QVERIFY(std::abs(m_opened->session.assessment().value.perUse - value) < 1e-9);
    QVERIFY(std::abs(then->compared->policies.front().summary.valuePerUse - value) < 1e-9);
    QCOMPARE(m_opened->session.history().count(), 1);
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(scenario() == before);
}

void TestAdoptPolicy::row_enter_adoptsAndTheButtonToo()
{
    const Scenario before = scenario();
    const int policy = policyNamed("fall-back:on-device-small:cloud-large");
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rows()->rowOf(policy), 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(scenario().latePolicy, LatePolicy::FallBack);
    QCOMPARE(scenario().fallback->model, std::string("on-device-small"));
    QCOMPARE(scenario().selection.model, std::string("cloud-large"));
    const Scenario adopted = scenario();
    m_opened->session.history().undo();
    QVERIFY(scenario() == before);
    panel()->findChild<QPushButton *>(QStringLiteral("takeOver"))->click();
    QVERIFY(scenario() == adopted);
}

void TestAdoptPolicy::several_takenOver_haveTheNumbersOfTheTable_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"cascade", "cascade-parallel", "hedged:cloud-large", "hedged:on-device-small", "mixture"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestAdoptPolicy::several_takenOver_haveTheNumbersOfTheTable()
{
    QFETCH(const QString, id);
    const Scenario before = scenario();
    const int policy = policyNamed(id.toStdString());
    QVERIFY(policy > 0);
    const PolicySummary wanted = m_answer->compared->policies[std::size_t(policy)].summary;
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rows()->rowOf(policy), 0));
    const auto then = answerAfter([this] { QTest::keyClick(table(), Qt::Key_Return); });
    QVERIFY(then);
    QVERIFY(scenario().combination.has_value());
    QCOMPARE(m_opened->session.history().count(), 1);
    const Assessment &now = m_opened->session.assessment();
    QVERIFY(std::abs(now.value.perUse - wanted.valuePerUse) < 1e-9);
    for (const ShareKind &kind : shareKinds) {
        const auto here = now.experience.shares[kind.share];
        const auto there = wanted.shares[kind.share];
        QCOMPARE(here.has_value(), there.has_value());
        QVERIFY(!here || std::abs(here->value - there->value) < 1e-9);
    }
    // What is done now is the same in the table, and told once.
    QVERIFY(std::abs(then->compared->policies.front().summary.valuePerUse - wanted.valuePerUse)
            < 1e-9);
    const auto *models = m_opened->child<QComboBox>(QStringLiteral("model"));
    QVERIFY(models->currentText() != QString::fromStdString(*scenario().selection.model));
    m_opened->session.pinBoard().pin();
    QVERIFY(m_opened->session.pinBoard().pins().back().choice.combination
            == scenario().combination);
    m_opened->session.history().undo();
    QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(scenario() == before);
}

void TestAdoptPolicy::several_dialled_moveTheirOwnNumbers()
{
    click(policyNamed("mixture"));
    QTRY_VERIFY(scenario().combination.has_value());
    m_opened->showView(QStringLiteral("tradeoff"));
    const double before = m_opened->session.assessment().value.perUse;
    auto *share = m_opened->child<NumberBox>(QStringLiteral("ownFirst"));
    QVERIFY(share->isVisible() && !share->accessibleName().isEmpty());
    share->setFocus();
    QTest::keyClick(share, Qt::Key_Up);
    const auto divided = std::get<DividedUses>(*scenario().combination);
    QCOMPARE(divided.share, 0.51);
    QVERIFY(m_opened->session.assessment().value.perUse != before);
    // The dial moves both thresholds.
    m_opened->session.stepThreshold(3);
    QVERIFY(scenario().threshold.value > divided.ownThreshold.value);
    // Another model by itself ends it.
    m_opened->session.edit(edits::model("on-device-small"));
    QVERIFY(!scenario().combination);
    QVERIFY(!share->isVisible());
}

void TestAdoptPolicy::cascade_operated_isMovedByItsStrip()
{
    const auto then = answerAfter([this] { click(policyNamed("cascade")); });
    QVERIFY(then);
    const auto first = std::get<FirstAsked>(*scenario().combination);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    auto *from = panel()->findChild<NumberBox *>(QStringLiteral("unsureFrom"));
    QVERIFY(from->isVisible());
    from->setFocus();
    QTest::keyClick(from, Qt::Key_Up);
    const auto moved = std::get<FirstAsked>(*scenario().combination);
    QVERIFY(moved.deferBetween.low > first.deferBetween.low);
    QVERIFY(!scenario().cascade);
}

void TestAdoptPolicy::axis_chosen_staysWithAPolicyAndGoesWithTheFile()
{
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier);
    const auto *axis = m_opened->child<QComboBox>(QStringLiteral("axis"));
    QTRY_VERIFY(axis->isVisible());
    const QString before = axis->currentText();
    QCOMPARE(before, QStringLiteral("score (log-odds)"));
    QTest::keyClick(&m_opened->window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(answerAfter([this] { click(policyNamed("cascade")); }));
    QTest::keyClick(&m_opened->window, Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(axis->isVisible());
    QCOMPARE(axis->currentText(), before);
    QVERIFY(m_opened->openSample(QStringLiteral("listingrecommendations")));
    QTRY_VERIFY(axis->currentText() != before); // its scores are no probabilities
}

void TestAdoptPolicy::offer_beyondALimit_saysSoBeforeAndHowToGoBackAfter()
{
    const auto *hint = panel()->findChild<QLabel *>(QStringLiteral("hint"));
    const auto *detail = panel()->findChild<QPlainTextEdit *>(QStringLiteral("detail"));
    QCOMPARE(hint->text(), wording::inForceText(wording::CameBy::Itself));
    const int policy = policyNamed("cascade-parallel");
    const auto &shares = m_answer->compared->policies[std::size_t(policy)].summary.shares;
    const QString beyond = wording::beyondLimitsText(shares, limitsOf(scenario()), {});
    QVERIFY(beyond.contains(QLatin1String("of 100 shown are wrong (at most 10)")));
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rows()->rowOf(policy), 0));
    QCOMPARE(hint->text(), wording::offeredBeyondText(beyond));
    QVERIFY(detail->toPlainText().contains(beyond));
    for (const NamedPoint &point : points()->points()) {
        const auto &there = m_answer->compared->policies[std::size_t(point.id)].summary.shares;
        const QString said = wording::beyondLimitsText(there, limitsOf(scenario()), {});
        QVERIFY(point.toolTip.contains(said));
        QCOMPARE(point.toolTip.contains(QLatin1String("(at most")), !said.isEmpty());
    }

    QVERIFY(answerAfter([this] { QTest::keyClick(table(), Qt::Key_Return); }));
    QTRY_COMPARE(hint->text(), wording::inForceText(wording::CameBy::TakingOver));
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(answerAfter(
            [this] { QTest::keyClick(&m_opened->window, Qt::Key_Z, Qt::ControlModifier); }));
    QTRY_COMPARE(hint->text(), wording::inForceText(wording::CameBy::Itself));
}

void TestAdoptPolicy::names_ofChartAndTable_areTheSame()
{
    QVERIFY(points()->points().size() > 5);
    for (const NamedPoint &point : points()->points()) {
        const int row = rows()->rowOf(point.id);
        if (row < 0)
            continue; // given the same as another, it has no row
        const QModelIndex name = rows()->index(row, 0);
        QCOMPARE(name.data().toString().compare(point.label, Qt::CaseInsensitive), 0);
        QVERIFY(name.data(Qt::ToolTipRole).toString().contains(point.label, Qt::CaseInsensitive));
    }
}

void TestAdoptPolicy::details_wanted_areReadWithoutScrolling()
{
    m_opened->window.resize(1024, 700);
    auto *all = panel()->findChild<QToolButton *>(QStringLiteral("allDetail"));
    const auto *detail = panel()->findChild<QPlainTextEdit *>(QStringLiteral("detail"));
    table()->setCurrentIndex(table()->model()->index(rows()->rowOf(policyNamed("cascade")), 0));
    QTRY_VERIFY(detail->verticalScrollBar()->maximum() > 0);
    QCOMPARE(all->shortcut(), QKeySequence(Qt::ALT | Qt::Key_D));
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Space);
    QVERIFY(all->isChecked());
    QTRY_COMPARE(detail->verticalScrollBar()->maximum(), 0);
    QVERIFY(table()->isVisible() && !chart()->isVisible());
    QTest::keyClick(all, Qt::Key_Space);
    QTRY_VERIFY(chart()->isVisible());
    QVERIFY(detail->verticalScrollBar()->maximum() > 0);
}

void TestAdoptPolicy::answer_bestAlternative_isTakenOverByKeyboard()
{
    m_opened->session.setThreshold({0.99});
    QTest::keyClick(&m_opened->window, Qt::Key_6, Qt::ControlModifier);
    auto *take = m_opened->child<QToolButton>(QStringLiteral("takeOver"));
    QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 60000);
    QVERIFY(take->accessibleDescription().contains(QLatin1String("Worth more")));
    const double before = m_opened->session.assessment().value.perUse;
    const int steps = m_opened->session.history().count();
    take->setFocus();
    QTest::keyClick(take, Qt::Key_Space);
    QVERIFY(m_opened->session.assessment().value.perUse > before);
    QCOMPARE(m_opened->session.history().count(), steps + 1);
}

void TestAdoptPolicy::models_moreThanSix_areTickedAndCompared()
{
    QByteArray csv("label,score,latency_ms,model,example_id\n");
    for (int use = 0; use < 120; ++use) {
        for (int model = 0; model < 9; ++model) {
            const int label = use % 3 == 0 ? 1 : 0;
            const int noise = (use * (model + 7)) % 40;
            csv += QByteArray::number(label) + ',' + QByteArray::number((noise + 35 * label) / 80.0)
                    + ',' + QByteArray::number(20 + 10 * model + use % 13) + ",m"
                    + QByteArray::number(model) + ",e" + QByteArray::number(use) + '\n';
        }
    }
    QVERIFY(m_opened->open(csv));
    const auto answer = answerAfter([this] { m_opened->showView(QStringLiteral("policiesPage")); });
    QVERIFY(answer && answer->compared);
    QCOMPARE(answer->compared->models.size(), std::size_t(9));
    QCOMPARE(answer->compared->together.size(), mostCandidateModels);
    const auto rowOfModel = [&](Eigen::Index model) {
        for (int row = 1; row < rows()->rowCount(); ++row) {
            const auto &policy = answer->compared->policies[std::size_t(rows()->policyAt(row))];
            if (modelsAsked(policy.candidate.policy) == std::vector{model})
                return row;
        }
        return -1;
    };
    const auto tick = [&](Eigen::Index model) {
        return table()->model()->data(table()->model()->index(rowOfModel(model), 0),
                                      Qt::CheckStateRole);
    };
    Eigen::Index outside = 0;
    while (std::ranges::count(answer->compared->together, outside) > 0)
        ++outside;
    const Eigen::Index inside = answer->compared->together.back();
    QCOMPARE(tick(outside).toInt(), int(Qt::Unchecked));
    QCOMPARE(tick(inside).toInt(), int(Qt::Checked));
    const auto press = [&](Eigen::Index model) {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(rowOfModel(model), 0));
        QTest::keyClick(table(), Qt::Key_Space);
    };
    press(outside); // a seventh is not drawn
    QCOMPARE(tick(outside).toInt(), int(Qt::Unchecked));
    const auto *hint = panel()->findChild<QLabel *>(QStringLiteral("hint"));
    QVERIFY(hint->text().contains(QLatin1String("at most")));
    press(inside);
    QCOMPARE(tick(inside).toInt(), int(Qt::Unchecked));
    press(outside);
    QCOMPARE(tick(outside).toInt(), int(Qt::Checked));
    const auto isDrawn = [&](Eigen::Index model) {
        return std::ranges::any_of(points()->points(), [&](const NamedPoint &point) {
            return modelsAsked(answer->compared->policies[std::size_t(point.id)].candidate.policy)
                    == std::vector{model};
        });
    };
    QVERIFY(isDrawn(outside));
    // At 1024x700 nothing hides to the right.
    m_opened->window.resize(1024, 700);
    QTRY_VERIFY(table()->horizontalScrollBar()->maximum() == 0);
}

void TestAdoptPolicy::row_copied_isThatOfTheTable()
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    panel()->findChild<QAction *>(QStringLiteral("copyRow"))->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QLatin1String("Model or policy\tValue per 1,000 uses\t")));
    QVERIFY(lines[1].startsWith(wording::policyExplained(
            m_answer->compared->policies[std::size_t(rows()->policyAt(1))].candidate,
            m_answer->compared->models)));
}

void TestAdoptPolicy::rows_nowAndDefaultThenByValue_noneTwice()
{
    const auto &all = m_answer->compared->policies;
    QCOMPARE(rows()->policyAt(0), 0);
    QVERIFY(all[std::size_t(rows()->policyAt(1))].candidate.kind == CandidateKind::Default);
    QVERIFY(rows()->rowCount() > 8);
    QVERIFY(rows()->rowCount() < int(all.size())); // what is done now is among the candidates, too
    double before = HUGE_VAL;
    for (int row = 2; row < rows()->rowCount(); ++row) {
        const ComparedPolicy &policy = all[std::size_t(rows()->policyAt(row))];
        QVERIFY(policy.summary.valuePerUse <= before);
        QVERIFY(!(policy.candidate.policy == all.front().candidate.policy));
        QCOMPARE(rows()->rowOf(rows()->policyAt(row)), row);
        before = policy.summary.valuePerUse;
    }
    QCOMPARE(rows()->policyAt(rows()->rowCount()), -1);
}

void TestAdoptPolicy::rows_eightAreSeenAtOnce()
{
    m_opened->window.resize(1280, 800);
    QTRY_VERIFY(table()->viewport()->rect().contains(
            table()->visualRect(table()->model()->index(7, 0))));
}

void TestAdoptPolicy::choice_otherQuality_movesThePoints()
{
    auto *quality = panel()->findChild<QComboBox *>(QStringLiteral("quality"));
    quality->setFocus();
    const auto missed = answerAfter([&] { QTest::keyClick(quality, Qt::Key_End); });
    QVERIFY(missed);
    QCOMPARE(missed->view.quality, QualityMeasure::Missed);
    QCOMPARE(missed->compared, m_answer->compared); // nothing new was asked
    for (const NamedPoint &point : points()->points()) {
        const auto &shares = missed->compared->policies[std::size_t(point.id)].summary.shares;
        QVERIFY(std::abs(point.axis.y() - 1000.0 * shares[Share::Missed]->value) < 1e-9);
    }
}

void TestAdoptPolicy::costs_typedAndStepped_areWhatIsShown()
{
    const auto box = [this](const char *model) {
        return panel()->findChild<NumberBox *>(QLatin1String("cost:") + QLatin1String(model));
    };
    NumberBox *large = box("cloud-large");
    NumberBox *small = box("on-device-small");
    QVERIFY(large && small);
    QVERIFY(large->accessibleName().contains(QLatin1String("cloud-large")));
    const QString counted = QStringLiteral("Calls per\n1,000 uses");
    const QString cost = QStringLiteral("Cost per\n1,000 uses");
    const auto title = [this] {
        return table()
                ->model()
                ->headerData(int(wording::PolicyColumn::Cost), Qt::Horizontal)
                .toString();
    };
    QCOMPARE(title(), counted);
    QTest::mouseClick(large->findChild<QLineEdit *>(), Qt::LeftButton);
    large->selectAll();
    const auto paid = answerAfter([&] {
        QTest::keyClicks(large, QStringLiteral("0.002"));
        QTest::keyClick(large, Qt::Key_Tab);
    });
    QVERIFY(paid);
    QVERIFY(small->hasFocus());
    QVERIFY((scenario().costPerCall == std::map<std::string, double>{{"cloud-large", 0.002}}));
    QCOMPARE(m_opened->session.history().count(), 1);
    QCOMPARE(title(), cost);
    auto *burden = panel()->findChild<QComboBox *>(QStringLiteral("burden"));
    QVERIFY(burden->findText(QStringLiteral("cost per 1,000 uses")) >= 0);
    // One step up from no cost is a call that costs nothing.
    const auto free = answerAfter([&] { QTest::keyClick(small, Qt::Key_Up); });
    QVERIFY(free);
    QCOMPARE(scenario().costPerCall.at("on-device-small"), 0.0);
    QCOMPARE(m_opened->session.history().count(), 2);
    const auto &all = free->compared->policies;
    const auto &alone = all[std::size_t(policyNamed("show-nothing:cloud-large"))];
    QVERIFY(std::abs(alone.summary.costPerThousandUses - 2.0) < 1e-9);
    const auto back = answerAfter([this] {
        m_opened->session.history().undo();
        m_opened->session.history().undo();
    });
    QVERIFY(back && back->compared->callsAreCounted);
    QVERIFY(scenario().costPerCall.empty());
    QCOMPARE(title(), counted);
    QCOMPARE(large->text(), wording::noCostText());
}

void TestAdoptPolicy::hidden_scenarioMoves_isComparedWhenShown()
{
    m_opened->showView(QStringLiteral("tradeoff"));
    const auto &policies = m_opened->child<Results>()->policies();
    QSignalSpy changed(&policies, &BackgroundState::changed);
    m_opened->session.setThreshold({0.9});
    QVERIFY(!policies.isPending());
    const auto shown = answerAfter([this] { m_opened->showView(QStringLiteral("policiesPage")); });
    QVERIFY(shown);
    QVERIFY(policies.asked()->question == policiesQuestion(scenario()));
    QVERIFY(changed.size() <= 2); // that it was out of date, at most
}

ONEINN_TEST(TestAdoptPolicy)

} // namespace tests::journeys_adoptpolicy

#include "tst_adoptpolicy.moc"
