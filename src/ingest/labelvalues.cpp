// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/labelvalues.h"

#include "ingest/columnnames.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <array>

namespace oneinn::ingest {

namespace {

constexpr auto positiveWords = std::to_array<std::string_view>(
        {"1", "true", "t", "yes", "y", "pos", "positive", "correct", "c", "pass", "passed", "fraud",
         "spam", "toxic", "bad", "+", "relevant",
         // yes and true in German, Scandinavian, French, Spanish, Portuguese, Italian, Polish,
         // Turkish, Russian, Chinese and Japanese
         "ja", "wahr", "oui", "vrai", "s\u00ed", "si", "verdadero", "sim", "verdadeiro", "s\u00ec",
         "vero", "tak", "prawda", "evet", "\u0434\u0430", "\u662f", "\u306f\u3044"});
constexpr auto negativeWords = std::to_array<std::string_view>(
        {"0", "-1", "false", "f", "no", "n", "neg", "negative", "i", "fail", "failed", "legit",
         "incorrect", "wrong", "ham", "good", "benign", "clean", "irrelevant", "normal", "nontoxic",
         "-",
         // no and false in the same languages, and in Dutch
         "nein", "falsch", "nej", "nee", "non", "faux", "falso", "n\u00e3o", "nao", "nie",
         "fa\u0142sz", "hay\u0131r", "\u043d\u0435\u0442", "\u5426", "\u3044\u3044\u3048"});

template<typename Words> bool isOneOf(const Words &words, std::string_view word)
{
    return std::ranges::find(words, word) != std::ranges::end(words);
}

/// All spellings of one value.
struct Spellings {
    std::string key;
    std::string text; ///< as first written
    std::size_t records = 0;
};

std::vector<Spellings> group(const ColumnProfile &column, bool wordsForNothing)
{
    std::vector<Spellings> groups;
    for (const auto &value : column.values) {
        const bool word = equalIgnoringCase(value.text, "none") || value.text == "-";
        if (isMissing(value.text) && !(word && wordsForNothing))
            continue;
        const auto key = spellingKey(value.text, column.writing.decimalMark);
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&](const Spellings &g) { return g.key == key; });
        if (found == groups.end())
            groups.push_back({key, value.text, value.records});
        else
            found->records += value.records;
    }
    return groups;
}

/// "None" and "-" count as a value only where they are the other of two words.
std::vector<Spellings> groupsOf(const ColumnProfile &column)
{
    auto groups = group(column, false);
    const bool oneWord =
            groups.size() == 1 && readNumber(groups.front().key).kind == CellKind::Unreadable;
    if (!oneWord)
        return groups;
    auto withWords = group(column, true);
    return withWords.size() == 2 ? withWords : groups;
}

const Spellings *find(const std::vector<Spellings> &groups, std::string_view key)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [key](const Spellings &g) { return g.key == key; });
    return found == groups.end() ? nullptr : &*found;
}

const Spellings *commonestBut(const std::vector<Spellings> &groups, const Spellings *excluded)
{
    const Spellings *best = nullptr;
    for (const auto &candidate : groups) {
        if (&candidate != excluded && (best == nullptr || candidate.records > best->records))
            best = &candidate;
    }
    return best;
}

struct Pair {
    const Spellings *positive = nullptr;
    const Spellings *negative = nullptr;
    GuessReason reason = GuessReason::Values;
    bool clear = true;
    bool wellKnown = false;
    bool againstRest = false;
};

/// What stands for no beside a word that means yes; null if nothing does.
const Spellings *negativeBeside(const std::vector<Spellings> &groups, const Spellings *positive)
{
    if (positive->key == "1") {
        const auto *zero = find(groups, "0");
        return zero != nullptr ? zero : find(groups, "-1");
    }
    const Spellings *negative = nullptr;
    for (const auto &candidate : groups) {
        const bool better = negative == nullptr || candidate.records > negative->records;
        if (better && isOneOf(negativeWords, candidate.key))
            negative = &candidate;
    }
    return negative == nullptr && groups.size() == 2 ? commonestBut(groups, positive) : negative;
}

