// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/scorecalibration.h"
#include "core/metrics/thresholdsweep.h"
#include "core/policies/scenariorows.h"
#include "results/asked.h"
#include "results/background.h"
#include "results/periodcomparison.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>

namespace oneinn {

class Session;

/// What charts draw of an earlier period, for the same model and assumptions.
struct EarlierDrawn {
    QString name;                                        ///< of the period
    ScenarioRows::Ptr rows;                              ///< null: not known, or not to be drawn
    std::shared_ptr<const ThresholdSweep> sweep;         ///< drawnSweep(); likewise
    std::shared_ptr<const ScoreCalibration> calibration; ///< likewise

    friend bool operator==(const EarlierDrawn &, const EarlierDrawn &) = default;
};

/// The curves of the period that a session is compared with, for the charts that draw them beside
/// those of now: each worked out once in the background while a chart is to be seen. A drag of the
/// threshold asks nothing.
class EarlierCurves final : public QObject {
    Q_OBJECT

public:
    EarlierCurves(Session *session, PeriodComparison *periods, Workers &workers);

    void setRowsWanted(const QObject *by, bool wanted);
    void setCalibrationWanted(const QObject *by, bool wanted);
    /// A person may hide them all.
    void setShown(bool shown);
    bool isShown() const { return m_isShown; }
    /// Of the period; absent: nothing is compared.
    std::optional<QString> name() const;
    /// Only what is of the setting on the dials.
    EarlierDrawn drawn() const;
    /// It was read, and has nothing of what is on the dials.
    bool hasNone() const;

    struct SweepAsked {
        ScenarioRows::Ptr of;
        UsesQuestion uses;
        std::optional<double> baseRate;
        friend bool operator==(const SweepAsked &, const SweepAsked &) = default;
    };
    using Rows = Background<AskedOfAll<RowsQuestion>, ScenarioRows>;
    using Sweep = Background<SweepAsked, ThresholdSweep>;
    using Calibration = Background<AskedOfAll<Selection>, ScoreCalibration>;
    const Rows &rows() const { return m_rows; }
    const Sweep &sweep() const { return m_sweep; }
    const Calibration &calibration() const { return m_calibration; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void followRows(const PredictionsPtr &before);
    void followSweep();
    void followCalibration(const PredictionsPtr &before);

    Session *m_session;
    PeriodComparison *m_periods;
    Rows m_rows;
    Sweep m_sweep;
    Calibration m_calibration;
    QSet<const QObject *> m_rowsWantedBy;
    QSet<const QObject *> m_calibrationWantedBy;
    bool m_isShown = true;
};

} // namespace oneinn
