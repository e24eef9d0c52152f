// What visitors do, by the keyboard alone: open the menu and go somewhere, make the type larger, search, filter and sort
// a table, have a page read aloud. Nothing is stored but what they chose for the display, and only once they chose.
//
// The contract with the theme: `[data-size]` buttons change the size of type; a `<form role="search">` in the header leads
// to a page that says in a live region what it found; `form[data-filter]` and `table[data-sortable]` as in `tables.mjs`;
// `[data-listen]` reads aloud with `speechSynthesis` and is hidden where no voice is Vietnamese.

import { browser, closeBrowser } from './browser.mjs';
import { allPages, attr, contentPages, elements } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const STOPS = 120;
const DISPLAY = ['size', 'theme']; // the only keys that may be stored
const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 800 };

/** Presses Tab until what has the focus fits the selector; says whether it was reached. */
async function tabTo(tab, selector) {
  for (let i = 0; i < STOPS; i += 1) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate((s) => document.activeElement.matches(s), selector)) return true;
  }
  return false;
}

/** Waits for what a script does; says whether it came. */
const comes = (tab, look, argument) => tab.waitForFunction(look, argument, { timeout: 8000 }).then(() => true, () => false);
const has = (tab, selector) => tab.evaluate((s) => Boolean(document.querySelector(s)), selector);
const isSeen = (tab, selector) => tab.evaluate((s) => document.querySelector(s).checkVisibility(), selector);
const stored = (tab) =>
  tab.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);

async function menu(tab, bad) {
  const kept = await stored(tab);
  if (kept.length > 0) bad(`stored though nothing was chosen: ${kept.join(', ')}`);
  if ((await has(tab, 'header nav summary')) && (await isSeen(tab, 'header nav summary'))) {
    if (!(await tabTo(tab, 'header nav summary'))) return bad('the menu is not to be reached');
    await tab.keyboard.press('Enter');
    if (!(await has(tab, 'header nav details[open]'))) return bad('Enter does not open the menu');
  }
  if (!(await tabTo(tab, 'header nav a:not([aria-current])'))) return bad('no link of the menu is reached');
  const leads = await tab.evaluate(() => document.activeElement.href);
  await tab.keyboard.press('Enter');
  if (!(await comes(tab, (url) => location.href === url, leads))) bad(`Enter does not follow the menu to ${leads}`);
}

async function size(tab, bad) {
  const type = () => tab.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await type();
  if (!(await tabTo(tab, '[data-size="1"]'))) return bad('the button for larger type is not reached');
  await tab.keyboard.press('Enter');
  if ((await type()) <= before) bad('the type does not grow');
  const other = (await stored(tab)).filter((name) => !DISPLAY.includes(name));
  if (other.length > 0) bad(`stored beside the display: ${other.join(', ')}`);
  await tab.reload();
  if ((await type()) <= before) bad('the size of type is forgotten');
}

async function search(tab, bad, wanted) {
  if (!(await tabTo(tab, 'header form[role=search] input'))) return bad('the search field is not reached');
  await tab.keyboard.type(wanted);
  await tab.keyboard.press('Enter');
  if (!(await comes(tab, () => new URLSearchParams(location.search).has('q')))) return bad('Enter does not search');
  const says = () => [...document.querySelectorAll('main [role=status], main [aria-live]')].some((e) => /\d/.test(e.textContent));
  if (!(await comes(tab, says))) return bad('no live region says how much was found');
  for (let i = 0; i < STOPS; i += 1) {
    await tab.keyboard.press('Tab');
    const at = await tab.evaluate(() => document.activeElement.closest('main a[href]')?.textContent);
    if (at?.includes(wanted)) return undefined;
  }
  return bad(`“${wanted}” is not among what is found and reached`);
}

