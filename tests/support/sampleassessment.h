// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/loadbearing/scenarioload.h"
#include "core/predictions/defaultselection.h"
#include "ingest/predictionsfile.h"
#include "support/testpaths.h"

#include <optional>

namespace testsupport {

/// A sample as it is opened, for as many scenarios as are asked of it.
class Sample {
public:
    explicit Sample(const QString &file)
        : m_file(oneinn::ingest::load(sampleData(file).toStdString()).value())
    {
    }

    const oneinn::Predictions &predictions() const { return *m_file.predictions; }

    oneinn::Scenario scenario(double threshold, oneinn::Budget budget = {}) const
    {
        oneinn::Scenario scenario;
        scenario.threshold = {threshold};
        scenario.budget = budget;
        scenario.selection = oneinn::defaultSelection(predictions());
        return scenario;
    }

    oneinn::Assessment assess(const oneinn::Scenario &scenario) const
    {
        return oneinn::assess(*rows(scenario), scenario);
    }

    oneinn::ScenarioLoad load(const oneinn::Scenario &scenario) const
    {
        return oneinn::scenarioLoad(*rows(scenario), loadQuestion(scenario)).value();
    }

private:
    oneinn::ScenarioRows::Ptr rows(const oneinn::Scenario &scenario) const
    {
        return oneinn::ScenarioRows::prepare(m_file.predictions, scenario).value();
    }

    oneinn::ingest::LoadedFile m_file;
};

} // namespace testsupport
