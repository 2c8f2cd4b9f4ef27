// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/generatedcase.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace testsupport {

using namespace Qt::StringLiterals;

namespace {

/// SplitMix64 (Steele, Lea & Flood 2014): distributions of the standard library differ by system.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t below(std::uint64_t end) { return next() % end; }
    bool oneIn(std::uint64_t n) { return below(n) == 0; }
    double unit() { return double(next() >> 11U) * 0x1p-53; }
    template<typename List> auto oneOf(const List &list)
    {
        return list.at(decltype(list.size())(below(std::uint64_t(list.size()))));
    }

private:
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

using Cells = QList<QByteArray>;

const Cells &extremes()
{
    static const Cells list{"0",     "-0",     "1",       "5e-324", "-5e-324", "1e-320", "1e-300",
                            "1e-9",  "1e6",    "-1e6",    "1e15",   "1e18",    "1e100",  "-1e100",
                            "1e300", "-1e300", "1.8e308", "-1e308", "1e400",   "-1e400", "1e-400",
                            "nan",   "inf",    "-inf",    "",       "NA",      "x",      "0.5"};
    return list;
}

QByteArray decimal(double value)
{
    return QByteArray::number(value, 'g', 17);
}

/// One way a column can look.
class Column {
public:
    Column(Numbers &numbers, Cells usual)
        : m_numbers(numbers)
        , m_usual(std::move(usual))
        , m_way(numbers.below(8))
    {
    }
    QByteArray cell()
    {
        switch (m_way) {
        case 0: // all alike
            return m_usual.first();
        case 1: // few values
        case 2:
            return m_numbers.oneOf(m_usual);
        case 3: // two ends
            return m_numbers.oneIn(2) ? m_usual.first() : m_usual.last();
        case 4: // some at the ends of what there is
            return m_numbers.oneIn(4) ? m_numbers.oneOf(extremes()) : number();
        case 5:
            return m_numbers.oneOf(extremes());
        default:
            return number();
        }
    }

private:
    QByteArray number() { return decimal(m_numbers.unit() * m_usual.last().toDouble()); }

