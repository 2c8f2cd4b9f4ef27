// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/wantedwords.h"

#include "wording/numbers.h"
#include "wording/phrases.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString oneOfText(const std::vector<std::string> &words)
{
    QStringList all;
    for (const std::string &word : words)
        all.append(QString::fromLatin1(word.data(), qsizetype(word.size())));
    return joined(all, u"or"_s);
}

QString firstOf(const std::vector<std::string> &words)
{
    return words.empty() ? QString() : QString::fromLatin1(words.front().data());
}

QString numberWanted(const WantedValue &wanted)
{
    using Kind = WantedValue::Kind;
    switch (wanted.kind) {
    case Kind::NumberBetween:
        return u"a number from %1 to %2"_s.arg(boundText(wanted.least), boundText(wanted.most));
    case Kind::WholeNumberBetween:
        return u"a whole number from %1 to %2"_s.arg(boundText(wanted.least),
                                                     boundText(wanted.most));
    case Kind::NumberOrWord:
        return u"a number, or \"%1\""_s.arg(firstOf(wanted.words));
    case Kind::NotBelow:
        return u"a number, not below "_s + firstOf(wanted.words);
    case Kind::Milliseconds:
        return u"a number of milliseconds from 0 on"_s;
    default:
        return u"a number"_s;
    }
}

QString nameWanted(WantedValue::Kind kind)
{
    using Kind = WantedValue::Kind;
    switch (kind) {
    case Kind::Checksum:
        return u"a checksum of 64 digits from 0 to f"_s;
    case Kind::Title:
        return u"the name to list it under"_s;
    case Kind::DataPath:
        return u"the path of the file with the predictions"_s;
    case Kind::ModelName:
        return u"the name of a model"_s;
    case Kind::ColumnName:
        return u"the name of a column"_s;
    case Kind::ColumnValue:
        return u"a value of the column, in quotes"_s;
    case Kind::FallbackModel:
        return u"the model that answers instead, since latePolicy is fall-back"_s;
    case Kind::PatiencePoints:
        return u"points in order, such as \"500ms=0.9, 2s=0.5\""_s;
    case Kind::SharesOfAll:
        return u"shares that add up to 1"_s;
    case Kind::TwoPatiencePoints:
        return u"exactly two points for this shape, such as \"500ms=0.9, 2s=0.5\""_s;
    default:
        return u"a text in quotes"_s;
    }
}

} // namespace

QString wantedText(const WantedValue &wanted)
{
    using Kind = WantedValue::Kind;
    switch (wanted.kind) {
    case Kind::Flag:
        return u"true or false"_s;
    case Kind::Settings:
        return u"settings in curly braces"_s;
    case Kind::List:
        return u"a list in square brackets"_s;
    case Kind::ListOfTexts:
        return u"a list of texts in quotes, in square brackets"_s;
    case Kind::OneOf:
        return oneOfText(wanted.words);
    case Kind::OneCharacter:
        return u"one character"_s;
    case Kind::Number:
    case Kind::NumberBetween:
    case Kind::WholeNumberBetween:
    case Kind::NumberOrWord:
    case Kind::NotBelow:
    case Kind::Milliseconds:
        return numberWanted(wanted);
    default:
        return nameWanted(wanted.kind);
    }
}

} // namespace oneinn::wording
