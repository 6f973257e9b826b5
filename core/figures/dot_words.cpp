#include "core/figures/dot_words.hpp"

#include "core/base/number.hpp"

#include <fmt/format.h>

namespace terroir::figures {

namespace {

std::string unitOfDots(const EvaluatedLayer& layer, const PageWords& words) {
    return unitOf(layer.series.front(), layer.layer->series.front(), words.language());
}

} // namespace

std::string dotValueWords(const EvaluatedLayer& layer, const PageWords& words) {
    const double value = layer.dots.value;
    const std::string amount =
        words.withUnit(formatNumber(value, words.language(), 6), value, unitOfDots(layer, words));
    return (words.language() == Language::English ? "1 dot = " : "1 điểm = ") + amount;
}

std::string dotSumWords(const EvaluatedLayer& layer, const PageWords& words) {
    const ShownDots& dots = layer.dots;
    const Language language = words.language();
    const bool isEnglish = language == Language::English;
    const std::string count = formatNumber(double(dots.dots.size()), language);
    const std::string shown = formatNumber(dots.shown(), language, 6);
    const std::string all =
        words.withUnit(words.amount(layer, dots.figures), dots.figures, unitOfDots(layer, words));
    std::string text = isEnglish ? fmt::format("{} {}: {} of {}", count,
                                               dots.dots.size() == 1 ? "dot" : "dots", shown, all)
                                 : fmt::format("{} điểm: {} trên {}", count, shown, all);
    if (dots.without > 0) {
        const std::string places = formatNumber(double(dots.without), language);
        text += isEnglish ? fmt::format("; {} {} less than half a dot", places,
                                        dots.without == 1 ? "place has" : "places have")
                          : fmt::format("; {} nơi có ít hơn nửa điểm nên không có điểm", places);
    }
    return text;
}

} // namespace terroir::figures
