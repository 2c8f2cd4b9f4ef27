// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lesson.h"
#include "lessons/lessonanswers.h"
#include "lessons/openlesson.h"
#include "lessons/stepfaults.h"

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

namespace tests::lessons_lesson {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestLesson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_damaged_saysTheLine_data();
    void read_damaged_saysTheLine();
    void read_severalFaults_tellsAllByLine();
    void read_misspelt_saysTheNearestAndWhere();
    void read_nameMisspelt_saysTheNearest_data();
    void read_nameMisspelt_saysTheNearest();
    void read_keyLacks_saysThatItLacks();
    void open_sampleMisspelt_saysTheNearest();
    void builtIn_each_isOfTheNewestSchema();
    void threshold_answered_toldInPeople();
    void wait_answered_toldInPeople();
    void answer_offTheScale_saysWhereItGoes();
    void read_kindUnknown_saysNothingOfItsOtherKeys();
    void read_columns_areThoseOfTheData();
    void open_threeClasses_areReadByTheirPositive();
    void open_fileMissing_saysNothingOfItsData();
    void ranking_toldTheSame_isLevel();
    void share_windowTellsARange_lessonTellsItToo();
    void open_classesWithoutALabel_adviceWorks_data();
    void open_classesWithoutALabel_adviceWorks();
    void open_severalFaultsOfData_tellsAllByLine();
    void open_whatPassedUnseen_isTold();
    void open_scenarioDamaged_dataAreToldAsWell();
    void open_nothingAnsweredInTime_saysSo();
    void open_columnsMissing_saysTheKey();
    void builtIn_each_hasAnAnswerToEachStep();
    void builtIn_choices_rightOneIsGradedSo();
    void shares_harms_areThoseOneWantsFewerOf();
    void builtIn_otherData_worksOrSaysWhyNot();
    void accurate_shownAll_countedFromTheFile();
    void threshold_half_missedCountedFromTheFile();
    void threshold_dial_endsWithTheScores();
    void segment_bankTransfer_countedFromTheFile();
    void sameRows_optimism_asDrawnByDaysHere();
    void sameRows_lowScoresPositive_endsChangePlaces();
    void number_off_isToldInWhatIsCounted();
    void choice_wrong_carriesItsMisconception();
    void format_page_namesEveryQuantity();
};

namespace {

const QByteArray sound = R"({
 "schema": 1,
 "title": "T",
 "data": {"sample": "assistantanswers"},
 "steps": [
  {
   "question": "Q",
   "threshold": 0,
   "answer": {
    "kind": "choice",
    "quantity": "wrong_of_shown",
    "choices": [
     {"text": "A", "number": 13},
     {"text": "B", "number": 87, "misconception": "M"}
    ]
   },
   "reveal": "{wrong_of_shown}"
  }
 ]
})";

/// Records of a sample as cells; its samples have no quotes.
QList<QStringList> records(const QString &file)
{
    QFile csv(testsupport::sampleData(file));
    if (!csv.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file));
    QList<QStringList> all;
    const QStringList lines = QString::fromUtf8(csv.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1))
        all.append(line.trimmed().split(u','));
    return all;
}

Lesson builtIn(const QString &name)
{
    builtInLessons();
    return readLessonFile(u":/lessons/%1.lesson.json"_s.arg(name)).value();
}

/// Scores of fraudalerts by day, of one channel, each with whether it was fraud.
using DaysOfScores = QList<QList<std::pair<double, bool>>>;

DaysOfScores daysOf(const QString &channel)
{
    QMap<QString, QList<std::pair<double, bool>>> days;
    const auto all = records(u"fraudalerts.csv"_s);
    for (const QStringList &record : all) {
        if (record.at(2) == channel)
            days[record.at(1)].append({record.at(5).toDouble(), record.at(4) == u"1"});
    }
    return days.values();
}

/// Worth at a threshold, over all days together, and how many payments there are.
std::pair<double, double> worth(const DaysOfScores &days, double threshold)
{
    double sum = 0.0;
    double uses = 0.0;
    for (const auto &day : days) {
        uses += double(day.size());
        for (const auto &[score, fraud] : day)
            sum += fraud ? (score >= threshold ? 90.0 : -100.0)
                         : (score >= threshold ? -10.0 : 0.0);
    }
    return {sum, uses};
}

double perUse(const DaysOfScores &days, double threshold)
{
    const auto [sum, uses] = worth(days, threshold);
    return sum / uses;
}

/// In one pass from the highest score down; ties decide together.
double bestOf(const DaysOfScores &days)
{
    QList<std::pair<double, bool>> all;
    for (const auto &day : days)
        all += day;
    std::ranges::sort(all, std::greater<>());
    double sum = 0.0;
    double most = 0.0;
    double best = 2.0; // nothing is shown
    for (qsizetype i = 0; i < all.size(); ++i) {
        sum += all.at(i).second ? 190.0 : -10.0;
        const bool isLast = i + 1 == all.size() || all.at(i + 1).first != all.at(i).first;
        if (isLast && sum > most) {
            most = sum;
            best = all.at(i).first;
        }
    }
    return best;
}

