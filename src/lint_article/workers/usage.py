"""What a process of ours has used of the machine, and bounds that the system itself keeps."""

from __future__ import annotations

import sys

_SLACK = 256 << 20  # bytes of addresses that a process has and never touches


def memory_used() -> int:
    """Return the bytes of memory that this process has now, or had at most; 0 if the system does not tell."""
    if sys.platform == "linux":
        return _resident_pages() * _page_size()
    if sys.platform == "win32":
        return _working_set()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def limit_process(memory: int) -> None:
    """Have the system refuse more memory than so many bytes, where it can; 0 is without limit."""
    if not memory or sys.platform == "win32":
        return
    import resource

    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = memory + _SLACK
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    except (OSError, ValueError):
        pass  # the watch in the process remains


def give_back_memory() -> None:
    """Return to the system what this process has had and freed, where the C library can do so at once."""
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc
    if trim:
        trim(0)


def _resident_pages() -> int:
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - asked often
            return int(file.read().split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def _page_size() -> int:
    import os

    return os.sysconf("SC_PAGE_SIZE")


def _working_set() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [("size", wintypes.DWORD), ("faults", wintypes.DWORD), ("peak", ctypes.c_size_t)]
        _fields_ += [(f"other{n}", ctypes.c_size_t) for n in range(7)]

    found = Counters(size=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
    return found.other0 if ask(kernel.GetCurrentProcess(), ctypes.byref(found), found.size) else 0
