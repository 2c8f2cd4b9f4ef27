// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/programsanswer.h"

#include "views/practise/pressedbyenter.h"
#include "views/widgets/wrappedlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace oneinn {

namespace {

WrappedLabel *textOf(const char *role, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace

ProgramsAnswer::ProgramsAnswer(QWidget *parent)
    : QWidget(parent)
    , m_hint(textOf("detail", this))
    , m_show(new QPushButton(tr("&Show the program's answer"), this))
    , m_text(textOf("detail", this))
{
    QLabel *title = textOf("section", this);
    title->setText(tr("The program's own answer"));
    m_hint->setText(tr("Tick what you said first, then hold your answer against this one."));
    m_show->setObjectName(QStringLiteral("showOwn"));
    pressedByEnter(m_show);
    m_text->setObjectName(QStringLiteral("own"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_hint);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    column->addWidget(m_text);
    column->addStretch();
    connect(m_show, &QPushButton::clicked, this, &ProgramsAnswer::reveal);
    display({});
}

void ProgramsAnswer::display(const QStringList &paragraphs)
{
    m_text->setText(paragraphs.join(QStringLiteral("\n\n")));
    m_hint->show();
    m_show->show();
    m_text->hide();
}

void ProgramsAnswer::reveal()
{
    const bool hadFocus = m_show->hasFocus();
    m_hint->hide();
    m_show->hide();
    m_text->show();
    if (hadFocus)
        m_text->setFocus();
    Q_EMIT revealed();
}

bool ProgramsAnswer::isRevealed() const
{
    return !m_text->isHidden();
}

} // namespace oneinn

#include "moc_programsanswer.cpp"
