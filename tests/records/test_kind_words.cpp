#include "core/records/fields.hpp"
#include "core/records/kind_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace terroir::records {
namespace {

TEST(KindWords, name_one_kind_or_none) {
    const std::pair<const char*, const char*> cases[] = {
        {"ocop", "ocop"},
        {"OCOP", "ocop"},
        {"sản phẩm OCOP", "ocop"},
        {"chăn nuôi", "livestock"},
        {"livestock", "livestock"},
        {"mo hinh", "model"},
        {"thử nghiệm", "trial"}, // also among the words of "đo lường, thử nghiệm mẫu"
        {"chứng nhận", "certification"},
        {"chỉ dẫn địa lý", "geographical_indication"},
        {"cơ sở", ""}, // of farms, of fish farms, of packing houses
        {"ocopp", ""},
        {"", ""},
    };
    for (const auto& [text, kind] : cases) {
        const KindInfo* const found = kindNamed(text);
        EXPECT_EQ(found == nullptr ? std::string() : found->id, kind) << text;
    }
    for (const KindInfo& kind : kinds())
        EXPECT_EQ(kindNamed(kind.name.vi), &kind) << kind.name.vi;
}

} // namespace
} // namespace terroir::records
