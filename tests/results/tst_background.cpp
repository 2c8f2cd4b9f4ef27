// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/background.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <new>
#include <semaphore>
#include <stdexcept>
#include <thread>
#include <vector>

namespace tests::results_background {

using namespace oneinn;

namespace {

using Doubled = Background<int, int>;

/// Work that is at a person's command: it says that it has begun, and waits to be let go.
struct Held {
    std::counting_semaphore<> begun{0};
    std::counting_semaphore<> letGo{0};
    std::counting_semaphore<> ended{0};
    std::atomic<int> runs = 0;
    std::atomic<bool> sawStop = false;

    static Doubled::Work work(const std::shared_ptr<Held> &held, int question)
    {
        return [held, question](const JobControl &job) {
            ++held->runs;
            job.report(0.25);
            held->begun.release();
            held->letGo.acquire();
            held->sawStop = job.stopRequested();
            held->ended.release();
            return std::make_shared<const int>(2 * question);
        };
    }
};

Doubled::Work doubling(int question)
{
    return [question](const JobControl &) { return std::make_shared<const int>(2 * question); };
}

} // namespace

class TestBackground : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_inGesture = false;
        m_held = std::make_shared<Held>();
        m_workers = std::make_unique<Workers>();
        m_background = std::make_unique<Doubled>(*m_workers, SettlePace{.settleMs = 1},
                                                 [this] { return m_inGesture; });
    }
    void cleanup()
    {
        m_held->letGo.release(8);
        m_background.reset();
        m_workers.reset();
    }

    void ask_once_arrives();
    void ask_sameAgain_isNotGivenUp();
    void ask_other_onlyTheLastArrives();
    void ask_backToWhatIsKnown_isThereWithoutWork();
    void askAtOnce_isThereOnReturnAndSignalsNothing();
    void nothingToSay_isAnAnswer();
    void gesture_underWay_worksOnlyWhereAsked();
    void gesture_begins_restsWhatIsUnderWay();
    void recess_cancelled_comesToItsEnd();
    void outdated_showsProgress();
    void cancel_staysOldUntilResumed();
    void memory_runsOut_isSaidAndCanBeTriedAgain();
    void pause_keepsTheLastAnswer();
    void forget_afterAnAnswer_isGone();
    void closed_whileWorking_doesNotWait();
    void closed_beforeTheAnswerIsTaken_nothingArrives();
    void workers_closed_dropWhatHasNotBegun();

private:
    bool m_inGesture = false;
    std::shared_ptr<Held> m_held;
    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<Doubled> m_background;
};

void TestBackground::ask_once_arrives()
{
    QSignalSpy changed(m_background.get(), &BackgroundState::changed);
    m_background->ask(4, doubling(4));
    QVERIFY(m_background->isPending());
    QVERIFY(!m_background->current());
    QTRY_VERIFY(m_background->current());
    QCOMPARE(*m_background->current(), 8);
    QVERIFY(m_background->isAnswered() && !m_background->isPending());
    QVERIFY(!changed.isEmpty());
}

void TestBackground::ask_sameAgain_isNotGivenUp()
{
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    m_background->ask(4, Held::work(m_held, 4));
    m_held->letGo.release();
    QTRY_VERIFY(m_background->current());
    QCOMPARE(m_held->runs, 1);
    QVERIFY(!m_held->sawStop);
}

void TestBackground::ask_other_onlyTheLastArrives()
{
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    m_background->ask(5, doubling(5));
    QTRY_VERIFY(m_background->current());
    QCOMPARE(*m_background->current(), 10);
    // The older one ends last, told to stop, and is heard of no more.
    QList<int> arrived;
    connect(m_background.get(), &BackgroundState::changed, this,
            [&] { arrived.append(*m_background->answer()); });
    m_held->letGo.release();
    m_held->ended.acquire();
    QVERIFY(m_held->sawStop);
    m_background->ask(6, doubling(6));
    QTRY_COMPARE(*m_background->answer(), 12);
    QVERIFY(!arrived.contains(8));
    m_background->disconnect(this);
}

