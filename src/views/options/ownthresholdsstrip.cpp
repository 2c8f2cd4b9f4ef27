// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/ownthresholdsstrip.h"

#include "core/policies/ownthresholds.h"
#include "session/session.h"
#include "views/options/ownbudgetbox.h"
#include "views/options/thresholdmarks.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/thresholdbox.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/segmenthints.h"
#include "wording/segmentwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr SegmentRule offeredRules[] = {SegmentRule::MostValue, SegmentRule::EqualRecall,
                                        SegmentRule::EqualFalseAlarms,
                                        SegmentRule::EqualWrongOfShown};

QWidget *inARow(const QList<QWidget *> &all, QWidget *parent)
{
    auto *whole = new QWidget(parent);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QWidget *each : all)
        row->addWidget(each);
    row->addStretch(1);
    return whole;
}

} // namespace

OwnThresholdsStrip::OwnThresholdsStrip(QWidget *parent)
    : QWidget(parent)
    , m_rules(new QComboBox(this))
    , m_takeOver(new QPushButton(tr("&Take over"), this))
    , m_takeOverChosen(new QPushButton(tr("Take over &only the chosen one"), this))
    , m_only(new QPushButton(this))
    , m_boxLabel(plainLabel({}, this))
    , m_box(new ThresholdBox(this))
    , m_one(new QPushButton(tr("One for all again"), this))
    , m_budget(new OwnBudgetBox(this))
    , m_pays(new WrappedLabel(this))
    , m_marks(new ThresholdMarks(this))
{
    m_rules->setObjectName(QStringLiteral("segmentRule"));
    m_takeOver->setObjectName(QStringLiteral("takeOverThresholds"));
    m_takeOverChosen->setObjectName(QStringLiteral("takeOverChosenThreshold"));
    m_only->setObjectName(QStringLiteral("showOnlySegment"));
    m_box->setObjectName(QStringLiteral("segmentThreshold"));
    m_one->setObjectName(QStringLiteral("oneThreshold"));
    m_pays->setObjectName(QStringLiteral("whoPays"));
    m_pays->setWordWrap(true);
    m_pays->setTextFormat(Qt::PlainText);
    m_pays->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rules->setAccessibleName(tr("Thresholds of segments"));
    m_rules->addItem(tr("as set now"));
    for (const SegmentRule each : offeredRules)
        m_rules->addItem(wording::segmentRuleName(each), static_cast<int>(each));
    m_boxLabel->setBuddy(m_box);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    // Above: what is told of a rule moves nothing that the hand is on.
    all->addWidget(m_pays);
    all->addWidget(m_marks);
    all->addWidget(firstRow());
    all->addWidget(secondRow());
    connect(m_rules, &QComboBox::activated, this, &OwnThresholdsStrip::ruleChosen);
    connect(m_takeOver, &QPushButton::clicked, this, &OwnThresholdsStrip::takeOver);
    connect(m_takeOverChosen, &QPushButton::clicked, this, &OwnThresholdsStrip::takeOverChosen);
    connect(m_only, &QPushButton::clicked, this, &OwnThresholdsStrip::onlyRequested);
    connect(m_one, &QPushButton::clicked, this,
            [this] { m_session->edit(edits::ownThresholds(std::nullopt)); });
    connect(m_box, &ThresholdBox::edited, this, [this](Threshold threshold) {
        if (m_segment)
            setByHand(*m_segment, threshold);
    });
    connect(m_box, &ThresholdBox::stepRequested, this, [this](int steps) {
        if (m_segment)
            setByHand(*m_segment,
                      steppedThreshold(*m_index, *m_segment, m_thresholds[*m_segment], steps));
    });
    connect(m_marks, &ThresholdMarks::edited, this, &OwnThresholdsStrip::setByHand);
    connect(m_marks, &ThresholdMarks::chosen, this, [this](std::size_t segment) {
        Q_EMIT segmentChosen(m_index->segments()[segment].values);
    });
}

/// What is of all segments.
QWidget *OwnThresholdsStrip::firstRow()
{
    QLabel *label = plainLabel(tr("T&hresholds:"), this);
    label->setBuddy(m_rules);
    return inARow({label, m_rules, m_takeOver, m_takeOverChosen, m_one}, this);
}

/// What is of the one that is chosen.
QWidget *OwnThresholdsStrip::secondRow()
{
    return inARow({m_boxLabel, m_box, m_only, m_budget}, this);
}

void OwnThresholdsStrip::setSession(Session *session)
{
    m_session = session;
    m_marks->setSession(session);
    m_budget->setSession(session);
}

