// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/limitslist.h"

#include "core/questions.h"
#include "presets/presetreviewers.h"
#include "session/session.h"
#include "ui_limitslist.h"
#include "views/widgets/plaintext.h"
#include "wording/feature.h"
#include "wording/phrases.h"

#include <QCheckBox>
#include <QLabel>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int precisionDecimals = 9; ///< no number that a person types is rounded

} // namespace

LimitsList::LimitsList(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LimitsList>())
{
    m_ui->setupUi(this);
    const FieldRow &precision = rowOf(Field::PrecisionLimit);
    m_ui->precisionLimit->setRange(100.0 * precision.least, 100.0 * precision.most);
    m_ui->wrongOneIn->setRange(1.0, 1.0 / limits::leastShare);
    for (NumberBox *box : {m_ui->precisionLimit, m_ui->wrongOneIn}) {
        box->setExactDecimals(precisionDecimals);
        box->display(box->value()); // what is offered is no edit
    }
    m_boxes = FieldBoxes({
            {m_ui->missedOf100, Field::MissedAtMost, BoxUnit::Percent},
            {m_ui->answeredWait, Field::AnsweredWait},
            {m_ui->answeredOf100, Field::AnsweredShare, BoxUnit::Percent},
            {m_ui->goneOf100, Field::GoneAtMost, BoxUnit::Percent},
            {m_ui->shownPerDay, Field::ShownPerDay},
            {m_ui->usesPerDay, Field::UsesPerDay},
    });
    connect(m_ui->precisionLimit, &NumberBox::edited, this,
            [this](double percent) { askForPrecision(percent / 100.0); });
    connect(m_ui->wrongOneIn, &NumberBox::edited, this,
            [this](double uses) { askForPrecision(1.0 - 1.0 / uses); });
    connectLimit(m_ui->missed, Field::MissedAtMost, {});
    connectLimit(m_ui->answered, Field::AnsweredWait, {Field::AnsweredShare});
    connectLimit(m_ui->gone, Field::GoneAtMost, {});
    connectLimit(m_ui->shown, Field::ShownPerDay, {});
    m_ui->mostReviewsPerDay->display(m_ui->mostReviewsPerDay->value());
    connect(m_ui->reviewed, &QCheckBox::clicked, this, [this](bool on) {
        limitReviews(on ? std::optional(m_ui->mostReviewsPerDay->value()) : std::nullopt);
    });
    connect(m_ui->mostReviewsPerDay, &NumberBox::edited, this,
            [this](double reviews) { limitReviews(reviews); });
    // A number that is typed is asked for: here both, before each box says its own alone.
    for (NumberBox *box : {m_ui->answeredWait, m_ui->answeredOf100}) {
        connect(box, &NumberBox::edited, this, [this] {
            if (!m_session->scenario().targets.answered)
                ask(Field::AnsweredWait, {Field::AnsweredShare});
        });
    }
}

LimitsList::~LimitsList() = default;

void LimitsList::setSession(Session *session)
{
    m_session = session;
    m_boxes.connectTo(session);
    connect(session, &Session::besideChanged, this, &LimitsList::renderReviews);
}

/// The reviewer's own number of reviews a day, of as many uses a day as everywhere.
void LimitsList::limitReviews(std::optional<double> reviewsPerDay)
{
    ReviewSetting review = m_session->state().review;
    const Scenario &scenario = m_session->scenario();
    Reviewer reviewer = reviewQuestion(scenario, review).reviewer;
    reviewer.reviewsPerDay = reviewsPerDay;
    if (reviewsPerDay && !reviewer.usesPerDay)
        reviewer.usesPerDay = scenario.targets.usesPerDay;
    review.reviewer = reviewer;
    m_session->setReview(review);
}

/// What is not asked keeps the number that it had.
void LimitsList::renderReviews()
{
    const auto &reviewer = m_session->state().review.reviewer;
    const auto most = reviewer ? reviewer->reviewsPerDay : std::nullopt;
    m_ui->reviewed->setChecked(most.has_value());
    if (most)
        m_ui->mostReviewsPerDay->display(*most);
}

void LimitsList::connectLimit(QCheckBox *asked, Field field, const QList<Field> &with)
{
    connect(asked, &QCheckBox::clicked, this, [this, field, with](bool on) {
        if (on)
            ask(field, with);
        else
            m_session->edit(field, std::nullopt);
    });
}

void LimitsList::ask(Field field, const QList<Field> &with)
{
    m_session->history().beginGesture(); // one step of undo
    m_session->edit(field, m_boxes.value(field));
    for (const Field other : with)
        m_session->edit(other, m_boxes.value(other));
    m_session->history().endGesture();
}

