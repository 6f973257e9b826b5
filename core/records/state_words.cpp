#include "core/records/state_words.hpp"

#include "core/text/vietnamese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace terroir::records {

namespace {

using StateWords = std::vector<std::pair<std::string, State>>;

/// Phrases with a space at either end, longer ones first: "chưa nghiệm thu" before "nghiệm thu".
const StateWords& stateWords() {
    static const StateWords list = [] {
        StateWords words{
            // of codes, certificates, titles
            {"dang hoat dong", State::Done},
            {"hoat dong", State::Done},
            {"dang su dung", State::Done},
            {"con su dung", State::Done},
            {"dang khai thac", State::Done},
            {"dang san xuat", State::Done},
            {"dang van hanh", State::Done},
            {"dang nuoi", State::Done},
            {"dang chan nuoi", State::Done},
            {"dang trong", State::Done},
            {"con hieu luc", State::Done},
            {"hieu luc", State::Done},
            {"dang hieu luc", State::Done},
            {"co hieu luc", State::Done},
            {"con han", State::Done},
            {"duy tri", State::Done},
            {"da cap", State::Done},
            {"duoc cap", State::Done},
            {"cap moi", State::Done},
            {"cap lai", State::Done},
            {"gia han", State::Done},
            {"da duoc cap", State::Done},
            {"da bao ho", State::Done},
            {"duoc bao ho", State::Done},
            {"dang bao ho", State::Done},
            {"da cong nhan", State::Done},
            {"duoc cong nhan", State::Done},
            {"cong nhan moi", State::Done},
            {"cong nhan lai", State::Done},
            {"danh gia lai", State::Done},
            {"nang hang", State::Done},
            {"da chung nhan", State::Done},
            {"active", State::Done},
            {"in force", State::Done},
            {"thu hoi", State::Withdrawn},
            {"tam dung", State::Withdrawn},
            {"tam ngung", State::Withdrawn},
            {"tam dinh chi", State::Withdrawn},
            {"dinh chi", State::Withdrawn},
            {"ngung", State::Withdrawn},
            {"ngung hoat dong", State::Withdrawn},
            {"dung hoat dong", State::Withdrawn},
            {"dung thuc hien", State::Withdrawn},
            {"khong hoat dong", State::Withdrawn},
            {"khong con hoat dong", State::Withdrawn},
            {"het han", State::Withdrawn},
            {"het hieu luc", State::Withdrawn},
            {"khong con hieu luc", State::Withdrawn},
            {"mat hieu luc", State::Withdrawn},
            {"huy", State::Withdrawn},
            {"huy bo", State::Withdrawn},
            {"cham dut", State::Withdrawn},
            {"tu choi", State::Withdrawn},
            {"khong dat", State::Withdrawn},
            {"chua dat", State::Withdrawn},
            {"khong cap", State::Withdrawn},
            {"khong thuc hien", State::Withdrawn},
            {"khong trien khai", State::Withdrawn},
            {"xin rut", State::Withdrawn},
            {"ngung nuoi", State::Withdrawn},
            {"dung nuoi", State::Withdrawn},
            {"ngung san xuat", State::Withdrawn},
            {"da ngung", State::Withdrawn},
            {"treo chuong", State::Withdrawn}, // no animals for the time being
            {"bo chuong", State::Withdrawn},
            {"nghi nuoi", State::Withdrawn},
            {"khong con nuoi", State::Withdrawn},
            {"ngung su dung", State::Withdrawn},
            {"khong con su dung", State::Withdrawn},
            {"revoked", State::Withdrawn},
            {"suspended", State::Withdrawn},
            {"expired", State::Withdrawn},
            {"cancelled", State::Withdrawn},
            {"chua co hieu luc", State::Proposed},
            {"chua hieu luc", State::Proposed},
            {"cho cap", State::Proposed},
            {"cho phe duyet", State::Proposed},
            {"cho tham dinh", State::Proposed},
            {"cho xet", State::Proposed},
            {"cho cong nhan", State::Proposed},
            {"dang cho", State::Proposed},
            {"chua cap", State::Proposed},
            {"chua duoc cap", State::Proposed},
            {"tham dinh", State::Proposed},
            {"dang tham dinh", State::Proposed},
            {"dang lam thu tuc", State::Proposed},
            {"dang lam ho so", State::Proposed},
            {"dang hoan thien", State::Proposed},
            {"dang trinh", State::Proposed},
            {"dang xet", State::Proposed},
            {"dang xu ly don", State::Proposed},
            {"dang xu ly ho so", State::Proposed},
            {"dang xem xet", State::Proposed},
            {"dang dang ky", State::Proposed},
            {"da nop don", State::Proposed},
            {"nop don", State::Proposed},
            {"dang nop don", State::Proposed},
            {"da nop ho so", State::Proposed},
            {"chap nhan don", State::Proposed},
            {"cong bo don", State::Proposed},
            {"de xuat", State::Proposed},
            {"de nghi", State::Proposed},
            {"pending", State::Proposed},
            // of tasks, models, trials
            {"da thuc hien", State::Done},
            {"hoan thanh", State::Done},
            {"da hoan thanh", State::Done},
            {"da nghiem thu", State::Done},
            {"nghiem thu", State::Done},
            {"ket thuc", State::Done},
            {"da ket thuc", State::Done},
            {"dat", State::Done},
            {"xuat sac", State::Done},
            {"reported", State::Done},
            {"completed", State::Done},
            {"da nt", State::Done},
            {"chua nt", State::Ongoing},
            {"cho nt", State::Ongoing},
            {"dang th", State::Ongoing},
            {"chua nghiem thu", State::Ongoing},
            {"chua ket thuc", State::Ongoing},
            {"chua hoan thanh", State::Ongoing},
            {"dang thuc hien", State::Ongoing},
            {"dang trien khai", State::Ongoing},
            {"dang nghiem thu", State::Ongoing},
            {"cho nghiem thu", State::Ongoing},
            {"chuyen tiep", State::Ongoing},
            {"dung tien do", State::Ongoing}, // on time
            {"cham tien do", State::Ongoing},
            {"moi ky hop dong", State::Ongoing},
            {"da ky hop dong", State::Ongoing},
            {"moi trien khai", State::Ongoing},
            {"moi bat dau", State::Ongoing},
            {"dang tien hanh", State::Ongoing},
            {"ke hoach", State::Planned},
            {"du kien", State::Planned},
            {"chua thuc hien", State::Planned},
            {"chua trien khai", State::Planned},
        };
        for (auto& [phrase, state] : words)
            phrase = " " + phrase + " ";
        std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
            return a.first.size() > b.first.size();
        });
        return words;
    }();
    return list;
}

