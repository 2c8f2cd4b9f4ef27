// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/questioncard.h"

#include "views/widgets/flowrow.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/importwords.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace oneinn {

namespace {

constexpr int questionMargin = 12;
constexpr int questionSpacing = 5;
constexpr QLatin1String answerRole("answer");

} // namespace

QuestionCard::QuestionCard(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_layout(new QVBoxLayout(this))
{
    setProperty("role", kind == Kind::Asked ? QStringLiteral("warning") : QStringLiteral("card"));
    m_layout->setContentsMargins(questionMargin, 8, questionMargin, 8);
    m_layout->setSpacing(questionSpacing);
    hide();
}

void QuestionCard::display(const std::vector<RoleQuestion> &questions)
{
    for (QWidget *row : m_rows) {
        row->hide(); // one of its buttons may be what is being pressed
        row->deleteLater();
    }
    m_rows.clear();
    QStringList sentences;
    for (const RoleQuestion &question : questions)
        sentences.append(question.sentence);
    m_text = sentences.join(QLatin1Char(' '));
    setVisible(!questions.empty());
    if (questions.empty())
        return;
    QLabel *title = plainLabel(m_kind == Kind::Asked ? wording::thingsToSay(questions.size())
                                                     : tr("Noticed, and read so:"),
                               this);
    title->setProperty("role", QStringLiteral("section"));
    title->setObjectName(QStringLiteral("questionTitle"));
    m_layout->addWidget(title);
    m_rows.push_back(title);
    int number = 0;
    for (const RoleQuestion &question : questions) {
        ++number;
        addQuestion(question, questions.size() > 1 ? tr("%1. ").arg(number) : QString());
    }
    // A layout would show them only later, and until then they take no focus.
    for (QWidget *row : m_rows)
        row->show();
}

void QuestionCard::addQuestion(const RoleQuestion &question, const QString &number)
{
    auto *sentence = new WrappedLabel(this);
    sentence->setText(number + question.sentence);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(sentence);
    m_rows.push_back(sentence);
    if (question.choices.empty())
        return;
    auto *row = new FlowRow(this);
    for (const RoleChoice &choice : question.choices) {
        auto *button = answerButton(question, choice.text, row);
        const bool isRead = m_kind == Kind::Noticed && choice.isTaken;
        button->setText(isRead ? tr("\u2713 %1").arg(onButton(choice.text))
                               : onButton(choice.text));
        connect(button, &QToolButton::clicked, this,
                [this, mapping = choice.mapping] { Q_EMIT chosen(mapping); });
        row->add(button);
    }
    if (!question.more.empty())
        row->add(moreButton(question, row));
    m_layout->addWidget(row);
    m_rows.push_back(row);
}

QToolButton *QuestionCard::answerButton(const RoleQuestion &question, const QString &text,
                                        QWidget *row)
{
    auto *button = new QToolButton(row);
    button->setProperty("role", QString(answerRole));
    button->setAccessibleName(text);
    button->setAccessibleDescription(question.sentence);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *QuestionCard::moreButton(const RoleQuestion &question, QWidget *row)
{
    const QString text = tr("%n more", nullptr, static_cast<int>(question.more.size()));
    auto *button = answerButton(question, text, row);
    button->setObjectName(QStringLiteral("moreAnswers"));
    button->setText(text);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setStyleSheet(QStringLiteral("QMenu { menu-scrollable: 1; }")); // it may be of hundreds
    for (const RoleChoice &choice : question.more)
        connect(menu->addAction(onButton(choice.text)), &QAction::triggered, this,
                [this, mapping = choice.mapping] { Q_EMIT chosen(mapping); });
    button->setMenu(menu);
    return button;
}

void QuestionCard::focusFirst()
{
    for (QWidget *row : m_rows) {
        if (auto *first = row->findChild<QToolButton *>())
            return first->setFocus();
    }
}

} // namespace oneinn

#include "moc_questioncard.cpp"
