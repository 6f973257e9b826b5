#pragma once

#include "core/base/language.hpp"

#include <QString>
#include <QTranslator>

#include <exception>
#include <memory>
#include <vector>

namespace terroir::viewer {

/// "vi", "en" or the name of a locale; when empty, what was chosen last, else the desktop's.
Language languageOf(const QString& wanted);

/// What went wrong, in the language that the window speaks: any thread.
QString said(const std::exception& error);
QString said(const LocalText& text);

/// The catalogues of a language, for as long as this lives; one at a time.
class Speech {
public:
    Speech() = default;
    explicit Speech(Language language) { speak(language); }
    ~Speech();
    Speech(const Speech&) = delete;
    Speech& operator=(const Speech&) = delete;

    /// Also numbers and dates of Qt's own widgets.
    void speak(Language language);
    /// How many were found; Qt itself speaks English.
    std::size_t catalogues() const { return m_translators.size(); }

private:
    void removeTranslators();

    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace terroir::viewer
