// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/freshassessment.h"
#include "support/shownanswer.h"
#include "support/testprogram.h"
#include "views/widgets/messagebar.h"
#include "wording/experiencewords.h"

#include <QAction>
#include <QComboBox>

#include <memory>
#include <vector>

namespace tests::journeys_numbersandpickers {

using namespace oneinn;
using namespace testsupport;

class TestNumbersAndPickers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void threshold_typed_isUsedAsItIs_data();
    void threshold_typed_isUsedAsItIs();
    void threshold_noNumber_isPutBack_data();
    void threshold_noNumber_isPutBack();
    void threshold_negativeScores_canBeTyped();
    void threshold_arrowKeys_stepDecisions();
    void marker_keys_stepDecisions();
    void slider_keys_stepDecisions();
    void box_typed_changesItsPartAndUndoReturns_data();
    void box_typed_changesItsPartAndUndoReturns();
    void box_typed_isNotRounded_data();
    void box_typed_isNotRounded();
    void box_thousandsTyped_areRead();
    void box_notANumber_isPutBack();
    void box_typed_leavesItsNeighboursExactly();
    void box_leftUnchanged_noStep();
    void pace_typedAsItStands_isSaidAndGivenBack();
    void box_wheelWithoutFocus_nothing();
    void noun_typed_isInTheSentences();
    void words_typed_areInTheSentences();
    void noun_empty_isPutBack();
    void model_picked_showsItsRows();
    void segment_picked_showsItsRows();
    void segment_withoutRows_refusedAndPickerReturns();
    void late_picked_anotherModelAnswers();
    void late_picked_isWaitedFor();
    void late_refused_pickerReturnsAndItIsSaid();
    void late_oneModel_noneCanStepIn();
    void undo_button_nothingToUndo_disabled();

private:
    template<typename T> T *named(const char *name) const
    {
        return m_opened->child<T>(QLatin1String(name));
    }
    void type(QWidget *box, const QString &text) const;
    bool pick(QComboBox *box, const QString &text);
    QComboBox *latePicker() const;

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestNumbersAndPickers::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    QVERIFY(m_opened->open(mixedTable()));
}

void TestNumbersAndPickers::type(QWidget *box, const QString &text) const
{
    if (!box->isVisible())
        m_opened->showView(QStringLiteral("productPage"));
    auto *line = box->findChild<QLineEdit *>();
    box->setFocus();
    (line ? line : static_cast<QLineEdit *>(box))->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

/// With the keyboard, as far as a closed box allows.
bool TestNumbersAndPickers::pick(QComboBox *box, const QString &text)
{
    box->setFocus();
    const int wanted = box->findText(text);
    for (int i = 0; i < box->count() && box->currentIndex() != wanted; ++i)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    return wanted >= 0 && box->currentIndex() == wanted;
}

void TestNumbersAndPickers::threshold_typed_isUsedAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << QStringLiteral("0.305") << 0.305;
    QTest::newRow("exponent") << QStringLiteral("1e-3") << 0.001;
    QTest::newRow("spaces") << QStringLiteral(" 0.4 ") << 0.4;
    QTest::newRow("beyond the scores") << QStringLiteral("17") << 17.0;
    QTest::newRow("below the scores") << QStringLiteral("-2") << -2.0;
}

void TestNumbersAndPickers::threshold_typed_isUsedAsItIs()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    const Scenario before = m_opened->session.scenario();
    type(named<ThresholdBox>("threshold"), text);
    QCOMPARE(m_opened->session.scenario().threshold.value, value);
    QCOMPARE(falselyShown(*m_opened), QString());
    QCOMPARE(m_opened->session.history().count(), 1);
    m_opened->session.history().undo();
    QVERIFY(m_opened->session.scenario() == before);
}

void TestNumbersAndPickers::threshold_noNumber_isPutBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "abc", "0,5", "0,125", "-0,125", ",125", "0.5x", "nan", "1e999", "0.5 0.6"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestNumbersAndPickers::threshold_noNumber_isPutBack()
{
    QFETCH(QString, text);
    auto *box = named<ThresholdBox>("threshold");
    const QString before = box->text();
    type(box, text.isEmpty() ? QStringLiteral(" ") : text);
    QCOMPARE(box->text(), before);
    QCOMPARE(m_opened->session.history().count(), 0);
}

