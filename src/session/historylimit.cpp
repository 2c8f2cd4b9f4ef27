// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/historylimit.h"

#include "session/stateedit.h"

#include <QUndoStack>

#include <set>

namespace oneinn {

std::size_t bytesOf(const OpenedData &data)
{
    const Predictions &predictions = *data.file.predictions;
    std::size_t perRow = sizeof(std::uint8_t) + sizeof(double);
    for (const auto *numbers : {&predictions.latency(), &predictions.weight()})
        perRow += *numbers ? sizeof(double) : 0;
    for (const auto *words : {&predictions.model(), &predictions.exampleId(), &predictions.userId(),
                              &predictions.day()})
        perRow += *words ? sizeof(std::uint32_t) : 0;
    perRow += predictions.segments().size() * sizeof(std::uint32_t);
    const IndexMemory index = data.rows->all()->memory();
    return static_cast<std::size_t>(predictions.rows()) * perRow + index.rows + index.table;
}

int stepsOverLimit(const QUndoStack &history, std::size_t most)
{
    constexpr std::size_t alwaysKept = 2;
    std::set<const OpenedData *> kept;
    std::size_t bytes = 0;
    for (int step = history.count() - 1; step >= 0; --step) {
        const auto *edit = static_cast<const StateEdit *>(history.command(step));
        for (const SessionState *state : {&edit->after(), &edit->before()}) {
            if (!state->data || !kept.insert(state->data.get()).second)
                continue;
            bytes += bytesOf(*state->data);
            if (kept.size() > alwaysKept && bytes > most)
                return step + 1;
        }
    }
    return 0;
}

} // namespace oneinn
