// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace oneinn::cli {

/// A JSON value that keeps its members in the order they were added in, as a person reads them;
/// QJsonObject sorts them.
class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<QString, Json>>;

    Json() = default; ///< null
    Json(bool value);
    /// JSON has no infinities: a threshold above every score is the string "Infinity". What is no
    /// number is null.
    Json(double value);
    Json(std::size_t value);
    Json(std::optional<double> value); ///< null where absent
    Json(QString value);
    Json(Array value);
    Json(Object value);
    Json(const char *) = delete; ///< would become a bool

    static Json strings(const QStringList &values);

    /// Indented, with the numbers that are needed to read the same doubles back; arrays of plain
    /// values stand on one line. Ends without a line end.
    QString text() const;

private:
    bool isPlain() const;
    void write(QString &target, int depth) const;
    static void writeArray(const Array &array, QString &target, int depth);
    static void writeObject(const Object &object, QString &target, int depth);

    std::variant<std::monostate, bool, double, std::size_t, QString, Array, Object> m_value;
};

/// A share, or an amount for each use, as that of 1,000; null where absent.
Json perThousand(std::optional<double> each);

/// The shortest text that reads back as the same double; "inf" and "-inf" for the infinities.
QString numberText(double value);

} // namespace oneinn::cli
