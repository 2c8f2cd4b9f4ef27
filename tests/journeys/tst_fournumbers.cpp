// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/data/numberspage.h"
#include "views/start/startpage.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace tests::journeys_fournumbers {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// From what stands on a slide to what users experience.
class TestFourNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void counts_typed_areReadAtOnce();
    void rates_typed_areReadAtOnce();
    void kind_chosen_changesTheWords();
    void input_wrong_saysWhatItHasToBe_data();
    void input_wrong_saysWhatItHasToBe();
    void numbers_allZero_isSaid();
    void sentences_copied_areThoseShown();
    void page_byKeys_comesAndGoes();
    void page_smallWindow_fits();
    void fields_haveNames();

private:
    NumbersPage *page() const { return m_opened->child<NumbersPage>(u"numbers"_s); }
    QLineEdit *box(const QString &name) const { return m_opened->child<QLineEdit>(name); }
    QString fault() const
    {
        const auto *label = m_opened->child<QLabel>(u"numbersFault"_s);
        return label->isVisible() ? label->text() : QString();
    }
    template<typename Button> void click(const QString &name)
    {
        auto *button = m_opened->child<Button>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    }
    void type(const QStringList &names, const QStringList &numbers)
    {
        for (qsizetype i = 0; i < names.size(); ++i) {
            box(names[i])->setFocus();
            box(names[i])->selectAll();
            QTest::keyClicks(box(names[i]), numbers[i]);
        }
    }

    const QStringList m_counts{u"countTp"_s, u"countFp"_s, u"countFn"_s, u"countTn"_s};
    const QStringList m_rates{u"rateRecall"_s, u"rateFalseAlarms"_s, u"rateBase"_s, u"rateUses"_s};
    std::unique_ptr<OpenedWindow> m_opened;
};

void TestFourNumbers::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
    click<QPushButton>(u"fromNumbers"_s);
    QVERIFY(page()->isVisible());
}

void TestFourNumbers::counts_typed_areReadAtOnce()
{
    QVERIFY(box(u"countTp"_s)->hasFocus());
    QVERIFY(page()->sentences().isEmpty());
    type(m_counts, {u"60"_s, u"40"_s, u"40"_s, u"9,860"_s});
    QVERIFY2(page()->sentences().contains(u"40 of every 100"), qPrintable(page()->sentences()));
    QVERIFY2(page()->sentences().contains(u"need rows"), qPrintable(page()->sentences()));
    QCOMPARE(fault(), QString());
    type({u"countFp"_s}, {u"20"_s});
    QVERIFY2(page()->sentences().contains(u"25 of every 100"), qPrintable(page()->sentences()));
}

void TestFourNumbers::rates_typed_areReadAtOnce()
{
    click<QToolButton>(u"asRates"_s);
    type(m_rates, {u"0.90"_s, u"0.020"_s, u"0.2 %"_s, u"1,000,000"_s});
    QVERIFY2(page()->sentences().contains(u"of 1,000,000 uses 2,000 are really positive"_s,
                                          Qt::CaseInsensitive),
             qPrintable(page()->sentences()));
    QVERIFY2(page()->sentences().contains(u"1,800 are shown"), qPrintable(page()->sentences()));
    QVERIFY2(page()->sentences().contains(u"19,960"), qPrintable(page()->sentences()));
}

void TestFourNumbers::kind_chosen_changesTheWords()
{
    type(m_counts, {u"60"_s, u"40"_s, u"40"_s, u"9860"_s});
    const QString before = page()->sentences();
    auto *kind = m_opened->child<QComboBox>(u"numbersKind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QVERIFY(page()->sentences() != before);
    QVERIFY(!page()->sentences().isEmpty());
}

void TestFourNumbers::input_wrong_saysWhatItHasToBe_data()
{
    QTest::addColumn<bool>("rates");
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("a fraction") << false << u"countTp"_s << u"60.5"_s << u"whole number"_s;
    QTest::newRow("a word") << false << u"countFn"_s << u"many"_s << u"Good ones missed (FN)"_s;
    QTest::newRow("negative") << false << u"countTn"_s << u"-4"_s << u"whole number"_s;
    QTest::newRow("above 1") << true << u"rateRecall"_s << u"1.2"_s << u"a share"_s;
    QTest::newRow("base 0") << true << u"rateBase"_s << u"0"_s << u"above 0 and below 1"_s;
    QTest::newRow("no uses") << true << u"rateUses"_s << u"0"_s << u"from 1"_s;
}

void TestFourNumbers::input_wrong_saysWhatItHasToBe()
{
    QFETCH(const bool, rates);
    QFETCH(const QString, box);
    QFETCH(const QString, typed);
    QFETCH(const QString, said);
    if (rates)
        click<QToolButton>(u"asRates"_s);
    click<QPushButton>(u"numbersExample"_s);
    QVERIFY(!page()->sentences().isEmpty());
    type({box}, {typed});
    QVERIFY2(fault().contains(said), qPrintable(fault()));
    QVERIFY(page()->sentences().isEmpty());
}

void TestFourNumbers::numbers_allZero_isSaid()
{
    type(m_counts, {u"0"_s, u"0"_s, u"0"_s, u"0"_s});
    QVERIFY2(fault().contains(u"All four are 0"), qPrintable(fault()));
    type({u"countFn"_s}, {u"5"_s}); // nothing shown
    QCOMPARE(fault(), QString());
    QVERIFY(!page()->sentences().isEmpty());
}

void TestFourNumbers::sentences_copied_areThoseShown()
{
    click<QPushButton>(u"numbersExample"_s);
    click<QPushButton>(u"copyNumbers"_s);
    QVERIFY(!page()->sentences().isEmpty());
    QCOMPARE(QApplication::clipboard()->text(), page()->sentences());
}

void TestFourNumbers::page_byKeys_comesAndGoes()
{
    QTest::keyClick(page(), Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
    QVERIFY(m_opened->child<StartPage>()->isVisible());
    QTest::keyClick(&m_opened->window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(page()->isVisible());
    QVERIFY(box(u"countTp"_s)->hasFocus());
    QTest::keyClicks(box(u"countTp"_s), u"60"_s);
    for (const auto *number : {"40", "40", "9860"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(number));
    }
    QVERIFY2(page()->sentences().contains(u"40 of every 100"), qPrintable(page()->sentences()));
}

void TestFourNumbers::page_smallWindow_fits()
{
    m_opened->window.resize(1024, 660);
    click<QPushButton>(u"numbersExample"_s);
    for (const auto &name : {u"copyNumbers"_s, u"numbersBack"_s}) {
        const auto *button = m_opened->child<QPushButton>(name);
        const auto end = [&] {
            return button->mapTo(&m_opened->window, button->rect().bottomRight());
        };
        QTRY_VERIFY2(m_opened->window.rect().contains(end()), qPrintable(name));
    }
}

void TestFourNumbers::fields_haveNames()
{
    for (const auto &name : m_counts + m_rates) {
        QVERIFY(!box(name)->accessibleName().isEmpty());
        QVERIFY(!box(name)->accessibleDescription().isEmpty());
    }
}

ONEINN_TEST(TestFourNumbers)

} // namespace tests::journeys_fournumbers

#include "tst_fournumbers.moc"