/// A target on wrong ones, of a preset or a session, is the same limit: it goes into this one.
void LimitsList::askForPrecision(double precision)
{
    m_session->history().beginGesture();
    m_session->edit(Field::WrongAtMost, std::nullopt);
    m_session->edit(Field::PrecisionLimit, precision);
    m_session->history().endGesture();
}

void LimitsList::renderLabels(const wording::Feature &feature)
{
    m_ui->wrongOf->setText(tr("%1: precision").arg(feature.done));
    m_ui->missedOf->setText(tr("of 100 %1").arg(feature.positivesBriefly()));
    m_ui->missedOf100->setAccessibleName(
            tr("Missed at most, of 100 %1").arg(feature.positive.plural));
    m_ui->missedOf100->setToolTip(
            tr("So many of 100 %1 may be missed").arg(feature.positive.plural));
    for (QLabel *of : {m_ui->answeredOf, m_ui->goneOf})
        of->setText(tr("of 100 %1").arg(feature.useCaseBriefly()));
    const QString of100 = tr("of 100 %1").arg(feature.useCase.plural);
    const QString person = feature.person.singular;
    m_ui->answeredOf100->setAccessibleName(tr("Answered in time, %1").arg(of100));
    m_ui->answeredOf100->setToolTip(tr("At least so many %1").arg(of100));
    m_ui->gone->setAccessibleName(tr("Ask for a limit on %1 gone").arg(feature.person.plural));
    m_ui->gone->setToolTip(tr("Of all %1, how many may end with their %2 gone: by your patience")
                                   .arg(feature.useCase.plural, person));
    m_ui->goneOf100->setAccessibleName(tr("Gone at most, %1").arg(of100));
    m_ui->goneOf100->setToolTip(tr("So many %1 may end with their %2 gone").arg(of100, person));
    const QString together = tr("all %1 together").arg(feature.person.plural);
    m_ui->shownPerDay->setToolTip(tr("On average, %1").arg(together));
    m_ui->usesPerDay->setAccessibleName(
            tr("%1 a day").arg(wording::capitalised(feature.useCase.plural)));
    m_ui->usesPerDay->setToolTip(tr("%1: your assumption").arg(wording::capitalised(together)));
    const QString done = wording::capitalised(feature.done);
    // Its key is the one letter that no control beside it has; words without it have none.
    QString title = onButton(done);
    if (const auto key = title.indexOf(u'h', 1, Qt::CaseInsensitive); key > 0)
        title.insert(key, u'&');
    m_ui->shown->setText(tr("%1 at most").arg(title));
    m_ui->shown->setAccessibleName(
            tr("Ask for a limit on how many are %1 a day").arg(feature.done));
    m_ui->shown->setToolTip(tr("How many may be %1 a day").arg(feature.done));
    m_ui->shownPerDay->setAccessibleName(tr("%1 at most, a day").arg(done));
    m_ui->shownOf->setText(tr("%1 a day (your assumption)").arg(feature.useCaseBriefly()));
    m_ui->reviewedOf->setText(tr("a day, of as many %1 a day").arg(feature.useCaseBriefly()));
}

void LimitsList::render(const Scenario &scenario)
{
    renderLabels(wording::featureOf(scenario.words));
    // What is not asked keeps the number that it had.
    m_boxes.display(scenario);
    const double wrong = *limitsOf(scenario).wrongOfShown;
    m_ui->precisionLimit->display(100.0 * (1.0 - wrong));
    m_ui->wrongOneIn->display(1.0 / std::max(wrong, limits::leastShare));
    const Targets &targets = scenario.targets;
    m_ui->missed->setChecked(targets.missed.has_value());
    m_ui->answered->setChecked(targets.answered.has_value());
    m_ui->gone->setChecked(targets.gone.has_value());
    m_ui->shown->setChecked(targets.shownPerDay.has_value());
    renderReviews();
    // Without latencies there is nothing to ask, but what was asked of another file.
    const bool timed = m_session->predictions().hasLatency();
    for (QWidget *part : QList<QWidget *>{m_ui->answered, m_ui->answeredWait, m_ui->answeredFor,
                                          m_ui->answeredOf100, m_ui->answeredOf})
        part->setVisible(timed || targets.answered.has_value());
    for (QWidget *part : QList<QWidget *>{m_ui->gone, m_ui->goneOf100, m_ui->goneOf})
        part->setVisible(timed || targets.gone.has_value());
}

} // namespace oneinn

#include "moc_limitslist.cpp"
