// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verb.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_verb {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;

class TestVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void participleOf_verbs_areEnglish_data();
    void participleOf_verbs_areEnglish();
    void infinitiveOf_anyForm_isTheVerb_data();
    void infinitiveOf_anyForm_isTheVerb();
    void infinitiveOf_verbsThatLookLikeForms_stay();
};

void TestVerb::participleOf_verbs_areEnglish_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("third");
    QTest::addColumn<QString>("participle");
    const auto row = [](const char *verb, const char *third, const char *participle) {
        QTest::newRow(verb) << QString::fromLatin1(verb) << QString::fromLatin1(third)
                            << QString::fromLatin1(participle);
    };
    row("show", "shows", "shown");
    row("raise", "raises", "raised");
    row("flag", "flags", "flagged");
    row("lay off", "lays off", "laid off");
    row("bid", "bids", "bid");
    row("take down", "takes down", "taken down");
    row("send", "sends", "sent");
    row("offer", "offers", "offered");
    row("recommend", "recommends", "recommended");
    row("apply", "applies", "applied");
    row("display", "displays", "displayed");
    row("stop", "stops", "stopped");
    row("fix", "fixes", "fixed");
    row("push", "pushes", "pushed");
    row("ban", "bans", "banned");
    row("notify", "notifies", "notified");
    row("put aside", "puts aside", "put aside");
    row("let through", "lets through", "let through");
    row("set", "sets", "set");
    row("hold", "holds", "held");
    row("hold back", "holds back", "held back");
    row("withdraw", "withdraws", "withdrawn");
    row("override", "overrides", "overridden");
    row("freeze", "freezes", "frozen");
    row("split", "splits", "split");
    row("refer", "refers", "referred");
    row("cancel", "cancels", "cancelled");
    row("transfer", "transfers", "transferred");
    row("escalate", "escalates", "escalated");
    row("block", "blocks", "blocked");
}

void TestVerb::participleOf_verbs_areEnglish()
{
    QFETCH(const QString, verb);
    QTEST(wording::participleOf(verb), "participle");
    QTEST(wording::thirdPersonOf(verb), "third");
}

void TestVerb::infinitiveOf_anyForm_isTheVerb_data()
{
    QTest::addColumn<QString>("verb");
    for (const char *verb :
         {"raise",   "show",     "flag",       "take down", "send",   "offer",   "recommend",
          "apply",   "display",  "stop",       "fix",       "push",   "ban",     "notify",
          "hold",    "escalate", "block",      "refer",     "cancel", "issue",   "charge",
          "suggest", "decline",  "quarantine", "review",    "delay",  "mute",    "delete",
          "approve", "pass",     "handle",     "warn",      "alert",  "trigger", "produce",
          "give",    "hide",     "call",       "judge",     "rank",   "mark",    "label",
          "refuse",  "propose",  "post",       "open"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void TestVerb::infinitiveOf_anyForm_isTheVerb()
{
    QFETCH(const QString, verb);
    QCOMPARE(wording::infinitiveOf(verb), verb);
    QCOMPARE(wording::infinitiveOf(u"to "_s + verb), verb);
    QCOMPARE(wording::infinitiveOf(wording::participleOf(verb)), verb);
    QCOMPARE(wording::infinitiveOf(wording::thirdPersonOf(verb)), verb);
}

void TestVerb::infinitiveOf_verbsThatLookLikeForms_stay()
{
    for (const auto &verb : {u"feed"_s, u"proceed"_s, u"embed"_s, u"bring"_s, u"ping"_s, u"pass"_s,
                             u"focus"_s, u"discuss"_s, u"let"_s, u"put through"_s, u"let through"_s,
                             u"string"_s, u"add"_s, u"do"_s})
        QCOMPARE(wording::infinitiveOf(verb), verb);
}

ONEINN_TEST(TestVerb)

} // namespace tests::wording_verb

#include "tst_verb.moc"
