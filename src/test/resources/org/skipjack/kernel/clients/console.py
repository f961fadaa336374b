"""Jupyter's console in a terminal of its own: a result, Ctrl-C, a next cell, progress of a training."""

import sys

import pexpect

PATIENCE = 120


def main():
    console = pexpect.spawn(
        sys.argv[1],
        ["console", "--kernel", "skipjack", "--simple-prompt"],
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(40, 200),
    )
    console.logfile_read = sys.stdout
    console.expect(r"In \[1\]")
    console.sendline("6 * 7")
    console.expect("42")
    console.expect(r"In \[2\]")
    console.sendline('System.out.println("beg" + "un"); while (true) { Thread.sleep(1); }')
    console.expect("begun")
    console.sendintr()
    console.expect("interrupted")
    console.expect(r"In \[3\]")
    console.sendline('"still " + "here"')
    console.expect("still here")
    console.expect(r"In \[4\]")
    console.sendline("var run = train(net().conv(4).globalAvgPool().dense(10)).on(shapes()).epochs(2).run();")
    console.expect("epoch 2/2")
    console.expect(r"In \[5\]")
    console.sendeof()
    console.expect(["exit", pexpect.EOF])
    if console.isalive():
        console.sendline("y")
        console.expect(pexpect.EOF)


main()
