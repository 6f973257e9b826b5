#include "plugin/cli/program.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/help.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <new>

namespace terroir::cli {

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

using Commands = std::vector<std::unique_ptr<Command>>;

/// The language must be known before the options are named, so it is looked up ahead of parsing.
Language languageOf(const std::vector<std::string>& arguments) {
    std::string said;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang" && i + 1 < arguments.size())
            said = arguments[i + 1];
        else if (arguments[i].starts_with("--lang="))
            said = arguments[i].substr(7);
    }
    if (said == "vi")
        return Language::Vietnamese;
    return said == "en" ? Language::English : languageOfLocale();
}

const CLI::App* parsedCommand(const CLI::App& app) {
    const CLI::App* current = &app;
    while (!current->get_subcommands().empty())
        current = current->get_subcommands().front();
    return current;
}

void appendOptionNames(const CLI::App& app, std::vector<std::string>& names) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
}

/// A sentence for an argument that nothing takes.
std::string unknownArgument(const CLI::App& app, const Commands& commands,
                            const std::string& argument) {
    const CLI::App* command = parsedCommand(app);
    std::vector<std::string> known;
    if (argument.starts_with("-")) {
        for (const CLI::App* up = command; up != nullptr; up = up->get_parent())
            appendOptionNames(*up, known);
        const std::string name = argument.substr(0, argument.find('='));
        const std::string page = command == &app ? "" : " " + command->get_name();
        return fmt::format("The option '{}' is unknown. {}See 'terroir help{}'.", name,
                           suggestion(name, known).en, page);
    }
    if (command == &app) {
        for (const auto& each : commands)
            known.push_back(each->name());
        return fmt::format("The command '{}' is unknown. {}See 'terroir help'.", argument,
                           suggestion(argument, known).en);
    }
    for (const CLI::App* sub : command->get_subcommands({}))
        known.push_back(sub->get_name());
    return fmt::format("'{}' is one input too many for 'terroir {}'. {}See 'terroir help {}'.",
                       argument, command->get_name(), suggestion(argument, known).en,
                       command->get_name());
}

/// What CLI11 found wrong, as a sentence of ours.
std::string usageSentence(const CLI::App& app, const Commands& commands,
                          const CLI::ParseError& error) {
    const std::vector<std::string> extras = app.remaining(true);
    for (const std::string& extra : extras)
        if (extra.size() > 1 && extra.starts_with("-"))
            return unknownArgument(app, commands, extra);
    if (!extras.empty())
        return unknownArgument(app, commands, extras.front());
    const CLI::App* command = parsedCommand(app);
    std::string page;
    for (const CLI::App* up = command; up != &app && up != nullptr; up = up->get_parent())
        page = " " + up->get_name() + page;
    std::string what = error.what();
    while (!what.empty() && (what.back() == '.' || what.back() == '\n'))
        what.pop_back();
    return fmt::format("{}; see 'terroir help{}'.", what, page);
}

void bindGlobalOptions(CLI::App& app, Context& context, std::string& workspace,
                       std::string& language) {
    const Words& words = context.words;
    app.add_option(
           "-w,--workspace", workspace,
           words("không gian làm việc (mặc định: terroir.sqlite ở thư mục này, rồi "
                 "$TERROIR_WORKSPACE)",
                 "workspace (default: terroir.sqlite in this folder, else $TERROIR_WORKSPACE)"))
        ->type_name("FILE");
    app.add_option("--lang", language, words("ngôn ngữ: vi hoặc en", "language: vi or en"))
        ->type_name("LANG")
        ->check(CLI::IsMember({"vi", "en"}));
    app.add_flag("--json", context.json, words("kết quả dạng JSON", "the result as JSON"));
    app.add_flag("-q,--quiet", context.quiet, words("chỉ báo lỗi", "say nothing but errors"));
    app.add_flag("-v,--verbose", context.verbose,
                 words("nói rõ từng bước", "say what is being done"));
    app.set_help_flag("-h,--help", words("trang này", "this page"));
    app.set_version_flag("--version", fmt::format("terroir {}", TERROIR_VERSION),
                         words("phiên bản", "version"));
}

Command* findCommand(const Commands& commands, const CLI::App* parsed) {
    while (parsed->get_parent() != nullptr && parsed->get_parent()->get_parent() != nullptr)
        parsed = parsed->get_parent();
    for (const auto& command : commands)
        if (command->name() == parsed->get_name())
            return command.get();
    return nullptr;
}

