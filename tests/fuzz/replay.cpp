// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzztarget.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <vector>

/// Runs a target on every seed, and on so many mutations of them: the same ones in every run. What
/// breaks it is written beside the caller. Usage: replay TARGET SEEDS DICTIONARY MUTATIONS
namespace {

std::map<std::string, fuzz::Target> &targets()
{
    static std::map<std::string, fuzz::Target> known;
    return known;
}

std::string &current()
{
    static std::string input;
    return input;
}
std::string &findingName()
{
    static std::string name;
    return name;
}

void keepCurrent()
{
    std::ofstream(findingName(), std::ios::binary) << current();
    std::fprintf(stderr, "The input is in %s\n", findingName().c_str());
}

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> seedsIn(const std::string &folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> seeds;
    std::transform(paths.begin(), paths.end(), std::back_inserter(seeds), contentOf);
    return seeds;
}

/// The texts in quotes of a libFuzzer dictionary, \xHH and all.
std::vector<std::string> wordsIn(const std::string &dictionary)
{
    std::vector<std::string> words;
    std::ifstream file(dictionary);
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('"');
        const auto last = line.rfind('"');
        if (line.starts_with('#') || first == last)
            continue;
        std::string word;
        for (std::size_t i = first + 1; i < last; ++i) {
            if (line[i] != '\\') {
                word += line[i];
            } else if (line[i + 1] == 'x') {
                word += char(std::stoi(line.substr(i + 2, 2), nullptr, 16));
                i += 3;
            } else {
                word += line[++i];
            }
        }
        words.push_back(word);
    }
    return words;
}

class Mutator {
public:
    Mutator(std::vector<std::string> seeds, std::vector<std::string> words)
        : m_seeds(std::move(seeds))
        , m_words(std::move(words))
    {
    }

    std::string next()
    {
        std::string input = m_seeds[below(m_seeds.size())];
        for (std::size_t i = 1 + below(6); i > 0; --i)
            change(input);
        return input;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    void change(std::string &input)
    {
        constexpr std::size_t longest = 4096;
        const std::size_t at = below(input.size() + 1);
        switch (below(6)) {
        case 0:
            if (at < input.size())
                input[at] = char(below(256));
            break;
        case 1:
            input.erase(at, 1 + below(8));
            break;
        case 2:
            if (!m_words.empty())
                input.insert(at, m_words[below(m_words.size())]);
            break;
        case 3: // in place of what is there
            if (!m_words.empty()) {
                const std::string &word = m_words[below(m_words.size())];
                input.replace(at, std::min(word.size(), input.size() - at), word);
            }
            break;
        case 4:
            if (input.size() < longest)
                input.insert(at, input.substr(below(input.size() + 1), 1 + below(64)));
            break;
        default: { // the head of this one, the tail of another
            const std::string &other = m_seeds[below(m_seeds.size())];
            input = input.substr(0, at) + other.substr(below(other.size() + 1));
        }
        }
    }

    std::vector<std::string> m_seeds;
    std::vector<std::string> m_words;
    std::mt19937_64 m_random{20260131};
};

} // namespace

fuzz::Known::Known(const char *name, Target target)
{
    targets().emplace(name, target);
}

// Called by the sanitizers, where there are any, before they end the program.
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

int main(int argc, char *argv[])
{
    const auto found = argc == 5 ? targets().find(argv[1]) : targets().end();
    if (found == targets().end()) {
        std::fprintf(stderr, "Usage: fuzz_replay TARGET SEEDS DICTIONARY MUTATIONS\n");
        return 2;
    }
    findingName() = "finding-" + found->first;
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepCurrent);
    std::signal(SIGABRT, [](int) { keepCurrent(); });
    const auto run = [&](std::string input) {
        current() = std::move(input);
        found->second(current());
    };
    const std::vector<std::string> seeds = seedsIn(argv[2]);
    if (seeds.empty()) {
        std::fprintf(stderr, "There are no seeds in %s\n", argv[2]);
        return 2;
    }
    for (const std::string &seed : seeds)
        run(seed);
    Mutator mutator(seeds, wordsIn(argv[3]));
    const long mutations = std::strtol(argv[4], nullptr, 10);
    for (long i = 0; i < mutations; ++i)
        run(mutator.next());
    std::printf("%zu seeds, %ld mutations\n", seeds.size(), mutations);
    return 0;
}
