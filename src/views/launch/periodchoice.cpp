// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/periodchoice.h"

#include "core/predictions/columncalled.h"
#include "core/predictions/valueorder.h"
#include "views/widgets/linebutton.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/segmentcolumns.h"
#include "wording/conditionwords.h"
#include "wording/names.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace oneinn {

namespace {

constexpr std::size_t mostValues = 1000; ///< of a column that periods may be told apart by
constexpr int fewestInPeriodBox = 6;
constexpr int boundaryRole = Qt::UserRole + 1;

const CategoryColumn *columnOf(const Predictions &predictions, const std::string &name)
{
    if (predictions.model() && predictions.model()->name == name)
        return &*predictions.model();
    return columnCalled(predictions.segments(), predictions.day(), name);
}

void addValue(QComboBox *box, const std::string &value)
{
    box->addItem(wording::conditionValue({{}, value}));
    box->setItemData(box->count() - 1, QString::fromStdString(value));
}

} // namespace

PeriodChoice::PeriodChoice(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_file(new QPushButton(this))
    , m_earlier(new QComboBox(this))
    , m_against(plainLabel(tr("against"), this))
    , m_later(new QComboBox(this))
{
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("What tells the earlier period apart"));
    m_file->setObjectName(QStringLiteral("earlierFile"));
    m_earlier->setObjectName(QStringLiteral("earlierValue"));
    m_earlier->setAccessibleName(tr("Value in the earlier period"));
    m_later->setObjectName(QStringLiteral("laterValue"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_kind, m_file, m_earlier, m_against, m_later})
        line->addWidget(each);
    line->addStretch(1);
    for (QComboBox *each : {m_kind, m_earlier, m_later}) {
        each->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        each->setMinimumContentsLength(fewestInPeriodBox);
    }
    connect(m_kind, &QComboBox::activated, this, &PeriodChoice::chooseKind);
    connect(m_file, &QPushButton::clicked, this, &PeriodChoice::fileWanted);
    connect(m_earlier, &QComboBox::activated, this, &PeriodChoice::takePart);
    connect(m_later, &QComboBox::activated, this, &PeriodChoice::takePart);
}

void PeriodChoice::setPredictions(const PredictionsPtr &predictions)
{
    if (m_predictions == predictions)
        return;
    m_predictions = predictions;
    offerColumns();
}

void PeriodChoice::offerColumns()
{
    m_kind->clear();
    m_kind->addItem(tr("an earlier file"));
    std::vector<std::string> names = segmentColumnsOf(*m_predictions);
    if (const auto &day = m_predictions->day();
        day && std::ranges::find(names, day->name) == names.end())
        names.push_back(day->name);
    for (const std::string &name : names) {
        const CategoryColumn *column = columnOf(*m_predictions, name);
        if (!column || column->values.size() > mostValues)
            continue;
        const QString told = wording::nameText(name);
        if (const auto order = inOrder(column->values); order && order->size() > 1) {
            m_kind->addItem(tr("by %1, before and from").arg(told), QString::fromStdString(name));
            m_kind->setItemData(m_kind->count() - 1, true, boundaryRole);
        }
        m_kind->addItem(tr("by %1").arg(told), QString::fromStdString(name));
    }
}

bool PeriodChoice::isByPart() const
{
    return m_kind->currentData().isValid();
}

bool PeriodChoice::isBoundary() const
{
    return m_kind->currentData(boundaryRole).toBool();
}

void PeriodChoice::chooseKind()
{
    if (!isByPart())
        return Q_EMIT nothingChosen();
    offerValues();
    takePart();
}

void PeriodChoice::offerValues()
{
    m_earlier->clear();
    m_later->clear();
    if (isBoundary())
        return offerBoundaries();
    const CategoryColumn *column =
            columnOf(*m_predictions, m_kind->currentData().toString().toStdString());
    for (QComboBox *box : {m_earlier, m_later}) {
        for (const std::string &value : column->values)
            addValue(box, value);
    }
    m_earlier->setCurrentIndex(0);
    m_later->setCurrentIndex(m_later->count() - 1);
}

/// Before the first there is nothing. To begin with, both have about as many values.
void PeriodChoice::offerBoundaries()
{
    const CategoryColumn *column =
            columnOf(*m_predictions, m_kind->currentData().toString().toStdString());
    const auto order = inOrder(column->values).value_or(std::vector<std::string>());
    for (std::size_t at = 1; at < order.size(); ++at)
        addValue(m_later, order[at]);
    m_later->setCurrentIndex((m_later->count() - 1) / 2);
}

void PeriodChoice::takePart()
{
    Q_EMIT partChosen({m_kind->currentData().toString().toStdString(),
                       m_earlier->currentData().toString().toStdString(),
                       m_later->currentData().toString().toStdString(), isBoundary()});
}

int PeriodChoice::kindOf(const EarlierPart &part) const
{
    for (int at = 0; at < m_kind->count(); ++at) {
        if (m_kind->itemData(at).toString() == QString::fromStdString(part.column)
            && m_kind->itemData(at, boundaryRole).toBool() == part.isBoundary)
            return at;
    }
    return -1;
}

/// It may have been opened with a session, or come back by undo.
void PeriodChoice::display(const std::optional<EarlierPeriod> &earlier)
{
    const auto *file = earlier ? std::get_if<EarlierFile>(&*earlier) : nullptr;
    const auto *part = earlier ? std::get_if<EarlierPart>(&*earlier) : nullptr;
    const int kind = part ? kindOf(*part) : 0;
    if (earlier && kind >= 0) {
        if (m_kind->currentIndex() != kind) {
            m_kind->setCurrentIndex(kind);
            offerValues();
        }
        if (part) {
            m_earlier->setCurrentIndex(m_earlier->findData(QString::fromStdString(part->earlier)));
            m_later->setCurrentIndex(m_later->findData(QString::fromStdString(part->later)));
        }
    }
    m_file->setVisible(!isByPart());
    m_file->setText(file ? onButton(periodFileName(file->path)) : tr("Choose it…"));
    m_file->setAccessibleName(file ? tr("The earlier file: %1. Choose another").arg(file->path)
                                   : tr("Choose the earlier file"));
    m_earlier->setVisible(isByPart() && !isBoundary());
    m_against->setVisible(isByPart() && !isBoundary());
    m_later->setVisible(isByPart());
    m_later->setAccessibleName(isBoundary() ? tr("Where the later period begins")
                                            : tr("Value in the later period"));
}

} // namespace oneinn

#include "moc_periodchoice.cpp"
