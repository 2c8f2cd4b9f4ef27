// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/saypanel.h"

#include "views/widgets/copied.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace oneinn {

SayPanel::SayPanel(QWidget *parent)
    : QFrame(parent)
    , m_practise(new QToolButton(this))
    , m_sentences(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("saybox"));
    auto *title = plainLabel(tr("Say it"), this);
    title->setProperty("role", QStringLiteral("section"));
    auto *copyButton = new QToolButton(this);
    copyButton->setObjectName(QStringLiteral("copySay"));
    copyButton->setText(tr("Copy"));
    copyButton->setToolTip(tr("Copy the sentences to the clipboard"));
    copyButton->setAccessibleName(tr("Copy the sentences to say"));
    copyButton->setFocusPolicy(Qt::StrongFocus);
    connect(copyButton, &QToolButton::clicked, this, [this, copyButton] {
        copy();
        sayCopied(copyButton);
    });
    m_sentences->setObjectName(QStringLiteral("say"));
    m_sentences->setAccessibleName(tr("The sentences to say"));
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentences->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *row = new QHBoxLayout;
    m_practise->setObjectName(QStringLiteral("practiseSaying"));
    m_practise->setFocusPolicy(Qt::StrongFocus);
    m_practise->hide();
    row->addWidget(title, 1);
    row->addWidget(m_practise);
    row->addWidget(copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 10);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_sentences);
}

void SayPanel::display(const QString &sentences, const QString &roomFor)
{
    m_sentences->setRoomFor(roomFor);
    m_sentences->setText(sentences);
}

QString SayPanel::sentences() const
{
    return m_sentences->text();
}

void SayPanel::copy() const
{
    QGuiApplication::clipboard()->setText(sentences());
}

void SayPanel::offer(QAction *practise)
{
    m_practise->setDefaultAction(practise);
    m_practise->setAccessibleName(tr("Practise saying it"));
    m_practise->show();
}

} // namespace oneinn

#include "moc_saypanel.cpp"
