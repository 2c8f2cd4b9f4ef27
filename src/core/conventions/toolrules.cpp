// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/conventions/toolrules.h"

namespace oneinn {

namespace {

constexpr std::size_t dataRobotThresholds = 120;
constexpr std::size_t h2oBins = 400;

constexpr std::array<ToolRules, toolCount> everyTool{{
        {.tool = Tool::ScikitLearn, .name = "scikit-learn", .key = "scikit_learn", .weights = true},
        {.tool = Tool::Weka,
         .name = "Weka",
         .key = "weka",
         .zero = ZeroRule::NotANumber,
         .weights = true,
         .probabilitiesOnly = true},
        {.tool = Tool::DataRobot,
         .name = "DataRobot",
         .key = "datarobot",
         .shown = ShownRule::Above,
         .zero = ZeroRule::NotDocumented,
         .probabilitiesOnly = true,
         .mostThresholds = dataRobotThresholds},
        {.tool = Tool::Orange,
         .name = "Orange",
         .key = "orange",
         .probabilitiesOnly = true,
         .averages = true},
        {.tool = Tool::H2O,
         .name = "H2O",
         .key = "h2o",
         .shown = ShownRule::NearestScore,
         .zero = ZeroRule::NotANumber,
         .weights = true,
         .probabilitiesOnly = true,
         .mostThresholds = h2oBins},
        {.tool = Tool::Torchmetrics,
         .name = "torchmetrics",
         .key = "torchmetrics",
         .shown = ShownRule::Above,
         .sigmoid = true},
}};

constexpr std::string_view skLearnThresholds = "https://scikit-learn.org/stable/modules/generated/"
                                               "sklearn.metrics.precision_recall_curve.html";
constexpr std::string_view wekaCurve =
        "https://weka.sourceforge.io/doc.dev/weka/classifiers/evaluation/ThresholdCurve.html";
constexpr std::string_view wekaEvaluation = "https://github.com/Waikato/weka-3.8/blob/"
                                            "3339db31ecd5428c83dbe92c0d034b8d3729f9cd/weka/src/"
                                            "main/java/weka/classifiers/evaluation/Evaluation.java";
constexpr std::string_view wekaCurveSource =
        "https://github.com/Waikato/weka-3.8/blob/9f5584d8290fff1a56d1d5d6740d4303c7a7a00c/weka/"
        "src/"
        "main/java/weka/classifiers/evaluation/ThresholdCurve.java";
constexpr std::string_view dataRobotThreshold =
        "https://docs.datarobot.com/en/docs/modeling/analyze-models/evaluate/roc-curve-tab/"
        "threshold.html";
constexpr std::string_view dataRobotMetrics =
        "https://docs.datarobot.com/en/docs/modeling/analyze-models/evaluate/roc-curve-tab/"
        "metrics.html";
constexpr std::string_view dataRobotOptimization =
        "https://docs.datarobot.com/en/docs/modeling/reference/model-detail/opt-metric.html";
constexpr std::string_view orangeScoring =
        "https://github.com/biolab/orange3/blob/master/Orange/evaluation/scoring.py";
constexpr std::string_view orangeWidget =
        "https://orangedatamining.com/widget-catalog/evaluate/testandscore/";
constexpr std::string_view orangeCaller =
        "https://github.com/biolab/orange3/blob/master/Orange/widgets/evaluate/utils.py";
constexpr std::string_view orangeThreshold =
        "https://github.com/biolab/orange3/blob/master/Orange/classification/calibration.py";
constexpr std::string_view h2oMetrics =
        "https://docs.h2o.ai/h2o/latest-stable/h2o-py/docs/_modules/h2o/model/metrics/"
        "binomial.html";
constexpr std::string_view h2oAuc =
        "https://github.com/h2oai/h2o-3/blob/master/h2o-core/src/main/java/hex/AUC2.java";
constexpr std::string_view h2oPerformance =
        "https://docs.h2o.ai/h2o/latest-stable/h2o-docs/performance-and-prediction.html";
constexpr std::string_view h2oLogLoss =
        "https://github.com/h2oai/h2o-3/blob/master/h2o-core/src/main/java/water/util/"
        "MathUtils.java";
constexpr std::string_view torchPrecision =
        "https://lightning.ai/docs/torchmetrics/stable/classification/precision.html";
constexpr std::string_view torchMatrix =
        "https://github.com/Lightning-AI/torchmetrics/blob/master/src/torchmetrics/functional/"
        "classification/confusion_matrix.py";
constexpr std::string_view torchAverage =
        "https://lightning.ai/docs/torchmetrics/stable/classification/average_precision.html";

constexpr std::array everySource{
        ToolSource{Tool::ScikitLearn,
                   "A score of the threshold or above is shown; thresholds are the scores there "
                   "are.",
                   skLearnThresholds},
        ToolSource{Tool::ScikitLearn, "0 divided by 0 is 0, with a warning (zero_division).",
                   "https://scikit-learn.org/stable/modules/generated/"
                   "sklearn.metrics.precision_score.html"},
        ToolSource{Tool::ScikitLearn,
                   "Average precision is the sum of steps, without interpolation; the end point at "
                   "recall 0 and precision 1 adds nothing to it.",
                   "https://scikit-learn.org/stable/modules/generated/"
                   "sklearn.metrics.average_precision_score.html"},
        ToolSource{Tool::ScikitLearn,
                   "Area under the ROC curve by trapezoids, so that ties count one half; with one "
                   "class it is not defined.",
                   "https://scikit-learn.org/stable/modules/generated/"
                   "sklearn.metrics.roc_auc_score.html"},
        ToolSource{Tool::ScikitLearn,
                   "Log loss holds probabilities 2.2e-16 away from 0 and 1, and refuses one class.",
                   "https://scikit-learn.org/stable/modules/generated/"
                   "sklearn.metrics.log_loss.html"},
        ToolSource{Tool::ScikitLearn, "Brier score: mean squared error of the probability.",
                   "https://scikit-learn.org/stable/modules/generated/"
                   "sklearn.metrics.brier_score_loss.html"},
        ToolSource{Tool::Weka,
                   "The threshold curve has a point for each score, with all rows at or above it.",
                   wekaCurveSource},
        ToolSource{Tool::Weka,
                   "0 divided by 0 is NaN, printed as \"?\"; F-measure is 0 where precision and "
                   "recall both are.",
                   wekaEvaluation},
        ToolSource{Tool::Weka, "ROC area is the Mann-Whitney statistic: ties count one half.",
                   wekaCurve},
        ToolSource{Tool::Weka,
                   "PRC area is the sum of steps from the first real point on; 0 is \"?\".",
                   wekaCurveSource},
        ToolSource{Tool::DataRobot,
                   "Positive is what exceeds the threshold; it is first set where F1 is highest.",
                   dataRobotThreshold},
        ToolSource{Tool::DataRobot,
                   "At most 120 thresholds are kept, so that metrics are close, not exact.",
                   dataRobotMetrics},
        ToolSource{Tool::DataRobot,
                   "AUC and LogLoss; the area under the precision-recall curve is called an "
                   "approximation, by a rule that is not given.",
                   dataRobotOptimization},
        ToolSource{Tool::Orange,
                   "A probability that equals or exceeds the threshold is the second class.",
                   orangeThreshold},
        ToolSource{Tool::Orange,
                   "Test and Score shows precision, recall, F1 and specificity averaged over both "
                   "classes, weighted by their sizes, until a target class is chosen.",
                   orangeCaller},
        ToolSource{Tool::Orange, "The scores are described with the widget.", orangeWidget},
        ToolSource{Tool::Orange,
                   "Scores are scikit-learn's (0 divided by 0 is 0); log loss holds probabilities "
                   "1e-15 away from 0 and 1; rows have no weights.",
                   orangeScoring},
        ToolSource{Tool::H2O,
                   "Asked for a threshold that is none of its own, it takes the nearest.",
                   h2oMetrics},
        ToolSource{Tool::H2O,
                   "Thresholds are the scores there are, merged into at most 400 bins; the matrix "
                   "is printed where F1 is highest, the highest threshold of equals.",
                   h2oAuc},
        ToolSource{Tool::H2O,
                   "F1 is 2 P R / (P + R): NaN where both are 0. The area under the "
                   "precision-recall curve is interpolated as Davis and Goadrich do, 1 without "
                   "negatives and 0 without positives; so is the area under the ROC curve.",
                   h2oAuc},
        ToolSource{Tool::H2O, "MSE is the Brier score.", h2oPerformance},
        ToolSource{Tool::H2O, "Log loss of one row is at most -ln 1e-15.", h2oLogLoss},
        ToolSource{Tool::Torchmetrics,
                   "Scores above the threshold are shown; where any is outside 0 to 1, all go "
                   "through a sigmoid first.",
                   torchMatrix},
        ToolSource{Tool::Torchmetrics, "0 divided by 0 is 0.", torchPrecision},
        ToolSource{Tool::Torchmetrics,
                   "Average precision is the sum of steps over all scores (thresholds=None).",
                   torchAverage},
        ToolSource{Tool::Torchmetrics,
                   "Area under the ROC curve by trapezoids over all scores; 0 with one class, with "
                   "a warning.",
                   "https://lightning.ai/docs/torchmetrics/stable/classification/auroc.html"},
};

} // namespace

const ToolRules &rulesOf(Tool tool)
{
    return everyTool[static_cast<std::size_t>(tool)];
}

std::span<const ToolRules, toolCount> allTools()
{
    return everyTool;
}

std::span<const ToolSource> toolSources()
{
    return everySource;
}

} // namespace oneinn
