// The search of a built site: words, queries, bytes, and the page in a browser.
//
//   node check.mjs SITE PORTAL    where PORTAL is the portal of 1,000 pages that portal.mjs writes, built

import { resolve } from 'node:path';
import { closeBrowser } from '../browser.mjs';
import { Report } from '../report.mjs';
import * as bytes from './bytes.mjs';
import * as page from './page.mjs';
import * as queries from './queries.mjs';
import { wordMistakes } from './words.mjs';

const [site, portal] = process.argv.slice(2).map((dir) => resolve(dir));

async function words(dir) {
  const report = new Report('search words');
  report.looked('words.tsv');
  for (const mistake of await wordMistakes(dir)) report.bad('words.tsv', mistake);
  return report;
}

let failed = 0;
for (const check of [words, queries.check, page.check, bytes.check]) {
  const report = await check(check === bytes.check ? portal : site);
  failed += report.failed;
  for (const line of report.lines(40)) console.log(`     ${line}`);
  console.log(`${report.failed ? 'FAIL' : 'ok  '} ${report.name}: ${report.passed} passed, ${report.failed} failed`);
}
await closeBrowser();
process.exit(failed ? 1 : 0);
