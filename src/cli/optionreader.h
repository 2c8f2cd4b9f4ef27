// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optiontable.h"
#include "core/scenario/fields.h"

#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <utility>

namespace oneinn::cli {

/// What a field takes, in words: "a share from 0 to 1, as in 0.05 or 1in20".
QString wantedOf(const FieldRow &row);

/// Reads the values of options, keeping the first thing that is wrong with them.
class OptionReader {
public:
    /// known: those of the command; the parser warns of others.
    OptionReader(const QCommandLineParser &parser, const QList<OptionEntry> &known)
        : m_parser(parser)
        , m_known(known)
    {
    }

    const QString &error() const { return m_error; }
    void fail(const QString &sentence)
    {
        if (m_error.isEmpty())
            m_error = sentence;
    }

    bool isSet(const QString &name) const;
    void require(const QString &name, const QString &wanted);

    /// Hands over what `read` makes of the option, if it is set; `wanted` says what it takes.
    template<typename Read, typename Take>
    void take(const QString &name, const QString &wanted, Read read, Take takeValue)
    {
        if (!isSet(name))
            return;
        const auto texts = m_parser.values(name);
        for (const QString &text : texts) {
            if (const auto value = read(text))
                takeValue(*value);
            else
                fail(refusal(name, wanted, text, read(pointed(text)).has_value()));
        }
    }

    std::optional<QString> text(const QString &name) const
    {
        return isSet(name) ? std::optional(m_parser.value(name)) : std::nullopt;
    }
    void takeText(const QString &name, std::optional<std::string> &target)
    {
        if (isSet(name))
            target = m_parser.value(name).toStdString();
    }

    /// One of some words.
    template<typename Value>
    void takeChoice(const QString &name, const QList<std::pair<QString, Value>> &choices,
                    Value &target)
    {
        QStringList words;
        for (const auto &choice : choices)
            words.append(choice.first);
        const QString last = words.takeLast();
        const auto read = [&choices](const QString &text) -> std::optional<Value> {
            for (const auto &choice : choices) {
                if (choice.first == text)
                    return choice.second;
            }
            return std::nullopt;
        };
        take(name, words.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last, read,
             [&target](Value value) { target = value; });
    }

    /// A number within the field's bounds; a share may also be said as "1in20".
    void takeField(const FieldRow &row, Scenario &scenario);

private:
    /// With the decimal point that many write as a comma.
    static QString pointed(const QString &text);
    /// isPointMeant: pointed(text) would have been taken.
    static QString refusal(const QString &name, const QString &wanted, const QString &text,
                           bool isPointMeant);

    const QCommandLineParser &m_parser;
    const QList<OptionEntry> &m_known;
    QString m_error;
};

} // namespace oneinn::cli
