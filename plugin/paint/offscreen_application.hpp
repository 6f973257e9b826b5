#pragma once

#include <memory>

class QGuiApplication;

namespace terroir::paint {

/// The Qt application of a program without windows (fonts need one): the "offscreen" platform, so
/// that no display is needed, and Qt's own talk kept off stderr, where only our sentences belong.
/// One per process, made before the first painter and living longer than the last. About 5 ms.
class OffscreenApplication {
public:
    explicit OffscreenApplication(const char* programName);
    ~OffscreenApplication();
    OffscreenApplication(const OffscreenApplication&) = delete;
    OffscreenApplication& operator=(const OffscreenApplication&) = delete;

private:
    struct Arguments;
    std::unique_ptr<Arguments> m_arguments;
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace terroir::paint
