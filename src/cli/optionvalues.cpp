// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/optionvalues.h"

#include "core/latency/patiencetext.h"
#include "core/limits.h"
#include "ingest/numbers.h"

#include <charconv>
#include <cmath>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

std::optional<double> finiteNumber(const QString &text)
{
    const auto cell = ingest::readNumber(text.toStdString());
    if (cell.kind != ingest::CellKind::Number)
        return std::nullopt;
    return cell.value;
}

std::optional<double> thresholdNumber(const QString &text)
{
    const QString lower = text.toLower();
    const auto unsignedText =
            QStringView(lower).sliced(lower.startsWith(u'+') || lower.startsWith(u'-') ? 1 : 0);
    if (unsignedText == u"inf" || unsignedText == u"infinity")
        return lower.startsWith(u'-') ? -HUGE_VAL : HUGE_VAL;
    return finiteNumber(text);
}

std::optional<int> countingNumber(const QString &text)
{
    const std::string digits = text.toStdString();
    int value = 0;
    const char *end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || rest != end || value < 1)
        return std::nullopt;
    return value;
}

std::optional<std::uint64_t> seedNumber(const QString &text)
{
    const std::string digits = text.toStdString();
    std::uint64_t value = 0;
    const char *end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc{} && rest == end ? std::optional(value) : std::nullopt;
}

std::optional<char> delimiterNamed(const QString &text)
{
    if (text == u"tab" || text == u"\\t")
        return '\t';
    if (text.size() != 1)
        return std::nullopt;
    const QChar c = text.front();
    const bool separates =
            c.unicode() < 128 && !c.isLetterOrNumber() && (c.isPrint() || c == u'\t');
    if (!separates || QStringView(u"\"+-.").contains(c))
        return std::nullopt;
    return c.toLatin1();
}

std::optional<Selection::Where> whereClause(const QString &text)
{
    using Match = Selection::Match;
    const auto divided = [&text](qsizetype at, qsizetype sign, Match match) {
        return at < 1 ? std::nullopt
                      : std::optional(Selection::Where{text.left(at).toStdString(),
                                                       text.mid(at + sign).toStdString(), match});
    };
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return divided(text.indexOf(u'<'), 1, Match::Before);
    return equals > 0 && text.at(equals - 1) == u'>' ? divided(equals - 1, 2, Match::From)
                                                     : divided(equals, 1, Match::Is);
}

std::optional<TrafficMix> mixNamed(const QString &text)
{
    constexpr double hundred = 100.0;
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1)
        return std::nullopt;
    TrafficMix mix{text.left(colon).toStdString(), {}};
    for (const QString &part : text.mid(colon + 1).split(u',')) {
        const qsizetype equals = part.lastIndexOf(u'=');
        const auto percent =
                equals < 0 ? std::nullopt : finiteNumber(part.mid(equals + 1).trimmed());
        if (!percent || *percent < 0.0 || *percent > hundred)
            return std::nullopt;
        mix.parts.push_back({part.left(equals).trimmed().toStdString(), *percent / hundred});
    }
    return mix;
}

std::optional<ConfusionMatrix> tableNamed(const QString &text)
{
    constexpr double most = 1e15; // whole numbers are exact up to there
    std::vector<double> cells;
    for (const QString &part : text.split(u',')) {
        const auto number = finiteNumber(part.trimmed());
        if (!number || *number < 0.0 || *number > most || *number != std::floor(*number))
            return std::nullopt;
        cells.push_back(*number);
    }
    if (cells.size() != 4 || !(cells[0] + cells[1] + cells[2] + cells[3] > 0.0))
        return std::nullopt;
    return ConfusionMatrix(cells[0], cells[1], cells[2], cells[3]);
}

std::optional<double> usesNamed(const QString &text)
{
    constexpr double most = 1e15;
    const auto uses = finiteNumber(text);
    const bool whole = uses && *uses >= 1.0 && *uses <= most && *uses == std::floor(*uses);
    return whole ? uses : std::nullopt;
}

std::optional<std::pair<double, double>> ratesNamed(const QString &text)
{
    const QStringList parts = text.split(u',');
    if (parts.size() != 2)
        return std::nullopt;
    const auto recall = shareNamed(parts.front().trimmed());
    const auto falsePositives = shareNamed(parts.back().trimmed());
    if (!recall || !falsePositives)
        return std::nullopt;
    return std::pair(*recall, *falsePositives);
}

std::optional<ingest::FailedCells> failedCells(const QString &text)
{
    if (!text.contains(u'='))
        return ingest::FailedCells{text.toStdString(), std::nullopt};
    const auto where = whereClause(text);
    if (!where)
        return std::nullopt;
    return ingest::FailedCells{where->column, where->value};
}

std::optional<Objective> objectiveNamed(const QString &text)
{
    using enum Objective::Kind;
    if (text == u"value")
        return Objective{Value, 0.0, text};
    if (text == u"f1")
        return Objective{F1, 0.0, text};
    const qsizetype equals = text.indexOf(u'=');
    const auto name = QStringView(text).left(equals);
    if (equals < 0 || (name != u"recall-at-precision" && name != u"precision-at-recall"))
        return std::nullopt;
    const auto limit = finiteNumber(text.mid(equals + 1));
    if (!limit || *limit < 0.0 || *limit > 1.0)
        return std::nullopt;
    return Objective{name == u"recall-at-precision" ? RecallAtPrecision : PrecisionAtRecall, *limit,
                     text};
}

std::optional<double> shareNamed(const QString &text)
{
    constexpr QLatin1String oneIn("1in");
    if (text.startsWith(oneIn)) {
        const auto of = finiteNumber(text.mid(oneIn.size()));
        return of && *of >= 1.0 ? std::optional(1.0 / *of) : std::nullopt;
    }
    const auto share = finiteNumber(text);
    return share && *share >= 0.0 && *share <= 1.0 ? share : std::nullopt;
}

std::optional<Targets::AnsweredWithin> answeredNamed(const QString &text)
{
    // Written as a point of a patience curve is, and held to the same bounds.
    const auto read = readPatience(text.toStdString());
    const auto *curve = std::get_if<PatienceCurve>(&read);
    if (!curve || curve->points().size() != 1 || !text.contains(u'='))
        return std::nullopt;
    const PatiencePoint &point = curve->points().front();
    return Targets::AnsweredWithin{point.wait, point.share};
}

std::optional<FallbackOption> fallbackNamed(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (text.isEmpty() || colon == 0 || colon == text.size() - 1)
        return std::nullopt;
    const auto threshold = colon < 0 ? std::nullopt : finiteNumber(text.mid(colon + 1));
    if (!threshold)
        return FallbackOption{text.toStdString(), {}};
    return FallbackOption{text.left(colon).toStdString(), threshold};
}

std::optional<CallCost> callCost(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals < 1)
        return std::nullopt;
    const auto cost = finiteNumber(text.mid(equals + 1));
    if (!cost || *cost < 0.0 || *cost > limits::largestCostPerCall)
        return std::nullopt;
    return CallCost{text.left(equals).toStdString(), *cost};
}

} // namespace oneinn::cli
