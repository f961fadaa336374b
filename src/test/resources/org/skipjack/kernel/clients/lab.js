"use strict";
// JupyterLab's own client speaks to the kernel through a Jupyter server: node lab.js BASE_URL TOKEN

const assert = require("node:assert");
const { KernelManager, ServerConnection } = require("@jupyterlab/services");
const WebSocket = require("ws");

const NET = "net().conv(4).relu().globalAvgPool().dense(10)";

/** Runs a cell; what is published goes into `published`, which `each` may watch. */
async function execute(kernel, code, each = () => {}, options = {}) {
  const published = [];
  const future = kernel.requestExecute({ code, stop_on_error: true, ...options });
  future.onIOPub = (message) => {
    published.push({ type: message.header.msg_type, ...message.content });
    each(message);
  };
  future.onStdin = (message) => {
    if (message.header.msg_type === "input_request") {
      future.sendInputReply({ status: "ok", value: "Skip" }, message.header);
    }
  };
  const reply = (await future.done).content;
  return { reply, published, of: (type) => published.filter((one) => one.type === type) };
}

const checks = {
  async "a cell gives its result"(kernel) {
    const info = await kernel.info;
    assert.match(info.banner, /Skipjack/);
    const cell = await execute(kernel, "6 * 7");
    assert.strictEqual(cell.of("execute_result")[0].data["text/plain"], "42");
    assert.deepStrictEqual(cell.of("status").map((one) => one.execution_state), ["busy", "idle"]);
  },

  async "a net and a chart are shown, the chart sharp"(kernel) {
    const net = await execute(kernel, "resnet(8)");
    assert.match(net.of("execute_result")[0].data["text/html"], /<table/);
    const trained = await execute(kernel, `var run = train(${NET}).on(shapes()).epochs(3).run();`);
    const chart = await execute(kernel, "chart(run)");
    const result = chart.of("execute_result")[0];
    const png = Buffer.from(result.data["image/png"], "base64");
    assert.strictEqual(png.readUInt32BE(16), 2 * result.metadata["image/png"].width);

    const shown = trained.of("display_data").map((one) => one.transient.display_id);
    const updates = trained.of("update_display_data");
    assert.strictEqual(shown.length, 2);
    assert.ok(updates.length > 0);
    assert.ok(updates.every((one) => shown.includes(one.transient.display_id)));
    assert.ok(updates.some((one) => /3 epochs done/.test(one.data["text/plain"])));
  },

  async "completion, documentation and completeness"(kernel) {
    const code = "net().con";
    const completion = await kernel.requestComplete({ code, cursor_pos: code.length });
    assert.ok(completion.content.matches.includes("conv("));
    assert.strictEqual(completion.content.cursor_start, "net().".length);
    const found = await kernel.requestInspect({ code: "resnet(20)", cursor_pos: 3, detail_level: 0 });
    assert.strictEqual(found.content.found, true);
    const judged = await kernel.requestIsComplete({ code: "void f() {" });
    assert.strictEqual(judged.content.status, "incomplete");
  },

  async "a person is asked"(kernel) {
    const cell = await execute(kernel, "new Scanner(System.in).nextLine() + \"jack\"", () => {}, { allow_stdin: true });
    assert.strictEqual(cell.of("execute_result")[0].data["text/plain"], "Skipjack");
  },

  async "a comm that nobody knows is closed"(kernel) {
    const comm = kernel.createComm("nobody knows it");
    const closed = new Promise((resolve) => (comm.onClose = resolve));
    comm.open({});
    await closed;
  },

  async "an interrupt stops a cell and what is queued behind it"(kernel) {
    let began;
    const begun = new Promise((resolve) => (began = resolve));
    const endless = execute(kernel, 'System.out.println("begun"); while (true) { }', (message) => {
      if (message.header.msg_type === "stream") began();
    });
    const queued = execute(kernel, "1 + 1");
    await begun;
    await kernel.interrupt();
    assert.strictEqual((await endless).reply.status, "error");
    assert.strictEqual((await queued).reply.status, "aborted");
    assert.strictEqual((await execute(kernel, "2 + 2")).of("execute_result")[0].data["text/plain"], "4");
  },

  async "a restart forgets, and the kernel goes on"(kernel) {
    await execute(kernel, "int kept = 5;");
    await kernel.restart();
    await kernel.info;
    assert.strictEqual((await execute(kernel, "kept")).reply.status, "error");
    assert.strictEqual((await execute(kernel, "1 + 1")).of("execute_result")[0].data["text/plain"], "2");
  },
};

async function main(baseUrl, token) {
  const wsUrl = baseUrl.replace(/^http/, "ws");
  const serverSettings = ServerConnection.makeSettings({ baseUrl, wsUrl, token, WebSocket, appendToken: true });
  const kernel = await new KernelManager({ serverSettings }).startNew({ name: "skipjack" });
  for (const [name, check] of Object.entries(checks)) {
    await check(kernel);
    console.log(`passed: ${name}`);
  }
  await kernel.shutdown();
}

main(...process.argv.slice(2)).then(
  () => process.exit(0),
  (failure) => {
    console.error(failure);
    process.exit(1);
  },
);
