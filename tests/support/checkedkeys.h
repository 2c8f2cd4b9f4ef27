// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QStringList>

namespace testsupport {

/// A JSON object that remembers which keys were looked at: an expectation nobody reads is one
/// nobody checks. End with QCOMPARE(keys.problems(), QStringList()).
class CheckedKeys {
public:
    explicit CheckedKeys(const QJsonValue &object)
        : m_object(object.toObject())
    {
    }

    bool has(QLatin1String key) const { return m_object.contains(key); }

    QJsonValue take(QLatin1String key)
    {
        m_taken.insert(key);
        return m_object.value(key);
    }

    /// Keys that were never taken, and keys that were but do not exist.
    QStringList problems() const
    {
        QStringList found;
        for (const auto &key : m_object.keys()) {
            if (!m_taken.contains(key))
                found.append(QStringLiteral("unchecked: ") + key);
        }
        for (const auto &key : m_taken) {
            if (!m_object.contains(key))
                found.append(QStringLiteral("missing: ") + key);
        }
        return found;
    }

private:
    QJsonObject m_object;
    QSet<QString> m_taken;
};

} // namespace testsupport
