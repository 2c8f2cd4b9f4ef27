// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/notes.h"

#include "cli/json.h"
#include "core/clusters/largestcluster.h"
#include "core/predictions/doubledrows.h"
#include "presets/presetguess.h"
#include "wording/columnwords.h"
#include "wording/datalimitwords.h"
#include "wording/datawarnings.h"
#include "wording/guesswords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/phrases.h"
#include "wording/readingnotewords.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString shownText(std::string_view utf8)
{
    return wording::nameText(std::string(utf8));
}

QString columnNote(const QString &role, const ingest::ResolvedColumn &column)
{
    return u"%1 from '%2' (%3)"_s.arg(role, shownText(column.value),
                                      shownText(keyOf(column.reason)));
}

QString countOf(std::size_t count)
{
    return wording::countText(static_cast<double>(count));
}

} // namespace

QStringList guessNotes(const ingest::ResolvedMapping &mapping)
{
    QStringList parts;
    if (mapping.label.guessed())
        parts.append(columnNote(u"label"_s, mapping.label));
    if (mapping.positive.guessed() && mapping.positive.value.empty())
        parts.append(u"none positive, as every label is '%1'"_s.arg(shownText(mapping.negative)));
    else if (mapping.positive.guessed())
        parts.append(u"positive '%1' (%2)"_s.arg(shownText(mapping.positive.value),
                                                 shownText(keyOf(mapping.positive.reason))));
    if (mapping.score.guessed())
        parts.append(columnNote(u"score"_s, mapping.score));
    if (mapping.lowerIsPositive.guessed() && mapping.lowerIsPositive.value)
        parts.append(u"low scores as positive (%1)"_s.arg(
                shownText(keyOf(mapping.lowerIsPositive.reason))));
    const std::pair<QString, const std::optional<ingest::ResolvedColumn> *> others[] = {
            {u"model"_s, &mapping.model},     {u"weight"_s, &mapping.weight},
            {u"user"_s, &mapping.userId},     {u"day"_s, &mapping.day},
            {u"latency"_s, &mapping.latency},
    };
    for (const auto &[role, column] : others) {
        if (*column && (*column)->guessed())
            parts.append(columnNote(role, **column));
    }
    if (mapping.latency && mapping.unit.guessed())
        parts.append(u"latency in %1 (%2)"_s.arg(shownText(symbolOf(mapping.unit.value)),
                                                 shownText(keyOf(mapping.unit.reason))));
    if (parts.isEmpty())
        return {};
    return {u"Reading "_s + parts.join(u"; "_s) + u'.'};
}

QStringList warningsOf(const ingest::ResolvedMapping &mapping)
{
    QStringList warnings;
    for (const auto &judgement : mapping.judgements) {
        if (wording::isToBeSaid(judgement))
            warnings.append(wording::roleSentences(judgement, wording::Reader::CommandLine));
    }
    for (const auto &note : mapping.notes)
        warnings.append(wording::asSentence(wording::readingNoteText(note)));
    if (!mapping.modelsPooled.empty()) {
        warnings.append(wording::modelsPooledText(mapping.modelsPooled)
                        + u" If they are models, say so with --model-column '%1'."_s.arg(
                                shownText(mapping.modelsPooled)));
    }
    return warnings;
}

QStringList wordsNotes(const ingest::LoadedFile &file, const FeatureWords &words)
{
    if (words != FeatureWords())
        return {};
    const auto text = [](const std::string &name) { return QString::fromStdString(name); };
    const ingest::ResolvedMapping &mapping = file.mapping;
    NamesInFile names{
            text(mapping.label.value), text(mapping.positive.value), {text(mapping.score.value)}};
    for (const CategoryColumn &column : file.predictions->segments())
        names.other.append(text(column.name));
    const auto guess = guessPreset(names);
    if (!guess)
        return {};
    return {wording::wordsGuessText({guess->name, guess->isLabel, guess->preset.title,
                                     guess->preset.scenario.words})
            + u" --preset %1 tells it in such words, and by values to start from."_s.arg(
                    guess->preset.id)};
}

QStringList modelNotes(const Predictions &predictions, const Selection &selection, bool ofSample)
{
    if (!selection.model)
        return {};
    const CategoryColumn &column = *predictions.model();
    const auto candidates = predictions.select({.model = {}, .where = selection.where}, Calls::All);
    std::map<std::uint32_t, std::size_t> rowsOf;
    for (const std::uint32_t row : candidates)
        ++rowsOf[column.codes[row]];
    if (rowsOf.size() < 2)
        return {};
    const std::size_t chosen = rowsOf[*column.codeOf(*selection.model)];
    const auto asMany = std::count_if(rowsOf.begin(), rowsOf.end(), [chosen](const auto &model) {
        return model.second == chosen;
    });
    const QString why = ofSample ? u"as the window opens this sample, of %1"_s
            : asMany > 1         ? u"the first of %1 in the file, as none has more rows"_s
                                 : u"the most frequent of %1"_s;
    return {u"Looking at the model '%1' alone, %2: %3 of %4 rows (--model for another)."_s.arg(
            shownText(*selection.model), why.arg(countOf(rowsOf.size())), countOf(chosen),
            countOf(candidates.size()))};
}

QStringList rowsWarnings(const PredictionIndex &index, const FeatureWords &words)
{
    QStringList warnings;
    const Predictions &predictions = *index.predictions();
    if (const auto doubled = doubledRows(predictions))
        warnings.append(wording::doubledText(*doubled));
    if (const auto largest = largestCluster(predictions, index.selection()))
        warnings.append(wording::largestClusterText(*largest, words));
    return warnings;
}

QString decidedThreshold(double inFile)
{

    return std::isinf(inFile) ? u"beyond every score"_s : wording::ownThresholdText({inFile});
}

} // namespace oneinn::cli
