// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/askpassword.h"

#include "databases/passwords.h"
#include "ingest/databaseaddress.h"
#include "wording/databasewords.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <QString>

#include <string>
#include <string_view>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The terminal that the program was started from, wherever its input and output go.
class Terminal {
public:
    Terminal()
        : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
    }
    ~Terminal()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    Terminal(Terminal &&) = delete;
    Terminal &operator=(Terminal &&) = delete;

    bool isThere() const { return m_file >= 0; }

    void say(std::string_view text) const
    {
        while (!text.empty()) {
            const auto written = ::write(m_file, text.data(), text.size());
            if (written <= 0)
                return;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    /// A line, without its end, that is not shown while it is typed.
    std::string hiddenLine() const
    {
        termios before{};
        const bool isTerminal = ::tcgetattr(m_file, &before) == 0;
        termios hidden = before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (isTerminal)
            ::tcsetattr(m_file, TCSAFLUSH, &hidden);
        std::string line;
        for (char c = 0; ::read(m_file, &c, 1) == 1 && c != '\n';)
            line += c;
        if (isTerminal)
            ::tcsetattr(m_file, TCSAFLUSH, &before);
        say("\n");
        return line;
    }

private:
    int m_file;
};

} // namespace

bool askForPassword(const Problem &problem)
{
    const auto address = ingest::databaseAddress(problem.file);
    const Terminal terminal;
    if (!address || !terminal.isThere())
        return false;
    const QString refused = problem.found == 1
            ? wording::asSentence(wording::problemWords(problem).what) + u'\n'
            : QString();
    const QString question =
            refused + u"Password for %1: "_s.arg(wording::serverName(problem.file));
    terminal.say(question.toStdString());
    std::string password = terminal.hiddenLine();
    if (password.empty())
        return false;
    databases::keepPassword(address.value(), std::move(password));
    return true;
}

} // namespace oneinn::cli
