// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/patiencewords.h"

#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/translated.h"

namespace oneinn::wording {

namespace {

/// "half gone at 800 ms"; where half of them never go, how many are left in the end.
QString leavingText(const PatienceCurve &patience)
{
    if (patience.everyoneWaits())
        return translated("everyone waits");
    if (const auto half = patience.waitUntilLeft(0.5))
        return translated("half gone at %1").arg(millisecondsText(half->value));
    const PatiencePoint &last = patience.points().back();
    return translated("%1 still wait at %2, and go on waiting")
            .arg(shareText(last.share), millisecondsText(last.wait.value));
}

QString curveProblem(PatienceFault fault, const QString &piece)
{
    switch (fault) {
    case PatienceFault::WaitOutOfRange:
        return translated("%1: a wait is 0 ms, or from 0.000001 ms to 1e15 ms.").arg(piece);
    case PatienceFault::WaitNotRising:
        return translated("%1 comes after a point that is as late or later: put the points in "
                          "order, one for each time.")
                .arg(piece);
    case PatienceFault::ShareOutOfRange:
        return translated("%1: the share still waiting is above 0 and at most 1, as in 0.5 or "
                          "50%; at 0 ms everyone waits.")
                .arg(piece);
    case PatienceFault::ShareRising:
        return translated("%1: more people are waiting than before, but who has left is gone.")
                .arg(piece);
    case PatienceFault::TwoPointsNeeded:
        return translated("This shape needs exactly two points, both after 0 ms.");
    case PatienceFault::SharesMustDiffer:
        return translated("This shape needs two shares below 1, the second smaller than the "
                          "first.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString yourAssumption()
{
    return translated("your assumption");
}

QString patienceAxisTitle()
{
    return translated("still waiting after");
}

QString patienceAlone(const PatienceCurve &patience)
{
    return leavingText(patience);
}

QString patienceSummary(const PatienceCurve &patience)
{
    return translated("%1 · %2").arg(leavingText(patience), yourAssumption());
}

QString noPatienceWithoutLatencies()
{
    return translated("No latencies are known here, so nobody is taken to wait, or to leave.");
}

QString patiencePointName(const PatiencePoint &point)
{
    return translated("after %1, %2 still wait")
            .arg(millisecondsText(point.wait.value), shareText(point.share));
}

QString patienceShapeName(PatienceShape shape)
{
    switch (shape) {
    case PatienceShape::Piecewise:
        return translated("through the points");
    case PatienceShape::Weibull:
        return translated("Weibull");
    case PatienceShape::Lognormal:
        return translated("lognormal");
    }
    Q_UNREACHABLE();
}

QString patienceProblem(const PatienceTextFault &fault)
{
    using Kind = PatienceTextFault::Kind;
    const QString piece =
            fault.piece.empty() ? translated("An empty point") : quotedName(fault.piece);
    switch (fault.kind) {
    case Kind::NotAPoint:
        return translated("%1 is no point: write a time and the share still waiting, as in "
                          "500ms=0.9, and a comma before the next.")
                .arg(piece);
    case Kind::NoTime:
        return translated("%1 has no time that can be read: write 500ms or 0.5s, with a decimal "
                          "point.")
                .arg(piece);
    case Kind::NoShare:
        return translated("%1 has no share that can be read: write 0.9 or 90%, with a decimal "
                          "point.")
                .arg(piece);
    case Kind::TooMany:
        return translated("%1 is one point too many: there may be %2.")
                .arg(piece, countText(static_cast<double>(mostPatiencePoints)));
    case Kind::Curve:
        return curveProblem(*fault.curve, piece);
    }
    Q_UNREACHABLE();
}

} // namespace oneinn::wording
