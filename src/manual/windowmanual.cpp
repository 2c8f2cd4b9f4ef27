// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "manual/windowmanual.h"

#include "manual/bashcompletion.h"

namespace oneinn::manual {

using namespace Qt::StringLiterals;

namespace {

/// Those that QCommandLineParser adds.
const QList<WindowOption> &usualOptions()
{
    static const QList<WindowOption> options{
            {u"help"_s, {}, u"Show what it can be called with, and exit."_s},
            {u"version"_s, {}, u"Show the version, and exit."_s}};
    return options;
}

QString typed(const WindowOption &option)
{
    const QString name = u"--"_s + option.name;
    return option.value.isEmpty() ? name : name + u" <"_s + option.value + u'>';
}

} // namespace

const QList<WindowOption> &windowOptions()
{
    static const QList<WindowOption> options{
            {u"screenshot"_s, u"path"_s,
             u"Write a picture of the window (PNG) to <path> and exit."_s},
            {u"view"_s, u"view"_s,
             u"What the picture shows: a room (dials), one of its views (dials/both-dials), or "
             u"all, "
             "each to a file with its name in it."_s},
            {u"against"_s, u"file"_s,
             u"An earlier period of what is opened, to see why it dropped."_s},
            {u"preset"_s, u"name"_s,
             u"What kind of feature the file is of: a preset, one of your own, or a FILE.json."_s},
            {u"operating-point"_s, u"path"_s,
             u"When the window is closed, write where it stood (JSON) to <path>; - is standard "
             "output."_s},
            {u"size"_s, u"size"_s, u"How large the window is: 1280x800."_s},
            {u"appearance"_s, u"appearance"_s,
             u"light or dark, this time; otherwise as chosen in the menu."_s},
    };
    return options;
}

QString windowDescription()
{
    return u"Drag a decision threshold or a latency budget over real predictions and read what "
           "users would experience."_s;
}

QString windowFileHelp()
{
    return u"A table of predictions, or a saved session, to open; - for a table that is piped in; or the address of a database, postgresql://USER@HOST:5432/DATABASE?table=NAME."_s;
}

Page windowPage()
{
    Section options{u"OPTIONS"_s, {}, {}};
    for (const WindowOption &option : windowOptions() + usualOptions())
        options.entries.append({typed(option), option.help});
    return {u"one-in-n"_s,
            u"what users experience at a decision threshold or a latency budget"_s,
            {u"[options] [file]"_s},
            {{u"DESCRIPTION"_s,
              windowDescription()
                      + u"\n\nWithout a file it opens at the start page, which has samples. It "
                        u"uses "
                        "no network. F1 lists its keys, Ctrl+K goes to anything by its name."_s,
              {{u"file"_s, windowFileHelp()}}},
             options,
             {u"ENVIRONMENT"_s,
              {},
              {{u"QT_QPA_PLATFORM=offscreen"_s, u"Without a display; for --screenshot."_s}}},
             {u"FILES"_s,
              {},
              {{u"../share/one-in-n/sample_data"_s,
                u"The samples, seen from the folder of the program: "
                "/usr/share/one-in-n/sample_data where it is a package."_s},
               {u"$XDG_CONFIG_HOME/one-in-n/one-in-n/presets"_s,
                u"Your own kinds of feature. Default of XDG_CONFIG_HOME: ~/.config."_s}}},
             {u"SEE ALSO"_s, u"one-in-n-cli(1), which tells the same in a terminal."_s, {}}}};
}

QString windowCompletion()
{
    CompletedCommand all;
    for (const WindowOption &option : windowOptions() + usualOptions()) {
        const bool isAppearance = option.name == u"appearance";
        all.options.append({u"--"_s + option.name, isAppearance ? u"light|dark"_s : option.value});
    }
    return bashCompletion(u"one-in-n"_s, {all});
}

} // namespace oneinn::manual
