#include "core/theme/dot_members.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"

#include <algorithm>

namespace terroir::theme {

Member<Layer> dotValueMember() {
    return {
        "dotValue",
        [](const JsonNode& node, Layer& layer) {
            read(node, layer.dotValue);
            if (!(layer.dotValue > 0))
                node.fail(localText("Một điểm không thể thể hiện {}. Hãy ghi một số lớn hơn 0, "
                                    "hoặc bỏ \"dotValue\" để chương trình chọn.",
                                    "A dot cannot stand for {}. Give a number above 0, or "
                                    "leave \"dotValue\" out to have it chosen.",
                                    numberText(layer.dotValue)));
        },
        [](const Layer& layer) { return layer.dotValue > 0 ? written(layer.dotValue) : Json(); }};
}

void checkDots(const JsonNode& node, const Layer& layer) {
    const Series& first = layer.series.front();
    const bool isOne =
        std::all_of(layer.series.begin(), layer.series.end(), [&](const Series& one) {
            return one.unit == first.unit && one.measure == first.measure;
        });
    if (!isOne)
        node.fail(
            localText("Các dãy của lớp kiểu 'dots' khác phép đo hoặc đơn vị tính, mà mỗi điểm "
                      "của lớp có cùng một giá trị. Hãy ghi như nhau, hoặc chia thành nhiều "
                      "lớp.",
                      "The series of a layer of the type 'dots' differ in measure or unit, "
                      "and each of its dots has one value. Give the same for all, or make "
                      "a layer of each."));
}

} // namespace terroir::theme
