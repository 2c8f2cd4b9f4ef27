// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/typedfield.h"

#include "views/widgets/plaintext.h"
#include "views/widgets/typedundo.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace oneinn {

namespace {

constexpr int mostTypedCharacters = 80;

} // namespace

TypedField::TypedField(const QString &name, int characters, QWidget *parent)
    : QWidget(parent)
    , m_label(plainLabel({}, this))
    , m_line(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label);
    row->addWidget(m_line);
    constexpr int margins = 2;
    m_line->setObjectName(name);
    m_line->setMaxLength(mostTypedCharacters);
    m_line->setFixedWidth(m_line->fontMetrics().averageCharWidth() * (characters + margins));
    m_label->setBuddy(m_line);
    new TypedUndo(m_line, m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &TypedField::take);
}

void TypedField::setLabel(const QString &label)
{
    m_label->setText(onButton(label));
}

void TypedField::setHint(const QString &hint)
{
    m_line->setPlaceholderText(hint);
}

void TypedField::setSpoken(const QString &name, const QString &about)
{
    m_line->setAccessibleName(name);
    m_line->setToolTip(about);
}

void TypedField::takeWhileTyped()
{
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_take(text)) {
            m_shown = text;
            Q_EMIT understood();
        }
    });
}

void TypedField::display(const QString &text)
{
    if (m_shown != text || !m_line->isModified())
        reset(text);
}

void TypedField::reset(const QString &text)
{
    m_shown = text;
    m_line->setText(text);
    m_line->setModified(false);
}

void TypedField::take()
{
    const QString text = m_line->text();
    if (text == m_shown || m_take(text)) {
        m_shown = text;
        m_line->setModified(false);
        Q_EMIT understood();
        return;
    }
    m_line->setModified(true);
    Q_EMIT refused();
}

} // namespace oneinn

#include "moc_typedfield.cpp"
