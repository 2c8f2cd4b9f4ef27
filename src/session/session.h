// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/problem.h"
#include "core/scenario/fields.h"
#include "session/assessor.h"
#include "session/history.h"
#include "session/loading.h"
#include "session/pinboard.h"
#include "session/scenarioedit.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// What a person has set, and what it means: the data, the scenario, the pinned points and the
/// words of the answer. Edits come in here, become steps of the history, and the assessment
/// follows; an equal value changes nothing and emits nothing. Another model or segment, or another
/// patience, is prepared in the background where rows are many: until it is ready, the assessment
/// is that of the rows before, with every other edit in it.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    bool hasData() const { return rows() != nullptr; }
    /// Meaningful only with data, as are the data, their rows, index and predictions.
    const Assessment &assessment() const { return m_assessor.assessment(); }
    const SessionState &state() const { return m_state; }
    const Scenario &scenario() const { return m_state.scenario; }
    const OpenedData &data() const { return *m_state.data; }
    /// Made for the assessment's scenario.
    const ScenarioRows::Ptr &rows() const { return m_assessor.rows(); }
    const PredictionIndex &index() const { return *rows()->all(); }
    const Predictions &predictions() const { return *rows()->source(); }

    /// Opens files. Another reading of the file that is shown is one step of undo, which keeps the
    /// pinned points and the words; another file starts a new history. Where rows are not prepared
    /// after all, the selection goes back to those that are shown.
    Loading &loading() { return m_loading; }
    History &history() { return m_history; }
    const History &history() const { return m_history; }
    PinBoard &pinBoard() { return m_pinBoard; }

    /// See Assessor.
    bool waitsForClusters() const { return m_assessor.waitsForClusters(); }
    void takeClusters(const ClusterMomentsPtr &clusters,
                      const std::shared_ptr<const Outlook> &outlook);

    /// What is outside the field's bounds changes nothing.
    void edit(Field field, std::optional<double> value);
    /// Where there are no latencies no budget is set, whatever the edit says.
    void edit(const ScenarioEdit &edit);
    void setThreshold(Threshold threshold);
    /// Moves the threshold by so many changes of decision: upwards shows fewer.
    void stepThreshold(int steps);
    /// To the lowest score (everything is shown) or above the highest (nothing is).
    void moveThresholdToEnd(bool high);
    void setBudget(Budget budget);
    void setAnswerText(const AnswerText &text);
    /// where: whom all else is of from then on, in the same step; absent: as now.
    void setCompared(const std::optional<ComparedPeriod> &compared,
                     const std::optional<std::vector<Selection::Where>> &where = {});
    /// Uses a day are one number with those of the targets.
    void setReview(const ReviewSetting &review);

Q_SIGNALS:
    void assessmentChanged(const oneinn::Assessment &assessment);
    /// Other rows: another file, or another reading of it. Comes before the assessment that follows
    /// from it.
    void dataChanged();
    /// Data was opened, or a session with it: the history begins here.
    void opened();
    /// What stands beside the scenario: the words of the answer, the earlier period, the reviewer
    /// and their band.
    void besideChanged();
    /// Here, in loading or with a pin.
    void problemRaised(const oneinn::Problem &problem);

private:
    void takeOpened(const OpenedDataPtr &data);
    void apply(const SessionState &state);
    void applyScenario(const Scenario &scenario);
    void prepareRows();
    void takeRows(const ScenarioRows::Ptr &rows);
    void goBackToRows();
    void reassess();

    SessionState m_state;
    Assessor m_assessor;
    History m_history{m_state, [this](const SessionState &state) { apply(state); }};
    PinBoard m_pinBoard{m_state, m_history};
    Loading m_loading;
};

} // namespace oneinn
