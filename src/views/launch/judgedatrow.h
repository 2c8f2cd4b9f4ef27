// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"

#include <QWidget>

class QPushButton;

namespace oneinn {

class PeriodComparison;
class Session;
class WrappedLabel;

/// At which threshold both periods are judged, and why; one click judges them at the other one that
/// may be meant, or puts the one that was best before on the dials. Neither happens by itself.
class JudgedAtRow final : public QWidget {
public:
    explicit JudgedAtRow(QWidget *parent);

    void setSources(Session *session, PeriodComparison *comparison);
    void display(const OldThreshold &threshold, bool lowerIsPositive);

private:
    WrappedLabel *m_sentence;
    QPushButton *m_other;
    QPushButton *m_use;
    Threshold m_best;
    Session *m_session = nullptr;
    PeriodComparison *m_comparison = nullptr;
};

} // namespace oneinn
