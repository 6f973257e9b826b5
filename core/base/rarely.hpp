#pragma once

#include <memory>
#include <utility>

namespace terroir {

/// A value that most of very many objects leave empty: until it is set it takes the room of a
/// pointer. Read like a pointer to it, or as itself.
template <class Value>
class Rarely {
public:
    Rarely() = default;
    Rarely(Value value) // NOLINT(google-explicit-constructor): it is one
        : m_value(value == Value() ? nullptr : std::make_unique<Value>(std::move(value))) {}
    Rarely(const Rarely& other) : Rarely(*other) {}
    Rarely(Rarely&&) noexcept = default;
    Rarely& operator=(const Rarely& other) { return *this = Rarely(other); }
    Rarely& operator=(Rarely&&) noexcept = default;
    ~Rarely() = default;

    const Value& operator*() const {
        static const Value empty;
        return m_value ? *m_value : empty;
    }
    const Value* operator->() const { return &**this; }
    operator const Value&() const { return **this; } // NOLINT(google-explicit-constructor)

private:
    std::unique_ptr<Value> m_value;
};

} // namespace terroir
