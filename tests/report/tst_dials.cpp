// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answered.h"
#include "report/dialplaces.h"
#include "report/dials.h"
#include "report/dialtable.h"
#include "report/html.h"
#include "support/sanitized.h"
#include "support/testprogram.h"
#include "wording/experiencewords.h"
#include "wording/phrases.h"
#include "wording/sayit.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <stop_token>

namespace tests::report_dials {

using namespace oneinn;
using namespace Qt::StringLiterals;
using report::Dials;
using report::DialText;

/// What can be moved in a brief, and what is said wherever it is moved to.
class TestDials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samples_fit_data();
    void samples_fit();
    void samples_everyPlace_isAskedByItself_data();
    void samples_everyPlace_isAskedByItself();
    void thresholds_rareGoodOnes_areSpreadOverThemToo();
    void thresholds_decideApart();
    void budgets_areRoundAndHoldTheChosen();
    void thinned_keepsChoiceMarksAndEnds();
    void table_saysEveryTextAgain();
    void policy_namesWhatIsInTheFile();
    void stopped_isAbsent();
    void progress_rises();
};

namespace {

/// Every sample, and last a small one with a budget, which is all that sanitizers have time for.
const std::vector<testsupport::AnsweredSample> &samples()
{
    static const auto all = [] {
        auto known = testsupport::isSanitized ? std::vector<testsupport::AnsweredSample>()
                                              : testsupport::answeredSamples();
        known.push_back({"tumourscreening.csv",
                         "medicalscreening",
                         Milliseconds{6.5},
                         "random-forest",
                         {}});
        return known;
    }();
    return all;
}

std::size_t smallSample()
{
    return samples().size() - 1;
}

const testsupport::Answered &sampleOf(std::size_t number)
{
    static std::map<std::size_t, testsupport::Answered> known;
    const auto found = known.find(number);
    if (found != known.end())
        return found->second;
    return known.emplace(number, testsupport::answeredSample(samples()[number])).first->second;
}

const Dials &dialsOf(std::size_t number)
{
    static std::map<std::size_t, Dials> known;
    const auto found = known.find(number);
    if (found != known.end())
        return found->second;
    const testsupport::Answered &sample = sampleOf(number);
    return known.emplace(number, report::dials(*sample.rows, sample.material()).value())
            .first->second;
}

void eachSample()
{
    QTest::addColumn<std::size_t>("number");
    for (std::size_t number = 0; number < samples().size(); ++number)
        QTest::addRow("%s, %s", samples()[number].file,
                      samples()[number].budget ? "with a budget" : "without")
                << number;
}

/// As the script of the page puts it together.
QString words(const QJsonArray &fragments, const QJsonValue &said)
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

QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

QByteArray between(const QByteArray &text, const QByteArray &begin, const QByteArray &end)
{
    const qsizetype from = text.indexOf(begin) + begin.size();
    return text.sliced(from, text.indexOf(end, from) - from);
}

} // namespace

void TestDials::samples_fit_data()
{
    eachSample();
}

void TestDials::samples_fit()
{
    QFETCH(std::size_t, number);
    report::Report brief = sampleOf(number).report(report::Length::Brief);
    brief.figures = report::figuresOf(sampleOf(number).material());
    const QByteArray html = report::toHtml(brief, dialsOf(number));
    QVERIFY2(html.size() <= report::mostHtmlBytes, qPrintable(QString::number(html.size())));
    QVERIFY(html.size() > report::toHtml(brief).size());
}

void TestDials::samples_everyPlace_isAskedByItself_data()
{
    eachSample();
}

/// Without what is kept from one place to the next.
void TestDials::samples_everyPlace_isAskedByItself()
{
    QFETCH(std::size_t, number);
    const testsupport::Answered &sample = sampleOf(number);
    const Dials &dials = dialsOf(number);
    QCOMPARE(dials.positions.size(), dials.thresholds.size() * dials.budgets.size());
    QCOMPARE(dials.thresholds[dials.choice.threshold].value, sample.now.scenario.threshold.value);
    QVERIFY(dials.budgets[dials.choice.budget] == sample.now.scenario.budget);
    QCOMPARE(dials.at(dials.choice)[DialText::Say], wording::sayIt(sample.now));
    constexpr std::size_t asked = 7;
    for (std::size_t i = 0; i < asked; ++i) {
        const std::size_t place = (2 * i + 1) * dials.positions.size() / (2 * asked);
        Scenario scenario = sample.now.scenario;
        scenario.threshold = dials.thresholds[place / dials.budgets.size()];
        scenario.budget = dials.budgets[place % dials.budgets.size()];
        const Assessment alone = assess(*sample.rows, scenario);
        const wording::ExperienceWords words = wording::experienceWords(alone);
        const report::DialPosition &position = dials.positions[place];
        QCOMPARE(position[DialText::WrongEvidence], words.wrong.evidence);
        QCOMPARE(position[DialText::MissedEvidence], words.missed.evidence);
        QCOMPARE(position[DialText::WrongDetail], wording::asSentence(words.wrong.detail));
        QCOMPARE(position[DialText::MissedDetail], wording::asSentence(words.missed.detail));
        QCOMPARE(position[DialText::LateDetail], wording::asSentence(words.late.detail));
        QVERIFY(position.wrong == wording::wrongIcons(alone));
    }
}

void TestDials::thresholds_rareGoodOnes_areSpreadOverThemToo()
{
    if (testsupport::isSanitized)
        QSKIP("Without the sanitizers.");
    constexpr std::size_t fraud = 1;
    const testsupport::Answered &sample = sampleOf(fraud);
    const Dials &dials = dialsOf(fraud);
    const auto slice = sample.rows->all()->at({});
    // Between two neighbours there is never a large part of the good ones.
    double largest = 0.0;
    double before = 0.0;
    for (auto threshold = dials.thresholds.rbegin(); threshold != dials.thresholds.rend();
         ++threshold) {
        const double now = slice->counts(*threshold).matrix().tp();
        largest = std::max(largest, now - before);
        before = now;
    }
    QVERIFY(largest <= 0.03 * before);
}

