// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/frontierchoices.h"

#include "wording/policynames.h"

#include <QComboBox>

namespace oneinn {

namespace {

template<typename Measure> Measure measureAt(const QComboBox *box, int place)
{
    return static_cast<Measure>(box->itemData(place).toInt());
}

} // namespace

FrontierChoices::FrontierChoices(QComboBox *quality, QComboBox *burden)
    : m_quality(quality)
    , m_burden(burden)
{
    for (const QualityMeasure measure :
         {QualityMeasure::Value, QualityMeasure::WrongOfShown, QualityMeasure::Missed})
        m_quality->addItem({}, static_cast<int>(measure));
    for (const BurdenMeasure measure :
         {BurdenMeasure::WaitP50, BurdenMeasure::WaitP90, BurdenMeasure::WaitP95,
          BurdenMeasure::WaitP99, BurdenMeasure::WaitP999, BurdenMeasure::Cost})
        m_burden->addItem({}, static_cast<int>(measure));
    for (QComboBox *box : {m_quality, m_burden})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    name({}, true);
    choose(BurdenMeasure::WaitP95);
}

FrontierView FrontierChoices::view() const
{
    return {measureAt<QualityMeasure>(m_quality, m_quality->currentIndex()),
            measureAt<BurdenMeasure>(m_burden, m_burden->currentIndex())};
}

void FrontierChoices::choose(BurdenMeasure burden)
{
    m_burden->setCurrentIndex(m_burden->findData(static_cast<int>(burden)));
}

void FrontierChoices::name(const FeatureWords &words, bool callsAreCounted)
{
    for (int i = 0; i < m_quality->count(); ++i)
        m_quality->setItemText(
                i, wording::qualityName(measureAt<QualityMeasure>(m_quality, i), words));
    for (int i = 0; i < m_burden->count(); ++i)
        m_burden->setItemText(
                i,
                wording::burdenName(measureAt<BurdenMeasure>(m_burden, i), callsAreCounted, words));
}

} // namespace oneinn
