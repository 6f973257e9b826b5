#include "core/theme/read_classes.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::theme {

namespace {

constexpr const char* given = "given";

std::vector<double> readBreaks(const JsonNode& node) {
    std::vector<double> breaks;
    for (const JsonNode& item : node.items())
        breaks.push_back(item.number());
    if (breaks.size() < 2 || !std::is_sorted(breaks.begin(), breaks.end()))
        node.fail(localText("Các ngưỡng {} không phải là hai số trở lên và tăng dần. Hãy ghi cận "
                            "dưới của lớp đầu và cận trên của từng lớp.",
                            "The breaks {} are not two or more numbers that ascend. Give the lower "
                            "end of the first class and the upper end of each class.",
                            fmt::join(breaks, ", ")));
    return breaks;
}

/// Colours and labels stand beside the classes in order, so each class must come out: also an
/// empty one, but not one that a repeated break leaves no room for.
void checkOnePerClass(const JsonNode& node, std::size_t count, const Classes& classes,
                      const LocalText& what) {
    if (classes.method != given)
        node.fail(
            localText("Các lớp theo phương pháp '{}' thay đổi theo số liệu nên không gắn {} cho "
                      "từng lớp được. Hãy ghi ngưỡng với phương pháp 'given', hoặc bỏ {}.",
                      "Classes of the method '{}' differ with the figures, so {} cannot be put "
                      "beside them. Give breaks with the method 'given', or leave the {} out.",
                      classes.method, what, what));
    const std::vector<double>& breaks = classes.breaks;
    if (std::adjacent_find(breaks.begin() + 1, breaks.end()) != breaks.end())
        node.fail(localText(
            "Các ngưỡng {} có số lặp lại nên tạo ra ít lớp hơn số {}. Hãy bỏ ngưỡng lặp lại.",
            "The breaks {} repeat a number and so make fewer classes than the {} are for. Leave "
            "the repeated break out.",
            fmt::join(breaks, ", "), what));
    if (count != classes.count)
        node.fail(localText(
            "Các ngưỡng {} tạo ra {} lớp, mà có {} {}. Hãy ghi cho mỗi lớp một mục.",
            "The breaks {} make {} classes, and {} {} are given. Give one for each class.",
            fmt::join(breaks, ", "), classes.count, count, what));
}

} // namespace

Colour readColour(const JsonNode& node) {
    try {
        return parseColour(node.text());
    } catch (const UsageError& error) {
        node.fail(error.text());
    }
}

Classes readClasses(const JsonNode& node) {
    node.allowMembers(std::vector<std::string>{"method", "count", "breaks", "colours", "labels"});
    Classes classes;
    std::vector<std::string> methods;
    for (const classify::MethodInfo& info : classify::methods())
        methods.push_back(info.id);
    if (const auto method = node.find("method"))
        classes.method =
            method->oneOf(methods, localText("phương pháp phân lớp", "classification method"));
    if (const auto count = node.find("count"))
        classes.count = count->whole(1, 9);
    const auto breaks = node.find("breaks");
    if (!breaks && classes.method == given)
        node.fail(localText("Phương pháp 'given' cần có ngưỡng. Hãy thêm \"breaks\": cận dưới của "
                            "lớp đầu và cận trên của từng lớp.",
                            "The method 'given' needs breaks. Add \"breaks\": the lower end of the "
                            "first class and the upper end of each class."));
    if (breaks && classes.method != given)
        breaks->fail(localText("Ngưỡng chỉ dùng cho phương pháp 'given', mà phương pháp ở đây là "
                               "'{}'. Hãy đổi phương pháp hoặc bỏ các ngưỡng.",
                               "Breaks are only for the method 'given', and the method is '{}'. "
                               "Change the method or leave the breaks out.",
                               classes.method));
    if (breaks) {
        classes.breaks = readBreaks(*breaks);
        classes.count = classes.breaks.size() - 1;
    }
    if (const auto colours = node.find("colours")) {
        for (const JsonNode& item : colours->items())
            classes.colours.push_back(readColour(item));
        checkOnePerClass(*colours, classes.colours.size(), classes, localText("màu", "colours"));
    }
    if (const auto labels = node.find("labels")) {
        for (const JsonNode& item : labels->items())
            classes.labels.push_back(item.isNull() ? LocalText() : item.localText());
        checkOnePerClass(*labels, classes.labels.size(), classes, localText("nhãn", "labels"));
    }
    return classes;
}

} // namespace terroir::theme
