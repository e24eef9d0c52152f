// What a check gives back, and how it is shown.
//
// A check is a file that exports `async check(dir)`, where `dir` is a built site. It makes a `Report`, says of every
// thing that it looks at `looked(item)` and of every mistake `bad(item, reason)`. Looking at nothing is a mistake too.

import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

export class Report {
  constructor(name) {
    this.name = name;
    this.items = new Set();
    this.mistakes = new Map(); // item → reasons
  }

  looked(item) {
    this.items.add(item);
  }

  bad(item, reason) {
    this.items.add(item);
    const reasons = this.mistakes.get(item) ?? new Set();
    this.mistakes.set(item, reasons.add(reason));
  }

  get failed() {
    return this.items.size === 0 ? 1 : this.mistakes.size;
  }

  get passed() {
    return this.items.size - this.mistakes.size;
  }

  /** The mistakes as lines, the first `limit` of them. */
  lines(limit = Infinity) {
    if (this.items.size === 0) return [`${this.name}: found nothing to look at`];
    const all = [...this.mistakes].flatMap(([item, reasons]) => [...reasons].map((r) => `${this.name}: ${item}: ${r}`));
    const shown = all.slice(0, limit);
    if (shown.length < all.length) shown.push(`${this.name}: … and ${all.length - shown.length} more`);
    return shown;
  }
}

/** Lets a check be run by itself: `node html.mjs DIR`. */
export async function alone(url, check) {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return;
  const report = await check(resolve(process.argv[2] ?? '../../public'));
  for (const line of report.lines()) console.log(line);
  console.log(`${report.name}: ${report.passed} passed, ${report.failed} failed`);
  process.exit(report.failed ? 1 : 0);
}
