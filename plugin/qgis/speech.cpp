#include "plugin/qgis/speech.hpp"

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

} // namespace terroir::qgis
