// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicewords.h"

namespace oneinn {

using namespace Qt::StringLiterals;

QString practiceTitle(const PracticeCard &card)
{
    return u"%1, card %2"_s.arg(nameOf(card.kind), QString::number(card.number));
}

QString sayItFirst()
{
    return u"Say it first, aloud. Nothing is shown until you have."_s;
}

QString spentText(int seconds)
{
    constexpr int minute = 60;
    QString rest = QString::number(seconds % minute) + u" s"_s;
    if (seconds < minute)
        return rest;
    return QString::number(seconds / minute) + u" min"_s
            + (seconds % minute ? u' ' + rest : QString());
}

QString tookSentence(int seconds)
{
    return u"You took %1."_s.arg(spentText(seconds));
}

QString checklistText(const PracticeCard &card)
{
    QStringList lines{u"What strong answers do:"_s};
    for (qsizetype i = 0; i < card.checklist.size(); ++i) {
        const ChecklistItem &item = card.checklist.at(i);
        lines.append(u"  %1) %2"_s.arg(QChar(char16_t(u'a' + i)), item.says));
        if (!item.here.isEmpty())
            lines.append(u"     "_s + item.here);
    }
    return lines.join(u'\n');
}

QString tickedSentence(const PracticeCard &card, const QList<int> &said)
{
    QStringList lines{u"You said %1 of %2."_s.arg(QString::number(said.size()),
                                                  QString::number(card.checklist.size()))};
    QStringList left;
    for (qsizetype i = 0; i < card.checklist.size(); ++i) {
        if (!said.contains(int(i)))
            left.append(u"  "_s + card.checklist.at(i).says);
    }
    if (!left.isEmpty())
        lines.append(u"Not said:\n"_s + left.join(u'\n'));
    return lines.join(u' ');
}

QString noMicrophoneText()
{
    return u"No microphone was found, so nothing is recorded. All else is the same."_s;
}

QString recordingText()
{
    return u"Recording, in memory alone."_s;
}

QString recordedText(int seconds)
{
    return u"Recorded: %1, in memory alone unless you save it."_s.arg(spentText(seconds));
}

QString recordingSavedText()
{
    return u"The recording is saved."_s;
}

} // namespace oneinn
