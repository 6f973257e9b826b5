#include "plugin/cli/program.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/operating_system.hpp"
#include "core/store/database.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/failure_report.hpp"
#include "plugin/cli/help.hpp"
#include "plugin/cli/standard_streams.hpp"
#include "plugin/cli/usage_errors.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <filesystem>

namespace terroir::cli {

namespace {

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

void bindGlobalOptions(CLI::App& app, Context& context, std::string& workspace,
                       std::string& language) {
    const Words& words = context.words;
    app.add_option(
           "-w,--workspace", workspace,
           words("không gian làm việc (mặc định: terroir.sqlite ở thư mục này, rồi "
                 "$TERROIR_WORKSPACE)",
                 "workspace (default: terroir.sqlite in this folder, else $TERROIR_WORKSPACE)"))
        ->type_name("FILE");
    app.add_option("--lang", language,
                   words("ngôn ngữ: vi hoặc en (mặc định: theo $LC_ALL, $LANG; tiếng Việt nếu ở đó "
                         "không phải là en_…; for English: --lang en)",
                         "language: vi or en (default: by $LC_ALL, $LANG: Vietnamese unless they "
                         "say en_…)"))
        ->type_name("LANG");
    app.add_flag("--json", context.json,
                 words("kết quả dạng JSON, cả khi có lỗi (trên đầu ra lỗi)",
                       "the result as JSON, errors as well (on standard error)"));
    app.add_flag("-q,--quiet", context.quiet, words("chỉ báo lỗi", "say nothing but errors"));
    app.add_flag("-v,--verbose", context.verbose,
                 words("nói rõ từng bước, kèm thời gian", "say each step, with the time"));
    app.set_help_flag("-h,--help", words("trang này", "this page"));
    app.set_version_flag("--version", fmt::format("terroir {}", TERROIR_VERSION),
                         words("phiên bản", "version"));
}

void requireLanguage(const std::string& language) {
    if (!language.empty() && language != "vi" && language != "en")
        throw UsageError(localText("--lang '{}' không phải là ngôn ngữ ở đây; hãy chọn vi hoặc en.",
                                   "--lang '{}' is not a language here; give vi or en.", language));
}

Command* findCommand(Commands commands, const CLI::App* parsed) {
    while (parsed->get_parent() != nullptr && parsed->get_parent()->get_parent() != nullptr)
        parsed = parsed->get_parent();
    for (const auto& command : commands)
        if (command->name() == parsed->get_name())
            return command.get();
    return nullptr;
}

/// The page of `terroir help`, `terroir help map`, `terroir help boundaries import`.
std::string helpFor(const CLI::App& app, Commands commands, const std::vector<std::string>& path,
                    const Context& context) {
    const CLI::App* page = &app;
    for (const std::string& name : path) {
        const auto found =
            page->get_subcommands([&name](const CLI::App* sub) { return sub->get_name() == name; });
        if (found.empty()) {
            std::vector<std::string> known;
            for (const CLI::App* sub : page->get_subcommands({}))
                known.push_back(sub->get_name());
            throw UsageError(unknownCommand(name, known));
        }
        page = found.front();
    }
    const Command* command = findCommand(commands, page);
    if (context.json)
        return command == nullptr ? programHelpJson(app, commands, context.words)
                                  : commandHelpJson(*page, *command, context.words);
    return command == nullptr ? programHelp(app, commands, context.words)
                              : commandHelp(*page, *command, context.words);
}

std::string versionJson() {
    return nlohmann::ordered_json{{"program", "terroir"}, {"version", TERROIR_VERSION}}.dump() +
           "\n";
}

void runCommand(std::vector<std::string> arguments, Context& context) {
    const std::vector<std::unique_ptr<Command>> commands = makeCommands();
    CLI::App app("", "terroir");
    std::string workspace, language;
    bindGlobalOptions(app, context, workspace, language);
    app.require_subcommand(0, 1);
    for (const auto& command : commands) {
        CLI::App* sub =
            app.add_subcommand(command->name(), command->summary().in(context.words.language()));
        sub->fallthrough();
        command->setup(*sub, context.words);
        // "--explode=3" is no number of anything.
        for (CLI::Option* option : sub->get_options())
            if (option->get_expected_max() == 0)
                option->disable_flag_override();
    }
    std::vector<std::string> helpOn;
    CLI::App* help = app.add_subcommand(
        "help", context.words("các tùy chọn của một lệnh", "the options of a command"));
    help->fallthrough();
    help->add_option("COMMAND", helpOn, context.words("lệnh", "command"));
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForVersion& version) {
        return context.out.write(context.json ? versionJson() : std::string(version.what()) + "\n");
    } catch (const CLI::CallForHelp&) {
        std::vector<std::string> path;
        for (const CLI::App* up = &parsedCommand(app); up->get_parent() != nullptr && up != help;
             up = up->get_parent())
            path.insert(path.begin(), up->get_name());
        return context.out.write(helpFor(app, commands, path, context));
    } catch (const CLI::ParseError& error) {
        throw UsageError(usageSentence(app, commands, error));
    }
    requireLanguage(language);
    context.workspaceFile =
        workspace.empty() ? defaultWorkspace() : std::filesystem::path(workspace);
    Command* command = findCommand(commands, &parsedCommand(app));
    if (command == nullptr)
        return context.out.write(helpFor(app, commands, helpOn, context));
    command->run(context);
    context.step({"Xong", "Done"});
}

/// What is told of a failure: a sentence, or with --json an object of one line.
int fail(const Context& context, const FailureReport& failure) {
    const Language language = context.words.language();
    writeTalk(context.json ? failure.toJson(language)
                           : fmt::format("terroir: {}\n", failure.sentence.in(language)));
    return failure.exitCode;
}

/// The report of a failure could not be written, or the report of what was done could not: then
/// the exit code tells it.
int failOutput(const Context& context, const BrokenOutput& error) {
    if (!context.isCommitted)
        return fail(context, reportOf(error));
    context.note(error.text());
    return Done;
}

/// What the program is begun anew with when it is stopped while it changes a workspace.
constexpr const char* afterStop = "--put-in-order-after-signal";

int endStopped(const std::vector<std::string>& arguments) {
    for (std::size_t i = 2; i < arguments.size(); ++i)
        store::putInOrder(arguments[i]); // else the next command does, or says why it cannot
    endBySignal(std::atoi(arguments[1].c_str()));
    return Failed;
}

} // namespace

