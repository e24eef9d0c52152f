// Every HTML page and every style sheet through the Nu HTML Checker: no error, no warning.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allFiles } from './pages.mjs';
import { alone, Report } from './report.mjs';

const VNU = createRequire(import.meta.url)('vnu-jar');

// Current CSS that the checker does not know yet.
const UNKNOWN_CSS = new RegExp(
  [
    'Unrecognized at-rule .@(container|view-transition|starting-style|property)\\b',
    'Property .(container(-type|-name)?|view-transition-name|line-clamp|field-sizing|interpolate-size)\\b.* doesn.t exist',
  ].join('|'),
);

function vnu(dir) {
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--skip-non-html', '--also-check-css', '--no-langdetect'];
  return new Promise((done, fail) => {
    const child = spawn('java', ['-Xss1m', '-jar', VNU, ...options, dir]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', fail);
    child.on('close', () => {
      try {
        done(JSON.parse(out).messages);
      } catch {
        fail(new Error(`the HTML checker did not run: ${err || out}`.slice(0, 2000)));
      }
    });
  });
}

export async function check(dir) {
  const report = new Report('html');
  for (const path of await allFiles(dir)) if (/\.(html|css)$/.test(path)) report.looked(path);
  for (const message of await vnu(dir)) {
    const remark = message.type === 'info' && message.subType !== 'warning'; // such as “trailing slash on a void element”
    if (remark || UNKNOWN_CSS.test(message.message)) continue;
    const path = message.url ? relative(dir, fileURLToPath(message.url)) : '(checker)';
    const place = message.lastLine ? ` (line ${message.lastLine}, column ${message.lastColumn})` : '';
    report.bad(path, `${message.subType ?? message.type}: ${message.message}${place}`);
  }
  return report;
}

await alone(import.meta.url, check);
