// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/presetguess.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

struct TellingWords {
    const char *preset;
    QStringList beginnings; ///< of words in a name
};

const std::array<TellingWords, 3> &tellingWords()
{
    static const std::array<TellingWords, 3> words{{
            {"fraudalert", {u"fraud"_s, u"chargeback"_s, u"scam"_s}},
            {"contentmoderation",
             {u"spam"_s, u"toxic"_s, u"hate"_s, u"harmful"_s, u"abus"_s, u"nsfw"_s, u"offensive"_s,
              u"moderat"_s, u"profan"_s, u"harass"_s}},
            {"medicalscreening",
             {u"tumour"_s, u"tumor"_s, u"cancer"_s, u"malignan"_s, u"biops"_s, u"lesion"_s,
              u"carcinoma"_s, u"melanoma"_s, u"nodule"_s}},
    }};
    return words;
}

/// "is_fraud", "isFraud", "Fraud Score": in lower case.
QStringList wordsIn(const QString &name)
{
    static const QRegularExpression border(uR"([^A-Za-z]+|(?<=[a-z])(?=[A-Z]))"_s);
    QStringList words = name.split(border, Qt::SkipEmptyParts);
    for (QString &word : words)
        word = word.toLower();
    return words;
}

/// Null where it names none of the kinds, or says that it is none of it.
const TellingWords *kindNamedBy(const QString &name)
{
    static const QStringList denials{u"no"_s, u"not"_s, u"non"_s, u"un"_s, u"without"_s};
    const QStringList words = wordsIn(name);
    if (std::ranges::any_of(words, [](const QString &word) { return denials.contains(word); }))
        return nullptr;
    for (const TellingWords &kind : tellingWords()) {
        const bool isNamed = std::ranges::any_of(words, [&kind](const QString &word) {
            return std::ranges::any_of(kind.beginnings, [&word](const QString &beginning) {
                return word.startsWith(beginning);
            });
        });
        if (isNamed)
            return &kind;
    }
    return nullptr;
}

std::optional<PresetGuess> guessed(const TellingWords &kind, const QString &name, bool isLabel)
{
    const QList<Preset> presets = builtInPresets();
    const auto preset = std::ranges::find(presets, QLatin1StringView(kind.preset), &Preset::id);
    return preset == presets.end() ? std::nullopt
                                   : std::optional(PresetGuess{*preset, name, isLabel});
}

} // namespace

std::optional<PresetGuess> guessPreset(const NamesInFile &names)
{
    for (const QString &name : {names.label, names.positive}) {
        if (const TellingWords *kind = kindNamedBy(name))
            return guessed(*kind, name, true);
    }
    const TellingWords *only = nullptr;
    QString by;
    for (const QString &name : names.other) {
        const TellingWords *kind = kindNamedBy(name);
        if (!kind)
            continue;
        if (only && only != kind)
            return std::nullopt;
        if (!only)
            by = name;
        only = kind;
    }
    return only ? guessed(*only, by, false) : std::nullopt;
}

} // namespace oneinn
