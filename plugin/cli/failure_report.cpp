#include "plugin/cli/failure_report.hpp"

#include "core/base/local_text.hpp"

#include <nlohmann/json.hpp>

#include <new>

namespace terroir::cli {

std::string FailureReport::toJson(Language language) const {
    using Json = nlohmann::ordered_json;
    const auto textOrNull = [](const std::string& text) {
        return text.empty() ? Json() : Json(text);
    };
    const Json object = {{"kind", kind},
                         {"sentence", sentence.in(language)},
                         {"file", textOrNull(place.file)},
                         {"row", place.row == 0 ? Json() : Json(place.row)},
                         {"column", textOrNull(place.column)}};
    // Names of files need not be UTF-8.
    return Json{{"error", object}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

FailureReport reportOf(const std::exception& error) {
    if (const auto* usage = dynamic_cast<const UsageError*>(&error))
        return {"usage", usage->text(), {}, WrongUsage};
    if (const auto* input = dynamic_cast<const InputError*>(&error))
        return {"input", input->text(), input->place(), Failed};
    if (const auto* store = dynamic_cast<const StoreError*>(&error))
        return {"store", store->text(), {}, Failed};
    if (const auto* geometry = dynamic_cast<const GeometryError*>(&error))
        return {"geometry", geometry->text(), {}, Failed};
    if (const auto* ours = dynamic_cast<const Error*>(&error))
        return {"data", ours->text(), {}, Failed};
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return {"memory",
                {"Không đủ bộ nhớ; hãy thu nhỏ bản đồ hoặc đóng bớt chương trình khác.",
                 "There is not enough memory; make the map smaller or close other programs."},
                {},
                Failed};
    return {"unexpected",
            localText("Lỗi bất ngờ ({}); không có gì bị thay đổi, xin báo lỗi này.",
                      "An unexpected fault ({}); nothing was changed, please report it.",
                      std::string(error.what())),
            {},
            Failed};
}

} // namespace terroir::cli
