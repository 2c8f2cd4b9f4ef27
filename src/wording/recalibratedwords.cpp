// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/recalibratedwords.h"

#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"

#include <QStringList>

#include <algorithm>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString mappingOf(const ModelRecalibration &of)
{
    const QString whose = of.model ? nameText(*of.model) + u": "_s : QString();
    return whose
            + u"slope %1, intercept %2, fitted on %3"_s.arg(
                    numberText(of.bent.slope, 3), signedText(of.bent.intercept, 3),
                    of.rows == 1.0 ? u"1 row"_s : countText(of.rows) + u" rows"_s);
}

} // namespace

QString recalibratedText(const std::vector<ModelRecalibration> &models)
{
    QStringList mappings;
    for (const ModelRecalibration &model : models)
        mappings.append(mappingOf(model));
    const QString merged = std::ranges::any_of(models, &ModelRecalibration::merges)
            ? u" Scores within a millionth of 0, or of 1, differed and are one now."_s
            : QString();
    return u"Scores are recalibrated (assumption): each is what the logistic mapping makes of it "
           "(%1), and thresholds are on that scale, from 0 to 1. It was fitted on the same rows "
           "that are judged here, so on new ones the scores will come true less well; their order "
           "is as it was."_s.arg(mappings.join(u"; "_s))
            + merged;
}

QString recalibrationProblemText(const RecalibrationProblem &problem, const FeatureWords &product,
                                 bool lowerIsPositive)
{
    const QString whose = problem.model ? u"of %1 "_s.arg(nameText(*problem.model)) : QString();
    const Feature feature = featureOf(product);
    switch (problem.fault) {
    case RecalibrationFault::NoProbabilities:
        return lowerIsPositive
                ? u"--recalibrate needs probabilities of the positive, and lower scores are the "
                  "positive ones here. Write 1 less the score into a column of its own, and name "
                  "it with --score."_s
                : u"--recalibrate needs probabilities, and some scores %1lie outside 0 to 1. "
                  "Choose a column with probabilities (--score)."_s.arg(whose);
    case RecalibrationFault::Reversed:
        return u"--recalibrate: higher scores %1come true less often, so recalibrating them would "
               "turn their order round. Look at --score-direction and --positive first."_s.arg(
                       whose);
    case RecalibrationFault::NotToBeFitted:
        break;
    }
    return u"--recalibrate: what scores %1come to cannot be told from these rows: it takes %2 and "
           "%3, and scores that differ and do not part the two without exception. Leave "
           "--recalibrate out."_s.arg(whose, feature.positivesSaid(), feature.negativesSaid());
}

} // namespace oneinn::wording
