// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/wavfile.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::practice_wavfile {

using namespace oneinn;

class TestWavFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void written_bytesAreThoseOfTheFormat();
    void read_isWhatWasWritten();
    void read_passesOverOtherParts();
    void read_damagedInAnyWay_isNone();
    void seconds_areRoundedDown();
};

namespace {

SpokenAudio twoMoments()
{
    return {16000, 1, QByteArray::fromHex("0100ff7f")};
}

} // namespace

/// By hand from the definition of the format.
void TestWavFile::written_bytesAreThoseOfTheFormat()
{
    QCOMPARE(wavBytes(twoMoments()).toHex(),
             QByteArray("52494646"
                        "28000000"
                        "57415645"
                        "666d7420"
                        "10000000"
                        "0100"
                        "0100"
                        "803e0000"
                        "007d0000"
                        "0200"
                        "1000"
                        "64617461"
                        "04000000"
                        "0100ff7f"));
    // 44,100 moments of two channels, and half a one more.
    const QByteArray stereo = wavBytes({44100, 2, QByteArray::fromHex("010002000300")});
    QCOMPARE(stereo.mid(22, 14).toHex(),
             QByteArray("0200"
                        "44ac0000"
                        "10b10200"
                        "0400"
                        "1000"));
    QCOMPARE(stereo.mid(40).toHex(),
             QByteArray("04000000"
                        "01000200"));
}

void TestWavFile::read_isWhatWasWritten()
{
    QByteArray samples;
    for (int i = 0; i < 48000; ++i)
        samples.append(char(i * 37 % 251));
    for (const SpokenAudio &audio :
         {twoMoments(), SpokenAudio{48000, 2, samples}, SpokenAudio{8000, 1, {}}}) {
        const auto read = readWav(wavBytes(audio));
        QVERIFY(read);
        QCOMPARE(*read, audio);
    }
}

void TestWavFile::read_passesOverOtherParts()
{
    // A note of an odd size, which is followed by a byte that belongs to nothing.
    QByteArray bytes = wavBytes(twoMoments());
    bytes.insert(36,
                 QByteArray::fromHex("4e4f5445"
                                     "03000000"
                                     "61626300"));
    const auto read = readWav(bytes);
    QVERIFY(read);
    QCOMPARE(*read, twoMoments());
}

void TestWavFile::read_damagedInAnyWay_isNone()
{
    const QByteArray whole = wavBytes(twoMoments());
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readWav(whole.left(size)), qPrintable(QString::number(size)));
    const auto with = [&whole](qsizetype at, char byte) {
        QByteArray bytes = whole;
        bytes[at] = byte;
        return readWav(bytes);
    };
    QVERIFY(!with(0, 'r'));
    QVERIFY(!with(8, 'A'));
    QVERIFY(!with(20, 3)); // floating point
    QVERIFY(!with(22, 0)); // no channel
    QVERIFY(!with(34, 8)); // bits
    QVERIFY(!with(36, 'D'));
    QVERIFY(!readWav("RIFF and nothing of the kind WAVE"));
}

void TestWavFile::seconds_areRoundedDown()
{
    QCOMPARE(secondsOf({16000, 1, QByteArray(31999, '\0')}), 0);
    QCOMPARE(secondsOf({16000, 1, QByteArray(32000, '\0')}), 1);
    QCOMPARE(secondsOf({8000, 2, QByteArray(96000, '\0')}), 3);
}

ONEINN_TEST(TestWavFile)

} // namespace tests::practice_wavfile

#include "tst_wavfile.moc"
