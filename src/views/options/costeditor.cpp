// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/costeditor.h"

#include "core/limits.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "wording/names.h"
#include "wording/policynames.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int modelsInARow = 2;
constexpr qsizetype mostLabelCharacters = 30;
constexpr int costDecimals = 6;
constexpr double costStep = 0.001;
constexpr double noCost = -costStep; ///< one step below a call that costs nothing

} // namespace

CostEditor::CostEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(2);
    m_layout->addWidget(plainLabel(wording::costOfACallText(), this), 0, 0);
    m_layout->setColumnStretch(1 + 2 * modelsInARow, 1);
}

void CostEditor::setModels(std::vector<std::string> models)
{
    std::sort(models.begin(), models.end());
    if (models == m_models)
        return;
    for (NumberBox *box : m_boxes) {
        // Perhaps it is this box's own edit that brought the other models.
        m_layout->removeWidget(box);
        box->hide();
        box->deleteLater();
    }
    const auto labels = findChildren<QLabel *>(QStringLiteral("modelOfCost"));
    qDeleteAll(labels);
    m_models = std::move(models);
    m_boxes.clear();
    for (const std::string &model : m_models)
        m_boxes.push_back(addModel(model, static_cast<int>(m_boxes.size())));
    // Boxes made now come last otherwise, and what stands between would not be come by. Nothing is
    // put after a widget that takes no focus, which the editor itself does for so long only.
    setFocusPolicy(Qt::TabFocus);
    QWidget *before = this;
    for (NumberBox *box : m_boxes) {
        setTabOrder(before, box);
        before = box;
    }
    setFocusPolicy(Qt::NoFocus);
    display(m_costs);
}

NumberBox *CostEditor::addModel(const std::string &model, int place)
{
    auto *box = new NumberBox(this);
    box->setObjectName(QStringLiteral("cost:") + QString::fromStdString(model));
    box->setDecimals(costDecimals);
    box->setSingleStep(costStep);
    box->setRange(noCost, limits::largestCostPerCall);
    box->setSpecialValueText(wording::noCostText());
    box->setAccessibleName(wording::costOfACallText(model));
    box->setToolTip(wording::costHint());
    auto *label = plainLabel(
            onButton(wording::middleElided(wording::modelText(model), mostLabelCharacters)), this);
    label->setToolTip(wording::modelText(model));
    label->setObjectName(QStringLiteral("modelOfCost"));
    label->setBuddy(box);
    const int row = place / modelsInARow;
    const int column = 1 + 2 * (place % modelsInARow);
    m_layout->addWidget(label, row, column);
    m_layout->addWidget(box, row, column + 1);
    connect(box, &NumberBox::edited, this, [this, model](double cost) {
        Costs costs = m_costs;
        if (cost < 0.0)
            costs.erase(model);
        else
            costs[model] = cost;
        Q_EMIT edited(costs);
    });
    return box;
}

void CostEditor::display(const Costs &costs)
{
    m_costs = costs;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const auto found = costs.find(m_models[i]);
        m_boxes[i]->display(found == costs.end() ? noCost : found->second);
    }
}

} // namespace oneinn

#include "moc_costeditor.cpp"
