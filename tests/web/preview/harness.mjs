// Runs named cases one after the other, each in a browser of its own, and sums up.

import { browser, closeBrowser } from '../browser.mjs';
import { Report } from '../report.mjs';

export function equal(is, should, what) {
  const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
  if (a !== b) throw new Error(`${what}: ${a}, should be ${b}`);
}

export function holds(fact, what) {
  if (!fact) throw new Error(what);
}

/** Waits until `look` gives something; says `what` when it never does. */
export async function until(look, what, ms = 5000) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 15));
  }
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** `cases` is name → async (tab, given); `give` makes what each gets, `take` ends it. */
export async function run(name, cases, { give, take, only = [], context: options }) {
  const report = new Report(name);
  for (const [title, work] of Object.entries(cases)) {
    if (only.length > 0 && !only.some((part) => title.includes(part))) continue;
    report.looked(title);
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(8000);
    const given = await give();
    const start = Date.now();
    try {
      const tab = await context.newPage();
      const wrong = [];
      context.on('weberror', (error) => wrong.push(error.error().stack));
      tab.on('console', (message) => { if (/Content Security Policy|Uncaught/.test(message.text())) wrong.push(message.text()); });
      const said = await work(tab, given, context);
      if (wrong.length) throw new Error(wrong.join('\n'));
      console.log(`ok   ${title}${said ? `: ${said}` : ''} (${Date.now() - start} ms)`);
    } catch (error) {
      report.bad(title, error.stack.split('\n').slice(0, 6).join('\n     '));
      console.log(`FAIL ${title}: ${error.message}`);
    } finally {
      await context.close();
      await take(given);
    }
  }
  await closeBrowser();
  for (const line of report.lines()) console.log(line);
  console.log(`\n${report.passed} passed, ${report.failed} failed`);
  return report;
}
