// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/thresholdbox.h"

#include "views/widgets/typedundo.h"
#include "wording/numbers.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QStyleOptionSpinBox>

namespace oneinn {

namespace {

/// QLocale takes "0,125" for 125: a comma that no thousands stand before is somebody's decimal one.
bool hasDecimalComma(const QString &text)
{
    static const QRegularExpression zeroAndComma(QStringLiteral("^[+-]?0*,"));
    return zeroAndComma.match(text).hasMatch();
}

} // namespace

ThresholdBox::ThresholdBox(QWidget *parent)
    : QAbstractSpinBox(parent)
{
    setAlignment(Qt::AlignRight);
    new TypedUndo(this, lineEdit());
    connect(this, &QAbstractSpinBox::editingFinished, this, &ThresholdBox::commit);
}

void ThresholdBox::display(const QString &text)
{
    m_shown = text;
    lineEdit()->setText(text);
}

QSize ThresholdBox::sizeHint() const
{
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(QStringLiteral("0.00000000")),
                     lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, text, this);
}

void ThresholdBox::stepBy(int steps)
{
    Q_EMIT stepRequested(steps);
}

QAbstractSpinBox::StepEnabled ThresholdBox::stepEnabled() const
{
    return StepUpEnabled | StepDownEnabled;
}

void ThresholdBox::commit()
{
    lineEdit()->setModified(false);
    const QString text = lineEdit()->text().trimmed();
    if (text == m_shown)
        return;
    bool ok = false;
    const double value = wording::displayLocale().toDouble(text, &ok);
    // What is no number is put back rather than guessed at.
    if (ok && qIsFinite(value) && !hasDecimalComma(text))
        Q_EMIT edited({value});
    else
        lineEdit()->setText(m_shown);
}

} // namespace oneinn

#include "moc_thresholdbox.cpp"
