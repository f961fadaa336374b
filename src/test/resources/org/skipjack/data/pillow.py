# Writes images of every kind that is read into a folder, and what Pillow reads from each as red, green, blue bytes.
import io
import random
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image

folder = Path(sys.argv[1])
draw = random.Random(20)


def pixels(mode, size, kind):
    bands = len(Image.new(mode, (1, 1)).getbands())
    width, height = size
    if kind == "flat":
        value = draw.choice([(128, 128, 128, 128), (128, 64, 32, 0), (128, 64, 32, 96), (0, 0, 0, 0), (255, 255, 255, 255)])
        data = bytes(value[:bands]) * (width * height)
    elif kind == "waves":
        data = bytes((17 * x + 9 * y + 53 * band * (1 + x // 7)) % 200 + 20
                     for y in range(height) for x in range(width) for band in range(bands))
    else:
        data = bytes(draw.randrange(256) for _ in range(width * height * bands))
    return Image.frombytes(mode, size, data)


def segments(data):
    """The segments of a JPEG file before its first scan, and what follows them."""
    at, found = 2, []
    while data[at + 1] != 0xDA:
        end = at + 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
        found.append(data[at:end])
        at = end
    return found, data[at:]


def jpeg(image, drop=(), transform=None, ids=None, **options):
    """A JPEG file without some of its segments, with Adobe's, or with other names of its components."""
    out = io.BytesIO()
    image.save(out, "jpeg", **options)
    found, rest = segments(out.getvalue())
    rest = bytearray(rest)
    if transform is not None:
        drop = (*drop, 0xEE)
    found = [bytearray(segment) for segment in found if segment[1] not in drop]
    if transform is not None:
        found.insert(0, bytearray(b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00" + bytes([transform])))
    if ids:
        for segment in found:
            if segment[1] in (0xC0, 0xC1, 0xC2):
                for i, name in enumerate(ids):
                    segment[10 + 3 * i] = name
        for i, name in enumerate(ids):
            rest[5 + 2 * i] = name
    return b"\xff\xd8" + b"".join(found) + bytes(rest)


def png(width, height, depth, color, rows, extra=b""):
    """A PNG file of any depth, which Pillow itself does not write."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
            + chunk(b"IDAT", zlib.compress(b"".join(b"\x00" + row for row in rows))) + chunk(b"IEND", b""))


def files():
    sizes = [(16, 16), (13, 17), (1, 1), (33, 8)]
    for kind in ("flat", "waves", "noise"):
        for width, height in sizes:
            name = f"{kind}-{width}x{height}"
            for quality in (60, 95):
                for progressive in (False, True):
                    common = dict(quality=quality, progressive=progressive)
                    q = f"{name}-q{quality}{'-progressive' if progressive else ''}"
                    yield f"gray-{q}.jpg", jpeg(pixels("L", (width, height), kind), **common)
                    for sub in (0, 1, 2):
                        s = f"{q}-sub{sub}"
                        image = pixels("RGB", (width, height), kind)
                        for profile in (None, b"no profile at all"):
                            p = "-profile" if profile else ""
                            options = dict(common, subsampling=sub, icc_profile=profile)
                            yield f"rgb-jfif-{s}{p}.jpg", jpeg(image, **options)
                        options = dict(common, subsampling=sub)
                        yield f"rgb-bare-{s}.jpg", jpeg(image, drop=(0xE0,), **options)
                        yield f"rgb-exif-{s}.jpg", jpeg(image, drop=(0xE0,), exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + bytes(6), **options)
                        for transform in (0, 1):
                            yield f"rgb-adobe{transform}-{s}.jpg", jpeg(image, drop=(0xE0,), transform=transform, **options)
                            yield f"rgb-both{transform}-{s}.jpg", jpeg(image, transform=transform, **options)
                        for ids in (b"RGB", b"\x00\x01\x02", b"\x01\x22\x33") if not progressive else ():
                            yield f"rgb-ids{ids.hex()}-{s}.jpg", jpeg(image, drop=(0xE0,), ids=ids, **options)
                        image = pixels("CMYK", (width, height), kind)
                        for profile in (None, b"no profile at all"):
                            p = "-profile" if profile else ""
                            options = dict(common, subsampling=sub, icc_profile=profile)
                            yield f"cmyk-plain-{s}{p}.jpg", jpeg(image, drop=(0xEE,), **options)
                            yield f"cmyk-adobe-{s}{p}.jpg", jpeg(image, transform=0, **options)
                            yield f"ycck-adobe-{s}{p}.jpg", jpeg(image, transform=2, **options)
    for color, bands in ((0, 1), (2, 3), (3, 1), (4, 2), (6, 4)):
        for depth in {0: (1, 2, 4, 8), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}[color]:
            width, height = 13, 7
            size = (width * bands * depth + 7) // 8
            rows = [bytes(draw.randrange(256) for _ in range(size)) for _ in range(height)]
            palette = bytes(draw.randrange(256) for _ in range(3 * 2 ** min(depth, 8)))
            extra = struct.pack(">I", len(palette)) + b"PLTE" + palette + struct.pack(">I", zlib.crc32(b"PLTE" + palette)) if color == 3 else b""
            yield f"png-{color}-{depth}.png", png(width, height, depth, color, rows, extra)


for name, data in files():
    (folder / name).write_bytes(data)
    image = Image.open(io.BytesIO(data))
    image = image.convert("RGB") if image.mode != "RGBA" else Image.merge("RGB", image.split()[:3])
    (folder / (name + ".rgb")).write_bytes(image.tobytes())
