// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/figures.h"

namespace oneinn::report {

QList<Figure> figures(const FigureMaterial &material)
{
    QList<Figure> result{scoresFigure(material)};
    for (auto *make : {precisionRecallFigure, latencyFigure, loadFigure}) {
        if (auto figure = make(material))
            result.append(std::move(*figure));
    }
    return result;
}

} // namespace oneinn::report
