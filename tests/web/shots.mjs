// Pictures of one page of every kind on a phone and a desk, light and dark, for people to look at.
//
//   node shots.mjs SITE PICTURES

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closeBrowser, onPages } from './browser.mjs';
import { allPages, representatives } from './pages.mjs';
import { serve } from './serve.mjs';

const [dir, into] = process.argv.slice(2);
if (!dir || !into) {
  console.error('usage: node shots.mjs SITE PICTURES');
  process.exit(2);
}
await mkdir(into, { recursive: true });
const site = await serve(dir);
const chosen = representatives(await allPages(dir));
for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    await onPages({ viewport: { width, height: 800 }, colorScheme }, chosen, async (tab, page) => {
      await tab.goto(site.home + page.address);
      const name = page.path.replace(/\/?index\.html$|\.html$/, '').replaceAll('/', '_') || 'home';
      const path = join(into, `${page.kind}-${name}-${width}-${colorScheme}.png`);
      await tab.screenshot({ path, fullPage: true });
      console.log(path);
    });
  }
}
await site.close();
await closeBrowser();
