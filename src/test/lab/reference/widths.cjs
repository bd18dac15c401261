// How wide characters are and which belong together, as today's programs count: one cell or two for
// a whole emoji. xterm.js has an add-on for that, whose tables (0.4.0) do not know U+10000 and above.
"use strict";
const { Unicode11Addon } = require("@xterm/addon-unicode11");

const NOTHING = 0;
const TEXT = 1;
const JOINER = 2;
const HALF_A_FLAG = 3;

let single;
new Unicode11Addon().activate({ unicode: { register: (given) => (single = given) } });

const properties = (state, width, joins) => (state << 3) | (width << 1) | (joins ? 1 : 0);
const within = (codePoint, from, to) => codePoint >= from && codePoint <= to;

function charProperties(codePoint, before) {
  const state = before >> 3;
  const widthBefore = (before >> 1) & 3;
  const width = single.wcwidth(codePoint);
  const flag = within(codePoint, 0x1f1e6, 0x1f1ff);
  if (state !== NOTHING) {
    if (codePoint === 0x200d) {
      return properties(JOINER, widthBefore, true);
    }
    if (codePoint === 0xfe0f || within(codePoint, 0x1f3fb, 0x1f3ff) || state === JOINER) {
      return properties(TEXT, 2, true);
    }
    if (flag && state === HALF_A_FLAG) {
      return properties(TEXT, 2, true);
    }
    if (width === 0) {
      return properties(TEXT, widthBefore, true);
    }
  }
  return properties(flag ? HALF_A_FLAG : TEXT, width, false);
}

exports.widths = { version: "clusters", wcwidth: (codePoint) => single.wcwidth(codePoint), charProperties };
