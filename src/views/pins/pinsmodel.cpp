// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/pins/pinsmodel.h"

#include "report/csv.h"
#include "views/pins/pinrows.h"
#include "wording/names.h"
#include "wording/pinbandwords.h"
#include "wording/pindifferencewords.h"

#include <QFont>
#include <QGuiApplication>
#include <QMimeData>
#include <QPalette>

#include <algorithm>

namespace oneinn {

using wording::PinColumn;

namespace {

constexpr QLatin1String pinMime("application/x-one-in-n-pin");

PinColumn pinColumnAt(int section)
{
    return static_cast<PinColumn>(section);
}

bool isWords(int section)
{
    return pinColumnAt(section) == PinColumn::Name || pinColumnAt(section) == PinColumn::Policy;
}

QVariant pinAlignment(int section)
{
    return QVariant::fromValue(
            Qt::Alignment((isWords(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

/// What an editor is given: as much of a name from somebody else's file as anybody would edit.
QString editedName(const PinnedPoint &point)
{
    constexpr qsizetype mostEdited = 1000;
    return wording::visible(QString::fromStdString(point.name).left(mostEdited));
}

} // namespace

void PinsModel::setNow(const Assessment &now)
{
    const bool first = !m_now;
    if (first)
        beginResetModel();
    const bool otherHeader =
            first || m_now->scenario.badBeforeLeaving != now.scenario.badBeforeLeaving;
    m_now = now;
    const auto before = m_denominators;
    shareDenominators();
    if (first)
        endResetModel();
    else if (otherHeader || m_differences || before != m_denominators)
        renderAll();
    else
        renderNow();
}

/// Only what reads differently is painted again: this follows every move of a dial.
void PinsModel::renderNow()
{
    for (int section = 1; section < columnCount(); ++section) {
        QString &shown = m_nowCells[static_cast<std::size_t>(section)];
        QString text = nowCell(section);
        if (text == shown)
            continue;
        shown = std::move(text);
        Q_EMIT dataChanged(index(0, section), index(0, section));
    }
}

QString PinsModel::nowCell(int section) const
{
    if (m_nowWithPerson)
        return wording::pinBandCell(*m_nowWithPerson, *m_now, pinColumnAt(section),
                                    m_denominators[static_cast<std::size_t>(section)]);
    return wording::pinCell(*m_now, pinColumnAt(section),
                            m_denominators[static_cast<std::size_t>(section)]);
}

void PinsModel::setPins(const std::vector<PinnedPoint> &points,
                        const std::vector<PinResults::Pin> &pins)
{
    const bool sameRows = points.size() == m_points.size();
    if (!sameRows)
        beginResetModel();
    m_points = points;
    m_pins = pins;
    shareDenominators();
    if (!sameRows)
        endResetModel();
    else
        renderAll();
}

void PinsModel::setNowWithPerson(bool inForce, const std::optional<BandNumbers> &numbers)
{
    m_inForce = inForce;
    m_nowWithPerson = numbers;
    renderAll();
}

const BandNumbers *PinsModel::withPersonAt(int row) const
{
    if (row == 0)
        return m_nowWithPerson ? &*m_nowWithPerson : nullptr;
    const auto &person = m_pins[pinAt(row)].withPerson;
    return person && person->numbers ? &*person->numbers : nullptr;
}

void PinsModel::setOutdated(bool outdated)
{
    if (outdated == m_outdated)
        return;
    m_outdated = outdated;
    renderAll();
}

void PinsModel::setDifferences(bool differences)
{
    m_differences = differences;
    renderAll();
}

void PinsModel::renderAll()
{
    if (rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PinsModel::shareDenominators()
{
    std::vector<const Assessment *> options;
    if (m_now)
        options.push_back(&*m_now);
    for (const PinResults::Pin &pin : m_pins) {
        if (pin.assessed && pin.assessed->assessment)
            options.push_back(&*pin.assessed->assessment);
    }
    for (int section = 0; section < columnCount(); ++section)
        m_denominators[static_cast<std::size_t>(section)] =
                wording::sharedDenominator(options, pinColumnAt(section));
}

int PinsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_now ? 0 : static_cast<int>(m_points.size()) + 1;
}

int PinsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : wording::pinColumnCount;
}

QString PinsModel::pinCellAt(const PinResults::Pin &pin, int section) const
{
    const PinColumn column = pinColumnAt(section);
    const int of = m_denominators[static_cast<std::size_t>(section)];
    if (!pin.assessed || pin.assessed->misfit) {
        const bool isChosen = column == PinColumn::Threshold || column == PinColumn::Budget
                || column == PinColumn::Policy;
        return pin.assessed || isChosen ? wording::pinCell(pin.choice, column)
                                        : wording::pinHasNoNumbersYet();
    }
    if (pin.band && !pin.withPerson)
        return wording::pinHasNoNumbersYet();
    if (pin.withPerson && pin.withPerson->numbers)
        return wording::pinBandCell(*pin.withPerson->numbers, *pin.assessed->assessment, column,
                                    of);
    if (!m_differences || m_inForce)
        return wording::pinCell(*pin.assessed->assessment, column, of);
    if (!pin.differences)
        return column < PinColumn::Wrong ? wording::pinCell(pin.choice, column)
                                         : wording::pinHasNoNumbersYet();
    return wording::pinDifferenceCell(*pin.differences, *pin.assessed->assessment, *m_now, column,
                                      of);
}

QString PinsModel::titleAt(int row) const
{
    const bool withPerson = withPersonAt(row) != nullptr;
    if (row > 0)
        return withPerson ? wording::pinWithPersonTitle(m_points[pinAt(row)], pinAt(row))
                          : wording::pinTitle(m_points[pinAt(row)], pinAt(row));
    if (withPerson)
        return wording::nowWithPersonTitle();
    return m_inForce ? wording::nowWithoutAPersonTitle() : wording::nowTitle();
}

QString PinsModel::cell(int row, int section) const
{
    if (pinColumnAt(section) == PinColumn::Name)
        return titleAt(row);
    if (row == 0)
        return nowCell(section);
    return pinCellAt(m_pins[pinAt(row)], section);
}

bool PinsModel::isFaint(int row) const
{
    if (row == 0)
        return false;
    const PinResults::Pin &pin = m_pins[pinAt(row)];
    if (pin.assessed && pin.assessed->misfit)
        return true;
    return m_outdated && (!pin.isCurrent || (m_differences && !pin.isCompared));
}

QVariant PinsModel::data(const QModelIndex &index, int role) const
{
    if (!m_now || !index.isValid())
        return {};
    const int row = index.row();
    const int section = index.column();
    const bool isName = pinColumnAt(section) == PinColumn::Name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? withSymbol(row, cell(row, section)) : cell(row, section);
    case Qt::AccessibleTextRole:
        return cell(row, section);
    case Qt::EditRole:
        return isName && row > 0 ? editedName(m_points[pinAt(row)]) : QString();
    case Qt::ToolTipRole:
        return toolTip(row, section);
    case Qt::TextAlignmentRole:
        return pinAlignment(section);
    case Qt::ForegroundRole:
        return isFaint(row) && !isName
                ? QVariant(QGuiApplication::palette().color(QPalette::Disabled, QPalette::Text))
                : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return row == 0 ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QString PinsModel::toolTip(int row, int section) const
{
    const QString note = row == 0 ? QString() : noteOf(pinAt(row));
    // Its settings may have no column in a narrow table.
    if (note.isEmpty() && pinColumnAt(section) == PinColumn::Name)
        return spelledOut(row);
    // What may have been cut short.
    return note.isEmpty() && isWords(section) ? cell(row, section) : note;
}

QVariant PinsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const int bad = m_now ? m_now->scenario.badBeforeLeaving : 1;
    QString title = wording::pinColumnTitle(pinColumnAt(section), bad,
                                            m_now ? m_now->scenario.words : FeatureWords());
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return title.replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::TextAlignmentRole:
        return pinAlignment(section);
    default:
        return {};
    }
}

Qt::ItemFlags PinsModel::flags(const QModelIndex &index) const
{
    // Dropped between rows, not on them.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.row() == 0)
        return flags;
    flags |= Qt::ItemIsDragEnabled;
    if (pinColumnAt(index.column()) == PinColumn::Name)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool PinsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString name = value.toString();
    // Pictures of what a name holds are not the name itself.
    if (name != editedName(m_points[pinAt(index.row())]))
        Q_EMIT nameEdited(index.row() - 1, name.trimmed());
    return true;
}

QStringList PinsModel::mimeTypes() const
{
    return {pinMime};
}

QMimeData *PinsModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(pinMime, QByteArray::number(indexes.first().row() - 1));
    return data;
}

bool PinsModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int,
                             const QModelIndex &)
{
    if (!data->hasFormat(pinMime))
        return false;
    const int from = data->data(pinMime).toInt();
    const int last = static_cast<int>(m_points.size()) - 1;
    // Before row `row`; below the last one it is -1. What stands above moves down by one.
    const int before = row < 0 ? last + 1 : qMax(0, row - 1);
    const int to = before > from ? before - 1 : before;
    if (from != to && from <= last)
        Q_EMIT moveRequested(from, to);
    return true;
}

QStringList PinsModel::widestTexts(int section) const
{
    QStringList texts = headerData(section, Qt::Horizontal, Qt::DisplayRole)
                                .toString()
                                .split(QLatin1Char('\n'));
    for (int row = 0; row < rowCount(); ++row)
        texts << cell(row, section);
    return texts << wording::widestPinCell(pinColumnAt(section));
}

QString PinsModel::spelledOut(int row) const
{
    QStringList cells;
    for (int section = 0; section < columnCount(); ++section) {
        const QString title =
                headerData(section, Qt::Horizontal, Qt::DisplayRole).toString().simplified();
        cells.append(section == 0 ? cell(row, section)
                                  : title + QLatin1Char(' ') + cell(row, section));
    }
    return cells.join(QStringLiteral(" \u00b7 "));
}

QString PinsModel::rowText(int row) const
{
    QStringList titles;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) {
        titles << headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        const QString text = cell(row, column);
        cells << (isWords(column) ? report::pastedText(text) : text);
    }
    return titles.join(QLatin1Char('\t')) + QLatin1Char('\n') + cells.join(QLatin1Char('\t'));
}

} // namespace oneinn

#include "moc_pinsmodel.cpp"
