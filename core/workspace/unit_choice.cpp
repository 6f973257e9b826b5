#include "core/workspace/unit_choice.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/gazetteer/versions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::workspace {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

namespace {

std::string listOf(const Gazetteer& gazetteer, const std::vector<UnitIndex>& versions, Date day) {
    std::string list;
    for (const UnitIndex version : versions) {
        const Unit& unit = gazetteer.unit(version);
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", unit.uid,
                            describeNear(gazetteer, version, day));
    }
    return list;
}

UnitIndex versionInPeriod(const Gazetteer& gazetteer, const std::string& code,
                          const records::Record& record) {
    if (const UnitIndex unit = gazetteer.findCode(code, record.lookupDate); unit != noUnit)
        return unit;
    const std::vector<UnitIndex> versions = gazetteer.versions(code);
    std::vector<UnitIndex> within;
    std::copy_if(versions.begin(), versions.end(), std::back_inserter(within), [&](UnitIndex unit) {
        const Period& valid = gazetteer.unit(unit).valid;
        return valid.from < record.period.to && record.period.from < valid.to;
    });
    if (within.size() == 1)
        return within.front();
    throw UsageError(localText("Mã '{}' không ứng với đơn vị nào vào ngày {}, ngày của bản ghi "
                               "'{}'; hãy ghi rõ phiên bản nào: {}.",
                               "The code '{}' stands for no unit on {}, the day of the record "
                               "'{}'; write which version is meant: {}.",
                               code, dayText(record.lookupDate), record.id,
                               listOf(gazetteer, versions, record.lookupDate)));
}

} // namespace

UnitIndex chooseUnit(Workspace& workspace, const std::string& text, const records::Record& record) {
    const Gazetteer& gazetteer = workspace.gazetteer();
    if (const UnitIndex unit = gazetteer.find(text); unit != noUnit)
        return unit;
    if (!gazetteer.versions(text).empty())
        return versionInPeriod(gazetteer, text, record);
    const std::size_t at = text.find('@');
    if (at == std::string::npos)
        return workspace.findUnit(text, record.lookupDate, "");
    const std::string code = text.substr(0, at);
    const std::vector<UnitIndex> versions = gazetteer.versions(code);
    if (versions.empty())
        throw UsageError(localText(
            "Không có đơn vị nào có mã '{}'; hãy tra bằng 'terroir units'.",
            "There is no unit with the code '{}'; look it up with 'terroir units'.", code));
    const auto day = parseDate(std::string_view(text).substr(at + 1));
    const UnitIndex unit = day ? gazetteer.findCode(code, *day) : noUnit;
    if (unit == noUnit)
        throw UsageError(localText(
            "'{}' không phải là phiên bản của mã {}; hãy ghi một trong các phiên bản: {}.",
            "'{}' is no version of the code {}; write one of these: {}.", text, code,
            listOf(gazetteer, versions, record.lookupDate)));
    return unit;
}

bool reaches(const Gazetteer& gazetteer, UnitIndex unit, UnitIndex area) {
    const Unit& whole = gazetteer.unit(area);
    const Date day = dayOf(whole, Date::today());
    const auto shares = gazetteer.convert(unit, day);
    return std::any_of(shares.begin(), shares.end(), [&](const gazetteer::Share& share) {
        return gazetteer.ancestorAt(share.unit, whole.level, day) == area;
    });
}

} // namespace terroir::workspace
