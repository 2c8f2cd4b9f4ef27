// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report.h"

#include <QStringList>

namespace testsupport {

/// An answer as long as they get, with what a person might type into it; without figures.
inline oneinn::report::Report longReport()
{
    using namespace Qt::StringLiterals;
    using oneinn::report::Section;
    using oneinn::report::Table;
    oneinn::report::Report report;
    report.title = u"Inline suggestions: <on device> or \"in the cloud\" & when?"_s;
    report.date = u"25 November 2026"_s;
    report.lead = u"We show suggestions of the model cloud-large from a score of 0.595 up and "
                  "nothing after 400 ms; about 1 in 8 suggestions shown is wrong, 9 of 100 uses "
                  "come too late, and 31 of 100 good ones are never shown."_s;
    report.body = {
            {u"Who is hurt, and by what"_s,
             {u"People type a reply on their phone while they talk to somebody. A wrong suggestion "
              "costs them a second of reading and the trust to read the next one; a late one is "
              "in the way of what they have typed by then."_s,
              u"A missed one costs them little, since they never knew that it was there."_s},
             {}},
            {u"What determines the answer"_s,
             {},
             {u"Wrong: 13 of every 100 suggestions shown are wrong, 87 are right; between 11 and "
              "15 (95 % interval, 2,210 shown)."_s,
              u"Missed: 31 of every 100 good suggestions are never shown; between 29 and 33 (95 % "
              "interval, 2,893 good ones)."_s,
              u"Late: 5 of every 100 uses take longer than 400 ms; between 4.6 and 5.4 (95 % "
              "interval, 9,480 uses)."_s,
              u"Half of users meet their third bad one by use 21. Three bad ones before giving up "
              "is our assumption."_s}},
            {u"What carries the product"_s,
             {u"Latency carries this product. Being 10 % slower loses 18 per 1,000 uses; 10 % more "
              "wrong ones lose 9.1; 10 % more misses lose 4.3. It can get 2.2 times as slow "
              "before it is no better than showing nothing. It stays latency unless a wrong one "
              "is worse than 3 misses."_s,
              u"The rule that names what carries a product is our own proposal; all three marks "
              "agree here."_s},
             {}},
            {u"The choice, and what is given up"_s,
             {u"We choose the threshold 0.595 with a budget of 400 ms, and show nothing after it. "
              "Against the default that nobody chose, 0.5 without a budget, we give up 12 of 100 "
              "good suggestions and get 6 fewer wrong ones of every 100 shown."_s},
             {},
             Table{{u"of 100"_s, u"wrong of shown"_s, u"missed"_s, u"late"_s, u"value per 1,000"_s},
                   {{u"now"_s, u"13 (11 to 15)"_s, u"31 (29 to 33)"_s, u"5.0"_s, u"+62"_s},
                    {u"the default 0.5"_s, u"19 (18 to 21)"_s, u"19 (18 to 20)"_s, u"\u2014"_s,
                     u"+41"_s},
                    {u"on-device-small, 100 ms & less"_s, u"22 (20 to 24)"_s, u"38 (36 to 40)"_s,
                     u"0.2"_s, u"+38"_s}}}},
            {u"How we will know"_s,
             {u"We count how many suggestions are accepted and kept for a minute, per week and "
              "user, not precision."_s},
             {u"Roll back when more than 16 of 100 suggestions shown are wrong over 1,000 shown, "
              "which happens by chance in fewer than 1 of 100 weeks."_s,
              u"Roll back when more than 8 of 100 uses are late on a day."_s,
              u"The owner of the keyboard decides, within a day."_s}},
            {u"How sure this is"_s,
             {u"What an outcome is worth is our assumption: a wrong one is as bad as 1.5 misses. "
              "At a base rate of 1 in 20 instead of the file's, 41 of 100 shown would be "
              "wrong."_s},
             {}},
    };
    report.appendix = {
            {u"Every number"_s,
             {},
             {},
             Table{{u"measure"_s, u"value"_s, u"95 % interval"_s},
                   {{u"precision"_s, u"0.870"_s, u"0.856 to 0.884"_s},
                    {u"recall"_s, u"0.691"_s, u"0.674 to 0.708"_s},
                    {u"specificity"_s, u"0.954"_s, u"0.949 to 0.959"_s}}}},
            {u"Where the numbers come from"_s,
             {u"inlinesuggestion.csv: 20,000 records, 19,988 used, 12 set aside (9 have no label, "
              "3 a score that is no number)."_s},
             {u"label: accepted, positive is yes"_s, u"score: proba"_s,
              u"latency: latency_ms, in milliseconds"_s}},
    };
    return report;
}

/// Every text of a report, each a sentence or a cell.
inline QStringList textsOf(const oneinn::report::Report &report)
{
    QStringList texts{report.title, report.date, report.lead};
    for (const auto &sections : {report.body, report.appendix}) {
        for (const auto &section : sections) {
            texts += section.heading;
            texts += section.paragraphs + section.bullets;
            if (!section.table)
                continue;
            texts += section.table->header;
            for (const QStringList &row : section.table->rows)
                texts += row;
        }
    }
    for (const auto &figure : report.figures)
        texts += {figure.title, figure.caption};
    return texts;
}

} // namespace testsupport
