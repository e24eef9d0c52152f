// The pictures of docs/vi/khoi.md: every example of a block, and every kind of chart of the sample portal, as the program
// shows them. Writes them into docs/vi/hinh/, and what they show into tests/golden/blocks.html; `cargo test handbook`
// holds the program to that file, and so says when pictures must be taken anew.
//
//   TRANGXA=target/debug/trangxa node tests/web/handbook.mjs

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browser, closeBrowser } from './browser.mjs';
import { serve } from './serve.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(project, 'content/nghi-quyet-57/muc-tieu-y-nghia/nghi-quyet-57-qua-hinh');
const pictures = join(project, 'docs/vi/hinh');
const program = resolve(process.env.TRANGXA ?? join(project, 'target/debug/trangxa'));
const [BEGIN, END] = ['<p>Mở đầu.</p>', '<p>Kết thúc.</p>'];

const handbook = readFileSync(join(project, 'docs/vi/khoi.md'), 'utf8');
const blocks = [...handbook.matchAll(/^## ([a-z-]+) – [^]*?^````text\n([^]*?)^````$/gm)];
const charts = [...readFileSync(join(sample, 'index.md'), 'utf8').matchAll(/^```bieu-do\nloai: ([a-z0-9-]+)\n[^]*?^```$/gm)];
const examples = [
  ...blocks.map(([, name, text]) => ({ name, text, isKind: false })),
  ...charts.map(([text, name]) => ({ name, text: `${text}\n`, isKind: true })),
];

const root = mkdtempSync(join(tmpdir(), 'trangxa-'));
mkdirSync(join(root, 'content/_data'), { recursive: true });
mkdirSync(pictures, { recursive: true });
writeFileSync(join(root, 'site.toml'), 'title = "Xã"\nbase_url = "https://xa.example.vn"\n');
writeFileSync(join(root, 'content/_index.md'), '+++\ntitle = "Xã"\n+++\n');
for (const file of ['muc-tieu-2030.csv', 'van-ban-theo-thang.csv']) copyFileSync(join(sample, file), join(root, 'content/_data', file));
for (const { name, text } of examples) {
  writeFileSync(join(root, `content/${name}.md`), `+++\ntitle = "${name}"\n+++\nMở đầu.\n\n${text}\nKết thúc.\n`);
}
execFileSync(program, ['build', '--root', root, '--out', join(root, 'public'), '--today', '2026-11-21'], { stdio: 'inherit' });

let golden = '';
const site = await serve(join(root, 'public'));
for (const { name, isKind } of examples) {
  const html = readFileSync(join(root, 'public', name, 'index.html'), 'utf8');
  golden += `<!-- ${name} -->${html.slice(html.indexOf(BEGIN) + BEGIN.length, html.indexOf(END))}`;
  const context = await (await browser()).newContext({ viewport: { width: isKind ? 360 : 520, height: 800 } });
  const tab = await context.newPage();
  await tab.goto(`${site.home}${name}/`);
  const shown = isKind ? tab.locator('.chart > .narrow') : tab.locator('.prose > :nth-child(2)');
  await shown.screenshot({ path: join(pictures, `${name}.png`) });
  await context.close();
}
writeFileSync(join(project, 'tests/golden/blocks.html'), golden);
await site.close();
await closeBrowser();
rmSync(root, { recursive: true });
