// The page in front: brings it up to date in place, and shows it in other looks.
//
// What goes in is the HTML that the server gives now; what comes out is the page a fresh visit would show, with the
// reader's place, focus, selection, open parts, forms and playing media as they were. Only the page's own nodes are
// touched: what the preview draws lies outside <body>, in one element with a shadow root.

import { Idiomorph } from './idiomorph.js';

const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,figure,img,video,tr,pre,blockquote,dt,dd,summary,form';
const MAIN = 'main, [role=main]';
const QUIET = 2000; // ms for which the reader's own scrolling or typing keeps the place
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

// ---- source

/** HTML as a document that is like the one a browser with scripts would have. */
export function parse(text) {
  const doc = new DOMParser().parseFromString(text, 'text/html');
  // Without scripts the parser makes elements of what is text where scripts run.
  for (const el of $$('noscript', doc)) el.textContent = el.innerHTML;
  return doc;
}

export const ownScript = (doc) => doc.querySelector('script[src*="/.trangxa/"]');

/** What cannot be exchanged under a running page. */
function fixed(doc) {
  const runs = (el) => !el.type || /^(module|importmap|(text|application)\/(java|ecma)script)$/i.test(el.type);
  const scripts = $$('script', doc).filter((el) => el !== ownScript(doc) && runs(el)).map((el) => [el.type, el.text, el.hasAttribute('src') && new URL(el.getAttribute('src'), document.baseURI).href]);
  return JSON.stringify([scripts, $$('meta[http-equiv], base', doc).map((el) => el.outerHTML)]);
}

// ---- what lies at addresses whose bytes have changed

const stamps = new Map(); // path → number to ask with
const SOURCES = { src: 'img,source,video,audio,input,embed', srcset: 'img,source', poster: 'video', data: 'object', href: 'link[rel~=icon],image,use' };

/** The address with the stamp of its file, if it has one. */
function stamped(address) {
  try {
    const url = new URL(address, document.baseURI);
    const stamp = url.origin === location.origin && stamps.get(decodeURI(url.pathname).normalize());
    return stamp ? `${address.replace(/[?#].*$/, '')}?t=${stamp}${url.hash}` : address;
  } catch {
    return address;
  }
}

function stampAll(doc) {
  for (const [name, selector] of Object.entries(SOURCES)) {
    for (const el of $$(selector, doc)) {
      const old = el.getAttribute(name);
      if (!old) continue;
      const now = name === 'srcset' ? old.replace(/[^\s,]\S*(?=\s|$)/g, (part) => (/^[\d.]+[wx],?$/.test(part) ? part : part.replace(/^(.*?)(,?)$/, (_, a, c) => stamped(a) + c))) : stamped(old);
      if (now !== old) el.setAttribute(name, now);
    }
  }
}

/** Takes over files with other bytes: pictures, media, icons and style sheets, each alone. */
export async function refresh(paths, stamp) {
  for (const path of paths) stamps.set(`/${path}`.normalize(), stamp);
  stampAll(document);
  const changed = $$('link[rel~=stylesheet]').filter((el) => stamped(el.getAttribute('href')) !== el.getAttribute('href'));
  const pairs = changed.map((old) => {
    const link = old.cloneNode();
    link.setAttribute('href', stamped(old.getAttribute('href')));
    return [link, old];
  });
  if (pairs.length) (await fetchSheets(pairs))();
}

/** Loads sheets beside those they replace, without effect; gives what puts them in their place, all at once. */
async function fetchSheets(pairs) {
  await Promise.all(pairs.map(([link, old, before]) => new Promise((done) => {
    link.wanted = link.getAttribute('media');
    link.media = 'print'; // loads, and styles nothing yet
    link.onload = link.onerror = done;
    setTimeout(done, 3000);
    if (old) old.after(link);
    else document.head.insertBefore(link, before ?? null);
  })));
  return (keep = true) => {
    for (const [link, old] of pairs) {
      if (!keep) { link.remove(); continue; }
      if (link.wanted) link.media = link.wanted;
      else link.removeAttribute('media');
      old?.remove();
    }
    look();
  };
}

// ---- head