std::optional<SegmentRule> OwnThresholdsStrip::rule() const
{
    const QVariant rule = m_rules->currentData();
    return rule.isValid() ? std::optional(static_cast<SegmentRule>(rule.toInt())) : std::nullopt;
}

void OwnThresholdsStrip::forgetRule()
{
    m_rules->setCurrentIndex(0);
}

void OwnThresholdsStrip::render(const SegmentsAnswer &answer, const SegmentsAsked &asked,
                                const SegmentTable &table, const std::vector<Threshold> &thresholds,
                                const SegmentRow *current)
{
    m_index = answer.index;
    m_asked = asked;
    m_thresholds = thresholds;
    const bool isTried = asked.rule && answer.rule == asked.rule && answer.policy;
    m_policy = isTried ? answer.policy : nullptr;
    const wording::DifferencesOfSegment differencesOf = [&](std::size_t segment) {
        return answer.differencesOf(segment, m_thresholds[segment], asked.threshold);
    };
    m_tried = m_policy ? wording::segmentPolicySentences(table, *m_policy, *asked.rule,
                                                         m_session->scenario().words, differencesOf)
                       : QStringList();
    nameRules();
    m_chosen = current ? std::optional(current->segment) : std::nullopt;
    renderButtons(isTried);
    renderTakeOverChosen(current);
    renderBox(current);
    m_budget->render(asked, current);
    renderMarks(current);
    QStringList said = paying(answer, table, differencesOf);
    said.append(beforeAndAfter(answer, table, current));
    said.append(budgetBeforeAndAfter(answer, table, current));
    said.removeAll(QString());
    m_pays->setText(said.join(QLatin1Char(' ')));
    m_pays->setVisible(!m_pays->text().isEmpty());
}

/// In the product's own verb: "equal share of raised wrong".
void OwnThresholdsStrip::nameRules()
{
    for (const SegmentRule each : offeredRules)
        m_rules->setItemText(m_rules->findData(static_cast<int>(each)),
                             wording::segmentRuleName(each, m_session->scenario().words));
}

/// What keeps segments from having thresholds of their own here; empty: nothing.
QString OwnThresholdsStrip::trouble() const
{
    const Scenario &scenario = m_session->scenario();
    if (m_asked.by.columns.size() != 1)
        return wording::oneColumnForThresholdsText();
    if (!std::isfinite(scenario.threshold.value))
        return wording::finiteDialForThresholdsText();
    if (!m_asked.combination)
        return {};
    const auto *own = thresholdsBySegment(m_asked.combination);
    return own ? wording::otherThresholdsText(*own) : wording::severalCallsForThresholdsText();
}

void OwnThresholdsStrip::renderButtons(bool isTried)
{
    const QString why = trouble();
    m_takeOver->setEnabled(isTried && why.isEmpty());
    m_takeOver->setToolTip(why);
    m_one->setVisible(thresholdsBySegment(m_session->scenario().combination) != nullptr);
}

void OwnThresholdsStrip::renderTakeOverChosen(const SegmentRow *current)
{
    const bool isOther = m_policy && m_chosen && m_policy->segments[*m_chosen].own;
    m_takeOverChosen->setEnabled(m_takeOver->isEnabled() && isOther);
    m_takeOverChosen->setToolTip(!m_takeOver->isEnabled() ? m_takeOver->toolTip()
                                         : !current       ? tr("Choose the row of a segment first")
                                         : !isOther
                                         ? tr("%1 keeps the threshold that all have")
                                                   .arg(wording::segmentName(current->values))
                                         : tr("Only %1; all others stay as they are set now")
                                                   .arg(wording::segmentName(current->values)));
}

void OwnThresholdsStrip::renderOnly(const SegmentRow *current, bool isShownAlone)
{
    const bool isEveryone = !current || isShownAlone;
    m_only->setText(isEveryone ? tr("Show &everyone") : tr("Show only th&ese"));
    m_only->setEnabled(current || !isShownAlone);
    m_only->setToolTip(wording::segmentOnlyHint());
    m_only->setAccessibleName(
            isEveryone ? tr("Show everyone")
                       : tr("Show only %1").arg(wording::segmentName(current->values)));
}

void OwnThresholdsStrip::renderBox(const SegmentRow *current)
{
    const QString why = trouble();
    m_segment = current && !m_asked.rule && why.isEmpty() ? std::optional(current->segment)
                                                          : std::nullopt;
    m_box->setEnabled(m_segment.has_value());
    m_box->setToolTip(why.isEmpty() ? wording::thresholdByHandHint() : why);
    m_boxLabel->setText(current ? tr("%1:").arg(wording::segmentName(current->values))
                                : tr("by hand:"));
    m_box->setAccessibleName(
            current ? tr("Threshold of %1").arg(wording::segmentName(current->values))
                    : tr("Threshold of a segment"));
    m_box->display(current ? wording::ownThresholdText(current->threshold) : QString());
}

