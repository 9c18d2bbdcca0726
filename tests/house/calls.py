"""Rules on what a module calls: nested loops, tasks without an owner, clocks and doors in the domain."""

import ast
from collections.abc import Iterator

from tests.house.tree import Module

NESTED_LOOPS = frozenset({"exec", "exec_"})
STATIC_DIALOGS = frozenset({
    "critical", "getColor", "getDouble", "getExistingDirectory", "getFont", "getInt", "getItem", "getOpenFileName",
    "getOpenFileNames", "getSaveFileName", "getText", "information", "question", "warning",
})  # fmt: skip
STARTS_A_TASK = frozenset({"create_task", "ensure_future"})
CLOCKS = frozenset({"monotonic", "now", "perf_counter", "time_ns", "today", "utcnow"})
DOORS = frozenset({"eval", "exec", "input", "open", "print"})


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Return every call of something by name, with the name's last part."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def owner(call: ast.Call) -> str:
    """Return the plain name a method is called on, or nothing."""
    of = call.func.value if isinstance(call.func, ast.Attribute) else None
    return of.id if isinstance(of, ast.Name) else ""


def nested_loop(module: Module) -> Iterator[str]:
    """Find dialogs that run a loop of their own: tasks die in it, and closing the window hangs."""
    if not module.name.startswith(("desktop.", "widgets.")):
        return
    for call, name in calls(module.tree):
        is_static_dialog = name in STATIC_DIALOGS and owner(call).startswith("Q") and owner(call).endswith("Dialog")
        is_box = name in STATIC_DIALOGS and owner(call) == "QMessageBox"
        if name in NESTED_LOOPS or is_static_dialog or is_box:
            yield f"line {call.lineno}: {name}() runs a loop of its own; open() and a signal do not"


def ownerless_task(module: Module) -> Iterator[str]:
    """Find tasks nobody holds: Python may drop them half way, and their exceptions are lost."""
    if module.name.startswith("tests"):
        return
    held = {id(node) for function in functions(module.tree) if function.name == "spawn" for node in ast.walk(function)}
    groups = set(task_groups(module.tree))
    for call, name in calls(module.tree):
        if name in STARTS_A_TASK and id(call) not in held and owner(call) not in groups:
            yield f"line {call.lineno}: {name}() outside spawn()"


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return every function of a module."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def task_groups(tree: ast.AST) -> Iterator[str]:
    """Return the names bound to task groups, which do own their tasks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncWith):
            for item in node.items:
                made = item.context_expr
                if (
                    isinstance(item.optional_vars, ast.Name)
                    and isinstance(made, ast.Call)
                    and "TaskGroup" in ast.dump(made.func)
                ):
                    yield item.optional_vars.id


def world_in_a_rule(module: Module) -> Iterator[str]:
    """Find clocks and doors to the outside in the domain: time is an argument there, and nothing is written or read."""
    if not module.name.startswith("services.domain"):
        return
    for call, name in calls(module.tree):
        if name in CLOCKS or (name in DOORS and isinstance(call.func, ast.Name)):
            yield f"line {call.lineno}: {name}()"