    Numbers &m_numbers;
    Cells m_usual;
    std::uint64_t m_way;
};

Cells scoreCells(Numbers &numbers)
{
    return numbers.oneOf(QList<Cells>{
            {"0.5", "0.2", "0.9", "1"},
            {"0.30000000000000004", "0.29999999999999999", "0.3"},
            {"-3", "0", "2.5", "40"},
            {"1e-300", "1e-320", "1e-9"},
            {"-1e100", "1e99", "1e100"},
            {"0.99999999999999989", "0.9999999999999999", "1"},
    });
}

Cells weightCells(Numbers &numbers)
{
    return numbers.oneOf(
            QList<Cells>{{"1", "2"}, {"1e-9", "1", "1e6"}, {"1e-30", "1e30"}, {"3", "0", "1e12"}});
}

Cells latencyCells(Numbers &numbers)
{
    return numbers.oneOf(QList<Cells>{{"100", "200", "1500"},
                                      {"0", "0.001", "1e-7", "20"},
                                      {"timeout", "100", "1e300", "500"},
                                      {"1e14", "1e15", "2e15"}});
}

QByteArray tableOf(Numbers &numbers)
{
    const auto rows = int(numbers.oneOf(QList<int>{1, 2, 3, 7, 12, 40, 40, 150}));
    const bool latency = !numbers.oneIn(4);
    const bool model = numbers.oneIn(2);
    const bool weight = numbers.oneIn(2);
    const bool segment = numbers.oneIn(3);
    const bool user = numbers.oneIn(4);
    Column scores(numbers, scoreCells(numbers));
    Column weights(numbers, weightCells(numbers));
    Column latencies(numbers, latencyCells(numbers));
    const std::uint64_t positives = numbers.below(5);
    QByteArray text = "label,score";
    text += latency ? ",latency_ms" : "";
    text += weight ? ",weight" : "";
    text += model ? ",model,example_id" : "";
    text += segment ? ",country" : "";
    text += user ? ",user_id\n" : "\n";
    for (int row = 0; row < rows; ++row) {
        const bool positive = positives == 0 ? false
                : positives == 1             ? true
                : positives == 2             ? row == 0
                                             : numbers.oneIn(2);
        text += positive ? "1," : "0,";
        text += scores.cell();
        text += latency ? ',' + latencies.cell() : QByteArray();
        text += weight ? ',' + weights.cell() : QByteArray();
        if (model)
            text += (row % 2 == 0 ? ",large," : ",small,") + QByteArray::number(row / 2);
        text += segment ? (numbers.oneIn(3) ? ",nl" : ",de") : "";
        text += user ? ',' + QByteArray::number(numbers.below(3)) + '\n' : QByteArray("\n");
    }
    return text;
}

/// An option and values it may be given.
struct Choice {
    QString name;
    QStringList values;
};

const QList<Choice> &scenarioChoices()
{
    static const QList<Choice> list{
            {u"--budget"_s, {u"0"_s, u"100"_s, u"1e-300"_s, u"1e15"_s, u"1e300"_s, u"500"_s}},
            {u"--base-rate"_s, {u"1e-9"_s, u"0.01"_s, u"1e-320"_s, u"0.999999999"_s, u"0.3"_s}},
            {u"--late"_s, {u"wait"_s, u"show-nothing"_s, u"unanswered"_s, u"fall-back"_s}},
            {u"--fallback"_s, {u"small"_s, u"small:0.5"_s, u"large:-1e308"_s}},
            {u"--patience"_s,
             {u"half gone at 300ms"_s, u"1s=0.9,60s=0.899"_s, u"0.000001ms=1e-9"_s,
              u"100ms=0.5,1e15ms=0.000000001"_s, u"1ms=0.9999999999999999"_s}},
            {u"--patience-shape"_s, {u"weibull"_s, u"lognormal"_s, u"points"_s}},
            {u"--value-tp"_s, {u"1e12"_s, u"0"_s, u"1e-300"_s, u"-1"_s, u"1e308"_s}},
            {u"--value-fp"_s, {u"-1e12"_s, u"0"_s, u"-5e-324"_s, u"1"_s}},
            {u"--value-late"_s, {u"-1e12"_s, u"0"_s, u"1"_s}},
            {u"--uses-per-week"_s, {u"0.001"_s, u"1e6"_s, u"1e-300"_s, u"1.5"_s}},
            {u"--bad-before-leaving"_s, {u"1"_s, u"20"_s, u"1000"_s}},
            {u"--noticed-wrong"_s, {u"0"_s, u"1e-300"_s, u"0.5"_s}},
            {u"--noticed-missed"_s, {u"0"_s, u"5e-324"_s}},
            {u"--cost-per-call"_s, {u"large=1e6"_s, u"small=0"_s, u"large=5e-324"_s, u"x=1e308"_s}},
            {u"--where"_s, {u"country=nl"_s}},
            {u"--lower-is-positive"_s, {}},
    };
    return list;
}

QStringList thresholds()
{
    return {u"0.5"_s,   u"0"_s,    u"inf"_s,    u"-inf"_s,  u"-1e308"_s,
            u"1e308"_s, u"1e-9"_s, u"5e-324"_s, u"1e100"_s, u"0.30000000000000004"_s};
}

QStringList shares()
{
    return {u"0"_s, u"1"_s, u"1in5"_s, u"1e-300"_s, u"0.5"_s, u"0.999999999999"_s};
}

QStringList reachArguments(Numbers &numbers)
{
    QStringList list{u"reach"_s, u"--wrong-at-most"_s, numbers.oneOf(shares())};
    if (numbers.oneIn(2))
        list << u"--missed-at-most"_s << numbers.oneOf(shares());
    if (numbers.oneIn(2))
        list << u"--answered-within"_s
             << numbers.oneOf(QStringList{u"100ms=0.5"_s, u"1e15ms=1"_s, u"0ms=1"_s,
                                          u"0.000001ms=0.000000001"_s});
    if (numbers.oneIn(2))
        list << u"--shown-per-day"_s << numbers.oneOf(QStringList{u"1e12"_s, u"1e-6"_s, u"100"_s})
             << u"--uses-per-day"_s << numbers.oneOf(QStringList{u"1e12"_s, u"1e-6"_s, u"1000"_s});
    return list;
}

QStringList commandOf(Numbers &numbers)
{
    switch (numbers.below(8)) {
    case 0:
        return {u"metrics"_s, u"--threshold"_s, numbers.oneOf(thresholds()), u"--format"_s,
                numbers.oneOf(QStringList{u"json"_s, u"text"_s})};
    case 1:
        return {u"curve"_s, u"--kind"_s,
                numbers.oneOf(
                        QStringList{u"pr"_s, u"roc"_s, u"threshold"_s, u"value"_s, u"latency"_s}),
                u"--format"_s, numbers.oneOf(QStringList{u"json"_s, u"csv"_s})};
    case 2:
        return {u"recommend"_s, u"--objective"_s,
                numbers.oneOf(QStringList{u"value"_s, u"f1"_s, u"recall-at-precision=0.9"_s,
                                          u"precision-at-recall=1e-300"_s,
                                          u"recall-at-precision=1"_s}),
                u"--format"_s, numbers.oneOf(QStringList{u"json"_s, u"text"_s})};
    case 3:
        return {u"policies"_s, u"--format"_s,
                numbers.oneOf(QStringList{u"json"_s, u"csv"_s, u"text"_s})};
    case 4:
        return {u"loadbearing"_s, u"--threshold"_s, numbers.oneOf(thresholds()), u"--format"_s,
                numbers.oneOf(QStringList{u"json"_s, u"text"_s})};
    case 5:
        return reachArguments(numbers)
                + QStringList{u"--format"_s, numbers.oneOf(QStringList{u"json"_s, u"text"_s})};
    default:
        break;
    }
    QStringList list{
            u"answer"_s, u"--date"_s, u"2026-01-31"_s, u"--length"_s,
            numbers.oneOf(QStringList{u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s})};
    if (numbers.oneIn(2))
        list << u"--threshold"_s << numbers.oneOf(thresholds());
    return list;
}

} // namespace