void TestBackground::ask_backToWhatIsKnown_isThereWithoutWork()
{
    m_background->ask(4, doubling(4));
    QTRY_VERIFY(m_background->current());
    m_background->ask(5, Held::work(m_held, 5));
    QTRY_COMPARE(int(m_held->runs), 1);
    QVERIFY(!m_background->current());
    QCOMPARE(*m_background->answer(), 8); // old, until there is a new one
    m_background->ask(4, Held::work(m_held, 4));
    QVERIFY(m_background->current());
    QCOMPARE(*m_background->current(), 8);
    QVERIFY(!m_background->isPending());
    QCOMPARE(m_held->runs, 1);
}

void TestBackground::askAtOnce_isThereOnReturnAndSignalsNothing()
{
    QSignalSpy changed(m_background.get(), &BackgroundState::changed);
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    m_background->askAtOnce(5, doubling(5));
    QCOMPARE(*m_background->current(), 10);
    m_held->letGo.release();
    m_held->ended.acquire();
    QCoreApplication::processEvents();
    QCOMPARE(*m_background->current(), 10);
    QVERIFY(!m_background->isPending() && !m_background->isOutdated());
    QVERIFY(changed.size() <= 1); // that the first was out of date, if it took so long
}

void TestBackground::nothingToSay_isAnAnswer()
{
    m_background->ask(4, [](const JobControl &) { return nullptr; });
    QTRY_VERIFY(m_background->isAnswered());
    QVERIFY(!m_background->current() && !m_background->isPending());
}

void TestBackground::gesture_underWay_worksOnlyWhereAsked()
{
    Doubled following(*m_workers, {.settleMs = 0, .duringGesture = true},
                      [this] { return m_inGesture; });
    m_inGesture = true;
    m_background->ask(4, Held::work(m_held, 4));
    following.ask(4, doubling(4));
    QTRY_VERIFY(following.current());
    // It says that it is old, rather than to work it out.
    QTRY_VERIFY(m_background->isOutdated());
    QCOMPARE(m_held->runs, 0);
    QVERIFY(!m_background->progress());
    m_inGesture = false;
    m_held->letGo.release();
    QTRY_VERIFY(m_background->current());
    QVERIFY(!m_background->isOutdated());
}

void TestBackground::gesture_begins_restsWhatIsUnderWay()
{
    struct Counting {
        std::atomic<int> steps = 0;
        std::atomic<bool> enough = false;
    };
    const auto counting = std::make_shared<Counting>();
    // As many at work as there are threads for what is done in turn.
    std::vector<std::unique_ptr<Doubled>> all;
    for (unsigned i = 0; i < std::max(2U, std::thread::hardware_concurrency()); ++i) {
        all.push_back(std::make_unique<Doubled>(*m_workers, SettlePace{.settleMs = 0},
                                                [this] { return m_inGesture; }));
        all.back()->ask(4, [counting](const JobControl &job) {
            while (!job.stopRequested() && !counting->enough)
                ++counting->steps;
            return std::make_shared<const int>(8);
        });
    }
    QTRY_VERIFY(counting->steps > 0);
    m_workers->recess()->begin();
    m_inGesture = true;
    // One that was just at it may finish its step.
    int before = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                before = counting->steps;
                QTest::qWait(20);
                return before == int(counting->steps);
            }(),
            60000);
    // What a drag draws anew is not kept back by those that rest.
    Doubled following(*m_workers, {.settleMs = 0, .duringGesture = true},
                      [this] { return m_inGesture; });
    following.ask(4, doubling(4));
    QTRY_VERIFY(following.current());
    QCOMPARE(int(counting->steps), before);
    m_inGesture = false;
    counting->enough = true;
    m_workers->recess()->end();
    for (const auto &each : all)
        QTRY_VERIFY(each->current());
}

void TestBackground::recess_cancelled_comesToItsEnd()
{
    m_workers->recess()->begin();
    const auto ended = std::make_shared<std::atomic<bool>>(false);
    m_background->ask(4, [ended](const JobControl &job) {
        while (!job.stopRequested()) { }
        *ended = true;
        return std::make_shared<const int>(8);
    });
    QTest::qWait(20);
    QVERIFY(!*ended);
    m_background->cancel();
    QTRY_VERIFY(bool(*ended));
}

void TestBackground::outdated_showsProgress()
{
    QSignalSpy changed(m_background.get(), &BackgroundState::changed);
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    QVERIFY(m_background->isOutdated() || !m_background->progress());
    QTRY_VERIFY(m_background->isOutdated());
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(m_background->progress(), std::optional(0.25));
    m_held->letGo.release();
    QTRY_VERIFY(m_background->current());
    QVERIFY(!m_background->progress() && !m_background->isOutdated());
}

