#include "core/records/in_force.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/records/period.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace terroir::records {

namespace {

constexpr Period always; ///< nothing is known
constexpr int monthsOfStars = 36;

struct ForceInfo {
    Force force;
    std::string_view id;
    LocalText words;
    std::vector<std::string_view> phrases; ///< folded, what a cell or an option may begin with
};

const std::vector<ForceInfo>& forceInfos() {
    static const std::vector<ForceInfo> infos{
        {Force::InForce,
         "in-force",
         {"còn hiệu lực", "in force"},
         {"con hieu luc", "dang hieu luc", "co hieu luc", "con han", "in force"}},
        {Force::NotYet,
         "not-yet",
         {"chưa có hiệu lực", "not yet in force"},
         {"chua co hieu luc", "chua hieu luc", "chua cap", "not yet"}},
        {Force::Ended,
         "ended",
         {"đã hết hạn", "ended"},
         {"da het han", "het han", "het hieu luc", "mat hieu luc", "khong con hieu luc", "ended",
          "expired"}},
        {Force::Revoked,
         "revoked",
         {"bị thu hồi", "revoked"},
         {"thu hoi", "da thu hoi", "bi thu hoi", "da bi thu hoi", "huy", "bi huy", "cham dut",
          "revoked", "cancelled"}},
        {Force::Suspended,
         "suspended",
         {"tạm dừng", "suspended"},
         {"tam dung", "tam ngung", "tam dinh chi", "dinh chi", "bi dinh chi", "suspended"}},
        {Force::Withdrawn, "withdrawn", {"đã rút hoặc bị từ chối", "withdrawn or refused"}, {}},
        {Force::Unknown,
         "unknown",
         {"không rõ còn hiệu lực không", "not known to be in force"},
         {"khong ro", "chua ro", "unknown", "not known"}}};
    return infos;
}

const ForceInfo& infoOf(Force force) {
    return forceInfos()[std::size_t(force)];
}

bool beginsWith(std::string_view folded, std::string_view phrase) {
    return folded.starts_with(phrase) &&
           (folded.size() == phrase.size() || folded[phrase.size()] < '0' ||
            (folded[phrase.size()] > '9' && folded[phrase.size()] < 'a'));
}

std::optional<Force> forceBeginning(std::string_view folded) {
    for (const ForceInfo& info : forceInfos())
        for (const std::string_view phrase : info.phrases)
            if (beginsWith(folded, phrase))
                return info.force;
    return std::nullopt;
}

/// The last day that is certainly in a span; nothing of an open one.
Date lastOf(const Period& period) {
    return dayBefore(period.to);
}

bool isCalendar(const Period& period) {
    const Date from = period.from, to = period.to;
    if (from.isOpen() || to.isOpen())
        return false;
    return dayAfter(from) == to || (from.day() == 1 && monthsLater(from, 1) == to) ||
           (from.day() == 1 && from.month() == 1 && monthsLater(from, 12) == to);
}

/// "18/11/2024 – 18/11/2027": what it ends with; a day, a month, a year as they are.
Period lastPart(const Period& period) {
    if (isCalendar(period) || period.to.isOpen())
        return period;
    return {lastOf(period), period.to};
}

bool holdsAny(std::string_view folded, std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return folded.find(phrase) != std::string_view::npos;
    });
}

/// 36 of "36 tháng", "03 năm", "thời hạn 5 năm kể từ ngày …", "3 years"; 0 of other texts, such as
/// "31 tháng 12 năm 2027".
int monthsIn(std::string_view folded) {
    constexpr std::string_view digits = "0123456789";
    const std::size_t begin = std::min(folded.find_first_of(digits), folded.size());
    const std::size_t end = std::min(folded.find_first_not_of(digits, begin), folded.size());
    if (begin == end || end - begin > 3)
        return 0;
    const int number = std::stoi(std::string(folded.substr(begin, end - begin)));
    std::string_view unit = folded.substr(end);
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    for (const auto& [word, months] : {std::pair{"thang", 1}, {"months", 1}, {"month", 1},
                                       {"nam", 12}, {"years", 12}, {"year", 12}}) {
        if (!beginsWith(unit, word))
            continue;
        const std::string_view rest = unit.substr(std::string_view(word).size());
        const std::size_t next = rest.find_first_not_of(' ');
        const bool isDate = next != std::string_view::npos && rest[next] >= '0' && rest[next] <= '9';
        return isDate ? 0 : number * months;
    }
    return 0;
}

void readEnd(std::string_view text, Term& term) {
    const std::string folded = text::fold(text);
    if (holdsAny(folded, {"vo thoi han", "khong thoi han", "khong xac dinh thoi han", "lau dai",
                          "khong het han", "vinh vien", "indefinite", "no end"})) {
        term.basis = EndBasis::None;
    } else if (const int months = monthsIn(folded)) {
        term.months = months;
        term.basis = EndBasis::Written;
    } else if (const auto written = parsePeriod(text)) {
        term.until = lastPart(*written);
        term.basis = EndBasis::Written;
    }
}

