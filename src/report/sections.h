// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/answermaterial.h"
#include "report/report.h"

/// The parts of an answer, one file for each length.
namespace oneinn::report {

/// What is decided, as a title.
QString titleOf(const AnswerMaterial &material);
/// The answer in one sentence of at most 40 words.
QString leadOf(const AnswerMaterial &material);

/// That the choice is beyond limits, below the one sentence; nothing where it is not.
QList<Section> limitSection(const AnswerMaterial &material);

/// Said in about two minutes: paragraphs without headings.
QList<Section> spokenBody(const AnswerMaterial &material);

/// One page.
QList<Section> briefBody(const AnswerMaterial &material);
/// What stands behind it: assumptions, intervals, alternatives, how things are counted, the data.
QList<Section> briefAppendix(const AnswerMaterial &material);

/// Value, likeness, mechanics, limits; counts of 1,000 uses.
QList<Section> executiveBody(const AnswerMaterial &material);

/// How many words there are to read in sections.
int wordsIn(const QList<Section> &sections);

} // namespace oneinn::report
