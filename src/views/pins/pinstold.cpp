// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of pins outside their table: in notes, and on the strip.

#include "views/pins/pinrows.h"
#include "views/pins/pinsmodel.h"
#include "wording/names.h"
#include "wording/pinbandwords.h"
#include "wording/pindifferencewords.h"

#include <algorithm>

namespace oneinn {

using wording::PinColumn;

QString PinsModel::misfitOf(std::size_t pin) const
{
    const PinResults::AssessedPtr &assessed = m_pins[pin].assessed;
    return assessed && assessed->misfit
            ? wording::pinMisfitText(*assessed->misfit, m_pins[pin].choice)
            : QString();
}

QString PinsModel::noteOf(std::size_t pin) const
{
    QString misfit = misfitOf(pin);
    if (!misfit.isEmpty())
        return misfit;
    const FeatureWords words = m_now ? m_now->scenario.words : FeatureWords();
    const auto &person = m_pins[pin].withPerson;
    const bool isBand = person && person->numbers;
    if (m_differences && (isBand || m_inForce))
        return wording::pinBandPairingText(words);
    if (isBand)
        return wording::pinBandText(*person->numbers,
                                    m_pins[pin].assessed->assessment->scenario.combination, words);
    return m_differences && m_pins[pin].differences
            ? wording::pinPairingText(*m_pins[pin].differences, words)
            : QString();
}

bool PinsModel::anyLate() const
{
    const auto isLate = [](const Assessment &option) {
        return wording::pinShare(option, PinColumn::Late).has_value();
    };
    return (m_now && isLate(*m_now))
            || std::any_of(m_pins.begin(), m_pins.end(), [&](const PinResults::Pin &pin) {
                   return pin.assessed && pin.assessed->assessment
                           && isLate(*pin.assessed->assessment);
               });
}

QString PinsModel::chipText(int row) const
{
    constexpr qsizetype mostCharacters = 34;
    const auto title = [this](int of) {
        return wording::middleElided(withSymbol(of, cell(of, static_cast<int>(PinColumn::Name))),
                                     mostCharacters);
    };
    if (row == 0 && m_nowWithPerson)
        return wording::pinBandChipText(title(row), *m_nowWithPerson, *m_now, true, anyLate());
    if (row == 0)
        return wording::pinChipText(title(row), *m_now, true, anyLate());
    const PinResults::Pin &pin = m_pins[pinAt(row)];
    if (!pin.assessed || pin.assessed->misfit)
        return title(row);
    if (const BandNumbers *numbers = withPersonAt(row))
        return wording::pinBandChipText(title(row), *numbers, *pin.assessed->assessment, false,
                                        anyLate());
    return wording::pinChipText(title(row), *pin.assessed->assessment, false, anyLate());
}

} // namespace oneinn
