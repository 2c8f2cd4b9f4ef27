// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sessionoptions.h"

#include "cli/optiontable.h"
#include "core/policies/ownthresholds.h"
#include "document/documentfile.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"
#include "wording/sessionwords.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

Unusable unusableSession(const Problem &problem)
{
    return {wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

QStringList dataNotes(const DataReference &remembered, const QString &path)
{
    QStringList notes;
    if (QDir::cleanPath(path) != QDir::cleanPath(remembered.path))
        notes.append(u"The data are no longer at '%1'; reading '%2'."_s.arg(remembered.path, path));
    return notes;
}

/// An answer tells it, as the window does.
void takeCompared(Options &options, const Document &document, const QString &folder)
{
    if (!document.compared || !document.compared->file)
        return;
    const DataReference &file = *document.compared->file;
    const auto earlier = locateData(file, folder);
    if (!earlier) {
        options.session->notes.append(
                u"The earlier file that the session compares with is no longer at '%1'; it is left out (--before for another)."_s
                        .arg(file.path));
        return;
    }
    options.before = earlier.value();
    options.measure = document.compared->measure;
    options.session->atBestBefore = document.compared->atBestBefore.value_or(false);
}

} // namespace

bool readsSessions(Command command)
{
    switch (command) {
    case Command::Answer:
    case Command::Doubts:
    case Command::Learn:
    case Command::LoadBearing:
    case Command::Metrics:
    case Command::OperatingPoint:
    case Command::Policies:
    case Command::Practise:
    case Command::Recommend:
    case Command::Release:
    case Command::Review:
    case Command::Rows:
    case Command::Segments:
        return true;
    default:
        return false;
    }
}

QString noSessionText(const QString &file)
{
    QStringList names;
    for (const Command each : allCommands()) {
        if (readsSessions(each))
            names.append(nameOf(each));
    }
    return u"'%1' is a session, which only %2 read. Give the file with the predictions."_s.arg(
            file, wording::joined(names, u"and"_s));
}

bool isToBeRead(const Options &options)
{
    return !options.session && isSessionFile(options.file);
}

std::variant<Options, Unusable> sessionOptions(const QString &path)
{
    auto loaded = loadDocument(path);
    if (!loaded)
        return unusableSession(loaded.problem());
    const Document document = std::move(loaded).value();
    const auto data = locateData(document.data, QFileInfo(path).absolutePath());
    if (!data)
        return unusableSession(data.problem());

    Options options;
    options.file = data.value();
    options.session = SavedSession{path, document.pins, document.text,
                                   dataNotes(document.data, data.value()), document.data};
    if (const auto *own = thresholdsBySegment(document.scenario.combination);
        own && document.bandByDistance)
        options.session->notes.append(wording::bandEndsMoved(own->column));
    takeCompared(options, document, QFileInfo(path).absolutePath());
    options.columns = document.mapping;
    options.scenario = document.scenario;
    options.review.setting = document.review;
    options.model = document.scenario.selection.model;
    options.everyModel = !options.model;
    options.where = document.scenario.selection.where;
    if (document.scenario.mix)
        options.columns.extraSegments.push_back(document.scenario.mix->column);
    if (const auto *own = thresholdsBySegment(document.scenario.combination))
        options.columns.extraSegments.push_back(own->column);
    if (document.scenario.budgets)
        options.columns.extraSegments.push_back(document.scenario.budgets->column);
    for (const Selection::Where &where : options.where) {
        auto &extra = options.columns.extraSegments;
        if (std::find(extra.begin(), extra.end(), where.column) == extra.end())
            extra.push_back(where.column);
    }
    return options;
}

} // namespace oneinn::cli
