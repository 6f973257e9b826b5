#include "core/figures/reasons.hpp"

#include <algorithm>
#include <array>

namespace terroir::figures {

namespace {

const ReasonInfo& infoOf(NotAttributed::Reason reason) {
    const auto infos = reasonInfos();
    return *std::find_if(infos.begin(), infos.end(),
                         [&](const ReasonInfo& info) { return info.reason == reason; });
}

} // namespace

std::span<const ReasonInfo> reasonInfos() {
    using Reason = NotAttributed::Reason;
    static const std::array<ReasonInfo, 5> infos{{
        {Reason::SeveralUnits,
         "several-units",
         {"số liệu chung của nhiều đơn vị", "one figure for several units"}},
        {Reason::CoarserLevel,
         "coarser-level",
         {"chỉ biết đến cấp trên", "known only to a higher level"}},
        {Reason::Unresolved, "unresolved", {"chưa xác định được địa danh", "place not identified"}},
        {Reason::Remainder,
         "remainder",
         {"phần còn lại của tổng số", "the rest of a stated total"}},
        {Reason::PartlyOutside,
         "partly-outside",
         {"một phần nằm ngoài địa bàn", "partly outside the area"}},
    }};
    return infos;
}

std::string_view toString(NotAttributed::Reason reason) {
    return infoOf(reason).id;
}

const LocalText& inWords(NotAttributed::Reason reason) {
    return infoOf(reason).words;
}

} // namespace terroir::figures