/// A lesson on a table of its own.
struct OwnLesson {
    explicit OwnLesson(const QByteArray &table) { write(u"own.csv"_s, table); }
    std::variant<OpenLessonPtr, QStringList> open(QByteArray text) const
    {
        text.replace(R"("sample": "assistantanswers")", R"("file": "own.csv")");
        write(u"own.lesson.json"_s, text);
        return openLesson(folder.filePath(u"own.lesson.json"_s));
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    QTemporaryDir folder;
};

QByteArray threeClasses()
{
    QByteArray table = "label,score\n";
    for (int i = 0; i < 30; ++i) {
        const char *animal = i % 3 == 0 ? "cat," : i % 3 == 1 ? "dog," : "bird,";
        table += animal + QByteArray::number(0.03 * i) + '\n';
    }
    return table;
}

double answerTo(const Lesson &lesson, int step)
{
    const auto data = lessonData(lesson, {});
    const LessonStep &asked = lesson.steps.at(step);
    const auto answers = StepAnswers::of(lesson, asked, data.value());
    return answers.value()[*quantityOf(asked.quantity)]->number;
}

} // namespace

void TestLesson::read_damaged_saysTheLine_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *from, const char *to, int line) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line;
    };
    row("schema newer", "\"schema\": 1", "\"schema\": 4", 2);
    row("schema lacks", " \"schema\": 1,\n", "\n", 1);
    row("title is a number", "\"T\"", "3", 3);
    row("title twice", "\"title\": \"T\",", "\"title\": \"T\", \"title\": \"U\",", 3);
    row("title misspelt", "\"title\"", "\"titel\"", 1);
    row("another key", "\"title\": \"T\",", "\"title\": \"T\",\n \"colour\": 1,", 4);
    row("no data", "{\"sample\": \"assistantanswers\"}", "{}", 4);
    row("two data", "{\"sample\"", "{\"file\": \"a.csv\", \"sample\"", 4);
    row("question empty", "\"Q\"", "\"\"", 7);
    row("question lacks", "   \"question\": \"Q\",\n", "\n", 6);
    row("threshold in words", "\"threshold\": 0", "\"threshold\": \"half\"", 8);
    row("kind unknown", "\"choice\"", "\"guess\"", 10);
    row("quantity unknown", "\"wrong_of_shown\",", "\"wrongness\",", 11);
    row("right answer written", "\"choices\"", "\"right\": \"A\", \"choices\"", 12);
    row("choice without a number", ", \"number\": 13", "", 13);
    row("choice with a text for a number", "\"number\": 13", "\"number\": \"13\"", 13);
    row("choice is a text", "{\"text\": \"A\", \"number\": 13}", "\"A\"", 13);
    row("reveal unknown", "{wrong_of_shown}", "{wrong}", 17);
    row("reveal open", "{wrong_of_shown}", "{wrong_of_shown", 17);
    row("reveal lacks", ",\n   \"reveal\": \"{wrong_of_shown}\"", "", 6);
    row("comma lacks", "\"T\",", "\"T\"", 4);
}

void TestLesson::read_damaged_saysTheLine()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, line);
    QVERIFY(readLesson(sound, u"l.lesson.json"_s).ok());
    QByteArray damaged = sound;
    const auto at = damaged.indexOf(from);
    QVERIFY(at >= 0);
    damaged.replace(at, from.size(), to);
    const auto read = readLesson(damaged, u"l.lesson.json"_s);
    QVERIFY(!read.ok());
    const QString sentence = lessonProblemText(read.problem());
    QVERIFY2(sentence.contains(u"ine %1"_s.arg(QString::number(line))), qPrintable(sentence));
    QVERIFY2(sentence.count(u'.') >= 2, qPrintable(sentence));
}

void TestLesson::read_severalFaults_tellsAllByLine()
{
    QByteArray damaged = sound;
    damaged.replace("\"T\"", "7");
    damaged.replace("\"threshold\": 0", "\"treshold\": 0");
    damaged.replace(", \"number\": 87", "");
    damaged.replace("{wrong_of_shown}", "{wrong}");
    const LessonText text = readLessonText(damaged, u"l.lesson.json"_s);
    std::vector<std::size_t> lines;
    for (const Problem &problem : text.problems)
        lines.push_back(*problem.line);
    QCOMPARE(lines, (std::vector<std::size_t>{3, 8, 14, 17}));
    for (const Problem &problem : text.problems)
        QVERIFY2(lessonProblemText(problem).count(u'.') >= 2,
                 qPrintable(lessonProblemText(problem)));
}

void TestLesson::read_misspelt_saysTheNearestAndWhere()
{
    QByteArray damaged = sound;
    damaged.replace("\"threshold\"", "\"treshold\"");
    const auto read = readLesson(damaged, u"l.lesson.json"_s);
    QVERIFY(!read.ok());
    QCOMPARE(lessonProblemText(read.problem()),
             u"Line 8: “treshold” in “steps[0]” of “l.lesson.json” is no key that can stand there. "
             "Write “threshold”, which is the nearest, or leave it out."_s);
}

/// What is wrong is the kind, and not what goes with a kind that is not known.
void TestLesson::read_kindUnknown_saysNothingOfItsOtherKeys()
{
    for (const auto &[from, to] :
         {std::pair("\"choice\"", "\"guess\""), std::pair("\"wrong_of_shown\",", "\"worth\",")}) {
        QByteArray damaged = sound;
        damaged.replace(from, to);
        const LessonText text = readLessonText(damaged, u"l.lesson.json"_s);
        QCOMPARE(text.problems.size(), std::size_t{1});
    }
}

