// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/periods/dropped.h"
#include "results/periodcomparison.h"

#include <QFrame>

#include <memory>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace oneinn {

class JudgedAtRow;
class LayerList;
class PeriodChoice;
class PictureView;
class Results;
class Session;
class WorkBar;
class WrappedLabel;

/// Why did it drop: what is open against an earlier period, layer by layer, what came from what,
/// and what to do. Worked out only while it is shown.
class DropPanel final : public QFrame {
    Q_OBJECT

public:
    explicit DropPanel(QWidget *parent = nullptr);
    ~DropPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);

Q_SIGNALS:
    void evidenceRequested(oneinn::DropLayer layer);
    /// That the file which is open is the earlier one.
    void swapRequested();

private:
    void setUpChoices(QVBoxLayout *rows);
    void setUpPages(QVBoxLayout *rows);
    QWidget *resultPage();
    void offerMeasures();
    void chooseFile();
    std::vector<Selection::Where> withoutPart(const std::string &other) const;
    void compare(const std::optional<EarlierPeriod> &earlier,
                 const std::vector<Selection::Where> &where);
    void takePart(const EarlierPart &part);
    void renderState();
    void renderChoices();
    void renderWork();
    void renderAnswer();
    bool lowerIsPositive() const;
    double inFile(Threshold threshold) const;
    QString emptyText() const;

    PeriodChoice *m_choice;
    QComboBox *m_measure;
    WorkBar *m_work;
    QStackedWidget *m_pages;
    QWidget *m_result = nullptr;
    WrappedLabel *m_empty;
    WrappedLabel *m_changed;
    QPushButton *m_swap; ///< only where they stand the wrong way round
    PictureView *m_waterfall;
    LayerList *m_layers;
    WrappedLabel *m_do;
    WrappedLabel *m_notes;
    JudgedAtRow *m_judgedAt;
    Session *m_session = nullptr;
    PeriodComparison *m_comparison = nullptr;
};

} // namespace oneinn
