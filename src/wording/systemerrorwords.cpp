// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/systemerrorwords.h"

#include <cerrno>
#include <system_error>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

ProblemWords elsewhere(const QString &what)
{
    return {what, u"save it somewhere else"_s};
}

/// Room.
ProblemWords spaceWords(int systemError)
{
    switch (systemError) {
    case ENOSPC:
        return {u"the disk is full"_s, u"make room on it, or save it somewhere else"_s};
    case EDQUOT:
        return {u"your share of the disk is used up"_s,
                u"delete what you no longer need, or save it somewhere else"_s};
    case EFBIG:
        return elsewhere(u"files may not become that large there"_s);
    case ENOMEM:
        return {u"there is not enough memory"_s, u"close other programs and try again"_s};
    case EIO:
        return elsewhere(u"the disk does not work as it should"_s);
    default:
        return {};
    }
}

/// Permission.
ProblemWords permissionWords(int systemError)
{
    switch (systemError) {
    case EACCES:
    case EPERM:
        return {u"you have no permission to write there"_s,
                u"choose a file and a folder that you may write to"_s};
    case EROFS:
        return elsewhere(u"that disk is read-only"_s);
    case EBUSY:
    case ETXTBSY:
        return elsewhere(u"something else is using it"_s);
    default:
        return {};
    }
}

/// The path.
ProblemWords pathWords(int systemError)
{
    switch (systemError) {
    case EISDIR:
        return {u"it is a folder"_s, u"give the file another name"_s};
    case ENOENT:
        return {u"its folder does not exist"_s, u"make the folder first, or choose another one"_s};
    case ENOTDIR:
        return {u"its path leads through something that is not a folder"_s,
                u"choose another folder"_s};
    case ENAMETOOLONG:
        return {u"its name is too long"_s, u"give the file a shorter name"_s};
    case ELOOP:
        return elsewhere(u"its links lead in a circle"_s);
    case EPIPE:
    case ENXIO:
        return {u"nobody reads from it"_s, u"start the program that reads, or write to a file"_s};
    default:
        return {};
    }
}

} // namespace

ProblemWords writingRefused(int systemError)
{
    for (const auto words : {spaceWords, permissionWords, pathWords}) {
        ProblemWords found = words(systemError);
        if (!found.what.isEmpty())
            return found;
    }
    const QString said = systemError == 0 ? u"the system does not say why"_s
                                          : u"the system says: "_s
                    + QString::fromLocal8Bit(std::generic_category().message(systemError));
    return {said,
            u"check that there is room and that you may write there, or save it somewhere else"_s};
}

} // namespace oneinn::wording
