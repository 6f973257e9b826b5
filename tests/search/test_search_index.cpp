#include "core/search/search_index.hpp"
#include "tests/support/packaged_records.hpp"
#include <gtest/gtest.h>
TEST(x,y){}
