// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/lessonusage.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

const QList<CommandUse> &lessonUses()
{
    static const QList<CommandUse> uses{
            {u"list"_s, u"The lessons that come with the program."_s},
            {u"show NAME"_s,
             u"The text of a lesson that comes with the program, to make one's own from: 'lesson "
             "show 1-accurate > mine.lesson.json'."_s},
            {u"check FILE|NAME"_s,
             u"Whether a lesson can be taught: all that is wrong, each with its line and what to "
             "do."_s},
            {u"run FILE|NAME"_s,
             u"Questions, typed answers, and what is right, worked out from the data."_s},
            {u"summary RESULT.csv..."_s,
             u"How many of a class were right before the reveal, question by question, and which "
             "mistake was the commonest. A learner is a name, or without one whoever began the "
             "lesson at that moment; who answered a question more than once counts once, by the "
             "first answer, in the order of the files. What was saved twice counts once, and that "
             "is said."_s},
    };
    return uses;
}

const QList<CommandUse> &lessonOptions()
{
    static const QList<CommandUse> options{
            {u"--save RESULT.csv"_s,
             u"run: keep what was answered, from the first answer on. A file that is there already is not written over."_s},
            {u"--name N"_s, u"run: whose answers they are. Default: no name is kept."_s},
            {u"--format text|json|csv"_s, u"summary. Default: text."_s},
            {u"--picture FILE.svg|FILE.png"_s, u"summary: write a picture of it as well."_s},
    };
    return options;
}

QString lessonUsage()
{
    QString text = u"Usage:\n"_s;
    for (const CommandUse &use : lessonUses())
        text += u"  one-in-n-cli lesson %1\n      %2\n"_s.arg(use.usage, use.help);
    text += u"Options:\n"_s;
    for (const CommandUse &option : lessonOptions())
        text += u"  %1\n      %2\n"_s.arg(option.usage, option.help);
    return text;
}

} // namespace oneinn::cli