/// Also where a rule is tried: then they cannot be moved. Where segments cannot have any, there is
/// nothing to mark.
void OwnThresholdsStrip::renderMarks(const SegmentRow *current)
{
    if (!trouble().isEmpty())
        return m_marks->setVisible(false);
    m_marks->display({.index = m_index,
                      .thresholds = m_thresholds,
                      .dial = m_session->scenario().threshold,
                      .chosen = current ? std::optional(current->segment) : std::nullopt,
                      .isMovable = !m_asked.rule});
}

QStringList OwnThresholdsStrip::paying(const SegmentsAnswer &answer, const SegmentTable &table,
                                       const wording::DifferencesOfSegment &differencesOf) const
{
    if (m_asked.rule)
        return m_tried;
    if (!table.gain)
        return {};
    const FeatureWords &words = m_session->scenario().words;
    if (const SetThresholds *set = answer.setAt(m_thresholds, m_asked.threshold))
        return wording::ownThresholdsSentences(table, set->policy, set->rule, words, differencesOf);
    // While they are moved.
    return wording::ownThresholdsSentences(table, changesFromOne(*m_index, m_asked, m_thresholds),
                                           {}, words, differencesOf);
}

/// Of the segment that is chosen, else of the one that pays most.
QString OwnThresholdsStrip::beforeAndAfter(const SegmentsAnswer &answer, const SegmentTable &table,
                                           const SegmentRow *current) const
{
    const auto paying = wording::payingMostFirst(table);
    const SegmentRow *row = current && current->before ? current
            : paying.empty()                           ? nullptr
                                                       : paying.front();
    if (!row)
        return {};
    const auto *differences =
            answer.differencesOf(row->segment, m_thresholds[row->segment], m_asked.threshold);
    return wording::beforeAfterText(*row, differences, m_session->scenario().words);
}

/// Of the segment that is chosen, else of the first in the table that has a budget of its own.
QString OwnThresholdsStrip::budgetBeforeAndAfter(const SegmentsAnswer &answer,
                                                 const SegmentTable &table,
                                                 const SegmentRow *current) const
{
    const auto changeOf = [&](const SegmentRow &row) {
        return answer.budgetChangeOf(row.segment, m_thresholds[row.segment]);
    };
    const SegmentRow *row = current && changeOf(*current) ? current : nullptr;
    if (!row) {
        const auto first = std::ranges::find_if(
                table.rows, [&](const SegmentRow &each) { return changeOf(each) != nullptr; });
        row = first == table.rows.end() ? nullptr : &*first;
    }
    return row ? wording::budgetBeforeAfterText(*row, *changeOf(*row), m_session->scenario().words)
               : QString();
}

void OwnThresholdsStrip::takeOver()
{
    if (!m_policy)
        return;
    const Threshold dial = m_session->scenario().threshold;
    const auto own = takenOver(*m_index, m_policy->thresholds(), dial);
    forgetRule();
    m_session->edit(edits::ownThresholds(own));
    Q_EMIT ruleChosen();
}

/// Of what is tried; the others stay as they are set, not as they are tried.
void OwnThresholdsStrip::takeOverChosen()
{
    if (!m_policy || !m_chosen)
        return;
    const Scenario &scenario = m_session->scenario();
    const std::string &column = m_asked.by.columns.front();
    const std::string &value = m_index->segments()[*m_chosen].values.front();
    const auto tried = takenOver(*m_index, m_policy->thresholds(), scenario.threshold);
    const Threshold own = thresholdOf(tried, column, value, scenario.threshold);
    const auto taken = withThreshold(scenario.combination, column, value,
                                     own != scenario.threshold ? std::optional(own) : std::nullopt,
                                     scenario.threshold);
    forgetRule();
    m_session->edit(edits::ownThresholds(taken));
    Q_EMIT ruleChosen();
}

void OwnThresholdsStrip::setByHand(std::size_t segment, Threshold threshold)
{
    const Scenario &scenario = m_session->scenario();
    const std::string &value = m_index->segments()[segment].values.front();
    const bool isOwn = threshold != scenario.threshold;
    m_session->edit(edits::ownThresholds(
            withThreshold(scenario.combination, m_asked.by.columns.front(), value,
                          isOwn ? std::optional(threshold) : std::nullopt, scenario.threshold)));
}

} // namespace oneinn

#include "moc_ownthresholdsstrip.cpp"