GeneratedCase GeneratedCase::of(std::uint64_t number)
{
    Numbers numbers(number);
    GeneratedCase result{tableOf(numbers), commandOf(numbers)};
    for (const Choice &choice : scenarioChoices()) {
        if (!numbers.oneIn(5))
            continue;
        result.arguments.append(choice.name);
        if (!choice.values.isEmpty())
            result.arguments.append(numbers.oneOf(choice.values));
    }
    return result;
}

QString problemWith(int code, const QString &out, const QString &err)
{
    if (code < 0 || code > 2)
        return u"exit code %1"_s.arg(code);
    if (code != 0)
        return err.trimmed().isEmpty() ? u"refused without a word"_s : QString();
    const bool json = out.startsWith(u'{') || out.startsWith(u'[');
    if (json) {
        QJsonParseError error{};
        QJsonDocument::fromJson(out.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError)
            return u"not JSON: "_s + error.errorString();
    }
    // A threshold above every score is "inf" in tables and beside ">=", to be copied into an
    // option, and "Infinity" in JSON.
    static const QRegularExpression never(
            u"(?<![\\w./-])[-−]?nan(?![\\w.])|(?<![\\w.])[-−]0(?![\\w.,])|\\bnone of 0\\b|\\b0 of 0\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression endless(
            u"(?<![\\w./-])(?<!score [<>]= )[-−]?inf(inity)?(?![\\w.])|∞"_s,
            QRegularExpression::CaseInsensitiveOption);
    const QString said = out + err;
    auto found = never.match(said);
    const bool table = out.startsWith(u"threshold,") || out.contains(u",threshold,");
    if (!found.hasMatch() && !json && !table)
        found = endless.match(said);
    if (!found.hasMatch())
        return {};
    const auto from = std::max<qsizetype>(0, found.capturedStart() - 120);
    return u"says “%1”: ...%2..."_s.arg(found.captured(), said.mid(from, 240));
}

} // namespace testsupport
