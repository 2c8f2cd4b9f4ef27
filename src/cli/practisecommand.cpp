// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/practisecommand.h"

#include "cli/answercommand.h"
#include "cli/answeroptions.h"
#include "cli/json.h"
#include "cli/optionvalues.h"
#include "document/dataplaces.h"
#include "practice/practicecards.h"
#include "practice/practicelog.h"
#include "practice/practicewords.h"
#include "results/labelswords.h"
#include "wording/names.h"

#include <QElapsedTimer>

#include <random>
#include <utility>
#include <variant>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::variant<PracticeCard, Unusable> cardAsked(const Options &options, const Input &input)
{
    const PractiseOption &asked = options.practise;
    const Deck deck = deckFor(input.predictions(), asked.kind);
    DrawnCard card{asked.kind.value_or(CardKind::Design), asked.number.value_or(1)};
    if (!asked.number)
        card = drawnCard(asked.seed.value_or(std::random_device()()), deck);
    else if (const QString why = whyNotAsked(card, deck); !why.isEmpty())
        return Unusable{why};
    // What failed ran at the threshold of before: everything on the card is told at that one.
    auto compared = comparedParts(options, input, KeptOld::Always);
    if (auto *unusable = std::get_if<Unusable>(&compared))
        return std::move(*unusable);
    const AnswerParts parts =
            inLabelsWords(std::get<AnswerParts>(std::move(compared)), input.file.mapping);
    return practiceCard(card.kind, card.number, parts.material());
}

QString cardJson(const PracticeCard &card)
{
    Json::Array checklist;
    for (const ChecklistItem &item : card.checklist)
        checklist.push_back(Json::Object{{u"key"_s, item.key},
                                         {u"says"_s, item.says},
                                         {u"here"_s, item.here.isEmpty() ? Json() : item.here}});
    return Json(Json::Object{{u"kind"_s, keyOf(card.kind)},
                             {u"card"_s, static_cast<std::size_t>(card.number)},
                             {u"cards"_s, static_cast<std::size_t>(cardCount(card.kind))},
                             {u"question"_s, card.question},
                             {u"seconds"_s,
                              Json::Array{Json(std::size_t(secondsForLong)),
                                          Json(std::size_t(secondsForShort))}},
                             {u"checklist"_s, std::move(checklist)},
                             {u"answer"_s, Json::strings(card.answer)}})
                   .text()
            + u'\n';
}

/// Letters of items, in any order; what is no letter of one is not looked at.
QList<int> ticked(const QString &typed, qsizetype items)
{
    QList<int> places;
    const QString lower = typed.toLower();
    for (const QChar letter : lower) {
        const int place = letter.unicode() - u'a';
        if (place >= 0 && place < items && !places.contains(place))
            places.append(place);
    }
    return places;
}

/// Waits for a line; at the end of what is typed, for nothing.
QString answered(QTextStream &in, QTextStream &out, const QString &asked)
{
    out << asked;
    out.flush();
    QString typed = in.readLine();
    out << u"\n\n"_s;
    return typed;
}

PracticeEntry entryOf(const PracticeCard &card, const QList<int> &said)
{
    PracticeEntry entry{.date = QDate::currentDate(),
                        .kind = card.kind,
                        .number = card.number,
                        .product = {},
                        .said = {},
                        .left = {}};
    for (qsizetype i = 0; i < card.checklist.size(); ++i)
        (said.contains(int(i)) ? entry.said : entry.left).append(card.checklist.at(i).key);
    return entry;
}

/// Of which product, and whether it is kept.
struct Practising {
    QString product;
    bool logs = true;
};

