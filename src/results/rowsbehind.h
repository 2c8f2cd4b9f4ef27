// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "results/asked.h"
#include "results/background.h"

#include <QObject>

#include <optional>
#include <vector>

namespace oneinn {

class Session;
struct Assessment;

/// Which rows a person wants to see, at the dials as they stand.
struct RowsWish {
    RowCell cell = RowCell::Wrong;
    RowOrder order = RowOrder::Nearest;
    std::optional<ScoreSpan> scores = {};
    /// Of these uses, whoever is looked at otherwise; absent: those.
    std::optional<std::vector<Selection::Where>> where = {};

    friend bool operator==(const RowsWish &, const RowsWish &) = default;
};

/// The cells that a person can choose from: those that the matrix tells apart, as the dials stand.
std::vector<RowCell> toldCells(const Assessment &assessment);

/// The rows behind a number: found in the background as the dials move, while somebody looks.
class RowsBehind final : public QObject {
    Q_OBJECT

public:
    using Finding = Background<AskedOfRows<CellRowsQuestion>, CellRows>;
    /// In order; what is beyond is only counted.
    static constexpr std::size_t mostListed = 10000;

    RowsBehind(Session *session, Workers &workers, QObject *parent = nullptr);

    /// Absent: nobody looks any more. Late ones need a budget: without one nothing is found.
    void want(const std::optional<RowsWish> &wish);
    const std::optional<RowsWish> &wish() const { return m_wish; }
    Finding &finding() { return m_finding; }
    const Finding &finding() const { return m_finding; }

private:
    void follow();
    void forget();

    Session *m_session;
    Finding m_finding;
    std::optional<RowsWish> m_wish;
};

} // namespace oneinn
