// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/widgets/offerbar.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tests::journeys_wordsoffer {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::OpenedWindow;

/// A person opens a file of frauds, and is not told of good suggestions for long.
class TestWordsOffer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_opened.reset(); }

    void fraud_accepted_isToldInItsWords_asOneStep();
    void fraud_declined_staysAsItWas();
    void fraud_wordTyped_offerGoes();
    void nothingInTheNames_nothingIsOffered();

private:
    bool open(const QString &label);
    OfferBar *offer() const { return m_opened->child<OfferBar>(u"words"_s); }
    void press(const QString &name) const
    {
        auto *button = offer()->findChild<QPushButton *>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    }
    const FeatureWords &words() const { return m_opened->session.scenario().words; }

    QTemporaryDir m_folder;
    std::unique_ptr<OpenedWindow> m_opened;
};

void TestWordsOffer::init()
{
    m_opened = std::make_unique<OpenedWindow>();
    QVERIFY(m_opened->ready());
}

bool TestWordsOffer::open(const QString &label)
{
    const QString path = m_folder.filePath(label + u".csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(label.toUtf8() + ",score\n");
    for (int i = 0; i < 40; ++i)
        file.write(QByteArray(i % 4 == 0 ? "1," : "0,") + QByteArray::number(0.01 + 0.02 * i)
                   + '\n');
    file.close();
    return m_opened->finishes([this, path] { m_opened->window.openFile(path); });
}

void TestWordsOffer::fraud_accepted_isToldInItsWords_asOneStep()
{
    QVERIFY(open(u"is_fraud"_s));
    QVERIFY(offer()->isVisible());
    QVERIFY2(offer()->message().contains(u"probably frauds. Use the words of"),
             qPrintable(offer()->message()));
    QCOMPARE(words(), FeatureWords()); // nothing unasked
    const OutcomeValues values = m_opened->session.scenario().values;
    press(u"accept"_s);
    QCOMPARE(words().raised, "alert");
    QCOMPARE(words().positive, "fraud");
    QVERIFY(m_opened->session.scenario().values == values);
    QVERIFY(!offer()->isVisible());
    QVERIFY2(m_opened->window.sentences().contains(u"alert"),
             qPrintable(m_opened->window.sentences()));
    m_opened->session.history().undo();
    QCOMPARE(words(), FeatureWords());
}

void TestWordsOffer::fraud_declined_staysAsItWas()
{
    QVERIFY(open(u"is_fraud"_s));
    auto *keep = offer()->findChild<QPushButton *>(u"decline"_s);
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(!offer()->isVisible());
    QCOMPARE(words(), FeatureWords());
}

void TestWordsOffer::fraud_wordTyped_offerGoes()
{
    QVERIFY(open(u"is_fraud"_s));
    m_opened->session.edit(edits::word(&FeatureWords::raised, "stop"));
    QVERIFY(!offer()->isVisible());
}

void TestWordsOffer::nothingInTheNames_nothingIsOffered()
{
    QVERIFY(open(u"label"_s));
    QVERIFY(!offer()->isVisible());
}

ONEINN_TEST(TestWordsOffer)

} // namespace tests::journeys_wordsoffer

#include "tst_wordsoffer.moc"
