// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/histogramitem.h"
#include "core/questions.h"
#include "results/results.h"
#include "support/freshassessment.h"
#include "support/openedwindow.h"
#include "views/evidence/experiencepanel.h"
#include "views/evidence/iconarray.h"
#include "views/evidence/saypanel.h"
#include "views/product/productpanel.h"
#include "views/widgets/dialslider.h"
#include "views/widgets/limitnote.h"
#include "views/widgets/numberbox.h"
#include "views/widgets/statementview.h"
#include "views/widgets/thresholdbox.h"
#include "wording/chartwords.h"
#include "wording/datalimitwords.h"
#include "wording/decisionwords.h"
#include "wording/experiencewords.h"
#include "wording/headlines.h"
#include "wording/matrixwords.h"
#include "wording/numbers.h"
#include "wording/sayit.h"
#include "wording/valuewords.h"
#include "wording/verdictwords.h"

#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <numeric>

/// What stands in the window, against what ought to.
namespace testsupport {

/// As long as this is there the dials are, too, in their own room.
class DialsShown {
public:
    explicit DialsShown(const OpenedWindow &opened)
        : m_explore(opened.child<oneinn::ExplorePage>())
        , m_before(m_explore->currentView())
    {
        if (!opened.scores()->isVisible())
            opened.showView(QStringLiteral("tradeoff"));
    }
    ~DialsShown() { m_explore->showView(m_before); }
    Q_DISABLE_COPY_MOVE(DialsShown)

private:
    oneinn::ExplorePage *m_explore;
    QWidget *m_before;
};

/// Which thresholds keep the limits is added as soon as it is known.
inline QString withoutLimits(const QString &summary)
{
    static const QRegularExpression added(
            QStringLiteral(" (Your limits are kept|No threshold keeps your limits).*$"));
    static const QRegularExpression ofRange(
            QStringLiteral("[;,] (within the limits|all of it beyond the limits)"
                           "[^;]*?(?=;|\\.( |$)|$)"));
    static const QRegularExpression ofBest(
            QStringLiteral(", but there [^;]*\\(at (most|least) [^)]*\\)"));
    return QString(summary).remove(added).remove(ofRange).remove(ofBest);
}

/// All that is written in the panels, by where it stands.
inline QMap<QString, QString> shownTexts(const OpenedWindow &opened)
{
    const DialsShown dials(opened);
    QMap<QString, QString> texts;
    const auto labels = opened.child<oneinn::ExperiencePanel>()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        // The way back to the limits is told as soon as it is known.
        if (qobject_cast<const oneinn::LimitNote *>(label->parent()))
            continue;
        texts.insert(label->parent()->objectName() + QLatin1Char('/') + label->objectName(),
                     withoutLimits(label->text()));
    }
    texts.insert(QStringLiteral("say"), opened.child<oneinn::SayPanel>()->sentences());
    for (const auto *view : opened.window.findChildren<oneinn::StatementView *>())
        texts.insert(view->objectName() + QLatin1String("/toolTip"), view->toolTip());
    for (const auto *chart : opened.window.findChildren<oneinn::charts::ChartView *>()) {
        const auto *marker = OpenedWindow::marker(chart);
        const QString name = chart->property("subject").toString();
        texts.insert(name, withoutLimits(chart->accessibleDescription()));
        if (!marker)
            continue; // nothing is dragged there
        texts.insert(name + QLatin1String("/marker"), marker->label() + marker->note());
        texts.insert(name + QLatin1String("/position"),
                     QStringLiteral("%1 %2")
                             .arg(marker->position().x(), 0, 'g', 12)
                             .arg(marker->position().y(), 0, 'g', 12));
    }
    for (const auto *line : opened.window.findChildren<QLineEdit *>()) {
        if (line->window() != &opened.window)
            continue; // of a dialog
        texts.insert(line->parent()->objectName() + QLatin1String("/edit"), line->text());
    }
    for (const auto *slider : opened.window.findChildren<oneinn::DialSlider *>())
        texts.insert(slider->parent()->objectName() + QLatin1String("/slider"),
                     QString::number(slider->value()));
    return texts;
}

/// Where two of these differ first, and how; empty where they do not.
inline QString firstDifference(const QMap<QString, QString> &texts,
                               const QMap<QString, QString> &expected)
{
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (texts.value(it.key()) != it.value())
            return it.key() + QLatin1String(": ") + texts.value(it.key())
                    + QLatin1String(" instead of ") + it.value();
    }
    return {};
}

/// What of it an assessment makes different.
inline QMap<QString, QString> expectedTexts(const oneinn::Assessment &assessment)
{
    namespace wording = oneinn::wording;
    QMap<QString, QString> texts;
    const wording::ExperienceWords whole = wording::experienceWords(assessment);
    const wording::ExperienceWords words = wording::headlines(assessment, whole);
    struct Told {
        const char *name;
        const wording::Statement *statement;
        const wording::Statement *whole;
    };
    for (const auto &[name, statement, all] :
         {Told{"wrong", &words.wrong, &whole.wrong}, Told{"missed", &words.missed, &whole.missed},
          Told{"late", &words.late, &whole.late},
          Told{"untilBad", &words.untilBad, &whole.untilBad}}) {
        texts.insert(QLatin1String(name) + QLatin1String("/toolTip"), wording::sentenceOf(*all));
        texts.insert(QLatin1String(name) + QLatin1String("/headline"), statement->headline);
        texts.insert(QLatin1String(name) + QLatin1String("/detail"), statement->detail);
    }
    const wording::MatrixWords matrix = wording::matrixWords(assessment);
    const QString panel = QStringLiteral("experience/");
    texts.insert(panel + QLatin1String("tp"), matrix.tp);
    texts.insert(panel + QLatin1String("fp"), matrix.fp);
    texts.insert(panel + QLatin1String("fn"), matrix.fn);
    texts.insert(panel + QLatin1String("tn"), matrix.tn);
    texts.insert(panel + QLatin1String("unanswered"), matrix.late);
    texts.insert(panel + QLatin1String("value"), wording::valueWords(assessment).value);
    const oneinn::Threshold threshold = assessment.scenario.threshold;
    texts.insert(QStringLiteral("scores"), wording::scoresSummary(assessment));
    texts.insert(QStringLiteral("scores/marker"),
                 wording::thresholdLabel(threshold, assessment.sameDecisions)
                         + wording::stabilityText(assessment.sameDecisions));
    texts.insert(QStringLiteral("threshold/edit"),
                 wording::thresholdText(threshold, assessment.sameDecisions));
    if (!assessment.slice->index().latency().empty())
        texts.insert(QStringLiteral("latency/marker"),
                     wording::budgetLabel(assessment.scenario.budget));
    return texts;
}

