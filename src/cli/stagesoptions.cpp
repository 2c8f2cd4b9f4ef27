// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/stagesoptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<ingest::StageAsked> stageNamed(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || equals + 1 >= text.size())
        return std::nullopt;
    return ingest::StageAsked{text.left(equals).toStdString(), text.mid(equals + 1).toStdString()};
}

} // namespace

QList<OptionEntry> stagesEntries()
{
    using enum OptionGroup;
    return {{Command, u"stage"_s, u"NAME=COLUMN[:WAIT]"_s,
             u"A stage: the column that says whether it was right, and the one that says how long "
             u"it "
             "took. Again for each stage, in their order. Default: columns named after retrieved, "
             "ranked and answered."_s},
            {Command, u"format"_s, u"json|csv|text|svg"_s,
             u"Default: json. CSV is the waterfall: what is lost at which stage. SVG is its "
             u"picture, as in the window."_s}};
}

void readStages(OptionReader &reader, Options &options)
{
    reader.take(u"stage"_s, u"a name and a column, as in ranked=ranked_ok:rank_ms"_s, stageNamed,
                [&](const ingest::StageAsked &stage) { options.stages.push_back(stage); });
    reader.takeChoice<Format>(u"format"_s,
                              {{u"json"_s, Format::Json},
                               {u"csv"_s, Format::Csv},
                               {u"text"_s, Format::Text},
                               {u"svg"_s, Format::Svg}},
                              options.format);
}

} // namespace oneinn::cli
