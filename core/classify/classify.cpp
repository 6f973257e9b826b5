#include "core/classify/classify.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/classify/jenks.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace terroir::classify {

namespace {

/// Borders that rise after the first pair. An equal pair stays only at the front, where it is the
/// class of one value, [b0, b0].
std::vector<double> withoutDuplicates(std::vector<double> borders) {
    std::vector<double> out;
    for (const double border : borders)
        if (out.size() < 2 ? out.empty() || border >= out.back() : border > out.back())
            out.push_back(border);
    return out;
}

std::vector<double> equalBorders(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> borders{sorted.front()};
    const double span = sorted.back() - sorted.front();
    for (std::size_t i = 1; i < classes; ++i)
        borders.push_back(sorted.front() + span * double(i) / double(classes));
    borders.push_back(sorted.back());
    return borders;
}

std::vector<double> quantileBorders(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> borders{sorted.front()};
    for (std::size_t i = 1; i <= classes; ++i)
        borders.push_back(sorted[(i * sorted.size() + classes - 1) / classes - 1]);
    return borders;
}

std::vector<double> jenksBorders(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> distinct, weights;
    for (const double value : sorted) {
        if (distinct.empty() || value != distinct.back()) {
            distinct.push_back(value);
            weights.push_back(0);
        }
        weights.back() += 1;
    }
    std::vector<double> borders{sorted.front()};
    for (const std::size_t last : naturalBreaks(distinct, weights, classes))
        borders.push_back(distinct[last]);
    return borders;
}

std::vector<double> givenBorders(const std::vector<double>& sorted, std::span<const double> given) {
    if (given.size() < 2)
        throw UsageError(
            localText("Phương pháp 'given' cần ít nhất hai ngưỡng, mà {}. Hãy ghi cận dưới của lớp "
                      "đầu và cận trên của từng lớp.",
                      "The method 'given' needs at least two breaks, and {} given. Give the lower "
                      "end of the first class and the upper end of each class.",
                      given.empty() ? localText("chưa có ngưỡng nào", "none is")
                                    : localText("mới chỉ có một ngưỡng", "only one is")));
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!std::isfinite(given[i]) || (i > 0 && given[i] < given[i - 1]))
            throw UsageError(localText(
                "Các ngưỡng {} không tăng dần. Hãy ghi từ nhỏ đến lớn.",
                "The breaks {} do not ascend. Give them from the smallest to the largest.",
                fmt::join(given, ", ")));
    std::vector<double> borders(given.begin(), given.end());
    borders.front() = std::min(borders.front(), sorted.front());
    borders.back() = std::max(borders.back(), sorted.back());
    return borders;
}

void requireMethod(std::string_view method) {
    std::vector<std::string> ids;
    for (const MethodInfo& info : methods())
        ids.push_back(info.id);
    if (std::find(ids.begin(), ids.end(), method) == ids.end())
        throw UsageError(unknownWord(localText("Không có phương pháp phân lớp '{}'.",
                                               "There is no classification method '{}'.", method),
                                     method, localText("Các phương pháp là", "The methods are"),
                                     ids));
}

} // namespace

const std::vector<MethodInfo>& methods() {
    static const std::vector<MethodInfo> list{
        {"equal",
         {"khoảng bằng nhau", "equal interval"},
         {"các lớp rộng như nhau, từ giá trị nhỏ nhất đến lớn nhất",
          "classes of the same width from the least to the greatest value"}},
        {"quantile",
         {"phân vị", "quantile"},
         {"mỗi lớp có số đơn vị gần bằng nhau; giá trị bằng nhau luôn cùng lớp",
          "about as many units in each class; equal values stay together"}},
        {"jenks",
         {"ngắt tự nhiên (Jenks)", "natural breaks (Jenks)"},
         {"chênh lệch trong mỗi lớp nhỏ nhất; tính chính xác, không lấy mẫu",
          "least differences within the classes; exact, without sampling"}},
        {"given",
         {"ngưỡng cho trước", "given breaks"},
         {"ngưỡng do người dùng đặt; hai đầu được nới để chứa mọi giá trị",
          "breaks set by hand; both ends are widened to hold every value"}},
    };
    return list;
}

std::optional<std::size_t> Breaks::classOf(double value) const {
    if (count() == 0 || !(value >= borders.front()) || value > borders.back())
        return std::nullopt;
    const auto upper = std::lower_bound(borders.begin() + 1, borders.end(), value);
    return std::size_t(upper - borders.begin()) - 1;
}

Breaks classify(std::span<const double> values, std::string_view method, std::size_t classes,
                std::span<const double> given) {
    requireMethod(method);
    if (classes < 1)
        throw UsageError(localText("Số lớp là 0. Hãy ghi từ 1 trở lên.",
                                   "The number of classes is 0. Give 1 or more."));
    if (values.empty())
        return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    if (method == "given")
        return {withoutDuplicates(givenBorders(sorted, given))};
    std::size_t distinct = 1;
    for (std::size_t i = 1; i < sorted.size(); ++i)
        distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
    classes = std::min(classes, distinct);
    if (method == "equal")
        return {withoutDuplicates(equalBorders(sorted, classes))};
    if (method == "quantile")
        return {withoutDuplicates(quantileBorders(sorted, classes))};
    return {withoutDuplicates(jenksBorders(sorted, classes))};
}

std::vector<std::size_t> countPerClass(const Breaks& breaks, std::span<const double> values) {
    std::vector<std::size_t> counts(breaks.count(), 0);
    for (const double value : values)
        if (const auto index = breaks.classOf(value))
            ++counts[*index];
    return counts;
}

} // namespace terroir::classify
