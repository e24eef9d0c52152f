// What a visitor pays: compressed HTML of every page, style sheets and scripts that it names; and on one page of every
// kind, in a browser, that nothing is asked of a third party, nothing fails to load and no cookie is set.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser, closeBrowser } from './browser.mjs';
import { allPages, attr, elements, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const KB = 1024;
const HTML = 14 * KB;
const CSS = 12 * KB;
const JS = 10 * KB;
const JS_SEARCH = 20 * KB; // the search page has the search open

const packed = (bytes) => gzipSync(bytes, { level: 9 }).length;
const kb = (size) => `${(size / KB).toFixed(1)} KB`;

export async function check(dir) {
  const report = new Report('budget');
  const pages = await allPages(dir);
  const site = await serve(dir);

  const within = (item, what, size, limit) => {
    if (size > limit) report.bad(item, `${what} ${kb(size)} compressed, more than ${kb(limit)}`);
  };
  const jsLimit = (page) => (page.kind === 'search' ? JS_SEARCH : JS);

  const sizes = new Map();
  const sizeOf = (page, address) => {
    const url = new URL(address, site.home + page.address);
    if (!url.href.startsWith(site.home)) {
      report.bad(page.path, `third party: ${address}`);
      return 0;
    }
    const file = join(dir, decodeURIComponent(url.href.slice(site.home.length).split(/[?#]/)[0]));
    if (!sizes.has(file)) sizes.set(file, existsSync(file) ? packed(readFileSync(file)) : 0);
    return sizes.get(file);
  };

  try {
    for (const page of pages) {
      report.looked(page.path);
      within(page.path, 'HTML', packed(page.bytes), HTML);
      const all = [...elements(page.tree)];
      const styles = all.filter((e) => e.tagName === 'link' && /\bstylesheet\b/i.test(attr(e, 'rel') ?? ''));
      const scripts = all.filter((e) => e.tagName === 'script' && attr(e, 'src'));
      const sum = (list, name) =>
        [...new Set(list.map((e) => attr(e, name)))].reduce((total, address) => total + sizeOf(page, address), 0);
      within(page.path, 'style sheets', sum(styles, 'href'), CSS);
      within(page.path, 'scripts', sum(scripts, 'src'), jsLimit(page));
    }

    for (const page of representatives(pages)) {
      const item = `${page.path} (browser)`;
      report.looked(item);
      const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 } });
      const tab = await context.newPage();
      const loads = [];
      tab.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && !url.startsWith(site.home)) report.bad(item, `asks a third party: ${url}`);
      });
      tab.on('response', (response) => {
        const type = response.request().resourceType();
        if (response.status() >= 400) report.bad(item, `status ${response.status()}: ${response.url()}`);
        else if (type === 'script' || type === 'stylesheet') loads.push(response.body().then((b) => [type, packed(b)], () => [type, 0]));
      });
      tab.on('pageerror', (error) => report.bad(item, `script error: ${error.message}`));
      try {
        await tab.goto(site.home + page.address, { waitUntil: 'load' });
        await tab.mouse.wheel(0, 4000);
        await tab.waitForLoadState('networkidle');
        const total = { script: 0, stylesheet: 0 };
        for (const [type, size] of await Promise.all(loads)) total[type] += size;
        within(item, 'style sheets', total.stylesheet, CSS);
        within(item, 'scripts', total.script, jsLimit(page));
        for (const cookie of await context.cookies()) report.bad(item, `cookie: ${cookie.name}`);
      } catch (error) {
        report.bad(item, `did not load: ${error.message}`);
      } finally {
        await context.close();
      }
    }
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
