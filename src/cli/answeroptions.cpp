// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answeroptions.h"

#include "cli/answeroutput.h"
#include "cli/metricsoptions.h"
#include "cli/optionreader.h"
#include "cli/options.h"

#include <optional>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

void readBefore(OptionReader &reader, Options &options)
{
    reader.take(
            u"before"_s, u"a file"_s,
            [](const QString &path) { return path.isEmpty() ? std::nullopt : std::optional(path); },
            [&](const QString &path) { options.before = path; });
}

void readAnswer(OptionReader &reader, Options &options)
{
    using report::Length;
    readThreshold(reader, options);
    reader.takeChoice<Length>(u"length"_s,
                              {{u"sentence"_s, Length::Sentence},
                               {u"spoken"_s, Length::Spoken},
                               {u"brief"_s, Length::Brief},
                               {u"executive"_s, Length::Executive}},
                              options.length);
    const auto ending = [](const QString &path) -> std::optional<QString> {
        for (const QString &known : answerEndings()) {
            if (path.endsWith(known, Qt::CaseInsensitive))
                return path;
        }
        return std::nullopt;
    };
    reader.take(u"output"_s, u"a file that ends with "_s + answerEndings().join(u" or "_s), ending,
                [&](const QString &path) { options.output = path; });
    options.staticPage = reader.isSet(u"static"_s);
    if (options.staticPage && !isWebPage(options.output))
        reader.fail(u"--static is for a web page, which has dials otherwise: give it with "
                    "--output FILE.html."_s);
    readBefore(reader, options);
    reader.take(
            u"date"_s, u"a day, as in 2026-01-31"_s,
            [](const QString &text) {
                const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
                return date.isValid() ? std::optional(date) : std::nullopt;
            },
            [&](const QDate &date) { options.date = date; });
}

} // namespace oneinn::cli
