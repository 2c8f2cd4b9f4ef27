// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/scenariowords.h"

#include <QCoreApplication>

namespace oneinn::wording {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

} // namespace

QString latePolicyName(LatePolicy policy)
{
    switch (policy) {
    case LatePolicy::Wait:
        return translated("waited for");
    case LatePolicy::ShowNothing:
        return translated("show nothing");
    case LatePolicy::Unanswered:
        return translated("left unanswered");
    case LatePolicy::FallBack:
        return translated("another model answers");
    }
    Q_UNREACHABLE();
}

QString fallbackName(const std::string &model)
{
    return translated("%1 answers").arg(QString::fromStdString(model));
}

QString scenarioPartName(ScenarioPart part)
{
    switch (part) {
    case ScenarioPart::Threshold:
        return translated("threshold");
    case ScenarioPart::LatencyBudget:
        return translated("latency budget");
    case ScenarioPart::OperatingPoint:
        return translated("threshold and budget");
    case ScenarioPart::LatePolicy:
        return translated("what happens to late answers");
    case ScenarioPart::Fallback:
        return translated("which model answers instead");
    case ScenarioPart::ModelAndPolicy:
        return translated("model and policy");
    case ScenarioPart::Patience:
        return translated("patience");
    case ScenarioPart::Values:
        return translated("what an outcome is worth");
    case ScenarioPart::BaseRate:
        return translated("share of positives");
    case ScenarioPart::UsesPerWeek:
        return translated("uses a week");
    case ScenarioPart::BadBeforeLeaving:
        return translated("bad ones before giving up");
    case ScenarioPart::Noticed:
        return translated("what users notice");
    case ScenarioPart::PrecisionLimit:
        return translated("precision limit");
    case ScenarioPart::Noun:
        return translated("what the feature shows");
    case ScenarioPart::Model:
        return translated("model");
    case ScenarioPart::Segment:
        return translated("users");
    case ScenarioPart::Preset:
        return translated("kind of feature");
    }
    Q_UNREACHABLE();
}

QString pictureNotSaved(const QString &path)
{
    return translated(
                   "The picture could not be written to %1. Choose a folder that you may write to.")
            .arg(path);
}

} // namespace oneinn::wording
