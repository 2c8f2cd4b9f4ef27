// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/loadbearing/scenarioload.h"
#include "wording/verdictchangewords.h"

#include <QObject>

#include <memory>

namespace oneinn {

class Results;
class RoomRail;
class SayPanel;

/// What carries the product, where it is always in sight: on the rail, and first in Say it, but for
/// what dropped, which is said before it where two periods are compared.
class VerdictLines final : public QObject {
    Q_OBJECT

public:
    VerdictLines(RoomRail *rail, SayPanel *say, QObject *parent);

    void setResults(Results *results);
    /// Say it; the rail follows the results alone.
    void render(const Assessment &assessment);

Q_SIGNALS:
    /// What holds beside the numbers of the single threshold; empty: nothing.
    void besideTold(const QString &text);

private:
    void renderRail();
    QString reviewBeside(const Assessment &assessment) const;
    QString reviewSaid(const Assessment &assessment) const;
    QString dropSaid(const Assessment &assessment) const;
    QString beatenSaid(const Assessment &assessment) const;

    RoomRail *m_rail;
    SayPanel *m_say;
    Results *m_results = nullptr;
    std::shared_ptr<const ScenarioLoad> m_last;
    wording::VerdictChange m_change; ///< why the verdict is another than the one before
    QString m_carried;               ///< what carries the product, as it was said last
};

} // namespace oneinn
