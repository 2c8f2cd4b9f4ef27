// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/reviewpanel.h"

#include "results/results.h"
#include "results/reviewresults.h"
#include "session/session.h"
#include "views/options/reviewboxes.h"
#include "views/options/reviewends.h"
#include "views/options/reviewmarks.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/whileseen.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/reviewbandwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace oneinn {

ReviewPanel::ReviewPanel(QWidget *parent)
    : QFrame(parent)
    , m_boxes(new ReviewBoxes(this))
    , m_assumed(new WrappedLabel(this))
    , m_work(new WorkBar(this))
    , m_marks(new ReviewMarks(this))
    , m_ends(new ReviewEnds(this))
    , m_best(new QPushButton(tr("Best band"), this))
    , m_takeOver(new QPushButton(this))
    , m_told(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(this);
    constexpr int beside = 10;
    constexpr int above = 8;
    rows->setContentsMargins(beside, above, beside, above);
    rows->addWidget(m_boxes);
    rows->addWidget(m_assumed);
    rows->addWidget(m_work);
    rows->addWidget(m_marks, 3);
    rows->addWidget(buttons());
    rows->addWidget(told(), 2);
    m_assumed->setObjectName(QStringLiteral("reviewAssumed"));
    m_best->setObjectName(QStringLiteral("bestBand"));
    m_best->setToolTip(tr("Puts both marks where the band is worth most on these rows"));
}

QWidget *ReviewPanel::buttons()
{
    m_takeOver->setObjectName(QStringLiteral("takeOverBand"));
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_ends);
    row->addWidget(m_best);
    row->addWidget(m_takeOver);
    row->addStretch(1);
    return both;
}

QWidget *ReviewPanel::told()
{
    auto *content = new QWidget(this);
    QVBoxLayout *rows = rowsOnCard(content);
    m_told->setObjectName(QStringLiteral("reviewTold"));
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_told);
    rows->addStretch(1);
    return scrolledDown(content, this);
}

void ReviewPanel::setResults(Results *results)
{
    m_session = results->session();
    m_review = &results->review();
    m_marks->setSession(m_session);
    ReviewResults::Finding *finding = &m_review->finding();
    connect(m_review, &ReviewResults::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(m_review, &ReviewResults::forgotten, this, [this] { m_boxes->reset({}); });
    connect(finding, &BackgroundState::progressed, this, &ReviewPanel::renderWork);
    connect(m_work, &WorkBar::cancelRequested, finding, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, finding, &BackgroundState::resume);
    connect(m_boxes, &ReviewBoxes::edited, m_review, &ReviewResults::setReviewer);
    connect(m_best, &QPushButton::clicked, m_review, &ReviewResults::setBestBand);
    connect(m_takeOver, &QPushButton::clicked, m_review,
            [this] { m_review->setInForce(!m_review->isInForce()); });
    connect(m_marks, &ReviewMarks::edited, m_review, &ReviewResults::setBand);
    connect(m_ends, &ReviewEnds::edited, m_marks, &ReviewMarks::put);
    connect(m_ends, &ReviewEnds::stepRequested, m_marks, &ReviewMarks::step);
    whileSeen(this, [this](bool seen) { m_review->want(seen); });
}

void ReviewPanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

void ReviewPanel::renderWork()
{
    const ReviewResults::Finding &finding = m_review->finding();
    m_work->display(finding.progress(), finding.isCancelled());
}

/// What is in force stays so until it is taken back, also where it is closed by hand.
void ReviewPanel::renderButtons(const std::optional<ReviewAnswer> &now)
{
    const bool inForce = m_review->isInForce();
    m_best->setEnabled(now && m_review->band() && (now->isByHand || !inForce));
    m_takeOver->setEnabled(inForce || (now && now->band.isOpen()));
    m_takeOver->setText(inForce ? tr("&Take back this band") : tr("&Take over this band"));
    m_takeOver->setToolTip(inForce ? tr("Nobody reviews any more; the marks stay where they are")
                                   : tr("The answer and the operating point tell of it from then "
                                        "on; it can be undone"));
}

void ReviewPanel::renderState()
{
    if (!m_session->hasData())
        return;
    renderWork();
    const Scenario &scenario = m_session->scenario();
    m_boxes->display(m_review->reviewer(), scenario.words);
    m_assumed->setText(m_review->hasOwnReviewer() ? QString() : wording::reviewAssumedNote());
    m_assumed->setVisible(!m_review->hasOwnReviewer());
    const auto now = m_review->now();
    const bool isKnown = m_review->finding().isAnswered() || now;
    m_marks->setVisible(now.has_value());
    m_ends->setEnabled(now.has_value());
    renderButtons(now);
    m_told->setEnabled(now && !m_review->finding().isOutdated());
    if (!now) {
        m_told->setText(isKnown ? wording::noReviewText() : wording::reviewPendingText());
        return;
    }
    m_marks->display(m_session->assessment(), now->band);
    const wording::ReviewSaid said = wording::reviewSaid(
            scenario.combination, m_session->data().file.mapping.lowerIsPositive.value);
    m_ends->display(wording::bandSaid(now->band, said));
    m_told->setText(wording::reviewSentences(*now, m_review->finding().answer()->asked.question,
                                             said, scenario.words)
                            .join(QLatin1Char('\n')));
}

} // namespace oneinn

#include "moc_reviewpanel.cpp"
