// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/fieldboxes.h"

#include "session/session.h"
#include "views/widgets/numberbox.h"

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

constexpr int boxDecimals = 9; ///< no number that a person types is rounded
constexpr double mostOneIn = 1.0 / limits::leastShare;

double toBox(double value, BoxUnit unit)
{
    switch (unit) {
    case BoxUnit::AsIs:
        return value;
    case BoxUnit::Percent:
        return 100.0 * value;
    case BoxUnit::OneIn:
        return value > 1.0 / mostOneIn ? 1.0 / value : mostOneIn;
    }
    return value;
}

double fromBox(double shown, BoxUnit unit)
{
    switch (unit) {
    case BoxUnit::AsIs:
        return shown;
    case BoxUnit::Percent:
        return shown / 100.0;
    case BoxUnit::OneIn:
        return 1.0 / shown;
    }
    return shown;
}

bool saysAbsent(const FieldBoxes::Entry &entry)
{
    return !entry.box->specialValueText().isEmpty();
}

void setUp(const FieldBoxes::Entry &entry)
{
    const FieldRow &row = rowOf(entry.field);
    const auto ends = std::minmax({toBox(row.least, entry.unit), toBox(row.most, entry.unit)});
    entry.box->setExactDecimals(row.isWhole ? 0 : boxDecimals);
    entry.box->setRange(saysAbsent(entry) ? 0.0 : ends.first, ends.second);
    // The number offered is no edit: leaving a box as it is asks for nothing.
    entry.box->display(entry.box->value());
}

std::optional<double> valueIn(const FieldBoxes::Entry &entry)
{
    const double shown = entry.box->value();
    if (saysAbsent(entry) && shown == entry.box->minimum())
        return std::nullopt;
    const FieldRow &row = rowOf(entry.field);
    return std::clamp(fromBox(shown, entry.unit), row.least, row.most);
}

} // namespace

FieldBoxes::FieldBoxes(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    std::for_each(m_entries.begin(), m_entries.end(), setUp);
}

void FieldBoxes::connectTo(Session *session) const
{
    for (const Entry &entry : m_entries) {
        QObject::connect(entry.box, &NumberBox::edited, session,
                         [session, entry] { session->edit(entry.field, valueIn(entry)); });
    }
}

void FieldBoxes::display(const Scenario &scenario) const
{
    for (const Entry &entry : m_entries) {
        if (const auto value = valueOf(entry.field, scenario))
            entry.box->display(toBox(*value, entry.unit));
        else if (saysAbsent(entry))
            entry.box->display(entry.box->minimum());
    }
}

std::optional<double> FieldBoxes::value(Field field) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [field](const Entry &each) { return each.field == field; });
    return entry == m_entries.end() ? std::nullopt : valueIn(*entry);
}

} // namespace oneinn
