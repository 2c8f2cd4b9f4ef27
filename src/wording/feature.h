// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "wording/noun.h"

#include <QString>

namespace oneinn::wording {

/// What agrees with one and with several: "is never shown", "are never shown".
struct Predicate {
    QString one;
    QString many;
};

/// A product in the person's own words, with their grammar.
struct Feature {
    Noun useCase;                ///< "payment"; "use"
    Noun positive;               ///< "fraud"; "good suggestion"
    Noun negative;               ///< "other payment"; "bad suggestion"
    Noun raised;                 ///< "alert"; "suggestion"
    Noun person;                 ///< "customer"; "user"
    QString verb;                ///< "raise", "take down"; "show"
    QString verbs;               ///< "raises", "takes down"; "shows"
    QString done;                ///< "raised", "taken down"; "shown"
    QString unit;                ///< "euros"; empty where it has no name
    bool namesPositives = false; ///< by a word of the person's own
    bool namesUseCase = false;   ///< by a word of the person's own
    bool raisesCases = false;    ///< what it shows is what it is asked about: it flags scans
    /// Of a positive: "raises no alert", "is never flagged", "gets no answer"; and its opposite.
    Predicate missed;
    Predicate found;
    /// Of a negative: "rightly raises no alert", "is rightly not flagged".
    Predicate rightlySilent;

    /// "euros"; "points" where the unit has no name.
    QString unitSaid() const;
    /// Of a case in which it does something: "raises an alert", "raise alerts"; "is flagged".
    Predicate acted() const;
    /// The same where the rest does nothing at all: "shows something"; "raises an alert", where it
    /// is known what for; "is flagged".
    Predicate actedAtAll() const;
    Predicate notActedAtAll() const; ///< "does not"; "is not"
    /// "raises alerts in 3 of 100 payments"; "flags 46 of 100 scans".
    QString actsIn(const QString &many) const;
    /// Where everything is shown: "every suggestion", "an alert for every payment", "every scan".
    QString everyOne() const;
    /// "493 euros"; "493" where the unit has no name.
    QString amount(const QString &number) const;
    /// " per 1,000 payments", with its unit if that has a name: " euros per 1,000 payments".
    QString perThousand() const;
    /// "Value per 1,000 payments", "Euros per 1,000 payments"; and within a sentence.
    QString valuePerThousand() const;
    QString valuePerThousandInSentence() const;
    /// Where what it shows has been named: "good one", "fraud".
    QString positiveSaid() const;
    QString positivesSaid() const;
    /// One of those that are not looked for: "bad one", "other payment".
    QString negativeSaid() const;
    /// Several: "bad ones", "other payments".
    QString negativesSaid() const;
    /// Of the positives in a column or along an axis: "shown", "raise an alert".
    QString foundBriefly() const;
    /// The positives in a heading: no longer than what stands there without a word of one's own.
    QString positivesBriefly() const;
    QString negativesBriefly() const;
    /// The same of what it is asked about: "uses" where a word of one's own is too long.
    QString useCaseBriefly() const;
    /// "Value per\n1,000 payments" for a column.
    QString valueHeading() const;
    /// "Right one raised", "Wrong one raised", "Rightly not raised", "Payments a week".
    QString rightLabel() const;
    QString wrongLabel() const;
    QString silentLabel() const;
    QString paceLabel() const;
};

Feature featureOf(const FeatureWords &words);

/// "an alert", "a use".
QString withArticle(const QString &noun);

} // namespace oneinn::wording