void converse(const PracticeCard &card, const Practising &practising, QTextStream &in,
              QTextStream &out)
{
    const auto say = [&out](const QStringList &paragraphs) {
        out << wording::visibleLines(paragraphs.join(u"\n\n"_s)) << u"\n\n"_s;
    };
    say({practiceTitle(card), card.question, sayItFirst()});
    QElapsedTimer clock;
    clock.start();
    answered(in, out, u"Enter when you have said it: "_s);
    const int seconds = static_cast<int>(clock.elapsed() / 1000);
    say({tookSentence(seconds), checklistText(card)});
    const QString typed = answered(in, out, u"Type the letters of what you said: "_s);
    const QList<int> said = ticked(typed, card.checklist.size());
    say({tickedSentence(card, said), u"The program's own answer:"_s});
    say(card.answer);
    // Nobody answered: nothing was practised.
    if (!practising.logs || typed.isNull())
        return;
    PracticeEntry entry = entryOf(card, said);
    entry.seconds = seconds;
    entry.product = card.kind == CardKind::AnyProduct
            ? answered(in, out, u"Which product was it? "_s).trimmed()
            : practising.product;
    const QString problem = keepPractice(practiceLogPath(), entry);
    say({problem.isEmpty() ? u"Kept in your log of practice: 'one-in-n-cli practise-log'."_s
                           : u"It was not kept in your log of practice. "_s + problem});
}

} // namespace

QList<OptionEntry> practiseEntries(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"kind"_s, u"design|failure|tradeoff|executive|metric|any"_s,
             u"Of which kind; any: about a product you use, without data. Default: any of those "
             u"about "
             "these data."_s},
            {Command, u"card"_s, u"N"_s,
             u"Which card of the kind, from 1 to 6; needs --kind. Default: one is drawn."_s},
            {Command, u"seed"_s, u"S"_s,
             u"Which card is drawn: same seed, same card. Default: another each time."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"The choice that is asked about: a row is shown iff its score is at least T; inf "
             "shows nothing. Default: the session's, else the most valuable one."_s},
            budget,
            {Command, u"before"_s, u"PATH"_s,
             u"An earlier period of the same feature, read in the same way: a card of the kind "
             "failure, and of no other, which then has what was found between the two."_s},
            {Command, u"format"_s, u"text|json"_s,
             u"text: question, then on Enter the list, then on Enter the program's own answer; "
             "json: all at once. Default: text."_s},
            {Command,
             u"no-log"_s,
             {},
             u"Keep nothing in the log of practice (see practise-log)."_s}};
}

void readPractise(OptionReader &reader, Options &options)
{
    PractiseOption &practise = options.practise;
    reader.take(u"kind"_s, u"design, failure, tradeoff, executive, metric or any"_s, cardKindOf,
                [&](CardKind kind) { practise.kind = kind; });
    reader.take(u"card"_s, u"a whole number from 1"_s, countingNumber,
                [&](int number) { practise.number = number; });
    reader.take(u"seed"_s, u"a whole number from 0"_s, seedNumber,
                [&](std::uint64_t seed) { practise.seed = seed; });
    options.format = Format::Text;
    reader.takeChoice<Format>(u"format"_s, {{u"text"_s, Format::Text}, {u"json"_s, Format::Json}},
                              options.format);
    readBefore(reader, options);
    if (reader.isSet(u"before"_s)) {
        if (practise.kind.value_or(CardKind::Failure) != CardKind::Failure)
            reader.fail(u"--before is for cards of the kind failure, which ask what changed; leave "
                        "it out, or give --kind failure."_s);
        practise.kind = CardKind::Failure;
    }
    practise.logs = !reader.isSet(u"no-log"_s);
    if (practise.number && !practise.kind)
        reader.fail(u"--card needs --kind: cards are numbered by kind."_s);
    else if (practise.number && *practise.number > cardCount(*practise.kind))
        reader.fail(u"--card needs a whole number from 1 to %1, not '%2'."_s.arg(
                QString::number(cardCount(*practise.kind)), QString::number(*practise.number)));
}

Outcome practiseCommand(const Options &options, const Input &input)
{
    const auto asked = cardAsked(options, input);
    if (const auto *unusable = std::get_if<Unusable>(&asked))
        return {{}, {}, unusable->sentence};
    const PracticeCard &card = std::get<PracticeCard>(asked);
    if (options.format == Format::Json)
        return {cardJson(card), {}};
    Outcome outcome;
    const Practising practising{dataName(options.file), options.practise.logs};
    outcome.talk = [card, practising](QTextStream &in, QTextStream &out) {
        converse(card, practising, in, out);
    };
    return outcome;
}

} // namespace oneinn::cli
