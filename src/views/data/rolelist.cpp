// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rolelist.h"

#include "session/columnparts.h"
#include "views/data/columnheads.h"
#include "views/data/columnsummary.h"
#include "views/data/rolechoices.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/columnwords.h"
#include "wording/importwords.h"
#include "wording/names.h"
#include "wording/phrases.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

using ingest::LatencyUnit;

enum Column { NameColumn, BoxColumn, CertaintyColumn, ReasonColumn };

constexpr int nobody = -1;
constexpr int fewestBoxCharacters = 16;
constexpr std::size_t mostFailureValues = 12;

constexpr std::array units{LatencyUnit::Nanoseconds, LatencyUnit::Microseconds,
                           LatencyUnit::Milliseconds, LatencyUnit::Seconds};

std::optional<ingest::ResolvedColumn> columnOf(const ingest::ResolvedMapping &read, ColumnPart part)
{
    switch (part) {
    case ColumnPart::Label:
        return read.label;
    case ColumnPart::Score:
        return read.score;
    case ColumnPart::Decision:
        return read.decision;
    case ColumnPart::Latency:
        return read.latency;
    case ColumnPart::Model:
        return read.model;
    case ColumnPart::Example:
        return read.exampleId;
    case ColumnPart::ExampleWith:
        return read.exampleWith;
    case ColumnPart::User:
        return read.userId;
    case ColumnPart::Day:
        return read.day;
    case ColumnPart::Weight:
        return read.weight;
    case ColumnPart::Count:
        return read.count;
    default:
        return std::nullopt;
    }
}

} // namespace

RoleList::RoleList(QWidget *parent)
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
{
    setProperty("role", QStringLiteral("card"));
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(ReasonColumn, 1);
    addChoices();
    connectChoices();
}

void RoleList::addChoices()
{
    addPart(ColumnPart::Label, QStringLiteral("labelColumn"));
    m_positive = addRow(tr("positive value"), QStringLiteral("positiveValue"),
                        tr("The label's value that means positive"));
    addPart(ColumnPart::Score, QStringLiteral("scoreColumn"));
    m_direction = addRow(tr("positive is"), QStringLiteral("scoreDirection"),
                         tr("Which scores speak for the positive value"));
    addPart(ColumnPart::Decision, QStringLiteral("decisionColumn"));
    addPart(ColumnPart::Latency, QStringLiteral("latencyColumn"));
    m_unit = addRow(tr("unit"), QStringLiteral("latencyUnit"), tr("What the latency is told in"));
    m_failed.row = addRow(wording::partName(ColumnPart::Failed), QStringLiteral("failedCalls"),
                          tr("The cells that say that a call failed"));
    m_refused.row = addRow(wording::partName(ColumnPart::Refused), QStringLiteral("refusedCalls"),
                           tr("The cells that say that the model declined to answer"));
    addPart(ColumnPart::Model, QStringLiteral("modelColumn"));
    addPart(ColumnPart::Example, QStringLiteral("exampleColumn"));
    addPart(ColumnPart::ExampleWith, QStringLiteral("exampleWithColumn"));
    addPart(ColumnPart::User, QStringLiteral("userColumn"));
    addPart(ColumnPart::Day, QStringLiteral("dayColumn"));
    addPart(ColumnPart::Weight, QStringLiteral("weightColumn"));
    addPart(ColumnPart::Count, QStringLiteral("countColumn"));
    m_segments = addRow(tr("segments"), QStringLiteral("segmentColumns"),
                        wording::partHint(ColumnPart::Segment));
    m_grid->removeWidget(m_segments.box);
    m_segments.box->hide();
    m_grid->removeWidget(m_segments.reason);
    m_grid->addWidget(m_segments.reason, m_grid->rowCount() - 1, BoxColumn, 1, -1);
}

RoleList::Row RoleList::addRow(const QString &name, const QString &objectName,
                               const QString &toolTip)
{
    const int line = m_grid->rowCount();
    QLabel *label = plainLabel(name, this);
    Row row{new QComboBox(this), plainLabel({}, this), new WrappedLabel(this)};
    label->setBuddy(row.box);
    label->setToolTip(toolTip);
    row.box->setObjectName(objectName);
    row.box->setAccessibleName(name);
    row.box->setToolTip(toolTip);
    row.box->setPlaceholderText(tr("choose"));
    row.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.box->setMinimumContentsLength(fewestBoxCharacters);
    row.certainty->setObjectName(objectName + QStringLiteral("Certainty"));
    row.reason->setObjectName(objectName + QStringLiteral("Reason"));
    row.reason->setProperty("role", QStringLiteral("detail"));
    m_grid->addWidget(label, line, NameColumn);
    m_grid->addWidget(row.box, line, BoxColumn);
    m_grid->addWidget(row.certainty, line, CertaintyColumn);
    m_grid->addWidget(row.reason, line, ReasonColumn);
    return row;
}

