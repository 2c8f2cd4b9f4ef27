// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patiencetext.h"
#include "core/limits.h"
#include "core/policies/ownthresholds.h"
#include "document/documentjson.h"
#include "presets/scenariojson.h"
#include "support/fulldocument.h"
#include "support/testprogram.h"
#include "wording/problemwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <random>

namespace tests::document_documentjson {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::fullDocument;

namespace {

/// Sets a value at every place of a document in turn.
void forEachPlace(const QJsonValue &value, const std::function<void(const QJsonValue &)> &use,
                  const QJsonValue &put, const std::function<QJsonValue(QJsonValue)> &inWhole)
{
    use(inWhole(put));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString &key : object.keys())
            forEachPlace(object.value(key), use, put, [&](const QJsonValue &inner) {
                QJsonObject changed = object;
                changed.insert(key, inner);
                return inWhole(changed);
            });
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            forEachPlace(array.at(i), use, put, [&](const QJsonValue &inner) {
                QJsonArray changed = array;
                changed.replace(i, inner);
                return inWhole(changed);
            });
    }
}

} // namespace

class TestDocumentJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void document_full_readsBack();
    void document_usual_readsBack();
    void document_randomNumbers_readBackToTheBit();
    void document_text_isStableAndHoldsNoIds();
    void pace_notSaid_readsBackInANewerSchema();
    void combination_everyKind_readsBackInANewerSchema();
    void compared_fileOrPart_readsBackInANewerSchema();
    void order_ofValues_readsBackInANewerSchema();
    void review_reviewerAndBand_readBackInANewerSchema();
    void pin_withABand_readsBack();
    void thresholds_ofSegments_readBackInANewerSchema();
    void band_besideThresholdsOfSegments_isOfANewerSchema();
    void traffic_mixed_readsBackInANewerSchema();
    void mix_broken_isRefused();
    void read_leftOut_isUsual();
    void read_everyTruncation_problem();
    void read_wrongTypeAnywhere_problemOrTheSame();
    void read_anyByteChanged_neverCrashes();
    void read_tooMany_refusedAtOnce_data();
    void read_tooMany_refusedAtOnce();
    void read_asManyAsAllowed_isRead();
    void read_broken_saysWhatAndWhere_data();
    void read_broken_saysWhatAndWhere();
};

void TestDocumentJson::document_full_readsBack()
{
    const Document document = fullDocument();
    const auto read = readDocument(documentJson(document), u"a.oneinn"_s);
    QVERIFY2(read, read ? "" : read.problem().column.c_str());
    QVERIFY(read.value() == document);
    QVERIFY(read.value().scenario == document.scenario);
}

void TestDocumentJson::document_usual_readsBack()
{
    Document document;
    document.data.path = u"/a.csv"_s;
    const auto read = readDocument(documentJson(document), u"a.oneinn"_s);
    QVERIFY(read && read.value() == document);
    for (const LatePolicy policy :
         {LatePolicy::Wait, LatePolicy::ShowNothing, LatePolicy::Unanswered}) {
        document.scenario.latePolicy = policy;
        QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    }
}

void TestDocumentJson::document_randomNumbers_readBackToTheBit()
{
    std::mt19937_64 random(7);
    Document document;
    document.data.path = u"/a.csv"_s;
    for (int i = 0; i < 2000; ++i) {
        const double number = std::bit_cast<double>(random());
        const double size = std::abs(number);
        if (!(size <= limits::largestScore))
            continue;
        document.scenario.threshold = {number};
        if (size >= limits::shortestWait && size <= limits::longestWait)
            document.scenario.budget = Milliseconds{size};
        const auto read = readDocument(documentJson(document), u"a"_s);
        QVERIFY(read);
        QCOMPARE(std::bit_cast<quint64>(read.value().scenario.threshold.value),
                 std::bit_cast<quint64>(number));
        QVERIFY(read.value() == document);
    }
}

