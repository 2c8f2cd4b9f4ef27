// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every command on a table of arbitrary bytes: it ends with 0, 1 or 2 and says something that can
// be said. The first four bytes choose a command and its options.

#include "cli/commandline.h"
#include "fuzz/fuzztarget.h"
#include "support/generatedcase.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

using fuzz::require;

void commands(std::string_view input)
{
    static int argc = 0;
    static QCoreApplication application(argc, nullptr);
    static const QTemporaryDir folder;
    constexpr std::size_t choice = 4;
    if (input.size() < choice)
        return;
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < choice; ++i)
        number = number << 8U | static_cast<unsigned char>(input[i]);
    const std::string_view bytes = input.substr(choice);
    QFile file(folder.filePath(QStringLiteral("table.csv")));
    if (!file.open(QIODevice::WriteOnly)
        || file.write(bytes.data(), qsizetype(bytes.size())) != qsizetype(bytes.size()))
        return;
    file.close();
    QStringList arguments = testsupport::GeneratedCase::of(number).arguments;
    arguments.insert(1, file.fileName());
    arguments.prepend(QStringLiteral("one-in-n-cli"));
    QString out;
    QString err;
    int code = 0;
    {
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        code = oneinn::cli::run(arguments, outStream, errStream);
    }
    // Names in the table may be any words.
    const QString names = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    const bool wordsAreOurs = !names.contains(QLatin1String("inf"), Qt::CaseInsensitive)
            && !names.contains(QLatin1String("nan"), Qt::CaseInsensitive)
            && !names.contains(QLatin1String("-0"));
    const QString problem = testsupport::problemWith(code, out, err);
    const QString about = arguments.join(QLatin1Char(' ')) + out.left(2000);
    require(problem.isEmpty() || (!wordsAreOurs && problem.startsWith(QLatin1String("says"))),
            qPrintable(problem), about.toStdString());
}

} // namespace

ONEINN_FUZZ_TARGET(commands, commands);
