#pragma once

#include "core/base/language.hpp"
#include "plugin/cli/context.hpp"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace terroir::cli {

/// One command of the program.
class Command {
public:
    virtual ~Command() = default;
    virtual std::string name() const = 0;
    /// One line for the list of commands.
    virtual LocalText summary() const = 0;
    /// Lines that can be typed as they are, in a folder with a workspace and the files they name.
    virtual std::vector<std::string> examples() const = 0;
    /// Binds options; opens and reads nothing.
    virtual void setup(CLI::App& app, const Words& words) = 0;
    /// Works. Throws terroir::Error with a sentence when it cannot.
    virtual void run(Context& context) = 0;
};

std::unique_ptr<Command> makeInitCommand();
std::unique_ptr<Command> makeInfoCommand();
std::unique_ptr<Command> makeUnitsCommand();
std::unique_ptr<Command> makeBoundariesCommand();
std::unique_ptr<Command> makeBaseCommand();
std::unique_ptr<Command> makeGeocodeCommand();
std::unique_ptr<Command> makePlacesCommand();
std::unique_ptr<Command> makeExtractCommand();
std::unique_ptr<Command> makeConvertCommand();
std::unique_ptr<Command> makeReverseCommand();
std::unique_ptr<Command> makeTemplateCommand();
std::unique_ptr<Command> makeImportCommand();
std::unique_ptr<Command> makeReviewCommand();
std::unique_ptr<Command> makeCheckCommand();
std::unique_ptr<Command> makeRecordsCommand();
std::unique_ptr<Command> makeSourcesCommand();
std::unique_ptr<Command> makeTableCommand();
std::unique_ptr<Command> makeMapCommand();
std::unique_ptr<Command> makeAtlasCommand();
std::unique_ptr<Command> makePageCommand();
std::unique_ptr<Command> makeExportCommand();
std::unique_ptr<Command> makeLayoutsCommand();
/// themes, methods, formats, plugins
std::vector<std::unique_ptr<Command>> makeRegistryCommands();

/// All commands in the order of a planner's work.
std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace terroir::cli