/// The pair in which one word means yes, if exactly one does. A 1 needs a 0 or -1 beside it: with
/// 1 and 2, both are used for yes.
std::optional<Pair> wellKnownPair(const std::vector<Spellings> &groups)
{
    Pair pair{.wellKnown = true};
    for (const auto &candidate : groups) {
        if (!isOneOf(positiveWords, candidate.key))
            continue;
        if (pair.positive != nullptr)
            return std::nullopt;
        pair.positive = &candidate;
    }
    if (pair.positive == nullptr) {
        if (groups.size() != 1 || !isOneOf(negativeWords, groups.front().key))
            return std::nullopt;
        pair.negative = &groups.front();
        return pair;
    }
    pair.negative = negativeBeside(groups, pair.positive);
    if (pair.negative == nullptr && groups.size() > 1)
        return std::nullopt;
    return pair;
}

Pair rarerFirst(const std::vector<Spellings> &groups)
{
    const bool firstIsRarer = groups[0].records <= groups[1].records;
    return {&groups[firstIsRarer ? 0 : 1], &groups[firstIsRarer ? 1 : 0], GuessReason::Rarer,
            false};
}

Problem notBinary(const ColumnProfile &column, const std::vector<Spellings> &groups)
{
    Problem problem{.kind = ProblemKind::LabelNotBinary,
                    .column = column.name,
                    .expected = 2,
                    .found = groups.empty() && column.hasManyValues() ? column.values.size()
                                                                      : groups.size()};
    auto commonestFirst = groups;
    std::ranges::stable_sort(commonestFirst, std::ranges::greater(), &Spellings::records);
    for (const auto &each : commonestFirst) {
        problem.names.push_back(each.text);
        problem.detail += (problem.detail.empty() ? "" : ",") + std::to_string(each.records);
    }
    return problem;
}

bool tooManyStrays(const std::vector<Spellings> &groups, const Pair &pair)
{
    std::size_t labelled = 0;
    std::size_t strays = 0;
    for (const auto &candidate : groups) {
        labelled += candidate.records;
        if (&candidate != pair.positive && &candidate != pair.negative)
            strays += candidate.records;
    }
    return strays > 1 && strays * 10 > labelled;
}

/// Beside two words that mean yes and no, whatever else there is may be a slip.
bool hasOnlyStrays(const std::vector<Spellings> &groups, const Pair &given)
{
    const auto known = wellKnownPair(groups);
    const bool isOfThem = known && known->positive != nullptr && known->negative != nullptr
            && (known->positive == given.positive || known->negative == given.positive);
    return isOfThem && !tooManyStrays(groups, *known);
}

/// "0, 1"; of many, the commonest and how many more.
std::string restOf(const std::vector<Spellings> &groups, const Pair &pair)
{
    constexpr std::size_t mostTold = 4;
    std::string rest;
    std::size_t told = 0;
    for (const auto &each : groups) {
        if (&each == pair.positive)
            continue;
        if (told++ < mostTold)
            rest += (rest.empty() ? "" : ", ") + each.text;
    }
    return told > mostTold ? rest + ", ..." : rest;
}

std::vector<LabelClass> classesOf(const ColumnProfile &column, const Pair &pair)
{
    std::vector<LabelClass> classes;
    for (const auto &value : column.values) {
        const auto key = spellingKey(value.text, column.writing.decimalMark);
        if (pair.positive != nullptr && key == pair.positive->key)
            classes.push_back(LabelClass::Positive);
        else if (pair.negative != nullptr
                 && (key == pair.negative->key || (pair.againstRest && !isMissing(value.text))))
            classes.push_back(LabelClass::Negative);
        else
            classes.push_back(isMissing(value.text) ? LabelClass::Missing : LabelClass::Unknown);
    }
    return classes;
}

Pair givenPair(const std::vector<Spellings> &groups, const Spellings *positive)
{
    Pair pair{.positive = positive, .reason = GuessReason::Given, .wellKnown = true};
    const auto known = wellKnownPair(groups);
    const bool isKnown = known && known->positive == positive;
    pair.negative = isKnown && known->negative != nullptr ? known->negative
                                                          : commonestBut(groups, positive);
    pair.againstRest = groups.size() > 2 && !hasOnlyStrays(groups, pair);
    return pair;
}

} // namespace

std::string spellingKey(std::string_view text, char decimalMark)
{
    const auto number = readNumber(text, decimalMark);
    return number.kind == CellKind::Number ? textOf(number.value) : lowerCased(trimmed(text));
}