void RoleList::addPart(ColumnPart part, const QString &objectName)
{
    const Row row = addRow(wording::partName(part), objectName, wording::partHint(part));
    m_parts.push_back({part, row});
    connect(row.box, &QComboBox::activated, this, [this, part, box = row.box] {
        const int column = box->currentData().toInt();
        if (column == nobody)
            return Q_EMIT chosen(withoutPart(m_wanted, part));
        const auto &name = m_table->columns()[static_cast<std::size_t>(column)].name;
        Q_EMIT chosen(withPart(m_wanted, read(), name, part));
    });
}

void RoleList::connectChoices()
{
    const auto onChoice = [this](const Row &row, auto change) {
        connect(row.box, &QComboBox::activated, this, [this, box = row.box, change](int at) {
            ingest::ColumnMapping mapping = m_wanted;
            change(mapping, box->itemData(at), at);
            Q_EMIT chosen(mapping);
        });
    };
    onChoice(m_positive, [this](ingest::ColumnMapping &mapping, const QVariant &, int at) {
        const auto &label = read()->label.value;
        const auto column =
                std::ranges::find(m_table->columns(), label, &ingest::ColumnProfile::name);
        mapping.label = label;
        mapping.positive = column->values[static_cast<std::size_t>(at)].text;
    });
    onChoice(m_direction, [this](ingest::ColumnMapping &mapping, const QVariant &low, int) {
        // A named score keeps the direction it is given.
        if (!read()->wide.empty())
            mapping.wide = read()->wide;
        else
            mapping.score = read()->score.value;
        mapping.lowerIsPositive = low.toBool();
    });
    onChoice(m_unit, [](ingest::ColumnMapping &mapping, const QVariant &unit, int) {
        mapping.unit = static_cast<LatencyUnit>(unit.toInt());
    });
    for (CellsRow *cells : {&m_failed, &m_refused}) {
        onChoice(cells->row, [cells](ingest::ColumnMapping &mapping, const QVariant &, int at) {
            mapping.*cells->given = cells->offered[static_cast<std::size_t>(at)];
        });
    }
}

void RoleList::display(const ColumnTrial &trial, const ingest::TableFile::Ptr &table,
                       const std::vector<std::size_t> &offered, const ingest::ColumnMapping &wanted)
{
    m_trial = trial;
    m_table = table;
    m_offered = offered;
    m_wanted = wanted;
    for (const PartRow &each : m_parts)
        displayPart(each.part, each.row);
    displayPositive();
    displayDirection();
    displayUnit();
    displayCells(m_failed);
    displayCells(m_refused);
    displaySegments();
}

RoleList::Standing RoleList::standingOf(const RoleJudgement *judgement,
                                        const std::optional<ingest::GuessReason> &reason) const
{
    if (judgement)
        return {judgement->certainty, wording::asSentence(wording::roleReasonText(*judgement)),
                false};
    if (reason)
        return {certaintyOf(*reason), reasonText(*reason), *reason == ingest::GuessReason::Given};
    return {};
}

void RoleList::stand(const Row &row, const Standing &standing)
{
    const QString certainty = standing.certainty
            ? tr("%1 %2").arg(wording::certaintyMark(*standing.certainty),
                              standing.isChosen ? wording::chosenWord()
                                                : wording::certaintyWord(*standing.certainty))
            : QString();
    row.certainty->setText(certainty);
    row.reason->setText(standing.reason);
    row.box->setAccessibleDescription(certainty + QLatin1Char(' ') + standing.reason);
    if (standing.certainty == RoleCertainty::Ask)
        row.box->setCurrentIndex(-1);
}

/// What the person has chosen already stays to be seen although the file cannot be read so.
std::optional<ingest::ResolvedColumn> RoleList::givenColumn(ColumnPart part) const
{
    for (const ingest::ColumnProfile &column : m_table->columns()) {
        const auto parts = givenParts(m_wanted, column.name);
        if (std::ranges::find(parts, part) != parts.end())
            return ingest::ResolvedColumn{column.name, ingest::GuessReason::Given};
    }
    return std::nullopt;
}

