"""The peers' nets in PyTorch, one turn of the comparison: a line of JSON with images/s and peak memory.

Usage: resnet.py NET LAYOUT PRECISION BATCH THREADS STEPS
NET is a depth 6n+2 of the CIFAR nets of He et al. 2015 with option B shortcuts, or imagenet-resnet50, stride in the first 1x1.
Needs PyTorch 1.13 or newer.
"""
import json
import resource
import statistics
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

WARM_UP = 3


def conv(i, o, size, stride):
    return nn.Conv2d(i, o, size, stride, size // 2, bias=False)


class Residual(nn.Module):
    """relu(body(x) + shortcut(x)); the shortcut is a 1x1 convolution where the shape changes."""

    def __init__(self, i, o, stride, body, normalized):
        super().__init__()
        self.body = nn.Sequential(*body)
        projection = [conv(i, o, 1, stride)] + ([nn.BatchNorm2d(o)] if normalized else [])
        self.shortcut = nn.Sequential(*projection) if i != o or stride != 1 else nn.Identity()

    def forward(self, x):
        return F.relu(self.body(x) + self.shortcut(x))


def norm_relu(channels):
    return [nn.BatchNorm2d(channels), nn.ReLU()]


def basic(i, o, stride):
    body = [conv(i, o, 3, stride), *norm_relu(o), conv(o, o, 3, 1), nn.BatchNorm2d(o)]
    return Residual(i, o, stride, body, True)


def bottleneck(i, o, stride):
    m = o // 4
    body = [conv(i, m, 1, stride), *norm_relu(m), conv(m, m, 3, 1), *norm_relu(m), conv(m, o, 1, 1), nn.BatchNorm2d(o)]
    return Residual(i, o, stride, body, True)


def stages(block, i, widths, counts):
    for stage, (o, count) in enumerate(zip(widths, counts)):
        for k in range(count):
            yield block(i, o, 2 if stage and not k else 1)
            i = o


def build(name):
    """The net, the size of its images and the number of its classes."""
    if name == "imagenet-resnet50":
        stem = [conv(3, 64, 7, 2), *norm_relu(64), nn.MaxPool2d(3, 2, 1)]
        body, width, size, classes = stages(bottleneck, 64, (256, 512, 1024, 2048), (3, 4, 6, 3)), 2048, 224, 1000
    else:
        stem = [conv(3, 16, 3, 1), *norm_relu(16)]
        body, width, size, classes = stages(basic, 16, (16, 32, 64), 3 * [(int(name) - 2) // 6]), 64, 32, 10
    head = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, classes)]
    return nn.Sequential(*stem, *body, *head), size, classes


def rate(batch, count, step):
    seconds = []
    for _ in range(WARM_UP + count):
        start = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - start)
    return batch / statistics.median(seconds[WARM_UP:])


def main(name, layout, precision, batch, threads, steps):
    torch.set_num_threads(threads)
    net, size, classes = build(name)
    x, y = torch.randn(batch, 3, size, size), torch.arange(batch) % classes
    if layout == "nhwc":
        net, x = net.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(net.parameters(), lr=1e-4, momentum=0.9, weight_decay=1e-4)

    def forward():
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == "bf16"):
            return net(x)

    def train():
        optimizer.zero_grad()
        F.cross_entropy(forward().float(), y).backward()
        optimizer.step()

    training = rate(batch, steps, train)
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    net.eval()
    with torch.no_grad():
        inference = rate(batch, steps, forward)
    version = "PyTorch in Python " + torch.__version__
    print(json.dumps({"version": version, "train": training, "infer": inference, "peakMemoryBytes": peak}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], *map(int, sys.argv[4:7]))
