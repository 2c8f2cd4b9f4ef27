// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/limitnote.h"

#include "views/widgets/wrappedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace oneinn {

LimitNote::LimitNote(QWidget *parent)
    : QFrame(parent)
    , m_broken(new WrappedLabel(this))
    , m_none(new WrappedLabel(this))
    , m_wayBack(new QPushButton(this))
{
    setProperty("role", QStringLiteral("warning"));
    m_broken->setObjectName(QStringLiteral("brokenLimit"));
    m_wayBack->setObjectName(QStringLiteral("wayBack"));
    m_wayBack->setProperty("role", QStringLiteral("link"));
    m_wayBack->setCursor(Qt::PointingHandCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(2);
    layout->addWidget(m_broken);
    layout->addWidget(m_none);
    layout->addWidget(m_wayBack, 0, Qt::AlignLeft);
    connect(m_wayBack, &QPushButton::clicked, this, [this] {
        if (m_nearest)
            Q_EMIT thresholdChosen(*m_nearest);
    });
    hide();
}

void LimitNote::display(const std::optional<wording::LimitWords> &words)
{
    setVisible(words.has_value());
    const wording::LimitWords told = words.value_or(wording::LimitWords{});
    m_nearest = told.nearest;
    m_broken->setText(told.broken);
    m_wayBack->setText(told.wayBack);
    m_wayBack->setVisible(m_nearest.has_value());
    m_none->setText(told.wayBack);
    m_none->setVisible(!m_nearest);
}

} // namespace oneinn

#include "moc_limitnote.cpp"
