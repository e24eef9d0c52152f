// The site's HTML pages, read once: path, address, kind (`<body data-kind>`), parsed tree; and which of them stand for
// the others where looking at all of them takes too long.

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parse } from 'parse5';

/** Every file of the site, as paths with `/` from its root, sorted. */
export async function allFiles(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => relative(dir, join(e.parentPath ?? e.path, e.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').at(-1).startsWith('.trangxa'))
    .sort();
}

/** All elements below `node`, in order. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

export const attr = (element, name) => element.attrs.find((a) => a.name === name)?.value;

/** Every HTML page: `{path, address, kind, bytes, tree, redirect}`. */
export async function allPages(dir) {
  const paths = (await allFiles(dir)).filter((path) => path.endsWith('.html'));
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(join(dir, path));
      const tree = parse(bytes.toString('utf8'));
      const all = [...elements(tree)];
      const body = all.find((e) => e.tagName === 'body');
      return {
        path,
        address: path.replace(/(^|\/)index\.html$/, '$1'),
        kind: attr(body, 'data-kind') ?? 'unknown',
        bytes,
        tree,
        redirect: all.some((e) => e.tagName === 'meta' && attr(e, 'http-equiv')?.toLowerCase() === 'refresh'),
      };
    }),
  );
}

/** Pages that a visitor stays on. */
export const contentPages = (pages) => pages.filter((page) => !page.redirect);

const byKind = (pages) => [...Map.groupBy(contentPages(pages), (page) => page.kind).values()];
const longest = (pages) => pages.reduce((a, b) => (b.bytes.length > a.bytes.length ? b : a));

/** Of each kind the first page by path and the longest one. */
export const representatives = (pages) => [...new Set(byKind(pages).flatMap((same) => [same[0], longest(same)]))];

/** Of each kind the longest page. */
export const longestOfEachKind = (pages) => byKind(pages).map(longest);
