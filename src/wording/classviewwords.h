// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/classwords.h"

#include <cstddef>
#include <cstdint>

/// Several classes in the window, beside what the command line says of them.
namespace oneinn::wording {

/// What a cell of the matrix tells.
enum class ClassMeasure : std::uint8_t {
    Rows,          ///< so many rows
    ShareOfActual, ///< of 100 that are really of the class
    ShareOfDecided ///< of 100 that were put into it
};
QString classMeasureName(ClassMeasure measure);
/// "1,204", "88", "under 1"; empty for none at all. decided: the number of classes for "undecided".
QString classCell(const ClassReport &report, std::size_t actual, std::size_t decided,
                  ClassMeasure measure);
/// Of weights; absent where there are none to share.
std::optional<double> classCellShare(const ClassReport &report, std::size_t actual,
                                     std::size_t decided, ClassMeasure measure);
/// The cell in full: both classes, rows and both shares.
QString classCellText(const ToldClasses &told, std::size_t actual, std::size_t decided);
QString className(const ToldClasses &told, std::size_t at);

/// What was set aside, and how the scores are taken.
QStringList classAccount(std::size_t labelMissing, std::size_t scoreMissing,
                         std::size_t weightMissing, bool scoresAddUp);
QString classesHint();
/// Which way to read the matrix, and which class all that stands beside it is of.
QString classesAxes(const std::string &taken);

} // namespace oneinn::wording
