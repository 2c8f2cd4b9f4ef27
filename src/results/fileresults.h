// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/classesread.h"
#include "results/confusionread.h"
#include "results/rowsbehind.h"
#include "results/stagesread.h"
#include "results/toolssay.h"

#include <array>

namespace oneinn {

class Session;

/// What is read of the open file again, or told of its rows: each while it is wanted.
class FileResults final {
public:
    FileResults(Session *session, Workers &workers)
        : m_rowsBehind(session, workers)
        , m_tools(session, workers)
        , m_classes(session, workers)
        , m_confusion(session, workers)
        , m_stages(session, workers)
    {
    }

    RowsBehind &rowsBehind() { return m_rowsBehind; }
    ToolsSay &tools() { return m_tools; }
    ClassesRead &classes() { return m_classes; }
    ConfusionRead &confusion() { return m_confusion; }
    StagesRead &stages() { return m_stages; }

    std::array<const BackgroundState *, 5> parts() const
    {
        return {&m_rowsBehind.finding(), &m_tools.working(), &m_classes.reading(),
                &m_confusion.reading(), &m_stages.reading()};
    }

private:
    RowsBehind m_rowsBehind;
    ToolsSay m_tools;
    ClassesRead m_classes;
    ConfusionRead m_confusion;
    StagesRead m_stages;
};

} // namespace oneinn
