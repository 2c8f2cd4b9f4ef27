// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/columnmemory.h"

#include <QObject>

namespace oneinn {

/// What a person chose as columns, by the names of a file's columns, kept between runs: the last
/// chosen ones. What takes much room is not kept.
class RememberedColumns final : public QObject {
    Q_OBJECT

public:
    static constexpr int most = 50;

    explicit RememberedColumns(QObject *parent = nullptr);

    ColumnMemory all() const;
    bool knows(const std::string &header) const { return all().contains(header); }
    void keep(const std::string &header, ingest::ColumnMapping mapping);
    void forget(const std::string &header);

Q_SIGNALS:
    void changed();
};

} // namespace oneinn
