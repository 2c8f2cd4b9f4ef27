// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentjson.h"
#include "support/openedwindow.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/doubts/datalimitspanel.h"
#include "views/product/mixeditor.h"
#include "views/product/trafficpanel.h"
#include "views/widgets/numberbox.h"
#include "wording/experiencewords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <random>

namespace tests::journeys_traffic {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

/// What production is like, as a person says it, and what the data cannot know.
class TestTraffic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void share_typedAsWords_isTaken_data();
    void share_typedAsWords_isTaken();
    void share_notOne_isSaidAndStays();
    void share_emptied_isTheFilesAgain();
    void question_balancedFile_isAskedOnce();
    void question_otherFile_isNotAsked();
    void mix_typed_othersGiveAndAllFollows();
    void mix_reset_isTheFilesAgain();
    void mix_anotherColumn_beginsWithTheFiles();
    void limits_unlabelledFile_missedIsRefused();
    void limits_noise_followsItsBox();
    void limits_gold_isCorrected();

private:
    template<typename T> T *part(const QString &name) const { return m_opened->child<T>(name); }
    Session &session() const { return m_opened->session; }
    const Scenario &scenario() const { return session().scenario(); }
    QLineEdit *share() const { return part<QLineEdit>(u"productionShare"_s); }
    void typeShare(const QString &text) const
    {
        share()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(share(), Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            QTest::keyClick(share(), Qt::Key_Delete);
        QTest::keyClicks(share(), text);
        QTest::keyClick(share(), Qt::Key_Return);
    }
    void typeMix(int row, const QString &percent) const
    {
        auto *box = part<NumberBox>(u"mixShare%1"_s.arg(row));
        box->setFocus(Qt::TabFocusReason);
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, percent);
        QTest::keyClick(box, Qt::Key_Return);
    }
    QString told(const QString &name) const { return part<QLabel>(name)->text(); }

    std::unique_ptr<OpenedWindow> m_opened;
};

namespace {

/// Half are positive, on two kinds of devices in two countries; labels from a score up.
QString table(double labelledFrom = 0.0)
{
    std::mt19937 random(9);
    std::uniform_real_distribution<double> uniform;
    QString text = u"label,score,device,country,better\n"_s;
    for (int i = 0; i < 1200; ++i) {
        const double score = uniform(random);
        const bool good = uniform(random) < score;
        const QString label = QString::number(good ? 1 : 0);
        text += u"%1,%2,%3,%4,%5\n"_s.arg(score < labelledFrom ? QString() : label)
                        .arg(score, 0, 'f', 6)
                        .arg(i % 4 == 0 ? u"tablet"_s : u"phone"_s, i % 2 == 0 ? u"NL"_s : u"DE"_s,
                             i % 3 == 0 ? label : QString());
    }
    return text;
}

} // namespace

void TestTraffic::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

void TestTraffic::share_typedAsWords_isTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("shown");
    QTest::newRow("1 in 200") << u"1 in 200"_s << 0.005 << u"1 in 200"_s;
    QTest::newRow("percent") << u"0.5 %"_s << 0.005 << u"1 in 200"_s;
    QTest::newRow("rare") << u"1 in 10,000,000"_s << 1e-7 << u"1 in 10,000,000"_s;
    QTest::newRow("three") << u"3 in 1000"_s << 0.003 << u"0.3 %"_s;
    QTest::newRow("number alone") << u"7"_s << 0.07 << u"7 %"_s;
    QTest::newRow("third") << u"1/3"_s << 1.0 / 3.0 << u"1 in 3"_s;
}

void TestTraffic::share_typedAsWords_isTaken()
{
    QFETCH(const QString, text);
    QFETCH(const double, share);
    QFETCH(const QString, shown);
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"trafficPage"_s);
    typeShare(text);
    QVERIFY(scenario().baseRate);
    QVERIFY(std::abs(*scenario().baseRate / share - 1.0) < 1e-12);
    QCOMPARE(this->share()->text(), shown);
    QCOMPARE(session().history().count(), 1);
    // Leaving it as it is changes nothing.
    QTest::keyClick(this->share(), Qt::Key_Return);
    QCOMPARE(session().history().count(), 1);
    QCOMPARE(falselyShown(*m_opened), QString());
    session().history().undo();
    QVERIFY(!scenario().baseRate);
    QCOMPARE(this->share()->text(), QString());
}

