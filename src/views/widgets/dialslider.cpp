// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/dialslider.h"

#include <QKeyEvent>
#include <QProxyStyle>
#include <QWheelEvent>

#include <cmath>

namespace oneinn {

namespace {

constexpr int resolution = 100000;
constexpr int pageSteps = 10;

class JumpToClickStyle final : public QProxyStyle {
public:
    using QProxyStyle::QProxyStyle;

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_Slider_AbsoluteSetButtons)
            return Qt::LeftButton;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

DialSlider::DialSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, resolution);
    auto *jumping = new JumpToClickStyle;
    jumping->setParent(this);
    setStyle(jumping);
    // Only a person's actions come here; setValue() does not.
    connect(this, &QSlider::actionTriggered, this,
            [this] { Q_EMIT dragged(double(sliderPosition()) / resolution); });
}

void DialSlider::display(double axisUnits, const charts::AxisMapping &scale, const QString &said)
{
    m_axis = axisUnits;
    m_scale = scale;
    m_said = said;
    displayPosition();
}

double DialSlider::positionOf(double axisUnits) const
{
    return (axisUnits - m_scale.low()) / (m_scale.high() - m_scale.low());
}

void DialSlider::displayPosition()
{
    // A slider that is held follows the hand, not the place where the marker comes to rest.
    if (!isSliderDown())
        setValue(int(std::lround(positionOf(m_axis) * resolution)));
}

void DialSlider::moveTo(double axisUnits)
{
    Q_EMIT dragStarted();
    Q_EMIT dragged(positionOf(axisUnits));
    Q_EMIT dragFinished();
}

void DialSlider::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT dragStarted();
    QSlider::mousePressEvent(event);
}

void DialSlider::mouseReleaseEvent(QMouseEvent *event)
{
    QSlider::mouseReleaseEvent(event);
    Q_EMIT dragFinished();
    displayPosition();
}

void DialSlider::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        Q_EMIT stepRequested(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Up:
        Q_EMIT stepRequested(1);
        return;
    case Qt::Key_PageDown:
        Q_EMIT stepRequested(-pageSteps);
        return;
    case Qt::Key_PageUp:
        Q_EMIT stepRequested(pageSteps);
        return;
    case Qt::Key_Home:
        Q_EMIT endRequested(false);
        return;
    case Qt::Key_End:
        Q_EMIT endRequested(true);
        return;
    default:
        QSlider::keyPressEvent(event);
    }
}

void DialSlider::wheelEvent(QWheelEvent *event)
{
    // A wheel over a side panel scrolls; over a dial it would change the question unasked.
    event->ignore();
}

} // namespace oneinn

#include "moc_dialslider.cpp"
