// What a visitor loads before the first result: the script, the catalogue, the pieces of the query, the titles shown; all
// compressed. A portal of 1,000 pages has a limit; what others take is printed.
//
//   node bytes.mjs SITE

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openIndex } from './engine.mjs';
import { queries } from './queries.mjs';
import { alone, Report } from '../report.mjs';

const LIMIT = 60 * 1024;
const LIMITED_TO = 1100; // pages; larger portals may take more
const kb = (size) => `${(size / 1024).toFixed(1)} KB`;

export async function check(dir) {
  const report = new Report('search bytes');
  const assets = readdirSync(join(dir, 'assets')).filter((name) => /^search\..*\.js$/.test(name));
  const script = gzipSync(readFileSync(join(dir, 'assets', assets[0]))).length;
  const rows = [];
  let pages = 0;
  for (const { query } of queries()) {
    const { search, loaded } = openIndex(dir);
    const start = performance.now();
    const found = await search.find(query);
    await search.show(found, 0, 8);
    const time = performance.now() - start;
    const size = loaded.reduce((sum, piece) => sum + piece.size, script);
    pages = (await search.open()).places.length;
    rows.push({ query, size, pieces: loaded.length, meant: found.meant, time });
    report.looked(query);
    if (pages <= LIMITED_TO && size > LIMIT) report.bad(query, `${kb(size)} before the first result, more than ${kb(LIMIT)}`);
  }
  rows.sort((a, b) => a.size - b.size);
  const at = (share) => rows[Math.min(rows.length - 1, Math.floor(rows.length * share))];
  const folder = join(dir, 'du-lieu/tim');
  const files = readdirSync(folder);
  const total = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  console.log(`     ${pages} pages; index ${files.length} files, ${kb(total)}; script ${kb(script)}`);
  for (const [name, row] of [['median', at(0.5)], ['95 of 100', at(0.95)], ['most', at(1)]]) {
    console.log(`     ${name}: ${kb(row.size)} in ${row.pieces} pieces (${row.query}${row.meant ? `, taken for ${row.meant}` : ''})`);
  }
  console.log(`     slowest: ${Math.max(...rows.map((row) => row.time)).toFixed(0)} ms with reading and unpacking`);
  return report;
}

await alone(import.meta.url, check);