/// The day that words name: "Thu hồi từ 5/2024", "Đã bị thu hồi (12/5/2024)".
Period dayInWords(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.size(), text.find_first_of(" ,;()\n", at));
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.find_first_of("/-.") != std::string_view::npos &&
            word.find_first_of("0123456789") == 0 && word.size() <= 10)
            if (const auto day = parsePeriod(word))
                return *day;
    }
    return parsePeriod(text).value_or(always);
}

bool isGrantedKind(const TermTexts& texts) {
    if (texts.kind == "production_zone")
        return !texts.code.empty() || texts.indicator == "codes";
    constexpr std::array<std::string_view, 5> granted{
        "ocop", "title", "geographical_indication", "certification", "packing_house"};
    return std::find(granted.begin(), granted.end(), texts.kind) != granted.end();
}

Period firstDay(const TermTexts& texts) {
    if (const auto day = grantDay(texts))
        return *day;
    Period period = texts.period;
    const bool isLong = !period.from.isOpen() && !period.to.isOpen() &&
                        monthsLater(period.from, 12) < period.to;
    if (isLong || period.to.isOpen())
        period.from = Date::beginning();
    return period;
}

void readState(const TermTexts& texts, Term& term) {
    if (texts.state == State::Planned || texts.state == State::Proposed) {
        term.withdrawn = Force::NotYet;
        return;
    }
    if (texts.state != State::Withdrawn)
        return;
    const std::string folded = text::fold(texts.stateWords);
    term.withdrawn = forceBeginning(folded).value_or(Force::Withdrawn);
    if (*term.withdrawn == Force::InForce || *term.withdrawn == Force::NotYet ||
        *term.withdrawn == Force::Unknown)
        term.withdrawn = Force::Withdrawn;
    term.since = dayInWords(texts.stateWords);
    if (*term.withdrawn == Force::Ended && term.basis == EndBasis::Unknown && term.since != always) {
        term.until = term.since;
        term.basis = EndBasis::Written;
    }
}

Force byDays(const Term& term, Date day) {
    if (day < term.from.from)
        return Force::NotYet;
    const bool isEndKnown = term.basis == EndBasis::None || !term.until.to.isOpen();
    if (!term.until.to.isOpen() && term.until.to <= day)
        return Force::Ended;
    const bool hasBegun = !term.from.to.isOpen() && lastOf(term.from) <= day;
    const bool isBeforeEnd = term.basis == EndBasis::None || day <= term.until.from;
    return hasBegun && isEndKnown && isBeforeEnd ? Force::InForce : Force::Unknown;
}

} // namespace

std::string_view* TermTexts::detail(std::string_view field) {
    for (const auto& [known, text] :
         {std::pair{"code", &code}, {"certificate_no", &certificateNo}, {"decision", &decision},
          {"decision_date", &decisionDay}, {"issued", &issued}, {"expires", &expires},
          {"status_as_written", &stateWords}})
        if (field == known)
            return text;
    return nullptr;
}

std::string_view toString(Force force) {
    return infoOf(force).id;
}

const LocalText& inWords(Force force) {
    return infoOf(force).words;
}

std::optional<Force> parseForce(std::string_view text) {
    const std::string folded = text::fold(text);
    for (const ForceInfo& info : forceInfos())
        if (folded == info.id || folded == text::fold(info.words.vi) ||
            folded == text::fold(info.words.en) ||
            std::find(info.phrases.begin(), info.phrases.end(), folded) != info.phrases.end())
            return info.force;
    return std::nullopt;
}

std::span<const Force> allForces() {
    static constexpr std::array<Force, 7> all{Force::InForce,   Force::NotYet,    Force::Ended,
                                              Force::Revoked,   Force::Suspended, Force::Withdrawn,
                                              Force::Unknown};
    return all;
}

std::string_view toString(EndBasis basis) {
    constexpr std::array<std::string_view, 4> ids{"", "written", "computed", "none"};
    return ids[std::size_t(basis)];
}

const LocalText& inWords(EndBasis basis) {
    static const std::array<LocalText, 4> words{
        {{"nguồn không ghi ngày hết hạn", "the source says no last day"},
         {"theo nguồn", "as the source says"},
         {"tính 36 tháng từ quyết định", "computed: 36 months from the decision"},
         {"không có thời hạn", "without an end"}}};
    return words[std::size_t(basis)];
}

SourceDays sourceDaysOf(const Source& source) {
    return {source.covers, source.date.empty() ? std::nullopt : parsePeriod(source.date)};
}

SourceDays sourceDaysOf(std::string_view id, std::span<const Source> sources) {
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    return found == sources.end() ? SourceDays() : sourceDaysOf(*found);
}

std::optional<Period> grantDay(const TermTexts& texts) {
    for (const std::string_view text : {texts.decisionDay, texts.issued})
        if (!text.empty())
            if (const auto day = parsePeriod(text))
                return day;
    // "Số 00063 ngày 13/3/2018": a day after the number; a year there is part of the number.
    if (!texts.certificateNo.empty())
        if (const auto day = parsePeriod(texts.certificateNo);
            day && dayAfter(day->from) == day->to)
            return day;
    return texts.decision.empty() ? std::nullopt : parseDecision(texts.decision).day;
}

