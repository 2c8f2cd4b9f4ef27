// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dialtable.h"

#include "wording/names.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

/// After each comma, semicolon, colon, bracket and full stop that a blank follows: where sentences
/// are put together.
QStringList clausesOf(const QString &text)
{
    QStringList clauses;
    qsizetype from = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i) != u' ' || !u",;:.)"_s.contains(text.at(i - 1)))
            continue;
        clauses.append(text.sliced(from, i + 1 - from));
        from = i + 1;
    }
    if (from < text.size())
        clauses.append(text.sliced(from));
    return clauses;
}

/// Its numbers, and the words between them.
QStringList numbersAndWords(const QString &clause)
{
    const auto isOfNumber = [&](qsizetype i) {
        const QChar at = clause.at(i);
        const bool isWithin = i > 0 && i + 1 < clause.size() && clause.at(i - 1).isDigit()
                && clause.at(i + 1).isDigit();
        return at.isDigit() || (isWithin && (at == u',' || at == u'.'));
    };
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype i = 1; i <= clause.size(); ++i) {
        if (i < clause.size() && isOfNumber(i) == isOfNumber(i - 1))
            continue;
        parts.append(clause.sliced(from, i - from));
        from = i;
    }
    return parts;
}

/// Texts, each with how often it is said.
using Counts = QHash<QString, int>;

/// The one table: what is said most often has the shortest number.
class Fragments {
public:
    explicit Fragments(const Counts &texts)
    {
        Counts clauses;
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            const QStringList all = clausesOf(text.key());
            for (const QString &clause : all)
                ++clauses[clause];
        }
        for (auto text = texts.begin(); text != texts.end(); ++text)
            add(text.key(), text.value(), clauses);
        number();
    }

    QJsonValue said(const QString &text) const
    {
        const QStringList &parts = m_parts[text];
        if (m_isEntry.contains(text) || parts.size() == 1)
            return m_numbers[keyOf(text)];
        return numbersOf(parts);
    }

    QJsonArray table() const
    {
        QJsonArray all;
        for (const QString &key : m_inOrder)
            all.append(key.startsWith(composed) ? QJsonValue(numbersOf(m_parts[key.sliced(1)]))
                                                : QJsonValue(key));
        return all;
    }

private:
    /// Before a text that is put together: no text begins with it.
    static constexpr QChar composed = u'\0';

    QString keyOf(const QString &text) const
    {
        return m_isEntry.contains(text) ? composed + text : m_parts[text].first();
    }

    void add(const QString &text, int said, const Counts &clauses)
    {
        QStringList parts;
        const QStringList all = clausesOf(text);
        for (const QString &clause : all)
            parts += clauses[clause] > 1 ? QStringList(clause) : numbersAndWords(clause);
        const bool isEntry = said > 1 && parts.size() != 1;
        if (isEntry) {
            m_isEntry.insert(text);
            m_said[composed + text] += said;
        }
        for (const QString &part : std::as_const(parts))
            m_said[part] += isEntry ? 1 : said;
        m_parts.insert(text, parts);
    }

    void number()
    {
        m_inOrder = m_said.keys();
        std::sort(m_inOrder.begin(), m_inOrder.end(), [this](const QString &a, const QString &b) {
            return std::pair(-m_said[a], a) < std::pair(-m_said[b], b);
        });
        for (qsizetype i = 0; i < m_inOrder.size(); ++i)
            m_numbers.insert(m_inOrder.at(i), int(i));
    }

    QJsonArray numbersOf(const QStringList &parts) const
    {
        QJsonArray numbers;
        for (const QString &part : parts)
            numbers.append(m_numbers[part]);
        return numbers;
    }

    QHash<QString, QStringList> m_parts; ///< of each text
    QSet<QString> m_isEntry;             ///< texts that have a place in the table
    Counts m_said;
    QStringList m_inOrder;
    Counts m_numbers;
};

/// Nothing in it ends the element that it stands in, or is read as anything but text.
QByteArray inElement(QByteArray json)
{
    return json.replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029");
}

} // namespace

QByteArray dialTable(const Dials &dials)
{
    Counts texts;
    for (const DialPosition &position : dials.positions) {
        for (const QString &text : position.texts)
            ++texts[wording::visibleLines(text)];
    }
    const Fragments fragments(texts);
    QJsonArray positions;
    QJsonArray wrong;
    for (const DialPosition &position : dials.positions) {
        QJsonArray said;
        for (const QString &text : position.texts)
            said.append(fragments.said(wording::visibleLines(text)));
        positions.append(said);
        wrong.append(position.wrong.value_or(-1));
    }
    return inElement(QJsonDocument(QJsonObject{
                                           {u"fragments"_s, fragments.table()},
                                           {u"positions"_s, positions},
                                           {u"wrong"_s, wrong},
                                           {u"budgets"_s, int(dials.budgets.size())},
                                           {u"thresholdText"_s, int(DialText::Threshold)},
                                           {u"budgetText"_s, int(DialText::Budget)},
                                           {u"iconsText"_s, int(DialText::WrongDetail)},
                                   })
                             .toJson(QJsonDocument::Compact));
}

} // namespace oneinn::report
