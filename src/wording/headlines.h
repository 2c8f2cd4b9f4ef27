// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/experiencewords.h"

namespace oneinn::wording {

/// What experienceWords() says, as short as a column beside the charts has room for: the same
/// headlines, one line of detail and one of evidence. Denominators are named by the headline or in
/// few words ("good ones"); all of it stands in experienceWords().
/// whole: experienceWords(assessment).
ExperienceWords headlines(const Assessment &assessment, const ExperienceWords &whole);

} // namespace oneinn::wording
