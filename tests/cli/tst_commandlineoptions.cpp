// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "cli/optionvalues.h"
#include "presets/presets.h"

#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>

#include <limits>

namespace tests::cli_commandlineoptions {

using namespace Qt::StringLiterals;
using namespace oneinn::cli;
using namespace testsupport;

class TestCommandLineOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usage_wrong_saysWhatAndExitsWith2_data();
    void usage_wrong_saysWhatAndExitsWith2();
    void data_unusable_saysWhatAndExitsWith1_data();
    void data_unusable_saysWhatAndExitsWith1();
    void help_asked_namesEveryOption_data();
    void help_asked_namesEveryOption();
    void version_asked_isPrinted();
    void threshold_anyWriting_isRead_data();
    void threshold_anyWriting_isRead();
    void delimiter_anyName_isRead_data();
    void delimiter_anyName_isRead();
    void value_negative_isNoOption();
    void preset_named_itsNumbersAreUsed();
    void preset_file_itsNumbersAreUsed();
    void preset_own_isFoundByName();
    void preset_broken_saysWhere();
    void preset_otherOptions_winOverIt();
    void patience_anyWriting_isRead();
    void fallback_named_isRead();
    void fallback_withoutThreshold_isAModel();
    void costPerCall_repeated_isByModel();
    void where_valueWithEquals_splitsAtFirst();
    void where_signs_saySoWhatFollows();

private:
    static std::optional<Options> parsed(const QString &arguments);

    WrittenFiles m_files;
};

