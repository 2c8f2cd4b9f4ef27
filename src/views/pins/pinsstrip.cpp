// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/pins/pinsstrip.h"

#include "views/widgets/plaintext.h"
#include "wording/pinwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace oneinn {

namespace {

constexpr int chipGap = 6;

} // namespace

PinsStrip::PinsStrip(QWidget *parent)
    : QFrame(parent)
    , m_row(new QWidget(this))
    , m_compare(new QToolButton(this))
{
    setProperty("role", QStringLiteral("pins"));
    setAccessibleName(tr("Pinned points"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setText(wording::comparePinsText());
    m_compare->setToolTip(tr("Show or hide the pinned points side by side (F6)"));
    m_compare->setShortcut(Qt::Key_F6);
    m_compare->setCheckable(true);
    m_compare->setFocusPolicy(Qt::TabFocus);
    m_compare->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_compare, &QToolButton::toggled, this, [this](bool open) {
        m_compare->setArrowType(open ? Qt::DownArrow : Qt::UpArrow);
        Q_EMIT compareToggled(open);
    });
    m_compare->setArrowType(Qt::UpArrow);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->addWidget(m_row, 1);
    layout->addWidget(m_compare);
    addChip(); // now, which gives the row its height
    m_row->setFixedHeight(m_chips.first()->sizeHint().height());
}

void PinsStrip::addChip()
{
    auto *chip = new QPushButton(m_row);
    const auto pin = static_cast<int>(m_chips.size()) - 1;
    chip->setProperty("role", QStringLiteral("chip"));
    chip->setProperty("now", pin < 0);
    chip->setFocusPolicy(Qt::TabFocus);
    if (pin < 0)
        chip->setFocusPolicy(Qt::NoFocus); // there is nothing to do with it
    else
        connect(chip, &QPushButton::clicked, this, [this, pin] { Q_EMIT pinChosen(pin); });
    m_chips.append(chip);
}

void PinsStrip::display(const QList<PinsPanel::Chip> &chips)
{
    while (m_chips.size() < chips.size())
        addChip();
    while (m_chips.size() > qMax(qsizetype{1}, chips.size()))
        delete m_chips.takeLast();
    for (qsizetype i = 0; i < chips.size(); ++i)
        write(i, chips[i]);
    fit();
}

void PinsStrip::displayNow(const PinsPanel::Chip &chip)
{
    if (write(0, chip))
        fit();
}

/// Whether it says something else than before.
bool PinsStrip::write(qsizetype place, const PinsPanel::Chip &chip)
{
    QPushButton *button = m_chips[place];
    const QString text = onButton(chip.text);
    button->setToolTip(chip.toolTip);
    if (button->text() == text)
        return false;
    button->setText(text);
    button->setAccessibleName(place == 0 ? chip.text : tr("Return to %1").arg(chip.text));
    return true;
}

void PinsStrip::setOpen(bool open)
{
    m_compare->setChecked(open);
}

void PinsStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void PinsStrip::fit()
{
    const auto widthOf = [](const QPushButton *chip) { return chip->sizeHint().width(); };
    // Now, and of the pins those that were made last.
    qsizetype first = m_chips.size();
    int needed = widthOf(m_chips.first());
    while (first > 1 && needed + chipGap + widthOf(m_chips[first - 1]) <= m_row->width())
        needed += chipGap + widthOf(m_chips[--first]);
    int x = 0;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const bool shown = i == 0 || i >= first;
        m_chips[i]->setVisible(shown);
        if (!shown)
            continue;
        m_chips[i]->setGeometry(x, 0, widthOf(m_chips[i]), m_row->height());
        x += widthOf(m_chips[i]) + chipGap;
    }
    m_compare->setText(first > 1 ? wording::compareAllPinsText(m_chips.size() - 1)
                                 : wording::comparePinsText());
}

} // namespace oneinn

#include "moc_pinsstrip.cpp"
