// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/learn/lessonpanel.h"

#include "document/writebytes.h"
#include "lessons/lessonlog.h"
#include "views/learn/answereditor.h"
#include "views/widgets/savedialog.h"
#include "views/widgets/savednote.h"
#include "views/widgets/scrolleddown.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int leastLessonWidth = 264; ///< beside everything else at 1024 pixels
constexpr int margin = 10;

WrappedLabel *wrapped(const char *role, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

LessonPanel::LessonPanel(QWidget *window)
    : QDockWidget(tr("Lesson"), window)
{
    setObjectName(QStringLiteral("lesson"));
    setFeatures(DockWidgetClosable); // moving it about would be for the mouse alone
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(margin, margin, margin, margin);
    makeQuestion(column);
    column->addStretch();
    makeFoot(column);
    QScrollArea *area = scrolledDown(content, this);
    area->setMinimumWidth(leastLessonWidth);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Lesson"));
    setWidget(area);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &LessonPanel::askToLeave);
}

QPushButton *LessonPanel::makeButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

void LessonPanel::makeQuestion(QVBoxLayout *column)
{
    m_title = wrapped("section", this);
    m_place = wrapped("quiet", this);
    m_place->setObjectName(QStringLiteral("place"));
    m_show = wrapped("detail", this);
    m_question = wrapped("headline", this);
    m_question->setObjectName(QStringLiteral("question"));
    m_editor = new AnswerEditor(this);
    m_answer = makeButton(tr("&Answer"), "answer");
    m_answer->setProperty("primary", true);
    m_problem = wrapped("fault", this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_told = wrapped("", this);
    m_told->setObjectName(QStringLiteral("told"));
    m_score = wrapped("section", this);
    m_score->setObjectName(QStringLiteral("score"));
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_place),
                          static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_question),
                          static_cast<QWidget *>(m_editor)})
        column->addWidget(part);
    column->addWidget(m_answer, 0, Qt::AlignLeft);
    column->addWidget(m_problem);
    column->addWidget(m_told);
    column->addWidget(m_score);
    connect(m_answer, &QPushButton::clicked, this, &LessonPanel::answer);
    connect(m_editor, &AnswerEditor::submitted, this, &LessonPanel::answer);
    connect(m_editor, &AnswerEditor::believed, this, &LessonPanel::believed);
}

void LessonPanel::makeFoot(QVBoxLayout *column)
{
    auto *steps = new QHBoxLayout;
    m_previous = makeButton(tr("Pre&vious"), "previous");
    m_next = makeButton(tr("&Next"), "next");
    steps->addWidget(m_previous);
    steps->addWidget(m_next);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("Your name, if it is to be in the file"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_save = makeButton(tr("&Save what I answered…"), "save");
    auto *ends = new QHBoxLayout;
    m_again = makeButton(tr("&Begin again"), "again");
    m_leave = makeButton(tr("&Leave"), "leave");
    m_leave->setToolTip(tr("What you answered is kept: go on at any time (Esc)"));
    ends->addWidget(m_again);
    ends->addWidget(m_leave);
    column->addLayout(steps);
    column->addWidget(m_name);
    column->addWidget(m_save);
    column->addLayout(ends);
    connect(m_previous, &QPushButton::clicked, this, [this] { go(&LessonCourse::goPrevious); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(&LessonCourse::goNext); });
    connect(m_save, &QPushButton::clicked, this, &LessonPanel::save);
    connect(m_again, &QPushButton::clicked, this, &LessonPanel::beginAgain);
    connect(m_leave, &QPushButton::clicked, this, &LessonPanel::askToLeave);
}

void LessonPanel::begin(const LessonCourse &course)
{
    m_course = course;
    m_name->clear();
    m_title->setText(wording::visible(course.lesson().lesson.title));
    show();
    raise();
    showStep();
}

bool LessonPanel::hidesPicture() const
{
    return m_course && m_course->hasSecrets();
}

void LessonPanel::go(void (LessonCourse::*step)())
{
    if (!m_course)
        return;
    ((*m_course).*step)();
    showStep();
}

void LessonPanel::showStep()
{
    const LessonStep &step = m_course->step();
    m_place->setText(tr("Step %1 of %2")
                             .arg(m_course->place() + 1)
                             .arg(m_course->lesson().lesson.steps.size()));
    setOrHide(m_show, wording::visibleLines(step.show));
    m_question->setText(wording::visibleLines(step.question));
    m_editor->ask(step, m_course->answers().dialEnds(step));
    orderTabs();
    if (const GivenAnswer *given = m_course->given())
        m_editor->display(given->typed);
    tell({});
    showAnswered();
    if (!m_course->given())
        m_editor->takeFocus();
}

/// The way to answer is made anew for each step, and so would come last.
void LessonPanel::orderTabs()
{
    QList<QWidget *> order = m_editor->fields();
    order += {m_answer, m_previous, m_next, m_name, m_save, m_again, m_leave};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

/// What an answer changes: what is told, and which ways there are to go.
void LessonPanel::showAnswered()
{
    const bool isGiven = m_course->given() != nullptr;
    const LessonScore score = m_course->score();
    setOrHide(m_told, wording::visibleLines(m_course->told().join(QStringLiteral("\n\n"))));
    setOrHide(m_score, m_course->isDone() && score.graded > 0 ? scoreSentence(score) : QString());
    m_answer->setVisible(!isGiven);
    m_next->setEnabled(m_course->hasNext());
    m_previous->setEnabled(m_course->hasPrevious());
    for (QWidget *ofAnswers : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_save),
                               static_cast<QWidget *>(m_again)})
        ofAnswers->setVisible(score.answered > 0);
    if (isGiven)
        (m_next->isEnabled() ? m_next : m_save)->setFocus(Qt::OtherFocusReason);
    Q_EMIT stepShown();
}