void TestCommandLineOptions::usage_wrong_saysWhatAndExitsWith2_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *arguments, const char *said) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(said);
    };
    row("", "A command comes first");
    row("--threshold 1", "A command comes first");
    row("measure FILE", "There is no command 'measure'");
    row("metrics --threshold 1", "No file is given");
    row("metrics FILE FILE --threshold 1", "One file is expected, but there are 2");
    row("metrics FILE", "--threshold is missing");
    row("metrics FILE --threshold", "Missing value after '--threshold'");
    row("metrics FILE --threshold --budget 3", "Missing value after '--threshold'");
    row("metrics FILE --threshold nan", "--threshold needs a number, or inf, not 'nan'");
    row("metrics FILE --threshold 0,5", "not '0,5'. The decimal mark is a point: 0.5.");
    row("metrics FILE --threshold 1 --base-rate 0,05", "The decimal mark is a point: 0.05.");
    row("metrics FILE --threshold=", "not ''");
    row("metrics FILE --threshold 1e999", "not '1e999'");
    row("metrics FILE --threshold 1 --frob 2", "Unknown option 'frob'");
    row("metrics FILE --threshold 1 --kind pr", "Unknown option 'kind'");
    row("metrics FILE --threshold 1 --format csv", "--format needs json or text");
    row("metrics FILE --threshold 1 --budget -1", "--budget needs");
    row("metrics FILE --threshold 1 --budget inf", "--budget needs");
    row("metrics FILE --threshold 1 --late fall-back", "needs --fallback");
    row("metrics FILE --threshold 1 --fallback small:", "--fallback needs a model");
    row("metrics FILE --threshold 1 --fallback :0.4", "not ':0.4'");
    row("policies FILE --cost-per-call large", "--cost-per-call needs a model and a cost");
    row("policies FILE --cost-per-call =1", "not '=1'");
    row("policies FILE --cost-per-call large=-1", "not 'large=-1'");
    row("policies FILE --cost-per-call large=0,002", "The decimal mark is a point: large=0.002.");
    row("policies FILE --cost-per-call large=inf", "not 'large=inf'");
    row("metrics FILE --threshold 1 --patience soon", "is no point");
    row("metrics FILE --threshold 1 --patience 500=0.9", "has no time that can be read");
    row("metrics FILE --threshold 1 --patience 1s=50", "above 0 and at most 1");
    row("metrics FILE --threshold 1 --patience 2s=0.5,1s=0.4", "put the points in order");
    row("metrics FILE --threshold 1 --patience 1s=0.5 --patience-shape weibull", "two points");
    row("metrics FILE --threshold 1 --patience-shape cubic",
        "--patience-shape needs points, weibull or lognormal");
    row("metrics FILE --threshold 1 --preset spaceship",
        "There is no preset 'spaceship'. There are inlinesuggestion, fraudalert");
    row("metrics FILE --threshold 1 --preset /nowhere/mine.json", "does not exist");
    row("metrics FILE --threshold 1 --preset=", "There is no preset ''");
    row("metrics FILE --threshold 1 --value-fp much", "--value-fp needs a number");
    row("metrics FILE --threshold 1 --value-fp inf", "--value-fp needs a number");
    row("metrics FILE --threshold 1 --value-tp 1e13", "--value-tp needs a number from -1e12");
    row("metrics FILE --threshold 1 --base-rate 0", "--base-rate needs a share above 0");
    row("metrics FILE --threshold 1 --base-rate 1", "--base-rate needs a share above 0");
    row("metrics FILE --threshold 1 --base-rate 1e-320", "--base-rate needs a share above 0");
    row("metrics FILE --threshold 1 --base-rate 0.9999999999", "--base-rate needs a share above 0");
    row("metrics FILE --threshold 1 --budget 1e300", "--budget needs a number of milliseconds");
    row("metrics FILE --threshold 1 --uses-per-week 1e-300", "--uses-per-week needs");
    row("metrics FILE --threshold 1 --patience 1e300ms=0.5", "from 0.000001 ms to 1e15 ms");
    row("metrics FILE --threshold 1 --patience 1s=1e-300", "the share still waiting is above 0");
    row("metrics FILE --threshold 1 --cost-per-call m=1e308", "--cost-per-call needs");
    QByteArray manyCosts = "policies FILE";
    for (int model = 0; model <= 1000; ++model)
        manyCosts += " --cost-per-call m" + QByteArray::number(model) + "=1";
    row(manyCosts.constData(), "--cost-per-call is for at most 1000 models.");
    row("reach FILE --shown-per-day 1e-300 --uses-per-day 1", "--shown-per-day needs");
    row("metrics FILE --threshold 1 --uses-per-week 0", "--uses-per-week needs");
    row("metrics FILE --threshold 1 --bad-before-leaving 0", "--bad-before-leaving needs");
    row("metrics FILE --threshold 1 --noticed-missed 1.5", "--noticed-missed needs");
    row("metrics FILE --threshold 1 --bad-before-leaving 2.5", "--bad-before-leaving needs");
    row("metrics FILE --threshold 1 --late never",
        "--late needs wait, show-nothing, unanswered or fall-back");
    row("metrics FILE --threshold 1 --latency-unit h", "--latency-unit needs ns, us, ms or s");
    row("metrics FILE --threshold 1 --delimiter ab", "--delimiter needs one character");
    row("metrics FILE --threshold 1 --where country", "--where needs a column and a value");
    row("metrics FILE --threshold 1 --where =NL", "--where needs a column and a value");
    row("metrics FILE --threshold 1 --noun=", "--noun needs a word");
    row("curve FILE", "--kind is missing");
    row("curve FILE --kind prc",
        "--kind needs pr, roc, threshold, value, latency, det, gain, decision, cost or "
        "reliability, not 'prc'");
    row("curve FILE --kind pr --threshold 1", "--threshold goes with --kind latency, and with");
    row("curve FILE --kind latency --budget 1", "--budget does not go with --kind latency");
    row("curve FILE --kind pr --format html", "--format needs csv, json, text or svg");
    row("curve FILE --kind value --format svg", "--format svg goes with --kind pr, roc");
    row("curve FILE --kind gain --band pointwise", "--band goes with --kind pr or roc");
    row("curve FILE --kind pr --band wide", "--band needs pointwise or drag-safe");
    row("calibration FILE --format csv", "--format csv goes with --mapping");
    row("calibration FILE --mapping --format svg", "--mapping is written as --format json or csv");
    row("recommend FILE", "--objective is missing");
    row("recommend FILE --objective precision", "--objective needs");
    row("recommend FILE --objective recall-at-precision", "--objective needs");
    row("recommend FILE --objective recall-at-precision=1.1", "P and R from 0 to 1");
    row("recommend FILE --objective precision-at-recall=-0.1", "P and R from 0 to 1");
    row("recommend FILE --objective value --threshold 1", "Unknown option 'threshold'");
}

