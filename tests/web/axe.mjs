// axe-core: no violation. On pages of every kind, at the widths of a phone, a tablet and a desk and as who zooms in has
// them, all rules in the light look and the rules about colour in every other look: what the system wishes, and what the
// visitor chose with the page's own switch. On all other pages once.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { closeBrowser, onPages } from './browser.mjs';
import { allPages, contentPages, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Zooming leaves fewer, larger pixels: a desk of 1280 px at 200 % and, where everything must reflow, at 400 %.
const SCREENS = {
  '360 px': { viewport: { width: 360, height: 800 } },
  '768 px': { viewport: { width: 768, height: 1024 } },
  '1280 px': { viewport: { width: 1280, height: 800 } },
  '640 px, zoomed to 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  '320 px, zoomed to 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};
const COLOURFUL = ['360 px', '768 px', '1280 px']; // zooming changes no colour
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

  const inspect = async (tab, page, screen, look, options = {}) => {
    const item = `${page.path} (${screen}, ${look})`;
    report.looked(item);
    if (!(await tab.evaluate('Boolean(globalThis.axe)'))) await tab.evaluate(AXE);
    const { violations } = await tab.evaluate((o) => globalThis.axe.run(o), { resultTypes: ['violations'], ...options });
    for (const { id, help, nodes } of violations) {
      const [first] = nodes;
      const reason = [...first.any, ...first.all, ...first.none][0]?.message ?? '';
      report.bad(item, `${id}: ${help}; ${nodes.length}×, first ${first.target.join(' ')}: ${reason}`);
    }
  };
  const visit = (list, screen, more, work) =>
    onPages({ ...SCREENS[screen], ...LIGHT, ...more }, list, async (tab, page) => {
      try {
        await tab.goto(site.home + page.address);
        await work(tab, page);
      } catch (error) {
        report.bad(`${page.path} (${screen})`, `did not run: ${error.message}`);
      }
    });
  const light = (screen) => (tab, page) => inspect(tab, page, screen, 'light');
  const looks = (screen) => async (tab, page) => {
    await light(screen)(tab, page);
    for (const [look, media] of Object.entries(WISHES)) {
      await tab.emulateMedia(media);
      await inspect(tab, page, screen, look, rules(look));
    }
    await tab.emulateMedia(LIGHT);
  };
  const chosenLook = (screen, choice) => (tab, page) => inspect(tab, page, screen, `${choice} by choice`, rules(choice));
  const choose = (choice) => ({
    storageState: { cookies: [], origins: [{ origin: new URL(site.home).origin, localStorage: [{ name: CHOICE, value: choice }] }] },
  });

  try {
    const chosen = representatives(pages);
    for (const screen of Object.keys(SCREENS)) {
      if (!COLOURFUL.includes(screen)) {
        await visit(chosen, screen, {}, light(screen));
        continue;
      }
      await visit(chosen, screen, {}, looks(screen));
      for (const choice of CHOICES) await visit(chosen, screen, choose(choice), chosenLook(screen, choice));
    }
    const others = contentPages(pages).filter((page) => !chosen.includes(page));
    await visit(others, '1280 px', {}, light('1280 px'));
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
