// One Chromium for all checks of a run, and one of its own for a tool that drives it itself. Both know no host but
// loopback, so that no page can reach out.

import { existsSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import { chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = () => places.find((path) => path && existsSync(path));
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors', // that of our own servers; there are no others
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
let opened;

export function browser() {
  opened ??= chromium.launch({ executablePath: program(), args: FLAGS });
  return opened;
}

/** A Chromium that is driven through a port: `{port, kill}`. */
export const browserAtPort = () =>
  launch({ chromePath: program(), chromeFlags: ['--headless=new', '--no-sandbox', ...FLAGS], logLevel: 'error' });

export async function closeBrowser() {
  await (await opened)?.close();
  opened = undefined;
}

/** Runs `work(page, item)` over the items in two pages of one context, and closes the context. */
export async function onPages(contextOptions, items, work) {
  const context = await (await browser()).newContext({ reducedMotion: 'reduce', ...contextOptions });
  context.setDefaultTimeout(20_000);
  const queue = [...items];
  const worker = async () => {
    const page = await context.newPage();
    while (queue.length > 0) await work(page, queue.shift());
  };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await context.close();
  }
}
