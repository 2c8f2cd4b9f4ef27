// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/importwords.h"

#include "wording/accountwords.h"
#include "wording/names.h"
#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <QStringList>

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr int aucDecimals = 2;
constexpr double noOrder = 0.5;
constexpr double closeToNoOrder = 0.02;

QString countedText(std::size_t count)
{
    return countText(static_cast<double>(count));
}

ImportFact usedFact(const RowAccount &account, std::size_t records, std::size_t every)
{
    const Noun record{u"record"_s, u"records"_s};
    const QString looked = counted(static_cast<double>(account.records()), record);
    if (every > 1)
        return {u"%1 used"_s.arg(countedText(account.used())),
                u"of %1 looked at, every %2 of %3"_s.arg(looked, ordinal(static_cast<int>(every)),
                                                         countedText(records))};
    return {u"%1 used"_s.arg(countedText(account.used())), u"of "_s + looked};
}

ImportFact asideFact(const RowAccount &account)
{
    const QStringList details = accountDetails(account);
    const QString value = account.setAsideTotal() == 0
            ? u"none set aside"_s
            : u"%1 set aside"_s.arg(countedText(account.setAsideTotal()));
    return {value, details.value(0), details.size() > 1 ? details.join(u'\n') : QString()};
}

ImportFact positiveFact(const TrialNumbers &numbers)
{
    const QString of = numbers.model ? u"of "_s + nameText(*numbers.model) + u"; "_s : QString();
    return {u"%1 positive"_s.arg(shareText(numbers.positiveShare)),
            of + u"is that your traffic?"_s};
}

ImportFact orderFact(const TrialNumbers &numbers, bool lowerIsPositive)
{
    const double low = lowerIsPositive ? -numbers.highScore : numbers.lowScore;
    const double high = lowerIsPositive ? -numbers.lowScore : numbers.highScore;
    const bool whole = std::floor(low) == low && std::floor(high) == high
            && !(liesInUnit(low) && liesInUnit(high));
    const auto written = [whole](double score) {
        return whole ? countText(score) : scoreText(score);
    };
    const QString range = low == high ? u"every score is %1"_s.arg(written(low))
                                      : u"scores from %1 to %2"_s.arg(written(low), written(high));
    if (!numbers.auc)
        return {u"no AUC"_s, u"one class only; "_s + range};
    const QString better = lowerIsPositive ? u"lower"_s : u"higher"_s;
    QString order = better + u" is more often positive"_s;
    if (*numbers.auc < noOrder - closeToNoOrder)
        order = better + u" is more often negative"_s;
    else if (*numbers.auc < noOrder + closeToNoOrder)
        order = u"it says nothing about the label"_s;
    return {u"AUC "_s + numberText(*numbers.auc, aucDecimals), order + u"; "_s + range};
}

ImportFact waitFact(const TrialNumbers &numbers)
{
    if (!numbers.medianWait)
        return {u"no latency"_s, u"nothing is too late"_s};
    return {u"median wait "_s + millisecondsText(*numbers.medianWait),
            numbers.slowWait ? u"95 of 100 within "_s + millisecondsText(*numbers.slowWait)
                             : QString()};
}

} // namespace

QString partName(ColumnPart part)
{
    switch (part) {
    case ColumnPart::None:
        return u"not used"_s;
    case ColumnPart::Label:
        return u"label"_s;
    case ColumnPart::Score:
        return u"score"_s;
    case ColumnPart::Decision:
        return u"predicted class"_s;
    case ColumnPart::Latency:
        return u"latency"_s;
    case ColumnPart::Failed:
        return u"failed calls"_s;
    case ColumnPart::Refused:
        return u"refused calls"_s;
    case ColumnPart::Model:
        return u"model"_s;
    case ColumnPart::Example:
        return u"example"_s;
    case ColumnPart::ExampleWith:
        return u"example, second key"_s;
    case ColumnPart::User:
        return u"user"_s;
    case ColumnPart::Day:
        return u"day"_s;
    case ColumnPart::Weight:
        return u"weight"_s;
    case ColumnPart::Count:
        return u"count"_s;
    case ColumnPart::Segment:
        return u"segment"_s;
    }
    return {};
}