Result<LabelValues> labelValues(const ColumnProfile &column,
                                const std::optional<std::string> &given)
{
    if (column.hasTooManyClasses())
        return notBinary(column, {});
    const bool isNumber = column.numbers.isNumeric();
    if (column.hasManyValues() && !given && isNumber) // so many numbers are no classes to ask of
        return notBinary(column, {});
    const auto groups = groupsOf(column);
    Pair pair;
    if (given) {
        const Spellings *positive = find(groups, spellingKey(*given, column.writing.decimalMark));
        if (positive == nullptr) {
            return Problem{.kind = ProblemKind::PositiveValueMissing,
                           .column = column.name,
                           .detail = *given,
                           .names = notBinary(column, groups).names};
        }
        pair = givenPair(groups, positive);
    } else if (const auto known = wellKnownPair(groups)) {
        pair = *known;
    } else if (groups.size() == 2) {
        pair = rarerFirst(groups);
    } else {
        return notBinary(column, groups);
    }
    if (!pair.againstRest && tooManyStrays(groups, pair))
        return notBinary(column, groups);

    const auto textOrNone = [](const Spellings *s) { return s == nullptr ? "" : s->text; };
    return LabelValues{.positive = {textOrNone(pair.positive), pair.reason},
                       .negative =
                               pair.againstRest ? restOf(groups, pair) : textOrNone(pair.negative),
                       .againstRest = pair.againstRest,
                       .clear = pair.clear,
                       .wellKnown = pair.wellKnown,
                       .classes = classesOf(column, pair)};
}

std::optional<std::vector<LabelClass>> classesIn(const ColumnProfile &column,
                                                 const LabelValues &labels)
{
    if (column.hasManyValues())
        return std::nullopt;
    std::vector<LabelClass> classes;
    for (const auto &value : column.values) {
        const auto key = spellingKey(value.text, column.writing.decimalMark);
        if (key == spellingKey(labels.positive.value, column.writing.decimalMark))
            classes.push_back(LabelClass::Positive);
        else if (key == spellingKey(labels.negative, column.writing.decimalMark))
            classes.push_back(LabelClass::Negative);
        else if (isMissing(value.text))
            classes.push_back(LabelClass::Missing);
        else
            return std::nullopt;
    }
    const auto holds = [&classes](LabelClass which) {
        return std::find(classes.begin(), classes.end(), which) != classes.end();
    };
    return holds(LabelClass::Positive) && holds(LabelClass::Negative) ? std::optional(classes)
                                                                      : std::nullopt;
}

int classInName(std::string_view name, const LabelValues &labels, std::string_view calledLabel)
{
    auto words = wordsOf(name);
    if (!words.empty() && words.back().size() > 1
        && (words.back().ends_with('0') || words.back().ends_with('1')))
        words.emplace_back(1, words.back().back()); // "p1"
    const auto names = [&words](const std::string &value) {
        const auto level = normalised(value);
        return !level.empty() && std::find(words.begin(), words.end(), level) != words.end();
    };
    const auto speaks = [&words](const auto &known) {
        return std::any_of(words.begin(), words.end(), [&known](const std::string &word) {
            return word.size() > 1 && isOneOf(known, word);
        });
    };
    if (names(labels.positive.value))
        return 1;
    if (names(labels.negative))
        return -1;
    if (!labels.wellKnown || labels.positive.reason == GuessReason::Given)
        return 0;
    const bool yes = speaks(positiveWords);
    const bool no = speaks(negativeWords);
    if (yes != no)
        return yes ? 1 : -1;
    constexpr std::array<std::string_view, 10> unspecific{
            "is", "has", "label", "true", "y", "class", "target", "real", "was", "the"};
    const auto own = wordsOf(calledLabel);
    const bool called = std::any_of(own.begin(), own.end(), [&](const std::string &word) {
        return !isOneOf(unspecific, word)
                && std::find(words.begin(), words.end(), word) != words.end();
    });
    return called && !no ? 1 : 0;
}

std::optional<std::size_t> placeOfPositive(const ColumnProfile &label, const LabelValues &labels,
                                           std::size_t listSize)
{
    const char mark = label.writing.decimalMark;
    std::vector<std::string> keys;
    for (const auto &value : label.values) {
        if (!isMissing(value.text))
            keys.push_back(spellingKey(value.text, mark));
    }
    const bool numbers = std::all_of(keys.begin(), keys.end(), [](const std::string &key) {
        return readNumber(key).kind == CellKind::Number;
    });
    std::sort(keys.begin(), keys.end(), [numbers](const std::string &a, const std::string &b) {
        return numbers ? readNumber(a).value < readNumber(b).value : a < b;
    });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    const auto found =
            std::find(keys.begin(), keys.end(), spellingKey(labels.positive.value, mark));
    if (keys.size() != listSize || found == keys.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

} // namespace oneinn::ingest
