#include "core/workspace/record_changes.hpp"

namespace terroir::workspace {

using store::FieldChange;

std::vector<FieldChange> changesBetween(const std::string& record,
                                        const records::FieldTexts& before,
                                        const records::FieldTexts& after) {
    std::vector<FieldChange> changes;
    const auto textIn = [](const records::FieldTexts& texts, const std::string& field) {
        const auto found = texts.find(field);
        return found == texts.end() ? std::string() : found->second;
    };
    for (const auto& [field, text] : before)
        if (textIn(after, field) != text)
            changes.push_back({record, field, text, textIn(after, field)});
    for (const auto& [field, text] : after)
        if (before.find(field) == before.end())
            changes.push_back({record, field, "", text});
    return changes;
}

records::FieldTexts seenTexts(const records::Record& record, const records::RecordGround* ground) {
    records::FieldTexts texts = records::fieldTexts(record);
    if (ground != nullptr)
        texts.emplace("ground", records::groundText(*ground));
    return texts;
}

records::FieldTexts saidBy(const records::Record& record) {
    records::FieldTexts texts = records::fieldTexts(record);
    texts.erase("units");
    texts.erase(std::string(records::doubtField));
    return texts;
}

} // namespace terroir::workspace