void TestCommandLineOptions::usage_wrong_saysWhatAndExitsWith2()
{
    QFETCH(QString, arguments);
    QFETCH(QString, said);
    const auto run = runCommandLine(arguments.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
}

void TestCommandLineOptions::data_unusable_saysWhatAndExitsWith1_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("said");
    const QString two = u"label,score,model,tier\n1,0.9,a,x\n0,0.1,b,y\n1,0.8,a,x\n0,0.3,b,y\n"_s;
    QTest::newRow("empty") << QString() << QString() << QStringList{u"is empty"_s};
    QTest::newRow("no such column") << two << u"--score points"_s
                                    << QStringList{u"points"_s, u"label, score, model, tier"_s};
    QTest::newRow("no such where column")
            << two << u"--where country=NL"_s << QStringList{u"country"_s, u"label, score"_s};
    QTest::newRow("no such where value")
            << two << u"--where tier=z"_s << QStringList{u"tier"_s, u"'x' and 'y'"_s};
    QTest::newRow("no such model")
            << two << u"--model c"_s << QStringList{u"model"_s, u"'a' and 'b'"_s};
    QTest::newRow("no row has both")
            << two << u"--model a --where tier=y"_s << QStringList{u"at once"_s};
    QTest::newRow("no model column") << u"label,score\n1,0.9\n0,0.1\n"_s << u"--model a"_s
                                     << QStringList{u"--model-column"_s};
    QTest::newRow("budget without latency")
            << two << u"--budget 100"_s << QStringList{u"no column with latencies"_s};
    QTest::newRow("budget with unknown latencies alone")
            << u"label,score,latency_ms,tier\n1,0.9,,x\n0,0.1,5,y\n1,0.8,,x\n0,0.3,7,y\n"_s
            << u"--budget 100 --where tier=x"_s << QStringList{u"known latency"_s};
}

void TestCommandLineOptions::data_unusable_saysWhatAndExitsWith1()
{
    QFETCH(QString, text);
    QFETCH(QString, options);
    QFETCH(QStringList, said);
    const auto run = runCommandLine(
            QStringList{u"metrics"_s, m_files.write(text), u"--threshold"_s, u"0.5"_s}
            + options.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
    for (const QString &part : std::as_const(said))
        QVERIFY2(run.err.contains(part), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
}

void TestCommandLineOptions::help_asked_namesEveryOption_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("named");
    const QStringList shared{u"--label C"_s,
                             u"--positive V"_s,
                             u"--score C"_s,
                             u"--lower-is-positive"_s,
                             u"--latency C"_s,
                             u"--latency-unit ns|us|ms|s"_s,
                             u"--model-column C"_s,
                             u"--model NAME"_s,
                             u"--where C=V"_s,
                             u"--weight C"_s,
                             u"--delimiter X"_s,
                             u"--value-tp"_s,
                             u"--value-fp"_s,
                             u"--value-fn"_s,
                             u"--value-tn"_s,
                             u"--value-late"_s,
                             u"--base-rate P"_s,
                             u"--late wait|show-nothing|unanswered|fall-back"_s,
                             u"--uses-per-week U"_s,
                             u"--noun"_s,
                             u"--bad-before-leaving K"_s,
                             u"--budget MS"_s,
                             u"--format"_s};
    QTest::newRow("overall") << QStringList{
            u"--help"_s} << QStringList{u"metrics FILE"_s, u"curve FILE"_s, u"recommend FILE"_s};
    QTest::newRow("metrics") << QStringList{u"metrics"_s, u"--help"_s}
                             << shared + QStringList{u"--threshold T"_s};
    QTest::newRow("curve") << QStringList{u"curve"_s, u"x.csv"_s, u"-h"_s}
                           << shared
                    + QStringList{
                            u"--kind pr|roc|threshold|value|latency|det|gain|decision|cost|reliability"_s};
    QTest::newRow("recommend") << QStringList{u"recommend"_s, u"--help"_s}
                               << shared + QStringList{u"precision-at-recall=R"_s};
}

void TestCommandLineOptions::help_asked_namesEveryOption()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, named);
    const auto run = runCommandLine(arguments);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QString());
    for (const QString &option : std::as_const(named))
        QVERIFY2(run.out.contains(option), qPrintable(option));
}

void TestCommandLineOptions::version_asked_isPrinted()
{
    for (const auto &arguments : {QStringList{u"--version"_s}, {u"curve"_s, u"--version"_s}}) {
        const auto run = runCommandLine(arguments);
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.startsWith(u"one-in-n-cli "_s), qPrintable(run.out));
    }
}

