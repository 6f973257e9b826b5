#include "plugin/viewer/speech.hpp"

#include "core/base/error.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

namespace terroir::viewer {

Language languageOf(const QString& wanted) {
    QString name =
        wanted.isEmpty() ? QSettings().value(QStringLiteral("language")).toString() : wanted;
    if (name.isEmpty())
        name = QLocale::system().name();
    return name.startsWith(QLatin1String("en")) ? Language::English : Language::Vietnamese;
}

QString said(const LocalText& text) {
    const bool isVietnamese = QLocale().language() == QLocale::Vietnamese; // see speak()
    return toQString(text.in(isVietnamese ? Language::Vietnamese : Language::English));
}

QString said(const std::exception& error) {
    const auto* own = dynamic_cast<const Error*>(&error);
    return own == nullptr ? toQString(error.what()) : said(own->text());
}

Speech::~Speech() {
    removeTranslators();
}

void Speech::removeTranslators() {
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

void Speech::speak(Language language) {
    removeTranslators();
    const QString code =
        language == Language::English ? QStringLiteral("en") : QStringLiteral("vi");
    QLocale::setDefault(
        QLocale(language == Language::English ? QLocale::English : QLocale::Vietnamese));
    for (const char* catalogue : {"qt", "terroir-viewer"}) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(
                QStringLiteral(":/translations/%1_%2.qm").arg(QLatin1String(catalogue), code))) {
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    }
}

} // namespace terroir::viewer
