// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/problem.h"
#include "core/scenario/fields.h"
#include "presets/presets.h"
#include "session/opening.h"
#include "session/rowsjob.h"
#include "session/stateedit.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace oneinn {

/// The only adjustable state: the data, the scenario, the pinned points, the words of the answer,
/// and their undo history. The assessment follows from them. Edits come in through the setters; an
/// equal value changes nothing and emits nothing. Another model or segment, or another patience, is
/// prepared in the background where rows are many: until it is ready, the assessment is that of the
/// rows before, with every other edit in it.
class Session final : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    bool hasData() const { return m_rows != nullptr; }
    /// Meaningful only with data.
    const Assessment &assessment() const { return m_assessment; }
    const SessionState &state() const { return m_state; }
    const Scenario &scenario() const { return m_state.scenario; }
    const std::vector<PinnedPoint> &pins() const { return m_state.pins; }
    const AnswerText &answerText() const { return m_state.text; }
    /// Made for the assessment's scenario.
    const ScenarioRows::Ptr &rows() const { return m_rows; }
    const PredictionIndex &index() const { return *m_rows->all(); }
    const Predictions &predictions() const { return *m_rows->source(); }
    const ingest::ResolvedMapping &mapping() const { return m_state.data->file.mapping; }
    const Source &source() const { return m_state.data->source; }
    /// Which bytes the data are.
    const DataReference &reference() const { return m_state.data->reference; }
    QUndoStack &history() { return m_history; }
    /// Steps lead back to other readings of the file as long as these take no more memory, the last
    /// one whatever it takes; steps before them are forgotten.
    void setMostHistoryBytes(std::size_t bytes) { m_mostHistoryBytes = bytes; }

    /// Taken where a file is opened for which nobody chose any columns.
    void setColumnMemory(ColumnMemory memory) { m_columnMemory = std::move(memory); }
    /// What came out of a pipe that is shown, or asked about; null for what can be read again.
    ingest::TableFile::Ptr keptTable(const QString &path) const;

    bool isLoading() const { return m_isLoading; } ///< until loadingFinished()
    /// Reads in the background; what is shown stays until the new data is valid. Opening again
    /// while loading drops the older request. Another reading of the file that is shown is one step
    /// of undo, which keeps the pinned points and the words; another file starts a new history.
    void open(Source source);
    /// Whether a selection's rows are being prepared.
    bool isPreparing() const { return m_rowsJob.isUnderWay(); }
    /// Stops reading or preparing. The selection goes back to the rows that are shown.
    void cancelLoading();

    /// Uses come from users or on days that differ, and are too many to be passed over at each move
    /// of a dial: the assessment takes them to differ as they did at the setting of takeClusters().
    bool waitsForClusters() const { return m_clustering == Clustering::Elsewhere; }
    /// clusterMoments() and outlook() of the assessment's scenario.
    void takeClusters(const ClusterMomentsPtr &clusters,
                      const std::shared_ptr<const Outlook> &outlook);

    /// Edits between the two are one step of undo (for each part of the scenario).
    void beginGesture();
    void endGesture();
    /// Returns to where the gesture began and forgets it.
    void cancelGesture();
    bool isInGesture() const { return m_gesture != 0; }

    /// What is outside the field's bounds changes nothing; nor does a budget where there are no
    /// latencies.
    void edit(Field field, std::optional<double> value);
    void setThreshold(Threshold threshold);
    /// Moves the threshold by so many changes of decision: upwards shows fewer.
    void stepThreshold(int steps);
    /// To the lowest score (everything is shown) or above the highest (nothing is).
    void moveThresholdToEnd(bool high);
    void setBudget(Budget budget);
    /// Both dials as one edit, whichever of them it moves; the budget only where there are
    /// latencies.
    void setOperatingPoint(Threshold threshold, Budget budget);
    /// Does what a policy does, as one edit; `models` are the columns it speaks of.
    void adopt(const Policy &policy, const std::vector<std::string> &models);
    /// Puts a choice on the dials, as one edit; the budget only where there are latencies.
    void adopt(const Choice &choice);
    void setLatePolicy(LatePolicy policy);
    /// Late answers come from this model, at a threshold on its own scores: one step.
    void fallBackTo(const std::string &model, Threshold threshold);
    void setPatience(const PatienceCurve &patience);
    void setCostPerCall(const std::map<std::string, double> &costs);
    void setCascade(const std::optional<CascadeBounds> &bounds);
    /// How several calls are combined, where they are: the policy's own numbers.
    void setCombination(const Combination &combination);
    void setTargets(const Targets &targets);
    void setNoun(const std::string &noun);
    /// Everything a kind of feature brings along, in one step; what belongs to the data stays.
    void applyPreset(const Preset &preset);
    void setModel(std::optional<std::string> model);
    void setWhere(std::vector<Selection::Where> where);

    /// Puts the choice on the dials beside the others, at the end.
    void pin(const std::string &name = {});
    /// Pins are counted from 0; what does not exist is not touched.
    void unpin(std::size_t pin);
    void renamePin(std::size_t pin, const std::string &name);
    void movePin(std::size_t from, std::size_t to);
    /// Puts a pinned choice on the dials; its budget only where there are latencies.
    void returnToPin(std::size_t pin);
    void setAnswerText(const AnswerText &text);
    /// Words of the answer that are typed between the two are one step of undo. Not a gesture:
    /// nothing waits for it to end.
    void beginTyping();
    void endTyping();

