// screens.cjs RECORDING.cast.gz: what xterm.js shows at each mark of a recording, as text.
"use strict";
const fs = require("node:fs");
const zlib = require("node:zlib");
const { Terminal } = require("@xterm/headless");
const { widths } = require("./widths.cjs");

const lines = zlib.gunzipSync(fs.readFileSync(process.argv[2])).toString("utf8").trim().split("\n");
const head = JSON.parse(lines[0]);
const terminal = new Terminal({
  cols: head.width,
  rows: head.height,
  scrollback: 10000,
  allowProposedApi: true,
});
terminal.unicode.register(widths);
terminal.unicode.activeVersion = widths.version;

function rows() {
  const buffer = terminal.buffer.active;
  const texts = [];
  for (let y = 0; y < terminal.rows; y++) {
    texts.push(buffer.getLine(buffer.baseY + y).translateToString(true).replace(/ +$/, ""));
  }
  return texts;
}

async function main() {
  for (const line of lines.slice(1)) {
    const [, kind, text] = JSON.parse(line);
    if (kind === "o") {
      await new Promise((done) => terminal.write(text, done));
    } else if (kind === "r") {
      const [columns, height] = text.split("x").map(Number);
      terminal.resize(columns, height);
    } else if (kind === "m") {
      console.log(`=== ${text} ${terminal.cols}x${terminal.rows}`);
      rows().forEach((row) => console.log(`|${row}`));
    }
  }
}

main();