void TestBackground::cancel_staysOldUntilResumed()
{
    m_background->ask(4, doubling(4));
    QTRY_VERIFY(m_background->current());
    m_background->ask(5, Held::work(m_held, 5));
    QTRY_COMPARE(int(m_held->runs), 1);
    m_background->cancel();
    m_held->letGo.release();
    m_held->ended.acquire();
    QVERIFY(m_held->sawStop);
    QVERIFY(m_background->isCancelled() && m_background->isOutdated());
    QVERIFY(!m_background->isPending() && !m_background->current());
    m_background->ask(5, doubling(5)); // for whatever it does not depend on
    QVERIFY(m_background->isCancelled());
    m_held->letGo.release();
    m_background->resume();
    QTRY_VERIFY(m_background->current());
    QCOMPARE(*m_background->current(), 10);
    QVERIFY(!m_background->isCancelled() && !m_background->isOutdated());
}

void TestBackground::memory_runsOut_isSaidAndCanBeTriedAgain()
{
    QSignalSpy ranOut(m_background.get(), &BackgroundState::memoryRanOut);
    int runs = 0;
    m_background->ask(4, [&runs](const JobControl &) -> Doubled::AnswerPtr {
        if (++runs == 1)
            throw std::bad_alloc();
        if (runs == 2)
            throw std::length_error("as vector::reserve does");
        return std::make_shared<const int>(8);
    });
    for (int failed = 1; failed <= 2; ++failed) {
        QTRY_COMPARE(ranOut.size(), failed);
        QVERIFY(m_background->isCancelled() && m_background->isOutdated());
        QVERIFY(!m_background->isPending() && !m_background->current());
        m_background->resume();
    }
    QTRY_VERIFY(m_background->current());
    QCOMPARE(*m_background->current(), 8);
}

void TestBackground::pause_keepsTheLastAnswer()
{
    m_background->ask(4, doubling(4));
    QTRY_VERIFY(m_background->current());
    m_background->ask(5, Held::work(m_held, 5));
    m_background->pause();
    QCOMPARE(*m_background->current(), 8);
    QVERIFY(!m_background->isPending());
    m_background->ask(5, doubling(5));
    QTRY_COMPARE(*m_background->answer(), 10);
}

void TestBackground::forget_afterAnAnswer_isGone()
{
    m_background->ask(4, doubling(4));
    QTRY_VERIFY(m_background->current());
    QSignalSpy changed(m_background.get(), &BackgroundState::changed);
    m_background->forget();
    QVERIFY(!m_background->answer() && !m_background->isAnswered());
    QCOMPARE(changed.size(), 1);
    m_background->forget();
    QCOMPARE(changed.size(), 1);
}

void TestBackground::closed_whileWorking_doesNotWait()
{
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    // Nobody lets it go before: to wait for it would be to wait for ever.
    m_background.reset();
    m_workers.reset();
    m_held->letGo.release();
    m_held->ended.acquire();
    QVERIFY(m_held->sawStop);
}

void TestBackground::closed_beforeTheAnswerIsTaken_nothingArrives()
{
    QSignalSpy changed(m_background.get(), &BackgroundState::changed);
    m_background->ask(4, Held::work(m_held, 4));
    QTRY_COMPARE(int(m_held->runs), 1);
    const auto before = changed.size();
    m_held->letGo.release();
    m_held->ended.acquire();
    m_background.reset();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), before);
}

void TestBackground::workers_closed_dropWhatHasNotBegun()
{
    constexpr int many = 200;
    auto later = std::make_shared<std::atomic<int>>(0);
    for (int i = 0; i < many; ++i) {
        m_workers->run([held = m_held] {
            held->begun.release();
            held->letGo.acquire();
            held->ended.release();
        });
    }
    m_held->begun.acquire();
    m_workers->run([later] { ++*later; });
    const std::weak_ptr<std::atomic<int>> dropped = later;
    later.reset();
    m_workers.reset();
    QVERIFY(dropped.expired());
    m_held->letGo.release(many);
    m_held->ended.acquire();
}

ONEINN_TEST(TestBackground)

} // namespace tests::results_background

#include "tst_background.moc"
