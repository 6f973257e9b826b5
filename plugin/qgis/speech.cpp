#include "plugin/qgis/speech.hpp"

#include "core/base/error.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsapplication.h>

namespace terroir::qgis {

Words words() {
    const bool isVietnamese = QgsApplication::locale().startsWith(QLatin1String("vi"));
    return Words(isVietnamese ? Language::Vietnamese : Language::English);
}

QString said(const char* vi, const char* en) {
    return toQt(words().language() == Language::Vietnamese ? vi : en);
}

QString said(const LocalText& text) {
    return toQt(text.in(words().language()));
}

QString said(const std::exception& error) {
    const auto* own = dynamic_cast<const Error*>(&error);
    return own == nullptr ? toQt(error.what()) : said(own->text());
}

LocalText spoken(const QString& sentence) {
    return {fromQt(sentence), fromQt(sentence)};
}

} // namespace terroir::qgis
