// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/segments/segmentindex.h"
#include "core/units.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace oneinn {

class Session;

namespace charts {
class ChartMarker;
class ChartView;
class Curve;
} // namespace charts

/// A lane for each segment, with a mark at its threshold that is dragged or moved by keys.
class ThresholdMarks final : public QWidget {
    Q_OBJECT

public:
    /// Where there are more segments, only the one that is chosen has a lane.
    static constexpr std::size_t mostLanes = 16;

    explicit ThresholdMarks(QWidget *parent = nullptr);

    void setSession(Session *session);

    struct Shown {
        SegmentIndex::Ptr index;           ///< of the scores as they are
        std::vector<Threshold> thresholds; ///< by segment
        Threshold dial;
        std::optional<std::size_t> chosen; ///< segment
        bool isMovable = false;            ///< else they are only looked at
    };
    void display(const Shown &shown);
    const charts::ChartView *chart() const { return m_chart; }
    /// Of a segment; null: it has no lane.
    const charts::ChartMarker *markOf(std::size_t segment) const;

Q_SIGNALS:
    /// A hand is on a segment's mark.
    void chosen(std::size_t segment);
    void edited(std::size_t segment, oneinn::Threshold threshold);

private:
    void addMark();
    void layLanes();
    void layAxis();
    void move(std::size_t lane, double axis);
    void step(std::size_t lane, int steps);
    void toEnd(std::size_t lane, bool high);
    QString nameOf(std::size_t lane) const;

    Session *m_session = nullptr;
    charts::ChartView *m_chart;
    charts::Curve *m_dial;
    std::vector<charts::ChartMarker *> m_marks; ///< by lane; those that are not needed are hidden
    std::vector<std::size_t> m_lanes;           ///< segments, from above
    Shown m_shown;
    SegmentIndex::Ptr m_axisOf;
    charts::AxisMapping m_mapping = charts::AxisMapping::score(0.0, 1.0);
};

} // namespace oneinn
