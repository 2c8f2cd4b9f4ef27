// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/learn/answereditor.h"

#include "views/widgets/dialslider.h"
#include "views/widgets/wrappedlabel.h"
#include "wording/names.h"
#include "wording/typedwait.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr int wordLines = 4;
constexpr double dialStep = 0.01; ///< of the dial, by an arrow key

QString letterAt(int place)
{
    return {QChar(char16_t(u'a' + place))};
}

QString hintFor(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Number:
        return AnswerEditor::tr("How many of 100, from 0 to 100");
    case AnswerKind::Score:
        return AnswerEditor::tr("A threshold, with a point");
    case AnswerKind::Wait:
        return AnswerEditor::tr("A wait: 350, 350 ms or 1.2 s");
    case AnswerKind::Choice:
    case AnswerKind::Ranking:
    case AnswerKind::Words:
        break;
    }
    return AnswerEditor::tr("Your answer");
}

/// A button's key, also of one that is disabled: it is no letter of the answer.
bool isMnemonic(const QKeyEvent &event)
{
    return event.modifiers() == Qt::AltModifier && !event.text().isEmpty();
}

/// As a number is typed that one has put a dial to.
QString dialText(double value, const Interval &ends)
{
    const int digits = int(std::clamp(std::ceil(2.0 - std::log10(ends.width())), 0.0, 9.0));
    return QString::number(value, 'f', digits);
}

} // namespace

AnswerEditor::AnswerEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
}

void AnswerEditor::ask(const LessonStep &step, const std::optional<Interval> &ends)
{
    delete m_content;
    m_choices = nullptr;
    m_number = nullptr;
    m_dial = nullptr;
    m_order = nullptr;
    m_orderIsMeant = false;
    m_words = nullptr;
    m_content = new QWidget(this);
    (new QVBoxLayout(m_content))->setContentsMargins({});
    m_layout->addWidget(m_content);
    switch (step.kind) {
    case AnswerKind::Choice:
        return addChoices(step);
    case AnswerKind::Ranking:
        return addOrder(step);
    case AnswerKind::Words:
        return addWords();
    case AnswerKind::Number:
    case AnswerKind::Score:
    case AnswerKind::Wait:
        break;
    }
    addNumber(step);
    if (ends)
        addDial(step, *ends);
}

void AnswerEditor::addChoices(const LessonStep &step)
{
    m_choices = new QButtonGroup(m_content);
    for (int i = 0; i < step.choices.size(); ++i) {
        const QString text = wording::visible(step.choices.at(i).text);
        auto *line = new QWidget(m_content);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        auto *button = new QRadioButton(line);
        button->setAccessibleName(text);
        button->installEventFilter(this);
        auto *says = new WrappedLabel(line);
        says->setWordWrap(true);
        says->setText(QStringLiteral("%1) %2").arg(letterAt(i), text));
        says->setProperty("choice", i);
        says->installEventFilter(this);
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(says, 1);
        m_choices->addButton(button, i);
        m_content->layout()->addWidget(line);
    }
}

void AnswerEditor::addNumber(const LessonStep &step)
{
    m_asksWait = step.kind == AnswerKind::Wait;
    m_number = new QLineEdit(m_content);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setPlaceholderText(hintFor(step.kind));
    m_number->setAccessibleName(hintFor(step.kind));
    m_number->installEventFilter(this);
    m_content->layout()->addWidget(m_number);
}

