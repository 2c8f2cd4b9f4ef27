// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/cellrows/cellrows.h"
#include "core/targets/reach.h"

#include <QWidget>

#include <memory>
#include <utility>
#include <vector>

namespace oneinn {

namespace Ui {
class ExperiencePanel;
}

/// What users experience, in order of how much it hurts: four headlines, 1,000 uses, the value.
class ExperiencePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ExperiencePanel(QWidget *parent = nullptr);
    ~ExperiencePanel() override;

    void render(const Assessment &assessment);
    /// What keeps the limits, from the next render() or renderLimits() on; null while unknown.
    void setWithin(std::shared_ptr<const Reach> within) { m_within = std::move(within); }
    void renderLimits(const Assessment &assessment);
    /// Told below the matrix from the next render() on, a line each.
    void setOtherShares(std::vector<Share> shares) { m_otherShares = std::move(shares); }
    /// Before everything else: what holds beside what is shown here; empty: nothing.
    void setBeside(const QString &text);
    /// How much is told besides the headlines; their tool tips tell all of it in any case.
    enum class Told { Everything, WhatHeadlinesRestOn, HeadlinesAlone };
    void setTold(Told told);
    Told told() const { return m_told; }

Q_SIGNALS:
    void thresholdChosen(oneinn::Threshold threshold);
    /// Those behind a cell of the matrix.
    void rowsRequested(oneinn::RowCell cell);

private:
    void renderMatrix(const Assessment &assessment);
    void renderValue(const Assessment &assessment);
    void renderOtherShares(const Assessment &assessment);

    std::unique_ptr<Ui::ExperiencePanel> m_ui;
    std::vector<Share> m_otherShares;
    std::shared_ptr<const Reach> m_within;
    Told m_told = Told::Everything;
    RowCell m_unserved = RowCell::Late; ///< what the line below the matrix leads to
};

} // namespace oneinn
