// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"
#include "ingest/tablefile.h"

#include <memory>
#include <optional>

namespace oneinn {

struct Lesson;
struct LessonStep;

/// The earlier data that a lesson compares its own with.
class LessonEarlier {
public:
    explicit LessonEarlier(ingest::LoadedFile file)
        : m_file(std::move(file))
    {
    }

    /// What happened since, under the step's scenario: at its threshold, or the most valuable one
    /// of the earlier data. Null where one of the periods has no uses that can be judged. What was
    /// worked out last is kept: most steps ask of the same.
    std::shared_ptr<const Dropped> droppedTo(const std::shared_ptr<const PredictionIndex> &later,
                                             const Scenario &scenario, bool isThresholdGiven) const;

private:
    struct Answered {
        std::shared_ptr<const PredictionIndex> later;
        Scenario scenario;
        bool isThresholdGiven = false;
        std::shared_ptr<const Dropped> dropped;
    };
    ingest::LoadedFile m_file;
    mutable std::optional<Answered> m_last;
};

/// Whether a step asks or tells what needs the earlier data.
bool asksOfDrop(const LessonStep &step);

} // namespace oneinn
