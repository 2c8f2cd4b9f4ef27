// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/columnspanel.h"

#include "ui_columnspanel.h"
#include "views/columnsummary.h"
#include "wording/columnwords.h"
#include "wording/names.h"
#include "wording/phrases.h"

#include <QFileInfo>

#include <algorithm>

namespace oneinn {

namespace {

using ingest::LatencyUnit;

/// Fills a list with columns and shows the one that is used. An optional part can be played by
/// none.
void fill(QComboBox *box, const std::vector<ColumnChoices::Column> &columns, bool optional,
          const ingest::ResolvedColumn *used)
{
    box->clear();
    if (optional)
        box->addItem(QObject::tr("(none)"), QString());
    for (const auto &column : columns) {
        const QString name = QString::fromStdString(column.name);
        box->addItem(wording::nameText(name), name);
    }
    const QString shown = used ? QString::fromStdString(used->value) : QString();
    box->setCurrentIndex(optional || used ? box->findData(shown) : -1);
    box->setToolTip(used ? reasonText(used->reason) : QString());
}

const ingest::ResolvedColumn *pointer(const std::optional<ingest::ResolvedColumn> &column)
{
    return column ? &*column : nullptr;
}

} // namespace

ColumnsPanel::ColumnsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ColumnsPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->close, &QToolButton::clicked, this, &QWidget::hide);
    for (QComboBox *box : {m_ui->labelColumn, m_ui->scoreColumn, m_ui->positiveValue,
                           m_ui->latencyUnit, m_ui->weightColumn, m_ui->failedCalls})
        box->setPlaceholderText(tr("choose"));
    connectChoices();
    hide();
}

ColumnsPanel::~ColumnsPanel() = default;

void ColumnsPanel::connectChoices()
{
    const auto onColumn = [this](QComboBox *box,
                                 std::optional<std::string> ingest::ColumnMapping::*part) {
        connect(box, &QComboBox::activated, this, [this, box, part] {
            const std::string name = box->currentData().toString().toStdString();
            choose([&](ingest::ColumnMapping &mapping) { mapping.*part = name; });
        });
    };
    onColumn(m_ui->decisionColumn, &ingest::ColumnMapping::decision);
    onColumn(m_ui->latencyColumn, &ingest::ColumnMapping::latency);
    onColumn(m_ui->modelColumn, &ingest::ColumnMapping::model);
    onColumn(m_ui->weightColumn, &ingest::ColumnMapping::weight);
    onColumn(m_ui->userColumn, &ingest::ColumnMapping::userId);
    onColumn(m_ui->dayColumn, &ingest::ColumnMapping::day);
    onColumn(m_ui->positiveValue, &ingest::ColumnMapping::positive);
    connect(m_ui->labelColumn, &QComboBox::activated, this, [this] {
        const std::string name = m_ui->labelColumn->currentData().toString().toStdString();
        choose([&](ingest::ColumnMapping &mapping) {
            mapping.label = name;
            // These belong to the other column.
            mapping.positive.reset();
            mapping.decision.reset();
        });
    });
    connect(m_ui->scoreColumn, &QComboBox::activated, this, [this] {
        const std::string name = m_ui->scoreColumn->currentData().toString().toStdString();
        choose([&](ingest::ColumnMapping &mapping) {
            mapping.score = name;
            mapping.wide.reset();
            mapping.decision.reset(); // belongs to the other column
        });
    });
    connect(m_ui->scoreDirection, &QComboBox::activated, this, [this] {
        choose([this](ingest::ColumnMapping &mapping) {
            // A named score keeps the direction it is given.
            if (m_choices.mapping && !m_choices.mapping->wide.empty())
                mapping.wide = m_choices.mapping->wide;
            else if (m_choices.mapping)
                mapping.score = m_choices.mapping->score.value;
            mapping.lowerIsPositive = m_ui->scoreDirection->currentData().toBool();
        });
    });
    connect(m_ui->failedCalls, &QComboBox::activated, this, [this](int at) {
        choose([&](ingest::ColumnMapping &mapping) {
            mapping.failed = m_failed.at(static_cast<std::size_t>(at));
        });
    });
    connect(m_ui->latencyUnit, &QComboBox::activated, this, [this] {
        const auto unit = static_cast<LatencyUnit>(m_ui->latencyUnit->currentData().toInt());
        choose([&](ingest::ColumnMapping &mapping) { mapping.unit = unit; });
    });
}

void ColumnsPanel::choose(const std::function<void(ingest::ColumnMapping &)> &change)
{
    Source source = m_choices.source;
    change(source.mapping);
    m_choices.source = source;
    Q_EMIT chosen(source);
}

void ColumnsPanel::display(const ColumnChoices &choices)
{
    m_choices = choices;
    m_ui->title->setText(
            tr("Columns of %1").arg(wording::nameText(QFileInfo(choices.source.path).fileName())));
    fillColumns();
    fillPositive();
    fillDirectionAndUnit();
    fillFailed();
    markDoubt();
    show();
}

