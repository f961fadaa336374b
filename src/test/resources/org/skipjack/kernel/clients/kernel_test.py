"""Jupyter's own tests of a kernel, filled in for Java."""

import unittest

import jupyter_kernel_test


class SkipjackTests(jupyter_kernel_test.KernelTests):
    """The helper gives a message a tenth of a second, which on a busy machine is not enough."""

    def execute_helper(self, *args, **kwargs):
        channel = self.kc.iopub_channel
        get = type(channel).get_msg
        channel.get_msg = lambda timeout=None: get(channel, timeout=10)
        try:
            return super().execute_helper(*args, **kwargs)
        finally:
            del channel.get_msg

    kernel_name = "skipjack"
    language_name = "java"
    file_extension = ".jsh"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh dear");'
    completion_samples = [
        {"text": "Syst", "matches": {"System"}},
        {"text": "net().con", "matches": {"conv("}},
        {"text": "resn", "matches": {"resnet("}},
    ]
    complete_code_samples = ["1 + 1", "int k = 3;", "void f() { }", "// nothing"]
    incomplete_code_samples = ["void f() {", "net().conv(", "/* ", 'if (true) { System.out.println("a");']
    invalid_code_samples = ["class 9 {}"]
    code_generate_error = "int zero = 0; 1 / zero"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"abc".toUpperCase()', "result": "ABC"},
    ]
    code_display_data = [{"code": 'display("<b>bold</b>", "text/html")', "mime": "text/html"}]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "resnet"
    code_clear_output = "%clear"


if __name__ == "__main__":
    unittest.main(verbosity=2)
