"""Runs a command that the kernel kills when it, or a process that it starts, reaches out to anybody.

`python -m tests.fakes.offline COMMAND ...`. Listening for TCP stays possible. A seccomp filter kills the process with
SIGSYS at its first call of connect, at a socket of the internet's protocols that is not TCP (names are asked for by
UDP), and at any other socket but AF_UNIX. Filters are inherited, and nothing takes them off again.
"""

import ctypes
import os
import platform
import socket
import struct
import sys

CALLS = {"x86_64": (0xC000003E, 41, 42), "aarch64": (0xC00000B7, 198, 203)}
"""By machine: its name in linux/audit.h, and the numbers of socket and connect."""

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD, JUMP_IF_EQUAL, AND, RETURN = 0x20, 0x15, 0x54, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NUMBER_AT, MACHINE_AT, FAMILY_AT, TYPE_AT = 0, 4, 16, 24
"""Offsets in struct seccomp_data of linux/seccomp.h."""

TYPE_MASK = 0xF


class Program(ctypes.Structure):
    """Struct sock_fprog of linux/filter.h."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def steps() -> list[tuple[int, int, int, int]]:
    """Write the filter: code, how many steps to skip when equal and when not, value."""
    machine, to_socket, to_connect = CALLS[platform.machine()]
    return [
        (LOAD, 0, 0, MACHINE_AT),
        (JUMP_IF_EQUAL, 0, 11, machine),
        (LOAD, 0, 0, NUMBER_AT),
        (JUMP_IF_EQUAL, 9, 0, to_connect),
        (JUMP_IF_EQUAL, 0, 7, to_socket),
        (LOAD, 0, 0, FAMILY_AT),
        (JUMP_IF_EQUAL, 5, 0, socket.AF_UNIX),
        (JUMP_IF_EQUAL, 1, 0, socket.AF_INET),
        (JUMP_IF_EQUAL, 0, 4, socket.AF_INET6),
        (LOAD, 0, 0, TYPE_AT),
        (AND, 0, 0, TYPE_MASK),
        (JUMP_IF_EQUAL, 0, 1, socket.SOCK_STREAM),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, KILL),
    ]


def cut_off() -> None:
    """Put the filter on this process and on all that it starts from now on."""
    packed = b"".join(struct.pack("HBBI", *step) for step in steps())
    program = Program(len(steps()), packed)
    libc = ctypes.CDLL(None, use_errno=True)
    for call in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0),
    ):
        if libc.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    cut_off()
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - runs what its caller names
