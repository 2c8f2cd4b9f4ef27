// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/doubtsoptions.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QList<OptionEntry> doubtsOptions()
{
    using enum OptionGroup;
    return {{Command, u"resamples"_s, u"B"_s, u"How often uses are drawn. Default: 1000."_s},
            {Command, u"seed"_s, u"S"_s, u"Which draws: same seed, same answer. Default: 1."_s},
            {Command, u"by"_s, u"user|day|case|row"_s,
             u"What is drawn. Default: users and days where the file tells them, cases where one "
             u"is "
             "asked again, else rows."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"What the best is compared with for what more labels would be worth. Default: inf, "
             "which shows nothing."_s},
            {Command, u"more-labels"_s, u"N"_s,
             u"So many more labelled uses like these. Default: as many again."_s},
            {Command, u"uses-to-come"_s, u"N"_s,
             u"For so many uses their worth is told, too; your assumption."_s},
            {Command, u"label-price"_s, u"P"_s, u"What labelling one costs, in your unit."_s}};
}

} // namespace oneinn::cli
