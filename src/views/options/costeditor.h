// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QGridLayout;

namespace oneinn {

class NumberBox;

/// What a call of each model costs, a box for each. Below 0 a box says that its model has no cost.
class CostEditor final : public QWidget {
    Q_OBJECT

public:
    using Costs = std::map<std::string, double>;

    explicit CostEditor(QWidget *parent = nullptr);

    /// Which models have a box, in their order by name. Boxes stay where the models do.
    void setModels(std::vector<std::string> models);
    /// Costs of models without a box are kept. Never emits.
    void display(const Costs &costs);

Q_SIGNALS:
    void edited(const oneinn::CostEditor::Costs &costs);

private:
    NumberBox *addModel(const std::string &model, int place);

    QGridLayout *m_layout;
    std::vector<std::string> m_models;
    std::vector<NumberBox *> m_boxes; ///< by model
    Costs m_costs;
};

} // namespace oneinn
