// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "results/earlierperiod.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace oneinn {

/// What the earlier period is: another file, the rows with another value of a column, or, where its
/// values follow each other, those before one of them.
class PeriodChoice final : public QWidget {
    Q_OBJECT

public:
    explicit PeriodChoice(QWidget *parent);

    /// Whose columns are offered.
    void setPredictions(const PredictionsPtr &predictions);
    void display(const std::optional<EarlierPeriod> &earlier);

Q_SIGNALS:
    void fileWanted();
    void partChosen(const oneinn::EarlierPart &part);
    void nothingChosen();

private:
    void offerColumns();
    void chooseKind();
    void offerValues();
    void offerBoundaries();
    void takePart();
    bool isByPart() const;
    bool isBoundary() const;
    int kindOf(const EarlierPart &part) const;

    QComboBox *m_kind;
    QPushButton *m_file;
    QComboBox *m_earlier;
    QLabel *m_against;
    QComboBox *m_later;
    PredictionsPtr m_predictions;
};

} // namespace oneinn
