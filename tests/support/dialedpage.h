// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandlinerun.h"
#include "report/dials.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <cmath>

/// A brief with dials, as its script reads it, and what the command line says instead.
namespace testsupport {

struct DialedPage {
    QByteArray html;
    QJsonObject table;

    explicit DialedPage(QByteArray page)
        : html(std::move(page))
    {
        const QByteArray begin = "<script type=\"application/json\" id=\"dial-data\">";
        const qsizetype from = html.indexOf(begin);
        if (from < 0)
            return;
        const qsizetype to = html.indexOf("</script>", from);
        table = QJsonDocument::fromJson(html.sliced(from + begin.size(), to - from - begin.size()))
                        .object();
    }

    qsizetype budgets() const { return table.value(QLatin1String("budgets")).toInt(); }
    qsizetype places() const { return table.value(QLatin1String("positions")).toArray().size(); }

    /// All that is said at a place, in the order of DialText.
    QStringList said(qsizetype place) const
    {
        const QJsonArray fragments = table.value(QLatin1String("fragments")).toArray();
        QStringList all;
        const auto texts = table.value(QLatin1String("positions")).toArray().at(place).toArray();
        for (const QJsonValue &text : texts)
            all.append(words(fragments, text));
        return all;
    }

private:
    static QString words(const QJsonArray &fragments, const QJsonValue &said)
    {
        if (said.isString())
            return said.toString();
        if (!said.isArray())
            return words(fragments, fragments.at(said.toInt()));
        QString whole;
        const QJsonArray parts = said.toArray();
        for (const QJsonValue &part : parts)
            whole += words(fragments, part);
        return whole;
    }
};

/// What is wrong with what is said at a place, where the command line is asked about it; empty:
/// nothing. arguments: the file and its options, without threshold and budget.
class DialCheck {
public:
    explicit DialCheck(QStringList arguments)
        : m_arguments(std::move(arguments))
    {
    }

    QString complaint(const QStringList &said) const
    {
        using oneinn::report::DialText;
        const CommandLineRun run = runCommandLine(asked(said));
        if (run.code != 0)
            return run.err;
        const QStringList sentences =
                run.at(QStringLiteral("sentences")).toVariant().toStringList();
        for (const DialText text : {DialText::Wrong, DialText::Missed, DialText::UntilBad}) {
            if (const QString problem = missing(said, text, sentences); !problem.isEmpty())
                return problem;
        }
        if (hasBudget(said)) {
            if (const QString problem = missing(said, DialText::Late, sentences);
                !problem.isEmpty())
                return problem;
        }
        const QString value = said.at(int(DialText::Value)).chopped(1);
        if (!value.isEmpty() && !isIn(sentences, value))
            return QStringLiteral("not the command line's value: %1\n%2")
                    .arg(value, sentences.join(QLatin1Char('\n')));
        return wrongCells(said, run);
    }

    /// The number in "suggestions from a score of 0.60 up", or of segments without one of their
    /// own.
    static QString thresholdIn(const QString &said)
    {
        static const QRegularExpression number(
                QStringLiteral("(?:score of|any other) (\\S+?)( or less| up|\\)|$)"));
        const auto match = number.match(said);
        if (match.hasMatch())
            return match.captured(1).replace(QChar(0x2212), QLatin1Char('-')).remove(u',');
        return said.startsWith(QLatin1String("no ")) ? QStringLiteral("inf")
                                                     : QStringLiteral("-1e9");
    }

private:
    static bool hasBudget(const QStringList &said)
    {
        return said.at(int(oneinn::report::DialText::Budget)) != QLatin1String("none");
    }

    QStringList asked(const QStringList &said) const
    {
        using oneinn::report::DialText;
        QStringList all = QStringList(QStringLiteral("metrics")) + m_arguments;
        all << QStringLiteral("--threshold=") + thresholdIn(said.at(int(DialText::Threshold)));
        if (hasBudget(said)) {
            static const QRegularExpression wait(QStringLiteral("^([\\d.,]+) (ms|s)$"));
            const auto match = wait.match(said.at(int(DialText::Budget)));
            const double factor = match.captured(2) == QLatin1String("s") ? 1000.0 : 1.0;
            all << QStringLiteral("--budget")
                << QString::number(match.captured(1).remove(u',').toDouble() * factor);
        }
        return all;
    }

    static bool isIn(const QStringList &sentences, const QString &words)
    {
        for (const QString &sentence : sentences) {
            if (sentence.contains(words, Qt::CaseInsensitive))
                return true;
        }
        return false;
    }

    /// A headline, what it is and how sure: of one and the same sentence.
    static QString missing(const QStringList &said, oneinn::report::DialText text,
                           const QStringList &sentences)
    {
        const QString headline = said.at(int(text));
        const QString detail = said.at(int(text) + 1).chopped(1);
        const QString evidence = said.at(int(text) + 2);
        const bool isEvidence = text != oneinn::report::DialText::UntilBad;
        const QString whole =
                (headline.isEmpty() ? detail : headline + QStringLiteral(": ") + detail)
                + (isEvidence && !evidence.isEmpty() ? QStringLiteral(" (") + evidence : QString());
        return isIn(sentences, whole) ? QString()
                                      : QStringLiteral("not the command line's: %1\n%2")
                                                .arg(whole, sentences.join(QLatin1Char('\n')));
    }

    /// Of 1,000 uses, against the counts of the file: where nobody leaves or is late, and nothing
    /// is restated.
    static QString wrongCells(const QStringList &said, const CommandLineRun &run)
    {
        using oneinn::report::DialText;
        const QString unserved = said.at(int(DialText::Unserved));
        const QJsonObject matrix = run.at(QStringLiteral("confusion_matrix")).toObject();
        double all = 0.0;
        for (const QJsonValue &cell : matrix)
            all += cell.toDouble();
        if (!unserved.isEmpty() || run.out.contains(QStringLiteral("base rate")))
            return {};
        const std::initializer_list<std::pair<const char *, DialText>> cells{{"tp", DialText::Tp},
                                                                             {"fp", DialText::Fp},
                                                                             {"fn", DialText::Fn},
                                                                             {"tn", DialText::Tn}};
        for (const auto &[name, text] : cells) {
            const double share = 1000.0 * matrix.value(QLatin1String(name)).toDouble() / all;
            static const QRegularExpression number(QStringLiteral("[\\d,]+"));
            const double shown =
                    number.match(said.at(int(text))).captured(0).remove(u',').toDouble();
            if (std::abs(share - shown) > 1.0)
                return QStringLiteral("%1: %2 of 1,000, not %3")
                        .arg(QLatin1String(name), said.at(int(text)))
                        .arg(share);
        }
        return {};
    }

    QStringList m_arguments;
};

} // namespace testsupport