async function filter(tab, bad) {
  const rows = () => tab.evaluate(() => [...document.querySelectorAll('table[data-sortable] tbody tr')].filter((row) => row.checkVisibility()).length);
  const all = await rows();
  if (!(await tabTo(tab, 'form[data-filter] input'))) return bad('the field of the filter is not reached');
  await tab.keyboard.type('qqzxjwqq');
  if ((await rows()) !== 0) bad('what is typed filters nothing');
  await tab.keyboard.press('Control+A');
  await tab.keyboard.press('Delete');
  if ((await rows()) !== all) bad('the empty field does not show all rows');
  if (!(await tabTo(tab, 'form[data-filter] select'))) return bad('no choice of the filter is reached');
  await tab.keyboard.press('ArrowDown');
  if ((await rows()) === all) bad('the arrow key chooses nothing');
  if (await has(tab, 'form[data-filter] [type=reset]')) {
    await tabTo(tab, 'form[data-filter] [type=reset]');
    await tab.keyboard.press('Enter');
    if (!(await comes(tab, (count) => [...document.querySelectorAll('table[data-sortable] tbody tr')].filter((row) => row.checkVisibility()).length === count, all))) {
      bad('the reset button does not show all rows');
    }
  }
  if (!(await tabTo(tab, 'table[data-sortable] thead button'))) return bad('no head of the table is reached');
  await tab.keyboard.press('Enter');
  if (!(await has(tab, 'th[aria-sort=ascending]'))) bad('Enter does not sort');
}

/** Runs in the page before its scripts: voices that say nothing but note what they were to say. */
function voices(langs) {
  const said = [];
  const queue = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => langs.map((lang) => ({ lang, name: lang })),
    speak: (one) => { said.push([one.lang, one.text]); queue.push(one); },
    cancel: () => queue.splice(0).forEach((one) => one.onerror?.({ error: 'canceled' })),
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.assign(globalThis, { said, finish: () => queue.shift()?.onend?.() });
}

async function listen(tab, bad) {
  const heading = await tab.evaluate(() => document.querySelector('main h1').textContent.trim());
  if (!(await tabTo(tab, '[data-listen]'))) return bad('with a Vietnamese voice, the button for listening is not reached');
  await tab.keyboard.press('Enter');
  const spoken = () => tab.evaluate(() => globalThis.said);
  const [first] = await spoken();
  if (first?.[0] !== 'vi-VN' || !heading.startsWith(first[1])) return bad(`the first thing said is not the heading in Vietnamese: ${first}`);
  for (let i = 0; i < 5; i += 1) await tab.evaluate(() => globalThis.finish());
  const { length } = await spoken();
  if (length < 3) bad('it does not go on after the heading');
  await tab.keyboard.press('Enter');
  await tab.evaluate(() => globalThis.finish());
  if ((await spoken()).length !== length) bad('it does not stop');
}

export async function check(dir) {
  const report = new Report('walks');
  const site = await serve(dir);
  const pages = contentPages(await allPages(dir));
  const home = pages.find((page) => page.path === 'index.html');
  const withAttribute = (name) => pages.find((page) => [...elements(page.tree)].some((e) => attr(e, name) !== undefined));

  /** One walk on one page in a browser of its own; none where the page, or what it needs, is not there. */
  const walk = async (name, page, viewport, needs, work, langs = []) => {
    if (!page) return;
    const context = await (await browser()).newContext({ viewport, reducedMotion: 'reduce' });
    const tab = await context.newPage();
    const item = `${page.path} (${name})`;
    try {
      await tab.addInitScript(voices, langs);
      await tab.goto(site.home + page.address);
      if (needs && !(await has(tab, needs))) return;
      report.looked(item);
      await work(tab, (reason) => report.bad(item, reason));
    } catch (error) {
      report.bad(item, `did not run: ${error.message}`);
    } finally {
      await context.close();
    }
  };

  try {
    await walk('menu, phone', home, PHONE, 'header nav', menu);
    await walk('menu, desk', home, DESK, 'header nav', menu);
    await walk('size of type', home, DESK, '[data-size="1"]', size);
    const wanted = heading(pages.find((page) => page.kind === 'article'));
    await walk('search', home, DESK, 'header form[role=search]', (tab, bad) => search(tab, bad, wanted));
    await walk('filter', withAttribute('data-filter'), DESK, null, filter);
    const read = withAttribute('data-listen');
    await walk('listening', read, DESK, null, listen, ['en-US', 'vi-VN']);
    await walk('no Vietnamese voice', read, DESK, null, async (tab, bad) => {
      if (await isSeen(tab, '[data-listen]')) bad('the button for listening is there without a Vietnamese voice');
    }, ['en-US']);
  } finally {
    await site.close();
  }
  return report;
}

/** The text of a page's main heading. */
function heading(page) {
  const text = (node) => (node.nodeName === '#text' ? node.value : node.childNodes.map(text).join(''));
  const h1 = page && [...elements(page.tree)].find((e) => e.tagName === 'h1');
  return h1 ? text(h1).trim() : '';
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