/// The page of `terroir help`, `terroir help map`, `terroir help boundaries import`.
std::string helpFor(const CLI::App& app, const Commands& commands,
                    const std::vector<std::string>& path, const Words& words) {
    const CLI::App* page = &app;
    for (const std::string& name : path) {
        const auto found =
            page->get_subcommands([&name](const CLI::App* sub) { return sub->get_name() == name; });
        if (found.empty()) {
            std::vector<std::string> known;
            for (const CLI::App* sub : page->get_subcommands({}))
                known.push_back(sub->get_name());
            throw UsageError(fmt::format("The command '{}' is unknown. {}See 'terroir help'.", name,
                                         suggestion(name, known).en));
        }
        page = found.front();
    }
    const Command* command = findCommand(commands, page);
    return command == nullptr ? programHelp(app, commands, words)
                              : commandHelp(*page, *command, words);
}

int runCommand(std::vector<std::string> arguments, Context& context) {
    const Commands commands = makeCommands();
    CLI::App app("", "terroir");
    std::string workspace, language;
    bindGlobalOptions(app, context, workspace, language);
    app.require_subcommand(0, 1);
    for (const auto& command : commands) {
        CLI::App* sub =
            app.add_subcommand(command->name(), command->summary().in(context.words.language()));
        sub->fallthrough();
        command->setup(*sub, context.words);
    }
    std::vector<std::string> helpOn;
    CLI::App* help = app.add_subcommand(
        "help", context.words("các tùy chọn của một lệnh", "the options of a command"));
    help->fallthrough();
    help->add_option("COMMAND", helpOn, context.words("lệnh", "command"));
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForVersion& version) {
        context.out.write(std::string(version.what()) + "\n");
        return Done;
    } catch (const CLI::CallForHelp&) {
        std::vector<std::string> path;
        for (const CLI::App* up = parsedCommand(app); up->get_parent() != nullptr && up != help;
             up = up->get_parent())
            path.insert(path.begin(), up->get_name());
        context.out.write(helpFor(app, commands, path, context.words));
        return Done;
    } catch (const CLI::ParseError& error) {
        throw UsageError(usageSentence(app, commands, error));
    }
    Command* command = findCommand(commands, parsedCommand(app));
    if (command == nullptr) {
        context.out.write(helpFor(app, commands, helpOn, context.words));
        return Done;
    }
    context.workspaceFile =
        workspace.empty() ? defaultWorkspace() : std::filesystem::path(workspace);
    command->run(context);
    return Done;
}

int fail(std::string_view sentence, ExitCode code) {
    fmt::print(stderr, "terroir: {}\n", sentence);
    return code;
}

} // namespace

int runProgram(std::vector<std::string> arguments) {
    // Both come back as an error of write(), where they become a sentence or a quiet end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    Context context;
    context.words = Words(languageOf(arguments));
    const Words& words = context.words;
    try {
        const int code = runCommand(std::move(arguments), context);
        context.out.flush();
        return code;
    } catch (const ClosedPipe&) {
        return Done;
    } catch (const UsageError& error) {
        return fail(error.what(), WrongUsage);
    } catch (const Error& error) {
        return fail(error.what(), Failed);
    } catch (const std::bad_alloc&) {
        return fail(
            words("Không đủ bộ nhớ; hãy thu nhỏ bản đồ hoặc đóng bớt chương trình khác.",
                  "There is not enough memory; make the map smaller or close other programs."),
            Failed);
    } catch (const std::exception& error) {
        return fail(
            words(fmt::format("Lỗi bất ngờ ({}); không có gì bị thay đổi, xin báo lỗi này.",
                              error.what()),
                  fmt::format("An unexpected fault ({}); nothing was changed, please report it.",
                              error.what())),
            Failed);
    }
}

std::vector<std::unique_ptr<Command>> makeCommands() {
    Commands commands;
    commands.push_back(makeInitCommand());
    commands.push_back(makeInfoCommand());
    commands.push_back(makeUnitsCommand());
    commands.push_back(makeBoundariesCommand());
    commands.push_back(makeGeocodeCommand());
    commands.push_back(makeConvertCommand());
    commands.push_back(makeReverseCommand());
    commands.push_back(makeImportCommand());
    commands.push_back(makeReviewCommand());
    commands.push_back(makeCheckCommand());
    commands.push_back(makeTableCommand());
    commands.push_back(makeMapCommand());
    commands.push_back(makeExportCommand());
    for (auto& command : makeRegistryCommands())
        commands.push_back(std::move(command));
    return commands;
}

} // namespace terroir::cli
