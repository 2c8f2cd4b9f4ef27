// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceanswer.h"

#include "practice/practiceopenings.h"
#include "report/answerwords.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"

#include <QRegularExpression>
#include <QSet>

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

QStringList sentencesOf(const QString &text)
{
    static const QRegularExpression between(u"(?<=[.?!]) (?=[A-Z0-9+\u2212])"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

class Speech {
public:
    /// Sentence by sentence, without those that were said.
    void say(const QString &text, const QString &lead = {})
    {
        QStringList fresh;
        const QStringList sentences = sentencesOf(text);
        for (const QString &sentence : sentences) {
            if (!m_said.contains(sentence))
                fresh.append(sentence);
            m_said.insert(sentence);
        }
        if (!fresh.isEmpty())
            m_paragraph.append(lead + fresh.join(u' '));
    }
    void endParagraph()
    {
        if (!m_paragraph.isEmpty())
            m_paragraphs.append(report::inARow(m_paragraph));
        m_paragraph.clear();
    }
    QStringList paragraphs() const { return m_paragraphs; }

private:
    QSet<QString> m_said;
    QStringList m_paragraphs;
    QStringList m_paragraph;
};

} // namespace

QStringList practiceAnswer(const PracticeCard &card, const AnswerMaterial &material)
{
    Speech speech;
    const auto sayItem = [&speech](const ChecklistItem &item) {
        speech.say(item.said, leadOfItem(item));
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
