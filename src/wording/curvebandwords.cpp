// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/curvewords.h"
#include "wording/feature.h"
#include "wording/translated.h"

namespace oneinn::wording {

QString bandName(std::optional<BandKind> kind)
{
    if (!kind)
        return translated("no band");
    return *kind == BandKind::Pointwise ? translated("band for one threshold (pointwise)")
                                        : translated("band for all thresholds (drag-safe)");
}

QString bandText(const CurveBand &band, const FeatureWords &product)
{
    if (band.tooFewUnits)
        return translated("No band: %1 or days are too few to say how different others would "
                          "be.")
                .arg(featureOf(product).person.plural);
    if (band.rows.empty())
        return translated("No band: it takes %1 and %2.")
                .arg(featureOf(product).positivesSaid(), featureOf(product).negativesSaid());
    switch (band.source) {
    case BandSource::EachThreshold:
        return translated("Pointwise band: at a threshold fixed beforehand the truth lies within "
                          "in 95 of 100 such files; not so at one picked for its looks.");
    case BandSource::IndependentUses:
        return translated("Drag-safe band: in 95 of 100 such files the truth lies within at every "
                          "threshold at once, also at the one you pick (Dvoretzky, Kiefer and "
                          "Wolfowitz; %1 independent).")
                .arg(featureOf(product).useCase.plural);
    case BandSource::DrawnAgain:
        break;
    }
    return translated("Drag-safe band: in about 95 of 100 such files the truth lies within at "
                      "every threshold at once, also at the one you pick (%2, days or %1 "
                      "drawn again 1,000 times).")
            .arg(featureOf(product).useCase.plural, featureOf(product).person.plural);
}

QString bandPendingText()
{
    return translated("The band is being worked out\u2026");
}

QString bandCancelledText()
{
    return translated("The band was not worked out.");
}

QString noBandText(ModelCurve curve)
{
    return hasBand(curve)
            ? QString()
            : translated("Bands are drawn around precision and recall, and around ROC.");
}

} // namespace oneinn::wording