void LessonPanel::tell(const QString &sentence)
{
    setOrHide(m_problem, sentence);
    m_leaves = false;
}

void LessonPanel::believe(double typed)
{
    if (m_course && !m_course->given())
        m_editor->believe(typed);
}

void LessonPanel::answer()
{
    if (!m_course || m_course->given())
        return;
    if (!m_course->answer(m_editor->typed(), QDate::currentDate())) {
        tell(whyUnanswered());
        m_editor->meanOrder();
        return m_editor->takeFocus();
    }
    m_editor->display(m_course->given()->typed);
    tell({});
    keep();
    showAnswered();
}

QString LessonPanel::whyUnanswered() const
{
    if (m_editor->isUntouchedOrder())
        return tr("Nothing was moved. Move a line, or answer once more: then the order is taken "
                  "as it stands.");
    return m_editor->typed().isEmpty()
            ? tr("Answer first: then it is told what is right.")
            : whyNoAnswer(m_course->step(), m_course->answers(), m_editor->typed());
}

void LessonPanel::keep()
{
    const QString problem = keepLesson(lessonLogPath(), m_course->lesson().path, m_course->kept());
    if (!problem.isEmpty())
        tell(tr("It is not kept for another time. %1").arg(problem));
}

void LessonPanel::beginAgain()
{
    if (!m_course)
        return;
    m_course = LessonCourse(m_course->lessonPtr());
    showStep();
    keep();
}

bool LessonPanel::mayLeave()
{
    if (m_leaves || !hidesPicture())
        return true;
    tell(tr("Whoever leaves sees what the data say of the questions that are left. What you "
            "answered is kept. Leave once more to go."));
    m_leaves = true;
    return false;
}

void LessonPanel::askToLeave()
{
    if (mayLeave())
        leave();
}

void LessonPanel::leave()
{
    if (!m_course)
        return;
    m_course.reset();
    m_leaves = false;
    hide();
    Q_EMIT left();
}

void LessonPanel::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    QDockWidget::closeEvent(event);
    leave();
}

void LessonPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isPlain || !m_course || m_course->given() || !m_editor->chooseLetter(event->text()))
        return QDockWidget::keyPressEvent(event);
    tell({});
}

void LessonPanel::save()
{
    const QString path = askWhereToSave(this, tr("Save what you answered"),
                                        QStringLiteral("lesson.csv"), tr("Tables (*.csv)"));
    if (!path.isEmpty())
        saveTo(path);
}

void LessonPanel::saveTo(const QString &path)
{
    if (!m_course)
        return;
    const QByteArray csv = m_course->resultCsv(m_name->text().trimmed()).toUtf8();
    if (const auto problem = writeBytes(path, csv))
        tell(wording::problemWords(*problem).sentence());
    else
        tellSaved(this, path);
}

} // namespace oneinn

#include "moc_lessonpanel.cpp"
