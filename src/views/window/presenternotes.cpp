// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presenternotes.h"

#include "views/widgets/wrappedlabel.h"

#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int notesMargin = 40;
constexpr int notesSpacing = 20;

/// Of usual type: read at arm's length, standing.
constexpr double notesType = 1.5;
constexpr double sentenceType = 2.2;

void showLine(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PresenterNotes::PresenterNotes(QWidget *window)
    : QWidget(window, Qt::Window)
{
    setObjectName(QStringLiteral("presenterNotes"));
    setWindowTitle(tr("Notes"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(notesMargin, notesMargin, notesMargin, notesMargin);
    column->setSpacing(notesSpacing);
    m_place = addLine(QStringLiteral("place"), notesType);
    m_question = addLine(QStringLiteral("question"), notesType);
    m_sentence = addLine(QStringLiteral("sentence"), sentenceType);
    m_is = addLine(QStringLiteral("is"), notesType);
    m_guesses = addLine(QStringLiteral("guesses"), notesType);
    column->addStretch();
    m_next = addLine(QStringLiteral("next"), notesType);
    QLabel *keys = addLine(QStringLiteral("keys"), 1.0);
    keys->setText(tr(
            "Space reveals \u00b7 Page Down goes on, Page Up back \u00b7 digits, or letters, and "
            "Enter take a guess, Backspace takes the last one back \u00b7 Ctrl+S saves "
            "a lesson's guesses \u00b7 S simple \u00b7 B black \u00b7 "
            "Esc ends"));
}

QLabel *PresenterNotes::addLine(const QString &name, double type)
{
    auto *label = new WrappedLabel(this);
    label->setObjectName(name);
    label->setWordWrap(true);
    QFont larger = font();
    larger.setPixelSize(int(type * fontInfo().pixelSize()));
    larger.setBold(type > notesType);
    label->setFont(larger);
    static_cast<QVBoxLayout *>(layout())->addWidget(label);
    return label;
}

void PresenterNotes::display(const PresenterNote &note)
{
    showLine(m_place, note.place);
    showLine(m_question, note.question);
    showLine(m_sentence, note.revealed ? note.sentence : tr("Not told yet: %1").arg(note.sentence));
    showLine(m_is, note.is);
    showLine(m_guesses, note.guesses);
    showLine(m_next, note.next.isEmpty() ? tr("This is the last.") : tr("Next: %1").arg(note.next));
}

} // namespace oneinn

#include "moc_presenternotes.cpp"
