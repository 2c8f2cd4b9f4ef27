// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/practiselog.h"

#include "cli/commandline.h"
#include "cli/json.h"
#include "cli/optionvalues.h"
#include "practice/practicelog.h"
#include "wording/names.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct LogOptions {
    QString format = u"text"_s;
    int days = 14;
    bool deletes = false;
};

/// Absent where the arguments make no sense.
std::optional<LogOptions> logOptions(const QStringList &arguments)
{
    LogOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const QString value = arguments.value(i + 1);
        if (argument == u"--delete") {
            options.deletes = true;
        } else if (argument == u"--format"
                   && QStringList{u"text"_s, u"csv"_s, u"json"_s}.contains(value)) {
            options.format = value;
            ++i;
        } else if (argument == u"--days" && countingNumber(value)) {
            options.days = *countingNumber(value);
            ++i;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

QString practiseLogUsage()
{
    QString text = u"Usage: one-in-n-cli practise-log [options]\n"_s + practiseLogSummary() + u'\n';
    for (const CommandUse &option : practiseLogOptions())
        text += u"  %1\n      %2\n"_s.arg(option.usage, option.help);
    return text;
}

QString summaryJson(const PracticeSummary &summary)
{
    Json::Array left;
    for (const UnsaidItem &item : summary.left)
        left.push_back(Json::Object{{u"key"_s, item.key},
                                    {u"times"_s, static_cast<std::size_t>(item.times)},
                                    {u"of_cards"_s, static_cast<std::size_t>(item.of)}});
    return Json(Json::Object{{u"days"_s, static_cast<std::size_t>(summary.days)},
                             {u"cards"_s, static_cast<std::size_t>(summary.cards)},
                             {u"products"_s, static_cast<std::size_t>(summary.products)},
                             {u"seconds"_s, static_cast<std::size_t>(summary.seconds)},
                             {u"left_out"_s, std::move(left)},
                             {u"sentences"_s, Json::strings(practiceSentences(summary))}})
                   .text()
            + u'\n';
}

} // namespace

bool isPractiseLogCommand(const QStringList &arguments)
{
    return arguments.value(1) == u"practise-log";
}

QString practiseLogSummary()
{
    return u"What was practised on this machine, and what was left out most. It is "
           "kept here alone: the day, the card, the product's name, the seconds and what was "
           "said."_s;
}

const QList<CommandUse> &practiseLogOptions()
{
    static const QList<CommandUse> options{
            {u"--days N"_s, u"Of the last so many days. Default: 14."_s},
            {u"--format text|csv|json"_s, u"csv: every entry, of any day. Default: text."_s},
            {u"--delete"_s, u"Delete the whole log."_s}};
    return options;
}

int runPractiseLogCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const QStringList rest = arguments.mid(2);
    if (rest.contains(u"--help"_s) || rest.contains(u"-h"_s)) {
        out << practiseLogUsage();
        return Success;
    }
    const auto options = logOptions(rest);
    if (!options) {
        err << practiseLogUsage();
        return WrongUsage;
    }
    const auto failed = [&err](const QString &sentence) {
        err << wording::visible(sentence) << u'\n';
        return UnusableData;
    };
    const QString path = practiceLogPath();
    if (options->deletes) {
        const QString sentence = deletePracticeLog(path);
        if (!sentence.isEmpty())
            return failed(sentence);
        out << u"There is no log of practice any more.\n"_s;
        return Success;
    }
    const auto read = readPracticeLog(path);
    if (const auto *sentence = std::get_if<QString>(&read))
        return failed(*sentence);
    const auto &entries = std::get<QList<PracticeEntry>>(read);
    const PracticeSummary summary = practiceSummary(entries, QDate::currentDate(), options->days);
    const QString text = options->format == u"csv" ? QString::fromUtf8(practiceCsv(entries))
            : options->format == u"json"           ? summaryJson(summary)
                                                   : practiceSentences(summary).join(u'\n') + u'\n';
    out << wording::visibleLines(text);
    return Success;
}

} // namespace oneinn::cli
