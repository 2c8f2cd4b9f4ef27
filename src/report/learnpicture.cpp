// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/learnpicture.h"

#include "report/waterfall.h"
#include "wording/learnwords.h"
#include "wording/numbers.h"

#include <algorithm>
#include <vector>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

struct LearnBar {
    QString name;
    double count = 0.0;
    pictures::Shape shape;
};

std::vector<LearnBar> learnBarsOf(const LearningPlan &plan, const FeatureWords &words)
{
    const wording::LearnBarNames names = wording::learnBarNames(words);
    std::vector<LearnBar> bars{{names.shown, plan.shown, {Role::Good}},
                               {names.silent, plan.silent, {Role::Pale, Role::Axis}}};
    if (plan.audit)
        bars.push_back({names.audit, plan.audit->label, {Role::GoodPale, Role::Axis}});
    return bars;
}

double widestNumber(const std::vector<LearnBar> &bars)
{
    constexpr double bolder = 1.1; ///< than what textWidth() reckons with
    double widest = 0.0;
    for (const LearnBar &bar : bars)
        widest = std::max(widest, bolder * pictures::textWidth(wording::countText(bar.count)));
    return widest;
}

} // namespace

pictures::Picture learnPicture(const LearningPlan &plan, const LearningQuestion &question,
                               const FeatureWords &words, QSizeF size)
{
    constexpr double nameHeight = 18.0;
    constexpr double beside = 8.0;
    constexpr double least = 2.0; ///< of a bar, however many there are
    pictures::Picture picture(size, wording::learnSentences(plan, question, words).join(u' '));
    const std::vector<LearnBar> bars = learnBarsOf(plan, words);
    const double most = std::max({plan.shown, plan.silent, 1.0});
    const double room = 2.0 * beside + widestNumber(bars);
    const double row = size.height() / static_cast<double>(bars.size());
    double top = 0.0;
    for (const LearnBar &bar : bars) {
        const double width = std::max(1.0, (size.width() - room) * bar.count / most);
        const double height = std::max(least, row - nameHeight - beside);
        picture.text({0.0, top + nameHeight - 5.0}, fittedTo(size.width(), bar.name),
                     {.color = Role::Quiet});
        picture.rectangle({0.5, top + nameHeight, width, height}, bar.shape);
        const double baseline =
                std::min(top + nameHeight + height / 2.0 + 4.0, size.height() - 2.0);
        picture.text({width + beside, baseline}, wording::countText(bar.count), {.bold = true});
        top += row;
    }
    return picture;
}

} // namespace oneinn::report
