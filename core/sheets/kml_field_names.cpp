#include "core/sheets/kml_field_names.hpp"

#include "core/base/strings.hpp"

#include <algorithm>
#include <cctype>

namespace terroir::sheets {

namespace {

constexpr XmlNamespace kmlNamespaces[] = {{"http://www.opengis.net/kml/2.2", ""},
                                          {"http://earth.google.com/kml/2.2", ""},
                                          {"http://earth.google.com/kml/2.1", ""},
                                          {"http://earth.google.com/kml/2.0", ""}};

/// As GDAL writes a name: each byte that is no letter or digit of ASCII as "_".
std::string madeOf(std::string_view name) {
    std::string made(name);
    std::replace_if(
        made.begin(), made.end(),
        [](unsigned char c) { return c >= 0x80 || std::isalnum(c) == 0; }, '_');
    return made;
}

} // namespace

KmlFieldNames::KmlFieldNames() : XmlHandler(kmlNamespaces) {}

void KmlFieldNames::open(std::string_view element, const XmlAttributes& attributes) {
    if (!isAnyOf(element, {"Data", "SimpleField", "SimpleData"}))
        return;
    const std::string_view name = attributes.value("name");
    const auto [its, isNew] = m_names.try_emplace(madeOf(name), name);
    if (!isNew && its->second != name)
        its->second.clear();
}

std::string_view KmlFieldNames::nameOf(std::string_view made) const {
    const auto its = m_names.find(made);
    return its == m_names.end() || its->second.empty() ? made : its->second;
}

} // namespace terroir::sheets
