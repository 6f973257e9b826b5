#include "core/base/system_reason.hpp"

#include <gtest/gtest.h>

#include <cerrno>

using namespace terroir;

TEST(system_reason, the_usual_refusals_of_the_system_have_both_languages) {
    EXPECT_EQ(systemReason(ENOSPC), (LocalText{"ổ đĩa đã đầy", "No space left on device"}));
    EXPECT_EQ(systemReason(EACCES).vi, "không có quyền truy cập");
    EXPECT_EQ(systemReason(ENOENT).en, "No such file or directory");
    EXPECT_EQ(systemReason(EDOM).vi, "\"" + systemReason(EDOM).en + "\"")
        << "rare ones keep the system's words, and quote them";
}
