// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/datalimitspanel.h"

#include "core/labels/labelsofuses.h"
#include "core/predictions/mixedpredictions.h"
#include "session/session.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/titledcard.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/datalimitwords.h"
#include "wording/names.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr double fewestLabels = 3.0; ///< 1 of 2 wrong ones would be coins
constexpr double mostLabels = 1e6;

QWidget *settingsRow(const QString &before, QWidget *box, const QString &after, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *label = plainLabel(before, row);
    label->setBuddy(box);
    layout->addWidget(label);
    layout->addWidget(box);
    if (!after.isEmpty())
        layout->addWidget(plainLabel(after, row));
    layout->addStretch(1);
    return row;
}

} // namespace

DataLimitsPanel::DataLimitsPanel(QWidget *parent)
    : QWidget(parent)
    , m_cards(new QVBoxLayout(this))
    , m_oneIn(new NumberBox(this))
    , m_goldColumn(new QComboBox(this))
{
    m_cards->setContentsMargins(10, 10, 10, 10);
    m_cards->setSpacing(8);
    m_labels = addCard(tr("Labels that are missing"), QStringLiteral("labelsTold"));
    m_noise = addCard(tr("Labels that are wrong (your assumption)"), QStringLiteral("noiseTold"),
                      noiseSettings());
    m_gold = addCard(tr("Labels of a judge"), QStringLiteral("goldTold"), goldSettings());
    m_doubled = addCard(tr("Rows that are there twice"), QStringLiteral("doubledTold"));
    m_largest = addCard(tr("Whose uses these are"), QStringLiteral("largestTold"));
    m_cards->addStretch(1);
}

WrappedLabel *DataLimitsPanel::addCard(const QString &title, const QString &name, QWidget *settings)
{
    auto *card = new QFrame(this);
    QVBoxLayout *rows = titledCard(card, title);
    if (settings)
        rows->addWidget(settings);
    auto *told = new WrappedLabel(card);
    told->setObjectName(name);
    told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(told);
    m_cards->addWidget(card);
    return told;
}

QWidget *DataLimitsPanel::noiseSettings()
{
    m_oneIn->setObjectName(QStringLiteral("wrongLabelsOneIn"));
    m_oneIn->setAccessibleName(tr("What if 1 of so many labels is wrong"));
    m_oneIn->setDecimals(0);
    m_oneIn->setRange(fewestLabels, mostLabels);
    m_oneIn->setKeyboardTracking(false);
    m_oneIn->display(1.0 / usualWrongLabels);
    connect(m_oneIn, &NumberBox::edited, this, &DataLimitsPanel::renderNoise);
    return settingsRow(tr("What if 1 of"), m_oneIn, tr("labels is wrong?"), this);
}

QWidget *DataLimitsPanel::goldSettings()
{
    m_goldColumn->setObjectName(QStringLiteral("goldColumn"));
    m_goldColumn->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_goldColumn->setAccessibleName(tr("Column with better labels for some of the rows"));
    connect(m_goldColumn, &QComboBox::activated, this, &DataLimitsPanel::renderGold);
    return settingsRow(tr("Better labels, for some of the rows, are in"), m_goldColumn, {}, this);
}

void DataLimitsPanel::setSession(Session *session)
{
    m_session = session;
}

/// Columns that hold the label's own values, and cells that hold neither.
void DataLimitsPanel::fillGold()
{
    m_goldColumn->clear();
    m_goldColumn->addItem(tr("no column"));
    const auto &mapping = m_session->data().file.mapping;
    for (const CategoryColumn &segment : m_shownOf->segments()) {
        if (segment.codeOf(mapping.positive.value) && segment.codeOf(mapping.negative))
            m_goldColumn->addItem(wording::nameText(segment.name),
                                  QString::fromStdString(segment.name));
    }
}

void DataLimitsPanel::render(const Assessment &assessment)
{
    const PredictionsPtr &read = m_session->data().file.predictions;
    if (m_shownOf != read) {
        m_shownOf = read;
        fillGold();
        const auto doubled = doubledRows(*read);
        m_doubled->setText(doubled ? wording::doubledText(*doubled)
                                   : tr("None that can be told from chance."));
    }
    const auto largest = largestCluster(*read, m_session->index().selection());
    m_largest->setText(largest ? wording::largestClusterText(*largest, assessment.scenario.words)
                               : tr("None has so many of them that everything rests on it."));
    renderLabels(assessment);
    renderNoise();
    renderGold();
}

void DataLimitsPanel::renderLabels(const Assessment &assessment)
{
    if (!assessment.labels)
        return m_labels->setText(tr("Every record that has a score has a label."));
    const auto labels = labelsOfUses(*m_session->rows(), assessment.scenario.threshold);
    m_labels->setText(labels ? wording::labelsSentences(*labels, assessment.scenario.words)
                                       .join(QLatin1Char('\n'))
                             : QString());
}

void DataLimitsPanel::renderNoise()
{
    const Assessment &assessment = m_session->assessment();
    if (assessment.labels && assessment.labels->silentUnknown())
        return m_noise->setText(tr("What wrong labels would do cannot be told where labels are "
                                   "missing by the score."));
    m_noise->setText(wording::noiseSentence(assessment, 1.0 / m_oneIn->value()));
}

void DataLimitsPanel::renderGold()
{
    const Assessment &assessment = m_session->assessment();
    const QString column = m_goldColumn->currentData().toString();
    if (m_goldColumn->count() < 2)
        return m_gold->setText(tr("No column besides the label holds its values. Where a judge's "
                                  "labels stand beside better ones for some of the rows, name the "
                                  "column with these among the segments."));
    if (column.isEmpty())
        return m_gold->setText(tr("Choose the column, and rates are corrected by it."));
    const auto &mapping = m_session->data().file.mapping;
    const auto shares = goldShares(m_session->predictions(),
                                   {.column = column.toStdString(),
                                    .positive = mapping.positive.value,
                                    .negative = mapping.negative,
                                    .selection = assessment.scenario.selection,
                                    .threshold = assessment.scenario.threshold});
    m_gold->setText(shares ? wording::goldSentences(*shares, assessment.scenario.words)
                                     .join(QLatin1Char('\n'))
                           : tr("None of these rows has a better label."));
}

} // namespace oneinn

#include "moc_datalimitspanel.cpp"
