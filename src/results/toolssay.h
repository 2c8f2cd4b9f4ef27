// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/conventions/tooltable.h"
#include "core/scenario.h"
#include "results/asked.h"
#include "results/background.h"

#include <QObject>

#include <memory>
#include <optional>

namespace oneinn {

class Session;

/// The file's scores as other tools take them: high ones positive.
struct ForTools {
    ConventionRows rows;
    Threshold threshold;
    std::optional<Threshold> bestF1;
    /// Low scores are positive in the file.
    enum class Turned { No, OneLess, Negated };
    Turned turned = Turned::No;
};
/// index: of the rows that are looked at. The scores in it are high where the label is positive;
/// lowerIsPositive: those of the file are not.
ForTools forTools(const PredictionIndex &index, const UseSlice &slice,
                  const OutlookQuestion &outlooked, Threshold threshold, bool lowerIsPositive);

struct ToolsQuestion : OutlookQuestion {
    Threshold threshold;
    bool lowerIsPositive = false;

    friend bool operator==(const ToolsQuestion &, const ToolsQuestion &) = default;
};

struct ToolsAnswer {
    ToolTable table;
    ForTools::Turned turned = ForTools::Turned::No;
    Threshold threshold = {}; ///< as the tools have it
};
/// Of rows that fit the question. Where segments have thresholds of their own a tool is given what
/// is shown for what counts rows, and the scores as they are for what is about scores.
ToolsAnswer toolsAnswer(const ScenarioRows &rows, const ToolsQuestion &question);

/// What other tools would print at the threshold on the dials, while somebody looks.
class ToolsSay final : public QObject {
    Q_OBJECT

public:
    using Working = Background<AskedOfRows<ToolsQuestion>, ToolsAnswer>;

    ToolsSay(Session *session, Workers &workers, QObject *parent = nullptr);

    void setWanted(bool wanted);
    Working &working() { return m_working; }
    const Working &working() const { return m_working; }

private:
    void follow();

    Session *m_session;
    Working m_working;
    bool m_wanted = false;
};

} // namespace oneinn
