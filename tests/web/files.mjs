// The site as files: every relative address in every page names a file that is there, with its anchor, and none is
// absolute to the host (`/…`), so that pages work from a disk and under any sub-path. The page's own absolute
// addresses (canonical, social image) name files that are there, too.
//
// `404.html` is the exception: it is shown at any depth, so its addresses must be absolute.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { closeBrowser, onPages } from './browser.mjs';
import { allPages, attr, elements, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';

const ATTRIBUTES = ['href', 'src', 'poster', 'data', 'action', 'formaction', 'srcset', 'imagesrcset'];

/** The addresses that one page names, as `[attribute, address]`. */
function* addresses(tree) {
  for (const element of elements(tree)) {
    for (const name of ATTRIBUTES) {
      const value = attr(element, name);
      if (value === undefined) continue;
      if (element.tagName === 'base') continue;
      if (name.endsWith('srcset')) for (const part of value.split(/,\s+/)) yield [name, part.trim().split(/\s+/)[0]];
      else yield [name, value.trim()];
    }
    if (element.tagName === 'meta' && /^(og|twitter):image$/.test(attr(element, 'property') ?? attr(element, 'name') ?? ''))
      yield ['content', attr(element, 'content') ?? ''];
  }
}

const ROOT = '/site/'; // where the site is thought to lie, so that a `../` too many is seen
const isOther = (address) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** The site's own address, as the home page's canonical link says it. */
export function baseUrl(pages) {
  const home = pages.find((page) => page.path === 'index.html');
  const link = home && [...elements(home.tree)].find((e) => e.tagName === 'link' && attr(e, 'rel') === 'canonical');
  return link ? attr(link, 'href') : undefined;
}

/** The file that an address path from the root names, or nothing. */
export function fileOf(dir, path) {
  const plain = decodeURIComponent(path).replace(/^\/+/, '');
  const named = join(dir, plain);
  if (!existsSync(named)) return undefined;
  if (!statSync(named).isDirectory()) return plain;
  const index = join(plain, 'index.html');
  return existsSync(join(dir, index)) && (plain === '' || plain.endsWith('/')) ? index : undefined;
}

export async function check(dir) {
  const report = new Report('files');
  const pages = await allPages(dir);
  const base = baseUrl(pages);
  if (!base) report.bad('index.html', 'no <link rel="canonical">');
  const ids = new Map(
    pages.map((page) => [page.path, new Set([...elements(page.tree)].flatMap((e) => attr(e, 'id') ?? []))]),
  );
  const exists = (page, url, shown) => {
    if (!url.pathname.startsWith(ROOT)) return report.bad(page.path, `leads out of the site: ${shown}`);
    const file = fileOf(dir, url.pathname.slice(ROOT.length));
    if (!file) return report.bad(page.path, `no such file: ${shown}`);
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor && ids.has(file) && !ids.get(file).has(anchor)) report.bad(page.path, `no such anchor: ${shown}`);
  };
  const inSite = (address) => new URL(address.slice(base.length), `http://host${ROOT}`);

  for (const page of pages) {
    report.looked(page.path);
    const is404 = page.path === '404.html';
    for (const [name, address] of addresses(page.tree)) {
      const shown = `${name}="${address}"`;
      try {
        if (base && address.startsWith(base)) exists(page, inSite(address), shown);
        else if (isOther(address)) continue;
        else if (is404 && base && address.startsWith(new URL(base).pathname)) exists(page, inSite(new URL(address, base).href), shown);
        else if (is404 && !address.startsWith('#')) report.bad(page.path, `relative in a page that is shown at any depth: ${shown}`);
        else if (is404) continue;
        else if (address.startsWith('/')) report.bad(page.path, `absolute to the host: ${shown}`);
        else exists(page, new URL(address, `http://host${ROOT}${page.path}`), shown);
      } catch {
        report.bad(page.path, `not an address: ${shown}`);
      }
    }
    if (!page.redirect && !is404 && base) {
      const link = [...elements(page.tree)].find((e) => e.tagName === 'link' && attr(e, 'rel') === 'canonical');
      const own = base + page.address;
      if (link && attr(link, 'href') !== own) report.bad(page.path, `its canonical address is ${attr(link, 'href')}, not ${own}`);
    }
  }
  await fromDisk(report, dir, representatives(pages).filter((page) => page.path !== '404.html'));
  return report;
}

/** Opens pages from the disk, as from a USB stick: every link in the page as the browser has it names a file. */
async function fromDisk(report, dir, chosen) {
  await onPages({}, chosen, async (tab, page) => {
    const item = `${page.path} (from disk)`;
    report.looked(item);
    tab.removeAllListeners('requestfailed');
    tab.on('requestfailed', (request) => report.bad(item, `not loaded: ${request.url()}`));
    await tab.goto(pathToFileURL(join(dir, page.path)).href);
    const links = await tab.$$eval('a[href]', (list) => list.map((a) => a.href));
    for (const link of links.filter((l) => l.startsWith('file:'))) {
      const file = fileURLToPath(link.split(/[?#]/)[0]);
      if (!existsSync(file)) report.bad(item, `no such file: ${link}`);
      else if (statSync(file).isDirectory()) report.bad(item, `a link to a folder, not to its index.html: ${link}`);
    }
  });
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