void TestCommandLineOptions::threshold_anyWriting_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("plain") << u"0.7"_s << 0.7;
    QTest::newRow("negative") << u"-2.5"_s << -2.5;
    QTest::newRow("signed") << u"+1e-3"_s << 0.001;
    QTest::newRow("inf") << u"inf"_s << infinity;
    QTest::newRow("Infinity") << u"Infinity"_s << infinity;
    QTest::newRow("-inf") << u"-inf"_s << -infinity;
}

void TestCommandLineOptions::threshold_anyWriting_isRead()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QCOMPARE(thresholdNumber(text), std::optional(value));
}

void TestCommandLineOptions::delimiter_anyName_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("delimiter");
    QTest::newRow("semicolon") << u";"_s << int{';'};
    QTest::newRow("tab") << u"tab"_s << int{'\t'};
    QTest::newRow("escaped tab") << u"\\t"_s << int{'\t'};
    QTest::newRow("letter") << u"a"_s << 0;
    QTest::newRow("quote") << u"\""_s << 0;
    QTest::newRow("empty") << QString() << 0;
}

void TestCommandLineOptions::delimiter_anyName_isRead()
{
    QFETCH(QString, text);
    QFETCH(int, delimiter);
    QCOMPARE(int{delimiterNamed(text).value_or('\0')}, delimiter);
}

void TestCommandLineOptions::value_negative_isNoOption()
{
    const QString file = m_files.write(u"label,score\n1,-1.5\n0,-3\n1,-2.75\n"_s);
    const auto apart = runCommandLine(
            {u"metrics"_s, file, u"--threshold"_s, u"-2.5"_s, u"--value-fp"_s, u"-1"_s});
    const auto joined =
            runCommandLine({u"metrics"_s, file, u"--threshold=-2.5"_s, u"--value-fp=-1"_s});
    QCOMPARE(apart.code, 0);
    QCOMPARE(apart.at(u"confusion_matrix/tp"_s).toDouble(), 1.0);
    QCOMPARE(joined.out, apart.out);
}

void TestCommandLineOptions::where_valueWithEquals_splitsAtFirst()
{
    const auto where = whereClause(u"formula=a=b"_s);
    QVERIFY(where.has_value());
    QCOMPARE(where->column, std::string("formula"));
    QCOMPARE(where->value, std::string("a=b"));
    QVERIFY(where->match == oneinn::Selection::Match::Is);
}

void TestCommandLineOptions::where_signs_saySoWhatFollows()
{
    using Match = oneinn::Selection::Match;
    const auto from = whereClause(u"day>=2026-03-01"_s);
    QVERIFY(from == (oneinn::Selection::Where{"day", "2026-03-01", Match::From}));
    const auto before = whereClause(u"day<2026-03-01"_s);
    QVERIFY(before == (oneinn::Selection::Where{"day", "2026-03-01", Match::Before}));
    QVERIFY(whereClause(u"p<0.5=yes"_s) == (oneinn::Selection::Where{"p<0.5", "yes"}));
    for (const QString &none : {u"day"_s, u"<3"_s, u">=3"_s, u"=3"_s})
        QVERIFY2(!whereClause(none), qPrintable(none));
}

std::optional<Options> TestCommandLineOptions::parsed(const QString &arguments)
{
    const auto read = parseOptions(
            u"one-in-n-cli metrics a.csv --threshold 1 "_s.split(u' ', Qt::SkipEmptyParts)
            + arguments.split(u' ', Qt::SkipEmptyParts));
    if (const auto *options = std::get_if<Options>(&read))
        return *options;
    return std::nullopt;
}

void TestCommandLineOptions::preset_named_itsNumbersAreUsed()
{
    for (const oneinn::Preset &preset : oneinn::builtInPresets()) {
        const auto options = parsed(u"--preset "_s + preset.id);
        QVERIFY2(options, qPrintable(preset.id));
        QVERIFY(options->scenario == preset.scenario);
    }
}