void TestDocumentJson::document_text_isStableAndHoldsNoIds()
{
    const QByteArray json = documentJson(fullDocument());
    QCOMPARE(json, documentJson(readDocument(json, u"a"_s).value()));
    QVERIFY(json.contains("\"format\": \"one-in-n-session\""));
    QVERIFY(json.contains("\"schema\": 1"));
    QVERIFY(json.contains("\"threshold\": \"Infinity\""));
    QVERIFY(json.count('\n') > 60);
}

void TestDocumentJson::pace_notSaid_readsBackInANewerSchema()
{
    Document document = fullDocument();
    document.scenario.usesPerWeek.reset();
    document.scenario.usualUsesPerWeek = 10.0;
    const QByteArray json = documentJson(document);
    QVERIFY(json.contains("\"schema\": 7"));
    QVERIFY(readDocument(json, u"a"_s).value() == document);
    // What a person said goes before what a file tells, and says what it said in every session.
    QVERIFY(documentJson(fullDocument()).contains("\"schema\": 1"));
    QVERIFY(!documentJson(fullDocument()).contains("usualUsesPerWeek"));
    QJsonObject old = QJsonDocument::fromJson(documentJson(fullDocument())).object();
    QJsonObject scenario = old.value(u"scenario"_s).toObject();
    scenario.remove(u"usesPerWeek"_s);
    old.insert(u"scenario"_s, scenario);
    const auto read = readDocument(QJsonDocument(old).toJson(), u"a"_s);
    QCOMPARE(read.value().scenario.usesPerWeek, std::optional(20.0));
}

void TestDocumentJson::combination_everyKind_readsBackInANewerSchema()
{
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    const std::vector<Combination> kinds{
            FirstAsked{"small", {0.25, 0.75}, true}, FirstAsked{"small", {-unbounded, unbounded}},
            AskedAgain{{123.5}}, DividedUses{0.3, {0.5}, "small", {0.1 + 0.2}}};
    for (const Combination &kind : kinds) {
        Document document = fullDocument();
        document.scenario.combination = kind;
        const QByteArray json = documentJson(document);
        QVERIFY(json.contains("\"schema\": 2"));
        QVERIFY(readDocument(json, u"a"_s).value() == document);
        document.scenario.combination.reset();
        document.pins.front().choice.combination = kind;
        QVERIFY(documentJson(document).contains("\"schema\": 2"));
        QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    }
    QVERIFY(!documentJson(fullDocument()).contains("combination"));
}

