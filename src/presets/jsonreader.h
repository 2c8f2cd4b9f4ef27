// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// JSON has no infinity: this word stands for it, as in what the command line writes.
inline constexpr QLatin1String infinityWord("Infinity");

/// A number, or infinityWord.
WantedValue numberOrInfinityWanted();

/// Reads the keys of one object and keeps what is wrong with them. A key that is missing or null
/// stands for what is usual.
class JsonReader {
public:
    /// `file` and the path of `object` within it, such as "values.", for problems.
    JsonReader(QJsonObject object, QString file, QString path = {});

    /// The first thing that is wrong.
    std::optional<Problem> problem() const;
    /// All that is, in the order of reading; of each key one thing.
    const std::vector<Problem> &problems() const { return m_problems; }
    /// Of this object within the file: "steps[0]"; empty of the whole.
    QString path() const;
    /// A key's value is not `wanted`, or lacks.
    void fail(const QString &key, WantedValue wanted);
    void fail(const QString &key, WantedValue::Kind wanted);
    /// A word within its value is none of those that are wanted.
    void failWord(const QString &key, const QString &word, WantedValue wanted);

    bool has(const QString &key) const;
    /// Whether the key stands there at all, be it null.
    bool mentions(const QString &key) const { return m_object.contains(key); }
    /// Without the spaces around it; empty where there is none.
    QString text(const QString &key);
    /// As it is written; absent where there is none.
    std::optional<std::string> exactText(const QString &key);
    bool flag(const QString &key, bool usual);
    double number(const QString &key, double least, double most, double usual);
    std::optional<double> optionalNumber(const QString &key, double least, double most);
    /// Any number, or infinityWord.
    std::optional<double> numberOrInfinity(const QString &key);
    int wholeNumber(const QString &key, int least, int most, int usual);
    /// Reads an object within this one, if it is there.
    void object(const QString &key, const std::function<void(JsonReader &)> &read);
    /// Reads each object of a list, if it is there; more than `most` are a problem.
    void objects(const QString &key, std::size_t most,
                 const std::function<void(JsonReader &)> &read);
    std::vector<std::string> texts(const QString &key, std::size_t most);
    /// All there are, for an object whose keys are not ours to name; none, and a problem, where
    /// there are more than `most`.
    QStringList keys(std::size_t most);
    void failTooMany(const QString &key, std::size_t most, std::size_t found = 0);
    /// Keys that may be there, but are not looked at.
    void passOver(const QStringList &keys) { m_known += keys; }
    /// Keys that nobody asked for, such as one that is misspelt, are problems; call it last.
    void refuseOtherKeys();

private:
    QJsonValue take(const QString &key);
    void keepWrong(const QString &key, bool isThere, const QString &word, WantedValue wanted);
    void keep(Problem problem);
    void readInner(const QJsonObject &object, const QString &path,
                   const std::function<void(JsonReader &)> &read);

    QJsonObject m_object;
    QString m_file;
    QString m_path;
    QStringList m_known;
    std::vector<Problem> m_problems;
};

/// An object, or what keeps a text from being one, with its line.
Result<QJsonObject> jsonObject(const QByteArray &json, const QString &file);

} // namespace oneinn
