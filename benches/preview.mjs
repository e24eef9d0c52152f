// One page of the live preview in Chromium, for preview.py, which does the measuring.
//
//   node preview.mjs ADDRESS
//
// Says {"ready": true} when the page listens to the preview. For each line that comes in it says {"shown": …}: whether
// that text is on the page. When no more can come it says whether the page was kept all the time, and ends.

import { createInterface } from 'node:readline';
import { browser, closeBrowser } from '../tests/web/browser.mjs';

const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
try {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 } });
  const wrong = [];
  context.on('weberror', (error) => wrong.push(String(error.error())));
  const tab = await context.newPage();
  const listens = tab.waitForResponse((answer) => answer.url().includes('/.trangxa/events'));
  await tab.goto(process.argv[2]);
  await listens;
  await tab.locator('trangxa-preview .row').waitFor();
  await tab.evaluate(() => { window.kept = true; });
  say({ ready: true });
  for await (const text of lines) say({ shown: await tab.evaluate((t) => document.body.textContent.includes(t), text) });
  say({ kept: await tab.evaluate(() => window.kept === true), wrong });
} finally {
  await closeBrowser();
}
