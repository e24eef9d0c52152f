// On one page of every kind, at the width of a phone, with JavaScript off: the text, pictures and tables are there to
// see, and the menu's links can be reached. With it on and off, nothing scrolls sideways on a phone, nor on a desk that
// is zoomed to 200 % (640 px) and 400 % (320 px).
//
// What only works with the script may be hidden without it: `hidden` and a `data-…` that the script looks for.

import { closeBrowser, onPages } from './browser.mjs';
import { allPages, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

/** Runs in the page: what cannot be seen though it should. */
function unseen() {
  const found = [];
  const box = (e) => e.getBoundingClientRect();
  const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box(e).width > 0 && box(e).height > 0;
  const opensWithoutScript = (e) => {
    let closed; // the outermost one
    for (let d = e.closest('details:not([open])'); d; d = d.parentElement.closest('details:not([open])')) closed = d;
    if (closed) return seen(closed.querySelector('summary') ?? closed);
    const popover = e.closest('[popover]');
    return Boolean(popover && [...document.querySelectorAll(`[popovertarget="${popover.id}"]`)].some(seen));
  };
  const forScript = (e) => {
    const hidden = e.closest('[hidden]');
    return Boolean(hidden && Object.keys(hidden.dataset).length > 0);
  };
  const name = (e) => `<${e.localName}> ${(e.textContent || e.alt || '').trim().replace(/\s+/g, ' ').slice(0, 60)}`;

  const main = document.querySelector('main');
  if (!main) found.push('no <main>');
  else if (main.innerText.trim().length < 20) found.push('<main> shows no text');
  for (const e of document.querySelectorAll(['h1', 'h2', 'h3', 'p', 'li', 'table', 'img', 'svg'].map((n) => `main ${n}`).join())) {
    if (forScript(e) || e.closest('template, dialog') || e.parentElement.closest('svg')) continue;
    if (e.matches('h1, h2, h3, p, li') && e.textContent.trim() === '') continue;
    if (e.matches('svg') && (e.getAttribute('aria-hidden') === 'true' || e.getAttribute('width') === '0')) continue;
    // A drawing comes in two layouts, of which the style sheet shows one.
    if (e.matches('svg') && [...e.parentElement.children].some((other) => other !== e && other.matches('svg') && seen(other))) continue;
    if (!seen(e) && !opensWithoutScript(e)) found.push(`not to be seen: ${name(e)}`);
  }

  const links = [...document.querySelectorAll('header nav a[href], body > nav a[href]')];
  if (links.length === 0) found.push('no menu: no link in <header> … <nav>');
  for (const e of links) {
    if (!seen(e) && !opensWithoutScript(e)) found.push(`menu link not to be reached: ${name(e)}`);
  }
  return found;
}

/** Runs in the page: the outermost elements that stick out on the right, if the page scrolls sideways. */
function sideways() {
  const root = document.documentElement;
  const width = root.clientWidth;
  if (Math.max(root.scrollWidth, document.body.scrollWidth) <= width) return undefined;
  const out = [...document.body.querySelectorAll('*')].filter((e) => {
    if (e.getBoundingClientRect().right <= width + 1) return false;
    for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return false;
    }
    return true;
  });
  const name = (e) => `${e.localName}${e.id && `#${e.id}`}${[...e.classList].map((c) => `.${c}`).join('')}`;
  return `${Math.max(root.scrollWidth, document.body.scrollWidth)} px wide: ${out.slice(0, 3).map(name).join(', ')}`;
}

export async function check(dir) {
  const report = new Report('noscript');
  const site = await serve(dir);
  const chosen = representatives(await allPages(dir));

  const widths = async (tab, page, script) => {
    for (const width of [640, 320, 360]) {
      const item = `${page.path} (${width} px, script ${script})`;
      report.looked(item);
      await tab.setViewportSize({ width, height: 740 });
      const wide = await tab.evaluate(sideways);
      if (wide) report.bad(item, `scrolls sideways, ${wide}`);
    }
  };
  const visit = async (tab, page, work) => {
    try {
      await tab.goto(site.home + page.address);
      await work();
    } catch (error) {
      report.bad(page.path, `did not run: ${error.message}`);
    }
  };

  try {
    await onPages({ javaScriptEnabled: false }, chosen, (tab, page) =>
      visit(tab, page, async () => {
        await widths(tab, page, 'off');
        const item = `${page.path} (360 px, script off)`;
        for (const reason of await tab.evaluate(unseen)) report.bad(item, reason);
      }),
    );
    await onPages({}, chosen, (tab, page) => visit(tab, page, () => widths(tab, page, 'on')));
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
