// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/reviewends.h"

#include "views/widgets/plaintext.h"
#include "views/widgets/thresholdbox.h"

#include <QHBoxLayout>
#include <QLabel>

namespace oneinn {

ReviewEnds::ReviewEnds(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](ReviewMarks::End end, const QString &name, const QString &label,
                         const QString &spoken) {
        auto *box = new ThresholdBox(this);
        box->setObjectName(name);
        box->setAccessibleName(spoken);
        box->setToolTip(tr("A score, or with the arrows the next one in the file"));
        auto *before = plainLabel(label, this);
        before->setBuddy(box);
        row->addWidget(before);
        row->addWidget(box);
        m_boxes[end] = box;
        connect(box, &ThresholdBox::edited, this, [this, end](Threshold typed) {
            Q_EMIT edited(end, {m_said.lowerIsPositive ? 0.0 - typed.value : typed.value});
            display(m_said); // what it was, where it was refused
        });
        connect(box, &ThresholdBox::stepRequested, this, [this, end](int steps) {
            Q_EMIT stepRequested(end, m_said.lowerIsPositive ? -steps : steps);
        });
    };
    add(ReviewMarks::From, QStringLiteral("bandFrom"), tr("from"), tr("A person decides from"));
    add(ReviewMarks::To, QStringLiteral("bandTo"), tr("to"), tr("Nobody has to look from"));
}

void ReviewEnds::display(const wording::BandSaid &said)
{
    m_said = said;
    m_boxes[ReviewMarks::From]->display(said.from);
    m_boxes[ReviewMarks::To]->display(said.to);
}

} // namespace oneinn

#include "moc_reviewends.cpp"
