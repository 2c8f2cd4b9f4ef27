// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/reviewboxes.h"

#include "views/widgets/typedfield.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/numbers.h"
#include "wording/reviewbandwords.h"
#include "wording/typednumbers.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr double hundred = 100.0;
constexpr int digitsShown = 6;
constexpr int columns = 2;

/// "90", "2.5", also with a comma; absent for what is none.
std::optional<double> typedNumber(const QString &text, double least, double most)
{
    bool isNumber = false;
    QString plain = text.trimmed();
    const double value = plain.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/// A number of 100, or a share as it is typed elsewhere: "90", "90 %", "1 in 20".
std::optional<double> typedOfHundred(const QString &text)
{
    if (const auto number = typedNumber(text, 0.0, hundred))
        return *number / hundred;
    return wording::typedShare(text);
}

bool takeShare(double &to, const QString &text)
{
    const auto share = typedOfHundred(text);
    to = share.value_or(to);
    return share.has_value();
}

/// Nothing typed: not said.
bool takeCount(std::optional<double> &to, const QString &text, double most)
{
    if (text.trimmed().isEmpty()) {
        to.reset();
        return true;
    }
    const auto count = wording::typedCount(text);
    const bool isOne = count && *count >= 1.0 && *count <= most;
    if (isOne)
        to = count;
    return isOne;
}

bool takeMinutes(std::optional<double> &to, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        to.reset();
        return true;
    }
    const auto minutes = typedNumber(text, 0.0, mostReviewMinutes);
    const bool isOne = minutes && *minutes > 0.0;
    if (isOne)
        to = minutes;
    return isOne;
}

bool takeCost(double &to, const QString &text)
{
    const auto cost = typedNumber(text, 0.0, mostReviewCost);
    to = cost.value_or(to);
    return cost.has_value();
}

QString numberOf(const std::optional<double> &value)
{
    return value ? wording::plainNumberText(*value, digitsShown) : QString();
}

QString countOf(const std::optional<double> &value)
{
    return value ? wording::countText(*value) : QString();
}

} // namespace

ReviewBoxes::ReviewBoxes(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_fault(new WrappedLabel(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(m_grid);
    m_grid->setColumnStretch(columns, 1);
    rows->addWidget(m_fault);
    m_fault->setObjectName(QStringLiteral("reviewFault"));
    m_fault->hide();
    const QString share = tr("That is none. Type how many of 100, from 0 to 100.");
    const QString count = tr("That is none. Type a whole number from 1, or nothing.");
    m_recall =
            addField(QStringLiteral("reviewRecall"), {}, share,
                     [](Reviewer &to, const QString &text) { return takeShare(to.recall, text); });
    m_alarms = addField(
            QStringLiteral("reviewAlarms"), {}, share,
            [](Reviewer &to, const QString &text) { return takeShare(to.falseAlarms, text); });
    m_cost = addField(QStringLiteral("reviewCost"), {},
                      tr("That is no price. Type a number from 0."),
                      [](Reviewer &to, const QString &text) { return takeCost(to.cost, text); });
    m_minutes = addField(
            QStringLiteral("reviewMinutes"), tr("not told"),
            tr("That is none. Type minutes above 0, up to 10,000, or nothing."),
            [](Reviewer &to, const QString &text) { return takeMinutes(to.minutes, text); });
    m_reviews = addField(QStringLiteral("reviewsPerDay"), tr("time for all"), count,
                         [](Reviewer &to, const QString &text) {
                             return takeCount(to.reviewsPerDay, text, mostReviewsPerDay);
                         });
    m_uses = addField(QStringLiteral("reviewUsesPerDay"), tr("not known"), count,
                      [](Reviewer &to, const QString &text) {
                          return takeCount(to.usesPerDay, text, mostReviewUsesPerDay);
                      });
}

TypedField *ReviewBoxes::addField(const QString &name, const QString &hint, const QString &fault,
                                  const Take &take)
{
    constexpr int characters = 11; // of the longest that stands in an empty one
    auto *field = new TypedField(name, characters, this);
    field->setHint(hint);
    connect(field, &TypedField::refused, this, [this, fault] { tell(fault); });
    connect(field, &TypedField::understood, this, [this] { tell({}); });
    field->setTake([this, take](const QString &text) {
        Reviewer reviewer = m_reviewer;
        if (!take(reviewer, text))
            return false;
        if (reviewer != m_reviewer) {
            m_reviewer = reviewer;
            Q_EMIT edited(reviewer);
        }
        return true;
    });
    m_grid->addWidget(field, m_grid->count() / columns, m_grid->count() % columns, Qt::AlignLeft);
    return field;
}

void ReviewBoxes::tell(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void ReviewBoxes::display(const Reviewer &reviewer, const FeatureWords &words)
{
    m_reviewer = reviewer;
    const wording::ReviewBoxLabels labels = wording::reviewBoxLabels(words);
    m_recall->setLabel(labels.recall);
    m_recall->setSpoken(labels.recallSpoken, tr("Your assumption, from 0 to 100"));
    m_alarms->setLabel(labels.alarms);
    m_alarms->setSpoken(labels.alarmsSpoken, tr("Your assumption, from 0 to 100"));
    m_cost->setLabel(labels.cost);
    m_cost->setSpoken(labels.costSpoken,
                      tr("From 0, in the unit of the values, with the worth of waiting for it"));
    m_minutes->setLabel(tr("Minutes a review"));
    m_minutes->setSpoken(tr("Minutes a review takes"),
                         tr("Up to 10,000; empty: a day's work is not told"));
    m_reviews->setLabel(tr("Reviews a day"));
    m_reviews->setSpoken(tr("Reviews a day at most"),
                         tr("A whole number from 1; it counts where the %1 are known. Empty: there "
                            "is time for all")
                                 .arg(labels.uses.toLower()));
    m_uses->setLabel(labels.uses);
    m_uses->setSpoken(labels.usesSpoken,
                      tr("A whole number from 1, everybody together. Empty: no days are told"));
    m_recall->display(wording::plainNumberText(hundred * reviewer.recall, digitsShown));
    m_alarms->display(wording::plainNumberText(hundred * reviewer.falseAlarms, digitsShown));
    m_cost->display(wording::plainNumberText(reviewer.cost, digitsShown));
    m_minutes->display(numberOf(reviewer.minutes));
    m_reviews->display(countOf(reviewer.reviewsPerDay));
    m_uses->display(countOf(reviewer.usesPerDay));
}

void ReviewBoxes::reset(const Reviewer &reviewer)
{
    m_reviewer = reviewer;
    for (TypedField *field : {m_recall, m_alarms, m_cost, m_minutes, m_reviews, m_uses})
        field->reset({});
    tell({});
}

} // namespace oneinn

#include "moc_reviewboxes.cpp"
