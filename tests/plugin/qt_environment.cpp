#include "plugin/paint/offscreen_application.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace {

/// One offscreen Qt application around all tests: fonts need it.
class QtEnvironment final : public ::testing::Environment {
public:
    void SetUp() override {
        m_application = std::make_unique<terroir::paint::OffscreenApplication>("test_plugin");
    }
    void TearDown() override { m_application.reset(); }

private:
    std::unique_ptr<terroir::paint::OffscreenApplication> m_application;
};

[[maybe_unused]] const auto* const environment =
    ::testing::AddGlobalTestEnvironment(std::make_unique<QtEnvironment>().release());

} // namespace
