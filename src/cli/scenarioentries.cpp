// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/scenarioentries.h"

namespace oneinn::cli {

using namespace Qt::Literals::StringLiterals;

OptionEntry fieldOption(OptionGroup group, Field field, const QString &value, const QString &help)
{
    const auto usual = usualValueOf(field);
    return {group, optionOf(rowOf(field)), value,
            usual ? help + u" Default: "_s + QString::number(*usual) + u'.' : help};
}

QList<OptionEntry> scenarioEntries()
{
    using enum OptionGroup;
    return {
            {Scenario, u"preset"_s, u"NAME|FILE"_s,
             u"A kind of feature to start from: inlinesuggestion, fraudalert, recommendation, "
             "contentmoderation, supportanswer, medicalscreening, one of your own, or FILE.json. "
             "Every other option wins over it; its numbers replace the defaults below."_s},
            fieldOption(Scenario, Field::ValueTp, u"N"_s, u"What a right one shown is worth."_s),
            fieldOption(Scenario, Field::ValueFp, u"N"_s,
                        u"A wrong one shown; costs are negative."_s),
            fieldOption(Scenario, Field::ValueFn, u"N"_s, u"A good one missed."_s),
            fieldOption(Scenario, Field::ValueTn, u"N"_s, u"A bad one not shown."_s),
            fieldOption(Scenario, Field::ValueLate, u"N"_s,
                        u"A use whose call fails, or that ends late, where that is an outcome of "
                        u"its own, or without its "
                        "user."_s),
            {Scenario, u"late"_s, u"wait|show-nothing|unanswered|fall-back"_s,
             u"show-nothing: a late positive is a miss, a late negative is silent; unanswered: "
             "late uses are an outcome of their own, outside the matrix; wait: late answers come "
             "all the same; fall-back: another model answers. Default: show-nothing."_s},
            {Scenario, u"fallback"_s, u"MODEL[:T]"_s,
             u"For fall-back: the model that answers instead, and its threshold. Default: the one "
             "worth most for that model alone."_s},
            {Scenario, u"cost-per-call"_s, u"MODEL=C"_s,
             u"What one call of a model costs, in a unit of your own; for each model. Without it "
             "calls are counted."_s},
            {Scenario, u"patience"_s, u"POINTS"_s,
             u"Who is still waiting after how long, as in 500ms=0.9,2s=0.5: your assumption. "
             "Default: everyone, however long."_s},
            {Scenario, u"patience-shape"_s, u"points|weibull|lognormal"_s,
             u"How the curve runs: through the points, or a shape that takes exactly two. Default: "
             "points."_s},
            fieldOption(Scenario, Field::BaseRate, u"P"_s,
                        u"The share of positives in production, above 0 and below 1. Restates all "
                        "but the counts. Default: the file's."_s),
            fieldOption(Scenario, Field::UsesPerWeek, u"U"_s, u"By one user."_s),
            fieldOption(Scenario, Field::BadBeforeLeaving, u"K"_s,
                        u"Bad ones before a user gives up; your assumption."_s),
            fieldOption(Scenario, Field::NoticedWrong, u"P"_s,
                        u"Of the wrong ones, the share users notice."_s),
            fieldOption(Scenario, Field::NoticedMissed, u"P"_s, u"Of the missed ones."_s),
            fieldOption(Scenario, Field::NoticedLate, u"P"_s,
                        u"Of those too late and unanswered."_s),
            {Scenario, u"noun"_s, u"WORD"_s, u"What is shown: alert. Default: suggestion."_s},
            {Scenario, u"case-noun"_s, u"WORD"_s,
             u"What it is asked about: payment. Default: use."_s},
            {Scenario, u"positive-noun"_s, u"WORD"_s,
             u"What it looks for: fraud. Default: a good one of what is shown."_s},
            {Scenario, u"verb"_s, u"WORD"_s,
             u"What it does: raise, take down. Default: show. With its participle, where that is "
             "an unusual one: 'bid/bidden'."_s},
            {Scenario, u"value-unit"_s, u"WORD"_s,
             u"What outcomes are worth is counted in this: euros. Default: no name."_s},
    };
}

} // namespace oneinn::cli
