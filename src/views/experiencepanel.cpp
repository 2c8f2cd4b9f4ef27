// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/experiencepanel.h"

#include "core/experience/naturalfrequency.h"
#include "ui_experiencepanel.h"
#include "wording/experiencewords.h"
#include "wording/matrixwords.h"
#include "wording/sayit.h"
#include "wording/shareline.h"
#include "wording/valuewords.h"

#include <QClipboard>
#include <QGuiApplication>

namespace oneinn {

ExperiencePanel::ExperiencePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExperiencePanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->copySay, &QToolButton::clicked, this, &ExperiencePanel::copySentences);
}

ExperiencePanel::~ExperiencePanel() = default;

void ExperiencePanel::render(const Assessment &assessment)
{
    const wording::ExperienceWords words = wording::experienceWords(assessment);
    const auto wrong = assessment.experience[Share::WrongOfShown];
    m_ui->icons->display(wrong ? std::optional(countOf(wrong->value, 100)) : std::nullopt,
                         words.wrong.detail);
    m_ui->wrong->display(words.wrong);
    m_ui->missed->display(words.missed);
    m_ui->late->display(words.late);
    m_ui->untilBad->display(words.untilBad);
    renderMatrix(assessment);
    renderOtherShares(assessment);
    const wording::ValueWords value = wording::valueWords(assessment);
    m_ui->value->setText(value.value);
    QStringList more;
    for (const QString &line : {value.nearBest, value.assumption}) {
        if (!line.isEmpty())
            more.append(line);
    }
    m_ui->valueDetail->setText(more.join(QLatin1String("; ")));
    m_ui->valueDetail->setToolTip(value.elkan);
    m_ui->say->setText(wording::sayIt(assessment));
}

void ExperiencePanel::renderMatrix(const Assessment &assessment)
{
    const wording::MatrixWords words = wording::matrixWords(assessment);
    m_ui->tp->setText(words.tp);
    m_ui->fp->setText(words.fp);
    m_ui->fn->setText(words.fn);
    m_ui->tn->setText(words.tn);
    m_ui->matrixTitle->setText(words.title.left(1).toUpper() + words.title.mid(1));
    m_ui->shownTitle->setText(words.shownColumn);
    m_ui->silentTitle->setText(words.notShownColumn);
    m_ui->positiveTitle->setText(words.positiveRow);
    m_ui->negativeTitle->setText(words.negativeRow);
    m_ui->unanswered->setText(words.late);
    m_ui->unanswered->setVisible(!words.late.isEmpty());
}

void ExperiencePanel::renderOtherShares(const Assessment &assessment)
{
    QStringList lines;
    for (const Share share : m_otherShares)
        lines.append(wording::shareName(share).name + QStringLiteral(": ")
                     + wording::shareLine(share, assessment));
    m_ui->otherShares->setText(lines.join(QLatin1Char('\n')));
    m_ui->otherShares->setVisible(!lines.isEmpty());
}

QString ExperiencePanel::sentences() const
{
    return m_ui->say->text();
}

void ExperiencePanel::copySentences() const
{
    QGuiApplication::clipboard()->setText(sentences());
}

} // namespace oneinn

#include "moc_experiencepanel.cpp"
