// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/classcosts.h"

#include "core/eigenindex.h"
#include "results/classesread.h"
#include "views/options/classmatrixmodel.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "wording/names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace oneinn {

namespace {

constexpr qsizetype mostOnLabel = 18;

QString shortName(const ClassMatrixModel &model, std::size_t at)
{
    return wording::middleElided(wording::className(model.told(), at), mostOnLabel);
}

} // namespace

ClassCostsBox::ClassCostsBox(QWidget *parent)
    : QWidget(parent)
    , m_costOf(plainLabel({}, this))
    , m_cost(new NumberBox(this))
    , m_thresholdOf(plainLabel({}, this))
    , m_threshold(new NumberBox(this))
    , m_even(new QPushButton(tr("Even costs, no thresholds"), this))
{
    constexpr double mostCost = 1e9;
    constexpr int decimals = 4;
    constexpr double step = 0.05;
    m_cost->setObjectName(QStringLiteral("confusionCost"));
    m_cost->setExactDecimals(decimals);
    m_cost->setRange(0.0, mostCost);
    m_threshold->setObjectName(QStringLiteral("classThreshold"));
    m_threshold->setExactDecimals(decimals);
    m_threshold->setRange(0.0, 1.0);
    m_threshold->setSingleStep(step);
    m_threshold->setSpecialValueText(tr("none"));
    m_even->setObjectName(QStringLiteral("evenCosts"));
    m_costOf->setBuddy(m_cost);
    m_thresholdOf->setBuddy(m_threshold);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_costOf, m_cost, m_thresholdOf, m_threshold, m_even})
        row->addWidget(each);
    row->addStretch(1);
    connect(m_cost, &NumberBox::edited, this, [this](double cost) {
        m_classes->setCost({m_actual, m_decided, cost});
    });
    connect(m_threshold, &NumberBox::edited, this, [this](double score) {
        m_classes->setThreshold(m_decided, score > 0.0 ? std::optional(score) : std::nullopt);
    });
    connect(m_even, &QPushButton::clicked, this, [this] { m_classes->forgetCosts(); });
}

void ClassCostsBox::render(const ClassMatrixModel &model, std::size_t actual, std::size_t decided)
{
    const ClassesAnswer &answer = *model.answer();
    m_actual = static_cast<std::uint32_t>(actual);
    m_decided = static_cast<std::uint32_t>(decided);
    const QString from = shortName(model, actual);
    const QString to = shortName(model, decided);
    m_costOf->setText(tr("%1 called %2 costs").arg(from, to));
    m_cost->setAccessibleName(m_costOf->text());
    m_cost->display(answer.costs(eigenIndex(actual), eigenIndex(decided)));
    const bool hasThreshold = answer.table.scores && decided < answer.table.rows.names.size();
    m_thresholdOf->setVisible(answer.table.scores.has_value());
    m_threshold->setVisible(answer.table.scores.has_value());
    m_threshold->setEnabled(hasThreshold);
    m_thresholdOf->setText(tr("least score for %1").arg(to));
    m_threshold->setAccessibleName(m_thresholdOf->text());
    const auto own = hasThreshold && !answer.thresholds.empty() ? answer.thresholds[decided]
                                                                : std::optional<double>();
    m_threshold->display(own.value_or(0.0));
    m_even->setVisible(answer.ownCosts || !answer.thresholds.empty());
}

} // namespace oneinn

#include "moc_classcosts.cpp"
