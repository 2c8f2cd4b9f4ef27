// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"

#include <QMenu>

#include <string>

namespace oneinn {

/// The parts that a column can play, those it plays marked.
class ColumnMenu final : public QMenu {
    Q_OBJECT

public:
    /// read: how the choice so far was read; null: it could not be.
    ColumnMenu(const std::string &column, const ingest::ColumnMapping &wanted,
               const ingest::ResolvedMapping *read, QWidget *parent);

Q_SIGNALS:
    void chosen(const oneinn::ingest::ColumnMapping &mapping);
};

} // namespace oneinn
