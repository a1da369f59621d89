"""Runs one handler as Lambda's Python runtime does: the file is loaded once, then invoked again and again."""

import importlib.util
import json
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback

ORDERS, ANSWERS = 3, 4
told = json.loads(os.environ.pop("COUNTERSIGN_FUNCTION"))


def say(said):
    data = (json.dumps(said) + "\n").encode()
    while data:
        data = data[os.write(ANSWERS, data):]


def describe(error):
    return {
        "errorType": type(error).__name__,
        "errorMessage": str(error),
        "trace": traceback.format_exception(type(error), error, error.__traceback__),
    }


def read_orders(orders):
    """In a thread of its own: it notices that the other side is gone also while a handler is busy."""
    rest = b""
    while True:
        try:
            chunk = os.read(ORDERS, 65536)
        except OSError:
            chunk = b""
        if not chunk:
            os.kill(os.getpid(), signal.SIGKILL)
        rest += chunk
        *lines, rest = rest.split(b"\n")
        for line in lines:
            orders.put(line)


def allow_only(hosts, port):
    """Leads connections to `hosts` to the gate on loopback, and refuses all others, whichever library makes them."""
    resolve = socket.getaddrinfo
    gate = ("127.0.0.1", port)

    def refuse(place):
        raise OSError(f'This function may not reach "{place}": it is not among its routes.')

    def guarded_resolve(host, service, *args, **options):
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.lower() not in hosts:
            refuse(name)
        return resolve(gate[0], gate[1], *args, **options)

    def watch(event, args):
        if event == "socket.connect" and tuple(args[1][:2]) != gate:
            refuse(args[1][0] if isinstance(args[1], tuple) else args[1])

    socket.getaddrinfo = guarded_resolve
    sys.addaudithook(watch)


def supply_requests():
    """`requests` is not part of Lambda's runtime; functions bring it along. Where it is not there, a small stand-in."""
    if importlib.util.find_spec("requests") is None:
        spec = importlib.util.spec_from_file_location(
            "requests", os.path.join(os.path.dirname(__file__), "requests_stand_in.py")
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules["requests"] = module
        spec.loader.exec_module(module)


def supply_boto3():
    """`boto3` is part of Lambda's runtime. Where the machine has none, using it says so; importing it does not."""
    if importlib.util.find_spec("boto3") is None:
        spec = importlib.util.spec_from_file_location(
            "boto3", os.path.join(os.path.dirname(__file__), "boto3_missing.py")
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules["boto3"] = module
        spec.loader.exec_module(module)


def load():
    import builtins

    for name, value in told["globals"].items():
        setattr(builtins, name, value)
    sys.path.insert(0, os.path.dirname(os.path.abspath(told["file"])))
    spec = importlib.util.spec_from_file_location("function", told["file"])
    module = importlib.util.module_from_spec(spec)
    sys.modules["function"] = module
    spec.loader.exec_module(module)
    return getattr(module, told["handler"])


class Context:
    function_version = "$LATEST"
    memory_limit_in_mb = "128"

    def __init__(self, order):
        self.aws_request_id = order["id"]
        self.function_name = told["name"]
        self._deadline = order["deadline"]

    def get_remaining_time_in_millis(self):
        return max(0, int(self._deadline - time.time() * 1000))


def main():
    orders = queue.Queue()
    threading.Thread(target=read_orders, args=(orders,), daemon=True).start()
    allow_only(told["hosts"], told["gatePort"])
    try:
        supply_requests()
        supply_boto3()
        handler = load()
    except BaseException as error:  # also SystemExit: whatever keeps the code from loading is the answer
        say({"type": "not-ready", "error": describe(error)})
        return
    say({"type": "ready"})
    while True:
        order = json.loads(orders.get())
        try:
            payload = handler(order["event"], Context(order))
            said = {"type": "answer", "id": order["id"], "payload": payload}
            json.dumps(said)  # what is no JSON is an error of the function
        except BaseException as error:
            said = {"type": "error", "id": order["id"], "error": describe(error)}
        sys.stdout.flush()
        say(said)


main()
