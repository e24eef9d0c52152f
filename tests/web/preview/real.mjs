// The live preview as an editor has it: the program, a folder, a browser; files are saved and the page is looked at.
//
//   TRANGXA=target/debug/trangxa node real.mjs [PART OF A CASE'S NAME…]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { equal, holds, pause, run, until } from './harness.mjs';
import { css, paragraphs, paragraph, picture } from './pages.mjs';

const PROGRAM = resolve(process.env.TRANGXA ?? '../../../target/debug/trangxa');
const FILE = 'content/tin-tuc/ho-so.md';
const text = (main, more = '') => `+++\ntitle = "Hướng dẫn nộp hồ sơ"\ndate = 2026-01-05\n${more}+++\n\n${main.replace(/<\/?p>/g, '').replaceAll('\n', '\n\n')}\n`;

const SITE = {
  'site.toml': 'title = "Cổng thông tin xã Phong Thái"\n',
  'content/_index.md': '+++\ntitle = "Trang chủ"\n+++\n',
  'content/tin-tuc/_index.md': '+++\ntitle = "Tin tức"\n+++\n',
  [FILE]: text(`![Hình vuông](/anh/a.svg)\n${paragraphs(60)}`),
  'content/tin-tuc/khac.md': '+++\ntitle = "Thư mời họp dân"\ndate = 2026-01-06\n+++\n\nNội dung.\n',
  'static/anh/a.svg': picture('#0a6'),
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

class Site {
  /** As editors' programs do: the whole file beside it, then its name. */
  async save(name, body) {
    const path = join(this.root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.tmp`, body);
    await rename(`${path}.tmp`, path);
  }

  async start() {
    this.root = await mkdtemp(join(tmpdir(), 'trangxa-xem-'));
    for (const [name, body] of Object.entries(SITE)) await this.save(name, body);
    const port = await freePort();
    this.home = `http://127.0.0.1:${port}/`;
    this.said = '';
    this.program = spawn(PROGRAM, ['preview', '--port', String(port), '--no-open', '--root', this.root]);
    for (const stream of [this.program.stdout, this.program.stderr]) stream.on('data', (part) => { this.said += part; });
    await until(() => fetch(this.home).then((answer) => answer.status === 200, () => {
      if (this.program.exitCode !== null) throw new Error(`the program ended: ${this.said}`);
    }), 'the program serves the home page', 20_000);
    return this;
  }

  async stop() {
    this.program.kill();
    if (this.program.exitCode === null) await once(this.program, 'exit');
    await rm(this.root, { recursive: true });
  }
}

const inBar = (tab, selector) => tab.locator(`trangxa-preview ${selector}`);

async function open(tab, site, path = 'tin-tuc/ho-so/') {
  const listens = tab.waitForRequest((request) => request.url().includes('/.trangxa/events'));
  await tab.goto(site.home + path);
  await listens;
  await inBar(tab, '.row').waitFor();
  await pause(200);
  await tab.evaluate(() => { window.kept = true; });
}

const shows = (tab, part) => until(() => tab.evaluate((t) => document.querySelector('main').textContent.includes(t), part).catch(() => false), `the page shows “${part}”`);
const isKept = async (tab) => equal(await tab.evaluate(() => window.kept), true, 'patched without loading anew');

const CASES = {
  async 'a saved text is on the page without loading it anew, and the rest keeps its nodes'(tab, site) {
    await open(tab, site);
    await tab.evaluate(() => { [...document.querySelectorAll('main p')].at(-1).mark = true; });
    const start = Date.now();
    await site.save(FILE, text(paragraphs(60, { 1: paragraph(1, ', có cán bộ giúp') })));
    await shows(tab, 'có cán bộ giúp');
    const ms = Date.now() - start;
    await isKept(tab);
    equal(await tab.evaluate(() => [...document.querySelectorAll('main p')].some((el) => el.mark)), true, 'the last paragraph is the same node');
    return `${ms} ms`;
  },

  async 'the place is kept when the text above is edited'(tab, site) {
    await open(tab, site);
    const y = () => tab.evaluate(() => [...document.querySelectorAll('main p')].find((el) => el.textContent.startsWith('Đoạn 30.')).getBoundingClientRect().top);
    await tab.evaluate(() => {
      const el = [...document.querySelectorAll('main p')].find((one) => one.textContent.startsWith('Đoạn 28.'));
      scrollTo({ top: el.getBoundingClientRect().top + scrollY, behavior: 'instant' });
    });
    await pause(100);
    const before = await y();
    await site.save(FILE, SITE[FILE].replace('Đoạn 1.', `Đoạn thêm. ${'Rất dài '.repeat(60)}\n\nĐoạn 1.`));
    await shows(tab, 'Đoạn thêm.');
    const moved = Math.abs((await y()) - before);
    holds(moved <= 4, `moved by ${moved} px`);
    await isKept(tab);
    return `${moved.toFixed(2)} px`;
  },

  async 'a mistake is shown with its place over the last good page, and goes when it is mended'(tab, site) {
    await open(tab, site);
    await site.save(FILE, SITE[FILE].replace('title =', 'titel ='));
    await inBar(tab, '.panel').waitFor();
    const said = await inBar(tab, '.panel').innerText();
    holds(/content\/tin-tuc\/ho-so\.md:2:1/.test(said), said);
    await shows(tab, 'Đoạn 59.');
    await site.save(FILE, SITE[FILE]);
    await inBar(tab, '.panel').waitFor({ state: 'hidden' });
    await isKept(tab);
  },

  async 'the theme’s style sheet is exchanged in place'(tab, site) {
    await site.save('themes/cong-xa/theme.toml', await readFile(new URL('../../../themes/cong-xa/theme.toml', import.meta.url)));
    await site.save('themes/cong-xa/static/site.css', css);
    await pause(1000);
    await open(tab, site);
    await site.save('themes/cong-xa/static/site.css', `${css}\nmain p { color: rgb(1, 2, 3) }\n`);
    await until(() => tab.evaluate(() => getComputedStyle(document.querySelector('main p:last-of-type')).color === 'rgb(1, 2, 3)'), 'the new colour');
    await isKept(tab);
  },

  async 'a picture with other bytes is exchanged in place'(tab, site) {
    await open(tab, site);
    // Empty while a lazy picture has not been chosen yet.
    const shownPicture = () => tab.evaluate(() => document.querySelector('main img').currentSrc);
    const before = await until(shownPicture, 'a picture');
    await site.save('static/anh/a.svg', picture('#d00'));
    const after = await until(async () => [await shownPicture()].find((now) => now && now !== before), 'another address');
    const bytes = await (await fetch(after)).text();
    holds(bytes.includes('#d00'), bytes);
    await isKept(tab);
  },

  async 'a draft is marked, and not there as residents see the site'(tab, site) {
    await site.save('content/tin-tuc/nhap.md', '+++\ntitle = "Kế hoạch ra quân"\ndate = 2026-01-07\ndraft = true\n+++\n\nNội dung nháp.\n');
    await until(() => fetch(`${site.home}tin-tuc/nhap/`).then(({ status }) => status === 200), 'the draft is served');
    await open(tab, site, 'tin-tuc/nhap/');
    await inBar(tab, '.ribbon').waitFor();
    await open(tab, site, 'tin-tuc/');
    await inBar(tab, '.marks span').first().waitFor();
    await inBar(tab, 'button[aria-controls=views]').click();
    await inBar(tab, 'fieldset button').click();
    await until(() => tab.evaluate(() => !document.querySelector('main').textContent.includes('Kế hoạch ra quân')), 'the draft is off the list');
    await until(async () => (await inBar(tab, '.marks span').count()) === 0, 'no marks');
    await inBar(tab, '.note button').click();
    await shows(tab, 'Kế hoạch ra quân');
    await inBar(tab, '.marks span').first().waitFor();
  },

  async 'saving another page goes there'(tab, site) {
    await open(tab, site);
    await site.save('content/tin-tuc/khac.md', `${SITE['content/tin-tuc/khac.md']}Thêm một câu.\n`);
    await tab.waitForURL('**/tin-tuc/khac/');
    await shows(tab, 'Thêm một câu.');
  },
};

const report = await run('preview of the program', CASES, { give: () => new Site().start(), take: (site) => site.stop(), only: process.argv.slice(2) });
process.exit(report.failed ? 1 : 0);
