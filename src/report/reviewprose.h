// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"
#include "wording/reviewbandwords.h"

/// A band that is in force, in an answer. Each but the first two needs material with one.
namespace oneinn::report {

/// Below a lead that tells it; nothing without a band.
QList<Section> reviewInShort(const AnswerMaterial &material);
/// What numbers of the single threshold are not: with a person. Nothing without a band.
QList<Section> reviewAside(const AnswerMaterial &material);
/// The answer in one sentence.
QString reviewLeadOf(const AnswerMaterial &material);
/// "We raise alerts from a score of 0.31 up, and from 0.013 to 0.31 a person decides."; below a
/// lead that lists what segments have of their own.
QString reviewChoiceOf(const AnswerMaterial &material);
/// Where it begins and ends, as a choice is named: "a person from 0.013 to 0.31".
QString reviewChoiceName(const AnswerMaterial &material);
wording::ReviewParts reviewPartsOf(const AnswerMaterial &material);
/// All that the view says of it.
Section reviewSection(const AnswerMaterial &material);

} // namespace oneinn::report
