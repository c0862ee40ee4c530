# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What files were made into, exempt from searches for lost objects (docs/adr/0009).

`gc.freeze` exempts whatever there is, also what turns hold at that moment, which is never found once it is lost. Here
one thing is exempt, with all that it is made of: a bundle is never changed, and nothing in it leads back to itself.
"""

from __future__ import annotations

import ctypes
import gc

_PLAIN = frozenset({tuple, list, dict, set, frozenset})
_MODULES = ("bot.", "fluent.")
"""Whose objects a bundle is made of. Classes, functions and what other libraries share are left alone."""

_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
_untrack.argtypes, _untrack.restype = [ctypes.py_object], None


def exempt(made: object) -> None:
    """No search looks into `made`, or into the data that it holds, ever after. They go once nobody holds them, and only
    so: a circle among them would stay for good.
    """
    waiting = [made]
    while waiting:
        one = waiting.pop()
        # Asked first: what was never searched (a text, a number) has no place in Python's lists to be taken from.
        if gc.is_tracked(one) and _is_data(type(one)):
            _untrack(one)
            waiting += gc.get_referents(one)


def _is_data(kind: type) -> bool:
    return kind in _PLAIN or kind.__module__.startswith(_MODULES)