void TestLesson::read_columns_areThoseOfTheData()
{
    QByteArray text = sound;
    text.replace("\"schema\": 1", "\"schema\": 2");
    text.replace("\"assistantanswers\"",
                 R"("assistantanswers", "label": "l", "positive": "p", "score": "s",
 "lowerIsPositive": true, "latency": "")");
    const auto read = readLesson(text, u"l.lesson.json"_s);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(lessonProblemText(read.problem())));
    const ingest::ColumnMapping mapping = lessonMapping(read.value());
    QCOMPARE(mapping.label, std::optional<std::string>("l"));
    QCOMPARE(mapping.positive, std::optional<std::string>("p"));
    QCOMPARE(mapping.score, std::optional<std::string>("s"));
    QCOMPARE(mapping.latency, std::optional<std::string>(""));
    QCOMPARE(mapping.lowerIsPositive, std::optional(true));
    QCOMPARE(lessonMapping(readLesson(sound, u"l.lesson.json"_s).value()), ingest::ColumnMapping());
}

/// Of 30 rows 10 are cats: counted here.
void TestLesson::open_threeClasses_areReadByTheirPositive()
{
    const OwnLesson own(threeClasses());
    const auto refused = own.open(sound);
    const auto *faults = std::get_if<QStringList>(&refused);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().startsWith(u"Line 4: ")
                     && faults->constFirst().contains(u"\"positive\": \""),
             qPrintable(faults->constFirst()));
    QByteArray misspelt = sound;
    misspelt.replace("\"assistantanswers\"", "\"assistantanswers\", \"positive\": \"catt\"");
    const auto unknown = own.open(misspelt);
    faults = std::get_if<QStringList>(&unknown);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().contains(u"\"positive\": \"cat\"."), qPrintable(faults->first()));
    QByteArray text = sound;
    text.replace("\"assistantanswers\"", "\"assistantanswers\", \"positive\": \"cat\"");
    text.replace("\"wrong_of_shown\",", "\"good\",");
    text.replace("\"number\": 13", "\"number\": 33");
    const auto opened = own.open(text);
    if (const auto *wrong = std::get_if<QStringList>(&opened))
        QFAIL(qPrintable(wrong->join(u'\n')));
    const auto &lesson = *std::get<OpenLessonPtr>(opened);
    QVERIFY(qAbs(lesson.answers.first()[*quantityOf(u"good"_s)]->number - 1000.0 / 30.0) < 1e-9);
}

/// What cannot be read names no data that could be missing as well.
void TestLesson::open_fileMissing_saysNothingOfItsData()
{
    const QTemporaryDir folder;
    const auto missing = openLesson(folder.filePath(u"mine.lesson.json"_s));
    const auto *faults = std::get_if<QStringList>(&missing);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().contains(u"mine.lesson.json"), qPrintable(faults->constFirst()));
    const OwnLesson own(threeClasses());
    const auto noJson = own.open("fruit,p\napple,1\n");
    faults = std::get_if<QStringList>(&noJson);
    QVERIFY2(faults && faults->size() == 1, faults ? qPrintable(faults->join(u'\n')) : "");
}

/// Nobody who is told the same number of both could say which comes first.
void TestLesson::ranking_toldTheSame_isLevel()
{
    // 51 of the 101 that are shown are wrong, and 50 of 100 good ones missed: both 50 of 100.
    QByteArray rows = "label,score\n";
    for (int i = 0; i < 1000; ++i)
        rows += i < 50 ? "1,0.9\n" : i < 101 ? "0,0.8\n" : i < 151 ? "1,0.3\n" : "0,0.1\n";
    const OwnLesson own(rows);
    const auto opened = own.open(R"({"schema": 2, "title": "T", "data": {"file": "own.csv"},
"steps": [{"question": "q", "threshold": 0.5, "reveal": "r", "answer": {"kind": "ranking",
 "choices": [{"text": "good", "quantity": "good"}, {"text": "wrong", "quantity": "wrong_of_shown"},
             {"text": "missed", "quantity": "missed"}]}}]})");
    if (const auto *wrong = std::get_if<QStringList>(&opened))
        QFAIL(qPrintable(wrong->join(u'\n')));
    const auto &lesson = *std::get<OpenLessonPtr>(opened);
    const LessonStep &step = lesson.lesson.steps.first();
    const StepAnswers &answers = lesson.answers.first();
    QCOMPARE(rightPlaces(step, answers), QStringList({u"bc"_s, u"a"_s}));
    QCOMPARE(rightOrder(step, answers), u"b and c level, then a"_s);
    for (const QString &either : {u"bca"_s, u"cba"_s})
        QCOMPARE(grade(step, answers, either)->right, std::optional(true));
    QCOMPARE(grade(step, answers, u"abc"_s)->right, std::optional(false));
}

