// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/rows/drawer.h"

#include <cstddef>
#include <cstdint>

namespace oneinn {

class ListedRows;
class Results;
class Session;
class WorkBar;
struct ConfusionListing;

/// The rows of one class that were called another.
class ConfusionDrawer final : public Drawer {
    Q_OBJECT

public:
    static constexpr std::size_t firstShown = 100;

    explicit ConfusionDrawer(QWidget *parent = nullptr);

    void setResults(Results *results);
    /// The hand is then in the table. decided: the number of classes for undecided ones.
    void open(std::uint32_t actual, std::uint32_t decided);

protected:
    void forget() override;

private:
    void ask();
    void render();
    void renderSentence();
    void save();

    ListedRows *m_rows;
    WorkBar *m_work;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    std::uint32_t m_actual = 0;
    std::uint32_t m_decided = 0;
};

} // namespace oneinn
