// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/answercommand.h"

#include "cli/answeroutput.h"
#include "cli/notes.h"
#include "core/comparison/pincomparison.h"
#include "document/columnphrases.h"
#include "report/answer.h"
#include "report/markdown.h"
#include "wording/numbers.h"
#include "wording/pinwords.h"

#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString misfitNote(const PinnedPoint &point, PinMisfit misfit, std::size_t place)
{
    return u"%1 is left out. %2"_s.arg(wording::pinTitle(point, place),
                                       wording::pinMisfitText(misfit, point.choice));
}

/// What an answer is made of, worked out and kept while it is.
class Answer {
public:
    Answer(const Options &options, const Input &input)
        : m_options(options)
        , m_input(input)
    {
        Scenario scenario = scenarioOf(options, input);
        m_rows = ScenarioRows::around(input.index, scenario);
        if (!options.threshold && !options.session)
            scenario.threshold = outlook(*m_rows->at(scenario), scenario)->mostValuable.threshold;
        m_known = {m_rows};
        m_now = assess(*m_rows, scenario);
        addPins();
        addLoad();
        addAlternatives();
    }

    report::Report report(const QString &date) const
    {
        report::AnswerMaterial material{.assessment = m_now,
                                        .load = m_load ? &*m_load : nullptr,
                                        .pins = {},
                                        .compared = m_compared ? &*m_compared : nullptr,
                                        .text = m_options.session ? m_options.session->text
                                                                  : AnswerText(),
                                        .provenance = provenance()};
        for (const Pin &pin : m_pins)
            material.pins.push_back({pin.point, &*pin.assessed.assessment,
                                     pin.differences ? &*pin.differences : nullptr});
        report::Report report = report::makeReport(material, m_options.length, date);
        if (m_options.length == report::Length::Brief)
            report.figures = report::figuresOf(material);
        return report;
    }

    const QStringList &notes() const { return m_notes; }

private:
    struct Pin {
        PinnedPoint point;
        AssessedPin assessed;
        std::optional<PinDifferences> differences;
    };

    void addPins()
    {
        if (m_options.session) {
            m_notes += m_options.session->notes;
            const auto &points = m_options.session->pins;
            for (std::size_t place = 0; place < points.size(); ++place)
                addPin(points[place], place);
        } else if (const auto point = defaultNobodyChose(m_input.predictions(), m_now.scenario)) {
            addPin(*point, 0);
        }
    }
    void addPin(const PinnedPoint &point, std::size_t place)
    {
        auto assessed = assessedPin(point.choice, m_now.scenario, m_known);
        if (!assessed)
            return;
        Pin pin{point, std::move(assessed).value(), {}};
        // Rows of another model are prepared once, not for each of its pins.
        const auto &rows = pin.assessed.rows;
        if (rows && std::find(m_known.begin(), m_known.end(), rows) == m_known.end())
            m_known.push_back(rows);
        if (pin.assessed.misfit) {
            m_notes.append(misfitNote(point, *pin.assessed.misfit, place));
            return;
        }
        auto differences =
                pinDifferences(*pin.assessed.rows, pin.assessed.scenario, *m_rows, m_now.scenario);
        if (differences)
            pin.differences = std::move(differences).value();
        m_pins.push_back(std::move(pin));
    }
    void addLoad()
    {
        auto load = scenarioLoad(*m_rows, m_now.scenario);
        if (load)
            m_load = std::move(load).value();
    }
    void addAlternatives()
    {
        auto candidates = candidatesOf(m_input.predictions(), m_now.scenario);
        if (!candidates)
            return;
        auto compared = comparePolicies(*std::move(candidates), m_now.scenario);
        if (compared)
            m_compared = std::move(compared).value();
    }

    report::Provenance provenance() const
    {
        return {.fileName = QFileInfo(m_options.file).fileName(),
                .sha256 = m_input.reference.sha256,
                .account = m_input.account,
                .columns = columnPhrases(m_input.file.mapping),
                .lowerIsPositive = m_input.units.lowerIsPositive()};
    }

    const Options &m_options;
    const Input &m_input;
    ScenarioRows::Ptr m_rows;
    std::vector<ScenarioRows::Ptr> m_known; ///< those, and what pins have needed besides
    Assessment m_now;
    std::vector<Pin> m_pins;
    std::optional<ScenarioLoad> m_load;
    std::optional<ComparedPolicies> m_compared;
    QStringList m_notes;
};

} // namespace

Outcome answerCommand(const Options &options, const Input &input)
{
    const Answer answer(options, input);
    const QDate date = options.date.value_or(QDate::currentDate());
    const report::Report report =
            answer.report(wording::displayLocale().toString(date, u"d MMMM yyyy"_s));
    if (options.output.isEmpty())
        return {report::markdown(report), answer.notes()};
    const QString source = QFileInfo(options.file).fileName();
    return {{}, answer.notes(), writeAnswer(report, options.output, source, date)};
}

} // namespace oneinn::cli
