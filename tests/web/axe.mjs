// axe-core: no violation. On pages of every kind, on a phone's and a desk's width, all rules in the light look and the
// rules about colour in every other look: what the system wishes, and what the visitor chose with the page's own
// switch. On all other pages once.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { closeBrowser, onPages } from './browser.mjs';
import { allPages, contentPages, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 1280];
const LIGHT = { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' };
const WISHES = {
  dark: { ...LIGHT, colorScheme: 'dark' },
  'more contrast': { ...LIGHT, contrast: 'more' },
  'more contrast, dark': { ...LIGHT, contrast: 'more', colorScheme: 'dark' },
  'forced colours': { ...LIGHT, contrast: 'more', forcedColors: 'active' },
};
// A choice is kept in the browser under this key.
const CHOICE = 'theme';
const CHOICES = ['dark', 'contrast'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
// Who asks for more contrast gets 7 : 1.
const rules = (look) => ({ runOnly: /^(more )?contrast/.test(look) ? [...COLOURS, 'color-contrast-enhanced'] : COLOURS });

export async function check(dir) {
  const report = new Report('axe');
  const site = await serve(dir);
  const pages = await allPages(dir);

  const inspect = async (tab, page, width, look, options = {}) => {
    const item = `${page.path} (${width} px, ${look})`;
    report.looked(item);
    if (!(await tab.evaluate('Boolean(globalThis.axe)'))) await tab.evaluate(AXE);
    const { violations } = await tab.evaluate((o) => globalThis.axe.run(o), { resultTypes: ['violations'], ...options });
    for (const { id, help, nodes } of violations) {
      const [first] = nodes;
      const reason = [...first.any, ...first.all, ...first.none][0]?.message ?? '';
      report.bad(item, `${id}: ${help}; ${nodes.length}×, first ${first.target.join(' ')}: ${reason}`);
    }
  };
  const visit = (list, width, work) =>
    onPages({ viewport: { width, height: 800 }, ...LIGHT }, list, async (tab, page) => {
      try {
        await tab.goto(site.home + page.address);
        await inspect(tab, page, width, 'light');
        await work?.(tab, page);
      } catch (error) {
        report.bad(`${page.path} (${width} px)`, `did not run: ${error.message}`);
      }
    });
  const looks = (width) => async (tab, page) => {
    for (const [look, media] of Object.entries(WISHES)) {
      await tab.emulateMedia(media);
      await inspect(tab, page, width, look, rules(look));
    }
    await tab.emulateMedia(LIGHT);
  };
  const choices = (width, choice) => async (tab, page) => {
    await tab.goto(site.home + page.address);
    await inspect(tab, page, width, `${choice} by choice`, rules(choice));
  };

  try {
    const chosen = representatives(pages);
    for (const width of WIDTHS) {
      await visit(chosen, width, looks(width));
      for (const choice of CHOICES) {
        const origin = { origin: new URL(site.home).origin, localStorage: [{ name: CHOICE, value: choice }] };
        const storageState = { cookies: [], origins: [origin] };
        await onPages({ viewport: { width, height: 800 }, storageState, ...LIGHT }, chosen, choices(width, choice));
      }
    }
    await visit(contentPages(pages).filter((page) => !chosen.includes(page)), 1280);
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