void TestTraffic::share_notOne_isSaidAndStays()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"trafficPage"_s);
    for (const QString &text : {u"many"_s, u"0"_s, u"1 in 0"_s, u"200 %"_s}) {
        typeShare(text);
        QVERIFY2(!scenario().baseRate, qPrintable(text));
        QVERIFY(part<QLabel>(u"shareFault"_s)->isVisible());
        QCOMPARE(share()->text(), text);
    }
    typeShare(u"1 in 50"_s);
    QVERIFY(!part<QLabel>(u"shareFault"_s)->isVisible());
    QCOMPARE(scenario().baseRate, std::optional(0.02));
}

void TestTraffic::share_emptied_isTheFilesAgain()
{
    QVERIFY(m_opened->openSample(u"inlinesuggestion"_s));
    m_opened->showView(u"trafficPage"_s);
    typeShare(u"1 in 50"_s);
    typeShare({});
    QVERIFY(!scenario().baseRate);
    typeShare(u"1 in 50"_s);
    QTest::mouseClick(part<QPushButton>(u"shareAsInFile"_s), Qt::LeftButton);
    QVERIFY(!scenario().baseRate);
}

void TestTraffic::question_balancedFile_isAskedOnce()
{
    QVERIFY(m_opened->open(table().toUtf8()));
    m_opened->showView(u"productPage"_s);
    auto *hint = part<QPushButton>(u"askTraffic"_s);
    QVERIFY(hint->isVisible());
    QVERIFY2(hint->text().contains(u"of 100 are"), qPrintable(hint->text()));
    QTest::mouseClick(hint, Qt::LeftButton);
    QVERIFY(part<TrafficPanel>({})->isVisible());
    auto *question = part<QWidget>(u"balancedQuestion"_s);
    QVERIFY(question->isVisible());
    // Answered by a share, and by a step back asked again.
    typeShare(u"1 in 100"_s);
    QVERIFY(!question->isVisible());
    session().history().undo();
    QVERIFY(question->isVisible());
    QTest::mouseClick(part<QPushButton>(u"fileIsLikeProduction"_s), Qt::LeftButton);
    QVERIFY(!question->isVisible() && scenario().fileIsLikeProduction && !scenario().baseRate);
    typeShare(u"1 in 100"_s);
    typeShare({});
    QVERIFY(!question->isVisible());
    m_opened->showView(u"productPage"_s);
    QVERIFY(!hint->isVisible());
}

void TestTraffic::question_otherFile_isNotAsked()
{
    QVERIFY(m_opened->openSample(u"fraudalerts"_s));
    m_opened->showView(u"productPage"_s);
    QVERIFY(!part<QPushButton>(u"askTraffic"_s)->isVisible());
    m_opened->showView(u"trafficPage"_s);
    QVERIFY(!part<QWidget>(u"balancedQuestion"_s)->isVisible());
}

void TestTraffic::mix_typed_othersGiveAndAllFollows()
{
    QVERIFY(m_opened->open(table().toUtf8()));
    m_opened->showView(u"trafficPage"_s);
    QCOMPARE(part<QComboBox>(u"mixColumn"_s)->currentText(), u"device"_s);
    const double before = session().assessment().value.perUse;
    const auto boxes = [&](int row) { return part<NumberBox>(u"mixShare%1"_s.arg(row)); };
    QCOMPARE(boxes(0)->value() + boxes(1)->value(), 100.0);
    typeMix(0, u"90"_s);
    QVERIFY(scenario().mix);
    QCOMPARE(scenario().mix->column, std::string("device"));
    QCOMPARE(boxes(0)->value(), 90.0);
    QCOMPARE(boxes(1)->value(), 10.0);
    QVERIFY(session().assessment().scenario.mix == scenario().mix);
    QVERIFY(session().assessment().value.perUse != before);
    const auto words = wording::experienceWords(session().assessment());
    QVERIFY2(words.missed.assumption.contains(u"your mix by device"),
             qPrintable(words.missed.assumption));
    QCOMPARE(falselyShown(*m_opened), QString());
    // By the keyboard alone, one more.
    QTest::keyClick(boxes(0), Qt::Key_Up);
    QCOMPARE(boxes(0)->value(), 91.0);
    QCOMPARE(session().history().count(), 2);
    for (QWidget *view : m_opened->child<ExplorePage>()->views())
        m_opened->child<ExplorePage>()->showView(view);
    session().history().undo();
    session().history().undo();
    QVERIFY(!scenario().mix);
    QCOMPARE(session().assessment().value.perUse, before);
}

