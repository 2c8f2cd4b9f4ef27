// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/experiencepanel.h"

#include "ui_experiencepanel.h"
#include "wording/headlines.h"
#include "wording/limitwords.h"
#include "wording/matrixwords.h"
#include "wording/numbers.h"
#include "wording/shareline.h"
#include "wording/valuewords.h"

namespace oneinn {

namespace {

constexpr double fewestForIcons = 10.0; ///< as shares are stated from there on

} // namespace

ExperiencePanel::ExperiencePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExperiencePanel>())
{
    m_ui->setupUi(this);
    m_ui->icons->setDrawsUnknown(false);
    connect(m_ui->limit, &LimitNote::thresholdChosen, this, &ExperiencePanel::thresholdChosen);
    const auto lead = [this](MatrixCell *from, RowCell cell) {
        connect(from, &MatrixCell::activated, this, [this, cell] { Q_EMIT rowsRequested(cell); });
    };
    lead(m_ui->tp, RowCell::Tp);
    lead(m_ui->fp, RowCell::Fp);
    lead(m_ui->fn, RowCell::Fn);
    lead(m_ui->tn, RowCell::Tn);
    connect(m_ui->unanswered, &MatrixCell::activated, this,
            [this] { Q_EMIT rowsRequested(m_unserved); });
}

ExperiencePanel::~ExperiencePanel() = default;

void ExperiencePanel::render(const Assessment &assessment)
{
    const wording::ExperienceWords whole = wording::experienceWords(assessment);
    const wording::ExperienceWords words = wording::headlines(assessment, whole);
    m_ui->icons->display(wording::wrongIcons(assessment), whole.wrong.detail);
    // Where no threshold shows enough, not even a gap for them.
    m_ui->icons->setVisible(assessment.experience.shares.uses().uses().rows >= fewestForIcons);
    m_ui->wrong->display(words.wrong, whole.wrong);
    m_ui->missed->display(words.missed, whole.missed);
    m_ui->late->display(words.late, whole.late);
    m_ui->untilBad->display(words.untilBad, whole.untilBad);
    renderMatrix(assessment);
    renderOtherShares(assessment);
    renderLimits(assessment);
}

void ExperiencePanel::renderValue(const Assessment &assessment)
{
    const wording::ValueWords value = wording::valueWords(assessment, m_within.get());
    m_ui->value->setText(value.value);
    m_ui->valueDetail->setText(value.nearRange);
    QStringList more{value.nearBest, value.assumption, value.elkan};
    more.removeAll(QString());
    for (QLabel *label :
         {static_cast<QLabel *>(m_ui->value), static_cast<QLabel *>(m_ui->valueDetail)})
        label->setToolTip(more.join(QStringLiteral("; ")));
}

void ExperiencePanel::renderLimits(const Assessment &assessment)
{
    m_ui->limit->display(wording::brokenLimits(assessment, m_within.get()));
    renderValue(assessment);
}

void ExperiencePanel::renderMatrix(const Assessment &assessment)
{
    const wording::MatrixWords words = wording::matrixWords(assessment);
    m_ui->tp->setText(words.tp);
    m_ui->fp->setText(words.fp);
    m_ui->fn->setText(words.fn);
    m_ui->tn->setText(words.tn);
    const auto name = [](QLabel *cell, const QString &row, const QString &column) {
        cell->setAccessibleName(QStringLiteral("%1, %2: %3").arg(row, column, cell->text()));
    };
    name(m_ui->tp, words.positiveRow, words.shownColumn);
    name(m_ui->fn, words.positiveRow, words.notShownColumn);
    name(m_ui->fp, words.negativeRow, words.shownColumn);
    name(m_ui->tn, words.negativeRow, words.notShownColumn);
    m_ui->matrixTitle->setText(tr("of %1:").arg(wording::countText(words.told)));
    m_ui->matrixTitle->setToolTip(words.title);
    m_ui->shownTitle->setText(words.shownColumn);
    m_ui->silentTitle->setText(words.notShownColumn);
    m_ui->positiveTitle->setText(words.positiveRow);
    m_ui->negativeTitle->setText(words.negativeRow);
    m_ui->unanswered->setText(words.late);
    const ShareContext &context = assessment.experience.shares.context();
    m_unserved = context.unanswered || !context.leavingCounts ? RowCell::Late : RowCell::Gone;
    m_ui->unanswered->setLeads(assessment.scenario.budget.has_value() || context.leavingCounts);
    m_ui->unanswered->setVisible(!words.late.isEmpty());
}

void ExperiencePanel::renderOtherShares(const Assessment &assessment)
{
    QStringList lines;
    for (const Share share : m_otherShares)
        lines.append(wording::shareName(share, assessment.scenario.words).name
                     + QStringLiteral(": ") + wording::shareLine(share, assessment));
    m_ui->otherShares->setText(lines.join(QLatin1Char('\n')));
    m_ui->otherShares->setVisible(!lines.isEmpty());
}

void ExperiencePanel::setBeside(const QString &text)
{
    m_ui->beside->setText(text);
    m_ui->beside->setVisible(!text.isEmpty());
}

void ExperiencePanel::setTold(Told told)
{
    m_told = told;
    for (StatementView *view : {m_ui->wrong, m_ui->missed, m_ui->late, m_ui->untilBad})
        view->setEvidenceShown(told != Told::HeadlinesAlone);
    m_ui->valueDetail->setVisible(told == Told::Everything);
    m_ui->icons->setSmall(told != Told::Everything);
}

} // namespace oneinn

#include "moc_experiencepanel.cpp"