/// The column says "between 13 and 35 of 100": one number, and its interval beside it.
void TestLesson::share_windowTellsARange_lessonTellsItToo()
{
    QByteArray rows = "label,score\n";
    for (int i = 0; i < 200; ++i)
        rows += i < 39 ? "1,0.9\n" : i < 51 ? "0,0.8\n" : i < 61 ? "1,0.3\n" : "0,0.1\n";
    const OwnLesson own(rows);
    const auto opened = own.open(R"({"schema": 2, "title": "T", "data": {"file": "own.csv"},
"steps": [{"question": "q", "threshold": 0.5, "reveal": "{wrong_of_shown} are wrong.",
 "answer": {"kind": "number", "quantity": "wrong_of_shown"}}]})");
    if (const auto *wrong = std::get_if<QStringList>(&opened))
        QFAIL(qPrintable(wrong->join(u'\n')));
    const auto &lesson = *std::get<OpenLessonPtr>(opened);
    const StepAnswers &answers = lesson.answers.first();
    const Proportion share = *answers.assessment().experience[Share::WrongOfShown];
    QCOMPARE(share.yes.rows, 12.0);
    QCOMPARE(share.all.rows, 51.0);
    const Interval interval = wilsonInterval(12.0, 51.0);
    QVERIFY(interval.high > 2.0 * interval.low);
    QCOMPARE(answers.reveal(lesson.lesson.steps.first()),
             u"24 of 100 (95 % interval: between %1 and %2) are wrong."_s
                     .arg(qRound(100.0 * interval.low))
                     .arg(qRound(100.0 * interval.high)));
}

void TestLesson::open_classesWithoutALabel_adviceWorks_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("given");
    const QByteArray scores = "apple,0.7,0.2,0.1\npear,0.3,0.6,0.1\nplum,0.2,0.3,0.5\n"
                              "apple,0.3,0.4,0.3\n";
    const QByteArray single = "apple,0.7\npear,0.3\nplum,0.2\napple,0.3\n";
    QTest::newRow("a score each") << QByteArray("fruit,p_apple,p_pear,p_plum") << scores
                                  << QByteArray();
    QTest::newRow("named like a segment")
            << QByteArray("document_type,p_apple,p_pear,p_plum") << scores << QByteArray();
    QTest::newRow("one score") << QByteArray("fruit,confidence") << single << QByteArray();
    QTest::newRow("label given") << QByteArray("fruit,confidence") << single
                                 << QByteArray("\"label\": \"fruit\"");
    QTest::newRow("positive misspelt")
            << QByteArray("fruit,confidence") << single << QByteArray("\"positive\": \"plums\"");
}

/// What is written into the data as it is told is all that was lacking.
void TestLesson::open_classesWithoutALabel_adviceWorks()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, rows);
    QFETCH(const QByteArray, given);
    const OwnLesson own(header + '\n' + rows.repeated(10));
    QByteArray text = R"({"schema": 2, "title": "T", "data": {"file": "own.csv", X},
"steps": [{"question": "q", "answer": {"kind": "number", "quantity": "good"}, "reveal": "r"}]})";
    const auto with = [&text](const QByteArray &columns) {
        return QByteArray(text).replace(columns.isEmpty() ? ", X" : "X", columns);
    };
    const auto refused = own.open(with(given));
    const auto *faults = std::get_if<QStringList>(&refused);
    QVERIFY(faults && faults->size() == 1);
    const QString advice = faults->constFirst().section(u" it: "_s, -1).chopped(1);
    QVERIFY2(advice.contains(u"\"positive\""_s), qPrintable(faults->constFirst()));
    const bool isBeside = given.contains("label");
    const auto opened = own.open(with((isBeside ? given + ", " : QByteArray()) + advice.toUtf8()));
    if (const auto *wrong = std::get_if<QStringList>(&opened))
        QFAIL(qPrintable(advice + u" -> "_s + wrong->join(u'\n')));
}

void TestLesson::open_severalFaultsOfData_tellsAllByLine()
{
    const OwnLesson own(threeClasses());
    QByteArray text = sound;
    text.replace("\"assistantanswers\"", "\"assistantanswers\", \"positive\": \"cat\"");
    text.replace("\"title\": \"T\"", "\"titel\": \"T\"");
    text.replace("\"threshold\": 0", "\"budgetMs\": 5");
    const auto opened = own.open(text);
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults);
    QStringList starts;
    for (const QString &fault : *faults)
        starts.append(fault.section(u':', 0, 0));
    QCOMPARE(starts, QStringList({u"Line 1"_s, u"Line 3"_s, u"Line 8"_s, u"Line 11"_s}));
    const QString first = allFaults(u"/somewhere/mine.lesson.json"_s, *faults);
    QVERIFY(first.startsWith(u"\u201cmine.lesson.json\u201d cannot be taught.\n"_s));
    QVERIFY(first.endsWith(faults->constLast()));
}

/// Each in its line, with what to do; none hides another.
void TestLesson::open_whatPassedUnseen_isTold()
{
    const OwnLesson own("label,score\n1,0.9\n0,0.8\n1,0.7\n0,0.1\n");
    const auto opened = own.open(R"({"schema": 2, "title": "T", "data": {"file": "own.csv"},
"steps": [
{"question": "q", "answer": {"kind": "words"},
 "model": "large",
 "threshold": 7,
 "reveal": "{missed} {late}"},
{"question": "q", "reveal": "r", "answer": {"kind": "ranking", "choices": [
 {"text": "a", "quantity": "missed"},
 {"text": "b", "quantity": "missed"}]}}
]})");
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults);
    const QString all = faults->join(u'\n');
    QCOMPARE(faults->size(), 4);
    QVERIFY2(faults->at(0).startsWith(u"Line 4: These data have no models"_s), qPrintable(all));
    QVERIFY2(faults->at(1).startsWith(u"Line 5: No score is near 7: they go from 0.1 to 0.9."_s),
             qPrintable(all));
    QVERIFY2(faults->at(2).startsWith(u"Line 6: 'late' "_s)
                     && faults->at(2).contains(u"no latencies"_s),
             qPrintable(all));
    QVERIFY2(faults->at(3).startsWith(u"Line 9: 'missed' is ranked twice"_s), qPrintable(all));
    const auto empty =
            own.open(R"({"schema": 2, "title": "T", "data": {"file": "own.csv"}, "steps": []})");
    QVERIFY2(std::get<QStringList>(empty).constFirst().contains(u"a list of at least one step"_s),
             qPrintable(std::get<QStringList>(empty).constFirst()));
}

