// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/dictionary.h"

#include "support/testprogram.h"

#include <QTest>

#include <random>
#include <unordered_map>

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
};

ONEINN_TEST(TestDictionary)
#include "tst_dictionary.moc"
