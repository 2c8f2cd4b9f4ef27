// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/factrow.h"

#include "views/widgets/wrappedlabel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace oneinn {

FactRow::FactRow(QWidget *parent)
    : QWidget(parent)
{
    constexpr int between = 10;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(between);
    hide();
}

FactRow::Box FactRow::newBox()
{
    constexpr QMargins air{10, 6, 10, 6};
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("fact"));
    const Box box{frame, new WrappedLabel(frame), new WrappedLabel(frame)};
    QFont bold = font();
    bold.setBold(true);
    box.title->setFont(bold);
    box.text->setProperty("role", QStringLiteral("detail"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(air);
    column->setSpacing(1);
    for (WrappedLabel *label : {box.title, box.text}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    column->addStretch(1);
    layout()->addWidget(frame);
    return box;
}

void FactRow::display(const QList<wording::Fact> &facts)
{
    const auto wanted = static_cast<std::size_t>(facts.size());
    while (m_boxes.size() < wanted)
        m_boxes.push_back(newBox());
    std::size_t shown = 0;
    for (const wording::Fact &fact : facts) {
        const Box &box = m_boxes[shown++];
        box.title->setText(fact.title);
        box.text->setText(fact.text);
        box.frame->show();
    }
    for (; shown < m_boxes.size(); ++shown)
        m_boxes[shown].frame->hide();
    setVisible(!facts.isEmpty());
}

} // namespace oneinn

#include "moc_factrow.cpp"
