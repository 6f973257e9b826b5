#include "core/records/state_words.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace terroir::records {
namespace {

TEST(StateWords, of_lists_are_understood) {
    const std::pair<const char*, State> cases[] = {
        {"done", State::Done},
        {"withdrawn", State::Withdrawn},
        {"Đang hoạt động", State::Done},
        {"Còn hiệu lực", State::Done},
        {"HIEU_LUC", State::Done},
        {"HET_HIEU_LUC", State::Withdrawn},
        {"Chưa có hiệu lực", State::Proposed},
        {"Đang sử dụng", State::Done},
        {"Hộ xin rút, không thực hiện", State::Withdrawn},
        {"Đạt", State::Done},
        {"Xuất sắc", State::Done},
        {"Khá", State::Done},
        {"Đã nghiệm thu", State::Done},
        {"Nghiệm thu: đạt", State::Done},
        {"Kết thúc", State::Done},
        {"Tạm dừng", State::Withdrawn},
        {"Tạm ngừng", State::Withdrawn},
        {"Thu hồi", State::Withdrawn},
        {"Đã bị thu hồi (5/2024)", State::Withdrawn},
        {"Thu hồi, đang chờ cấp lại", State::Withdrawn},
        {"Hết hạn", State::Withdrawn},
        {"Không đạt", State::Withdrawn},
        {"Chờ cấp", State::Proposed},
        {"Đang thẩm định", State::Proposed},
        {"Đã nộp đơn", State::Proposed},
        {"Đang xét nghiệm hồ sơ, chờ cấp", State::Proposed},
        {"Chưa nghiệm thu", State::Ongoing},
        {"Đang triển khai", State::Ongoing},
        {"Đúng tiến độ", State::Ongoing},
        {"Chậm", State::Ongoing},
        {"Mới ký hợp đồng", State::Ongoing},
        {"Dự kiến", State::Planned},
        {"Chưa thực hiện", State::Planned},
    };
    for (const auto& [text, state] : cases)
        EXPECT_EQ(parseStateWords(text), state) << text;
}

TEST(StateWords, that_are_none_or_say_two_states_are_not_guessed) {
    for (const char* text : {"", "có lẽ", "mới", "Cho phép", "2024", "Bưởi da xanh",
                             "hồ sơ đã cấp nhưng tạm dừng", "chậm lớn"})
        EXPECT_FALSE(parseStateWords(text)) << text;
}

} // namespace
} // namespace terroir::records
