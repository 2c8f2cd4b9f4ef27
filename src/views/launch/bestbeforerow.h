// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace oneinn {

class PeriodComparison;
class Session;

/// What stands on the dials is what is meant; the threshold that was best before is offered beside
/// it, and moves nothing by itself.
class BestBeforeRow final : public QWidget {
public:
    explicit BestBeforeRow(QWidget *parent);

    void setSources(Session *session, PeriodComparison *comparison);
    /// told: in the file's units.
    void display(Threshold best, double told);

private:
    QCheckBox *m_judge;
    QPushButton *m_use;
    Threshold m_best;
    Session *m_session = nullptr;
    PeriodComparison *m_comparison = nullptr;
};

} // namespace oneinn
