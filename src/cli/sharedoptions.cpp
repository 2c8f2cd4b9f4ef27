// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sharedoptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

OptionEntry fieldOption(OptionGroup group, Field field, const QString &value, const QString &help)
{
    const auto usual = usualValueOf(field);
    return {group, optionOf(rowOf(field)), value,
            usual ? help + u" Default: "_s + QString::number(*usual) + u'.' : help};
}

QList<OptionEntry> columnOptions()
{
    using enum OptionGroup;
    return {
            {Columns, u"label"_s, u"C"_s, u"The column that says what was really so."_s},
            {Columns, u"positive"_s, u"V"_s, u"The label's value that means positive."_s},
            {Columns, u"score"_s, u"C"_s,
             u"The column with the model's score; if given again, each is a model's, over the same "
             u"records."_s},
            {Columns, u"lower-is-positive"_s, {}, u"The same as --score-direction low."_s},
            {Columns, u"score-direction"_s, u"high|low"_s,
             u"Which scores speak for the positive class. low, as of a distance: a row is shown "
             u"iff "
             u"its score is at most T, -inf shows nothing, and curves go from low scores to high "
             u"ones. Default: high, but low for a column called distance."_s},
            {Columns, u"decision"_s, u"C"_s,
             u"The column with the predicted class, where the score is the probability of that "
             u"class and not of the positive one; '' for none."_s},
            {Columns, u"latency"_s, u"C"_s, u"The column with the time an answer took."_s},
            {Columns, u"first-token"_s, u"C"_s,
             u"The column with the wait until the first token: that is the wait then, and the "
             "latency only where it is missing."_s},
            {Columns, u"latency-unit"_s, u"ns|us|ms|s"_s, u"What it is measured in."_s},
            {Columns, u"failed"_s, u"C=V|C"_s,
             u"Calls that failed: rows with V in column C, or with anything in C but a word for "
             u"\"none\"; if given again, either. They have no answer and no wait. '' for none."_s},
            {Columns, u"refused"_s, u"C=V|C"_s,
             u"Calls that the model declined to answer: rows with V in column C, or with anything "
             "in C but a word for \"none\"; if given again, either. They have no answer and no "
             "wait, "
             "and are told apart from failed ones. '' for none."_s},
            {Columns, u"cached"_s, u"C=V|C"_s,
             u"Answers out of a cache: rows with V in column C, or with a yes or a hit in C; if "
             "given again, either. What they took is no wait."_s},
            {Columns, u"model-column"_s, u"C"_s,
             u"The column that says which model a row is from; '' for none."_s},
            {Columns, u"model"_s, u"NAME"_s,
             u"The model to look at. Default: the one with the most rows, of several the first in "
             u"the file; of a sample the one that the window opens it with."_s},
            {Columns, u"where"_s, u"C=V|C>=V|C<V"_s,
             u"Only rows with the value V in column C, or, of days and numbers, with V or a later "
             "one, or with an earlier one (in quotes: '<' and '>' mean something to a shell); if "
             "given again, all must hold."_s},
            {Columns, u"example"_s, u"C"_s,
             u"The column that says which rows of different models belong together; if given "
             u"again, both together do."_s},
            {Columns, u"user"_s, u"C"_s,
             u"The column that says whose use it is, as uses of one user are alike and intervals wider; '' for none."_s},
            {Columns, u"day"_s, u"C"_s,
             u"The column with the day, or the time, of a use, as those of one day are alike; '' for none."_s},
            {Columns, u"time"_s, u"C"_s, u"The same as --day."_s},
            {Columns, u"cluster"_s, u"C"_s,
             u"Uses with one value of this column hang together, as those of one session or "
             u"document, and intervals are wider; in place of users and days."_s},
            {Columns, u"interval"_s, u"wilson|clustered|exact"_s,
             u"How sure shares are: as uses of one user, day or --cluster are alike; or each use "
             u"by itself, by Wilson, or exactly, by Clopper and Pearson, where all count the "
             u"same. Default: clustered where the file says by what, else wilson."_s},
            {Columns,
             u"recalibrate"_s,
             {},
             u"Replace scores by the probabilities that they come to (see calibration): thresholds "
             u"are on that scale, 0 to 1. Fitted on the same rows; the order stays."_s},
            {Columns, u"weight"_s, u"C"_s, u"The column that says what a row counts for."_s},
            {Columns, u"count"_s, u"C"_s,
             u"The column that says how many identical uses a record stands for; '' for none."_s},
            {Columns, u"delimiter"_s, u"X"_s, u"One character, or tab."_s},
            {Columns, u"input-format"_s, u"csv|tsv|json|arff"_s,
             u"How the file is written, whatever it looks like; packed files are unpacked first. "
             "Default: told by the file itself."_s},
            {Columns, u"table-name"_s, u"NAME"_s,
             u"The table, or view, of a database that has several."_s},
            {Columns, u"truth"_s, u"FILE"_s,
             u"A second file with what was really so, for predictions without it. What has no "
             "match is told, with ids."_s},
            {Columns, u"on"_s, u"C|C=D"_s,
             u"With --truth: the column with ids that both files have, or C in the predictions and "
             "D in the other. Default: row by row."_s},
    };
}

QList<OptionEntry> scenarioOptions()
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
            {Scenario, u"mix"_s, u"C:A=P,B=P"_s,
             u"How production's uses are divided among the values of a column, in percent, as in "
             "country:NL=30,DE=70; values not named divide the rest as in the file. Your "
             "assumption: rows weigh accordingly, also in intervals. Default: as in the file."_s},
            fieldOption(Scenario, Field::UsesPerWeek, u"U"_s,
                        u"By one user. Default: as in the file, where it has users and days that "
                        "tell it; else the preset's, or 20."_s),
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
            {Scenario, u"person-noun"_s, u"WORD"_s,
             u"Who meets what it does: customer. Default: user."_s},
    };
}

} // namespace oneinn::cli
