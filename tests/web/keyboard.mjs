// On one page of every kind, on a phone's and a desk's width, by the Tab key alone: the first stop is the skip link,
// it can be seen and leads to the main part; every stop shows that it has the focus; the menu can be reached.

import { closeBrowser, onPages } from './browser.mjs';
import { allPages, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const STEPS = 80;

/** Runs in the page: what has the focus and how that shows. */
function focused() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  const box = e.getClientRects()[0] ?? e.getBoundingClientRect(); // the first line of a link over several
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: `<${e.localName}> ${(e.textContent || e.getAttribute('aria-label') || e.name || '').trim().replace(/\s+/g, ' ').slice(0, 50)}`,
    anchor: e.localName === 'a' ? e.getAttribute('href') : null,
    leads: e.hash ? Boolean(document.getElementById(decodeURIComponent(e.hash.slice(1)))) : false,
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    onScreen: box.width > 2 && box.height > 2 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    covered: Boolean(top && top !== e && !e.contains(top) && !top.contains(e) && !(e.labels && [...e.labels].some((l) => l.contains(top)))),
    inMenu: Boolean(e.closest('header nav, body > nav') && e.localName === 'a'),
    opens: Boolean(e.closest('header, nav')) && (e.localName === 'summary' || e.hasAttribute('aria-expanded') || e.hasAttribute('popovertarget')),
    isOpen: e.localName === 'summary' ? e.parentElement.open : e.getAttribute('aria-expanded') === 'true',
    inMain: Boolean(e.closest('main')),
  };
}

/** Whether Tab reaches the menu when Enter opens what is closed. */
async function open(tab, start) {
  await start();
  for (let i = 0; i < STEPS; i += 1) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate(focused);
    if (!at || at.inMenu) return Boolean(at);
    if (at.opens && !at.isOpen) await tab.keyboard.press('Enter');
  }
  return false;
}

/**
 * The stops from the first to the last; the menu is reached on the way, or after opening what Enter opens.
 * Says whether there is a skip link to try.
 */
async function walk(tab, start, bad) {
  await start();
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(focused);
  const isSkip = Boolean(first?.anchor?.startsWith('#'));
  if (!isSkip) bad(`the first stop is no skip link: ${first?.name ?? 'nothing'}`);
  else if (!first.leads) bad(`the skip link leads nowhere: ${first.anchor}`);
  else if (!first.onScreen) bad('the skip link cannot be seen while it has the focus');

  let menu = false;
  for (let i = 0, at = first; at && i < STEPS; i += 1) {
    if (!at.ring) bad(`no outline or box-shadow shows the focus: ${at.name}`);
    if (!at.onScreen) bad(`has the focus outside the screen: ${at.name}`);
    else if (at.covered) bad(`something lies over what has the focus: ${at.name}`);
    menu ||= at.inMenu;
    await tab.keyboard.press('Tab');
    at = await tab.evaluate(focused);
  }
  if (!menu) menu = await open(tab, start);
  if (!menu) bad('the menu is not to be reached by Tab (opening what Enter opens)');
  return isSkip && first.leads;
}

async function skip(tab, start, bad) {
  await start();
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const next = await tab.evaluate(focused);
  const mainHasStops = await tab.evaluate(() => Boolean(document.querySelector('main a[href], main button, main input, main summary')));
  if (mainHasStops && !next?.inMain) bad(`the skip link does not lead into <main>: the next stop is ${next?.name ?? 'nothing'}`);
}

export async function check(dir) {
  const report = new Report('keyboard');
  const site = await serve(dir);
  const chosen = representatives(await allPages(dir));
  try {
    for (const width of [360, 1280]) {
      await onPages({ viewport: { width, height: 800 } }, chosen, async (tab, page) => {
        const item = `${page.path} (${width} px)`;
        const bad = (reason) => report.bad(item, reason);
        report.looked(item);
        const start = async () => {
          await tab.goto('about:blank');
          await tab.goto(site.home + page.address);
        };
        try {
          if (await walk(tab, start, bad)) await skip(tab, start, bad);
        } catch (error) {
          bad(`did not run: ${error.message}`);
        }
      });
    }
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
