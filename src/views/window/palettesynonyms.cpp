// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/palettesynonyms.h"

#include <QHash>

namespace oneinn {

QString paletteSynonyms(const QString &objectName)
{
    using namespace Qt::StringLiterals;
    static const QHash<QString, QString> known{
            {u"dataPage"_s, u"table csv records missing excluded set aside preview"_s},
            {u"columnsPage"_s, u"mapping schema fields label score roles import"_s},
            {u"toolsPage"_s,
             u"scikit-learn sklearn weka datarobot orange h2o torchmetrics metrics "
             "auc f1 accuracy log loss brier"_s},
            {u"productPage"_s,
             u"costs prices payoff utility benefit assumptions preset patience"_s},
            {u"trafficPage"_s, u"base rate prevalence prior mix distribution segments share"_s},
            {u"verdictPage"_s,
             u"load-bearing load bearing constraint bottleneck sensitivity "
             "tornado limiting factor"_s},
            {u"tradeoff"_s, u"threshold cutoff histogram scores precision recall latency budget"_s},
            {u"planePage"_s, u"heat map surface plane contour threshold latency budget"_s},
            {u"targetsPage"_s, u"goals constraints limits sla slo feasible requirements"_s},
            {u"policiesPage"_s,
             u"alternatives compare models cascade fallback ensemble frontier "
             "pareto routing hedging"_s},
            {u"segmentsPage"_s,
             u"slices groups subgroups cohorts fairness thresholds per segment"_s},
            {u"classesPage"_s, u"multiclass confusion matrix several classes"_s},
            {u"doubtsPage"_s, u"confidence uncertainty bootstrap interval error bars resamples"_s},
            {u"calibrationPage"_s, u"reliability diagram ece brier probabilities platt isotonic"_s},
            {u"curvesPage"_s, u"roc auc lift gain det cost curve"_s},
            {u"dataLimitsPage"_s, u"label noise selective labels bias sample size duplicates"_s},
            {u"releasePage"_s, u"rollout canary ramp deploy shadow a/b test rollback stages"_s},
            {u"dropPage"_s, u"drift regression decline fell worse monitoring before after"_s},
            {u"stagesPage"_s, u"pipeline funnel steps retrieval"_s},
            {u"learnPage"_s, u"feedback loop labels audit exploration retraining"_s},
            {u"answerPage"_s, u"report brief memo summary pdf share"_s},
            {u"actionDatabase"_s,
             u"postgresql postgres odbc sqlite sql server warehouse table live connect"_s},
            {u"actionOpen"_s, u"load import read file csv parquet session"_s},
            {u"actionSave"_s, u"store write keep session"_s},
            {u"actionSaveAs"_s, u"store write copy session"_s},
            {u"actionNumbers"_s, u"confusion matrix tp fp fn tn by hand enter"_s},
            {u"actionPin"_s, u"bookmark snapshot remember point"_s},
            {u"actionLearn"_s, u"tutorial course lesson help"_s},
            {u"actionPractise"_s, u"interview exercise quiz cards"_s},
            {u"actionPresent"_s, u"full screen slides projector"_s},
            {u"actionShortcuts"_s, u"keyboard keys help"_s}};
    return known.value(objectName);
}

} // namespace oneinn
