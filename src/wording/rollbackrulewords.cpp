// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/rollbackrulewords.h"

#include "core/experience/naturalfrequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharewords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString volumeLimitText(const VolumeLimits &limits, const QString &what, const QString &ofUses)
{
    const QString uses = countText(limits.uses) + u' ' + ofUses;
    if (limits.low && limits.high)
        return u"fewer than %1 or more than %2 of %3 %4"_s.arg(countText(*limits.low),
                                                               countText(*limits.high), uses, what);
    if (limits.low)
        return u"fewer than %1 of %2 %3"_s.arg(countText(*limits.low), uses, what);
    if (limits.high)
        return u"more than %1 of %2 %3"_s.arg(countText(*limits.high), uses, what);
    return {};
}

} // namespace

SharePair inOneDenominator(double one, double other, int least)
{
    constexpr double small = 0.02;
    const bool isSmall = (one > 0.0 && one < small) || (other > 0.0 && other < small);
    const bool alike = one != other && countOf(one, 100) == countOf(other, 100);
    const int of = isSmall || alike ? 1000 : least;
    const auto text = [of](double share) {
        const QString full = shareText(share, of);
        return full.first(full.lastIndexOf(u" of "_s));
    };
    return {text(one), text(other), of};
}

QString looksText(const std::vector<RollbackLook> &looks,
                  const std::function<QString(const RollbackLook &)> &look)
{
    QStringList parts;
    for (const RollbackLook &one : looks) {
        if (const QString part = look(one); !part.isEmpty())
            parts.append(part);
    }
    return joined(parts, u"or"_s);
}

std::vector<RollbackLook> earlyLooks(const RollbackRule &rule)
{
    return {rule.looks.begin(), rule.looks.end() - 1};
}

QString inFirst(const QString &what, int shown)
{
    return u"%1 in %2"_s.arg(what, countText(shown));
}

QString lastLimit(const RollbackRule &rule)
{
    return u"the %1 wrong one"_s.arg(ordinal(rule.looks.back().rollBackAt));
}

QString rollbackLimitsSentence(const RollbackRule &rule, const Feature &feature)
{
    QString sentence = u"We check the first %1 %2 and roll back at %3"_s.arg(
            countText(rule.looks.back().shown), feature.done, lastLimit(rule));
    const auto early = earlyLooks(rule);
    const QString sooner = looksText(early, [](const RollbackLook &look) {
        return inFirst(u"the "_s + ordinal(look.rollBackAt), look.shown);
    });
    if (!sooner.isEmpty())
        sentence += u", sooner at "_s + sooner;
    return sentence + u'.';
}

QString rollbackPromiseSentence(const RollbackRule &rule, int of)
{
    const SharePair pair = inOneDenominator(rule.wrong, rule.wrongIfBad, of);
    return u"That takes back %1 good launches by chance (%2 of %3 wrong) and finds %4 worse ones (%5 wrong)."_s
            .arg(shareText(rule.goodRolledBackAtMost, of), pair.one, countText(pair.of),
                 shareText(rule.bad.rolledBack, of), pair.other);
}

QString rollbackAmongText(const RollbackRule &rule, const Feature &feature)
{
    const auto fewest = rule.fewestOf();
    if (!fewest || *fewest < 2.0)
        return {};
    return (rule.alike.of == ClusterOf::Day ? u"on at least %1"_s : u"of at least %1"_s)
            .arg(counted(*fewest, clustersNoun(rule.alike.of, feature.person)));
}

QString noRollbackRuleSentence(NoRollbackRule reason, bool mostlyWrong, const Feature &feature)
{
    switch (reason) {
    case NoRollbackRule::NothingShown:
        return u"Nothing is %1, so nothing can go wrong: no limit is set on wrong ones."_s.arg(
                feature.done);
    case NoRollbackRule::AllWrong:
        return u"Every one %1 was wrong in these data, so there is no precision to keep."_s.arg(
                feature.done);
    case NoRollbackRule::TooRare:
        return u"So few are %1 that no check of up to %2 %3 would tell a launch that is clearly worse from one as good as what runs now: no limit is set on wrong ones."_s
                .arg(mostlyWrong ? u"right"_s : u"wrong"_s, countText(RollbackPromise().mostShown),
                     feature.done);
    case NoRollbackRule::FewUsers:
        return u"What was %1 here came from so few %2, or so much of it from a few of them, that nobody can tell how alike one %3's are: no limit on wrong ones would keep its promise, so none is set. From about %4 %2, with about as many each, one can be."_s
                .arg(feature.done, feature.person.plural, feature.person.singular,
                     countText(fewestUsersForRule));
    case NoRollbackRule::TooFew:
        break;
    }
    return u"These cases are too few to set a limit on wrong ones: check the first 100 %1, then set it."_s
            .arg(feature.done);
}

QString shownLimit(const std::optional<VolumeLimits> &shown, const Feature &feature)
{
    return shown ? volumeLimitText(*shown, feature.actedAtAll().many, feature.useCase.plural)
                 : QString();
}

QString lateLimit(const std::optional<VolumeLimits> &late, const Feature &feature)
{
    return late ? volumeLimitText(*late, u"are answered too late"_s, feature.useCase.plural)
                : QString();
}

QString guardsSentence(const RollbackTrigger &trigger, const Feature &feature)
{
    QStringList guards{shownLimit(trigger.shown, feature), lateLimit(trigger.late, feature)};
    guards.removeAll(QString());
    return guards.isEmpty() ? QString()
                            : u"We stop and look if %1."_s.arg(guards.join(u", or if "_s));
}

} // namespace oneinn::wording
