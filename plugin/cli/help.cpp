#include "plugin/cli/help.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace terroir::cli {

namespace {

constexpr std::size_t indent = 30;
constexpr std::size_t lineWidth = 100;

std::size_t width(std::string_view text) {
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// "  left      right", the right side broken between words.
std::string entry(const std::string& left, std::string_view right) {
    std::string text = "  " + left;
    std::size_t column = 2 + width(left);
    if (column + 2 > indent) {
        text += '\n';
        column = 0;
    }
    text.append(indent - column, ' ');
    column = indent;
    while (!right.empty()) {
        const std::string_view word = right.substr(0, right.find(' '));
        if (column > indent && column + 1 + width(word) > lineWidth) {
            text += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            text += ' ';
            ++column;
        }
        text += word;
        column += width(word);
        right.remove_prefix(std::min(right.size(), word.size() + 1));
    }
    return text + '\n';
}

std::string optionEntries(const CLI::App& app) {
    std::string text;
    for (const CLI::Option* option :
         app.get_options([](const CLI::Option* o) { return o->nonpositional(); })) {
        std::string left = option->get_name(false, true);
        for (std::size_t at = left.find(','); at != std::string::npos; at = left.find(',', at + 2))
            left.insert(at + 1, " ");
        if (option->get_type_size() != 0)
            left += " " + option->get_type_name();
        text += entry(left, option->get_description());
    }
    return text;
}

std::string positionalEntries(const CLI::App& app) {
    std::string text;
    for (const CLI::Option* option :
         app.get_options([](const CLI::Option* o) { return o->get_positional(); }))
        text += entry(option->get_name(true), option->get_description());
    return text;
}

std::string usageOf(const CLI::App& app) {
    std::string path;
    for (const CLI::App* up = &app; up != nullptr; up = up->get_parent())
        path = up->get_name() + (path.empty() ? "" : " ") + path;
    if (!app.get_subcommands({}).empty())
        return path + (app.get_require_subcommand_min() > 0 ? " COMMAND" : " [COMMAND]") +
               " [OPTIONS]";
    path += " [OPTIONS]";
    for (const CLI::Option* option :
         app.get_options([](const CLI::Option* o) { return o->get_positional(); })) {
        const std::string name =
            option->get_name(true) + (option->get_expected_max() > 1 ? "…" : "");
        path += option->get_required() ? " " + name : " [" + name + "]";
    }
    return path;
}

std::string section(const std::string& heading, const std::string& entries) {
    return entries.empty() ? std::string() : fmt::format("\n{}:\n{}", heading, entries);
}

} // namespace

std::string programHelp(const CLI::App& app, std::span<const std::unique_ptr<Command>> commands,
                        const Words& words) {
    std::string list;
    for (const auto& command : commands)
        list += entry(command->name(), command->summary().in(words.language()));
    list += entry("help COMMAND", words("các tùy chọn của một lệnh", "the options of a command"));
    std::string text =
        words("terroir: bản đồ mô hình, khảo nghiệm và sản phẩm được chứng nhận của Việt Nam.\n",
              "terroir: maps of Vietnam's S&T models, trials and certified products.\n");
    text += fmt::format("\n{}: terroir [-w WORKSPACE] COMMAND [OPTIONS] [INPUT…]\n",
                        words("Cách gọi", "Usage"));
    text +=
        section(words("Lệnh, theo thứ tự công việc", "Commands, in the order of the work"), list);
    text += section(words("Tùy chọn chung", "Options everywhere"), optionEntries(app));
    text +=
        section(words("Ba lệnh từ bảng tính đến bản đồ", "From a table to a map in three commands"),
                "  terroir init\n"
                "  terroir import khao-nghiem.xlsx --as trial\n"
                "  terroir map models --source khao-nghiem -o khao-nghiem.png\n");
    return text;
}

std::string commandHelp(const CLI::App& app, const Command& command, const Words& words) {
    std::string below;
    for (const CLI::App* sub : app.get_subcommands({}))
        below += entry(sub->get_name(), sub->get_description());
    const bool isPart = app.get_name() != command.name();
    std::string text =
        (isPart ? app.get_description() : command.summary().in(words.language())) + ".\n";
    text += fmt::format("\n{}: {}\n", words("Cách gọi", "Usage"), usageOf(app));
    text += section(words("Lệnh con", "Commands"), below);
    text += section(words("Đầu vào", "Input"), positionalEntries(app));
    text += section(words("Tùy chọn", "Options"), optionEntries(app));
    const CLI::App* root = app.get_parent();
    while (root != nullptr && root->get_parent() != nullptr)
        root = root->get_parent();
    if (root != nullptr)
        text += section(words("Tùy chọn chung", "Options everywhere"), optionEntries(*root));
    text += section(words("Ví dụ", "Example"), fmt::format("  {}\n", command.example()));
    return text;
}

} // namespace terroir::cli
