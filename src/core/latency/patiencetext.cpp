// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patiencetext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace oneinn {

namespace {

constexpr double msPerSecond = 1000.0;
constexpr double percent = 100.0;
constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view separators = ",;\n";
constexpr std::string_view halfGone = "half gone at ";

constexpr std::array shapeNames{std::pair(PatienceShape::Piecewise, std::string_view("points")),
                                std::pair(PatienceShape::Weibull, std::string_view("weibull")),
                                std::pair(PatienceShape::Lognormal, std::string_view("lognormal"))};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// Cuts the ending off, if it is there.
bool takeEnding(std::string_view &text, std::string_view ending)
{
    if (!text.ends_with(ending))
        return false;
    text.remove_suffix(ending.size());
    return true;
}

std::optional<double> numberIn(std::string_view text)
{
    text = trimmed(text);
    double value = 0.0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<Milliseconds> timeIn(std::string_view text)
{
    text = trimmed(text);
    double unit = 1.0;
    if (!takeEnding(text, "ms")) {
        if (!takeEnding(text, "s"))
            return std::nullopt;
        unit = msPerSecond;
    }
    const auto value = numberIn(text);
    return value ? std::optional(Milliseconds{*value * unit}) : std::nullopt;
}

std::optional<double> shareIn(std::string_view text)
{
    text = trimmed(text);
    const double unit = takeEnding(text, "%") ? percent : 1.0;
    const auto value = numberIn(text);
    return value ? std::optional(*value / unit) : std::nullopt;
}

std::variant<PatiencePoint, PatienceTextFault> pointIn(std::string_view piece)
{
    using Kind = PatienceTextFault::Kind;
    const auto fault = [piece](Kind kind) { return PatienceTextFault{kind, std::string(piece)}; };
    if (piece.starts_with(halfGone)) {
        const auto wait = timeIn(piece.substr(halfGone.size()));
        if (!wait)
            return fault(Kind::NoTime);
        return PatiencePoint{*wait, 0.5};
    }
    const auto equals = piece.find('=');
    if (equals == std::string_view::npos)
        return fault(Kind::NotAPoint);
    const auto wait = timeIn(piece.substr(0, equals));
    if (!wait)
        return fault(Kind::NoTime);
    const auto share = shareIn(piece.substr(equals + 1));
    if (!share)
        return fault(Kind::NoShare);
    return PatiencePoint{*wait, *share};
}

/// What keeps a point from following others that are in order; it follows them.
std::optional<PatienceFault> faultOfNext(std::vector<PatiencePoint> &points,
                                         const PatiencePoint &next)
{
    points.push_back(next);
    const auto before = points.end() - std::min<std::ptrdiff_t>(2, std::ssize(points));
    return PatienceCurve::faultOf({before, points.end()}, PatienceShape::Piecewise);
}

/// Up to the separator, which is cut off with it.
std::string_view nextPiece(std::string_view &text)
{
    const auto end = text.find_first_of(separators);
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return trimmed(piece);
}

/// The shortest digits that read back as the same number.
std::string shortestDigits(double value)
{
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string timeText(Milliseconds wait)
{
    const double seconds = wait.value / msPerSecond;
    if (seconds >= 1.0 && seconds * msPerSecond == wait.value)
        return shortestDigits(seconds) + "s";
    return shortestDigits(wait.value) + "ms";
}

std::string shareText(double share)
{
    // 0.29 * 100 is not quite 29: take the round number where it means the same share.
    constexpr double finest = 1e9;
    const double rounded = std::round(share * percent * finest) / finest;
    return rounded / percent == share ? shortestDigits(rounded) + "%" : shortestDigits(share);
}

} // namespace

std::variant<PatienceCurve, PatienceTextFault> readPatience(std::string_view text,
                                                            PatienceShape shape)
{
    using Kind = PatienceTextFault::Kind;
    const std::string_view whole = trimmed(text);
    if (whole == "everyone")
        return PatienceCurve();
    std::vector<PatiencePoint> points;
    for (std::string_view rest = whole; !rest.empty();) {
        const std::string_view piece = nextPiece(rest);
        const auto point = pointIn(piece);
        if (const auto *fault = std::get_if<PatienceTextFault>(&point))
            return *fault;
        if (points.size() == mostPatiencePoints)
            return PatienceTextFault{Kind::TooMany, std::string(piece), {}};
        // The points before it are in order, so that what is wrong now is wrong with this one.
        if (const auto fault = faultOfNext(points, std::get<PatiencePoint>(point)))
            return PatienceTextFault{Kind::Curve, std::string(piece), fault};
    }
    if (const auto fault = PatienceCurve::faultOf(points, shape))
        return PatienceTextFault{Kind::Curve, std::string(whole), fault};
    return PatienceCurve(std::move(points), shape);
}

std::string patienceText(const std::vector<PatiencePoint> &points)
{
    std::string text;
    for (const PatiencePoint &point : points) {
        if (!text.empty())
            text += ", ";
        text += timeText(point.wait) + "=" + shareText(point.share);
    }
    return text;
}

std::string_view nameOf(PatienceShape shape)
{
    for (const auto &[named, name] : shapeNames) {
        if (named == shape)
            return name;
    }
    return {};
}

std::optional<PatienceShape> patienceShapeNamed(std::string_view name)
{
    for (const auto &[shape, known] : shapeNames) {
        if (known == name)
            return shape;
    }
    return std::nullopt;
}

} // namespace oneinn
