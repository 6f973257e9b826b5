#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace terroir {

/// A calendar day, or one of the two open ends of time. Ordered; 4 bytes.
class Date {
public:
    constexpr Date() = default; ///< beginning()
    /// Before every day: "since the list began".
    static constexpr Date beginning() { return Date(0); }
    /// After every day: "in force".
    static constexpr Date end() { return Date(99999999); }
    /// No check: for literals. See parseDate() for input.
    static constexpr Date of(int year, int month, int day) {
        return Date(year * 10000 + month * 100 + day);
    }
    static Date today();

    constexpr int year() const { return m_key / 10000; }
    constexpr int month() const { return m_key / 100 % 100; }
    constexpr int day() const { return m_key % 100; }
    constexpr bool isOpen() const { return m_key == 0 || m_key == 99999999; }
    /// The day before; an open end stays.
    Date previousDay() const;
    /// The day after; an open end stays.
    Date nextDay() const;
    /// "2025-07-01"; empty for an open end.
    std::string toString() const;
    constexpr auto operator<=>(const Date&) const = default;

private:
    constexpr explicit Date(int key) : m_key(key) {}
    int m_key = 0;
};

/// From "YYYY-MM-DD", a real day of the Gregorian calendar; nothing else.
std::optional<Date> parseDate(std::string_view text);

/// parseDate() or a UsageError that names the option and shows the form.
Date requireDate(std::string_view text, std::string_view what);

/// Half-open: `from` is in, `to` is out.
struct Period {
    Date from = Date::beginning();
    Date to = Date::end();
    constexpr bool contains(Date date) const { return from <= date && date < to; }
    constexpr bool overlaps(const Period& other) const {
        return from < other.to && other.from < to;
    }
    constexpr bool operator==(const Period&) const = default;
};

} // namespace terroir
