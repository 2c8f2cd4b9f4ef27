// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pictures/picture.h"
#include "wording/stagewords.h"

namespace oneinn::report {

/// A pipeline, a column a stage: how many of 1,000 are lost at each until what is right is left;
/// below, how many more would be right if it were mended, and how long it takes, where either is
/// known. With 95 % intervals.
pictures::Picture stagesPicture(const wording::ToldPipeline &told, QSizeF size);

/// In points, for a page: less where no wait is known.
double stagesFigureHeight(const PipelineLosses &losses);

} // namespace oneinn::report
