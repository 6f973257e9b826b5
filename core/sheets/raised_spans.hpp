#pragma once

#include "core/sheets/xml_reader.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// Which letters of OpenDocument stand raised: those in spans of a style that raises them (ODF 1.2,
/// Part 1, 20.384). The handler knows the namespaces "style" and "text".
class RaisedSpans {
public:
    /// Takes the elements that describe styles, before the content; others are none of them.
    void describe(std::string_view element, const XmlAttributes& attributes) {
        if (element == "style:style")
            m_style = attributes.value("style", "name");
        else if (element == "style:text-properties" &&
                 attributes.value("style", "text-position").starts_with("super"))
            m_styles.insert(m_style);
    }
    void open(const XmlAttributes& span) {
        m_spans.push_back(m_styles.contains(span.value("text", "style-name")));
    }
    void close() {
        if (!m_spans.empty())
            m_spans.pop_back();
    }
    bool isRaised() const { return !m_spans.empty() && m_spans.back(); }

private:
    std::string m_style; ///< that is described
    std::set<std::string, std::less<>> m_styles;
    std::vector<bool> m_spans; ///< the open ones
};

} // namespace terroir::sheets
