#pragma once

#include "core/base/language.hpp"

#include <QString>

#include <filesystem>
#include <string_view>

namespace terroir::viewer {

inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QString toQString(const char* text) {
    return QString::fromUtf8(text);
}
/// For a tool tip: Qt would read a text of somebody's file as HTML where it looks like it, and open
/// the files that it names.
inline QString plainToolTip(const QString& text) {
    const QString lines = text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return lines.isEmpty() ? lines : QStringLiteral("<span>%1</span>").arg(lines);
}
inline QString pathText(const std::filesystem::path& path) {
    return toQString(std::string_view(path.native()));
}
inline std::filesystem::path toPath(const QString& text) {
    return {text.toStdString()};
}

} // namespace terroir::viewer
