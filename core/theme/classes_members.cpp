#include "core/theme/classes_members.hpp"

#include "core/base/local_text.hpp"
#include "core/classify/classify.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace terroir::theme {

namespace {

constexpr const char* given = "given"; ///< the method of Classes::breaks

void readBreaks(const JsonNode& node, Classes& classes) {
    read(node, classes.breaks);
    const std::vector<double>& breaks = classes.breaks;
    if (breaks.size() < 2 || !std::is_sorted(breaks.begin(), breaks.end()))
        node.fail(localText("Các ngưỡng {} không phải là hai số trở lên và tăng dần. Hãy ghi cận "
                            "dưới của lớp đầu và cận trên của từng lớp.",
                            "The breaks {} are not two or more numbers that ascend. Give the lower "
                            "end of the first class and the upper end of each class.",
                            fmt::join(breaks, ", ")));
    classes.count = breaks.size() - 1;
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

const Members<Classes>& classesMembers() {
    static const Members<Classes> members = [] {
        std::vector<std::string> methods;
        for (const classify::MethodInfo& info : classify::methods())
            methods.push_back(info.id);
        return Members<Classes>{
            oneOf("method", &Classes::method, methods,
                  localText("phương pháp phân lớp", "classification method")),
            {"count",
             [](const JsonNode& node, Classes& classes) { classes.count = node.whole(1, 9); },
             [](const Classes& classes) {
                 return classes.method == given ? Json() : Json(classes.count);
             }},
            {"breaks", readBreaks, [](const Classes& classes) { return written(classes.breaks); }},
            member("colours", &Classes::colours),
            {"labels",
             [](const JsonNode& node, Classes& classes) {
                 for (const JsonNode& item : node.items())
                     classes.labels.push_back(item.isNull() ? LocalText() : item.localText());
             },
             [](const Classes& classes) { return written(classes.labels); }}};
    }();
    return members;
}

void readClasses(const JsonNode& node, Classes& classes) {
    readMembers(node, classesMembers(), classes);
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
    if (const auto colours = node.find("colours"))
        checkOnePerClass(*colours, classes.colours.size(), classes, localText("màu", "colours"));
    if (const auto labels = node.find("labels"))
        checkOnePerClass(*labels, classes.labels.size(), classes, localText("nhãn", "labels"));
}

} // namespace terroir::theme
