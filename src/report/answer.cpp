// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answer.h"

#include "report/answerwords.h"
#include "report/comparisons.h"
#include "report/sections.h"
#include "wording/experiencewords.h"
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

/// "13 of 100 suggestions shown are wrong instead of 16 by default" where the two differ.
QString comparedClause(const AnswerMaterial &material, ShareChange::Kind kind)
{
    const auto pin = mainPin(material);
    if (!pin)
        return {};
    const auto changes = changesAgainst(material, material.pins[*pin]);
    for (const ShareChange &change : changes) {
        const bool differs = change.change == Change::Fewer || change.change == Change::More;
        if (change.kind == kind && differs)
            return changeClause(change, material.assessment);
    }
    return {};
}

QString wrongClause(const AnswerMaterial &material, bool compared)
{
    const Assessment &assessment = material.assessment;
    if (nothingIsShown(assessment))
        return {};
    const QString clause =
            compared ? comparedClause(material, ShareChange::Kind::Wrong) : QString();
    return clause.isEmpty()
            ? shareClause(*assessment.experience.wrongOfShown, wording::wrongGrammar(assessment))
            : clause;
}

QString missedClause(const AnswerMaterial &material, bool compared)
{
    const QString clause =
            compared ? comparedClause(material, ShareChange::Kind::Missed) : QString();
    return clause.isEmpty() ? missClause(material.assessment) : clause;
}

QString leadWith(const AnswerMaterial &material, bool compared)
{
    const Scenario &scenario = material.assessment.scenario;
    QString choice = u"We show "_s + shownPhrase(material);
    if (const QString late = latePhrase(scenario); !late.isEmpty())
        choice += u", and "_s + late;
    const QString rate = baseRateClause(material.assessment);
    QStringList meet{wrongClause(material, compared), missedClause(material, compared)};
    meet.removeAll(QString());
    if (!rate.isEmpty())
        meet.front().prepend(rate + u", "_s);
    return choice + u": "_s + wording::joined(meet, u"and"_s) + u'.';
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

QString titleOf(const AnswerMaterial &material)
{
    if (const QString title = written(material.text.title); !title.isEmpty())
        return title;
    const Assessment &assessment = material.assessment;
    const bool timeCounts = assessment.scenario.budget || assessment.experience.left;
    return (timeCounts ? u"Accuracy or latency: what we choose for %1"_s
                       : u"Wrong or missed: what we choose for %1"_s)
            .arg(nounOf(material).plural);
}

QString leadOf(const AnswerMaterial &material)
{
    constexpr int mostWords = 40;
    const QString compared = leadWith(material, true);
    return wordCount(compared) <= mostWords ? compared : leadWith(material, false);
}

Report makeReport(const AnswerMaterial &material, Length length, const QString &date)
{
    Report report{titleOf(material), date, leadOf(material), {}, {}, {}};
    switch (length) {
    case Length::Sentence:
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
