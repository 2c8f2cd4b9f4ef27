// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/learnpanel.h"

#include "report/learnpicture.h"
#include "results/launchresults.h"
#include "results/results.h"
#include "session/session.h"
#include "views/launch/pictureview.h"
#include "views/widgets/flowrow.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/typedfield.h"
#include "views/widgets/whileseen.h"
#include "views/widgets/workbar.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/learnwords.h"
#include "wording/numbers.h"
#include "wording/releaseviewwords.h"
#include "wording/trafficwords.h"
#include "wording/typednumbers.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr QSize usualBars{720, 190};
constexpr QSize leastBars{420, 170};
constexpr double daysOfWeek = 7.0;

struct LearnTexts {
    QString uses;
    QString within;
};

LearnTexts textsOf(const LearningQuestion &question)
{
    return {question.usesAWeek ? wording::countText(*question.usesAWeek / daysOfWeek) : QString(),
            wording::shareAsTyped(question.within)};
}

} // namespace

LearnPanel::LearnPanel(QWidget *parent)
    : QFrame(parent)
    , m_uses(new TypedField(QStringLiteral("learnUses"), 12, this))
    , m_within(new TypedField(QStringLiteral("within"), 8, this))
    , m_fault(new WrappedLabel(this))
    , m_work(new WorkBar(this))
    , m_bars(new PictureView(usualBars, leastBars, this))
    , m_told(new WrappedLabel(this))
{
    setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(this);
    constexpr int beside = 10;
    constexpr int above = 8;
    rows->setContentsMargins(beside, above, beside, above);
    rows->addWidget(boxes());
    rows->addWidget(m_fault);
    rows->addWidget(m_work);
    rows->addWidget(resultPage(), 1);
    m_fault->setObjectName(QStringLiteral("learnFault"));
    m_fault->hide();
    setUpTaking();
}

LearnPanel::~LearnPanel() = default;

QWidget *LearnPanel::boxes()
{
    auto *flow = new FlowRow(this);
    m_uses->setHint(tr("as in the file"));
    const auto fault = [this](TypedField *field, const QString &text) {
        connect(field, &TypedField::refused, this, [this, text] {
            m_fault->setText(text);
            m_fault->show();
        });
        connect(field, &TypedField::understood, m_fault, &QWidget::hide);
    };
    fault(m_uses, tr("That is none. Type a whole number from 1, or nothing."));
    fault(m_within, tr("That is no share above 0 and below 1. Type one as 5 % or 1 in 20."));
    flow->add(m_uses);
    flow->add(m_within);
    return flow;
}

QWidget *LearnPanel::resultPage()
{
    m_result = new QWidget(this);
    QVBoxLayout *rows = rowsOnCard(m_result);
    m_bars->setObjectName(QStringLiteral("learnBars"));
    m_bars->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_told->setObjectName(QStringLiteral("learnTold"));
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    rows->addWidget(m_bars);
    rows->addWidget(m_told);
    rows->addStretch(1);
    return scrolledDown(m_result, this);
}

void LearnPanel::setUpTaking()
{
    m_uses->setTake([this](const QString &text) {
        LearningQuestion question = m_launch->learningQuestion();
        question.usesAWeek.reset();
        if (!text.trimmed().isEmpty()) {
            const auto uses = wording::typedCount(text);
            if (!uses || *uses < 1.0)
                return false;
            question.usesAWeek = daysOfWeek * *uses;
        }
        m_launch->askLearning(question);
        displayQuestion();
        return true;
    });
    m_within->setTake([this](const QString &text) {
        LearningQuestion question = m_launch->learningQuestion();
        const auto share = wording::typedShare(text);
        if (!share || !(*share > 0.0) || !(*share < 1.0))
            return false;
        question.within = *share;
        m_launch->askLearning(question);
        displayQuestion();
        return true;
    });
}

void LearnPanel::setResults(Results *results)
{
    m_session = results->session();
    m_launch = &results->launch();
    LaunchResults::Learning *learning = &m_launch->learning();
    connect(learning, &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(learning, &BackgroundState::progressed, this, &LearnPanel::renderWork);
    connect(m_launch, &LaunchResults::forgotten, this, &LearnPanel::forgetTyped);
    connect(m_work, &WorkBar::cancelRequested, learning, &BackgroundState::cancel);
    connect(m_work, &WorkBar::resumeRequested, learning, &BackgroundState::resume);
    whileSeen(this, [this](bool seen) { m_launch->setLearningWanted(seen); });
}

void LearnPanel::render(const Assessment & /*assessment*/)
{
    renderState();
}

void LearnPanel::displayQuestion()
{
    const LearnTexts texts = textsOf(m_launch->learningQuestion());
    m_uses->display(texts.uses);
    m_within->display(texts.within);
}

void LearnPanel::forgetTyped()
{
    const LearnTexts texts = textsOf(m_launch->learningQuestion());
    m_uses->reset(texts.uses);
    m_within->reset(texts.within);
    m_fault->hide();
}

void LearnPanel::renderState()
{
    if (!m_session || !m_session->hasData())
        return;
    const FeatureWords &words = m_session->scenario().words;
    const wording::ReleaseBoxLabels labels = wording::releaseBoxLabels(words);
    m_uses->setLabel(labels.uses);
    m_uses->setSpoken(labels.usesSpoken,
                      tr("The audit is of a week of them. Empty: of as many as "
                         "are in the file"));
    m_within->setLabel(tr("Know what is missed within"));
    m_within->setSpoken(tr("How near the share missed is to be known"), tr("As 5 % or 1 in 20"));
    displayQuestion();
    renderWork();
    const auto answer = m_launch->learning().answer();
    m_result->setVisible(answer != nullptr);
    if (!answer)
        return;
    const bool current = !m_launch->learning().isOutdated();
    m_bars->setFaded(!current);
    m_told->setEnabled(current);
    m_bars->display([answer, words](QSizeF size) {
        return report::learnPicture(answer->plan, answer->question, words, size);
    });
    m_told->setText(wording::learnSentences(answer->plan, answer->question, words)
                            .join(QStringLiteral("\n\n")));
}

void LearnPanel::renderWork()
{
    const BackgroundState &learning = m_launch->learning();
    m_work->display(learning.progress(), learning.isCancelled());
}

} // namespace oneinn

#include "moc_learnpanel.cpp"
