// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "core/cellrows/cellrows.h"
#include "views/dials/chartpins.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <vector>

namespace oneinn {

class CombinationStrip;
class EarlierSwitch;
class Results;
class Session;

namespace charts {
class ChartView;
}

namespace Ui {
class TradeoffPage;
}

/// Each dial on its own: the scores, precision and recall, the latencies.
class TradeoffPage final : public QWidget {
    Q_OBJECT

public:
    explicit TradeoffPage(QWidget *parent = nullptr);
    ~TradeoffPage() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    void setPins(const std::vector<ChartPin> &pins);
    QList<charts::ChartView *> charts() const;

    /// Of the bar that the threshold is in.
    void requestRows();

Q_SIGNALS:
    void pinActivated(int pin);
    /// Those behind a bar of the scores.
    void rowsRequested(const oneinn::ScoreSpan &scores);
    /// The person spread the threshold axis in another way.
    void scoreAxisEdited(oneinn::charts::AxisMapping::Kind kind);

private:
    std::unique_ptr<Ui::TradeoffPage> m_ui;
    CombinationStrip *m_combination;
    EarlierSwitch *m_earlier;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
};

} // namespace oneinn