void TestLesson::open_scenarioDamaged_dataAreToldAsWell()
{
    const OwnLesson own("label,score\n1,0.9\n0,0.8\n");
    QByteArray text(R"({"schema": 2, "title": "T", "data": {"file": "gone/not.csv"},
"scenario": {"noum": "alert"},
"steps": [{"question": "q", "answer": {"kind": "words"}, "reveal": "{mised} {recal}"}]})");
    const auto opened = own.open(text);
    const QString all = std::get<QStringList>(opened).join(u'\n');
    QCOMPARE(all.count(u'\n'), 3);
    // As the lesson names it, and not as it lies on this machine.
    QVERIFY2(all.startsWith(u"Line 1: The data of the lesson: \u201cgone/not.csv\u201d does not"_s),
             qPrintable(all));
    QVERIFY2(all.contains(u"\u201cnoum\u201d"_s) && all.contains(u"{mised}"_s)
                     && all.contains(u"{recal}"_s),
             qPrintable(all));
}

void TestLesson::open_nothingAnsweredInTime_saysSo()
{
    const OwnLesson own("label,score,latency_ms\n1,0.9,100\n0,0.8,120\n1,0.7,90\n0,0.1,80\n");
    QByteArray text = sound;
    text.replace("\"threshold\": 0", "\"threshold\": 0, \"budgetMs\": 5");
    const auto opened = own.open(text);
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().startsWith(u"Line 11: ")
                     && faults->constFirst().contains(
                             u"Within 5 ms none of the 4 uses is answered, so nothing is shown."),
             qPrintable(faults->constFirst()));
}

void TestLesson::open_columnsMissing_saysTheKey()
{
    const OwnLesson own("a,b\nx,y\nz,w\n");
    const auto opened = own.open(sound);
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults && faults->size() == 1);
    QVERIFY2(faults->constFirst().startsWith(u"Line 4: The data of the lesson: ")
                     && faults->constFirst().contains(u"In \"data\", \"")
                     && !faults->constFirst().contains(u"--"),
             qPrintable(faults->constFirst()));
}

void TestLesson::builtIn_each_hasAnAnswerToEachStep()
{
    const QStringList paths = builtInLessons();
    QCOMPARE(paths.size(), 10);
    for (const QString &path : paths) {
        const auto lesson = readLessonFile(path);
        QVERIFY2(lesson.ok(),
                 qPrintable(path + (lesson ? QString() : lessonProblemText(lesson.problem()))));
        const auto data = lessonData(lesson.value(), {});
        QVERIFY2(data.ok(), qPrintable(path));
        const auto before = lessonBefore(lesson.value(), {}, data.value());
        QVERIFY2(before.ok(), qPrintable(path));
        for (const LessonStep &step : lesson.value().steps) {
            const auto answers =
                    StepAnswers::of(lesson.value(), step, data.value(), before.value());
            QVERIFY2(answers.ok(), qPrintable(path));
            const auto faults = stepFaults(step, answers.value());
            QVERIFY2(faults.isEmpty(), qPrintable(path + u' ' + faults.value(0).sentence));
            const QString reveal = answers.value().reveal(step);
            QVERIFY2(!reveal.contains(u'{') && !reveal.contains(u"not known"),
                     qPrintable(path + u' ' + reveal));
        }
    }
}

/// What a class is told is right is what a learner is.
void TestLesson::builtIn_choices_rightOneIsGradedSo()
{
    int asked = 0;
    const QStringList paths = builtInLessons();
    for (const QString &path : paths) {
        const Lesson lesson = readLessonFile(path).value();
        const auto data = lessonData(lesson, {});
        const auto before = lessonBefore(lesson, {}, data.value());
        for (const LessonStep &step : lesson.steps) {
            const auto answers = StepAnswers::of(lesson, step, data.value(), before.value());
            const auto right = rightChoice(step, answers.value());
            QCOMPARE(right.has_value(), step.kind == AnswerKind::Choice);
            if (!right)
                continue;
            ++asked;
            for (qsizetype i = 0; i < step.choices.size(); ++i) {
                const auto graded =
                        grade(step, answers.value(), QString(QChar(char16_t(u'a' + i))));
                QVERIFY(graded && (i != *right || graded->right.value_or(false)));
            }
        }
    }
    QVERIFY(asked >= 4);
}

void TestLesson::shares_harms_areThoseOneWantsFewerOf()
{
    QStringList harms;
    for (const Quantity &quantity : quantities()) {
        if (quantity.unit == QuantityUnit::OfHundred && isHarm(quantity))
            harms.append(quantity.key);
    }
    harms.sort();
    QCOMPARE(harms,
             QStringList({u"late"_s, u"left"_s, u"missed"_s, u"wrong_of_bad"_s, u"wrong_of_shown"_s,
                          u"wrong_of_uses"_s}));
}

