#include "core/figures/count_words.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/figures/rates.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <vector>

namespace terroir::figures {

namespace {

class CountWords {
public:
    CountWords(const EvaluatedTheme& evaluated, const PageWords& words)
        : m_evaluated(evaluated), m_words(words) {}

    std::vector<std::string> all() {
        const LeftOutCount& left = m_evaluated.leftOut;
        notAdded(left.earlier, {"của năm trước", "of earlier years"});
        notAdded(left.later, {"của năm sau", "of later years"});
        notAdded(left.withinYear, {"trong năm đã có số liệu cả năm hoặc mới hơn",
                                   "of a part of a year, beside the year's or newer ones,"});
        notAdded(left.belowZero, {"âm", "below zero"});
        standing(left);
        some(left.mayOverlap,
             {"có thể trùng một phần với số liệu khác ở cùng nơi (không ghi chủ thể, hoặc theo đơn "
              "vị hành chính khác)",
              "may partly be in others of the same place (no holder is named, or they are of units "
              "of another day)"});
        doubtful(left.doubtful);
        yearsAdded();
        unrated();
        return std::move(m_parts);
    }

    void unrated() {
        for (const EvaluatedLayer& layer : m_evaluated.layers) {
            notCompared(layer);
            const Unrated without = unratedOf(layer);
            const std::string reason = m_words.withoutRate(layer.layer->per);
            if (without.units == 0 || layer.layer->per == theme::Per::Total)
                continue;
            const std::string units = m_words.unitCount(without.units);
            const bool isAll = without.units == without.ofAll;
            std::string text =
                say(fmt::format("{} có số liệu không tính được tỷ lệ vì {}", units, reason),
                    fmt::format("no rate for {} with figures: {}", units, reason));
            if (isAll && layer.layer->per == theme::Per::ThousandPeople)
                text += say(" (dân số chỉ có cho xã và tỉnh từ ngày 1/7/2025)",
                            " (only communes and provinces since 1 July 2025 have one)");
            m_parts.push_back(std::move(text));
        }
    }

    void notCompared(const EvaluatedLayer& layer) {
        std::map<NotCompared, std::size_t> counts;
        for (const auto& [unit, why] : layer.notCompared)
            ++counts[why];
        for (const auto& [why, count] : counts) {
            const std::string units = m_words.unitCount(count), reason = m_words.notCompared(why);
            m_parts.push_back(say(fmt::format("{} không so sánh được vì {}", units, reason),
                                  fmt::format("{} not compared: {}", units, reason)));
        }
    }

    std::vector<std::string> take() { return std::move(m_parts); }

private:
    std::string say(std::string vi, std::string en) const {
        return LocalText{std::move(vi), std::move(en)}.in(m_evaluated.language);
    }

    std::string number(std::size_t count) const {
        return formatNumber(double(count), m_evaluated.language);
    }

    void notAdded(std::size_t count, const LocalText& what) {
        if (count > 0)
            m_parts.push_back(say(fmt::format("{} số liệu {} không cộng", number(count), what.vi),
                                  fmt::format("{} {} {} not added", number(count),
                                              count == 1 ? "figure" : "figures", what.en)));
    }

    void some(std::size_t count, const LocalText& what) {
        if (count > 0)
            m_parts.push_back(say(fmt::format("{} số liệu {}", number(count), what.vi),
                                  fmt::format("{} {} {}", number(count),
                                              count == 1 ? "figure" : "figures", what.en)));
    }

    /// What is counted as in force, and what is not.
    void standing(const LeftOutCount& left) {
        const std::string day = dayText(m_evaluated.asOf).in(m_evaluated.language);
        if (left.notInForce > 0)
            m_parts.push_back(
                say(fmt::format("{} bản ghi không có hiệu lực ngày {} không tính",
                                number(left.notInForce), day),
                    fmt::format("{} {} not in force on {} not counted", number(left.notInForce),
                                left.notInForce == 1 ? "record" : "records", day)));
        if (left.mayBeOut > 0)
            m_parts.push_back(
                say(fmt::format("{} bản ghi không rõ còn hiệu lực ngày {} hay không, vẫn tính",
                                number(left.mayBeOut), day),
                    fmt::format("{} {} not known to be in force on {} counted", number(left.mayBeOut),
                                left.mayBeOut == 1 ? "record" : "records", day)));
    }

    void doubtful(std::size_t count) {
        some(count, {"còn nghi vấn, vẫn được tính",
                     count == 1 ? "is doubtful and counted" : "are doubtful and counted"});
    }

    /// Where it was asked for: of what each year has its own, everybody expects it.
    void yearsAdded() {
        const bool isAsked =
            std::any_of(m_evaluated.theme.layers.begin(), m_evaluated.theme.layers.end(),
                        [](const theme::Layer& layer) {
                            return std::any_of(layer.series.begin(), layer.series.end(),
                                               [](const theme::Series& series) {
                                                   return series.years == records::YearsRule::All;
                                               });
                        });
        if (isAsked && m_evaluated.years.years.size() > 1)
            m_parts.push_back(say("số liệu của nhiều năm được cộng lại với nhau",
                                  "figures of several years are added up"));
    }

    const EvaluatedTheme& m_evaluated;
    const PageWords& m_words;
    std::vector<std::string> m_parts;
};

} // namespace

std::string countWords(const EvaluatedTheme& evaluated, const PageWords& words) {
    return fmt::format("{}", fmt::join(CountWords(evaluated, words).all(), "; "));
}

std::string PageWords::leftOut() const {
    return countWords(m_evaluated, *this);
}

std::string unratedWords(const EvaluatedTheme& evaluated, const PageWords& words) {
    CountWords said(evaluated, words);
    said.unrated();
    return fmt::format("{}", fmt::join(said.take(), "; "));
}

} // namespace terroir::figures
