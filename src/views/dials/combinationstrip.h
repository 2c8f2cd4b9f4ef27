// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace oneinn {

class NumberBox;
class Session;

/// The own numbers of a policy of several calls that is operated: where its first model is unsure,
/// when it asks again, how many uses go where. Hidden where one model answers alone.
class CombinationStrip final : public QWidget {
    Q_OBJECT

public:
    explicit CombinationStrip(QWidget *parent = nullptr);

    void setSession(Session *session);
    void render(const Scenario &scenario);

private:
    void edit(bool second, double value);
    void displayNumbers(const Combination &combination);
    void setRanges(const Combination &combination);
    void renderBudgets(const QString &said);

    Session *m_session = nullptr;
    QLabel *m_before;
    NumberBox *m_first;
    QLabel *m_between;
    NumberBox *m_second;
    QLabel *m_after;
    std::optional<Combination> m_shown;
};

} // namespace oneinn
