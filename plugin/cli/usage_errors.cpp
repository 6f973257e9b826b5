#include "plugin/cli/usage_errors.hpp"

#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "plugin/cli/metavars.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

namespace terroir::cli {

namespace {

using KnownCommands = std::vector<std::unique_ptr<Command>>;

void appendOptionNames(const CLI::App& app, std::vector<std::string>& names) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
}

LocalText unknownOption(const CLI::App& command, const std::string& argument) {
    std::vector<std::string> known;
    for (const CLI::App* up = &command; up != nullptr; up = up->get_parent())
        appendOptionNames(*up, known);
    const std::string name = argument.substr(0, argument.find('='));
    return localText("Không có tùy chọn '{}'. {}Xem 'terroir help{}'.",
                     "The option '{}' is unknown. {}See 'terroir help{}'.", name,
                     suggestion(name, known), pageOf(command));
}

LocalText oneTooMany(const CLI::App& command, const std::string& argument) {
    std::vector<std::string> known, said;
    for (const CLI::App* sub : command.get_subcommands({})) {
        known.push_back(sub->get_name());
        said.push_back(fmt::format("'{}' ({})", sub->get_name(), sub->get_description()));
    }
    // "rename" is near to no word, and one of them does it under another name.
    if (!known.empty() && nearest(argument, known).empty())
        return localText("'{}' không có lệnh con '{}'; các lệnh con là {}. Xem 'terroir help{}'.",
                         "'{}' has no subcommand '{}'; there are {}. See 'terroir help{}'.",
                         commandPath(command), argument, fmt::format("{}", fmt::join(said, ", ")),
                         pageOf(command));
    return localText("Thừa đầu vào '{}' cho '{}'. {}Xem 'terroir help{}'.",
                     "'{}' is one input too many for '{}'. {}See 'terroir help{}'.", argument,
                     commandPath(command), suggestion(argument, known), pageOf(command));
}

/// A sentence for an argument that nothing takes.
LocalText unknownArgument(const CLI::App& command, const KnownCommands& commands,
                          const std::string& argument) {
    if (argument.starts_with("-"))
        return unknownOption(command, argument);
    if (command.get_parent() != nullptr)
        return oneTooMany(command, argument);
    std::vector<std::string> known;
    for (const auto& each : commands)
        known.push_back(each->name());
    return unknownCommand(argument, known);
}

bool isFlag(const CLI::Option& option) {
    return option.get_expected_max() == 0;
}

/// The option that the parser speaks of: its messages begin with the name, but for one.
const CLI::Option* optionOf(const CLI::App& command, std::string_view message) {
    constexpr std::string_view unconverted = "Could not convert: ";
    if (message.starts_with(unconverted))
        message.remove_prefix(unconverted.size());
    const CLI::Option* longest = nullptr;
    for (const CLI::App* up = &command; up != nullptr; up = up->get_parent())
        for (const CLI::Option* option : up->get_options())
            // "--explode" in most messages, "explode" where a switch was given a value.
            if ((message.starts_with(option->get_name()) ||
                 (isFlag(*option) &&
                  ("--" + std::string(message)).starts_with(option->get_name()))) &&
                (longest == nullptr || longest->get_name().size() < option->get_name().size()))
                longest = option;
    return longest;
}

LocalText missing(const CLI::App& command, const CLI::Option& option) {
    const std::string page = pageOf(command);
    const LocalText value = {metavarOf(option, Language::Vietnamese),
                             metavarOf(option, Language::English)};
    if (option.get_positional())
        return localText("Thiếu {} ({}); xem 'terroir help{}'.",
                         "{} is missing ({}); see 'terroir help{}'.", value,
                         option.get_description(), page);
    return localText("Thiếu {} {}: {}; xem 'terroir help{}'.",
                     "{} {} is required: {}; see 'terroir help{}'.", option.get_name(), value,
                     option.get_description(), page);
}

LocalText missingCommand(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::App* sub : command.get_subcommands({}))
        names.push_back(fmt::format("'terroir{} {}'", pageOf(command), sub->get_name()));
    return localText("'{}' còn thiếu lệnh con; hãy gọi {}.",
                     "'{}' does nothing by itself; call {}.", commandPath(command),
                     fmt::format("{}", fmt::join(names, ", ")));
}

LocalText wrongValue(const CLI::App& command, const CLI::Option& option) {
    const std::string value = option.results().empty() ? "" : option.results().back();
    const std::string range = rangeOf(option), page = pageOf(command);
    if (!range.empty())
        return localText("{} '{}' không hợp lệ; hãy ghi một số trong khoảng {}.",
                         "{} '{}' does not fit; give a number in the range {}.", option.get_name(),
                         value, range);
    return localText("{} '{}' không hợp lệ ({}); xem 'terroir help{}'.",
                     "{} '{}' does not fit ({}); see 'terroir help{}'.", option.get_name(), value,
                     option.get_description(), page);
}

LocalText mismatch(const CLI::App& command, const CLI::Option& option) {
    const std::string page = pageOf(command), name = option.get_name();
    if (isFlag(option))
        return localText("{} không nhận giá trị; hãy viết {} một mình.",
                         "{} takes no value; write {} alone.", name, name);
    if (option.results().size() > 1)
        return localText("{} được ghi {} lần; hãy ghi một lần.",
                         "{} is given {} times; give it once.", name, option.results().size());
    return localText(
        "Sau {} thiếu giá trị; hãy viết {} {}.", "{} has no value; write {} {}.", name, name,
        LocalText{metavarOf(option, Language::Vietnamese), metavarOf(option, Language::English)});
}

} // namespace

const CLI::App& parsedCommand(const CLI::App& app) {
    const CLI::App* current = &app;
    while (!current->get_subcommands().empty())
        current = current->get_subcommands().front();
    return *current;
}

LocalText unknownCommand(const std::string& name, const std::vector<std::string>& known) {
    return localText("Không có lệnh '{}'. {}Xem 'terroir help'.",
                     "The command '{}' is unknown. {}See 'terroir help'.", name,
                     suggestion(name, known));
}

LocalText usageSentence(const CLI::App& app, const KnownCommands& commands,
                        const CLI::ParseError& error) {
    const CLI::App& command = parsedCommand(app);
    const std::vector<std::string> extras = app.remaining(true);
    for (const std::string& extra : extras)
        if (extra.size() > 1 && extra.starts_with("-"))
            return unknownArgument(command, commands, extra);
    if (!extras.empty())
        return unknownArgument(command, commands, extras.front());
    const bool isRequired = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if (const CLI::Option* option = optionOf(command, error.what())) {
        if (isRequired)
            return missing(command, *option);
        if (isFlag(*option) || dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
            return mismatch(command, *option);
        return wrongValue(command, *option);
    }
    if (isRequired)
        return missingCommand(command);
    return localText("Không hiểu các tùy chọn của '{}'; xem 'terroir help{}'.",
                     "The options of '{}' were not understood; see 'terroir help{}'.",
                     commandPath(command), pageOf(command));
}

} // namespace terroir::cli
