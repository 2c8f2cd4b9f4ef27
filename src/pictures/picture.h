// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <variant>

/// Drawings as lists of what is drawn, in its order: made once, and shown by whoever shows them.
namespace oneinn::pictures {

/// What a colour is for. Which colour that is, is said where the picture is shown.
enum class Role {
    None, ///< not drawn
    Text,
    Quiet, ///< text that stands back: numbers along an axis, titles
    Axis,
    Grid,
    Paper,
    Good,
    GoodPale,
    Bad,
    Pale,      ///< neither good nor bad
    LateShade, ///< where answers come too late
};

using Ink = std::uint32_t; ///< 0xRRGGBB

/// On white: blue and orange that differ for every kind of colour vision, dark enough to read.
/// Not defined for None.
Ink onPaper(Role role);

/// How a shape is filled and outlined.
struct Shape {
    Role fill = Role::None;
    Role stroke = Role::None;
    double width = 1.0; ///< of the stroke
    double dash = 0.0;  ///< length of a dash; 0: the stroke is whole
    double gap = 0.0;   ///< between two dashes
};

enum class Anchor { Start, Middle, End };

/// How a text is written. Sizes are heights of the font in pixels.
struct Lettering {
    Role color = Role::Text;
    Anchor anchor = Anchor::Start;
    bool bold = false;
    bool upwards = false; ///< turned to be read from below to above
    double size = 12.0;
};

struct Rectangle {
    QRectF area;
    Shape shape;
};
struct Line {
    QPointF from;
    QPointF to;
    Shape shape;
};
struct Polyline {
    QList<QPointF> corners;
    Shape shape;
};
struct Circle {
    QPointF center;
    double radius = 0.0;
    Shape shape;
};
struct Text {
    QPointF at; ///< on the baseline
    QString text;
    Lettering lettering;
};
using Element = std::variant<Rectangle, Line, Polyline, Circle, Text>;

/// Lengths are CSS pixels at full size, downwards from the upper left corner. Texts come out as
/// wording::visible() shows them, whoever wrote them.
class Picture {
public:
    Picture() = default;
    /// On paper of its own, so that it can be read on any page. The description is what is read to
    /// those who cannot see the picture.
    Picture(QSizeF size, const QString &description);

    QSizeF size() const { return m_size; }
    const QString &description() const { return m_description; }
    const QList<Element> &elements() const { return m_elements; }

    void add(const Element &element);
    void rectangle(const QRectF &area, const Shape &shape);
    void line(QPointF from, QPointF to, const Shape &shape);
    void polyline(const QList<QPointF> &corners, const Shape &shape);
    void circle(QPointF center, double radius, const Shape &shape);
    /// `at` is on the baseline.
    void text(QPointF at, const QString &text, const Lettering &lettering);

private:
    QSizeF m_size;
    QString m_description;
    QList<Element> m_elements;
};

/// How wide a text is at most in the usual sans-serif fonts: no font is at hand to measure it.
double textWidth(const QString &text, double size = Lettering().size);

} // namespace oneinn::pictures
