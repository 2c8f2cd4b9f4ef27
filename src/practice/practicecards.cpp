// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicecards.h"

#include "practice/likedefault.h"
#include "practice/othersettings.h"
#include "practice/practiceanswer.h"
#include "practice/practicechecklist.h"
#include "practice/practiceplaces.h"

#include <algorithm>
#include <random>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

int cardCount(CardKind kind)
{
    return int(cardTemplates(kind).size());
}

namespace {

PracticeCard cardAbout(CardKind kind, int number, const AnswerMaterial &material)
{
    PracticeCard card{.kind = kind,
                      .number = number,
                      .question = filledQuestion(cardTemplates(kind).at(number - 1), material)};
    card.checklist = checklistOf(kind, number, material);
    card.answer = practiceAnswer(card, material);
    return card;
}

/// Two periods are compared at the threshold that was in use, wherever the dial stands now.
std::optional<Assessment> asJudged(CardKind kind, const AnswerMaterial &material)
{
    if (kind != CardKind::Failure || !material.drop
        || material.drop->dropped->threshold.kept == material.assessment.scenario.threshold)
        return std::nullopt;
    return atThreshold(material, material.drop->dropped->threshold.kept);
}

} // namespace

PracticeCard practiceCard(CardKind kind, int number, const AnswerMaterial &material)
{
    if (kind == CardKind::AnyProduct)
        return anyProductCard(number);
    const auto judged = asJudged(kind, material);
    if (judged)
        return cardAbout(kind, number, materialOf(*judged, material));
    const LikeDefault alike(material);
    return cardAbout(kind, number, alike.material());
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

QString whyNotAsked(const DrawnCard &card, const Deck &deck)
{
    const CardNeed need = cardTemplates(card.kind).at(card.number - 1).need;
    const bool lacksWaits = need == CardNeed::Waits && !deck.waits;
    if (!lacksWaits && (need != CardNeed::Segments || deck.segments))
        return {};
    return u"Card %1 of the kind %2 is about %3, and these data have none. Choose another card, or "
           "data that have them."_s.arg(QString::number(card.number), keyOf(card.kind),
                                        lacksWaits ? u"waits"_s : u"segments"_s);
}

DrawnCard drawnCard(std::uint64_t seed, const Deck &deck)
{
    // Its numbers are laid down by the standard; those of its distributions are not.
    std::mt19937_64 random(seed);
    QList<DrawnCard> all;
    for (const CardKind kind : cardKinds) {
        const bool isAsked = deck.kind ? deck.kind == kind : kind != CardKind::AnyProduct;
        for (int number = 1; number <= cardCount(kind) && isAsked; ++number) {
            if (whyNotAsked({kind, number}, deck).isEmpty())
                all.append({kind, number});
        }
    }
    return all.at(qsizetype(random() % std::uint64_t(all.size())));
}

} // namespace oneinn
