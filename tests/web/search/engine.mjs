// The theme's own search script, outside a browser, over a built site: what a visitor finds, and what it costs.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

const SCRIPT = new URL('../../../themes/cong-xa/static/search.js', import.meta.url);

/** The script's `searcher`. */
export function searcher() {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(SCRIPT, 'utf8'), context);
  return context.trangxaSearch;
}

/** A search over the built site in `dir`. `loaded` tells name and compressed size of every piece that it asked for. */
export function openIndex(dir) {
  const loaded = [];
  const load = async (name) => {
    const text = await readFile(join(dir, 'du-lieu/tim', `${name}.js`));
    loaded.push({ name, size: gzipSync(text).length });
    let data;
    vm.runInNewContext(text.toString(), { trangxaTim: (_, given) => (data = given) });
    return data;
  };
  return { search: searcher()(load, ''), loaded };
}
