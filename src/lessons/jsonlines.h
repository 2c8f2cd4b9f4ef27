// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstddef>
#include <vector>

namespace oneinn {

/// Where each key and each entry of a JSON text stands, by its path ("steps[0].question").
struct JsonLines {
    QHash<QString, std::size_t> lines = {}; ///< 1-based
    struct Repeated {
        QString path;
        std::size_t line; ///< of the second
    };
    std::vector<Repeated> repeated = {}; ///< keys that are there twice

    /// The line of a path, else of what it would be in.
    std::size_t lineOf(QString path) const;
};

/// The text must be JSON.
JsonLines jsonLines(const QByteArray &json);

} // namespace oneinn