void ColumnsPanel::fillColumns()
{
    const auto &columns = m_choices.columns;
    const auto *mapping = m_choices.mapping ? &*m_choices.mapping : nullptr;
    fill(m_ui->labelColumn, columns, false, mapping ? &mapping->label : nullptr);
    fill(m_ui->scoreColumn, columns, false, mapping ? &mapping->score : nullptr);
    fill(m_ui->decisionColumn, columns, true, mapping ? pointer(mapping->decision) : nullptr);
    m_ui->decisionColumn->setItemText(0, tr("(the positive value)"));
    fill(m_ui->latencyColumn, columns, true, mapping ? pointer(mapping->latency) : nullptr);
    fill(m_ui->modelColumn, columns, true, mapping ? pointer(mapping->model) : nullptr);
    fill(m_ui->weightColumn, columns, true, mapping ? pointer(mapping->weight) : nullptr);
    fill(m_ui->userColumn, columns, true, mapping ? pointer(mapping->userId) : nullptr);
    fill(m_ui->dayColumn, columns, true, mapping ? pointer(mapping->day) : nullptr);
    if (mapping)
        return;
    // What the person has chosen already stays visible although the file could not be read.
    const ingest::ColumnMapping &given = m_choices.source.mapping;
    const auto keep = [](QComboBox *box, const std::optional<std::string> &name) {
        if (name)
            box->setCurrentIndex(box->findData(QString::fromStdString(*name)));
    };
    keep(m_ui->labelColumn, given.label);
    keep(m_ui->scoreColumn, given.score);
    keep(m_ui->decisionColumn, given.decision);
    keep(m_ui->latencyColumn, given.latency);
    keep(m_ui->modelColumn, given.model);
    keep(m_ui->weightColumn, given.weight);
    keep(m_ui->userColumn, given.userId);
    keep(m_ui->dayColumn, given.day);
}

QComboBox *ColumnsPanel::boxOf(Role role) const
{
    switch (role) {
    case Role::Label:
        return m_ui->labelColumn;
    case Role::Score:
        return m_ui->scoreColumn;
    case Role::Direction:
        return m_ui->scoreDirection;
    case Role::Decision:
        return m_ui->decisionColumn;
    case Role::Latency:
        return m_ui->latencyColumn;
    case Role::LatencyUnit:
        return m_ui->latencyUnit;
    case Role::Failed:
        return m_ui->failedCalls;
    case Role::Model:
        return m_ui->modelColumn;
    case Role::Weight:
    case Role::Count:
        return m_ui->weightColumn;
    }
    Q_UNREACHABLE();
}

void ColumnsPanel::markDoubt()
{
    m_ui->doubt->hide();
    if (!m_choices.mapping)
        return;
    for (const RoleJudgement &judgement : m_choices.mapping->judgements) {
        QComboBox *box = boxOf(judgement.role);
        const QString reason = wording::asSentence(wording::roleReasonText(judgement));
        if (judgement.reason != RoleReason::Given && judgement.role != Role::LatencyUnit)
            box->setToolTip(reason);
        if (judgement.certainty != RoleCertainty::Ask)
            continue;
        box->setCurrentIndex(-1);
        if (m_ui->doubt->isHidden())
            box->setFocus();
        else
            continue;
        m_ui->doubt->setText(reason);
        m_ui->doubt->show();
    }
}

void ColumnsPanel::fillPositive()
{
    m_ui->positiveValue->clear();
    const QString label = m_ui->labelColumn->currentData().toString();
    for (const auto &column : m_choices.columns) {
        if (QString::fromStdString(column.name) != label)
            continue;
        for (const std::string &value : column.values)
            m_ui->positiveValue->addItem(wording::nameText(value), QString::fromStdString(value));
    }
    const QString positive = m_choices.mapping
            ? QString::fromStdString(m_choices.mapping->positive.value)
            : QString();
    m_ui->positiveValue->setCurrentIndex(m_ui->positiveValue->findData(positive));
    m_ui->positiveValue->setEnabled(m_ui->positiveValue->count() > 0);
}

void ColumnsPanel::fillDirectionAndUnit()
{
    m_ui->scoreDirection->clear();
    m_ui->scoreDirection->addItem(tr("high"), false);
    m_ui->scoreDirection->addItem(tr("low"), true);
    const bool lower = m_choices.mapping ? m_choices.mapping->lowerIsPositive.value
                                         : m_choices.source.mapping.lowerIsPositive.value_or(false);
    m_ui->scoreDirection->setCurrentIndex(lower ? 1 : 0);

    m_ui->latencyUnit->clear();
    for (const LatencyUnit unit : {LatencyUnit::Nanoseconds, LatencyUnit::Microseconds,
                                   LatencyUnit::Milliseconds, LatencyUnit::Seconds})
        m_ui->latencyUnit->addItem(QString::fromUtf8(ingest::symbolOf(unit).data()),
                                   static_cast<int>(unit));
    const auto unit = m_choices.mapping ? std::optional(m_choices.mapping->unit.value)
                                        : m_choices.source.mapping.unit;
    m_ui->latencyUnit->setCurrentIndex(unit ? m_ui->latencyUnit->findData(static_cast<int>(*unit))
                                            : -1);
    m_ui->latencyUnit->setEnabled(!m_ui->latencyColumn->currentData().toString().isEmpty());
}

/// None, what is used, and what the file itself suggests.
void ColumnsPanel::fillFailed()
{
    m_ui->failedCalls->clear();
    m_failed.clear();
    const auto add = [this](const std::vector<ingest::FailedCells> &cells) {
        if (std::find(m_failed.begin(), m_failed.end(), cells) != m_failed.end())
            return;
        m_failed.push_back(cells);
        m_ui->failedCalls->addItem(cells.empty() ? tr("(none)") : failedCellsText(cells));
    };
    add({});
    const ingest::ResolvedMapping *mapping = m_choices.mapping ? &*m_choices.mapping : nullptr;
    if (mapping)
        add(mapping->failedSuggested);
    const auto used = mapping ? std::optional(mapping->failed) : m_choices.source.mapping.failed;
    if (used)
        add(*used);
    const auto at =
            used ? std::find(m_failed.begin(), m_failed.end(), *used) - m_failed.begin() : 0;
    m_ui->failedCalls->setCurrentIndex(static_cast<int>(at));
}

} // namespace oneinn

#include "moc_columnspanel.cpp"
