// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <QXmlStreamReader>

#include <algorithm>

namespace testsupport {

/// An element of an SVG, as any reader of XML sees it.
struct SvgElement {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;

    QString at(const char *key) const { return attributes.value(QLatin1String(key)).toString(); }
    double number(const char *key) const { return at(key).toDouble(); }
    QPointF point(const char *x, const char *y) const { return {number(x), number(y)}; }
    QList<QPointF> points() const
    {
        QList<QPointF> result;
        const QStringList pairs = at("points").split(QLatin1Char(' '));
        for (const QString &pair : pairs)
            result.append({pair.section(QLatin1Char(','), 0, 0).toDouble(),
                           pair.section(QLatin1Char(','), 1).toDouble()});
        return result;
    }
};

/// Empty if it is not well-formed.
inline QList<SvgElement> elementsOf(const QByteArray &svg)
{
    QList<SvgElement> elements;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            elements.append({reader.name().toString(), reader.attributes(), {}});
        else if (reader.isCharacters() && !elements.isEmpty())
            elements.last().text += reader.text();
    }
    return reader.hasError() ? QList<SvgElement>() : elements;
}

inline QList<SvgElement> named(const QList<SvgElement> &elements, const char *name)
{
    QList<SvgElement> result;
    std::copy_if(elements.begin(), elements.end(), std::back_inserter(result),
                 [&](const SvgElement &e) { return e.name == QLatin1String(name); });
    return result;
}

/// The text that reads so; an element without a name if there is none.
inline SvgElement textElement(const QList<SvgElement> &elements, const QString &text)
{
    for (const SvgElement &element : elements) {
        if (element.name == QLatin1String("text") && element.text == text)
            return element;
    }
    return {};
}

} // namespace testsupport