void RoleList::displayPart(ColumnPart part, const Row &row)
{
    const auto used = read() ? columnOf(*read(), part) : givenColumn(part);
    std::vector<std::size_t> columns = m_offered;
    int current = nobody;
    if (used) {
        const auto at =
                std::ranges::find(m_table->columns(), used->value, &ingest::ColumnProfile::name)
                - m_table->columns().begin();
        current = static_cast<int>(at);
        if (std::ranges::find(columns, static_cast<std::size_t>(at)) == columns.end())
            columns.push_back(static_cast<std::size_t>(at));
    }
    row.box->clear();
    if (isOptional(part))
        row.box->addItem(part == ColumnPart::Decision ? tr("(the positive value's)") : tr("(none)"),
                         nobody);
    for (const std::size_t column : columns)
        row.box->addItem(wording::nameText(m_table->columns()[column].name),
                         static_cast<int>(column));
    row.box->setCurrentIndex(row.box->findData(current));
    stand(row,
          standingOf(read() ? judgementOf(*read(), part) : nullptr,
                     used ? std::optional(used->reason) : std::nullopt));
}

void RoleList::displayPositive()
{
    m_positive.box->clear();
    const auto label = read() ? std::ranges::find(m_table->columns(), read()->label.value,
                                                  &ingest::ColumnProfile::name)
                              : m_table->columns().end();
    m_positive.box->setEnabled(label != m_table->columns().end());
    if (label == m_table->columns().end())
        return stand(m_positive, {});
    for (const auto &value : label->values) {
        m_positive.box->addItem(wording::nameText(value.text));
        if (value.text == read()->positive.value)
            m_positive.box->setCurrentIndex(m_positive.box->count() - 1);
    }
    Standing standing = standingOf(nullptr, read()->positive.reason);
    if (read()->positive.reason == ingest::GuessReason::Values)
        standing = {RoleCertainty::Sure, tr("It is a word or a number for yes.")};
    if (!m_trial.positiveIsClear)
        standing.certainty = RoleCertainty::Ask;
    stand(m_positive, standing);
}

void RoleList::displayDirection()
{
    m_direction.box->clear();
    m_direction.box->addItem(tr("high"), false);
    m_direction.box->addItem(tr("low"), true);
    m_direction.box->setEnabled(read() != nullptr);
    if (!read())
        return stand(m_direction, {});
    m_direction.box->setCurrentIndex(read()->lowerIsPositive.value ? 1 : 0);
    stand(m_direction,
          standingOf(read()->judgementOf(Role::Direction), read()->lowerIsPositive.reason));
}

void RoleList::displayUnit()
{
    m_unit.box->clear();
    for (const LatencyUnit unit : units)
        m_unit.box->addItem(unitName(unit), static_cast<int>(unit));
    const bool waits = read() && read()->latency;
    m_unit.box->setEnabled(waits);
    m_unit.box->setCurrentIndex(waits ? m_unit.box->findData(static_cast<int>(read()->unit.value))
                                      : -1);
    stand(m_unit,
          waits ? standingOf(read()->judgementOf(Role::LatencyUnit), read()->unit.reason)
                : Standing());
}

void RoleList::offer(CellsRow &row, const std::vector<ingest::FailedCells> &cells)
{
    if (std::ranges::find(row.offered, cells) != row.offered.end())
        return;
    row.offered.push_back(cells);
    row.row.box->addItem(cells.empty() ? tr("(none)") : failedCellsText(cells));
}

/// None, what is used, what the file suggests, and each value of the column that is used.
void RoleList::displayCells(CellsRow &cells)
{
    cells.row.box->clear();
    cells.offered.clear();
    offer(cells, {});
    cells.row.box->setEnabled(read() != nullptr);
    if (!read())
        return stand(cells.row, {});
    const auto &used = read()->*cells.read;
    offer(cells, read()->*cells.suggested);
    offer(cells, used);
    if (!used.empty()) {
        const std::string column = used.front().column;
        offer(cells, {{column, std::nullopt}});
        const auto profile =
                std::ranges::find(m_table->columns(), column, &ingest::ColumnProfile::name);
        std::size_t values = 0;
        for (const auto &value : profile->values) {
            if (!value.text.empty() && values++ < mostFailureValues)
                offer(cells, {{column, value.text}});
        }
    }
    const auto at = std::ranges::find(cells.offered, used) - cells.offered.begin();
    cells.row.box->setCurrentIndex(static_cast<int>(at));
    stand(cells.row, standingOf(read()->judgementOf(cells.role), std::nullopt));
}

void RoleList::displaySegments()
{
    QStringList names;
    if (read()) {
        for (const auto &segment : read()->segments)
            names.append(wording::nameText(segment.value));
    }
    m_segments.reason->setText(
            names.isEmpty() ? tr("none; a header makes a column one")
                            : tr("%1; the headers change it").arg(wording::listed(names)));
}

} // namespace oneinn

#include "moc_rolelist.cpp"