std::optional<Term> termOf(const TermTexts& texts) {
    if (!isGrantedKind(texts))
        return std::nullopt;
    Term term;
    term.from = firstDay(texts);
    if (!texts.expires.empty())
        readEnd(texts.expires, term);
    if (term.basis == EndBasis::Unknown && texts.kind == "ocop") {
        term.months = monthsOfStars;
        term.basis = EndBasis::Computed;
    }
    const bool holdsOn = texts.kind == "geographical_indication" ||
                         texts.kind == "production_zone" || texts.kind == "packing_house";
    if (term.basis == EndBasis::Unknown && holdsOn)
        term.basis = EndBasis::None;
    readState(texts, term);
    return term;
}

TermTexts termTextsOf(const Record& record) {
    TermTexts texts;
    texts.kind = record.kind;
    texts.indicator = record.indicator;
    texts.state = record.state;
    texts.period = record.period;
    for (const Detail& detail : record.details)
        if (std::string_view* const text = texts.detail(detail.field))
            *text = detail.text;
    return texts;
}

std::optional<Term> termOf(const Record& record) {
    return termOf(termTextsOf(record));
}

Term completed(Term term, const SourceDays& source) {
    if (term.from == always)
        term.from.to = source.covers.to;
    if (source.day && term.withdrawn != Force::NotYet)
        term.from.to = std::max(std::min(term.from.to, source.day->to), dayAfter(term.from.from));
    if (term.months > 0 && term.until == always) {
        if (!term.from.from.isOpen())
            term.until.from = monthsLater(term.from.from, term.months);
        if (!term.from.to.isOpen())
            term.until.to = dayAfter(monthsLater(lastOf(term.from), term.months));
    }
    if (term.until == always && term.basis == EndBasis::Computed)
        term.basis = EndBasis::Unknown;
    return term;
}

Force forceOn(const Term& term, const SourceDays& source, Date day) {
    if (term.withdrawn == Force::NotYet)
        return Force::NotYet;
    const Force asDays = byDays(term, day);
    if (!term.withdrawn || (*term.withdrawn == Force::Ended && !term.until.to.isOpen()))
        return asDays;
    const bool isSaid = term.since != always;
    const Period since = isSaid ? term.since : source.day.value_or(always);
    if (since == always || lastOf(since) <= day || (!isSaid && since.from <= day))
        return *term.withdrawn;
    if (isSaid && day < since.from)
        return asDays;
    return asDays == Force::NotYet || asDays == Force::Ended ? asDays : Force::Unknown;
}

bool endsWithin(const Term& term, const SourceDays& source, Date day, int months) {
    const Force force = forceOn(term, source, day);
    return (force == Force::InForce || force == Force::Unknown) && !term.until.to.isOpen() &&
           term.until.from <= monthsLater(day, months);
}

bool isOut(Force force) {
    return force != Force::InForce && force != Force::Unknown;
}

Date monthsLater(Date day, int months) {
    if (day.isOpen())
        return day;
    const int month = day.year() * 12 + day.month() - 1 + months;
    int last = day.day();
    const auto made = [&] { return Date::of(month / 12, month % 12 + 1, last); };
    while (last > 28 && !parseDate(made().toString()))
        --last;
    return made();
}

std::string daysText(const Period& days) {
    if (days == always)
        return {};
    const Date from = days.from, last = lastOf(days);
    if (!isCalendar(days))
        return fmt::format("{}/{}", from.toString(), last.toString());
    if (from == last)
        return from.toString();
    const std::string text = from.toString();
    return text.substr(0, monthsLater(from, 1) == days.to ? 7 : 4);
}

bool ForceWanted::accepts(const Term& term, const SourceDays& source) const {
    const Term known = completed(term, source);
    if (endsWithin && !records::endsWithin(known, source, day, *endsWithin))
        return false;
    return any.empty() ||
           std::find(any.begin(), any.end(), forceOn(known, source, day)) != any.end();
}

namespace {

LocalText endsWithinWords(int months) {
    return months == 1 ? LocalText{"hết hạn trong 1 tháng", "ends within 1 month"}
                       : localText("hết hạn trong {} tháng", "ends within {} months", months);
}

LocalText anyOfWords(const std::vector<Force>& any) {
    LocalText words;
    for (const Force force : any)
        words = words == LocalText() ? inWords(force)
                                     : localText("{} hoặc {}", "{} or {}", words, inWords(force));
    return words;
}

} // namespace

LocalText briefWords(const ForceWanted& wanted) {
    return wanted.endsWithin ? endsWithinWords(*wanted.endsWithin) : anyOfWords(wanted.any);
}

LocalText inWords(const ForceWanted& wanted) {
    const LocalText words = anyOfWords(wanted.any), day = dayText(wanted.day);
    if (!wanted.endsWithin)
        return localText("{}, ngày {}", "{}, on {}", words, day);
    const LocalText ends =
        localText("{} kể từ ngày {}", "{} from {}", endsWithinWords(*wanted.endsWithin), day);
    return words == LocalText() ? ends : localText("{}, {}", "{}, {}", words, ends);
}

} // namespace terroir::records
