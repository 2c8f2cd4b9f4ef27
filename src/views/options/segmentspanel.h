// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/segments/segmenttable.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

class OwnThresholdsStrip;
class Results;
class SegmentsModel;
class Session;

namespace Ui {
class SegmentsPanel;
}

/// What each segment gets, least worth first; a click chooses one, Enter shows only it. Worked out
/// only while it is shown.
class SegmentsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit SegmentsPanel(QWidget *parent = nullptr);
    ~SegmentsPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    /// By this column alone, with this segment's row chosen; nothing where there is no such column.
    void showSegment(const std::string &column, const std::string &value);
    /// What is known of segments, and the sentence over it; null and empty before.
    SegmentsModel *known() const;
    QString sentence() const;

Q_SIGNALS:
    /// Those of a segment.
    void rowsRequested(const std::vector<oneinn::Selection::Where> &where);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void connectTable();
    void fillColumns();
    void fillCrossed();
    SegmentsBy by() const;
    void askAnew();
    void renderState();
    void renderWork();
    void renderTable();
    void renderDetail();
    void renderOwn();
    void selectShown();
    void sortByHeader(int section);
    void sortByBox();
    void markOrder();
    void take(int row);
    void requestRows();
    void fitColumns();

    std::unique_ptr<Ui::SegmentsPanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    SegmentsModel *m_model;
    OwnThresholdsStrip *m_own;
    /// To be chosen once its row is there.
    std::optional<std::string> m_wanted;
    PredictionsPtr m_shownOf; ///< what is offered belongs to these, if anything is
};

} // namespace oneinn
