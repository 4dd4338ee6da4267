"""Running the examples of a page, one after the other, in a folder of its own."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import mesocycle
from mesocycle.cli import main
from mesocycle.loading import Folder
from mesocycle.loading.offers import PluginProgressions
from mesocycle.source import Source
from tests.docs.fragments import STANDARD, whole_diary, whole_plan
from tests.docs.pages import Example

#: Stands for anything in the output that an example shows, also for whole lines.
ANY = "…"

#: What ends every page of `meso show`; a rewritten example leaves it out.
_SMALL_PRINT = re.compile(
    r"\n\n(?:Stop the session on sharp pain|General training information).*?(?=^\$ |\Z)",
    re.DOTALL | re.MULTILINE,
)

#: How large a file is changes with every word in it.
_SIZE = re.compile(r"[0-9.]+ [kM]?B\b")

#: Where the `meso` of this environment is, for examples in which another program calls it.
_BIN = Path(sys.executable).parent

#: No settings of whoever runs the tests.
_OWN_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


class Wrong(AssertionError):
    """An example does not do what its page says."""


class Page:
    """The folder that a page's examples share; `run` runs the next one.

    `outputs` are the true outputs of console examples that show something else.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outputs: dict[int, str] = {}

    def run(self, example: Example) -> None:
        """Run it; Wrong if it does not do what it says."""
        name = example.options.get("file")
        if name:
            self._write(name, example.text, "w")
        elif "add" in example.options:
            self._write(example.options["add"], example.text, "a")
        runner = _RUNNERS.get(example.language)
        if runner:
            runner(self, example)

    def _write(self, name: str, text: str, mode: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)

    def plan(self, example: Example) -> None:
        """A plan, or a piece of one: compiles, with exactly the codes that it announces."""
        where, gym = example.options.get("in"), "gym" in example.options
        if "each" in example.options:
            self._each(example, lambda text: self._compile(whole_plan(text, where, gym=gym)))
            return
        text = self._written(example)
        if "file" in example.options and "\nplan " not in f"\n{text}":
            return  # a library: whoever uses it is compiled
        self._expect(example, self._compile(whole_plan(text, where, gym=gym)))

    def diary(self, example: Example) -> None:
        """A diary, or a piece of one: the same, beside the page's plan or the standard one."""
        plan = self.folder / example.options.get("for", "back.plan")
        follows = plan.read_text(encoding="utf-8") if plan.exists() else STANDARD
        where = example.options.get("in")

        def compiled(text: str) -> mesocycle.Outcome:
            return self._compile(follows, whole_diary(text, where))

        if "each" in example.options:
            self._each(example, compiled)
            return
        self._expect(example, compiled(self._written(example)))

    def _each(self, example: Example, compiled: Callable[[str], mesocycle.Outcome]) -> None:
        """Every line, with what is nested below it, by itself reports what `each` names.

        Where it names nothing, every line compiles; advice on it is no matter.
        """
        wanted = example.options["each"]
        for text in filter(None, re.split(r"^(?! )", example.text, flags=re.MULTILINE)):
            outcome = compiled(text)
            got = {each.code for each in outcome.diagnostics}
            if wanted not in got if wanted else not outcome.ok:
                raise Wrong(f"{text}got {got or 'no diagnostics'}")

    def _written(self, example: Example) -> str:
        """The file that the example wrote or added to, or the example itself."""
        name = example.options.get("file") or example.options.get("add")
        return (self.folder / name).read_text(encoding="utf-8") if name else example.text

    def _compile(self, plan: str, diary: str | None = None) -> mesocycle.Outcome:
        libraries = Folder(str(self.folder / "back.plan"))
        log = Source("me.diary", diary) if diary is not None else None
        with self._here():
            return mesocycle.compile_plan(
                Source("back.plan", plan), libraries, log, offers=PluginProgressions()
            )

    def _expect(self, example: Example, outcome: mesocycle.Outcome) -> None:
        wanted = {
            code
            for key in ("refused", "warned")
            for code in example.options.get(key, "").split(",")
            if code
        }
        got = {each.code for each in outcome.diagnostics}
        if got != wanted:
            said = "\n".join(f"{d.code} {d.message}" for d in outcome.diagnostics)
            raise Wrong(f"expected {wanted or 'no diagnostics'}, got\n{said or 'none'}")

    def console(self, example: Example) -> None:
        """Commands after `$`, and what they print."""
        shown = ""
        for command in re.findall(r"^\$ (.*)\n", example.text, re.MULTILINE):
            code, output = self._command(command)
            shown += f"$ {command}\n{output}"
            if code != int(example.options.get("exit", "0")):
                raise Wrong(f"{command}: exit {code}\n{output}")
        if not matches(example.text, shown):
            self.outputs[example.start] = _SMALL_PRINT.sub(f"\n\n{ANY}\n", shown)
            raise Wrong(f"printed\n{shown}")

    def _command(self, command: str) -> tuple[int, str]:
        words = shlex.split(command)
        if words[0] == "meso":
            return self._meso(words)
        if words == ["pip", "install", "."]:
            return self._install()
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=os.environ | _OWN_GIT | {"PATH": f"{_BIN}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def _meso(self, words: list[str]) -> tuple[int, str]:
        """`meso`, in this process: starting one for each example would take a minute."""
        printed = io.StringIO()
        before, sys.argv = sys.argv, words
        try:
            with (
                self._here(),
                contextlib.redirect_stdout(printed),
                contextlib.redirect_stderr(printed),
            ):
                main()
            code: object = 0
        except SystemExit as end:
            code = end.code or 0
        finally:
            sys.argv = before
        return int(str(code)), "\n".join(map(str.rstrip, printed.getvalue().splitlines())) + "\n"

    @contextlib.contextmanager
    def _here(self) -> Iterator[None]:
        """In the page's folder, whose modules can be imported, and are forgotten after it."""
        known = set(sys.modules)
        sys.path.insert(0, str(self.folder))
        try:
            with contextlib.chdir(self.folder):
                yield
        finally:
            sys.path.remove(str(self.folder))
            for path in self.folder.glob("*.py"):
                if path.stem not in known:
                    sys.modules.pop(path.stem, None)

    def _install(self) -> tuple[int, str]:
        """What pip leaves behind for the page's pyproject.toml, without pip."""
        project = tomllib.loads((self.folder / "pyproject.toml").read_text("utf-8"))["project"]
        groups = "".join(
            f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in points.items())
            for group, points in project["entry-points"].items()
        )
        metadata = f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        head = f"Name: {project['name']}\nVersion: {project['version']}\n"
        self._write(f"{metadata}/METADATA", head, "w")
        self._write(f"{metadata}/entry_points.txt", groups, "w")
        return 0, ""

    def python(self, example: Example) -> None:
        """Python, in the page's folder; a module that is a file waits to be imported."""
        if "file" in example.options:
            return
        with self._here():
            exec(compile(example.text, "example", "exec"), {"__name__": "example"})


def matches(shown: str, printed: str) -> bool:
    """Whether `printed` is what `shown` shows, but for sizes of files; `…` stands for anything."""
    parts = [re.escape(part) for part in _SIZE.sub("SIZE", shown).split(ANY)]
    return re.fullmatch(".*?".join(parts), _SIZE.sub("SIZE", printed), re.DOTALL) is not None


_RUNNERS: dict[str, Callable[[Page, Example], None]] = {
    "plan": Page.plan,
    "diary": Page.diary,
    "console": Page.console,
    "python": Page.python,
}
