// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QXmlStreamWriter>

#include <memory>

namespace oneinn::report {

/// The colours of a figure: blue and orange that differ for every kind of colour vision, dark
/// enough on white.
namespace ink {
inline constexpr const char *text = "#1d232b";
inline constexpr const char *quiet = "#525c68";
inline constexpr const char *axis = "#68727e";
inline constexpr const char *grid = "#e1e5ea";
inline constexpr const char *paper = "#ffffff";
inline constexpr const char *good = "#0072b2";
inline constexpr const char *goodPale = "#b5d3e7";
inline constexpr const char *bad = "#d55e00";
inline constexpr const char *pale = "#d5d9df";
} // namespace ink

/// SVG text of basic shapes, written in their order; on white, so that it can be read on any page.
/// Coordinates are user units, which are CSS pixels at full size.
class SvgPicture {
public:
    struct Shape {
        const char *fill = nullptr; ///< null: none
        const char *stroke = nullptr;
        double width = 1.0;
        const char *dashes = nullptr; ///< as in stroke-dasharray
    };
    enum class Anchor { Start, Middle, End };
    struct Lettering {
        const char *color = ink::text;
        Anchor anchor = Anchor::Start;
        bool bold = false;
        bool upwards = false; ///< turned to be read from below to above
        double size = 12.0;
    };

    /// The description is what is read to those who cannot see the picture.
    SvgPicture(QSizeF size, const QString &description);

    void rectangle(const QRectF &rectangle, const Shape &shape);
    void line(QPointF from, QPointF to, const Shape &shape);
    void polyline(const QList<QPointF> &points, const Shape &shape);
    void polygon(const QList<QPointF> &points, const Shape &shape);
    void circle(QPointF center, double radius, const Shape &shape);
    /// `at` is on the baseline.
    void text(QPointF at, const QString &text, const Lettering &lettering);

    /// The whole file; nothing can be drawn afterwards.
    QByteArray finished();

    /// How wide a text is at most in the usual sans-serif fonts: no font is at hand to measure it.
    static double textWidth(const QString &text, double size = 12.0);

private:
    void attribute(const char *name, double value);
    void attribute(const char *name, const char *value);
    void shapeAttributes(const Shape &shape);
    void points(const char *element, const QList<QPointF> &points, const Shape &shape);

    QByteArray m_bytes;
    std::unique_ptr<QXmlStreamWriter> m_writer;
};

} // namespace oneinn::report
