// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manual/bashcompletion.h"

#include <algorithm>

namespace oneinn::manual {

using namespace Qt::StringLiterals;

namespace {

bool isPlainWord(const QString &word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// "-o, --output" is two.
QStringList namesOf(const CompletedOption &option)
{
    return option.name.split(u", "_s);
}

/// What the shell knows while it is behind this command: its options, and what each takes.
QString branch(const CompletedCommand &command)
{
    QStringList names;
    QString takes;
    for (const CompletedOption &option : command.options) {
        names += namesOf(option);
        if (!option.value.isEmpty())
            takes += u"        %1) takes=value words='%2' ;;\n"_s.arg(
                    namesOf(option).join(u" | "_s), choicesIn(option.value).join(u' '));
    }
    QString text = u"    %1)\n"_s.arg(command.name.isEmpty() ? u"*"_s : command.name);
    text += u"        options='%1'\n"_s.arg(names.join(u' '));
    if (!command.words.isEmpty())
        text += u"        ((at == 2)) && words='%1'\n"_s.arg(command.words.join(u' '));
    if (!takes.isEmpty())
        text += u"        case $before in\n"_s + takes + u"        esac\n"_s;
    return text + u"        ;;\n"_s;
}

} // namespace

QStringList choicesIn(const QString &value)
{
    const QStringList words = value.split(u'|');
    return words.size() > 1 && std::ranges::all_of(words, isPlainWord) ? words : QStringList();
}

QString bashCompletion(const QString &program, const QList<CompletedCommand> &commands)
{
    const QString function = u'_' + QString(program).replace(u'-', u'_');
    QStringList first;
    QString branches;
    for (const CompletedCommand &command : commands) {
        if (!command.name.isEmpty())
            first.append(command.name);
        branches += branch(command);
    }
    // Bash parts words at "=", so that --format=json is three.
    QString text =
            u"# Made by `one-in-n-cli --reference`: bash completion for %1.\n"
            "%2()\n{\n"
            "    local at=$COMP_CWORD word=${COMP_WORDS[COMP_CWORD]} before options='' words='' "
            "takes=''\n"
            "    COMPREPLY=()\n"
            "    [[ $word != = ]] || word=''\n"
            "    before=${COMP_WORDS[at - 1]}\n"
            "    [[ $before != = || $at -lt 2 ]] || before=${COMP_WORDS[at - 2]}\n"_s.arg(program,
                                                                                          function);
    if (!first.isEmpty())
        text += u"    if ((at == 1)); then\n"
                "        mapfile -t COMPREPLY < <(compgen -W '%1 --help --version' -- \"$word\")\n"
                "        return\n"
                "    fi\n"_s.arg(first.join(u' '));
    text += u"    case ${COMP_WORDS[1]} in\n%1    esac\n"
            "    if [[ -z $takes && ($word == -* || -z $words) ]]; then\n"
            "        [[ $word == -* ]] || return\n"
            "        words=$options\n"
            "    fi\n"
            "    [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
            "}\n"
            "complete -o default -F %2 %3\n"_s.arg(branches, function, program);
    return text;
}

} // namespace oneinn::manual
