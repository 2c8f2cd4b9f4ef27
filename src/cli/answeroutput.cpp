// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answeroutput.h"

#include "document/dataplaces.h"
#include "document/writebytes.h"
#include "print/pdf.h"
#include "report/html.h"
#include "report/markdown.h"
#include "wording/problemwords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

bool endsWith(const QString &path, const QString &ending)
{
    return path.endsWith(ending, Qt::CaseInsensitive);
}

} // namespace

QStringList answerEndings()
{
    return {u".md"_s, u".html"_s, u".pdf"_s};
}

bool needsFonts(const QStringList &arguments)
{
    const bool isSummary = arguments.value(1) == u"lesson" && arguments.value(2) == u"summary";
    if (arguments.value(1) != u"answer" && !isSummary)
        return false;
    const QString ending = isSummary ? u".png"_s : u".pdf"_s;
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const QString &argument) { return endsWith(argument, ending); });
}

bool isWebPage(const QString &path)
{
    return endsWith(path, u".html"_s);
}

QString writeAnswer(const report::Report &report, const QString &path, const QString &readFrom,
                    const QDate &date)
{
    QByteArray bytes;
    if (endsWith(path, u".pdf"_s))
        bytes = print::toPdf(report,
                             {.footer = dataName(readFrom), .createdAt = date.startOfDay(Qt::UTC)})
                        .bytes;
    else if (isWebPage(path))
        bytes = report::toHtml(report);
    else
        bytes = report::markdown(report).toUtf8();
    return writeAnswer(bytes, path, readFrom);
}

QString writeAnswer(const QByteArray &bytes, const QString &path, const QString &readFrom)
{
    const auto problem =
            writeBytes(path, bytes, {.waitForReader = true, .neverOver = {systemPath(readFrom)}});
    return problem ? wording::problemWords(*problem, wording::Reader::CommandLine).sentence()
                   : QString();
}

} // namespace oneinn::cli
