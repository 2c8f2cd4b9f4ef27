// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/policiescsv.h"

#include "report/csv.h"
#include "wording/bandpolicywords.h"
#include "wording/policynames.h"

#include <optional>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QString costKey(const ComparedPolicies &compared)
{
    return compared.callsAreCounted ? u"calls_per_1000_uses"_s : u"cost_per_1000_uses"_s;
}

QString policiesCsv(const ComparedPolicies &compared, const std::vector<FrontierPlace> &places)
{
    const auto wait = [](const PolicySummary &summary, double p) -> std::optional<double> {
        for (const WaitPercentile &each : summary.waits) {
            if (each.p == p && !each.tooFew)
                return each.wait.value;
        }
        return std::nullopt;
    };
    QString csv = u"id,name,value_per_1000_uses,difference_to_now,expected_difference,difference_"
                  u"low,difference_high,"
                  "wrong_of_shown,missed,late,wait_p50_ms,wait_p95_ms,%1,on_front,"
                  "dominated_for_sure\n"_s.arg(costKey(compared));
    for (std::size_t i = 0; i < compared.policies.size(); ++i) {
        const ComparedPolicy &policy = compared.policies[i];
        const PolicySummary &summary = policy.summary;
        std::optional<double> difference[4];
        if (policy.againstNow) {
            const MeasureComparison &value = policy.againstNow->valuePerUse;
            difference[0] = 1000.0 * value.difference;
            if (value.optimism.isKnown())
                difference[1] = 1000.0 * value.expected();
            difference[2] = 1000.0 * value.interval.low;
            difference[3] = 1000.0 * value.interval.high;
        }
        const QStringList cells{
                report::csvText(QString::fromStdString(policy.candidate.id)),
                report::csvText(wording::policyName(policy.candidate, compared.models)),
                report::csvNumber(1000.0 * summary.valuePerUse),
                report::csvNumber(difference[0]),
                report::csvNumber(difference[1]),
                report::csvNumber(difference[2]),
                report::csvNumber(difference[3]),
                report::csvNumber(valueOf(summary.shares[Share::WrongOfShown])),
                report::csvNumber(valueOf(summary.shares[Share::Missed])),
                report::csvNumber(compared.budget ? valueOf(summary.shares[Share::Late])
                                                  : std::nullopt),
                report::csvNumber(wait(summary, 0.5)),
                report::csvNumber(wait(summary, 0.95)),
                report::csvNumber(summary.costPerThousandUses),
                QString::number(int(places[i].onFront)),
                QString::number(int(places[i].dominatedForSure))};
        csv += report::csvRow(cells);
    }
    return csv;
}

QString withPersonCsv(const ReviewAnswer &answer, const wording::ReviewSaid &said)
{
    const auto interval = wording::bandDifferenceInterval(answer);
    const auto end = [&interval](double Interval::*which) {
        return report::csvNumber(interval ? std::optional(1000.0 * (*interval).*which)
                                          : std::nullopt);
    };
    const QString unknown;
    return report::csvRow(
            {u"with-a-person"_s, report::csvText(wording::bandPolicyTitle(answer.band, said)),
             report::csvNumber(1000.0 * (answer.withoutPerUse + answer.gainPerUse)),
             report::csvNumber(1000.0 * wording::bandDifferencePerUse(answer)),
             report::csvNumber(interval ? std::optional(1000.0 * answer.heldOut->perUse)
                                        : std::nullopt),
             end(&Interval::low), end(&Interval::high), report::csvNumber(answer.band.wrongOfShown),
             report::csvNumber(answer.band.missed), unknown, unknown, unknown, unknown, unknown,
             unknown});
}

} // namespace oneinn::cli
