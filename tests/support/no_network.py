"""Forbids a process the internet, whatever its parts are written in: the kernel kills it at the first socket."""

import ctypes
import os
import platform
import struct
import sys

SOCKET_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Of each processor its number in the kernel (``linux/audit.h``) and that of the call ``socket``."""

CAN_FORBID = sys.platform == "linux" and platform.machine() in SOCKET_CALLS

LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
KILL, ALLOW = 0x80000000, 0x7FFF0000
NUMBER, ARCHITECTURE, FAMILY = 0, 4, 16
"""Where ``struct seccomp_data`` keeps what is asked for."""
INTERNET = (2, 10)
"""``AF_INET`` and ``AF_INET6``; sockets on this computer alone (the screen's) are none of them."""
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2


def forbid_network() -> None:
    """From now on a socket of the internet kills this process; elsewhere than on Linux it does nothing.

    Raises:
        OSError: If the kernel refuses.
    """
    if not CAN_FORBID:
        return
    processor, socket = SOCKET_CALLS[platform.machine()]
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 0, 5, processor),
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 3, socket),
        (LOAD, 0, 0, FAMILY),
        (EQUAL, 2, 0, INTERNET[0]),
        (EQUAL, 1, 0, INTERNET[1]),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, KILL),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((NO_NEW_PRIVILEGES, 1, 0, 0, 0), (SECCOMP, FILTER, ctypes.addressof(program), 0, 0)):
        if system.prctl(*map(ctypes.c_ulong, call)):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
