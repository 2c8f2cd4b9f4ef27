// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rivals.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <stop_token>
#include <vector>

namespace oneinn {

/// Prepares the other models of the file: at once where that is quick, otherwise in the background.
/// Only those asked for last arrive.
class RivalsMaker final : public QObject {
    Q_OBJECT

public:
    using RivalsPtr = std::shared_ptr<const std::vector<Rival>>;

    explicit RivalsMaker(QObject *parent = nullptr);
    ~RivalsMaker() override;

    /// The scenario must look at the predictions. Asking for the same again does nothing.
    void ask(const PredictionsPtr &predictions, const Scenario &scenario);
    /// Those asked for last; null until they are there. After ask() they are, where rows are few.
    const RivalsPtr &rivals() const { return m_rivals; }

    /// More rows of rivals are worked on in the background.
    static constexpr std::size_t mostRowsAtOnce = 100000;

Q_SIGNALS:
    /// They arrived from the background.
    void made();

private:
    PredictionsPtr m_predictions;
    Scenario m_asked;
    RivalsPtr m_rivals;
    QFutureWatcher<RivalsPtr> m_making;
    std::stop_source m_stop;
};

} // namespace oneinn