void TestNumbersAndPickers::threshold_negativeScores_canBeTyped()
{
    QVERIFY(m_opened->open("label,score\n1,2.5\n0,-3.5\n1,-0.5\n0,-1.5\n"));
    auto *box = named<ThresholdBox>("threshold");
    type(box, QStringLiteral("-2"));
    QCOMPARE(m_opened->session.scenario().threshold.value, -2.0);
    // With the minus sign it is shown with, too.
    QVERIFY(box->text().startsWith(QChar(0x2212)));
    box->findChild<QLineEdit *>()->setText(QString(QChar(0x2212)) + QLatin1String("1"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(m_opened->session.scenario().threshold.value, -1.0);
}

void TestNumbersAndPickers::threshold_arrowKeys_stepDecisions()
{
    m_opened->session.setThreshold({0.5});
    auto *box = named<ThresholdBox>("threshold");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    const double up = m_opened->session.scenario().threshold.value;
    QVERIFY(up > 0.5);
    QCOMPARE(falselyShown(*m_opened), QString());
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(m_opened->session.scenario().threshold.value <= 0.5);
    QTest::keyClick(box, Qt::Key_PageUp);
    QVERIFY(m_opened->session.scenario().threshold.value > up);
}

void TestNumbersAndPickers::marker_keys_stepDecisions()
{
    auto *chart = m_opened->scores();
    auto *marker = OpenedWindow::marker(chart);
    marker->setFocus();
    const auto before = shownTexts(*m_opened);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_Left,
                              Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}) {
        QTest::keyClick(chart, key);
        QCOMPARE(falselyShown(*m_opened), QString());
    }
    QCOMPARE(m_opened->session.scenario().threshold, Threshold::alertOnNothing());
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(m_opened->session.scenario().threshold.value,
             m_opened->session.assessment().slice->sweep().threshold.maxCoeff());
    QVERIFY(marker->hasFocus());
    while (m_opened->session.history().canUndo())
        QTest::keyClick(chart, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestNumbersAndPickers::slider_keys_stepDecisions()
{
    auto *slider = m_opened->child<ScoresPanel>()->findChild<DialSlider *>();
    m_opened->session.setThreshold({0.5});
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    const double right = m_opened->session.scenario().threshold.value;
    QVERIFY(right > 0.5);
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(m_opened->session.history().count(), 3);
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(m_opened->session.assessment().counts.fn.rows, 0.0);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(m_opened->session.scenario().threshold, Threshold::alertOnNothing());
    QCOMPARE(slider->value(), slider->maximum());
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestNumbersAndPickers::box_typed_changesItsPartAndUndoReturns_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("text");
    QTest::newRow("right one shown") << QStringLiteral("valueTp") << QStringLiteral("7.5");
    QTest::newRow("wrong one shown") << QStringLiteral("valueFp") << QStringLiteral("-12");
    QTest::newRow("missed") << QStringLiteral("valueFn") << QStringLiteral("-0.25");
    QTest::newRow("silent") << QStringLiteral("valueTn") << QStringLiteral("0.1");
    QTest::newRow("uses") << QStringLiteral("usesPerWeek") << QStringLiteral("300");
    QTest::newRow("base rate") << QStringLiteral("baseRate") << QStringLiteral("1.25");
    QTest::newRow("bad ones") << QStringLiteral("badBeforeLeaving") << QStringLiteral("5");
    QTest::newRow("noticed wrong") << QStringLiteral("noticedWrong") << QStringLiteral("40");
    QTest::newRow("noticed missed") << QStringLiteral("noticedMissed") << QStringLiteral("15");
    QTest::newRow("precision") << QStringLiteral("precisionLimit") << QStringLiteral("75");
}

void TestNumbersAndPickers::box_typed_changesItsPartAndUndoReturns()
{
    QFETCH(QString, box);
    QFETCH(QString, text);
    const Scenario before = m_opened->session.scenario();
    const auto textsBefore = shownTexts(*m_opened);
    auto *number = m_opened->child<NumberBox>(box);
    QVERIFY(number);
    type(number, text);
    const Scenario after = m_opened->session.scenario();
    QVERIFY(!(after == before));
    QCOMPARE(number->value(), text.toDouble());
    QCOMPARE(m_opened->session.history().count(), 1);
    QCOMPARE(falselyShown(*m_opened), QString());
    // Where one has just typed.
    QTest::keyClick(number, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(shownTexts(*m_opened), textsBefore);
}

void TestNumbersAndPickers::box_typed_isNotRounded_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Field>("field");
    QTest::addColumn<double>("value");
    const auto row = [](const char *box, const char *text, Field field, double value) {
        QTest::addRow("%s %s", box, text)
                << QString::fromLatin1(box) << QString::fromLatin1(text) << field << value;
    };
    row("baseRate", "0,125", Field::BaseRate, 0.00125); // never 125 %
    row("baseRate", "0.125", Field::BaseRate, 0.00125);
    row("baseRate", "0.00001", Field::BaseRate, 1e-7);
    row("valueFp", "-1,5", Field::ValueFp, -1.5);
    row("valueFp", "-123456789.125", Field::ValueFp, -123456789.125);
    row("valueTp", "0.0001", Field::ValueTp, 0.0001);
    row("usesPerWeek", "2.5", Field::UsesPerWeek, 2.5);
    row("badBeforeLeaving", "200", Field::BadBeforeLeaving, 200.0);
    row("noticedWrong", "12.5", Field::NoticedWrong, 0.125);
    row("precisionLimit", "99.95", Field::PrecisionLimit, 0.9995);
}

void TestNumbersAndPickers::box_typed_isNotRounded()
{
    QFETCH(QString, box);
    QFETCH(QString, text);
    QFETCH(Field, field);
    QFETCH(double, value);
    auto *number = m_opened->child<NumberBox>(box);
    type(number, text);
    QCOMPARE(*valueOf(field, m_opened->session.scenario()), value);
    const QString shown = QString(text).replace(QLatin1Char(','), QLatin1Char('.'));
    QCOMPARE(number->cleanText().remove(QLocale().groupSeparator()),
             QString(shown).replace(QLatin1Char('.'), QLocale().decimalPoint()));
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestNumbersAndPickers::box_thousandsTyped_areRead()
{
    const QString part = QLocale().groupSeparator();
    const QString point = QLocale().decimalPoint();
    auto *box = named<NumberBox>("valueFp");
    type(box, QLatin1String("-1") + part + QLatin1String("000"));
    QCOMPARE(m_opened->session.scenario().values.fp(), -1000.0);
    type(box,
         QLatin1String("-12") + part + QLatin1String("345") + part + QLatin1String("678") + point
                 + QLatin1Char('5'));
    QCOMPARE(m_opened->session.scenario().values.fp(), -12345678.5);
}

void TestNumbersAndPickers::box_notANumber_isPutBack()
{
    auto *box = named<NumberBox>("valueFp");
    for (const char *text : {"1,2,3", "1.2.3", "1.000,5,0", "1,000.5.0", "1,0000.5,1"}) {
        type(box, QString::fromLatin1(text));
        QCOMPARE(m_opened->session.scenario().values.fp(), -1.0);
        QCOMPARE(box->value(), -1.0);
    }
    QCOMPARE(m_opened->session.history().count(), 0);
}

void TestNumbersAndPickers::box_typed_leavesItsNeighboursExactly()
{
    Session &session = m_opened->session;
    constexpr double third = 1.0 / 3.0;
    const std::vector<Field> exact{Field::ValueTp,     Field::ValueTn,        Field::NoticedWrong,
                                   Field::BaseRate,    Field::WrongAtMost,    Field::MissedAtMost,
                                   Field::NoticedLate, Field::PrecisionLimit, Field::ShownPerDay};
    for (const Field field : exact)
        session.edit(field, third);
    type(named<NumberBox>("valueFp"), QStringLiteral("-7"));
    type(named<NumberBox>("noticedMissed"), QStringLiteral("50"));
    type(named<NumberBox>("usesPerDay"), QStringLiteral("77"));
    QCOMPARE(session.scenario().values.fp(), -7.0);
    QCOMPARE(session.scenario().noticed.missed, 0.5);
    QCOMPARE(session.scenario().targets.usesPerDay, 77.0);
    for (const Field field : exact)
        QCOMPARE(*valueOf(field, session.scenario()), third);
}

void TestNumbersAndPickers::box_leftUnchanged_noStep()
{
    for (NumberBox *box : m_opened->window.findChildren<NumberBox *>()) {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Return);
        box->clearFocus();
    }
    QCOMPARE(m_opened->session.history().count(), 0);
}

/// What is not said stands there as a number; typed, the same number is said.
void TestNumbersAndPickers::pace_typedAsItStands_isSaidAndGivenBack()
{
    auto *box = named<NumberBox>("usesPerWeek");
    const auto &scenario = m_opened->session.scenario();
    QVERIFY(!scenario.usesPerWeek);
    const QString usual = box->text();
    QCOMPARE(usual, QString::number(m_opened->session.assessment().pace.usesPerWeek));
    type(box, usual);
    QCOMPARE(scenario.usesPerWeek, std::optional(usual.toDouble()));
    type(box, QStringLiteral("0"));
    QVERIFY(!scenario.usesPerWeek);
    QCOMPARE(box->text(), usual);
}

void TestNumbersAndPickers::box_wheelWithoutFocus_nothing()
{
    auto *box = named<NumberBox>("valueFp");
    box->clearFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(m_opened->session.history().count(), 0);
    QVERIFY(!box->hasFocus());
}

void TestNumbersAndPickers::noun_typed_isInTheSentences()
{
    type(named<QLineEdit>("noun"), QStringLiteral("reply"));
    QCOMPARE(m_opened->session.scenario().words.raised, std::string("reply"));
    QVERIFY(shownTexts(*m_opened).value(QStringLiteral("say")).contains(QLatin1String("replies")));
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->session.history().undo();
    QCOMPARE(named<QLineEdit>("noun")->text(), QStringLiteral("suggestion"));
}

void TestNumbersAndPickers::words_typed_areInTheSentences()
{
    for (const auto &[box, word] :
         {std::pair("useCase", "payment"), std::pair("positive", "fraud"),
          std::pair("verb", "raise"), std::pair("noun", "alert"), std::pair("unit", "euros")})
        type(named<QLineEdit>(box), QString::fromLatin1(word));
    const QString said = m_opened->child<ExplorePage>()->sentences();
    QVERIFY2(said.contains(QStringLiteral(" frauds raise an alert")), qPrintable(said));
    QVERIFY(said.contains(QStringLiteral(" alerts raised are wrong")));
    // Emptied, one goes back to what is usual, which it shows.
    type(named<QLineEdit>("positive"), QStringLiteral(" "));
    QCOMPARE(named<QLineEdit>("positive")->placeholderText(), QStringLiteral("good alert"));
    QVERIFY(m_opened->session.scenario().words.positive.empty());
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(named<QLineEdit>("unit"), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_opened->session.scenario().words == FeatureWords());
}

void TestNumbersAndPickers::noun_empty_isPutBack()
{
    type(named<QLineEdit>("noun"), QStringLiteral("  "));
    QCOMPARE(named<QLineEdit>("noun")->text(), QStringLiteral("suggestion"));
    QCOMPARE(m_opened->session.history().count(), 0);
}

void TestNumbersAndPickers::model_picked_showsItsRows()
{
    auto *model = named<QComboBox>("model");
    QVERIFY(model->isVisible());
    QCOMPARE(model->currentText(), QStringLiteral("large"));
    const auto before = shownTexts(*m_opened);
    QVERIFY(pick(model, QStringLiteral("small")));
    QCOMPARE(m_opened->session.assessment().counts.uses().rows, 40.0);
    QCOMPARE(falselyShown(*m_opened), QString());
    m_opened->session.history().undo();
    QCOMPARE(model->currentText(), QStringLiteral("large"));
    QCOMPARE(shownTexts(*m_opened), before);
}

void TestNumbersAndPickers::segment_picked_showsItsRows()
{
    auto *users = named<QComboBox>("group");
    QCOMPARE(users->currentIndex(), 0);
    QVERIFY(pick(users, QStringLiteral("country: nl")));
    QCOMPARE(m_opened->session.scenario().selection.where.size(), std::size_t(1));
    QCOMPARE(falselyShown(*m_opened), QString());
    QVERIFY(pick(users, users->itemText(0)));
    QVERIFY(m_opened->session.scenario().selection.where.empty());
    QCOMPARE(falselyShown(*m_opened), QString());
}

void TestNumbersAndPickers::segment_withoutRows_refusedAndPickerReturns()
{
    QVERIFY(pick(named<QComboBox>("model"), QStringLiteral("small")));
    auto *users = named<QComboBox>("group");
    const auto before = shownTexts(*m_opened);
    const int steps = m_opened->session.history().count();
    users->setCurrentIndex(users->findText(QStringLiteral("country: de")));
    Q_EMIT users->activated(users->currentIndex());
    QCOMPARE(users->currentIndex(), 0);
    QCOMPARE(shownTexts(*m_opened), before);
    QCOMPARE(m_opened->session.history().count(), steps);
    QCOMPARE(falselyShown(*m_opened), QString());
}

QComboBox *TestNumbersAndPickers::latePicker() const
{
    const auto boxes = m_opened->window.findChildren<QComboBox *>();
    for (QComboBox *box : boxes) {
        if (box->accessibleName() == QLatin1String("Late answers"))
            return box;
    }
    return nullptr;
}

void TestNumbersAndPickers::late_picked_anotherModelAnswers()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    const Scenario before = m_opened->session.scenario();
    const double missed = m_opened->session.assessment().experience[Share::Missed]->value;
    QVERIFY(pick(latePicker(), QStringLiteral("on-device-small answers")));
    const Scenario &after = m_opened->session.scenario();
    QCOMPARE(after.latePolicy, LatePolicy::FallBack);
    QCOMPARE(after.fallback->model, std::string("on-device-small"));
    QVERIFY(m_opened->session.assessment().experience[Share::Missed]->value < missed);
    const QString words = wording::experienceWords(m_opened->session.assessment()).late.detail;
    QVERIFY2(words.contains(QLatin1String("on-device-small answers instead")), qPrintable(words));
    QCOMPARE(difference(m_opened->session.assessment(), freshAssessment(m_opened->session)),
             QString());
    while (m_opened->session.history().canUndo())
        m_opened->session.history().undo();
    QVERIFY(m_opened->session.scenario() == before);
    QCOMPARE(latePicker()->currentText(), QStringLiteral("show nothing"));
}

void TestNumbersAndPickers::late_picked_isWaitedFor()
{
    QVERIFY(m_opened->openSample(QStringLiteral("inlinesuggestion")));
    QVERIFY(pick(latePicker(), QStringLiteral("waited for")));
    m_opened->session.edit(edits::patience(PatienceCurve({{{200.0}, 0.9}, {{800.0}, 0.5}})));
    const Assessment &assessment = m_opened->session.assessment();
    QVERIFY(assessment.experience[Share::Left]->value > 0.05);
    QVERIFY(assessment.experience[Share::Late]->value > 0.0); // told all the same
    const QString words = wording::experienceWords(assessment).late.detail;
    QVERIFY2(words.contains(QLatin1String("waited for")), qPrintable(words));
    QVERIFY2(words.contains(QLatin1String("the user gone")), qPrintable(words));
    QCOMPARE(difference(assessment, freshAssessment(m_opened->session)), QString());
}

void TestNumbersAndPickers::late_refused_pickerReturnsAndItIsSaid()
{
    QByteArray table = "id,label,score,latency_ms,model,country\n";
    for (int i = 0; i < 40; ++i) {
        const QByteArray use = QByteArray::number(i) + (i % 3 == 0 ? ",1,0." : ",0,0.")
                + QByteArray::number(10 + i) + ',' + QByteArray::number(50 + 20 * i);
        table += use + ",large," + (i % 2 == 0 ? "nl" : "de") + '\n';
        if (i % 2 == 0)
            table += use + ",small,nl\n";
    }
    QVERIFY(m_opened->open(table));
    m_opened->session.edit(edits::where({{"country", "de"}})); // none of "small"
    const QString before = latePicker()->currentText();
    QVERIFY(latePicker()->findText(QStringLiteral("small answers")) >= 0);
    latePicker()->setFocus();
    QTest::keyClicks(latePicker(), QStringLiteral("small"));
    QCOMPARE(m_opened->session.scenario().latePolicy, LatePolicy::ShowNothing);
    QCOMPARE(latePicker()->currentText(), before);
    QVERIFY(m_opened->child<MessageBar>()->isVisible());
}

void TestNumbersAndPickers::late_oneModel_noneCanStepIn()
{
    QVERIFY(m_opened->openSample(QStringLiteral("fraudalerts")));
    QCOMPARE(latePicker()->count(), 3);
    QVERIFY(latePicker()->findText(QStringLiteral("answers"), Qt::MatchContains) < 0);
}

void TestNumbersAndPickers::undo_button_nothingToUndo_disabled()
{
    auto *undo = m_opened->window.findChild<QAction *>(QStringLiteral("actionUndo"));
    auto *redo = m_opened->window.findChild<QAction *>(QStringLiteral("actionRedo"));
    QVERIFY(!undo->isEnabled());
    m_opened->session.setThreshold({0.2});
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->toolTip().contains(QLatin1String("threshold")));
    undo->trigger();
    QVERIFY(!undo->isEnabled());
    QVERIFY(redo->isEnabled());
    QVERIFY(m_opened->open(mixedTable()));
    QVERIFY(!redo->isEnabled());
}

ONEINN_TEST(TestNumbersAndPickers)

} // namespace tests::journeys_numbersandpickers

#include "tst_numbersandpickers.moc"
