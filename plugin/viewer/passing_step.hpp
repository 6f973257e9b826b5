#pragma once

#include <QUndoCommand>

namespace terroir::viewer {

/// A step that can be taken back only as long as what it was done to is open.
class PassingStep : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;
    virtual bool isOver() const = 0;

    void undo() override { run(true); }
    void redo() override { run(false); }

protected:
    virtual void apply(bool backwards) = 0;

private:
    /// The stack lets go of what is obsolete.
    void run(bool backwards) {
        if (isOver())
            setObsolete(true);
        else
            apply(backwards);
    }
};

} // namespace terroir::viewer
