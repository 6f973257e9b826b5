#include "core/theme/overrides.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

namespace terroir::theme {

namespace {

void overrideClasses(Classes& classes, const Theme& theme, const Overrides& overrides) {
    if (overrides.method && *overrides.method != classes.method)
        classes = {*overrides.method, classes.count, {}, {}, {}};
    if (!overrides.classes)
        return;
    if (classes.method == "given")
        throw UsageError(localText("Chủ đề '{}' đã có sẵn các ngưỡng nên không chia được thành {} "
                                   "lớp. Hãy chọn thêm phương pháp khác, ví dụ jenks.",
                                   "The theme '{}' has given breaks, so it cannot have {} classes. "
                                   "Choose another method as well, for example jenks.",
                                   theme.id, *overrides.classes));
    classes.count = *overrides.classes;
}

/// Breaks that a person gave hold for what they were made for, and not for its rates.
void overridePer(Layer& layer, const Theme& theme, const Overrides& overrides) {
    if (!overrides.per || *overrides.per == layer.per)
        return;
    if (layer.classes.method == "given") {
        if (overrides.method == "given")
            throw UsageError(localText(
                "Các ngưỡng của chủ đề '{}' dành cho số liệu '{}', không dùng được cho '{}'. Hãy "
                "chọn phương pháp khác, ví dụ jenks, hoặc bỏ phương pháp.",
                "The breaks of the theme '{}' are given for figures '{}' and do not fit '{}'. "
                "Choose another method, for example jenks, or leave the method out.",
                theme.id, toString(layer.per), toString(*overrides.per)));
        layer.classes = {"jenks", layer.classes.count, {}, {}, {}};
    }
    layer.per = *overrides.per;
}

void overrideLayer(Layer& layer, const Theme& theme, const Overrides& overrides) {
    if (overrides.period)
        for (Series& series : layer.series)
            series.selection.period = overrides.period;
    if (layer.type != LayerType::Choropleth)
        return;
    overridePer(layer, theme, overrides);
    overrideClasses(layer.classes, theme, overrides);
    if (!overrides.palette)
        return;
    if (findPalette(*overrides.palette).kind != PaletteKind::Sequential)
        throw UsageError(
            localText("Các màu của bảng màu '{}' không có thứ tự nên không dùng được cho các lớp "
                      "số liệu. Hãy chọn bảng màu khác, ví dụ YlGn.",
                      "The colours of the palette '{}' have no order, so classes of numbers cannot "
                      "be read from them. Choose another, for example YlGn.",
                      *overrides.palette));
    layer.palette = *overrides.palette;
    layer.classes.colours.clear();
}

} // namespace

Theme overridden(Theme theme, const Overrides& overrides) {
    for (Layer& layer : theme.layers)
        overrideLayer(layer, theme, overrides);
    return theme;
}

} // namespace terroir::theme