Q_SIGNALS:
    void assessmentChanged(const oneinn::Assessment &assessment);
    /// Other rows: another file, or another reading of it. Comes before the assessment that follows
    /// from it.
    void dataChanged();
    /// Data was opened, or a session with it: the history begins here.
    void opened();
    void pinsChanged();
    void answerTextChanged();
    void loadingStarted(const QString &path);
    /// Rows of the scenario's selection are prepared; progress and finish as for loading.
    void preparingStarted();
    void loadingProgressed(double share);
    void loadingFinished();
    void problemRaised(const oneinn::Problem &problem);
    /// After a problem that choosing other columns may mend.
    void columnsUnclear(const oneinn::ColumnChoices &choices);

private:
    using OpenedPtr = std::shared_ptr<const Opened>;
    enum class Clustering : std::uint8_t { None, AtOnce, Elsewhere };

    static Clustering clusteringOf(const ScenarioRows &rows);

    void edit(EditedPart part, const std::function<void(Scenario &)> &change);
    void editPins(EditedPart part, const std::function<void(std::vector<PinnedPoint> &)> &change);
    void push(EditedPart part, quint64 gesture, SessionState changed);
    void apply(const SessionState &state);
    void applyScenario(const Scenario &scenario);
    void prepareRows();
    void takeRows(const ScenarioRows::Ptr &rows);
    void goBackToRows();
    void useRows(ScenarioRows::Ptr rows);
    void reassess();
    void takeOpened();
    void limitHistory();

    SessionState m_state;
    ScenarioRows::Ptr m_rows;
    std::shared_ptr<const UseSlice> m_slice;
    std::shared_ptr<const Outlook> m_outlook;
    UsesQuestion m_sliceOf;      ///< what m_slice is the answer to
    OutlookQuestion m_outlookOf; ///< what m_outlook is
    Clustering m_clustering = Clustering::None;
    ClusterMomentsPtr m_clusters; ///< null: as if independent
    Assessment m_assessment;
    QUndoStack m_history;
    quint64 m_gesture = 0; ///< 0: none under way
    quint64 m_lastGesture = 0;
    quint64 m_typing = 0; ///< 0: none under way
    SessionState m_gestureStart;
    std::optional<int> m_gestureStartIndex; ///< absent: with the first edit
    std::size_t m_mostHistoryBytes = std::size_t{512} << 20U;

    RowsJob m_rowsJob;
    QFutureWatcher<OpenedPtr> m_loading;
    bool m_isLoading = false;
    QString m_openingPath;           ///< what is loading, or was last
    std::optional<ReadTable> m_kept; ///< of a pipe: what came out of it
    QString m_keptOf;                ///< its path
    ColumnMemory m_columnMemory;
    std::stop_source m_stopLoading;
};

} // namespace oneinn