/// What says it only when it is the whole cell: "dung" is also "đúng", "cho" also "cho phép".
constexpr std::array<std::pair<std::string_view, State>, 8> wholeCells{
    {{"dung", State::Withdrawn},
     {"cho", State::Proposed},
     {"kha", State::Done},
     {"tot", State::Done},
     {"gioi", State::Done},
     {"trung binh", State::Done},
     {"cham", State::Ongoing}, // behind its time
     {"ngung", State::Withdrawn}}};

/// Words between single spaces, with one at either end.
std::string spacedWords(std::string_view text) {
    std::string out = " ";
    for (const char c : text::fold(text))
        if (std::string_view(" ,;:.()[]/-_").find(c) == std::string_view::npos)
            out += c;
        else if (out.back() != ' ')
            out += ' ';
    return out.back() == ' ' ? out : out + ' ';
}

} // namespace

std::optional<State> parseStateWords(std::string_view text) {
    if (const auto state = parseState(text))
        return state;
    if (text.empty()) // most cells that are asked
        return std::nullopt;
    std::string words = spacedWords(text);
    for (const auto& [word, state] : wholeCells)
        if (words == fmt::format(" {} ", word))
            return state;
    // What begins the cell says the state, what follows explains: "Thu hồi, đang chờ cấp lại".
    for (const std::string_view opening : {" da bi ", " bi ", " dang bi "})
        if (words.starts_with(opening))
            words.erase(1, opening.size() - 1);
    for (const auto& [phrase, state] : stateWords())
        if (words.starts_with(phrase))
            return state;
    std::optional<State> found;
    for (const auto& [phrase, state] : stateWords()) {
        if (std::count(phrase.begin(), phrase.end(), ' ') == 2) // "đạt" says it only at the start
            continue;
        const std::size_t at = words.find(phrase);
        if (at == std::string::npos)
            continue;
        if (found && *found != state)
            return std::nullopt;
        found = state;
        words.replace(at, phrase.size(), " ");
    }
    return found;
}

} // namespace terroir::records
