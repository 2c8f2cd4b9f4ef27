// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/numberbox.h"

#include "views/widgets/typedundo.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace oneinn {

NumberBox::NumberBox(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus); // not by wheel
    new TypedUndo(this, lineEdit());
    connect(this, &QDoubleSpinBox::editingFinished, this, &NumberBox::commit);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
}

void NumberBox::display(double value)
{
    setValue(value);
    m_shown = this->value();
}

void NumberBox::setExactDecimals(int decimals)
{
    m_usualDecimals = this->decimals();
    setDecimals(decimals);
}

QSize NumberBox::sizeHint() const
{
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    QString text = QLatin1String("-0,000.")
            + QString(qMin(m_usualDecimals.value_or(decimals()), 2), QLatin1Char('0'));
    text += suffix();
    const int width = qMax(fontMetrics().horizontalAdvance(text),
                           fontMetrics().horizontalAdvance(specialValueText()));
    const QSize room(width, lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, room, this);
}

void NumberBox::stepBy(int steps)
{
    QDoubleSpinBox::stepBy(steps);
    commit();
}

QString NumberBox::textFromValue(double value) const
{
    const bool isTyped = m_isTyping || (m_typed && *m_typed == value);
    return isTyped || !m_usualDecimals ? allDigits(value) : briefly(value);
}

/// As few as come within a thousandth of it, and do not make a whole number of what is none.
QString NumberBox::briefly(double value) const
{
    constexpr int fewest = 2;
    constexpr double told = 1e-3;
    for (int few = fewest; few < decimals(); ++few) {
        const double scale = std::pow(10.0, few);
        const double rounded = std::round(value * scale) / scale;
        const bool isWhole = rounded == std::round(rounded);
        if (rounded == value || (!isWhole && std::abs(rounded - value) <= told * std::abs(value)))
            return allDigits(rounded);
    }
    return allDigits(value);
}

QString NumberBox::allDigits(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    if (!text.contains(point))
        return text;
    while (text.endsWith(locale().zeroDigit()))
        text.chop(locale().zeroDigit().size());
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

namespace {

/// "1,000" and "12,345,678", not "0,125" or "1,5".
bool areThousands(const QString &text, const QString &mark)
{
    static const QRegularExpression byComma(
            QStringLiteral("(?<![0-9])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])"));
    static const QRegularExpression byPoint(
            QStringLiteral("(?<![0-9])[1-9][0-9]{0,2}(?:[.][0-9]{3})+(?![0-9.])"));
    return (mark == QLatin1String(",") ? byComma : byPoint).match(text).hasMatch();
}

} // namespace

std::optional<QString> NumberBox::withoutThousands(const QString &text) const
{
    const QString point = locale().decimalPoint();
    QString plain = text;
    for (const QString &mark : {QStringLiteral("."), QStringLiteral(",")}) {
        if (mark == point || !plain.contains(mark))
            continue;
        if (mark == locale().groupSeparator() && areThousands(plain, mark))
            plain.remove(mark);
        else if (plain.count(mark) == 1 && !plain.contains(point))
            plain.replace(mark, point);
        else
            return std::nullopt;
    }
    return plain;
}

double NumberBox::valueFromText(const QString &text) const
{
    if (!m_isTyping && text == prefix() + textFromValue(m_shown) + suffix())
        return m_shown; // also where not all of its digits are shown
    if (!m_isTyping && !specialValueText().isEmpty() && text == specialValueText())
        return minimum(); // which may read as a number
    return QDoubleSpinBox::valueFromText(withoutThousands(text).value_or(text));
}

/// What is no number is put back, not guessed at.
void NumberBox::fixup(QString & /*text*/) const { }

QValidator::State NumberBox::validate(QString &text, int &position) const
{
    auto plain = withoutThousands(text);
    if (!plain || plain->count(locale().decimalPoint()) > 1)
        return QValidator::Intermediate; // a key that is dropped would leave another number
    int place = qMin(position, int(plain->size()));
    return QDoubleSpinBox::validate(*plain, place);
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    // Over a side panel the wheel scrolls, unless the box was chosen before.
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberBox::commit()
{
    lineEdit()->setModified(false);
    if (std::exchange(m_isTyping, false))
        m_typed = value();
    if (value() == m_shown)
        return;
    m_shown = value();
    Q_EMIT edited(m_shown);
}

} // namespace oneinn

#include "moc_numberbox.cpp"
