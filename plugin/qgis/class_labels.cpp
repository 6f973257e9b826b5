#include "plugin/qgis/class_labels.hpp"

#include "core/base/number.hpp"
#include "plugin/qgis/text.hpp"

#include <QRegularExpression>

#include <algorithm>

namespace terroir::qgis {

namespace {

constexpr int maxDecimals = 9;

/// Two numbers with a dash between, as QGIS and core write the limits of a class.
const QRegularExpression& interval() {
    static const QRegularExpression form(
        QStringLiteral(R"re(^\s*>?\s*(-?[\d.,\s]*\d)\s*[-–—]\s*(-?[\d.,\s]*\d)\s*$)re"));
    return form;
}

/// Whether the text is the number, written in any of the ways that QGIS and core have.
bool isNumber(const QString& text, double value) {
    if (std::abs(text.toDouble() - value) <= 1e-9 * std::max(1.0, std::abs(value)))
        return true;
    for (int decimals = 0; decimals <= maxDecimals; ++decimals)
        for (const Language language : {Language::Vietnamese, Language::English})
            if (text == toQt(formatNumber(value, language, decimals)))
                return true;
    return false;
}

/// "1.947,5" in Vietnamese is "1,947.5" in English; the way back is the same.
QString inOtherLanguage(QString numbers) {
    for (QChar& letter : numbers)
        letter = letter == u',' ? QChar(u'.') : letter == u'.' ? QChar(u',') : letter;
    return numbers;
}

bool hasLetters(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
}

LocalText inBoth(const QString& text, Language language) {
    const QString other = hasLetters(text) ? text : inOtherLanguage(text);
    return language == Language::English ? LocalText{fromQt(other), fromQt(text)}
                                         : LocalText{fromQt(text), fromQt(other)};
}

} // namespace

QString withoutCount(const QString& label) {
    static const QRegularExpression count(QStringLiteral(R"re(\s*\((\d+|(\d+, )?chung \d+|(\d+, )?\d+ together)\)$)re"));
    QString text = label.trimmed();
    return text.remove(count);
}

LocalText changedText(const LocalText& known, const QString& text, Language language) {
    if (toQt(known.in(language)) == text)
        return known;
    return inBoth(text, language);
}

LabelReading readLabel(const QString& label, double low, double high, const QString& computed,
                       const ShownClass* before, const LocalText& known, Language language) {
    const QString text = withoutCount(label);
    if (text.isEmpty() || text == computed)
        return {};
    if (before != nullptr && text == before->label)
        return {changedText(known, text, language), false};
    const auto numbers = interval().match(text);
    if (!numbers.hasMatch())
        return {changedText(known, text, language), false};
    const bool isOwn = isNumber(numbers.captured(1), low) && isNumber(numbers.captured(2), high);
    return {{}, !isOwn};
}

} // namespace terroir::qgis
