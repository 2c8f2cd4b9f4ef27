// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QString>

/// A drop in one sentence.
namespace oneinn::wording {

/// To be said aloud: what happened, the first cause, and what we do first. Its numbers are those of
/// dropChangeSentence().
QString dropInASentence(const Dropped &dropped, const FeatureWords &words = {});

} // namespace oneinn::wording
