#include "core/base/issue.hpp"

namespace terroir {

namespace {

struct SeverityInfo {
    std::string_view id;
    LocalText words;
};

const SeverityInfo& infoOf(Severity severity) {
    static const SeverityInfo info{"info", {"thông tin", "info"}},
        warning{"warning", {"cảnh báo", "warning"}}, error{"error", {"lỗi", "error"}};
    return severity == Severity::Info ? info : severity == Severity::Warning ? warning : error;
}

} // namespace

std::string_view toString(Severity severity) {
    return infoOf(severity).id;
}

const LocalText& inWords(Severity severity) {
    return infoOf(severity).words;
}

} // namespace terroir
