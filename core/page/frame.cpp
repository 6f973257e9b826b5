#include "core/page/frame.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace terroir::page {

namespace {

/// The frame with its places filled, each once: what is put in is not read again.
std::string filled(std::string_view frame, const std::map<std::string_view, std::string>& parts) {
    std::string out;
    for (;;) {
        const std::size_t open = frame.find("{{");
        if (open == std::string_view::npos)
            return out.append(frame);
        const std::size_t close = frame.find("}}", open);
        out.append(frame.substr(0, open));
        out.append(parts.at(frame.substr(open + 2, close - open - 2)));
        frame.remove_prefix(close + 2);
    }
}

std::string policyOf(const WebFiles& files) {
    return fmt::format("default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; "
                       "base-uri 'none'; form-action 'none'",
                       files.scriptHash, files.styleHash);
}

} // namespace

std::string filledFrame(const WebFiles& files, std::string_view language, std::string_view title,
                        std::string json) {
    return filled(files.frame, {{"language", std::string(language)},
                                {"policy", policyOf(files)},
                                {"title", htmlText(title)},
                                {"style", std::string(files.style)},
                                {"script", std::string(files.script)},
                                {"data", scriptText(std::move(json))}});
}

std::string htmlText(std::string_view text) {
    std::string escaped;
    for (const char c : text)
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    return escaped;
}

/// "<" stands in JSON only within strings, where \u003c is the same.
std::string scriptText(std::string json) {
    std::string text;
    text.reserve(json.size());
    for (const char c : json)
        if (c == '<')
            text += "\\u003c";
        else
            text += c;
    return text;
}

} // namespace terroir::page
