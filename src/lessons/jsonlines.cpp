// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/jsonlines.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

class LineScanner {
public:
    explicit LineScanner(const QByteArray &json)
        : m_json(json)
    {
    }

    JsonLines scan()
    {
        value({});
        return std::move(m_result);
    }

private:
    char peek() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    void advance()
    {
        m_line += peek() == '\n' ? 1 : 0;
        ++m_at;
    }

    void skipSpace()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(peek()))
            advance();
    }

    QString text()
    {
        const qsizetype begin = m_at;
        advance();
        while (m_at < m_json.size() && peek() != '"') {
            if (peek() == '\\')
                advance();
            advance();
        }
        advance();
        // Qt undoes the escapes.
        const QByteArray list = '[' + m_json.mid(begin, m_at - begin) + ']';
        return QJsonDocument::fromJson(list).array().at(0).toString();
    }

    void value(const QString &path)
    {
        skipSpace();
        if (peek() == '{')
            return members(path);
        if (peek() == '[')
            return entries(path);
        if (peek() == '"') {
            text();
            return;
        }
        while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(peek()))
            advance();
    }

    /// Past a comma; false at the end of what is listed, which is then passed as well.
    bool next(char end)
    {
        skipSpace();
        if (peek() == ',')
            advance();
        skipSpace();
        if (m_at < m_json.size() && peek() != end)
            return true;
        advance();
        return false;
    }

    void members(const QString &path)
    {
        advance();
        while (next('}')) {
            const std::size_t line = m_line;
            const QString key = text();
            const QString inner = path.isEmpty() ? key : path + u'.' + key;
            if (m_result.lines.contains(inner))
                m_result.repeated.push_back({inner, line});
            m_result.lines.insert(inner, line);
            skipSpace();
            advance();
            value(inner);
        }
    }

    void entries(const QString &path)
    {
        advance();
        for (int place = 0; next(']'); ++place) {
            const QString inner = u"%1[%2]"_s.arg(path, QString::number(place));
            m_result.lines.insert(inner, m_line);
            value(inner);
        }
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
    std::size_t m_line = 1;
    JsonLines m_result;
};

} // namespace

std::size_t JsonLines::lineOf(QString path) const
{
    while (!path.isEmpty()) {
        if (const auto found = lines.constFind(path); found != lines.constEnd())
            return *found;
        path.truncate(std::max({path.lastIndexOf(u'.'), path.lastIndexOf(u'['), qsizetype{0}}));
    }
    return 1;
}

JsonLines jsonLines(const QByteArray &json)
{
    return LineScanner(json).scan();
}

} // namespace oneinn