void TestLesson::builtIn_otherData_worksOrSaysWhyNot()
{
    const QStringList paths = builtInLessons();
    for (const QString &path : paths) {
        for (const auto *sample : {"fraudalerts", "listingrecommendations"}) {
            Lesson lesson = readLessonFile(path).value();
            lesson.sample = QLatin1String(sample);
            const auto data = lessonData(lesson, {});
            if (!data)
                continue; // a column that is not there: said when the file is read
            for (const LessonStep &step : std::as_const(lesson.steps)) {
                const auto answers = StepAnswers::of(lesson, step, data.value());
                if (!answers) {
                    QVERIFY(!lessonProblemText(answers.problem()).isEmpty());
                    continue;
                }
                const Quantity *asked = quantityOf(step.quantity);
                const bool told = !asked || answers.value()[*asked].has_value();
                if (!told)
                    QVERIFY(stepFaults(step, answers.value())
                                    .constFirst()
                                    .sentence.contains(step.budgetMs ? u"budgetMs"_s
                                                                     : step.quantity));
            }
        }
    }
}

void TestLesson::accurate_shownAll_countedFromTheFile()
{
    double wrong = 0.0;
    const auto all = records(u"assistantanswers.csv"_s);
    for (const QStringList &record : all)
        wrong += record.at(3) == u"no" ? 1.0 : 0.0;
    Lesson lesson = builtIn(u"1-accurate"_s);
    lesson.scenario.patience = {}; // who leaves is not counted here
    QVERIFY(qAbs(answerTo(lesson, 0) - 100.0 * wrong / double(all.size())) < 1e-9);
}

void TestLesson::threshold_half_missedCountedFromTheFile()
{
    double frauds = 0.0;
    double missed = 0.0;
    const auto all = records(u"fraudalerts.csv"_s);
    for (const QStringList &record : all) {
        const QString &latency = record.at(6);
        if (record.at(4) != u"1" || latency.isEmpty())
            continue;
        frauds += 1.0;
        missed += record.at(5).toDouble() < 0.5 || latency.toDouble() > 50.0 ? 1.0 : 0.0;
    }
    QVERIFY(qAbs(answerTo(builtIn(u"2-threshold"_s), 0) - 100.0 * missed / frauds) < 1e-9);
}

void TestLesson::threshold_dial_endsWithTheScores()
{
    const Lesson lesson = builtIn(u"2-threshold"_s);
    const LessonStep &step = lesson.steps.at(1);
    const auto answers = StepAnswers::of(lesson, step, lessonData(lesson, {}).value());
    QList<double> scores;
    const auto all = records(u"fraudalerts.csv"_s);
    for (const QStringList &record : all)
        scores.append(record.at(5).toDouble());
    const auto [low, high] = std::ranges::minmax(scores);
    QCOMPARE(answers.value().dialEnds(step), (std::optional<Interval>{{low, high}}));
    QVERIFY(!answers.value().dialEnds(lesson.steps.at(0)));
}

void TestLesson::segment_bankTransfer_countedFromTheFile()
{
    double frauds = 0.0;
    double missed = 0.0;
    const auto all = records(u"payments-february.csv"_s);
    for (const QStringList &record : all) {
        if (record.at(4) != u"1" || record.at(3) != u"bank-transfer")
            continue;
        frauds += 1.0;
        missed += record.at(5).toDouble() < 0.05 ? 1.0 : 0.0;
    }
    QVERIFY(qAbs(answerTo(builtIn(u"7-hidden-segment"_s), 1) - 100.0 * missed / frauds) < 1e-9);
}

/// Efron & Gong's optimism, by another generator: days are drawn with replacement.
void TestLesson::sameRows_optimism_asDrawnByDaysHere()
{
    constexpr int draws = 4000;
    const DaysOfScores days = daysOf(u"phone-order"_s);
    const double best = bestOf(days);
    QRandomGenerator random(8);
    double sum = 0.0;
    for (int draw = 0; draw < draws; ++draw) {
        DaysOfScores drawn;
        for (qsizetype i = 0; i < days.size(); ++i)
            drawn.append(days.at(random.bounded(int(days.size()))));
        const double chosen = bestOf(drawn);
        sum += perUse(drawn, chosen) - perUse(drawn, best)
                - (perUse(days, chosen) - perUse(days, best));
    }
    const double optimism = 1000.0 * sum / draws;
    const Lesson lesson = builtIn(u"8-same-rows"_s);
    const double told = answerTo(lesson, 1);
    QVERIFY2(qAbs(told - optimism) < 0.1 * optimism,
             qPrintable(u"%1 %2"_s.arg(told).arg(optimism)));
    const auto answers =
            StepAnswers::of(lesson, lesson.steps.at(1), lessonData(lesson, {}).value());
    const double expected = answers.value()[*quantityOf(u"best_value_new"_s)]->number;
    QVERIFY(qAbs(expected + told - 1000.0 * perUse(days, best)) < 1e-6);
    // The answer is one of the choices, and not by little.
    QVERIFY(told > 205.0 && told < 495.0);
}

