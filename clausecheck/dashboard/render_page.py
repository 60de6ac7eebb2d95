"""Draws one page of a PDF in a process of its own: `python -P render_page.py PAGE WIDTH < file.pdf`.

Writes a line with width and height in PDF points and then the image to standard output. It imports nothing of clausecheck, so
that it starts in a moment; a hostile page takes down this process and nothing else.
"""

from __future__ import annotations

import io
import sys

MEMORY_BYTES = 1024 * 1024 * 1024
SECONDS = 20
#: A larger PNG is a scan; a JPEG of it is many times smaller.
LARGEST_PNG = 900_000
LARGEST_SIDE = 4_000


def limit_process() -> None:
    """Cap memory and processor time where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows: the caller's clock still ends the process
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def draw_page(data: bytes, number: int, width: int) -> bytes:
    """The page (counted from 1), `width` pixels wide, after a line with its width and height in PDF points."""
    import pypdfium2  # type: ignore[import-untyped]

    page = pypdfium2.PdfDocument(data)[number - 1]
    points_wide, points_high = page.get_size()
    scale = min(width / points_wide, LARGEST_SIDE / points_high)
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    image = io.BytesIO()
    picture.save(image, "PNG")
    if image.tell() > LARGEST_PNG:
        image = io.BytesIO()
        picture.save(image, "JPEG", quality=82)
    return f"{points_wide} {points_high}\n".encode() + image.getvalue()


if __name__ == "__main__":
    limit_process()
    sys.stdout.buffer.write(draw_page(sys.stdin.buffer.read(), int(sys.argv[1]), int(sys.argv[2])))
