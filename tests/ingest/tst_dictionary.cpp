// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/dictionary.h"

#include "support/testprogram.h"

#include <QTest>

#include <cstring>
#include <ctime>
#include <random>
#include <unordered_map>

namespace tests::ingest_dictionary {

using namespace oneinn::ingest;

class TestDictionary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void insert_words_areNumberedByFirstAppearance()
    {
        Dictionary dictionary;
        QCOMPARE(dictionary.insert("b"), 0U);
        QCOMPARE(dictionary.insert(""), 1U);
        QCOMPARE(dictionary.insert("b"), 0U);
        QCOMPARE(dictionary.insert("a"), 2U);
        QVERIFY(dictionary.find("a") == 2U);
        QVERIFY(!dictionary.find("c"));
        QCOMPARE(dictionary.words(), (std::vector<std::string>{"b", "", "a"}));
    }

    void insert_manyWords_agreesWithUnorderedMap()
    {
        std::mt19937 random(3);
        Dictionary dictionary;
        std::unordered_map<std::string, std::uint32_t> oracle;
        for (int i = 0; i < 200000; ++i) {
            std::string word(random() % 20, 'x');
            for (auto &c : word)
                c = static_cast<char>('a' + random() % 3);
            const auto expected =
                    oracle.try_emplace(word, static_cast<std::uint32_t>(oracle.size()));
            QVERIFY(dictionary.insert(word) == expected.first->second);
        }
        QCOMPARE(dictionary.words().size(), oracle.size());
        for (const auto &[word, code] : oracle) {
            QVERIFY(dictionary.find(word) == code);
            QVERIFY(dictionary.words()[code] == word);
        }
    }

    /// Sixteen bytes of which the second eight undo what the first did to the hash.
    void insert_collidingWords_takesNoLongerThanOthers()
    {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
        constexpr std::uint32_t many = 150000;
        std::vector<std::string> words;
        for (std::uint64_t i = 0; i < many; ++i) {
            const std::uint64_t product = (16U ^ i) * factor;
            const std::uint64_t undone = product ^ (product >> 32U) ^ 0x1234U;
            std::string &word = words.emplace_back(16, ' ');
            std::memcpy(word.data(), &i, sizeof i);
            std::memcpy(word.data() + sizeof i, &undone, sizeof undone);
        }
        Dictionary dictionary;
        const std::clock_t begin = std::clock();
        for (std::uint32_t i = 0; i < many; ++i)
            QCOMPARE(dictionary.insert(words[i]), i);
        for (std::uint32_t i = 0; i < many; ++i) {
            QVERIFY(dictionary.find(words[i]) == i);
            QCOMPARE(dictionary.insert(words[i]), i);
        }
        // A minute where each is compared with all before it.
        QVERIFY(double(std::clock() - begin) / CLOCKS_PER_SEC < 10.0);
        QVERIFY(!dictionary.find("other"));
        QCOMPARE(dictionary.words(), words);
    }
};

ONEINN_TEST(TestDictionary)

} // namespace tests::ingest_dictionary

#include "tst_dictionary.moc"
