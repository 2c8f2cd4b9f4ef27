// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentthresholds.h"
#include "results/segmentsanswer.h"
#include "wording/segmentwords.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace oneinn {

class OwnBudgetBox;
class Session;
class ThresholdBox;
class ThresholdMarks;
class WrappedLabel;

/// Thresholds of their own for segments: by a rule that is tried and taken over, or one by one by
/// hand, at a mark or in a box; and who pays.
class OwnThresholdsStrip final : public QWidget {
    Q_OBJECT

public:
    explicit OwnThresholdsStrip(QWidget *parent = nullptr);

    void setSession(Session *session);

    /// What is tried; absent: what is set now.
    std::optional<SegmentRule> rule() const;
    void forgetRule();

    /// The table that is shown at these thresholds, and the segment that the box is for, if any.
    void render(const SegmentsAnswer &answer, const SegmentsAsked &asked, const SegmentTable &table,
                const std::vector<Threshold> &thresholds, const SegmentRow *current);
    /// Whether the window shows the segment of the chosen row alone (or, of everyone's, everyone).
    void renderOnly(const SegmentRow *current, bool isShownAlone);

Q_SIGNALS:
    /// The segment of the chosen row, or everyone again.
    void onlyRequested();
    /// Another rule is tried.
    void ruleChosen();
    /// A hand is on the mark of a segment with these values.
    void segmentChosen(const std::vector<std::string> &values);

private:
    QWidget *firstRow();
    QWidget *secondRow();
    void takeOver();
    void takeOverChosen();
    void setByHand(std::size_t segment, Threshold threshold);
    void nameRules();
    void renderButtons(bool isTried);
    void renderTakeOverChosen(const SegmentRow *current);
    void renderBox(const SegmentRow *current);
    void renderMarks(const SegmentRow *current);
    QStringList paying(const SegmentsAnswer &answer, const SegmentTable &table,
                       const wording::DifferencesOfSegment &differencesOf) const;
    QString budgetBeforeAndAfter(const SegmentsAnswer &answer, const SegmentTable &table,
                                 const SegmentRow *current) const;
    QString beforeAndAfter(const SegmentsAnswer &answer, const SegmentTable &table,
                           const SegmentRow *current) const;
    QString trouble() const;

    Session *m_session = nullptr;
    QComboBox *m_rules;
    QPushButton *m_takeOver;
    QPushButton *m_takeOverChosen;
    QPushButton *m_only;
    QLabel *m_boxLabel;
    ThresholdBox *m_box;
    QPushButton *m_one;
    OwnBudgetBox *m_budget;
    WrappedLabel *m_pays;
    ThresholdMarks *m_marks;
    SegmentIndex::Ptr m_index;
    SegmentsAsked m_asked;
    std::shared_ptr<const SegmentPolicy> m_policy; ///< of what is tried; null: not known
    std::vector<Threshold> m_thresholds;
    QStringList m_tried;
    std::optional<std::size_t> m_segment; ///< that the box is for
    std::optional<std::size_t> m_chosen;  ///< whose row is
};

} // namespace oneinn