int runProgram(std::vector<std::string> arguments) {
    prepareStreams();
    if (arguments.size() >= 2 && arguments[0] == afterStop)
        return endStopped(arguments);
    cleanUpWhenStopped(afterStop);
    Context context;
    context.words = Words(languageOf(arguments));
    context.json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    try {
        runCommand(std::move(arguments), context);
        context.out.flush();
    } catch (const ClosedPipe&) {
        // What was found is told all the same.
    } catch (const BrokenOutput& error) {
        return failOutput(context, error);
    } catch (const std::exception& error) {
        return fail(context, reportOf(error));
    }
    return context.failure ? fail(context, reportOf(*context.failure)) : int(Done);
}

std::vector<std::unique_ptr<Command>> makeCommands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeInitCommand());
    commands.push_back(makeInfoCommand());
    commands.push_back(makeUnitsCommand());
    commands.push_back(makeBoundariesCommand());
    commands.push_back(makeBaseCommand());
    commands.push_back(makeGeocodeCommand());
    commands.push_back(makePlacesCommand());
    commands.push_back(makeExtractCommand());
    commands.push_back(makeConvertCommand());
    commands.push_back(makeReverseCommand());
    commands.push_back(makeTemplateCommand());
    commands.push_back(makeImportCommand());
    commands.push_back(makeReviewCommand());
    commands.push_back(makeCheckCommand());
    commands.push_back(makeRecordsCommand());
    commands.push_back(makeSourcesCommand());
    commands.push_back(makeTableCommand());
    commands.push_back(makeMapCommand());
    commands.push_back(makeAtlasCommand());
    commands.push_back(makePageCommand());
    commands.push_back(makeExportCommand());
    commands.push_back(makeLayoutsCommand());
    for (auto& command : makeRegistryCommands())
        commands.push_back(std::move(command));
    return commands;
}

} // namespace terroir::cli
