// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QString>

/// What is said of each layer of a drop, so that it fits the bars of the waterfall.
namespace oneinn::wording {

/// How a layer stands. A layer in which nothing was found may have a bar all the same: that is
/// open, not quiet.
enum class LayerStanding : std::uint8_t {
    Quiet, ///< nothing was found, and no bar that counts
    Found,
    CannotTell,
    NotKnown,     ///< nothing in the data says anything of it
    MayBeNone,    ///< nothing was found; a bar whose interval covers 0
    NoCauseNamed, ///< nothing was found; a bar that is not 0 for sure
    OtherColumns, ///< nothing was found, but the later data lack columns of the earlier ones
};
/// A bar counts from a tenth of the largest one (our choice).
LayerStanding layerStanding(const Dropped &dropped, DropLayer layer);
QString layerStandingText(LayerStanding standing);

/// Of columns that the later data lack, which says nothing by itself of what the model is given;
/// after other sentences, and empty where none is gone.
QString goneColumnsText(const std::vector<std::string> &gone);
/// One sentence a layer: what was found in it, that nothing was, or that it cannot be told; and of
/// what has a bar although nothing was found, how large it is and whether it can be told apart from
/// none.
QString dropLayerSentence(const Dropped &dropped, DropLayer layer, const FeatureWords &words = {});

/// "failures and drift.", or what is always left. What has a bar and no cause is not ruled out.
QString dropNotRuledOut(const Dropped &dropped);

} // namespace oneinn::wording