const bare = (href) => new URL(href, document.baseURI).href.replace(/[?#].*$/, '');
const inHead = (el) => [...document.head.children].find((one) => one.isEqualNode(el) || (el.matches('link[href]') && one.matches('link[href]') && one.rel === el.rel && bare(one.href) === bare(el.getAttribute('href'))));

/** What the head gets and loses between two versions. What scripts have put there stays. */
function headChanges(base, next) {
  const left = [...base.head.children];
  const added = [...next.head.children].filter((el) => {
    const at = left.findIndex((one) => one.isEqualNode(el));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const skip = (el) => el.localName === 'title';
  return { added: added.filter((el) => !skip(el)), removed: left.filter((el) => !skip(el)) };
}

const placeOf = (el) => {
  let after = el.nextElementSibling;
  while (after && !inHead(after)) after = after.nextElementSibling;
  return after && inHead(after);
};

function setAttributes(live, base, next) {
  for (const { name } of [...base.attributes]) if (!next.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) if (base.getAttribute(name) !== value) live.setAttribute(name, value);
}

// ---- body

const idOf = (node) => (node.getAttribute ? node.getAttribute('id') : null);
const alike = (a, b) => a.nodeName === b.nodeName && idOf(a) === idOf(b);

/** How much of two texts is the same at their ends, from 0 to 1. */
function likeness(a, b) {
  const [x, y] = [a.textContent, b.textContent];
  const most = Math.min(x.length, y.length);
  let head = 0, tail = 0;
  while (head < most && x[head] === y[head]) head += 1;
  while (tail < most - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail += 1;
  return (head + tail) / (Math.max(x.length, y.length) || 1);
}

/**
 * Gives every block the node it had: puts in what is new and takes out what is gone, so that node N of the page is node
 * N of the new version. Idiomorph looks for ids only; without them it would write each paragraph into the next one.
 */
function align(live, next, kept) {
  if (live.isEqualNode(next)) return;
  const a = [...live.childNodes], b = [...next.childNodes];
  let from = 0, endA = a.length, endB = b.length;
  while (from < endA && from < endB && a[from].isEqualNode(b[from])) from += 1;
  while (endA > from && endB > from && a[endA - 1].isEqualNode(b[endB - 1])) { endA -= 1; endB -= 1; }
  const n = endA - from, m = endB - from;
  if (n * m > 40_000) return;
  // The pairing with the most in common: best[i][j] is for what begins at i and j.
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const worth = Array.from({ length: n }, () => new Float64Array(m));
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let j = m - 1; j >= 0; j -= 1) {
      const [x, y] = [a[from + i], b[from + j]];
      if (alike(x, y)) worth[i][j] = x.nodeType !== 1 ? 0.1 : x.isEqualNode(y) ? 3 : 0.5 + likeness(x, y);
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], worth[i][j] && worth[i][j] + best[i + 1][j + 1]);
    }
  }
  const holds = (el) => el.nodeType === 1 && (kept.has(idOf(el)) || $$('[id]', el).some((one) => kept.has(idOf(one))));
  for (let i = 0, j = 0; i < n || j < m;) {
    const [x, y] = [a[from + i], b[from + j]];
    if (i < n && j < m && worth[i][j] && best[i][j] === worth[i][j] + best[i + 1][j + 1]) {
      if (x.nodeType === 1) align(x, y, kept);
      i += 1; j += 1;
    } else if (i < n && (j === m || best[i][j] === best[i + 1][j])) {
      if (!holds(x)) x.remove();
      i += 1;
    } else {
      if (!holds(y)) live.insertBefore(document.importNode(y, true), i < n ? x : a[endA] ?? null);
      j += 1;
    }
  }
}

const ids = (doc) => new Set($$('[id]', doc).map(idOf));

const isTouched = (el) => {
  if (el.matches('select')) return true;
  if (!el.matches('input, textarea')) return false;
  return /^(checkbox|radio)$/.test(el.type) ? el.checked !== el.defaultChecked : el.value !== el.defaultValue;
};

function morph(body) {
  const now = ids(document.body);
  align(document.body, body, new Set([...ids(body)].filter((id) => now.has(id))));
  Idiomorph.morph(document.body, body.childNodes.length ? [...body.cloneNode(true).childNodes] : '', {
    morphStyle: 'innerHTML',
    restoreFocus: false,
    callbacks: {
      beforeNodeMorphed: (old, now) => !old.isEqualNode(now),
      // What the reader has opened or typed is the reader's.
      beforeAttributeUpdated: (name, el) => !(name === 'open' && el.matches('details, dialog')) && !(/^(value|checked)$/.test(name) && isTouched(el)),
    },
  });
}

// ---- what the reader has done

const path = (el) => (el === document.body ? [] : [...path(el.parentElement), [...el.parentElement.children].indexOf(el)]);
const at = (steps) => steps.reduce((el, i) => el?.children[i], document.body);
const chosen = (el) => (el.matches('select') ? [...el.selectedOptions].map((o) => o.value).join('\n') : /^(checkbox|radio)$/.test(el.type) ? el.checked : el.value);

/** Takes down form values, focus and selection; gives what puts them back. */
function remember() {
  const forms = $$('input:not([type=file]), textarea, select', document.body).filter(isTouched).map((el) => [el, chosen(el)]);
  const focus = document.body.contains(document.activeElement) && document.activeElement !== document.body && document.activeElement;
  const steps = focus && path(focus);
  const range = focus && 'selectionStart' in focus && focus.selectionStart !== null ? [focus.selectionStart, focus.selectionEnd] : null;
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection();
  return () => {
    for (const [el, was] of forms) {
      if (!el.isConnected || chosen(el) === was) continue;
      if (el.matches('select')) for (const o of el.options) o.selected = was.split('\n').includes(o.value);
      else if (typeof was === 'boolean') el.checked = was;
      else el.value = was;
      el.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (focus && document.activeElement !== focus) {
      const el = focus.isConnected ? focus : (focus.id && document.getElementById(focus.id)) || at(steps);
      if (el?.localName === focus.localName) {
        el.focus({ preventScroll: true });
        if (range) el.setSelectionRange?.(...range);
      }
    }
    const end = (node, offset) => [node, Math.min(offset, node.data?.length ?? node.childNodes.length)];
    if (!isCollapsed && anchorNode.isConnected && focusNode.isConnected) getSelection().setBaseAndExtent(...end(anchorNode, anchorOffset), ...end(focusNode, focusOffset));
  };
}

let active = -Infinity; // when the reader last did something here
let ours = 0; // until when scrolling is our doing
for (const name of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(name, () => { active = performance.now(); }, { passive: true, capture: true });
addEventListener('scroll', () => { if (performance.now() > ours) active = performance.now(); }, { passive: true });
export const isBusy = () => performance.now() - active < QUIET;

const floats = (el) => el && (/fixed|sticky/.test(getComputedStyle(el).position) || floats(el.parentElement));

/** Takes down where the blocks in view are; gives what puts the first that is still there back to its height. */
function hold() {
  if (scrollY < 1) return () => {};
  const seen = (root) => {
    const list = [];
    for (const el of $$(BLOCKS, root)) {
      const { top, bottom, height } = el.getBoundingClientRect();
      if (height && bottom > 0 && top < innerHeight && !floats(el)) list.push({ el, top });
      if (list.length > 30) break;
    }
    // First those whose beginning is in view, then what reaches in from above, the innermost first.
    return [...list.filter((one) => one.top >= 0), ...list.filter((one) => one.top < 0).reverse()];
  };
  const main = document.querySelector(MAIN);
  const list = [...(main ? seen(main) : []), ...seen(document.body)];
  return () => {
    const one = list.find(({ el }) => el.isConnected && el.getBoundingClientRect().height);
    const by = one ? one.el.getBoundingClientRect().top - one.top : 0;
    ours = Math.max(ours, performance.now() + 100);
    if (Math.abs(by) >= 0.5) scrollBy({ top: by, behavior: 'instant' });
  };
}

// The browser's own anchoring would move the page a second time.
const still = new CSSStyleSheet();
still.replaceSync('html, body, body * { overflow-anchor: none !important }');

// ---- the changed block

/** The first element of `next` that is not as it was. */
function firstChange(base, next) {
  if (!base || !next || base.isEqualNode(next)) return null;
  const a = [...base.childNodes], b = [...next.childNodes];
  const i = b.findIndex((node, at) => !a[at]?.isEqualNode(node));
  if (i < 0) return (a.length > b.length && b.filter((node) => node.nodeType === 1).at(-1)) || next; // an end is gone, or an attribute is another
  if (b[i].nodeType !== 1) return next;
  return a[i]?.nodeName === b[i].nodeName ? firstChange(a[i], b[i]) : b[i];
}

const nextPath = (el) => (el.localName === 'body' ? [] : [...nextPath(el.parentElement), [...el.parentElement.children].indexOf(el)]);

function changedBlock(base, next) {
  const found = firstChange(base.querySelector(MAIN), next.querySelector(MAIN)) ?? firstChange(base.body, next.body);
  let el = found && at(nextPath(found));
  while (el && el !== document.body && /^(inline|contents)/.test(getComputedStyle(el).display) && !el.matches('img, video')) el = el.parentElement;
  return el === document.body || el?.matches(MAIN) ? null : el;
}

function point(el, follow) {
  let box = el.getBoundingClientRect();
  if (!box.height) return;
  const isOff = () => box.bottom <= 0 || box.top >= innerHeight;
  if (isOff() && follow && !isBusy()) {
    ours = performance.now() + 1500;
    el.scrollIntoView({ block: box.height > innerHeight * 0.7 ? 'start' : 'center', behavior: calm() ? 'instant' : 'smooth' });
  } else if (isOff()) return;
  if (calm()) return;
  const ring = (colour) => ({ boxShadow: `0 0 0 6px ${colour}, inset 0 0 0 100vmax ${colour}` });
  el.animate([ring('rgb(255 196 0 / .45)'), ring('rgb(255 196 0 / 0)')], { id: 'trangxa-flash', duration: 600, easing: 'ease-in' });
}

// ---- all together

let base = null; // the version that the page shows; null when that is not known

export const setBase = (doc) => { base ??= doc; };

/**
 * Brings the page to the version `text`. `follow` allows to go where the change is, `quiet` not even to show it. Says whether it did; it does not
 * when a later version has come meanwhile, or when only loading anew can do it.
 */
export async function update(text, { follow, quiet, build, signal }) {
  const next = parse(text), was = base ?? document;
  if (fixed(was) !== fixed(next)) {
    sessionStorage.setItem('trangxa-place', JSON.stringify([location.pathname, scrollY]));
    location.reload();
    return false;
  }
  const { added, removed } = headChanges(was, next);
  const isSheet = (el) => el.matches('link[rel~=stylesheet]');
  const old = removed.filter(isSheet).map(inHead);
  const pairs = added.filter(isSheet).map((el) => [document.importNode(el, true), old.shift(), placeOf(el)]);
  const swap = pairs.length ? await fetchSheets(pairs) : null;
  if (signal.aborted) {
    swap?.(false);
    return false;
  }

  const putBack = remember(), stay = hold();
  document.adoptedStyleSheets.push(still);
  swap?.();
  old.forEach((el) => el?.remove());
  for (const el of removed) if (!isSheet(el)) inHead(el)?.remove();
  for (const el of added) if (!isSheet(el)) document.head.insertBefore(document.importNode(el, true), placeOf(el) ?? null);
  if (document.title !== next.title) document.title = next.title;
  setAttributes(document.documentElement, was.documentElement, next.documentElement);
  setAttributes(document.body, was.body, next.body);
  const wanted = stamps.size ? parse(text) : next;
  if (stamps.size) stampAll(wanted);
  morph(wanted.body);
  const block = base && changedBlock(base, next);
  base = next;
  document.dispatchEvent(new CustomEvent('trangxa:update', { detail: { build } }));
  putBack();
  stay();
  look();
  if (!quiet && block?.isConnected) point(block, follow);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  }));
  return true;
}