QString partHint(ColumnPart part)
{
    switch (part) {
    case ColumnPart::None:
        return u"plays no part"_s;
    case ColumnPart::Label:
        return u"what was really so"_s;
    case ColumnPart::Score:
        return u"how sure the model is"_s;
    case ColumnPart::Decision:
        return u"the class whose probability the score is"_s;
    case ColumnPart::Latency:
        return u"how long the answer took"_s;
    case ColumnPart::Failed:
        return u"says which calls brought no answer"_s;
    case ColumnPart::Refused:
        return u"says which calls the model declined to answer"_s;
    case ColumnPart::Model:
        return u"which model a row is from"_s;
    case ColumnPart::Example:
        return u"what pairs the rows of several models"_s;
    case ColumnPart::ExampleWith:
        return u"keys an example together with another column"_s;
    case ColumnPart::User:
        return u"whose use it is"_s;
    case ColumnPart::Day:
        return u"on which day it was"_s;
    case ColumnPart::Weight:
        return u"how much a row counts"_s;
    case ColumnPart::Count:
        return u"how many identical cases a record stands for"_s;
    case ColumnPart::Segment:
        return u"parts the rows into groups"_s;
    }
    return {};
}

QString partNames(const std::vector<ColumnPart> &parts)
{
    if (parts.empty())
        return partName(ColumnPart::None);
    QStringList names;
    for (const ColumnPart part : parts)
        names.append(partName(part));
    return names.join(u" \u00b7 "_s);
}

QString certaintyWord(RoleCertainty certainty)
{
    switch (certainty) {
    case RoleCertainty::Sure:
        return u"sure"_s;
    case RoleCertainty::Likely:
        return u"likely"_s;
    case RoleCertainty::Ask:
        return u"ask"_s;
    }
    return {};
}

QString chosenWord()
{
    return u"chosen"_s;
}

QString certaintyMark(RoleCertainty certainty)
{
    switch (certainty) {
    case RoleCertainty::Sure:
        return u"\u2713"_s;
    case RoleCertainty::Likely:
        return u"~"_s;
    case RoleCertainty::Ask:
        return u"?"_s;
    }
    return {};
}

QString thingsToSay(std::size_t things)
{
    if (things == 1)
        return u"One thing to say before anything is counted"_s;
    QString number = cardinal(static_cast<int>(things));
    number[0] = number[0].toUpper();
    return number + u" things to say before anything is counted"_s;
}

QString firstSayText(std::size_t things, const QString &taken)
{
    const QString first = things == 1
            ? u"First answer what is asked above."_s
            : u"First answer the %1 things asked above."_s.arg(cardinal(static_cast<int>(things)));
    return taken.isEmpty()
            ? first
            : first + u" Meanwhile the numbers are those of \u201c%1\u201d."_s.arg(taken);
}

std::vector<ImportFact> importFacts(const TrialNumbers &numbers, std::size_t records,
                                    std::size_t every, bool lowerIsPositive)
{
    return {usedFact(numbers.account, records, every), asideFact(numbers.account),
            positiveFact(numbers), orderFact(numbers, lowerIsPositive), waitFact(numbers)};
}

QString unitChoiceText(const QString &unitName, std::optional<double> medianMs)
{
    return medianMs ? u"%1: half of them within %2"_s.arg(unitName, millisecondsText(*medianMs))
                    : unitName;
}

QString columnsShownText(std::size_t shown, std::size_t all, bool found)
{
    const Noun column{u"column"_s, u"columns"_s};
    const QString of = counted(static_cast<double>(all), column);
    if (shown >= all)
        return found ? u"%1 found."_s.arg(of) : QString();
    return found ? u"The first %1 of %2 found."_s.arg(countedText(shown), of)
                 : u"%1 of %2: those with a part, and the first. Type a part of a name to find "
                   "another."_s.arg(countedText(shown), of);
}

QString recalledText()
{
    return u"The columns are read as you chose for a file with the same column names."_s;
}

} // namespace oneinn::wording
