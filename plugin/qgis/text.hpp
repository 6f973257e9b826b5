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

} // namespace terroir::qgis