void AnswerEditor::addDial(const LessonStep &step, const Interval &ends)
{
    m_dial = new DialSlider(m_content);
    m_dial->setObjectName(QStringLiteral("dial"));
    m_dial->setAccessibleName(step.kind == AnswerKind::Score ? tr("Threshold, as a dial")
                                                             : tr("Wait, as a dial"));
    const auto scale = charts::AxisMapping::score(ends.low, ends.high);
    const auto put = [this, scale, ends](double value) {
        const QString text = dialText(std::clamp(value, ends.low, ends.high), ends);
        m_dial->display(text.toDouble(), scale, text);
        m_number->setText(text);
        Q_EMIT believed(text.toDouble());
    };
    m_dial->display(ends.low, scale, {});
    connect(m_dial, &DialSlider::dragged, this,
            [put, ends](double position) { put(ends.low + position * ends.width()); });
    connect(m_dial, &DialSlider::stepRequested, this, [this, put, ends](int steps) {
        put(m_dial->axis() + steps * dialStep * ends.width());
    });
    connect(m_dial, &DialSlider::endRequested, this,
            [put, ends](bool high) { put(high ? ends.high : ends.low); });
    connect(m_number, &QLineEdit::textEdited, this, [this, scale](const QString &text) {
        const auto value = numberIn(text);
        if (!value)
            return;
        m_dial->display(std::clamp(*value, scale.low(), scale.high()), scale, text);
        Q_EMIT believed(*value);
    });
    m_content->layout()->addWidget(m_dial);
}

