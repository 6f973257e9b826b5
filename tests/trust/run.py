"""Runs terroir for the trials: bounded in time, with the disk as full as asked."""

import collections
import os
import re
import resource
import signal
import subprocess

LONGEST = 180  # seconds; a run beyond that hangs
MOST_MEMORY = 4 << 30  # bytes of address space


class Run(collections.namedtuple("Run", "code out err")):
    """What a run left; code is negative for a signal, "hangs" for one that had to be stopped."""

    def is_sentence(self):
        """The last line is a sentence of the program's own; libraries may have said theirs."""
        last = self.err.strip().rpartition("\n")[2]
        return (last.startswith("terroir: ") and last.endswith((".", ").", "?")) and
                "unexpected fault" not in last)


class Program:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def _command(self, arguments):
        return [self.path, "--lang", "en", *arguments]

    def start(self, *arguments, cwd=None):
        return subprocess.Popen(self._command(arguments), cwd=cwd, env=self.environment,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                errors="replace")

    def run(self, *arguments, cwd=None, disk=None, longest=LONGEST):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            if disk is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (disk, disk))
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        try:
            done = subprocess.run(self._command(arguments), cwd=cwd, env=self.environment,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  errors="replace", timeout=longest, preexec_fn=limit, check=False)
        except subprocess.TimeoutExpired:
            return Run("hangs", "", "it hangs")
        return Run(done.returncode, done.stdout, done.stderr)

    def must(self, *arguments, cwd=None):
        run = self.run(*arguments, cwd=cwd)
        if run.code != 0:
            raise RuntimeError(f"terroir {' '.join(arguments)}: {run.code} {run.err}")
        return run


class Failures:
    """What went wrong, each kind once with how often."""

    def __init__(self):
        self._count = collections.Counter()

    def unless(self, holds, what):
        if not holds:
            self._count[re.sub(r"\s+", " ", str(what))[:400]] += 1

    def report(self):
        for what, count in self._count.items():
            print(f"FAILED {count} ×: {what}")
        return 1 if self._count else 0
