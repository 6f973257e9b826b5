#pragma once

#include "core/sheets/package.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace terroir::sheets {

/// A namespace of XML and the prefix by which a handler knows it ("" for none).
struct XmlNamespace {
    std::string_view uri, prefix;
};

/// The attributes of the element that is opened.
class XmlAttributes {
public:
    XmlAttributes(const char* const* pairs, std::span<const XmlNamespace> namespaces)
        : m_pairs(pairs), m_namespaces(namespaces) {}
    /// By local name, in the namespace of the prefix; empty prefix: in none. Empty when not there.
    std::string_view value(std::string_view prefix, std::string_view name) const;
    std::string_view value(std::string_view name) const { return value({}, name); }

private:
    const char* const* m_pairs;
    std::span<const XmlNamespace> m_namespaces;
};

/// Takes the elements of the namespaces that it knows; all others are passed over (not what lies
/// in them). Names come with prefix: "table:table-row", or "row" with an empty prefix.
class XmlHandler {
public:
    explicit XmlHandler(std::span<const XmlNamespace> namespaces) : m_namespaces(namespaces) {}
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view element, const XmlAttributes& attributes) = 0;
    virtual void close(std::string_view element) = 0;
    virtual void text(std::string_view text) = 0;
    std::span<const XmlNamespace> namespaces() const { return m_namespaces; }

private:
    std::span<const XmlNamespace> m_namespaces;
};

/// Streams XML (libexpat). `file` and `part` for messages. InputError for anything that is not well
/// formed or breaks off, for a DOCTYPE (so no entity is ever expanded), for nesting and for single
/// tags beyond any use. What the handler throws comes through.
void readXml(const ByteSource& source, const std::string& file, const std::string& part,
             XmlHandler& handler);

} // namespace terroir::sheets
