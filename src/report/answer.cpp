// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answer.h"

#include "report/answerwords.h"
#include "report/comparisons.h"
#include "report/dropprose.h"
#include "report/figures.h"
#include "report/reviewprose.h"
#include "report/sections.h"
#include "report/stagesprose.h"
#include "wording/combinationwords.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"

#include <QRegularExpression>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;

namespace {

int wordCount(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return static_cast<int>(text.split(blanks, Qt::SkipEmptyParts).size());
}

/// What users meet: told against the pin that matters most where it differs.
struct Meeting {
    QString clause; ///< "13 of 100 suggestions shown are wrong instead of 16"
    Change change = Change::NotComparable;
};

Meeting meeting(const AnswerMaterial &material, ShareChange::Kind kind, const QString &alone,
                bool compared)
{
    const auto pin = compared ? mainPin(material) : std::nullopt;
    if (!pin || alone.isEmpty())
        return {alone, Change::NotComparable};
    const auto changes = changesAgainst(material, material.pins[*pin]);
    for (const ShareChange &change : changes) {
        const bool differs = change.change == Change::Fewer || change.change == Change::More;
        if (change.kind == kind && differs)
            return {changeClause(change, material.assessment, 100, true), change.change};
    }
    return {alone, Change::NotComparable};
}

/// "…: one thing instead of 16 at the default 0.5, but another instead of 16."
QString leadWith(const AnswerMaterial &material, bool compared)
{
    const Assessment &assessment = material.assessment;
    QString text = u"We "_s + featureOf(material).verb + u' ' + shownPhrase(material);
    const Scenario &scenario = assessment.scenario;
    const QString operated = operatedBriefly(material);
    if (!operated.isEmpty())
        text += u" (%1)"_s.arg(operated);
    if (scenario.budget && scenario.latePolicy == LatePolicy::ShowNothing)
        text += u", nothing after "_s + wording::budgetSaid(scenario);
    else if (const QString late = latePhrase(scenario); !late.isEmpty())
        text += u", and "_s + late;
    text += u": "_s;
    if (const QString rate = baseRateClause(assessment); !rate.isEmpty())
        text += rate + u", "_s;
    const auto &shown = assessment.experience[Share::WrongOfShown];
    Meeting wrong = meeting(
            material, ShareChange::Kind::Wrong,
            shown ? shareClause(*shown, wording::wrongGrammar(assessment)) : QString(), compared);
    Meeting missed = meeting(material, ShareChange::Kind::Missed, missClause(assessment), compared);
    const bool told =
            wrong.change != Change::NotComparable || missed.change != Change::NotComparable;
    if (told) {
        Meeting &first = wrong.change != Change::NotComparable ? wrong : missed;
        first.clause += u" at "_s + heldAgainst(material, *mainPin(material));
    }
    if (wrong.clause.isEmpty())
        return text + missed.clause + u'.';
    const bool opposed = wrong.change != Change::NotComparable
            && missed.change != Change::NotComparable && wrong.change != missed.change;
    return text + wrong.clause + (opposed ? u", but "_s : u", and "_s) + missed.clause + u'.';
}

} // namespace

int wordsIn(const QList<Section> &sections)
{
    int words = 0;
    for (const Section &section : sections) {
        words += wordCount(section.heading);
        for (const QString &text : section.paragraphs + section.bullets)
            words += wordCount(text);
        if (!section.table)
            continue;
        words += wordCount(section.table->header.join(u' '));
        for (const QStringList &row : section.table->rows)
            words += wordCount(row.join(u' '));
    }
    return words;
}

/// By the verdict, where there is one: who waits for nothing is not asked to choose.
bool latencyMayCarry(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (!assessment.scenario.budget && !assessment.experience[Share::Left])
        return false;
    if (!material.load)
        return true;
    const LoadVerdict &verdict = material.load->load.verdict;
    const bool oneAnswer = verdict.certainty() == Certainty::OneAnswer;
    return !oneAnswer || verdict.equalSteps == Failure::Latency;
}

QString titleOf(const AnswerMaterial &material)
{
    if (QString title = written(material.text.title); !title.isEmpty())
        return title;
    return (latencyMayCarry(material) ? u"Accuracy or latency: what we choose for %1"_s
                                      : u"Wrong or missed: what we choose for %1"_s)
            .arg(featureOf(material).raised.plural);
}

QString leadOf(const AnswerMaterial &material)
{
    if (material.review)
        return reviewLeadOf(material);
    constexpr int mostWords = 40;
    const QString compared = leadWith(material, true);
    return wordCount(compared) <= mostWords ? compared : leadWith(material, false);
}

QList<Section> limitSection(const AnswerMaterial &material)
{
    const QString limit = limitSentence(material);
    return limit.isEmpty() ? QList<Section>() : QList<Section>{Section{{}, {limit}, {}, {}}};
}

QList<Figure> figuresOf(const AnswerMaterial &material)
{
    FigureMaterial figure{.assessment = material.assessment,
                          .load = material.load,
                          .pins = {},
                          .lowerIsPositive = material.provenance.lowerIsPositive};
    for (std::size_t pin = 0; pin < material.pins.size(); ++pin) {
        const PinnedAnswer &answer = material.pins[pin];
        if (!isNow(material, answer))
            figure.pins.append({pinName(material, pin), answer.assessment, {}});
    }
    QList<Figure> drawn = figures(figure);
    if (material.drop)
        drawn.append(dropFigure(material));
    if (material.stages)
        drawn.append(stagesFigure(material));
    return drawn;
}

Report makeReport(const AnswerMaterial &material, Length length, const QString &date)
{
    Report report{titleOf(material), date, leadOf(material), {}, {}, {}};
    switch (length) {
    case Length::Sentence:
        report.body = limitSection(material) + reviewInShort(material) + dropInShort(material);
        break;
    case Length::Spoken:
        report.body = spokenBody(material);
        break;
    case Length::Brief:
        report.body = briefBody(material);
        report.appendix = briefAppendix(material);
        break;
    case Length::Executive:
        report.body = executiveBody(material);
        break;
    }
    return report;
}

} // namespace oneinn::report
