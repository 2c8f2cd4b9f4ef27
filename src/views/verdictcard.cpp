// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/verdictcard.h"

#include "charts/charttheme.h"
#include "results/results.h"
#include "views/lossbars.h"
#include "views/plaintext.h"
#include "wording/verdictwords.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr int headlineLines = 2;

} // namespace

VerdictCard::VerdictCard(QWidget *parent)
    : QAbstractButton(parent)
    , m_headline(plainLabel({}, this))
    , m_bars(new LossBars(this))
    , m_note(plainLabel({}, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *title = plainLabel(tr("What carries it"), this);
    title->setProperty("role", QStringLiteral("section"));
    m_headline->setObjectName(QStringLiteral("verdictHeadline"));
    m_note->setProperty("role", QStringLiteral("quiet"));
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setWordWrap(true);
    m_headline->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Room for the longest, so that nothing jumps.
    m_headline->setFixedHeight(headlineLines * QFontMetrics(bold).lineSpacing() + 2);
    m_bars->setSize(LossBars::Size::Small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 8);
    layout->setSpacing(3);
    for (QWidget *part : QList<QWidget *>{title, m_headline, m_bars, m_note}) {
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout->addWidget(part);
    }
    m_headline->setText(wording::verdictPendingText());
    m_note->setText(wording::smallBarsNote());
    setAccessibleName(wording::verdictPendingText());
}

void VerdictCard::setResults(const Results *results)
{
    connect(&results->load(), &BackgroundState::changed, this,
            [this, results] { render(*results); });
}

void VerdictCard::render(const Results &results)
{
    const auto &known = results.load().answer();
    const bool outdated = results.load().isOutdated();
    m_bars->setFaded(outdated);
    m_headline->setEnabled(!outdated);
    m_note->setText(outdated ? wording::verdictPendingText() : wording::smallBarsNote());
    if (outdated && known)
        return;
    if (!known) {
        const QString text = results.load().isPending() || !results.load().isAnswered()
                ? wording::verdictPendingText()
                : wording::noVerdictText();
        m_headline->setText(text);
        m_bars->display({}, 0.0);
        setAccessibleName(text);
        m_note->clear();
        return;
    }
    const LoadBearing &load = known->load;
    const wording::VerdictWords words = wording::verdictWords(*known);
    const auto bars = lossBars(words.equalSteps, load.equalSteps, load.equalStepsRange);
    double longest = 0.0;
    for (const LossBar &bar : bars)
        longest = std::max(longest, std::abs(bar.loss));
    m_headline->setText(words.headline);
    m_bars->display(bars, longest);
    const QString sentence = wording::verdictSentence(words);
    setAccessibleName(sentence);
    setToolTip(sentence);
}

QSize VerdictCard::sizeHint() const
{
    return layout()->sizeHint();
}

QSize VerdictCard::minimumSizeHint() const
{
    return layout()->minimumSize();
}

void VerdictCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = charts::ChartColors::fromPalette(palette());
    painter.fillRect(rect(), isDown() ? colors.shownShade : colors.background);
    painter.setPen(QPen(colors.grid, 1.0));
    painter.drawLine(rect().topLeft(), rect().topRight());
    if (!hasFocus() && !underMouse())
        return;
    painter.setPen(QPen(colors.good, hasFocus() ? 2.0 : 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 6, 6);
}

void VerdictCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void VerdictCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace oneinn

#include "moc_verdictcard.cpp"