void TestDials::thresholds_decideApart()
{
    for (std::size_t number = 0; number < samples().size(); ++number) {
        const testsupport::Answered &sample = sampleOf(number);
        const auto slice = sample.rows->all()->at({});
        const std::vector<Threshold> places = dialsOf(number).thresholds;
        QVERIFY(places.size() > 20 && places.size() <= 150);
        QVERIFY(places.back() == Threshold::alertOnNothing());
        for (std::size_t i = 1; i < places.size(); ++i) {
            QVERIFY(places[i - 1].value < places[i].value);
            QVERIFY(!slice->sameDecisions(places[i]).contains(places[i - 1]));
            QCOMPARE(report::placeOf(places[i], *sample.rows, places), i);
        }
    }
}

void TestDials::budgets_areRoundAndHoldTheChosen()
{
    const std::vector<Budget> budgets = dialsOf(smallSample()).budgets;
    QVERIFY(budgets.size() > 4 && budgets.size() <= 8);
    QVERIFY(!budgets.back());
    QVERIFY(std::find(budgets.begin(), budgets.end(), Budget(Milliseconds{6.5})) != budgets.end());
    for (std::size_t i = 1; i + 1 < budgets.size(); ++i)
        QVERIFY(budgets[i - 1]->value < budgets[i]->value);
    const std::vector<Budget> few =
            report::budgetPlaces(*sampleOf(smallSample()).rows, Milliseconds{6.5}, true);
    QCOMPARE(few.size(), std::size_t(4));
    QVERIFY(std::find(few.begin(), few.end(), Budget(Milliseconds{6.5})) != few.end());
    // Nobody has set one: there is no dial.
    QCOMPARE(report::budgetPlaces(*sampleOf(smallSample()).rows, {}, false).size(), std::size_t(1));
}

void TestDials::thinned_keepsChoiceMarksAndEnds()
{
    const Dials &dials = dialsOf(smallSample());
    Dials thin = dials;
    for (int times = 0; times < 4; ++times)
        thin = thin.thinned(2);
    QVERIFY(thin.thresholds.size() < dials.thresholds.size() / 4);
    QCOMPARE(thin.positions.size(), thin.thresholds.size() * thin.budgets.size());
    QCOMPARE(thin.at(thin.choice).texts, dials.at(dials.choice).texts);
    QCOMPARE(thin.marks.size(), dials.marks.size());
    for (std::size_t mark = 0; mark < thin.marks.size(); ++mark)
        QCOMPARE(thin.at(thin.marks[mark].place).texts, dials.at(dials.marks[mark].place).texts);
    QCOMPARE(thin.positions.front().texts, dials.positions.front().texts);
    QCOMPARE(thin.positions.back().texts, dials.positions.back().texts);
}

void TestDials::table_saysEveryTextAgain()
{
    const Dials &dials = dialsOf(smallSample());
    const QByteArray json = report::dialTable(dials);
    QVERIFY(!json.contains('<') && !json.contains('>') && !json.contains('&'));
    const QJsonObject table = QJsonDocument::fromJson(json).object();
    const QJsonArray fragments = table.value(u"fragments"_s).toArray();
    const QJsonArray positions = table.value(u"positions"_s).toArray();
    QCOMPARE(std::size_t(positions.size()), dials.positions.size());
    for (qsizetype place = 0; place < positions.size(); ++place) {
        const QJsonArray texts = positions.at(place).toArray();
        for (std::size_t text = 0; text < report::dialTextCount; ++text)
            QCOMPARE(words(fragments, texts.at(qsizetype(text))),
                     dials.positions[std::size_t(place)].texts[text]);
    }
}

void TestDials::policy_namesWhatIsInTheFile()
{
    const QByteArray html = report::toHtml(sampleOf(smallSample()).report(report::Length::Brief),
                                           dialsOf(smallSample()));
    const QByteArray policy = between(html, "Content-Security-Policy\" content=\"", "\" />");
    QVERIFY(policy.startsWith("default-src 'none'; "));
    const QByteArray script = "script-src " + hashOf(between(html, "<script>", "</script>")) + ';';
    const QByteArray styles = "style-src " + hashOf(between(html, "<style>", "</style>")) + ';';
    QVERIFY(policy.contains(script));
    QVERIFY(policy.contains(styles));
    QVERIFY(!policy.contains("unsafe"));
    static const QRegularExpression handler(u"<[^>]* on[a-z]+="_s);
    QVERIFY(!QString::fromUtf8(html).contains(handler));
    QVERIFY(!html.contains(" style=\""));
}

void TestDials::stopped_isAbsent()
{
    std::stop_source stop;
    stop.request_stop();
    const testsupport::Answered &sample = sampleOf(smallSample());
    QVERIFY(!report::dials(*sample.rows, sample.material(),
                           {.stop = stop.get_token(), .progress = {}, .recess = {}}));
}

void TestDials::progress_rises()
{
    std::vector<double> shares;
    const testsupport::Answered &sample = sampleOf(smallSample());
    QVERIFY(report::dials(*sample.rows, sample.material(),
                          {.stop = {},
                           .progress = [&](double share) { shares.push_back(share); },
                           .recess = {}}));
    QVERIFY(shares.size() > 10);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
}

ONEINN_TEST(TestDials)

} // namespace tests::report_dials

#include "tst_dials.moc"
