#pragma once

namespace terroir {

/// While it lives nothing is printed on standard error, by whatever thread: for a step of a library
/// that prints what we tell in our own words. Does nothing where standard error is closed.
class SilentErrors {
public:
    SilentErrors();
    ~SilentErrors();
    SilentErrors(const SilentErrors&) = delete;
    SilentErrors& operator=(const SilentErrors&) = delete;

private:
    int m_kept = -1; ///< descriptor of what standard error was
};

} // namespace terroir
