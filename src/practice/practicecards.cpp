// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicecards.h"

#include "practice/practicechecklist.h"
#include "practice/practiceplaces.h"
#include "report/answer.h"
#include "report/answerwords.h"
#include "report/dropprose.h"
#include "report/sections.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"
#include "wording/experiencewords.h"

#include <algorithm>
#include <random>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

/// A report without its tables and title, paragraph by paragraph.
QStringList paragraphsOf(const report::Report &report)
{
    QStringList paragraphs;
    for (const report::Section &section : report.body) {
        QStringList lines = section.paragraphs + section.bullets;
        if (!section.heading.isEmpty() && !lines.isEmpty())
            lines.first().prepend(section.heading + u": "_s);
        paragraphs += lines;
    }
    return paragraphs;
}

/// What the layers are looked at for: what was found between two periods, or the order to look in.
QStringList failureLead(const AnswerMaterial &material)
{
    if (!material.drop)
        return {u"One period cannot say what changed, so this is the order in which to look, and "
                "what to do about what is found. Two can: choose an earlier period in Launch, Why "
                "did it drop, or run 'one-in-n-cli drop BEFORE AFTER'."_s};
    return {u"%1 against %2."_s.arg(material.drop->names.after, material.drop->names.before),
            report::inARow(report::dropSpoken(material))};
}

/// Layer by layer.
QStringList failureAnswer(const QList<ChecklistItem> &checklist, const AnswerMaterial &material)
{
    QStringList paragraphs = failureLead(material);
    for (const DropLayer layer : dropLayers) {
        const auto key = keyOf(layer);
        const QString name = QString::fromLatin1(key.data(), qsizetype(key.size()));
        for (const ChecklistItem &item : checklist) {
            if (item.key == name)
                paragraphs.append(wording::dropLayerName(layer) + u": "_s + item.here);
        }
    }
    if (material.drop)
        paragraphs.append(u"Not ruled out: "_s + wording::dropNotRuledOut(*material.drop->dropped));
    for (const ChecklistItem &item : checklist) {
        if (item.key == u"stop" && !item.here.isEmpty())
            paragraphs.append(u"Until the cause is known: "_s + item.here);
    }
    return paragraphs;
}

QStringList metricAnswer(const AnswerMaterial &material)
{
    const wording::ExperienceWords words = wording::experienceWords(material.assessment);
    QStringList paragraphs;
    for (const wording::Statement &statement :
         {words.wrong, words.missed, words.late, words.untilBad})
        paragraphs.append(wording::sentenceOf(statement));
    paragraphs.append(report::leadOf(material));
    return paragraphs;
}

QStringList answerTo(CardKind kind, const QList<ChecklistItem> &checklist,
                     const AnswerMaterial &material)
{
    switch (kind) {
    case CardKind::Design:
    case CardKind::Tradeoff:
        return paragraphsOf(report::makeReport(material, report::Length::Spoken, {}));
    case CardKind::Executive:
        return paragraphsOf(report::makeReport(material, report::Length::Executive, {}));
    case CardKind::Failure:
        return failureAnswer(checklist, material);
    case CardKind::Metric:
        return metricAnswer(material);
    case CardKind::AnyProduct:
        break;
    }
    return {};
}

} // namespace

int cardCount(CardKind kind)
{
    return int(cardTemplates(kind).size());
}

PracticeCard practiceCard(CardKind kind, int number, const AnswerMaterial &material)
{
    if (kind == CardKind::AnyProduct)
        return anyProductCard(number);
    PracticeCard card{.kind = kind,
                      .number = number,
                      .question = filledQuestion(cardTemplates(kind).at(number - 1), material)};
    card.checklist = checklistOf(kind, material);
    card.answer = answerTo(kind, card.checklist, material);
    card.answer.removeAll(QString());
    return card;
}

PracticeCard anyProductCard(int number)
{
    return {.kind = CardKind::AnyProduct,
            .number = number,
            .question = cardTemplates(CardKind::AnyProduct).at(number - 1).question,
            .checklist = anyProductChecklist(),
            .answer = {u"The program has no data of the product you chose, and so no answer of its "
                       "own. Hold yours against the list."_s}};
}

Deck deckFor(const Predictions &predictions, std::optional<CardKind> kind)
{
    const auto tellsApart = [](const CategoryColumn &column) { return column.values.size() > 1; };
    return {kind, predictions.hasLatency(),
            std::ranges::any_of(predictions.segments(), tellsApart)};
}

DrawnCard drawnCard(std::uint64_t seed, const Deck &deck)
{
    // Its numbers are laid down by the standard; those of its distributions are not.
    std::mt19937_64 random(seed);
    QList<DrawnCard> all;
    for (const CardKind kind : cardKinds) {
        const bool isAsked = deck.kind ? deck.kind == kind : kind != CardKind::AnyProduct;
        for (int number = 1; number <= cardCount(kind) && isAsked; ++number) {
            const CardNeed need = cardTemplates(kind).at(number - 1).need;
            if ((need != CardNeed::Waits || deck.waits)
                && (need != CardNeed::Segments || deck.segments))
                all.append({kind, number});
        }
    }
    return all.at(qsizetype(random() % std::uint64_t(all.size())));
}

} // namespace oneinn
