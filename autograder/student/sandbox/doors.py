"""Doors out of a student process: each function tries one and returns 1.0 if it is open.

This file is run as a submission, in the sandbox, by `selftest`; nothing imports it.
"""

import ctypes
import os
import socket

KIT = __KIT__


def _opens(attempt):
    try:
        attempt()
    except Exception:  # refused, or not to be had on this system
        return 0.0
    return 1.0


def _refused():
    raise OSError(ctypes.get_errno(), "")


def read_system_files():
    return _opens(lambda: open("/etc/passwd").read())


def read_the_kit():
    return _opens(lambda: open(KIT).read())


def list_folders():
    return _opens(lambda: os.listdir("/"))


def see_files():
    return _opens(lambda: os.stat(KIT))


def write_files():
    return max(_opens(lambda: open(f"{folder}/litter", "w")) for folder in (".", "/tmp", "/dev/shm"))


def use_tcp():
    def attempt():
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))

    return _opens(attempt)


def use_udp():
    return _opens(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close())


def use_unix_sockets():
    return _opens(lambda: socket.socket(socket.AF_UNIX).close())


def start_a_process():
    def attempt():
        child = ctypes.CDLL(None, use_errno=True).fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0) if child > 0 else _refused()

    return _opens(attempt)


def signal_the_parent():
    if os.name != "posix":  # there, 0 is a signal that is delivered
        return 1.0
    return _opens(lambda: os.kill(os.getppid(), 0))


def signal_everyone():
    if os.name != "posix":
        return 1.0
    return _opens(lambda: os.kill(-1, 0))


def make_shared_memory():
    return _opens(lambda: os.memfd_create("litter"))


def read_memory_of_the_parent():
    return _opens(lambda: open(f"/proc/{os.getppid()}/mem", "rb").read(0))


def raise_limits():
    def attempt():
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY,) * 2)

    return _opens(attempt)


def take_all_memory():
    return _opens(lambda: bytes(2**34))
