// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/rowsplace.h"

#include "results/results.h"
#include "session/session.h"
#include "views/dials/tradeoffpage.h"
#include "views/evidence/experiencepanel.h"
#include "views/options/classespanel.h"
#include "views/options/segmentspanel.h"
#include "views/rows/confusiondrawer.h"
#include "views/rows/rowsdrawer.h"
#include "wording/rowwords.h"

#include <QAction>
#include <QWidget>

namespace oneinn {

namespace {

constexpr std::size_t fiveAsked = 5;
constexpr int leastDrawerHeight = 260;
constexpr double drawersShare = 0.55;

} // namespace

RowsPlace::RowsPlace(QWidget *over)
    : QObject(over)
    , m_over(over)
    , m_drawer(new RowsDrawer(over))
    , m_confusion(new ConfusionDrawer(over))
{
    m_confusion->setObjectName(QStringLiteral("confusionDrawer"));
    connect(m_confusion, &ConfusionDrawer::toggled, this, &RowsPlace::toggled);
    connect(m_confusion, &ConfusionDrawer::told, this, &RowsPlace::told);
    m_drawer->setObjectName(QStringLiteral("rowsDrawer"));
    connect(m_drawer, &RowsDrawer::toggled, this, &RowsPlace::toggled);
    connect(m_drawer, &RowsDrawer::told, this, &RowsPlace::told);
    addActions();
}

QAction *RowsPlace::add(const QString &text, const char *name)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    m_actions.append(action);
    m_over->addAction(action);
    return action;
}

void RowsPlace::addActions()
{
    const auto addCell = [this](RowCell cell, const char *name) {
        QAction *action = add(tr("The rows behind: %1").arg(wording::rowCellName(cell)), name);
        connect(action, &QAction::triggered, this, [this, cell] { openCell(cell); });
        return action;
    };
    addCell(RowCell::Wrong, "rowsWrongOrMissed")->setShortcut(Qt::CTRL | Qt::Key_R);
    addCell(RowCell::Fp, "rowsWrong");
    addCell(RowCell::Fn, "rowsMissed");
    addCell(RowCell::Tp, "rowsRight");
    addCell(RowCell::Tn, "rowsLeftAlone");
    m_late = addCell(RowCell::Late, "rowsLate");
    m_gone = addCell(RowCell::Gone, "rowsGone");
    addCell(RowCell::All, "rowsAll");
    m_bar = add(tr("The rows behind: the bar at the threshold"), "rowsOfBar");
    QAction *five = add(tr("Show me five it got most wrong"), "rowsFive");
    connect(five, &QAction::triggered, this,
            [this] { open({.cell = RowCell::Wrong, .order = RowOrder::Wrongest}, fiveAsked); });
}

void RowsPlace::listenTo(ExperiencePanel *experience, TradeoffPage *dials, SegmentsPanel *segments)
{
    connect(experience, &ExperiencePanel::rowsRequested, this, &RowsPlace::openCell);
    connect(dials, &TradeoffPage::rowsRequested, this, &RowsPlace::openSpan);
    connect(segments, &SegmentsPanel::rowsRequested, this, &RowsPlace::openSegment);
    connect(m_bar, &QAction::triggered, dials, &TradeoffPage::requestRows);
}

void RowsPlace::listenTo(ClassesPanel *classes)
{
    connect(classes, &ClassesPanel::rowsRequested, this, &RowsPlace::openConfusion);
}

void RowsPlace::setResults(Results *results)
{
    m_confusion->setResults(results);
    m_drawer->setResults(results);
    connect(results->session(), &Session::assessmentChanged, this,
            [this](const Assessment &assessment) {
                const bool timed = assessment.scenario.budget.has_value();
                m_late->setEnabled(timed);
                m_late->setToolTip(timed ? m_late->text() : tr("Nothing is late without a budget"));
                const bool leaves = assessment.experience.shares.context().leavingCounts;
                m_gone->setEnabled(leaves);
                m_gone->setToolTip(leaves ? m_gone->text() : tr("Everybody waits for the answer"));
            });
}

void RowsPlace::open(const RowsWish &wish, std::size_t first)
{
    m_confusion->dismiss();
    m_drawer->open(wish, first);
}

void RowsPlace::openConfusion(std::uint32_t actual, std::uint32_t decided)
{
    m_drawer->dismiss();
    m_confusion->open(actual, decided);
}

void RowsPlace::openCell(RowCell cell)
{
    open({.cell = cell});
}

void RowsPlace::openSpan(const ScoreSpan &scores)
{
    open({.cell = RowCell::All, .scores = scores});
}

void RowsPlace::openSegment(const std::vector<Selection::Where> &where)
{
    open({.cell = RowCell::All, .order = RowOrder::Wrongest, .where = where});
}

void RowsPlace::place(const QRect &charts)
{
    QWidget *open = m_drawer->isOpen() ? static_cast<QWidget *>(m_drawer) : m_confusion;
    if (!m_drawer->isOpen() && !m_confusion->isOpen())
        return;
    const int tall =
            qMin(charts.height(), qMax(leastDrawerHeight, int(drawersShare * charts.height())));
    open->setGeometry(charts.left(), charts.top() + charts.height() - tall, charts.width(), tall);
    open->raise();
}

bool RowsPlace::dismiss()
{
    const bool any = m_drawer->isOpen() || m_confusion->isOpen();
    m_drawer->dismiss();
    m_confusion->dismiss();
    return any;
}

} // namespace oneinn

#include "moc_rowsplace.cpp"