/// As the lesson reads it.
std::optional<double> AnswerEditor::numberIn(const QString &text) const
{
    if (m_asksWait)
        return wording::typedWait(text);
    bool isNumber = false;
    const double number =
            QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

void AnswerEditor::believe(double value)
{
    if (!m_dial)
        return;
    // What was typed stays as it was typed.
    if (numberIn(m_number->text()) == value)
        return;
    // By significant digits: its axis may spread low scores.
    const charts::AxisMapping scale = m_dial->scale();
    const QString text = QString::number(value, 'g', 4);
    m_dial->display(std::clamp(value, scale.low(), scale.high()), scale, text);
    m_number->setText(text);
}

void AnswerEditor::addOrder(const LessonStep &step)
{
    m_order = new QListWidget(m_content);
    m_order->setObjectName(QStringLiteral("order"));
    m_order->setAccessibleName(tr("Order, most first"));
    m_order->setWordWrap(true);
    m_order->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_order->setDragDropMode(QAbstractItemView::InternalMove);
    for (int i = 0; i < step.choices.size(); ++i) {
        auto *item = new QListWidgetItem(wording::visible(step.choices.at(i).text), m_order);
        item->setData(Qt::UserRole, letterAt(i));
    }
    m_order->setCurrentRow(0);
    connect(m_order->model(), &QAbstractItemModel::rowsInserted, this, &AnswerEditor::meanOrder);
    connect(m_order->model(), &QAbstractItemModel::rowsMoved, this, &AnswerEditor::meanOrder);
    auto *hint = new WrappedLabel(m_content);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("quiet"));
    hint->setText(tr("Put the most first: drag a line, or choose it and move it."));
    auto *row = new QHBoxLayout;
    auto *up = new QPushButton(tr("Move u&p"), m_content);
    auto *down = new QPushButton(tr("Move &down"), m_content);
    up->setObjectName(QStringLiteral("up"));
    down->setObjectName(QStringLiteral("down"));
    connect(up, &QPushButton::clicked, this, [this] { moveInOrder(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveInOrder(1); });
    row->addWidget(up);
    row->addWidget(down);
    row->addStretch();
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addWidget(hint);
    column->addWidget(m_order);
    column->addLayout(row);
}

void AnswerEditor::addWords()
{
    m_words = new QPlainTextEdit(m_content);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(tr("Your answer"));
    m_words->setPlaceholderText(tr("Your answer"));
    m_words->setTabChangesFocus(true);
    m_words->installEventFilter(this);
    m_words->setFixedHeight(wordLines * m_words->fontMetrics().lineSpacing()
                            + 2 * m_words->frameWidth()
                            + int(2 * m_words->document()->documentMargin()));
    m_content->layout()->addWidget(m_words);
}

void AnswerEditor::display(const QString &typed)
{
    if (m_choices && typed.size() == 1) {
        if (auto *button = m_choices->button(typed.at(0).toLower().unicode() - u'a'))
            button->setChecked(true);
    }
    if (m_number)
        m_number->setText(typed);
    if (m_dial) {
        const charts::AxisMapping scale = m_dial->scale();
        m_dial->display(
                std::clamp(numberIn(typed).value_or(scale.low()), scale.low(), scale.high()), scale,
                typed);
    }
    if (m_order)
        orderAs(typed);
    if (m_words)
        m_words->setPlainText(typed);
    m_content->setEnabled(false);
}

QString AnswerEditor::typed() const
{
    if (m_choices)
        return m_choices->checkedId() < 0 ? QString() : letterAt(m_choices->checkedId());
    if (m_number)
        return m_number->text().trimmed();
    if (m_order)
        return m_orderIsMeant ? orderTyped() : QString();
    return m_words ? m_words->toPlainText().simplified() : QString();
}

bool AnswerEditor::isUntouchedOrder() const
{
    return m_order && !m_orderIsMeant;
}

bool AnswerEditor::chooseLetter(const QString &letter)
{
    if (!m_choices || !m_content->isEnabled() || letter.size() != 1)
        return false;
    QAbstractButton *button = m_choices->button(letter.at(0).toLower().unicode() - u'a');
    if (!button)
        return false;
    button->setChecked(true);
    button->setFocus(Qt::OtherFocusReason);
    return true;
}

QList<QWidget *> AnswerEditor::fields() const
{
    QList<QWidget *> fields;
    const auto all = m_content->findChildren<QWidget *>();
    for (QWidget *each : all) {
        // Not what a field is made of.
        const bool isPart =
                each->focusProxy() || qobject_cast<QAbstractScrollArea *>(each->parentWidget());
        if (!isPart && (each->focusPolicy() & Qt::TabFocus))
            fields.append(each);
    }
    return fields;
}

void AnswerEditor::takeFocus()
{
    QWidget *first = m_number;
    if (m_choices)
        first = m_choices->button(std::max(0, m_choices->checkedId()));
    else if (m_order)
        first = m_order;
    else if (m_words)
        first = m_words;
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void AnswerEditor::moveInOrder(int by)
{
    const int from = m_order->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_order->count())
        return;
    m_order->insertItem(to, m_order->takeItem(from));
    m_order->setCurrentRow(to);
}

QString AnswerEditor::orderTyped() const
{
    QString letters;
    for (int i = 0; i < m_order->count(); ++i)
        letters += m_order->item(i)->data(Qt::UserRole).toString();
    return letters;
}

void AnswerEditor::orderAs(const QString &typed)
{
    int place = 0;
    const QString lower = typed.toLower();
    for (const QChar letter : lower) {
        for (int i = place; i < m_order->count(); ++i) {
            if (m_order->item(i)->data(Qt::UserRole).toString() != letter)
                continue;
            m_order->insertItem(place, m_order->takeItem(i));
            ++place;
            break;
        }
    }
    m_order->setCurrentRow(0);
}

void AnswerEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !qobject_cast<QPushButton *>(focusWidget()))
        Q_EMIT submitted();
    else
        QWidget::keyPressEvent(event);
}

bool AnswerEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress;
    if (isKey && (watched == m_number || watched == m_words))
        return isMnemonic(*static_cast<QKeyEvent *>(event));
    if (auto *button = qobject_cast<QAbstractButton *>(watched))
        return isKey && chooseByArrow(button, static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::MouseButtonRelease && m_choices && m_content->isEnabled())
        m_choices->button(watched->property("choice").toInt())->click();
    return QWidget::eventFilter(watched, event);
}

/// Where none is chosen yet, arrows would move the focus alone.
bool AnswerEditor::chooseByArrow(QAbstractButton *from, int key)
{
    const bool forth = key == Qt::Key_Down || key == Qt::Key_Right;
    const bool back = key == Qt::Key_Up || key == Qt::Key_Left;
    if (!m_choices || m_choices->checkedId() >= 0 || (!forth && !back))
        return false;
    const int last = static_cast<int>(m_choices->buttons().size()) - 1;
    QAbstractButton *next =
            m_choices->button(std::clamp(m_choices->id(from) + (forth ? 1 : -1), 0, last));
    next->setChecked(true);
    next->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace oneinn

#include "moc_answereditor.cpp"