/// Sessions with nothing to compare stay what older programs read.
void TestDocumentJson::compared_fileOrPart_readsBackInANewerSchema()
{
    Document document = fullDocument();
    QVERIFY(!documentJson(document).contains("compared"));
    document.compared = ComparedPeriod{.file = DataReference{.path = u"/data/feb.csv"_s,
                                                             .relative = u"../feb.csv"_s,
                                                             .sha256 = {},
                                                             .bytes = 0},
                                       .measure = DropMeasure::Missed,
                                       .atBestBefore = true};
    QVERIFY(documentJson(document).contains("\"schema\": 4"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    document.compared = ComparedPeriod{.column = "month",
                                       .earlier = "",
                                       .later = " 2",
                                       .measure = DropMeasure::Wrong,
                                       .atBestBefore = false};
    const QByteArray json = documentJson(document);
    QVERIFY(readDocument(json, u"a"_s).value() == document);
    QByteArray neither = json;
    neither.replace("\"column\": \"month\"", "\"column\": null");
    QVERIFY(!readDocument(neither, u"a"_s));
    QByteArray other = json;
    other.replace("\"measure\": \"wrong\"", "\"measure\": \"often\"");
    QCOMPARE(QString::fromStdString(readDocument(other, u"a"_s).problem().column),
             u"compared.measure"_s);
    document.compared.reset();
    QVERIFY(!documentJson(document).contains("\"schema\": 4"));
}

void TestDocumentJson::order_ofValues_readsBackInANewerSchema()
{
    Document document = fullDocument();
    QVERIFY(!documentJson(document).contains("\"match\""));
    document.scenario.selection.where = {{"day", "2026-03-01", Selection::Match::From},
                                         {"day", "2026-03-08", Selection::Match::Before},
                                         {"channel", "web"}};
    QVERIFY(documentJson(document).contains("\"schema\": 6"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    QByteArray other = documentJson(document);
    other.replace("\"match\": \"before\"", "\"match\": \"after\"");
    QCOMPARE(QString::fromStdString(readDocument(other, u"a"_s).problem().column),
             u"scenario.selection.where[1].match"_s);
    document.scenario.selection.where.clear();
    document.compared = ComparedPeriod{.column = "day", .later = "2026-03-01", .isBoundary = true};
    document.compared->atBestBefore = false;
    QVERIFY(documentJson(document).contains("\"schema\": 6"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
}

/// Sessions that say nothing of a review stay what older programs read.
void TestDocumentJson::review_reviewerAndBand_readBackInANewerSchema()
{
    Document document = fullDocument();
    const QByteArray before = documentJson(document);
    QVERIFY(!before.contains("\"review\"") && !before.contains("\"schema\": 7"));
    QVERIFY(readDocument(before, u"a"_s).value().review == ReviewSetting());
    document.review.reviewer = Reviewer{.recall = 0.1 + 0.2,
                                        .falseAlarms = 1.0,
                                        .cost = 2.5,
                                        .minutes = 0.5,
                                        .reviewsPerDay = 200.0,
                                        .usesPerDay = 10000.0};
    QVERIFY(documentJson(document).contains("\"schema\": 7"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    document.review.band = BandThresholds{{-0.25}, Threshold::alertOnNothing()};
    document.review.isInForce = true;
    const QByteArray json = documentJson(document);
    QVERIFY(readDocument(json, u"a"_s).value() == document);
    const auto faultOf = [&json](const char *what, const char *with) {
        QByteArray other = json;
        other.replace(what, with);
        const auto read = readDocument(other, u"a"_s);
        return read ? QString() : QString::fromStdString(read.problem().column);
    };
    QCOMPARE(faultOf("\"falseAlarms\": 1", "\"falseAlarms\": 1.5"),
             u"review.reviewer.falseAlarms"_s);
    QCOMPARE(faultOf("\"reviewsPerDay\": 200", "\"reviewsPerDay\": 0.5"),
             u"review.reviewer.reviewsPerDay"_s);
    QCOMPARE(faultOf("\"to\": \"Infinity\"", "\"to\": -1"), u"review.band.to"_s);
    QCOMPARE(faultOf("\"from\": -0.25", "\"from\": null"), u"review.band.from"_s);
    document.review = {.reviewer = Reviewer(), .band = {}, .isInForce = false};
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
}

void TestDocumentJson::pin_withABand_readsBack()
{
    Document document = fullDocument();
    QVERIFY(!documentJson(document).contains("reviewBand"));
    document.pins.front().band = BandThresholds{{0.1 + 0.2}, Threshold::alertOnNothing()};
    const QByteArray json = documentJson(document);
    QVERIFY(json.contains("\"schema\": 7"));
    QVERIFY(readDocument(json, u"a"_s).value() == document);
    QByteArray other = json;
    other.replace("\"to\": \"Infinity\"", "\"to\": 0.1");
    const auto read = readDocument(other, u"a"_s);
    QVERIFY(!read);
    QVERIFY2(read.problem().column.ends_with("reviewBand.to"), read.problem().column.c_str());
}

void TestDocumentJson::thresholds_ofSegments_readBackInANewerSchema()
{
    const Combination own = ThresholdsBySegment{
            "channel", {0.1 + 0.2}, {{"web", {0.45}}, {"", {-2.0}}, {"a, b", {1e-9}}}};
    Document document = fullDocument();
    document.scenario.combination = own;
    document.scenario.threshold = {0.1 + 0.2};
    document.pins.front().choice.threshold = {0.1 + 0.2};
    QVERIFY(documentJson(document).contains("\"schema\": 4"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    document.scenario.combination.reset();
    document.pins.front().choice.combination = own;
    QVERIFY(documentJson(document).contains("\"schema\": 4"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    QByteArray twice = documentJson(document);
    twice.replace("\"a, b\"", "\"web\"");
    QVERIFY(!readDocument(twice, u"a"_s));
    // Where the dial has been moved since, they are those of now.
    document.pins.front().choice.threshold = {0.35};
    const auto moved = readDocument(documentJson(document), u"a"_s);
    QVERIFY(moved);
    QCOMPARE(moved.value().pins.front().choice.combination,
             chosenAt(own, document.pins.front().choice.threshold));
}

/// Ends of a band beside thresholds of segments' own were as far from these as on the dial; which
/// sessions say so is told by their schema.
void TestDocumentJson::band_besideThresholdsOfSegments_isOfANewerSchema()
{
    Document document = fullDocument();
    document.scenario.threshold = {0.3};
    document.scenario.combination = ThresholdsBySegment{"channel", {0.3}, {{"web", {0.45}}}};
    document.review.band = BandThresholds{{0.1}, {0.5}};
    document.review.isInForce = true;
    QByteArray json = documentJson(document);
    QVERIFY(json.contains("\"schema\": 8"));
    QVERIFY(readDocument(json, u"a"_s).value() == document);
    json.replace("\"schema\": 8", "\"schema\": 7");
    const auto older = readDocument(json, u"a"_s);
    QVERIFY(older && older.value().bandByDistance);
    QVERIFY(older.value().review == document.review);
    QVERIFY(older.value().scenario == document.scenario);
    document.scenario.combination.reset();
    QVERIFY(documentJson(document).contains("\"schema\": 7"));
    QVERIFY(!readDocument(documentJson(document), u"a"_s).value().bandByDistance);
}

void TestDocumentJson::traffic_mixed_readsBackInANewerSchema()
{
    Document document = fullDocument();
    QVERIFY(!documentJson(document).contains("mix"));
    document.scenario.mix = TrafficMix{"device", {{"phone", 0.1 + 0.2}, {"", 0.7}}};
    QVERIFY(documentJson(document).contains("\"schema\": 3"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
    document.scenario.mix.reset();
    document.scenario.fileIsLikeProduction = true;
    QVERIFY(documentJson(document).contains("\"schema\": 3"));
    QVERIFY(readDocument(documentJson(document), u"a"_s).value() == document);
}

void TestDocumentJson::mix_broken_isRefused()
{
    Document document = fullDocument();
    document.scenario.mix = TrafficMix{"device", {{"phone", 0.4}, {"tablet", 0.5}}};
    const auto read = readDocument(documentJson(document), u"a"_s);
    QVERIFY(!read);
    QCOMPARE(QString::fromStdString(read.problem().column), u"scenario.mix.parts"_s);
}

void TestDocumentJson::read_leftOut_isUsual()
{
    Document expected;
    expected.data.path = u"/a.csv"_s;
    expected.scenario.threshold = {0.25};
    expected.scenario.usesPerWeek = 20.0; // as when nobody but a person said it
    const auto read = readDocument(
            R"({"format": "one-in-n-session", "data": {"path": "/a.csv"}, "zzz": null,
                "scenario": {"threshold": 0.25}})",
            u"a.oneinn"_s);
    QVERIFY(!read); // a null is no excuse for a key that does not exist
    QCOMPARE(int(read.problem().kind), int(ProblemKind::SettingUnknown));
    const auto without = readDocument(
            R"({"format": "one-in-n-session", "data": {"path": "/a.csv", "sha256": null},
                "scenario": {"threshold": 0.25, "targets": null}})",
            u"a.oneinn"_s);
    QVERIFY(without && without.value() == expected);
}

void TestDocumentJson::read_everyTruncation_problem()
{
    const QByteArray json = documentJson(fullDocument());
    for (qsizetype size = 0; size < json.trimmed().size(); ++size) {
        const auto read = readDocument(json.left(size), u"a.oneinn"_s);
        QVERIFY(!read);
        QCOMPARE(int(read.problem().kind), int(ProblemKind::JsonBroken));
        QVERIFY(read.problem().line.value() <= std::size_t(json.left(size).count('\n')) + 1);
    }
}

void TestDocumentJson::read_wrongTypeAnywhere_problemOrTheSame()
{
    const Document document = fullDocument();
    const QJsonObject whole = QJsonDocument::fromJson(documentJson(document)).object();
    const QList<QJsonValue> wrong{true,
                                  -1.5,
                                  1e308,
                                  u"zzz"_s,
                                  u""_s,
                                  QJsonArray{1},
                                  QJsonArray{QJsonValue(QJsonArray{})},
                                  QJsonObject{{u"zzz"_s, 1}},
                                  QJsonArray{QJsonObject{{u"zzz"_s, 1}}}};
    int refused = 0;
    int read = 0;
    for (const QJsonValue &value : wrong) {
        forEachPlace(
                whole,
                [&](const QJsonValue &changed) {
                    const auto result =
                            readDocument(QJsonDocument(changed.toObject()).toJson(), u"a.oneinn"_s);
                    if (!result) {
                        ++refused;
                        QVERIFY(!wording::problemWords(result.problem()).what.isEmpty());
                        return;
                    }
                    // Right after all: it must be what is written, no more and no less.
                    ++read;
                    const auto again = readDocument(documentJson(result.value()), u"a"_s);
                    QVERIFY(again && again.value() == result.value());
                },
                value, [](const QJsonValue &inner) { return inner; });
    }
    QVERIFY(refused > 500);
    QVERIFY(read > 20);
}

void TestDocumentJson::read_anyByteChanged_neverCrashes()
{
    const QByteArray json = documentJson(fullDocument());
    for (qsizetype i = 0; i < json.size(); ++i) {
        for (const char byte : {'\0', '"', '}', '9', char(0xff)}) {
            QByteArray changed = json;
            changed[i] = byte;
            const auto read = readDocument(changed, u"a.oneinn"_s);
            QVERIFY(read || !wording::problemWords(read.problem()).what.isEmpty());
        }
    }
}

namespace {

/// "[1, 1, 1]", or with other brackets; # stands for the number of the entry.
QByteArray many(int count, const QByteArray &entry, const char *brackets,
                const char *between = ", ")
{
    QByteArray text(1, brackets[0]);
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? between : "") + QByteArray(entry).replace('#', QByteArray::number(i + 1));
    return text + brackets[1];
}

QByteArray manyPins(int count)
{
    return many(count, R"({"threshold": 0.5})", "[]");
}

QByteArray manyPoints(int count)
{
    return many(count, "#ms=0.5", "\"\"");
}

QByteArray manyCosts(int count)
{
    return many(count, R"("model #": 1)", "{}");
}

/// A good session but for what is put at keys such as "scenario.patience".
QByteArray sessionWith(const QList<std::pair<QString, QByteArray>> &puts)
{
    QJsonObject whole = QJsonDocument::fromJson(documentJson(fullDocument())).object();
    for (const auto &[key, value] : puts) {
        const QStringList path = key.split(u'.');
        const QJsonValue put = QJsonDocument::fromJson("[" + value + "]").array().first();
        QJsonObject inner = whole.value(path.first()).toObject();
        if (path.size() > 1)
            inner.insert(path.last(), put);
        whole.insert(path.first(), path.size() > 1 ? QJsonValue(inner) : put);
    }
    return QJsonDocument(whole).toJson();
}

} // namespace

void TestDocumentJson::read_tooMany_refusedAtOnce_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("pins") << u"pins"_s << manyPins(201)
                          << u"“pins” of “a.oneinn” has too many entries. It may have at most 200, "
                             "and has 201."_s;
    QTest::newRow("patience") << u"scenario.patience"_s << manyPoints(200000)
                              << u"“scenario.patience” of “a.oneinn” has too many entries. It may "
                                 "have at most 1,000."_s;
    QTest::newRow("costs") << u"scenario.costPerCall"_s << manyCosts(200000)
                           << u"“scenario.costPerCall” of “a.oneinn” has too many entries. It may "
                              "have at most 1,000, and has 200,000."_s;
    QTest::newRow("conditions") << u"scenario.selection"_s
                                << "{\"where\": "
                    + many(1001, R"({"column": "a", "value": "b"})", "[]")
                    + "}" << u"“scenario.selection.where” of “a.oneinn” has too many entries."_s;
    QTest::newRow("columns") << u"columns.segments"_s << many(1001, R"("a")", "[]")
                             << u"“columns.segments” of “a.oneinn” has too many entries."_s;
}

void TestDocumentJson::read_tooMany_refusedAtOnce()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, value);
    QFETCH(QString, said);
    const auto read = readDocument(
            sessionWith({{key, value}, {u"scenario.patienceShape"_s, "null"}}), u"a.oneinn"_s);
    QVERIFY(!read);
    const QString sentence = wording::problemWords(read.problem()).sentence();
    QVERIFY2(sentence.startsWith(said), qPrintable(sentence));
}

void TestDocumentJson::read_asManyAsAllowed_isRead()
{
    const auto read = readDocument(sessionWith({{u"pins"_s, manyPins(200)},
                                                {u"scenario.patience"_s, manyPoints(1000)},
                                                {u"scenario.patienceShape"_s, "null"},
                                                {u"scenario.costPerCall"_s, manyCosts(1000)}}),
                                   u"a.oneinn"_s);
    QVERIFY2(read, qPrintable(read ? QString() : wording::problemWords(read.problem()).sentence()));
    QCOMPARE(read.value().pins.size(), mostPins);
    QCOMPARE(read.value().scenario.patience.points().size(), mostPatiencePoints);
    QCOMPARE(read.value().scenario.costPerCall.size(), mostModelCosts);
}

void TestDocumentJson::read_broken_saysWhatAndWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &json, const QString &said) {
        QTest::newRow(name) << json << said;
    };
    /// A good session but for one key, given as a path and a piece of JSON.
    const auto with = [](const QStringList &path, const QByteArray &value) {
        QJsonObject whole = QJsonDocument::fromJson(documentJson(fullDocument())).object();
        const QJsonValue put = QJsonDocument::fromJson("[" + value + "]").array().first();
        if (path.size() == 1) {
            whole.insert(path.first(), put);
        } else {
            QJsonObject inner = whole.value(path.first()).toObject();
            inner.insert(path.last(), put);
            whole.insert(path.first(), inner);
        }
        return QJsonDocument(whole).toJson();
    };
    row("nothing", "", u"“a.oneinn”, line 1 is not written as JSON"_s);
    row("a table", "label,score\n1,0.5\n", u"“a.oneinn”, line 1 is not written as JSON"_s);
    row("a list", "[1]", u"“a.oneinn”, line 1 is not written as JSON"_s);
    row("too deep", QByteArray(100000, '['), u"is not written as JSON"_s);
    row("something else", "{}", u"“a.oneinn” is not a session of One in N."_s);
    row("another format", with({u"format"_s}, "\"zip\""), u"is not a session of One in N."_s);
    row("newer", with({u"schema"_s}, "9"),
        u"“a.oneinn” was made by a newer One in N (schema 9; this program reads up to 8). Open it "
        "with"_s);
    row("newer with other keys", R"({"format": "one-in-n-session", "schema": 10, "zzz": 1})",
        u"(schema 10;"_s);
    row("no schema known", with({u"schema"_s}, "0"),
        u"“schema” of “a.oneinn” has a value it cannot have."_s);
    row("half a schema", with({u"schema"_s}, "1.5"), u"“schema” of “a.oneinn”"_s);
    row("misspelt", with({u"scenario"_s, u"nuon"_s}, "1"),
        u"“nuon” in “scenario” of “a.oneinn” is no key that can stand there. Write “noun”"_s);
    row("no data", with({u"data"_s}, "null"),
        u"“data.path” of “a.oneinn” is missing. It needs the path of the file with the "
        "predictions."_s);
    row("no path", with({u"data"_s, u"path"_s}, "\"\""), u"“data.path” of"_s);
    row("checksum", with({u"data"_s, u"sha256"_s}, "\"abc\""), u"“data.sha256” of"_s);
    row("bytes", with({u"data"_s, u"bytes"_s}, "1e300"), u"“data.bytes” of"_s);
    row("no scenario", with({u"scenario"_s}, "null"), u"“scenario.threshold” of"_s);
    row("no threshold", with({u"scenario"_s, u"threshold"_s}, "null"),
        u"“scenario.threshold” of “a.oneinn” is missing. It needs a number, or \"Infinity\"."_s);
    row("huge number", QByteArray(R"({"format": "one-in-n-session", "schema": 1e999})"),
        u"is not written as JSON"_s);
    row("budget", with({u"scenario"_s, u"budgetMs"_s}, "-1"), u"“scenario.budgetMs” of"_s);
    row("endless budget", with({u"scenario"_s, u"budgetMs"_s}, "\"Infinity\""),
        u"“scenario.budgetMs” of “a.oneinn” has a value it cannot have. It needs a number from 0"_s);
    row("budget of ages", with({u"scenario"_s, u"budgetMs"_s}, "1e300"),
        u"“scenario.budgetMs” of"_s);
    row("tiny base rate", with({u"scenario"_s, u"baseRate"_s}, "1e-300"),
        u"“scenario.baseRate” of"_s);
    row("huge cost", with({u"scenario"_s, u"costPerCall"_s}, R"({"m": 1e308})"),
        u"“scenario.costPerCall.m” of"_s);
    row("uses without number",
        with({u"scenario"_s, u"targets"_s}, R"({"shownPerDay": 1, "usesPerDay": 1e308})"),
        u"“scenario.targets.usesPerDay” of"_s);
    row("base rate", with({u"scenario"_s, u"baseRate"_s}, "1"), u"“scenario.baseRate” of"_s);
    row("cost", with({u"scenario"_s, u"costPerCall"_s}, R"({"m": -1})"),
        u"“scenario.costPerCall.m” of"_s);
    row("condition", with({u"scenario"_s, u"selection"_s}, R"({"where": [{"column": "a"}]})"),
        u"“scenario.selection.where[0].value” of"_s);
    row("target",
        with({u"scenario"_s, u"targets"_s}, R"({"answered": {"withinMs": 5, "share": 0}})"),
        u"“scenario.targets.answered.share” of"_s);
    row("pins", with({u"pins"_s}, "{}"),
        u"“pins” of “a.oneinn” has a value it cannot have. It "
        u"needs a list in square brackets."_s);
    row("pin", with({u"pins"_s}, R"([{"threshold": 1}, {"threshold": 1, "origin": "me"}])"),
        u"“pins[1].origin” of"_s);
    row("a pin without threshold", with({u"pins"_s}, "[{}]"), u"“pins[0].threshold” of"_s);
    row("delimiter", with({u"columns"_s, u"delimiter"_s}, "\"::\""), u"“columns.delimiter” of"_s);
    row("unit", with({u"columns"_s, u"unit"_s}, "\"h\""), u"It needs ns, us, ms or s."_s);
    row("segments", with({u"columns"_s, u"segments"_s}, "[1]"), u"“columns.segments” of"_s);
    row("flag", with({u"columns"_s, u"lowerIsPositive"_s}, "1"), u"It needs true or false."_s);
    row("words", with({u"answer"_s, u"title"_s}, "[]"), u"“answer.title” of"_s);
}

void TestDocumentJson::read_broken_saysWhatAndWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto read = readDocument(json, u"a.oneinn"_s);
    QVERIFY(!read);
    const QString sentence = wording::problemWords(read.problem()).sentence();
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
}

ONEINN_TEST(TestDocumentJson)

} // namespace tests::document_documentjson

#include "tst_documentjson.moc"
