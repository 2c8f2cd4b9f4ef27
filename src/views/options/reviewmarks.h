// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "core/review/reviewer.h"
#include "core/review/reviewsteps.h"

#include <QWidget>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace oneinn {

class Session;

namespace charts {
class ChartMarker;
class ChartView;
class HistogramItem;
class ShadeItem;
} // namespace charts

/// The scores of both classes with the two ends of a band, which are dragged or moved by keys and
/// never pass each other.
class ReviewMarks final : public QWidget {
    Q_OBJECT

public:
    explicit ReviewMarks(QWidget *parent = nullptr);

    void setSession(Session *session);
    void display(const Assessment &assessment, const FoundBand &band);
    charts::ChartView *chart() const { return m_chart; }
    enum End : std::uint8_t { From, To };
    const charts::ChartMarker *mark(End end) const { return m_marks[end]; }
    /// Neither end passes the other.
    void put(End end, Threshold threshold);
    void step(End end, int steps);

Q_SIGNALS:
    void edited(const oneinn::BandThresholds &band);

private:
    void addMark(End end);
    void labelMarks(const FoundBand &band);
    void layAxis(const PredictionIndex &index);
    void toEnd(End end, bool high);

    Session *m_session = nullptr;
    charts::ChartView *m_chart;
    charts::HistogramItem *m_histogram;
    charts::ShadeItem *m_shade;
    std::array<charts::ChartMarker *, 2> m_marks{};
    BandThresholds m_band;
    charts::AxisMapping m_mapping = charts::AxisMapping::score(0.0, 1.0);
    std::shared_ptr<const PredictionIndex> m_index; ///< the rows the axis was made for
    std::shared_ptr<const BudgetSlice> m_slice;     ///< the decisions that marks snap to
};

} // namespace oneinn
