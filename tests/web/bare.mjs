// One page of every kind without style sheets and without JavaScript, as old phones, readers and search engines have it:
// skip link, the way home, menu, main part with its heading and footer come in this order; no words run together; no
// picture is larger than a screen.

import { closeBrowser, onPages } from './browser.mjs';
import { allPages, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const WIDTH = 1280;

/** Runs in the page: what is wrong with it once its style is gone. */
function plain({ width, home }) {
  for (const e of document.querySelectorAll('link[rel~=stylesheet], style')) e.remove();
  const found = [];
  const one = (selector) => document.querySelector(selector);
  const text = (node) => node.textContent.trim().replace(/\s+/g, ' ');

  const [first] = document.querySelectorAll('a[href]');
  const order = [
    ['skip link', first?.getAttribute('href').startsWith('#') ? first : null],
    ['way home', [...document.querySelectorAll('header a[href]')].find((a) => a.href === home)],
    ['menu', one('header nav, body > nav')],
    ['main part', one('main')],
    ['heading', one('main h1')],
    ['footer', one('body > footer')],
  ];
  for (const [what, e] of order) if (!e) found.push(`no ${what}`);
  const there = order.filter(([, e]) => e);
  for (const [i, [what, e]] of there.entries()) {
    const [before, other] = there[i - 1] ?? [];
    const follows = !other || other.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows && !e.contains(other)) found.push(`the ${before} comes after the ${what}`);
  }

  const INLINE = 'a, b, button, label, small, span, strong, time';
  for (const e of document.querySelectorAll(INLINE)) {
    const next = e.nextSibling;
    if (next?.nodeType !== Node.ELEMENT_NODE || !next.matches(INLINE) || !text(e) || !text(next)) continue;
    const isApart = /\s$/.test(e.textContent) || /^\s/.test(next.textContent);
    const isInline = [e, next].every((x) => x.checkVisibility() && getComputedStyle(x).display.startsWith('inline'));
    if (isInline && !isApart) found.push(`words run together: ${text(e).slice(-30)}${text(next).slice(0, 30)}`);
  }

  for (const e of document.querySelectorAll('img, svg, video')) {
    if (e.getBoundingClientRect().width > width) found.push(`a picture larger than the screen: <${e.localName}> ${e.getAttribute('src') ?? ''}`);
  }
  return found;
}

export async function check(dir) {
  const report = new Report('bare');
  const site = await serve(dir);
  try {
    await onPages({ javaScriptEnabled: false, viewport: { width: WIDTH, height: 800 } }, representatives(await allPages(dir)), async (tab, page) => {
      report.looked(page.path);
      try {
        await tab.goto(site.home + page.address);
        for (const reason of await tab.evaluate(plain, { width: WIDTH, home: site.home })) report.bad(page.path, reason);
      } catch (error) {
        report.bad(page.path, `did not run: ${error.message}`);
      }
    });
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
