// Reading without a network, with the program, a small site over TLS and a server that is stopped: what was read last
// and the chosen pages can still be read, other pages say which those are, what was sought is not kept; over plain HTTP
// nothing is kept at all; and when the site switches it off, everything that was kept is gone at the next visit.
//
//   TRANGXA=target/debug/trangxa node offline.mjs [PART OF A CASE'S NAME…]

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { equal, holds, run, until } from './preview/harness.mjs';
import { serve } from './serve.mjs';

const PROGRAM = resolve(process.env.TRANGXA ?? '../../target/debug/trangxa');
const SCRIPT = 'ngoai-tuyen.js';
const MOST = 2048; // bytes of the script
const LAST = 60; // pages and pictures that are kept
const ARTICLES = LAST + 5;

const root = mkdtempSync(join(tmpdir(), 'trangxa-ngoai-tuyen-'));
const SETTINGS = 'title = "Cổng thông tin xã Phong Thái"\n';
const ON = 'offline = ["/lien-he/"]\n';
const article = (n) => `+++\ntitle = "Bài số ${n}"\ndate = 2026-01-05\n+++\n\nNội dung bài ${n}.\n`;

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function build(settings) {
  write('site.toml', SETTINGS + settings);
  execFileSync(PROGRAM, ['build', '--root', root, '--today', '2026-11-21'], { stdio: 'pipe' });
}

function certificate() {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(root, name));
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'];
  execFileSync('openssl', [...options, '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

write('content/_index.md', '+++\ntitle = "Trang chủ"\n+++\n\nChào mừng.\n');
write('content/lien-he.md', '+++\ntitle = "Liên hệ"\nkind = "page"\n+++\n\nTrực ban: tầng một.\n');
write('content/tin/_index.md', '+++\ntitle = "Tin"\n+++\n');
for (let n = 0; n < ARTICLES; n += 1) write(`content/tin/bai-${n}.md`, article(n));
const tls = certificate();
const sizes = [];
const size = () => sizes.push(statSync(join(root, 'public', SCRIPT)).size);
build('');
size();
build(ON);
size();

/** A host that can be stopped and started again at the same address. */
class Host {
  async start() {
    this.site = await serve(join(root, 'public'), { tls, port: this.site?.port });
    this.home = this.site.home;
    return this;
  }

  stop() {
    return this.site.close();
  }
}

const text = (tab) => tab.evaluate(() => document.body.innerText);
const kept = (tab) =>
  tab.evaluate(async () => {
    const urls = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url));
    return urls.map(({ pathname, search }) => pathname + search);
  });
const workers = (tab) => tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const ready = (tab) => until(() => tab.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'the worker is at work');
const isKept = (tab, path) => until(async () => (await kept(tab)).includes(path), `${path} is kept`);

const CASES = {
  'the script is small': async () => {
    for (const bytes of sizes) holds(bytes <= MOST, `${bytes} bytes, more than ${MOST}`);
    return `${sizes.join(' and ')} bytes`;
  },

  'what was read and the chosen pages can be read without a network': async (tab, host) => {
    await tab.goto(`${host.home}tin/bai-1/`);
    await ready(tab);
    await tab.goto(`${host.home}tin/bai-2/`);
    await isKept(tab, '/tin/bai-1/'); // read before there was a worker
    await isKept(tab, '/tin/bai-2/');
    await host.stop();
    for (const [path, words] of [['tin/bai-1/', 'Nội dung bài 1.'], ['tin/bai-2/', 'Nội dung bài 2.'], ['lien-he/', 'Trực ban: tầng một.']]) {
      await tab.goto(host.home + path);
      holds((await text(tab)).includes(words), `${path} reads “${words}”`);
      equal(await tab.evaluate(() => getComputedStyle(document.body).margin), '0px', `the style of ${path}`);
    }
  },

  'another page says that there is no network and what can be read': async (tab, host) => {
    await tab.goto(`${host.home}tin/bai-1/`);
    await ready(tab);
    await isKept(tab, '/tin/bai-1/');
    await host.stop();
    await tab.goto(`${host.home}tin/bai-9/`);
    equal(await tab.title(), 'Không có mạng', 'the title');
    const links = await tab.$$eval('a', (list) => list.map((a) => [new URL(a.href).pathname, a.textContent]));
    equal(links.map(([path]) => path).sort(), ['/lien-he/', '/tin/bai-1/'], 'the pages that can be read');
    holds(links.every(([, title]) => title.endsWith('Cổng thông tin xã Phong Thái')), 'they have their titles');
    await tab.click('a[href$="lien-he/"]');
    holds((await text(tab)).includes('Trực ban: tầng một.'), 'they can be followed');
  },

  'while there is a network a page is the new one': async (tab, host) => {
    await tab.goto(`${host.home}tin/bai-3/`);
    await ready(tab);
    await isKept(tab, '/tin/bai-3/');
    write('content/tin/bai-3.md', article(3).replace('Nội dung', 'Đính chính'));
    build(ON);
    await tab.goto(`${host.home}tin/bai-3/`);
    holds((await text(tab)).includes('Đính chính bài 3.'), 'the new text');
  },

  'only the last pages are kept, and not what was sought': async (tab, host) => {
    await tab.goto(host.home);
    await ready(tab);
    for (let n = 0; n < ARTICLES; n += 1) await tab.goto(`${host.home}tin/bai-${n}/`);
    await tab.goto(`${host.home}tim-kiem/?q=benh+an`);
    await tab.goto(`${host.home}tin/bai-5/`);
    await isKept(tab, '/tin/bai-5/');
    const all = await kept(tab);
    const articles = all.filter((path) => path.startsWith('/tin/bai-'));
    holds(articles.length <= LAST && articles.length >= LAST - 3, `${articles.length} articles are kept`);
    holds(all.includes('/lien-he/') && all.includes(`/tin/bai-${ARTICLES - 1}/`) && !all.includes('/tin/bai-0/'), 'the contacts and the newest, not the oldest');
    holds(!all.some((path) => path.includes('benh')), 'no search is kept');
  },

  'switched off, everything is taken back at the next visit': async (tab, host) => {
    await tab.goto(`${host.home}tin/bai-1/`);
    await ready(tab);
    await host.stop();
    build('');
    await host.start();
    await tab.goto(`${host.home}tin/bai-2/`);
    await until(async () => (await workers(tab)) === 0 && (await kept(tab)).length === 0, 'no worker and nothing kept');
    await host.stop();
    const isGone = await tab.goto(`${host.home}tin/bai-1/`).then(() => false, () => true);
    holds(isGone, 'without a network there is no page');
    build(ON);
  },

  'nothing is kept over plain HTTP, as in a preview': async (tab) => {
    const plain = await serve(join(root, 'public'));
    await tab.goto(`${plain.home}tin/bai-1/`, { waitUntil: 'networkidle' });
    equal([await workers(tab), await kept(tab)], [0, []], 'workers and what is kept');
    await plain.close();
  },
};

const report = await run('offline', CASES, {
  give: () => new Host().start(),
  take: (host) => host.stop(),
  only: process.argv.slice(2),
  context: { ignoreHTTPSErrors: true },
});
rmSync(root, { recursive: true });
process.exit(report.failed ? 1 : 0);
