// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/releaseboxes.h"

#include "views/widgets/flowrow.h"
#include "views/widgets/typedfield.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/numbers.h"
#include "wording/releaseviewwords.h"
#include "wording/trafficwords.h"
#include "wording/typednumbers.h"
#include "wording/typedrelease.h"

#include <QVBoxLayout>

namespace oneinn {

namespace {

struct BoxTexts {
    QString uses;
    QString labelled;
    QString delay;
    QString stages;
};

BoxTexts textsOf(const ReleasePlanQuestion &question)
{
    return {question.usesPerDay ? wording::countText(*question.usesPerDay) : QString(),
            question.labelled ? wording::shareAsTyped(*question.labelled) : QString(),
            wording::plainNumberText(question.delayDays, 5),
            wording::stagesAsTyped(question.shares)};
}

/// Nothing typed: not said.
template<typename Value, typename Read>
bool takeOptional(std::optional<Value> &to, const QString &text, Read read)
{
    if (text.trimmed().isEmpty()) {
        to.reset();
        return true;
    }
    const std::optional<Value> value = read(text);
    if (value)
        to = value;
    return value.has_value();
}

std::optional<double> usesTyped(const QString &text)
{
    const auto uses = wording::typedCount(text);
    return uses && *uses >= 1.0 ? uses : std::nullopt;
}

} // namespace

ReleaseBoxes::ReleaseBoxes(QWidget *parent)
    : QWidget(parent)
    , m_fault(new WrappedLabel(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    constexpr int usesCharacters = 12;
    constexpr int shareCharacters = 12;
    constexpr int daysCharacters = 5;
    constexpr int stagesCharacters = 15;
    m_uses = addField(QStringLiteral("usesPerDay"), usesCharacters, tr("not known"),
                      tr("That is none. Type a whole number from 1, or nothing."));
    m_labelled = addField(QStringLiteral("labelled"), shareCharacters, tr("as in the file"),
                          tr("That is no share. Type one as 1 in 20, 5 % or 0.05, or nothing."));
    m_delay = addField(QStringLiteral("labelDelay"), daysCharacters, {},
                       tr("That is no number of days. Type one from 0 to 10,000."));
    m_stages = addField(QStringLiteral("stages"), stagesCharacters, {},
                        tr("These are no stages. Type percentages that rise, up to 100: "
                           "1, 5, 25, 100."));
    auto *flow = new FlowRow(this);
    for (TypedField *field : {m_uses, m_labelled, m_delay, m_stages})
        flow->add(field);
    m_fault->setObjectName(QStringLiteral("releaseFault"));
    m_fault->hide();
    rows->addWidget(flow);
    rows->addWidget(m_fault);
    setUpTaking();
}

TypedField *ReleaseBoxes::addField(const QString &name, int characters, const QString &hint,
                                   const QString &fault)
{
    auto *field = new TypedField(name, characters, this);
    field->setHint(hint);
    connect(field, &TypedField::refused, this, [this, fault] { tell(fault); });
    connect(field, &TypedField::understood, this, [this] { tell({}); });
    return field;
}

void ReleaseBoxes::setUpTaking()
{
    const auto taking = [this](auto &&take) {
        return [this, take](const QString &text) {
            ReleasePlanQuestion question = m_question;
            if (!take(question, text))
                return false;
            if (question != m_question) {
                m_question = question;
                Q_EMIT edited(question);
            }
            return true;
        };
    };
    m_uses->setTake(taking([](ReleasePlanQuestion &to, const QString &text) {
        return takeOptional(to.usesPerDay, text, usesTyped);
    }));
    m_labelled->setTake(taking([](ReleasePlanQuestion &to, const QString &text) {
        return takeOptional(to.labelled, text, wording::typedShare);
    }));
    m_delay->setTake(taking([](ReleasePlanQuestion &to, const QString &text) {
        const auto days = text.trimmed().isEmpty() ? 0.0 : wording::typedDays(text);
        to.delayDays = days.value_or(to.delayDays);
        return days.has_value();
    }));
    m_stages->setTake(taking([](ReleasePlanQuestion &to, const QString &text) {
        const auto shares = text.trimmed().isEmpty() ? ReleasePlanQuestion().shares
                                                     : wording::typedStages(text);
        to.shares = shares.value_or(to.shares);
        return shares.has_value();
    }));
}

void ReleaseBoxes::tell(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void ReleaseBoxes::display(const ReleasePlanQuestion &question, const FeatureWords &words)
{
    m_question = question;
    const wording::ReleaseBoxLabels labels = wording::releaseBoxLabels(words);
    m_uses->setLabel(labels.uses);
    m_labelled->setLabel(labels.labelled);
    m_delay->setLabel(tr("Days until a label"));
    m_stages->setLabel(tr("Stages, %"));
    m_uses->setSpoken(labels.usesSpoken, tr("Your assumption. Without it no days are told"));
    m_labelled->setSpoken(labels.labelledSpoken,
                          tr("1 in 20, 5 %. Empty: as in the file, else every one"));
    m_delay->setSpoken(tr("Days until a label is there"), tr("From 0 to 10,000"));
    m_stages->setSpoken(tr("Stages, percentages that rise"),
                        tr("Of 100, how many get the release in each stage"));
    const BoxTexts texts = textsOf(question);
    m_uses->display(texts.uses);
    m_labelled->display(texts.labelled);
    m_delay->display(texts.delay);
    m_stages->display(texts.stages);
}

void ReleaseBoxes::reset(const ReleasePlanQuestion &question)
{
    m_question = question;
    const BoxTexts texts = textsOf(question);
    m_uses->reset(texts.uses);
    m_labelled->reset(texts.labelled);
    m_delay->reset(texts.delay);
    m_stages->reset(texts.stages);
    tell({});
}

} // namespace oneinn

#include "moc_releaseboxes.cpp"