void TestTraffic::mix_reset_isTheFilesAgain()
{
    QVERIFY(m_opened->open(table().toUtf8()));
    m_opened->showView(u"trafficPage"_s);
    auto *reset = part<QPushButton>(u"mixAsInFile"_s);
    QVERIFY(!reset->isEnabled());
    typeMix(0, u"100"_s);
    QVERIFY(reset->isEnabled());
    reset->setFocus(Qt::TabFocusReason);
    QTest::keyClick(reset, Qt::Key_Space);
    QVERIFY(!scenario().mix && !reset->isEnabled());
    QCOMPARE(part<NumberBox>(u"mixShare0"_s)->value(), 25.0);
}

void TestTraffic::mix_anotherColumn_beginsWithTheFiles()
{
    QVERIFY(m_opened->open(table().toUtf8()));
    m_opened->showView(u"trafficPage"_s);
    typeMix(0, u"60"_s);
    auto *column = part<QComboBox>(u"mixColumn"_s);
    column->setFocus(Qt::TabFocusReason);
    QTest::keyClick(column, Qt::Key_Down);
    QCOMPARE(column->currentText(), u"country"_s);
    QVERIFY(!scenario().mix);
    QCOMPARE(part<NumberBox>(u"mixShare0"_s)->value(), 50.0);
    typeMix(1, u"80"_s);
    QCOMPARE(scenario().mix->column, std::string("country"));
}

void TestTraffic::limits_unlabelledFile_missedIsRefused()
{
    QVERIFY(m_opened->open(table(0.5).toUtf8()));
    session().setThreshold({0.5});
    m_opened->showView(u"dataLimitsPage"_s);
    QVERIFY2(told(u"labelsTold"_s).startsWith(u"What it missed cannot be told: none of the"),
             qPrintable(told(u"labelsTold"_s)));
    const auto words = wording::experienceWords(session().assessment());
    QVERIFY2(words.missed.detail.startsWith(u"What it missed cannot be told"),
             qPrintable(words.missed.detail));
    QCOMPARE(falselyShown(*m_opened), QString());
    for (QWidget *view : m_opened->child<ExplorePage>()->views())
        m_opened->child<ExplorePage>()->showView(view);
}

void TestTraffic::limits_noise_followsItsBox()
{
    QVERIFY(m_opened->open(table().toUtf8()));
    m_opened->showView(u"dataLimitsPage"_s);
    QVERIFY(told(u"labelsTold"_s).startsWith(u"Every record that has a score has a label"));
    const QString before = told(u"noiseTold"_s);
    QVERIFY2(before.startsWith(u"If 1 of 200 labels is wrong: "), qPrintable(before));
    auto *box = part<NumberBox>(u"wrongLabelsOneIn"_s);
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, u"20"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY2(told(u"noiseTold"_s).startsWith(u"If 1 of 20 labels is wrong: "),
             qPrintable(told(u"noiseTold"_s)));
    QCOMPARE(session().history().count(), 0);
}

void TestTraffic::limits_gold_isCorrected()
{
    Source source{.path = m_opened->files.write(u"judge.csv"_s, table().toUtf8())};
    source.mapping.extraSegments = {"better"};
    QVERIFY(m_opened->finishes([&] { session().loading().open(source); }));
    m_opened->showView(u"dataLimitsPage"_s);
    auto *column = part<QComboBox>(u"goldColumn"_s);
    QCOMPARE(column->count(), 2);
    column->setFocus(Qt::TabFocusReason);
    QTest::keyClick(column, Qt::Key_Down);
    QVERIFY2(told(u"goldTold"_s).startsWith(u"400 of 1,200 rows have a gold label"),
             qPrintable(told(u"goldTold"_s)));
}

ONEINN_TEST(TestTraffic)

} // namespace tests::journeys_traffic

#include "tst_traffic.moc"
