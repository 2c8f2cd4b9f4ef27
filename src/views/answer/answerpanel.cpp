// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/answer/answerpanel.h"

#include "report/alternatives.h"
#include "report/comparisons.h"
#include "report/html.h"
#include "session/session.h"
#include "ui_answerpanel.h"
#include "views/answer/answerexport.h"
#include "views/answer/answersource.h"
#include "views/widgets/copied.h"
#include "views/widgets/whileseen.h"
#include "wording/answerlabels.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

namespace oneinn {

using report::Length;

namespace {

constexpr int fieldLines = 2;

} // namespace

AnswerPanel::AnswerPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::AnswerPanel>())
{
    m_ui->setupUi(this);
    m_export = new AnswerExport(m_ui->saving, this);
    setUpLengths();
    setUpFields();
    setUpExport();
    m_ui->pending->installEventFilter(this);
    m_ui->words->setBackgroundRole(QPalette::Base);
    m_ui->words->setAutoFillBackground(true);
    // More room would stay empty; the report has a use for it.
    m_ui->wordsScroll->setMaximumHeight(m_ui->words->sizeHint().height());
}

AnswerPanel::~AnswerPanel() = default;

void AnswerPanel::setUpLengths()
{
    auto *group = new QButtonGroup(this);
    group->addButton(m_ui->sentence, static_cast<int>(Length::Sentence));
    group->addButton(m_ui->spoken, static_cast<int>(Length::Spoken));
    group->addButton(m_ui->brief, static_cast<int>(Length::Brief));
    group->addButton(m_ui->executive, static_cast<int>(Length::Executive));
    connect(group, &QButtonGroup::idClicked, this, [this] {
        m_ui->report->verticalScrollBar()->setValue(0);
        renderReport();
    });
}

void AnswerPanel::setUpFields()
{
    m_fields = {{m_ui->title, &AnswerText::title},
                {m_ui->problem, &AnswerText::problem},
                {m_ui->users, &AnswerText::users},
                {m_ui->productMetric, &AnswerText::productMetric},
                {m_ui->rollback, &AnswerText::rollback}};
    for (const Field &field : std::as_const(m_fields)) {
        const int lines = field.edit == m_ui->title ? 1 : fieldLines;
        const int frame =
                2 * (field.edit->frameWidth() + int(field.edit->document()->documentMargin()));
        field.edit->setFixedHeight(lines * field.edit->fontMetrics().lineSpacing() + frame);
        field.edit->installEventFilter(this);
        connect(field.edit, &QPlainTextEdit::textChanged, this, [this, field] {
            AnswerText text = m_session->state().text;
            text.*field.words = field.edit->toPlainText().toStdString();
            m_session->setAnswerText(text);
        });
    }
}

void AnswerPanel::setUpExport()
{
    auto *menu = new QMenu(this);
    m_export->fill(menu);
    m_ui->save->setMenu(menu);
    connect(m_ui->copy, &QAbstractButton::clicked, this, [this] {
        copy();
        sayCopied(m_ui->copy);
    });
    connect(m_ui->takeOver, &QAbstractButton::clicked, this, &AnswerPanel::takeAlternative);
    connect(m_export, &AnswerExport::failed, this, &AnswerPanel::failed);
}

void AnswerPanel::setSession(Session *session, AnswerSource *source)
{
    m_session = session;
    m_source = source;
    m_export->setSource(source, [session] { return session->data().source.path; });
    connect(source, &AnswerSource::changed, this, [this] {
        if (isVisible())
            renderReport();
    });
    connect(session, &Session::besideChanged, this, &AnswerPanel::renderWords);
    connect(session, &Session::dataChanged, this, &AnswerPanel::renderWords);
    whileSeen(this, [this](bool seen) { m_source->setWanted(seen); });
}

Length AnswerPanel::length() const
{
    return static_cast<Length>(m_ui->sentence->group()->checkedId());
}

void AnswerPanel::render(const Assessment &assessment)
{
    const QString problem = wording::problemHint(assessment.scenario.words);
    m_ui->problem->setPlaceholderText(problem);
    m_ui->problem->setToolTip(problem);
    m_ui->users->setPlaceholderText(wording::hurtHint(m_session->predictions().hasLatency()));
    renderReport();
}

void AnswerPanel::focusExport()
{
    m_ui->save->setFocus(Qt::ShortcutFocusReason);
}

void AnswerPanel::renderReport()
{
    if (!m_session->hasData())
        return;
    const bool complete = m_source->isComplete();
    m_ui->copy->setEnabled(complete);
    m_ui->save->setEnabled(complete);
    const AnswerParts parts = m_source->parts();
    renderAlternative(parts, complete);
    const report::Report report =
            parts.report(length(), QDate::currentDate(), AnswerParts::Figures::LeftOut);
    m_lead = report.lead;
    QScrollBar *bar = m_ui->report->verticalScrollBar();
    const int place = bar->value();
    m_ui->report->setHtml(report::toRichText(report, report::RichTextFor::Reading).html);
    bar->setValue(place);
}

/// What is offered stands beside its button; why there is none stands there, too.
void AnswerPanel::renderAlternative(const AnswerParts &parts, bool complete)
{
    m_compared = parts.compared;
    m_alternative.reset();
    QString text = wording::answerPendingText();
    if (complete) {
        const auto best = parts.bestAlternative();
        const bool better = best && best->verdict == ComparisonVerdict::AIsBetter;
        if (better)
            m_alternative = best->policy;
        text = better ? wording::betterAlternativeText(best->name, best->beyond)
                      : wording::noBetterAlternativeText();
    }
    m_offer = text;
    fitOffer();
    m_ui->takeOver->setEnabled(m_alternative.has_value());
    m_ui->takeOver->setToolTip(text);
    m_ui->takeOver->setAccessibleDescription(text);
}

/// As much of it as there is room for, and nothing where that would say nothing; the button tells
/// it in full.
void AnswerPanel::fitOffer()
{
    constexpr int fewestCharacters = 16;
    QLabel *label = m_ui->pending;
    const QFontMetrics metrics = label->fontMetrics();
    const bool anyRoom = label->width() >= fewestCharacters * metrics.averageCharWidth();
    label->setText(anyRoom ? metrics.elidedText(m_offer, Qt::ElideRight, label->width())
                           : QString());
    label->setToolTip(m_offer);
}

void AnswerPanel::takeAlternative()
{
    if (!m_alternative || !m_compared)
        return;
    const auto compared = m_compared; // taking it over brings another
    m_session->edit(
            edits::adopt(compared->policies[*m_alternative].candidate.policy, compared->models));
}

void AnswerPanel::renderWords()
{
    for (const Field &field : std::as_const(m_fields)) {
        const QString words = QString::fromStdString(m_session->state().text.*field.words);
        if (field.edit->toPlainText() != words)
            field.edit->setPlainText(words);
    }
}

void AnswerPanel::copy() const
{
    const report::RichText text = report::toRichText(
            m_source->parts().report(length(), QDate::currentDate(), AnswerParts::Figures::LeftOut),
            report::RichTextFor::Clipboard);
    auto *mime = new QMimeData;
    mime->setHtml(text.html);
    mime->setText(text.plain);
    QGuiApplication::clipboard()->setMimeData(mime);
}

bool AnswerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->pending) {
        if (event->type() == QEvent::Resize)
            fitOffer();
        return QFrame::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::FocusIn:
        m_session->history().beginTyping();
        break;
    case QEvent::FocusOut:
        m_session->history().endTyping();
        break;
    case QEvent::ShortcutOverride: {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace oneinn

#include "moc_answerpanel.cpp"
