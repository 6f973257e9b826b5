#include "plugin/cli/help.hpp"

#include "plugin/cli/metavars.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

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

std::vector<const CLI::Option*> optionsOf(const CLI::App& app) {
    return app.get_options([&app](const CLI::Option* option) {
        // -h belongs to all commands and stands once, among what holds everywhere.
        return option->nonpositional() &&
               (app.get_parent() == nullptr || option != app.get_help_ptr());
    });
}

std::vector<const CLI::Option*> inputsOf(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

/// "-o", "--output".
std::vector<std::string> namesOf(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    return names;
}

std::string helpOf(const CLI::Option& option) {
    const std::string range = rangeOf(option);
    return option.get_description() + (range.empty() ? "" : fmt::format(" ({})", range));
}

std::string optionEntries(const CLI::App& app, const Words& words) {
    std::string text;
    for (const CLI::Option* option : optionsOf(app)) {
        std::string left = fmt::format("{}", fmt::join(namesOf(*option), ", "));
        if (const std::string value = metavarOf(*option, words.language()); !value.empty())
            left += " " + value;
        text += entry(left, helpOf(*option));
    }
    return text;
}

std::string inputEntries(const CLI::App& app, const Words& words) {
    std::string text;
    for (const CLI::Option* option : inputsOf(app))
        text += entry(metavarOf(*option, words.language()), option->get_description());
    return text;
}

std::string usageOf(const CLI::App& app, const Words& words) {
    const auto word = [&words](const char* name) { return metavar(name, words.language()); };
    std::string usage = commandPath(app);
    if (!app.get_subcommands({}).empty())
        return fmt::format(
            fmt::runtime(app.get_require_subcommand_min() > 0 ? "{} {} [{}]" : "{} [{}] [{}]"),
            usage, word("COMMAND"), word("OPTIONS"));
    usage += fmt::format(" [{}]", word("OPTIONS"));
    for (const CLI::Option* option : inputsOf(app)) {
        const std::string name =
            metavarOf(*option, words.language()) + (option->get_expected_max() > 1 ? "…" : "");
        usage += option->get_required() ? " " + name : " [" + name + "]";
    }
    return usage;
}

std::string programUsage(const Words& words) {
    const auto word = [&words](const char* name) { return metavar(name, words.language()); };
    return fmt::format("terroir [-w {}] {} [{}] [{}…]", word("WORKSPACE"), word("COMMAND"),
                       word("OPTIONS"), word("INPUT"));
}

std::string section(const std::string& heading, const std::string& entries) {
    return entries.empty() ? std::string() : fmt::format("\n{}:\n{}", heading, entries);
}

/// A command that does nothing by itself is listed by those below it.
std::string commandEntries(const CLI::App& app, Commands commands, const Words& words) {
    std::string list;
    for (const auto& command : commands) {
        const CLI::App* sub = app.get_subcommand(command->name());
        if (sub->get_require_subcommand_min() == 0)
            list += entry(command->name(), command->summary().in(words.language()));
        else
            for (const CLI::App* below : sub->get_subcommands({}))
                list += entry(command->name() + " " + below->get_name(), below->get_description());
    }
    return list + entry("help " + metavar("COMMAND", words.language()),
                        words("các tùy chọn của một lệnh", "the options of a command"));
}

std::string examplesOf(const Command& command) {
    std::string lines;
    for (const std::string& example : command.examples())
        lines += fmt::format("  {}\n", example);
    return lines;
}

const std::vector<std::string>& firstSteps() {
    static const std::vector<std::string> lines = {
        "terroir init", "terroir import khao-nghiem.xlsx --as trial",
        "terroir map models --source khao-nghiem -o khao-nghiem.png"};
    return lines;
}

LocalText purpose() {
    return {"terroir: bản đồ mô hình, khảo nghiệm và sản phẩm được chứng nhận của Việt Nam.",
            "terroir: maps of Vietnam's S&T models, trials and certified products."};
}

using Json = nlohmann::ordered_json;

Json optionsJson(const CLI::App& app, Language language) {
    Json list = Json::array();
    for (const CLI::Option* option : optionsOf(app)) {
        const std::string value = metavarOf(*option, language);
        list.push_back({{"names", namesOf(*option)},
                        {"value", value.empty() ? Json() : Json(value)},
                        {"help", helpOf(*option)}});
    }
    return list;
}

Json pageJson(const CLI::App& app, const Command& command, const Words& words) {
    Json inputs = Json::array(), below = Json::array();
    for (const CLI::Option* option : inputsOf(app))
        inputs.push_back({{"name", metavarOf(*option, words.language())},
                          {"required", option->get_required()},
                          {"help", option->get_description()}});
    for (const CLI::App* sub : app.get_subcommands({}))
        below.push_back(pageJson(*sub, command, words));
    return {{"command", pageOf(app).substr(1)},
            {"summary", app.get_description()},
            {"usage", usageOf(app, words)},
            {"inputs", inputs},
            {"options", optionsJson(app, words.language())},
            {"examples", command.examples()},
            {"commands", below}};
}

} // namespace

std::string programHelp(const CLI::App& app, Commands commands, const Words& words) {
    std::string text = purpose().in(words.language()) + "\n";
    text += fmt::format("\n{}: {}\n", words("Cách gọi", "Usage"), programUsage(words));
    text += section(words("Lệnh, theo thứ tự công việc", "Commands, in the order of the work"),
                    commandEntries(app, commands, words));
    text += section(words("Tùy chọn chung", "Options everywhere"), optionEntries(app, words));
    std::string steps;
    for (const std::string& line : firstSteps())
        steps += "  " + line + "\n";
    text += section(
        words("Ba lệnh từ bảng tính đến bản đồ", "From a table to a map in three commands"), steps);
    return text;
}

std::string commandHelp(const CLI::App& app, const Command& command, const Words& words) {
    std::string below;
    for (const CLI::App* sub : app.get_subcommands({}))
        below += entry(sub->get_name(), sub->get_description());
    std::string text = app.get_description() + ".\n";
    text += fmt::format("\n{}: {}\n", words("Cách gọi", "Usage"), usageOf(app, words));
    text += section(words("Lệnh con", "Commands"), below);
    text += section(words("Đầu vào", "Input"), inputEntries(app, words));
    text += section(words("Tùy chọn", "Options"), optionEntries(app, words));
    const CLI::App* root = &app;
    while (root->get_parent() != nullptr)
        root = root->get_parent();
    text += section(words("Tùy chọn chung", "Options everywhere"), optionEntries(*root, words));
    text += section(words("Ví dụ", "Example"), examplesOf(command));
    return text;
}

std::string programHelpJson(const CLI::App& app, Commands commands, const Words& words) {
    Json pages = Json::array();
    for (const auto& command : commands)
        pages.push_back(pageJson(*app.get_subcommand(command->name()), *command, words));
    const Json page = {{"summary", purpose().in(words.language())},
                       {"usage", programUsage(words)},
                       {"options", optionsJson(app, words.language())},
                       {"examples", firstSteps()},
                       {"commands", pages}};
    return page.dump(2) + "\n";
}

std::string commandHelpJson(const CLI::App& app, const Command& command, const Words& words) {
    return pageJson(app, command, words).dump(2) + "\n";
}

} // namespace terroir::cli
