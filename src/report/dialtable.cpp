// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/dialtable.h"

#include "wording/names.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oneinn::report {

using namespace Qt::StringLiterals;

namespace {

/// Numbers for what is said more than once.
template<typename Said> class Numbered {
public:
    int numberOf(const Said &said)
    {
        const auto known = m_numbers.constFind(said);
        if (known != m_numbers.constEnd())
            return *known;
        m_inOrder.append(said);
        m_numbers.insert(said, int(m_inOrder.size()) - 1);
        return int(m_inOrder.size()) - 1;
    }
    const QList<Said> &inOrder() const { return m_inOrder; }

private:
    QHash<Said, int> m_numbers;
    QList<Said> m_inOrder;
};

/// After each comma, semicolon, colon, bracket and full stop that a blank follows: where sentences
/// are put together.
QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    qsizetype from = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i) != u' ' || !u",;:.)"_s.contains(text.at(i - 1)))
            continue;
        pieces.append(text.sliced(from, i + 1 - from));
        from = i + 1;
    }
    if (from < text.size())
        pieces.append(text.sliced(from));
    return pieces;
}

QJsonArray toJson(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

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
    Numbered<QString> pieces;
    Numbered<QList<int>> texts;
    QJsonArray positions;
    QJsonArray wrong;
    for (const DialPosition &position : dials.positions) {
        QList<int> said;
        for (const QString &text : position.texts) {
            QList<int> parts;
            const QStringList inParts = piecesOf(wording::visibleLines(text));
            for (const QString &piece : inParts)
                parts.append(pieces.numberOf(piece));
            said.append(texts.numberOf(parts));
        }
        positions.append(toJson(said));
        wrong.append(position.wrong.value_or(-1));
    }
    QJsonArray textNumbers;
    for (const QList<int> &text : texts.inOrder())
        textNumbers.append(toJson(text));
    return inElement(
            QJsonDocument(QJsonObject{
                                  {u"pieces"_s, QJsonArray::fromStringList(pieces.inOrder())},
                                  {u"texts"_s, textNumbers},
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
