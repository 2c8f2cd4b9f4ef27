// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceanswer.h"

#include "practice/practiceopenings.h"
#include "report/answerwords.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"

#include <array>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

constexpr qsizetype itemsInParagraph = 2;

/// What a spoken item begins with, where it would not be understood without.
QString leadOfItem(const ChecklistItem &item)
{
    for (const DropLayer layer : dropLayers) {
        const auto key = keyOf(layer);
        if (item.key == QLatin1String(key.data(), qsizetype(key.size())))
            return wording::dropLayerName(layer) + u": "_s;
    }
    if (item.key == u"stop")
        return u"Until the cause is known: "_s;
    return {};
}

class Speech {
public:
    void say(const QString &text)
    {
        if (!text.isEmpty() && !whole().contains(text))
            m_paragraph.append(text);
    }
    void endParagraph()
    {
        if (!m_paragraph.isEmpty())
            m_paragraphs.append(report::inARow(m_paragraph));
        m_paragraph.clear();
    }
    QStringList paragraphs() const { return m_paragraphs; }

private:
    QString whole() const { return (m_paragraphs + m_paragraph).join(u' '); }

    QStringList m_paragraphs;
    QStringList m_paragraph;
};

} // namespace

QStringList practiceAnswer(const PracticeCard &card, const AnswerMaterial &material)
{
    Speech speech;
    const auto sayItem = [&speech](const ChecklistItem &item) {
        speech.say(leadOfItem(item) + item.said);
    };
    sayItem(card.checklist.constFirst());
    speech.endParagraph();
    const QStringList opening = openingOf(card.kind, card.number, material);
    for (const QString &sentence : opening)
        speech.say(sentence);
    speech.endParagraph();
    for (qsizetype i = 1; i < card.checklist.size(); ++i) {
        sayItem(card.checklist.at(i));
        if (!leadOfItem(card.checklist.at(i)).isEmpty() || i % itemsInParagraph == 0)
            speech.endParagraph();
    }
    speech.endParagraph();
    return speech.paragraphs();
}

} // namespace oneinn
