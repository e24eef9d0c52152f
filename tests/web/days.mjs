// The script that counts days (`today.js` of the theme): on every day of `days.tsv`, in its first and last minute in Viet
// Nam and whatever the zone of the visitor's clock, it says what the program says at build, and it stays small.
//
//   node days.mjs

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const script = read('../../themes/cong-xa/static/today.js');
assert.ok(Buffer.byteLength(script) <= 512, `today.js has ${Buffer.byteLength(script)} bytes`);

/** What the script makes of one element with a `data-` attribute at a moment. */
function at(time, name, value) {
  const element = { dataset: { [name]: value }, hidden: false, textContent: '' };
  const querySelectorAll = (selector) => (selector === `[data-${name}]` ? [element] : []);
  const Date_ = class extends Date { static now = () => Date.parse(time) };
  runInNewContext(script, { document: { querySelectorAll }, Date: Date_ });
  return element;
}

const rows = read('days.tsv').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
for (const zone of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
  process.env.TZ = zone;
  for (const [day, days, words] of rows) {
    for (const minute of ['00:00', '23:59']) {
      assert.equal(at(`${day}T${minute}:00+07:00`, 'when', days).textContent, words, `${day} ${minute} ${days} in ${zone}`);
    }
  }
  for (const [day, shown] of [['2026-10-02', false], ['2026-10-03', true], ['2026-10-10', true], ['2026-10-12', false]]) {
    assert.equal(at(`${day}T12:00:00+07:00`, 'only', '2026-10-03/2026-10-10').hidden, !shown, day);
    assert.equal(at(`${day}T12:00:00+07:00`, 'only', '/2026-10-10').hidden, day > '2026-10-10', day);
  }
}
console.log(`${rows.length} rows of days.tsv, ${Buffer.byteLength(script)} bytes`);
