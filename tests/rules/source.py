"""The source of the project as the rules read it: files, imports and calls, by syntax tree."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STAGES = ("design", "collect", "themes", "compare", "guidelines")


def python_files(*folders: str) -> list[str]:
    """Return the Python files below these folders, as paths below the root."""
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path.relative_to(ROOT).as_posix() for path in found]


@lru_cache(maxsize=1024)
def tree(file: str) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse((ROOT / file).read_text(encoding="utf-8"), filename=file)


def imported(file: str) -> set[str]:
    """Return every module that a file imports anywhere, names of `from` imports included."""
    names: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(file, node)
            names.update((start, *(f"{start}.{alias.name}" for alias in node.names)))
    return names


def imports_from(file: str, package: str) -> set[str]:
    """Return what a file imports that lies in a package, the package itself included."""
    return {name for name in imported(file) if name == package or name.startswith(f"{package}.")}


def calls(node: ast.AST) -> Iterator[ast.Call]:
    """Return every call below a node."""
    return (child for child in ast.walk(node) if isinstance(child, ast.Call))


def dotted(node: ast.AST) -> str:
    """Return the dotted name of an expression such as `st.session_state`; '' where it is none."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        start = dotted(node.value)
        return f"{start}.{node.attr}" if start else node.attr
    return ""


def names_used(file: str) -> set[str]:
    """Return every dotted name that stands in a file."""
    nodes = (node for node in ast.walk(tree(file)) if isinstance(node, (ast.Attribute, ast.Name)))
    return {dotted(node) for node in nodes}


def _absolute(file: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = file.removesuffix("/__init__.py").removesuffix(".py").split("/")
    if not file.endswith("__init__.py"):
        package = package[:-1]
    start = package[: len(package) - node.level + 1]
    return ".".join([*start, *filter(None, [node.module])])