void TestCommandLineOptions::preset_file_itsNumbersAreUsed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"title": "Mine", "noun": "page", "patience": "1s=0.5"})");
    file.close();
    const auto options = parsed(u"--preset "_s + file.fileName());
    QVERIFY(options);
    QCOMPARE(options->scenario.words.raised, std::string("page"));
    QVERIFY(options->scenario.patience == oneinn::PatienceCurve({{{1000.0}, 0.5}}));
}

void TestCommandLineOptions::preset_own_isFoundByName()
{
    QTemporaryDir config;
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QVERIFY(QDir().mkpath(oneinn::ownPresetsFolder()));
    QFile file(oneinn::ownPresetsFolder() + u"/pager.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"title": "Mine", "noun": "page"})");
    file.close();
    const auto options = parsed(u"--preset pager"_s);
    if (before.isNull())
        qunsetenv("XDG_CONFIG_HOME");
    else
        qputenv("XDG_CONFIG_HOME", before);
    QVERIFY(options);
    QCOMPARE(options->scenario.words.raised, std::string("page"));
}

void TestCommandLineOptions::preset_broken_saysWhere()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n\"title\": \"Mine\",\n\"nuon\": \"page\"}");
    file.close();
    const auto run = runCommandLine(
            {u"metrics"_s, u"a.csv"_s, u"--threshold"_s, u"1"_s, u"--preset"_s, file.fileName()});
    QCOMPARE(run.code, 2);
    QVERIFY2(
            run.err.startsWith(u"--preset: “nuon” in “mine.json” is no key that can stand there"_s),
            qPrintable(run.err));
}

void TestCommandLineOptions::preset_otherOptions_winOverIt()
{
    const auto options = parsed(u"--value-fp -2 --uses-per-week 7 --patience 1s=0.4 --noun hint "
                                "--late unanswered --preset inlinesuggestion"_s);
    QVERIFY(options);
    QCOMPARE(options->scenario.values.fp(), -2.0);
    QCOMPARE(options->scenario.values.tp(), 5.0);
    QCOMPARE(options->scenario.usesPerWeek, std::optional(7.0));
    QCOMPARE(options->scenario.usualUsesPerWeek, 40.0);
    QCOMPARE(options->scenario.words.raised, std::string("hint"));
    QVERIFY(options->scenario.latePolicy == oneinn::LatePolicy::Unanswered);
    QVERIFY(options->scenario.patience == oneinn::PatienceCurve({{{1000.0}, 0.4}}));
    const auto everyone = parsed(u"--preset inlinesuggestion --patience everyone"_s);
    QVERIFY(everyone && everyone->scenario.patience.everyoneWaits());
}

void TestCommandLineOptions::patience_anyWriting_isRead()
{
    const std::vector<oneinn::PatiencePoint> points{{{500.0}, 0.9}, {{2000.0}, 0.5}};
    for (const QString &text : {u"500ms=0.9,2s=0.5"_s, u"0.5s=90%;2000ms=50%"_s}) {
        const auto options = parsed(u"--patience-shape lognormal --patience "_s + text);
        QVERIFY(options);
        QVERIFY(options->scenario.patience
                == oneinn::PatienceCurve(points, oneinn::PatienceShape::Lognormal));
    }
    QVERIFY(parsed({})->scenario.patience.everyoneWaits());
}

void TestCommandLineOptions::fallback_withoutThreshold_isAModel()
{
    const auto options = parsed(u"--fallback gpt:mini"_s);
    QVERIFY(options && options->fallback);
    QCOMPARE(options->fallback->model, std::string("gpt:mini"));
    QVERIFY(!options->fallback->threshold);
}

void TestCommandLineOptions::costPerCall_repeated_isByModel()
{
    const auto options =
            parsed(u"--cost-per-call large=0.002 --cost-per-call a=b=3 --cost-per-call large=4"_s);
    QVERIFY(options);
    const std::map<std::string, double> expected{{"large", 4.0}, {"a=b", 3.0}};
    QVERIFY(options->scenario.costPerCall == expected);
}

void TestCommandLineOptions::fallback_named_isRead()
{
    const auto options = parsed(u"--fallback gpt:4:0.25"_s);
    QVERIFY(options && options->fallback);
    QCOMPARE(options->fallback->model, std::string("gpt:4"));
    QCOMPARE(options->fallback->threshold, 0.25);
}

ONEINN_TEST(TestCommandLineOptions)

} // namespace tests::cli_commandlineoptions

#include "tst_commandlineoptions.moc"
