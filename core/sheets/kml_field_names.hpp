#pragma once

#include "core/sheets/xml_reader.hpp"

#include <map>
#include <string>

namespace terroir::sheets {

/// The names of the fields of KML as its writer gave them: GDAL makes "V___t_nu__i" of "Vật nuôi".
class KmlFieldNames final : public XmlHandler {
public:
    KmlFieldNames();
    void open(std::string_view element, const XmlAttributes& attributes) override;
    void close(std::string_view) override {}
    void text(std::string_view) override {}

    /// Of a name by GDAL; as it is where no field, or more than one, became it.
    std::string_view nameOf(std::string_view made) const;

private:
    std::map<std::string, std::string, std::less<>> m_names; ///< empty: several became it
};

} // namespace terroir::sheets