void TestLesson::sameRows_lowScoresPositive_endsChangePlaces()
{
    QTemporaryDir folder;
    QFile low(folder.filePath(u"low.csv"_s));
    QVERIFY(low.open(QIODevice::WriteOnly));
    low.write("label,distance\n");
    for (int i = 0; i < 300; ++i)
        low.write(QByteArray::number(int(i % 7 < 3 ? i < 150 : i < 60)) + ','
                  + QByteArray::number(0.1 * i) + '\n');
    low.close();
    Lesson lesson = readLesson(sound, u"l.lesson.json"_s).value();
    lesson.sample.clear();
    lesson.file = u"low.csv"_s;
    const auto data = lessonData(lesson, folder.path());
    QVERIFY(data.ok());
    QVERIFY(data.value().mapping.lowerIsPositive.value);
    const auto answers = StepAnswers::of(lesson, lesson.steps.front(), data.value());
    const double from = answers.value()[*quantityOf(u"best_threshold_low"_s)]->number;
    const double to = answers.value()[*quantityOf(u"best_threshold_high"_s)]->number;
    const double best = answers.value()[*quantityOf(u"best_threshold"_s)]->number;
    QVERIFY2(from >= 0.0 && from <= best && best <= to && from < to,
             qPrintable(u"%1 %2 %3"_s.arg(from).arg(best).arg(to)));
}

void TestLesson::number_off_isToldInWhatIsCounted()
{
    const Lesson lesson = builtIn(u"1-accurate"_s);
    const auto data = lessonData(lesson, {});
    const LessonStep &step = lesson.steps.front();
    const auto answers = StepAnswers::of(lesson, step, data.value());
    const int right = qRound(answerTo(lesson, 0));
    const auto off = grade(step, answers.value(), QString::number(right + 7));
    QVERIFY(off && off->right == false);
    QVERIFY2(off->said.contains(u"7 answers fewer than you said"), qPrintable(off->said));
    QVERIFY(grade(step, answers.value(), QString::number(right))->right == true);
    for (const auto *typed : {"", "many", "101", "-1", "nan"})
        QVERIFY2(!grade(step, answers.value(), QLatin1String(typed)), typed);
}

void TestLesson::choice_wrong_carriesItsMisconception()
{
    const Lesson lesson = readLesson(sound, u"l.lesson.json"_s).value();
    const auto data = lessonData(lesson, {});
    const auto answers = StepAnswers::of(lesson, lesson.steps.front(), data.value());
    QCOMPARE(grade(lesson.steps.front(), answers.value(), u"b"_s)->misconception, u"M"_s);
    QVERIFY(grade(lesson.steps.front(), answers.value(), u"a"_s)->right == true);
    QVERIFY(!grade(lesson.steps.front(), answers.value(), u"c"_s));
}

void TestLesson::format_page_namesEveryQuantity()
{
    QFile page(testsupport::sourceFolder(u"docs/lesson-format.md"_s));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    // What kinds of feature can say, a lesson's scenario can.
    QFile kinds(testsupport::sourceFolder(u"resources/presets/README.md"_s));
    QVERIFY(kinds.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(kinds.readAll()).split(u'\n');
    int rows = 0;
    for (const QString &line : lines) {
        const bool isOfFiles = line.startsWith(u"| `title`") || line.startsWith(u"| `sentence`");
        if (!line.startsWith(u"| `") || isOfFiles)
            continue;
        ++rows;
        QVERIFY2(text.contains(line), qPrintable(line));
    }
    QVERIFY(rows > 10);
    QVERIFY(!text.contains(u"../resources") && !text.contains(u"../sample_data"));
    for (const Quantity &quantity : quantities())
        QVERIFY2(text.contains(u"| `%1` | %2 |"_s.arg(quantity.key, quantity.meaning)),
                 qPrintable(quantity.key));
}

void TestLesson::read_nameMisspelt_saysTheNearest_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a quantity")
            << QByteArray("\"wrong_of_shown\",") << QByteArray("\"wrong_of_show\",")
            << u"Line 11: “steps[0].answer.quantity” of “l.lesson.json” cannot be “wrong_of_show”. "
               "Write “wrong_of_shown”, which is the nearest."_s;
    QTest::newRow("a place in the reveal")
            << QByteArray("{wrong_of_shown}") << QByteArray("It is {mised}.")
            << u"Line 17: “steps[0].reveal” of “l.lesson.json” cannot be “{mised}”. Write "
               "“{missed}”, which is the nearest."_s;
    QTest::newRow("a kind") << QByteArray("\"choice\"") << QByteArray("\"choise\"")
                            << u"Line 10: “steps[0].answer.kind” of “l.lesson.json” cannot be "
                               "“choise”. Write “choice”, which is the nearest."_s;
    QTest::newRow("nothing like it")
            << QByteArray("\"choice\"") << QByteArray("\"guess\"")
            << u"Line 10: “steps[0].answer.kind” of “l.lesson.json” cannot be “guess”. It needs "
               "choice, number, threshold, budget, ranking or words."_s;
}

void TestLesson::read_nameMisspelt_saysTheNearest()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, sentence);
    QByteArray damaged = sound;
    damaged.replace(from, to);
    const auto read = readLesson(damaged, u"l.lesson.json"_s);
    QVERIFY(!read.ok());
    QCOMPARE(lessonProblemText(read.problem()), sentence);
}

