// Runs a check that is written in Python. It prints `{"looked": [item…], "bad": [[item, reason]…]}`.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Report } from './report.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

export async function fromPython(name, script, dir) {
  const own = here('.venv/bin/python');
  const python = existsSync(own) ? own : 'python3';
  const { stdout } = await promisify(execFile)(python, [here(script), dir], { maxBuffer: 1 << 28 });
  const { looked, bad } = JSON.parse(stdout);
  const report = new Report(name);
  for (const item of looked) report.looked(item);
  for (const [item, reason] of bad) report.bad(item, reason);
  return report;
}
