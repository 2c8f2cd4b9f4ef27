// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmenttable.h"
#include "results/segmentsanswer.h"

#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QPushButton;

namespace oneinn {

class NumberBox;
class Session;

/// The latency budget of the segment that is chosen, and the way back to one for all. Not there
/// where the data know no latencies.
class OwnBudgetBox final : public QWidget {
    Q_OBJECT

public:
    explicit OwnBudgetBox(QWidget *parent = nullptr);

    void setSession(Session *session) { m_session = session; }
    void render(const SegmentsAsked &asked, const SegmentRow *current);

private:
    QString trouble(const SegmentsAsked &asked) const;
    void set(double milliseconds);

    Session *m_session = nullptr;
    QLabel *m_label;
    NumberBox *m_box;
    QPushButton *m_one;
    std::string m_column;
    std::optional<std::string> m_value; ///< that the box is for
};

} // namespace oneinn
