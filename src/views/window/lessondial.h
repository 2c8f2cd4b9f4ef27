// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonanswers.h"

#include <QStackedWidget>

#include <optional>

namespace oneinn {

class LatencyPanel;
class Results;
class ScoresPanel;
class Session;

namespace charts {
class AxisMapping;
class ChartView;
} // namespace charts

/// Where a value stands along an axis. Absent where that ends before it: the axis itself puts it on
/// its end, where a mark would say another value.
std::optional<double> onAxis(const charts::AxisMapping &axis, double value);

/// The dial that a lesson's step asks about, by itself: the session's own threshold under the
/// scores, or its budget under the waits. While it is asked, nothing on it tells the answer.
class LessonDial final : public QStackedWidget {
    Q_OBJECT

public:
    explicit LessonDial(Results *results, QWidget *parent = nullptr);

    /// Whether a step is answered by a dial at all.
    static bool isOf(const LessonStep &step);
    void ask(const LessonStep &step);
    /// With all that it tells, of the session as it stands.
    void tell();
    charts::ChartView *chart() const;
    ScoresPanel *scores() const { return m_scores; }
    /// Where the dial stands, as it would be typed; absent: no limit.
    std::optional<double> believed() const;
    /// Puts the session's dial there.
    void put(double typed);
    /// Along the chart's axis; absent where that ends before it.
    std::optional<double> axisOf(double typed) const;

    /// What a step's dials stand at while it is asked: its setting, but at no threshold that would
    /// tell the answer.
    Scenario askedScenario(const LessonStep &step, const StepAnswers &answers) const;

private:
    void setAsking(bool asking);
    void render();
    /// Scores are kept negated where low ones are positive.
    double sign() const;
    bool isWait() const;

    Session *m_session;
    ScoresPanel *m_scores;
    LatencyPanel *m_latency;
};

} // namespace oneinn
