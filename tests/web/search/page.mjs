// The search page in a browser, as a visitor uses it: typing, results, filters, keys, the address, the back button, a slip,
// nothing found; nothing is loaded before somebody types; the same from a folder on disk; what axe says of it.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, closeBrowser } from '../browser.mjs';
import { alone, Report } from '../report.mjs';
import { serve } from '../serve.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits for the line that tells how many were found, and gives it. */
async function count(tab, text) {
  await tab.waitForFunction((part) => document.querySelector('[data-count]').textContent.includes(part), text, { timeout: 10_000 });
  return tab.textContent('[data-count]');
}

const titles = (tab) => tab.locator('.hits a').allTextContents();

export async function check(dir) {
  const report = new Report('search page');
  const site = await serve(dir);
  const context = await (await browser()).newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const tab = await context.newPage();
  const loads = [];
  tab.on('request', (request) => loads.push(request.url()));
  tab.on('pageerror', (error) => report.bad('(page)', `script error: ${error.message}`));

  const step = async (item, work) => {
    report.looked(item);
    try {
      await work((fact, reason) => fact || report.bad(item, reason));
    } catch (error) {
      report.bad(item, error.message.split('\n')[0]);
    }
  };
  const pieces = () => loads.filter((url) => url.includes('/du-lieu/tim/'));
  const field = tab.locator('input[name=q]').last();

  try {
    await step('nothing loads before somebody types', async (holds) => {
      await tab.goto(`${site.home}tim-kiem/`, { waitUntil: 'networkidle' });
      holds(pieces().length === 0, `loaded ${pieces()}`);
    });
    await step('typing finds', async (holds) => {
      await field.pressSequentially('chuyen doi so', { delay: 15 });
      await count(tab, 'Tìm thấy');
      holds((await titles(tab)).length === 8, 'not eight results');
      holds((await tab.locator('.hits mark').count()) > 0, 'nothing is marked');
      holds(new URL(tab.url()).searchParams.get('q') === 'chuyen doi so', `the address is ${tab.url()}`);
      holds(await tab.locator('[data-browse]').isHidden(), 'the lists are still there');
    });
    await step('arrows, escape and slash', async (holds) => {
      const focused = () => tab.evaluate(() => document.activeElement.textContent || document.activeElement.name);
      const [first, second] = await titles(tab);
      await tab.keyboard.press('ArrowDown');
      holds((await focused()) === first, 'not at the first result');
      await tab.keyboard.press('ArrowDown');
      holds((await focused()) === second, 'not at the second result');
      await tab.keyboard.press('ArrowUp');
      await tab.keyboard.press('ArrowUp');
      holds((await focused()) === 'q', 'not back in the field');
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('Escape');
      holds((await focused()) === 'q', 'Escape does not lead back');
      await tab.evaluate(() => document.activeElement.blur());
      await tab.keyboard.press('/');
      holds((await focused()) === 'q', 'the slash does not lead to the field');
      holds((await field.inputValue()) === 'chuyen doi so', 'the slash was typed');
    });
    await step('axe on the results', async (holds) => {
      await tab.evaluate(AXE);
      for (const scheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme: scheme });
        const { violations } = await tab.evaluate(() => globalThis.axe.run(document));
        for (const { id, nodes } of violations) holds(false, `${scheme}: ${id}: ${nodes[0].html}`);
      }
      await tab.emulateMedia({ colorScheme: 'light' });
    });
    await step('results do not scroll sideways', async (holds) => {
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      holds(wide <= 0, `${wide} px too wide`);
    });
    await step('a filter narrows and the back button widens', async (holds) => {
      const before = await tab.textContent('[data-count]');
      await tab.selectOption('select[name=muc]', { index: 1 });
      await tab.waitForFunction((text) => document.querySelector('[data-count]').textContent !== text, before);
      const section = new URL(tab.url()).searchParams.get('muc');
      const about = await tab.locator('.hits .meta').allTextContents();
      holds(about.every((text) => text.startsWith(section)), `not all in ${section}: ${about}`);
      await tab.goBack();
      await tab.waitForFunction((text) => document.querySelector('[data-count]').textContent === text, before);
      holds((await tab.inputValue('select[name=muc]')) === '', 'the filter still stands');
    });
    await step('more results', async (holds) => {
      const before = (await titles(tab)).length;
      await tab.click('[data-more]');
      await tab.waitForFunction((n) => document.querySelectorAll('.hits li').length > n, before);
      const all = await titles(tab);
      holds(new Set(all).size === all.length, 'a result stands twice');
    });
    await step('a slip is mended and said', async (holds) => {
      await field.fill('chuyne doi so');
      await tab.locator('[data-meant]').waitFor({ state: 'visible' });
      holds((await tab.textContent('[data-meant]')).includes('chuyen doi so'), 'not what was meant');
    });
    await step('nothing found leads to the lists', async (holds) => {
      await field.fill('qwzxv');
      await count(tab, 'Không tìm thấy');
      holds(await tab.locator('[data-browse]').isVisible(), 'the lists are hidden');
      holds(await tab.locator('[data-results]').isHidden(), 'empty results are shown');
    });
    await step('a result opens with Enter, and back leads to the results', async (holds) => {
      await field.fill('bảo vệ dữ liệu cá nhân');
      await count(tab, 'Tìm thấy');
      await field.focus();
      await tab.keyboard.press('ArrowDown');
      const [first] = await titles(tab);
      await tab.keyboard.press('Enter');
      await tab.waitForLoadState();
      holds((await tab.textContent('h1')).trim() === first, 'another page');
      await tab.goBack();
      await count(tab, 'Tìm thấy');
      holds((await field.inputValue()) === 'bảo vệ dữ liệu cá nhân', 'the query is gone');
    });
    await step('the field in the header leads here', async () => {
      await tab.setViewportSize({ width: 1280, height: 800 });
      await tab.goto(site.home);
      await tab.keyboard.press('/');
      await tab.keyboard.type('57 NQ TW');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/tim-kiem/);
      await count(tab, 'Tìm thấy');
    });
    await step('from a folder on disk', async (holds) => {
      await tab.goto(`${pathToFileURL(join(dir, 'tim-kiem/index.html'))}?q=binh+dan+hoc+vu+so`);
      await count(tab, 'Tìm thấy');
      holds((await tab.locator('.hits a').first().getAttribute('href')).endsWith('/index.html'), 'a link to a folder');
      await field.fill('liên hệ');
      await tab.waitForFunction(() => document.querySelector('.hits a').textContent === 'Liên hệ');
    });
  } finally {
    await context.close();
    await site.close();
  }
  return report;
}

await alone(import.meta.url, (dir) => check(dir).finally(closeBrowser));
