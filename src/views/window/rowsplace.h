// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/rowsbehind.h"

#include <QObject>
#include <QRect>

#include <cstddef>
#include <cstdint>
#include <vector>

class QAction;
class QWidget;

namespace oneinn {

class ClassesPanel;
class ConfusionDrawer;
class ExperiencePanel;
class Results;
class RowsDrawer;
class SegmentsPanel;
class TradeoffPage;

/// The rows behind a number, from wherever they are asked for: the drawer they are shown in, and
/// what opens it in the menu.
class RowsPlace final : public QObject {
    Q_OBJECT

public:
    /// over: what the drawer lies over.
    explicit RowsPlace(QWidget *over);

    void setResults(Results *results);
    /// To what leads to rows.
    void listenTo(ExperiencePanel *experience, TradeoffPage *dials, SegmentsPanel *segments);
    void listenTo(ClassesPanel *classes);
    /// For the menu: each kind of row, those of a bar, and the five most wrong.
    QList<QAction *> actions() const { return m_actions; }
    void open(const RowsWish &wish, std::size_t first = 20);
    void openCell(RowCell cell);
    void openSpan(const ScoreSpan &scores);
    void openSegment(const std::vector<Selection::Where> &where);
    /// In the lower part of what the charts have.
    void place(const QRect &charts);
    /// Whether there were rows to be closed.
    bool dismiss();
    void openConfusion(std::uint32_t actual, std::uint32_t decided);

Q_SIGNALS:
    void toggled();
    void told(const QString &sentence);

private:
    void addActions();
    QAction *add(const QString &text, const char *name);

    QWidget *m_over;
    RowsDrawer *m_drawer;
    ConfusionDrawer *m_confusion; ///< at most one of the two is open
    QList<QAction *> m_actions;
    QAction *m_late = nullptr;
    QAction *m_gone = nullptr;
    QAction *m_bar = nullptr;
};

} // namespace oneinn
