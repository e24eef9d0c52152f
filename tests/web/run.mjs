// Runs the checks of the built site, one after the other, all of them whatever happens, and sums up.
//
//   node run.mjs SITE [CHECK…]

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { closeBrowser } from './browser.mjs';
import { CHECKS } from './checks.mjs';
import { Report } from './report.mjs';

const [dir, ...only] = process.argv.slice(2);
if (!dir || !existsSync(dir)) {
  console.error(`usage: node run.mjs SITE [${Object.keys(CHECKS).join('|')}…]`);
  process.exit(2);
}

const rows = [];
for (const [name, check] of Object.entries(CHECKS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const start = Date.now();
  const report = await check(resolve(dir)).catch((error) => {
    const broken = new Report(name);
    broken.bad('(the check itself)', error.stack);
    return broken;
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${report.failed ? 'FAIL' : 'ok  '} ${name} (${seconds} s)`);
  for (const line of report.lines(40)) console.log(`     ${line}`);
  rows.push({ name, passed: report.passed, failed: report.failed, seconds });
}
await closeBrowser();

console.log('\ncheck       passed  failed    time');
for (const { name, passed, failed, seconds } of rows) {
  console.log(`${name.padEnd(10)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${seconds.padStart(6)}s`);
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') ? 1 : 0);