void TestLesson::read_keyLacks_saysThatItLacks()
{
    QByteArray damaged = sound;
    damaged.replace("   \"question\": \"Q\",\n", "");
    const auto read = readLesson(damaged, u"l.lesson.json"_s);
    QVERIFY(!read.ok());
    QCOMPARE(lessonProblemText(read.problem()),
             u"Line 6: “steps[0].question” of “l.lesson.json” is missing. It needs a text in "
             "quotes."_s);
    // What is no key of an object is there.
    damaged = sound;
    damaged.replace("{\"text\": \"A\", \"number\": 13}", "\"A\"");
    QVERIFY(!lessonProblemText(readLesson(damaged, u"l.lesson.json"_s).problem())
                     .contains(u"missing"_s));
}

void TestLesson::open_sampleMisspelt_saysTheNearest()
{
    const OwnLesson own("label,score\n1,0.5\n");
    QByteArray text = sound;
    text.replace("assistantanswers", "assistantanswer");
    own.write(u"own.lesson.json"_s, text);
    const auto opened = openLesson(own.folder.filePath(u"own.lesson.json"_s));
    const auto *faults = std::get_if<QStringList>(&opened);
    QVERIFY(faults);
    QCOMPARE(*faults,
             QStringList(u"Line 4: No sample is called 'assistantanswer'. Write "
                         "'assistantanswers', which is the nearest."_s));
}

void TestLesson::builtIn_each_isOfTheNewestSchema()
{
    const QStringList paths = builtInLessons();
    for (const QString &path : paths) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray newest =
                QByteArray("\"schema\": ").append(QByteArray::number(lessonSchema));
        QVERIFY2(file.readAll().contains(newest), qPrintable(path));
    }
}

/// Counted here from the file: what is shown at the threshold that was said.
void TestLesson::threshold_answered_toldInPeople()
{
    const Lesson lesson = builtIn(u"2-threshold"_s);
    const auto step = std::ranges::find(lesson.steps, AnswerKind::Score, &LessonStep::kind);
    QVERIFY(step != lesson.steps.end());
    const auto data = lessonData(lesson, {});
    const auto answers = StepAnswers::of(lesson, *step, data.value()).value();
    const double right = answers[*quantityOf(step->quantity)]->number;
    const auto far = grade(*step, answers, u"0.1"_s);
    QVERIFY(far && far->right == false);
    double shown = 0.0;
    double wrong = 0.0;
    double good = 0.0;
    double missed = 0.0;
    const auto all = records(u"fraudalerts.csv"_s);
    for (const QStringList &record : all) {
        const bool isGood = record.at(4) == u"1";
        const bool isShown =
                record.at(5).toDouble() >= 0.1 && record.at(6).toDouble() <= *step->budgetMs;
        shown += isShown ? 1.0 : 0.0;
        wrong += isShown && !isGood ? 1.0 : 0.0;
        good += isGood ? 1.0 : 0.0;
        missed += isGood && !isShown ? 1.0 : 0.0;
    }
    QVERIFY2(far->said.startsWith(
                     u"Too high: you said 0.1, it is %1."_s.arg(QString::number(right, 'g', 4))),
             qPrintable(far->said));
    QVERIFY2(far->said.contains(u" At yours, %1 of 100 "_s.arg(qRound(100.0 * wrong / shown)))
                     && far->said.contains(u" and %1 of 100 "_s.arg(qRound(100.0 * missed / good))),
             qPrintable(far->said));
    const auto near = grade(*step, answers, QString::number(1.05 * right));
    QVERIFY(near && near->right == true && near->said.startsWith(u"Near enough: "_s));
}

void TestLesson::wait_answered_toldInPeople()
{
    const Lesson lesson = builtIn(u"5-better-model"_s);
    const auto step = std::ranges::find(lesson.steps, AnswerKind::Wait, &LessonStep::kind);
    QVERIFY(step != lesson.steps.end());
    const auto data = lessonData(lesson, {});
    const auto answers = StepAnswers::of(lesson, *step, data.value()).value();
    const double right = answers[*quantityOf(step->quantity)]->number;
    const auto seconds = grade(*step, answers, u"%1 s"_s.arg(right / 1000.0));
    QVERIFY(seconds && seconds->right == true);
    QVERIFY2(seconds->said.startsWith(u"Near enough: "_s), qPrintable(seconds->said));
    const auto half = grade(*step, answers, QString::number(right / 2.0));
    QVERIFY(half && half->right == false);
    QVERIFY2(half->said.startsWith(u"Too short: you said "_s)
                     && half->said.contains(u" Within yours, "_s)
                     && half->said.contains(u"within this one, "_s),
             qPrintable(half->said));
}

void TestLesson::answer_offTheScale_saysWhereItGoes()
{
    const Lesson lesson = builtIn(u"2-threshold"_s);
    const auto step = std::ranges::find(lesson.steps, AnswerKind::Score, &LessonStep::kind);
    const auto data = lessonData(lesson, {});
    const auto answers = StepAnswers::of(lesson, *step, data.value()).value();
    QVERIFY(!grade(*step, answers, u"7"_s));
    QCOMPARE(whyNoAnswer(*step, answers, u"7"_s),
             u"Scores go from 0 to 1: a threshold lies between."_s);
    QCOMPARE(whyNoAnswer(*step, answers, u"high"_s),
             u"An answer is a threshold, a number with a point."_s);
    QVERIFY(grade(*step, answers, u"0,5"_s));
}

ONEINN_TEST(TestLesson)

} // namespace tests::lessons_lesson

#include "tst_lesson.moc"
