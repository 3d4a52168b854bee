"""What misbehaving render processes do. Imported in the child: no Qt, no pytest."""

from __future__ import annotations

import os
import signal
import time

from index.pdf.render import RenderedPage, RenderRequest, WarmUp
from index.sandbox import Sandbox
from index.workers import Tell, Worker, WorkerLimits

DEADLY, ENDLESS, WRONG = 1, 2, 3
"""Pages that kill the process, never end, raise an error."""


def handler(request: RenderRequest | WarmUp, tell: Tell) -> RenderedPage | None:
    if isinstance(request, WarmUp):
        return None
    if request.page_index == DEADLY or request.path == "deadly.pdf":
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if request.page_index == ENDLESS:
        time.sleep(60)
    if request.page_index == WRONG:
        raise ValueError("wrong")
    return RenderedPage(*request.size_px, bytes([request.page_index] * request.byte_count))


def make_worker(_sandbox: Sandbox) -> Worker:
    return Worker(handler, WorkerLimits(silence_s=1.0, request_s=1.0), "test-render")


def make_patient_worker(_sandbox: Sandbox) -> Worker:
    return Worker(handler, WorkerLimits(), "test-render")
