# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set-up: each step once, again when its input changed, and no network when there is nothing to do.

The script runs for real in an empty folder; uv and npm are small scripts that note how they were called.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ONLY_THERE = ("node", "chromium-headless-shell", "nginx", "openssl", "msgfmt")
BASIC = ("sh", "cat", "cut", "cp", "sha256sum", "id", "rm", "mkdir", "mktemp", "find", "sort", "dirname", "ln", "env")

UV = """#!/bin/sh
[ "$1" = --version ] && exit 0
echo "uv $*" >>"$NOTES"
case "$1" in venv) mkdir -p .venv/bin; cp "$PYTHON" .venv/bin/python ;; esac
"""
NPM = """#!/bin/sh
[ "$1" = --version ] && exit 0
echo "npm $*" >>"$NOTES"
rm -rf node_modules
mkdir -p node_modules
"""
# Stands for the venv's Python: new enough, with all libraries; the scripts and collectstatic make their folders.
PYTHON = """#!/bin/sh
case "$*" in
*vendor.py) mkdir -p static/vendor; echo vendor >>"$NOTES" ;;
*bundels.py) mkdir -p static/bundels; echo bundels >>"$NOTES" ;;
*collectstatic*) mkdir -p staticfiles; echo "{}" >staticfiles/staticfiles.json; echo collect >>"$NOTES" ;;
esac
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


def tool(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


class Copy:
    """A working copy with set-up's inputs, and a PATH on which only the basics and the noting tools are."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "kopie"
        self.tools = base / "bin"
        self.notes = base / "notes"
        (self.folder / "scripts").mkdir(parents=True)
        self.tools.mkdir()
        for name in ("setup.sh", "vendor.py", "bundels.py"):
            shutil.copy(ROOT / "scripts" / name, self.folder / "scripts" / name)
        for name in ("package.json", "package-lock.json", *(p.name for p in ROOT.glob("requirements*.txt"))):
            shutil.copy(ROOT / name, self.folder / name)
        for name in BASIC:
            if found := shutil.which(name):
                (self.tools / name).symlink_to(found)
        for name, text in (("uv", UV), ("npm", NPM), *((name, "#!/bin/sh\n") for name in ONLY_THERE)):
            tool(self.tools / name, text)
        tool(base / "python", PYTHON)
        self.env = {"PATH": str(self.tools), "NOTES": str(self.notes), "PYTHON": str(base / "python")}

    def setup(self, goal: str) -> list[str]:
        """Run set-up; return what it called, one line each."""
        self.notes.write_text("")
        done = self.attempt(goal)
        assert done.returncode == 0, done.stdout + done.stderr
        return self.notes.read_text().splitlines()

    def attempt(self, goal: str) -> subprocess.CompletedProcess[str]:
        command = ["sh", str(self.folder / "scripts" / "setup.sh"), goal]
        return subprocess.run(command, env=self.env, cwd="/", capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_first_run_installs_by_the_lock_and_the_second_calls_nothing(copy: Copy) -> None:
    calls = copy.setup("run")
    assert calls[0].startswith("uv venv")
    assert "--require-hashes" in calls[1]
    assert calls[1].endswith(" requirements.txt")
    assert calls[2:] == ["npm ci --omit=dev", "vendor"]
    assert copy.setup("run") == []


def test_the_second_run_does_not_even_need_the_tools(copy: Copy) -> None:
    copy.setup("run")
    for name in ("uv", "npm", "node"):
        (copy.tools / name).unlink()
    assert copy.setup("run") == []


def test_a_changed_lock_file_is_installed_again_and_only_that(copy: Copy) -> None:
    copy.setup("run")
    with (copy.folder / "requirements.txt").open("a") as file:
        file.write("# nieuwer\n")
    assert [call.split()[:3] for call in copy.setup("run")] == [["uv", "pip", "sync"]]
    with (copy.folder / "package-lock.json").open("a") as file:
        file.write("\n")
    assert copy.setup("run") == ["npm ci --omit=dev", "vendor"]


def test_a_touched_file_with_the_same_content_changes_nothing(copy: Copy) -> None:
    copy.setup("run")
    for name in ("requirements.txt", "package-lock.json", "scripts/vendor.py"):
        os.utime(copy.folder / name, (2_000_000_000, 2_000_000_000))
    assert copy.setup("run") == []


@pytest.mark.parametrize(
    ("folder", "calls"),
    [
        (".venv", ["uv venv", "uv pip"]),
        ("node_modules", ["npm ci"]),
        ("static/vendor", ["vendor"]),
    ],
)
def test_a_removed_folder_is_made_again(copy: Copy, folder: str, calls: list[str]) -> None:
    copy.setup("run")
    shutil.rmtree(copy.folder / folder)
    assert [" ".join(call.split()[:2]) for call in copy.setup("run")] == calls


def test_running_after_testing_keeps_the_tests_packages(copy: Copy) -> None:
    copy.setup("run")
    calls = copy.setup("dev")
    assert [call.split()[-1] for call in calls] == ["requirements-dev.txt", "ci"]
    assert copy.setup("run") == []
    with (copy.folder / "requirements-dev.txt").open("a") as file:
        file.write("# nieuwer\n")
    assert [call.split()[-1] for call in copy.setup("run")] == ["requirements-dev.txt"]


def test_an_interrupted_step_is_done_again(copy: Copy) -> None:
    tool(copy.tools / "npm", NPM + "exit 3\n")
    assert copy.attempt("run").returncode == 3
    tool(copy.tools / "npm", NPM)
    assert copy.setup("run") == ["npm ci --omit=dev", "vendor"]


def test_a_uv_that_is_there_but_refuses_is_passed_over(copy: Copy) -> None:
    """A pyenv shim for a version that lacks the tool: found on the PATH, fails when called."""
    tool(copy.tools / "uv", "#!/bin/sh\nexit 127\n")
    pip = '#!/bin/sh\n[ "$*" = --version ] && exit 0\ncase "$*" in *install*) echo "pip $*" >>"$NOTES"; cp_uv ;; esac\n'
    tool(copy.tools / "python3", pip)
    tool(copy.folder.parent / "uv", UV)
    made = 'mkdir -p .tools/uv/bin && cp "$NOTES.uv" .tools/uv/bin/uv\n'
    tool(copy.tools / "cp_uv", f"#!/bin/sh\n{made}")
    tool(Path(f"{copy.notes}.uv"), UV)
    calls = copy.setup("run")
    assert "--require-hashes" in calls[0]
    assert calls[0].endswith("requirements-uv.txt")
    assert calls[1].startswith("uv venv")


def test_bundles_are_made_of_the_sources_and_again_when_one_changes(copy: Copy) -> None:
    copy.setup("run")
    style = copy.folder / "static" / "css" / "eigen.css"
    style.parent.mkdir()
    style.write_text("p { color: red }")
    assert copy.setup("static") == ["bundels", "collect"]
    assert copy.setup("static") == []
    style.rename(style.with_name("anders.css"))
    assert copy.setup("static") == ["bundels"], "what was made is the same, so there is nothing to collect"
    shutil.rmtree(copy.folder / "static" / "bundels")
    assert copy.setup("static") == ["bundels"]
    (copy.folder / "static" / "bundels" / "leden.css").write_text("p{color:red}")
    assert copy.setup("static") == ["collect"]


@pytest.mark.parametrize("goal", ["", "rustig"])
def test_an_unknown_goal_is_refused(copy: Copy, goal: str) -> None:
    done = copy.attempt(goal)
    assert done.returncode == 1
    assert "usage" in done.stderr


def test_without_rights_it_names_the_command_in_one_line(copy: Copy) -> None:
    (copy.tools / "chromium-headless-shell").unlink()
    (copy.tools / "id").unlink()
    tool(copy.tools / "id", "#!/bin/sh\necho 1000\n")
    tool(copy.tools / "sudo", "#!/bin/sh\nexit 1\n")
    tool(copy.tools / "apt-get", "#!/bin/sh\nexit 0\n")
    done = copy.attempt("dev")
    assert done.returncode == 1
    assert re.fullmatch(r"setup: .*sudo apt-get install -y .*chromium-headless-shell .*\n", done.stderr)


def test_the_tests_bring_a_proxy_and_running_does_not(copy: Copy) -> None:
    for name in ("openssl", "msgfmt", "chromium-headless-shell"):
        (copy.tools / name).unlink()
    tool(copy.tools / "apt-get", '#!/bin/sh\necho "apt-get $*" >>"$NOTES"\n')
    assert not [line for line in copy.setup("run") if line.startswith("apt-get")]
    [_, install] = [line for line in copy.setup("dev") if line.startswith("apt-get")]
    assert install.endswith("--no-install-recommends chromium-headless-shell openssl gettext")


def test_a_whole_chromium_will_do_where_the_small_one_can_not_be_had(copy: Copy) -> None:
    (copy.tools / "chromium-headless-shell").rename(copy.tools / "chromium")
    tool(copy.tools / "apt-get", '#!/bin/sh\necho "apt-get $*" >>"$NOTES"\ncase "$*" in *install*) exit 100 ;; esac\n')
    done = copy.attempt("dev")
    assert done.returncode == 0, done.stderr
    assert "--no-install-recommends chromium-headless-shell\n" in copy.notes.read_text(), "it was tried"
    assert "apt-get install chromium-headless-shell" in done.stdout, "and said so: it is outside the working copy"
    assert "the tests take Chromium" in done.stdout
    assert copy.setup("dev") == [], "and not again at every start"


def test_lock_files_hold_hashes_and_no_address() -> None:
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text()
        assert "://" not in text, path
        pins = re.findall(r"^\S+==\S+", text, re.MULTILINE)
        assert pins
        assert text.count("==") == len(pins), path
        assert text.count("--hash=sha256:") >= len(pins), path
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert all("resolved" not in entry for entry in packages.values())
    assert all("integrity" in entry for name, entry in packages.items() if name)


def test_what_runs_is_what_is_tested() -> None:
    """Every version of the application's lock stands in the tests' lock."""
    run, dev = (
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run - dev == set()


def test_package_json_asks_for_what_is_locked() -> None:
    asked = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert asked[kind] == locked[kind]
        assert "*" not in asked[kind].values()


def test_this_python_is_new_enough() -> None:
    assert sys.version_info >= (3, 13)
