#pragma once

#include <QString>

#include <filesystem>
#include <string>
#include <string_view>

namespace terroir::qgis {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), int(text.size()));
}
inline std::string fromQt(const QString& text) {
    return text.toStdString();
}
inline QString toQt(const std::filesystem::path& path) {
    return toQt(std::string_view(path.native()));
}
inline QString toQt(const char* text) {
    return QString::fromUtf8(text);
}
inline QString toQt(const std::string& text) {
    return toQt(std::string_view(text));
}

/// For a tool tip: Qt would read a text of somebody's file as HTML where it looks like it, and open
/// the files that it names.
inline QString plainToolTip(const QString& text) {
    const QString lines = text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return lines.isEmpty() ? lines : QStringLiteral("<span>%1</span>").arg(lines);
}

} // namespace terroir::qgis