/// What the histogram's bars add up to: shown and not shown, rows that come late apart.
inline QString barsDiffer(const OpenedWindow &opened, const oneinn::OperatingCounts &counts)
{
    const auto *histogram = OpenedWindow::item<oneinn::charts::HistogramItem>(
            opened.child<oneinn::ScoresPanel>()->chart());
    const auto &data = histogram->data();
    const auto sum = [](const std::vector<double> &bars) {
        return std::accumulate(bars.begin(), bars.end(), 0.0);
    };
    const auto differs = [](double a, double b) { return qAbs(a - b) > 1e-6 * (1.0 + qAbs(b)); };
    if (differs(sum(data.positiveShown) - sum(data.positiveLate), counts.tp.weight)
        || differs(sum(data.negativeShown) - sum(data.negativeLate), counts.fp.weight)
        || differs(sum(data.positiveShown) + sum(data.positiveNotShown), counts.positives().weight)
        || differs(sum(data.negativeShown) + sum(data.negativeNotShown), counts.negatives().weight))
        return QStringLiteral("the bars");
    return {};
}

/// Rows counted one by one, straight from the definitions.
inline bool countsAgreeWithRows(const oneinn::Session &session)
{
    const oneinn::Scenario &scenario = session.scenario();
    const oneinn::Predictions &rows = session.predictions();
    double tp = 0.0, fp = 0.0, uses = 0.0, late = 0.0;
    for (const std::uint32_t row : rows.select(scenario.selection)) {
        const double latency = rows.latency() ? (*rows.latency())[row] : 0.0;
        if (scenario.budget && std::isnan(latency))
            continue;
        const double weight = rows.weight() ? (*rows.weight())[row] : 1.0;
        uses += weight;
        const bool isLate = scenario.budget && latency > scenario.budget->value;
        late += isLate ? weight : 0.0;
        if (!isLate && rows.score()[row] >= scenario.threshold.value)
            (rows.label()[row] != 0 ? tp : fp) += weight;
    }
    const oneinn::OperatingCounts &counts = session.assessment().counts;
    return qFuzzyCompare(1.0 + tp, 1.0 + counts.tp.weight)
            && qFuzzyCompare(1.0 + fp, 1.0 + counts.fp.weight)
            && qFuzzyCompare(1.0 + late, 1.0 + counts.late().weight)
            && qFuzzyCompare(1.0 + uses, 1.0 + counts.uses().weight);
}

/// What Say it says besides what these settings bring, after what carries the product at them, if
/// that is known: empty.
inline QString falselySaid(const OpenedWindow &opened, const oneinn::Assessment &fresh)
{
    namespace wording = oneinn::wording;
    const QString said = opened.child<oneinn::SayPanel>()->sentences();
    const QString brings = wording::sayIt(fresh);
    if (!said.endsWith(brings))
        return QStringLiteral("say: ") + said + QStringLiteral(" instead of ") + brings;
    QStringList mayComeFirst{QString(), wording::carriesPendingText(),
                             wording::verdictUnknownText()};
    const auto &load = opened.child<oneinn::Results>()->load();
    if (load.asked() && load.asked()->question == oneinn::loadQuestion(fresh.scenario)
        && load.current())
        mayComeFirst = {wording::carriesSpoken(*load.current(), fresh.scenario.words)};
    const QString first = said.chopped(brings.size()).trimmed();
    return mayComeFirst.contains(first) ? QString() : QStringLiteral("said first: ") + first;
}

/// The first thing in the window that is not what the rows say at the session's scenario; empty if
/// there is none.
inline QString falselyShown(const OpenedWindow &opened)
{
    const DialsShown dials(opened);
    const oneinn::Assessment fresh = freshAssessment(opened.session);
    const QString part = difference(opened.session.assessment(), fresh);
    if (!part.isEmpty())
        return part;
    if (!countsAgreeWithRows(opened.session))
        return QStringLiteral("rows counted one by one");
    const QString difference = firstDifference(shownTexts(opened), expectedTexts(fresh));
    if (!difference.isEmpty())
        return difference;
    if (const QString said = falselySaid(opened, fresh); !said.isEmpty())
        return said;
    const auto *marker =
            OpenedWindow::marker(opened.child<oneinn::PrecisionRecallPanel>()->chart());
    const bool exists = fresh.metrics.precision && fresh.metrics.recall;
    if (exists && marker->position() != QPointF(*fresh.metrics.recall, *fresh.metrics.precision))
        return QStringLiteral("the operating point");
    if (marker->isVisible() != exists)
        return QStringLiteral("whether there is an operating point");
    return barsDiffer(opened, fresh.slice->counts(fresh.scenario.threshold));
}

} // namespace testsupport
