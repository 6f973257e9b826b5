#include "core/sheets/xml_reader.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/refusal.hpp"

#include <expat.h>

#include <exception>
#include <memory>

namespace terroir::sheets {

namespace {

constexpr char separator = '\x01';
constexpr int maxDepth = 200;
constexpr XML_Index maxTagBytes = 4 << 20;

std::pair<std::string_view, std::string_view> split(std::string_view name) {
    const std::size_t at = name.rfind(separator);
    if (at == std::string_view::npos)
        return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// Between the callbacks of expat, through which no exception may pass, and the handler.
class Bridge {
public:
    Bridge(XML_Parser parser, XmlHandler& handler) : m_parser(parser), m_handler(handler) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, onOpen, onClose);
        XML_SetCharacterDataHandler(parser, onText);
        XML_SetStartDoctypeDeclHandler(parser, onDoctype);
    }

    void rethrow() const {
        if (m_thrown)
            std::rethrow_exception(m_thrown);
    }
    bool hasDoctype() const { return m_hasDoctype; }
    bool isTooDeep() const { return m_depth > maxDepth; }

private:
    template <typename Call>
    void guarded(Call call) {
        if (m_thrown)
            return;
        try {
            call();
        } catch (...) {
            m_thrown = std::current_exception();
            XML_StopParser(m_parser, XML_FALSE);
        }
    }

    /// The name as the handler knows it; empty for a namespace that it does not know.
    std::string_view known(const char* name) {
        const auto [uri, local] = split(name);
        for (const XmlNamespace& known : m_handler.namespaces()) {
            if (known.uri != uri)
                continue;
            if (known.prefix.empty())
                return local;
            m_name.assign(known.prefix).append(1, ':').append(local);
            return m_name;
        }
        return {};
    }

    static void onOpen(void* self, const char* name, const char** attributes) {
        Bridge& bridge = *static_cast<Bridge*>(self);
        if (++bridge.m_depth > maxDepth)
            XML_StopParser(bridge.m_parser, XML_FALSE);
        bridge.guarded([&] {
            const std::string_view element = bridge.known(name);
            if (!element.empty())
                bridge.m_handler.open(element, {attributes, bridge.m_handler.namespaces()});
        });
    }
    static void onClose(void* self, const char* name) {
        Bridge& bridge = *static_cast<Bridge*>(self);
        --bridge.m_depth;
        bridge.guarded([&] {
            const std::string_view element = bridge.known(name);
            if (!element.empty())
                bridge.m_handler.close(element);
        });
    }
    static void onText(void* self, const char* text, int size) {
        Bridge& bridge = *static_cast<Bridge*>(self);
        bridge.guarded([&] { bridge.m_handler.text({text, std::size_t(size)}); });
    }
    static void onDoctype(void* self, const char*, const char*, const char*, int) {
        Bridge& bridge = *static_cast<Bridge*>(self);
        bridge.m_hasDoctype = true;
        XML_StopParser(bridge.m_parser, XML_FALSE);
    }

    XML_Parser m_parser;
    XmlHandler& m_handler;
    std::string m_name;
    std::exception_ptr m_thrown;
    int m_depth = 0;
    bool m_hasDoctype = false;
};

} // namespace

std::string_view XmlAttributes::value(std::string_view prefix, std::string_view name) const {
    for (const char* const* pair = m_pairs; *pair != nullptr; pair += 2) {
        const auto [uri, local] = split(pair[0]);
        if (local != name || uri.empty() != prefix.empty())
            continue;
        if (uri.empty())
            return pair[1];
        for (const XmlNamespace& known : m_namespaces)
            if (known.prefix == prefix && known.uri == uri)
                return pair[1];
    }
    return {};
}

void readXml(const ByteSource& source, const std::string& file, const std::string& part,
             XmlHandler& handler) {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(
        XML_ParserCreateNS(nullptr, separator));
    Bridge bridge(parser.get(), handler);
    constexpr int size = 1 << 16;
    XML_Index fed = 0;
    for (bool isLast = false; !isLast;) {
        void* const buffer = XML_GetBuffer(parser.get(), size);
        if (buffer == nullptr)
            failDamaged(file, localText("phần '{}' quá lớn", "the part '{}' is too large", part));
        const std::size_t got = source(static_cast<char*>(buffer), size);
        isLast = got == 0;
        fed += XML_Index(got);
        const XML_Status status = XML_ParseBuffer(parser.get(), int(got), isLast);
        bridge.rethrow();
        if (bridge.hasDoctype())
            failDamaged(file,
                        localText("phần '{}' có DOCTYPE, điều không bảng tính nào cần",
                                  "the part '{}' has a DOCTYPE, which no spreadsheet needs", part));
        const bool isHuge = fed - XML_GetCurrentByteIndex(parser.get()) > maxTagBytes;
        if (bridge.isTooDeep() || isHuge)
            failDamaged(file, localText("phần '{}' không phải của bảng tính",
                                        "the part '{}' is not that of a spreadsheet", part));
        if (status != XML_STATUS_OK)
            failDamaged(file, localText("phần '{}', dòng {}: {}", "the part '{}', line {}: {}",
                                        part, XML_GetCurrentLineNumber(parser.get()),
                                        XML_ErrorString(XML_GetErrorCode(parser.get()))));
    }
}

} // namespace terroir::sheets
