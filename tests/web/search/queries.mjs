// What visitors type and what they should find: every line of `queries.tsv` against the theme's own script.
//
//   node queries.mjs SITE

import { readFileSync } from 'node:fs';
import { openIndex } from './engine.mjs';
import { alone, Report } from '../report.mjs';

const FIRST = 3;
const SHARE = 0.95;

/** Every query with the pages that would do. */
export const queries = () =>
  readFileSync(new URL('queries.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [query, pages] = line.split('\t');
      return { query, pages: pages.split(' ') };
    });

/** Says which queries find what they should among the first three, and how many are enough. */
export async function tried(dir) {
  const { search } = openIndex(dir);
  const rows = [];
  for (const { query, pages } of queries()) {
    const found = await search.find(query);
    const shown = (await search.show(found, 0, 10)).map(({ path }) => `/${path}`);
    const place = shown.findIndex((path) => pages.includes(path));
    rows.push({ query, pages, shown, place, ok: place >= 0 && place < FIRST });
  }
  return rows;
}

export async function check(dir) {
  const report = new Report('queries');
  const rows = await tried(dir);
  for (const { pages, query } of rows) {
    report.looked(query);
    if (pages.length === 0) report.bad(query, 'names no page');
  }
  const missed = rows.filter((row) => !row.ok);
  for (const { query, place, shown } of missed) {
    console.log(`     missed: ${query}: ${place < 0 ? 'not among the first ten' : `at place ${place + 1}`}; first ${shown.slice(0, FIRST).join(' ')}`);
  }
  const share = 1 - missed.length / rows.length;
  console.log(`     ${rows.length - missed.length} of ${rows.length} queries (${(share * 100).toFixed(1)} %) find their page among the first ${FIRST}`);
  if (share < SHARE) report.bad('(all queries)', `fewer than ${SHARE * 100} % find their page`);
  return report;
}

await alone(import.meta.url, check);
