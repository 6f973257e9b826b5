#include "plugin/cli/limit_options.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/state_words.hpp"

#include <CLI/CLI.hpp>

#include <utility>

namespace terroir::cli {

void LimitOptions::bind(CLI::App& app, const Words& words) {
    const auto addList = [&](const char* option, std::vector<std::string>& list, const char* type,
                             const char* vi, const char* en) {
        app.add_option(option, list, words(vi, en))
            ->type_name(type)
            ->delimiter(',')
            ->allow_extra_args(false);
    };
    app.add_option("--subject", m_subject,
                   words("chỉ sản phẩm, cây trồng, vật nuôi có từ này trong tên",
                         "only a product, crop or animal with these words in its name"))
        ->type_name("TEXT");
    app.add_option(
           "--holder", m_holder,
           words("chỉ chủ thể có từ này trong tên", "only a holder with these words in its name"))
        ->type_name("TEXT");
    addList("--source", m_sources, "ID", "chỉ từ nguồn này (xem 'terroir sources')",
            "only from this source (see 'terroir sources')");
    addList("--category", m_categories, "CATEGORY", "chỉ phân loại này: vietgap, 4",
            "only this category: vietgap, 4");
    addList("--status", m_states, "STATE",
            "chỉ trạng thái này: done, ongoing, planned, proposed, withdrawn",
            "only this state: done, ongoing, planned, proposed, withdrawn");
}

bool LimitOptions::isEmpty() const {
    return m_categories.empty() && m_sources.empty() && m_states.empty() && m_subject.empty() &&
           m_holder.empty();
}

records::Limits LimitOptions::limits() const {
    records::Limits limits;
    limits.categories = m_categories;
    limits.sources = m_sources;
    for (const std::string& state : m_states) {
        const auto known = records::parseStateWords(state);
        if (!known)
            throw UsageError(localText("--status: không có trạng thái '{}'; hãy dùng done, "
                                       "ongoing, planned, proposed hoặc withdrawn.",
                                       "--status: there is no state '{}'; use done, ongoing, "
                                       "planned, proposed or withdrawn.",
                                       state));
        limits.states.push_back(*known);
    }
    for (const auto& [option, words] :
         {std::pair{"--subject", &m_subject}, {"--holder", &m_holder}})
        if (!words->empty() && records::WantedWords(*words).isAny())
            throw UsageError(localText("{} '{}' không có chữ nào; hãy ghi một từ của tên.",
                                       "{} '{}' holds no letter; give a word of the name.", option,
                                       *words));
    limits.subject = m_subject;
    limits.holder = m_holder;
    return limits;
}

} // namespace terroir::cli
