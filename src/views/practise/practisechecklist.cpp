// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/practisechecklist.h"

#include "views/widgets/wrappedlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <utility>

namespace oneinn {

namespace {

constexpr int indent = 26; ///< under a box, where its text begins

WrappedLabel *lineOf(const QString &text, const char *role)
{
    auto *label = new WrappedLabel;
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    label->setText(text);
    return label;
}

} // namespace

PractiseChecklist::PractiseChecklist(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
}

void PractiseChecklist::display(const QList<ChecklistItem> &items)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    m_column->addWidget(lineOf(tr("What strong answers do: tick what you said"), "section"));
    for (const ChecklistItem &item : items)
        addItem(item);
    m_column->addStretch();
}

void PractiseChecklist::addItem(const ChecklistItem &item)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    auto *box = new QCheckBox;
    box->setAccessibleName(item.says);
    connect(box, &QCheckBox::toggled, this, &PractiseChecklist::ticked);
    row->addWidget(box, 0, Qt::AlignTop);
    row->addWidget(lineOf(item.says, ""), 1);
    m_lines.append({.box = box, .key = item.key});
    m_column->addWidget(line);
    if (item.here.isEmpty())
        return;
    WrappedLabel *here = lineOf(item.here, "quiet");
    here->setContentsMargins(indent, 0, 0, 0);
    here->hide();
    m_lines.last().here = here;
    m_column->addWidget(here);
}

void PractiseChecklist::tellData()
{
    for (const Line &line : std::as_const(m_lines)) {
        if (!line.here)
            continue;
        line.here->show();
        line.box->setAccessibleDescription(line.here->text());
    }
}

void PractiseChecklist::focusFirst()
{
    if (!m_lines.isEmpty())
        m_lines.constFirst().box->setFocus();
}

QStringList PractiseChecklist::keys(bool isTicked) const
{
    QStringList keys;
    for (const Line &line : m_lines) {
        if (line.box->isChecked() == isTicked)
            keys.append(line.key);
    }
    return keys;
}

} // namespace oneinn

#include "moc_practisechecklist.cpp"