/** After a reload of ours: the same place. */
export function restorePlace() {
  const [where, y] = JSON.parse(sessionStorage.getItem('trangxa-place') ?? '[]');
  sessionStorage.removeItem('trangxa-place');
  if (where === location.pathname) scrollTo({ top: y, behavior: 'instant' });
}

// ---- other looks: what a dark, contrasting or printing device would show, for any theme

const YES = '(min-width: 0px)', NO = '(min-width: 999999px)';
const firstMedia = new WeakMap();
const scheme = new CSSStyleSheet();
let looks = {};

function asked(text) {
  if (looks.dark) text = text.replace(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/g, (_, v) => (v === 'dark' ? YES : NO));
  if (looks.contrast) text = text.replace(/\(\s*prefers-contrast\s*(?::\s*([\w-]+)\s*)?\)/g, (_, v) => (!v || v === 'more' ? YES : NO));
  if (looks.print) text = text.replace(/\bprint\b/g, 'all').replace(/\bscreen\b/g, 'speech');
  return text;
}

function rewrite(sheet) {
  let rules;
  try { rules = sheet.cssRules; } catch { return; } // another site's
  for (const rule of [sheet, ...rules]) {
    const { media } = rule;
    if (media?.length) {
      if (!firstMedia.has(media)) firstMedia.set(media, media.mediaText);
      const text = asked(firstMedia.get(media));
      if (media.mediaText !== text) media.mediaText = text;
    }
    if (rule !== sheet && (rule.styleSheet || rule.cssRules)) rewrite(rule.styleSheet ?? rule);
  }
}

/** Shows the page in the looks asked for; without an argument, again in the same. */
export function look(wanted = looks) {
  if (wanted === looks && !Object.values(looks).some(Boolean)) return;
  looks = wanted;
  for (const sheet of document.styleSheets) rewrite(sheet);
  const both = /light dark|dark light/.test(getComputedStyle(document.documentElement).colorScheme);
  scheme.replaceSync(looks.dark && both ? ':root { color-scheme: dark !important }' : '');
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== scheme);
  document.adoptedStyleSheets = looks.dark ? [...others, scheme] : others;
}
