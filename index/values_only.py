"""Unpickling what a child process sent, when a document may have taken the child over.

A pickle can name any function there is and have it called. Here it may name values only: our own
dataclasses, enumerations and errors, and a few containers and exceptions of Python. Everything else is an
`UnpicklingError`.
"""

from __future__ import annotations

import array
import builtins
import enum
import importlib
import io
import pickle
from dataclasses import is_dataclass
from typing import Any, Final

_OURS: Final = "index"
_MODEL: Final = "index.model."
_CONTAINERS: Final = {
    ("builtins", name): getattr(builtins, name)
    for name in ("set", "frozenset", "bytearray", "complex", "range", "slice")
}
_ARRAYS: Final = {("array", name): getattr(array, name) for name in ("array", "_array_reconstructor")}


class _ValuesOnly(pickle.Unpickler):
    """Builds values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - a class, or an array's own builder
        """Return what a pickle names.

        Raises:
            pickle.UnpicklingError: If it is no value.
        """
        known = _CONTAINERS.get((module, name)) or _ARRAYS.get((module, name))
        if known is not None:
            return known
        if (module, name) == ("builtins", "getattr"):
            return _member
        found: object = None
        if module == "builtins" or module.partition(".")[0] == _OURS:
            found = getattr(importlib.import_module(module), name, None)
        if not (isinstance(found, type) and found.__module__ == module and _is_value(found)):
            raise pickle.UnpicklingError(f"not a value: {module}.{name}")
        return found


def _member(kind: object, name: str) -> enum.Enum:
    """Return a member of an enumeration: Python 3.11.0 to 3.11.3 pickle it as an attribute of its class.

    Raises:
        pickle.UnpicklingError: If it is an attribute of anything else.
    """
    if isinstance(kind, enum.EnumMeta) and isinstance(name, str) and name in kind.__members__:
        return kind.__members__[name]
    raise pickle.UnpicklingError(f"not a value: {name} of {kind!r}")


def _is_value(kind: type) -> bool:
    """Whether making one of a kind does nothing but hold what it is made of."""
    if kind.__module__.startswith(_MODEL):
        return True
    return is_dataclass(kind) or issubclass(kind, (Exception, enum.Enum))


def load_values(pickled: bytes) -> Any:  # noqa: ANN401 - whatever the child made
    """Return what was pickled.

    Raises:
        pickle.UnpicklingError: If it holds anything but values.
        Exception: Whatever broken pickles make `pickle` raise.
    """
    return _ValuesOnly(io.BytesIO(pickled)).load()
