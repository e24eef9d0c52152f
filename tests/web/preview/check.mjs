// The browser's side of the live preview, in Chromium against a server that speaks its protocol.
//
//   node check.mjs [PART OF A CASE'S NAME…]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { equal, holds, pause, run, until } from './harness.mjs';
import { Mock } from './mock.mjs';
import { css, fill, js, page, paragraph, paragraphs, picture, problem } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HERE = 'tin-tuc/ho-so/';

/** Opens a page and waits until it listens. Counts on `window.kept` to be lost by a reload. */
async function open(tab, mock, path = HERE) {
  await tab.goto(mock.home + path);
  await until(() => mock.listeners(path), 'the page listens');
  await tab.waitForLoadState('networkidle').catch(() => {});
  await tab.evaluate(() => {
    window.kept = true;
    window.updates = 0;
    document.addEventListener('trangxa:update', () => { window.updates += 1; });
  });
}

/** Waits until the page has been changed in place `times`, and has been painted. */
async function changed(tab, mock, times = 1) {
  await until(() => tab.evaluate((n) => window.updates >= n, times), `${times} updates in place`);
  await until(() => mock.posts.some(({ name, body }) => name === 'painted' && body.build === mock.build), 'painted');
  holds(await tab.evaluate(() => window.kept === true), 'the page was loaded anew');
}

const top = (tab, text) => tab.evaluate((t) => [...document.querySelectorAll('main p, main h1, main h2')].find((el) => el.textContent.startsWith(t)).getBoundingClientRect().top, text);
const inBar = (tab, selector) => tab.locator(`trangxa-preview ${selector}`);
/** Waits until a part of the bar has a text that `fits`. */
const says = (tab, selector, fits, what) => until(async () => fits((await inBar(tab, selector).textContent()) ?? ''), what);
const scrollTo = async (tab, y) => {
  await tab.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y);
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};

/** The page as HTML, without what the preview and the theme's script add. */
const shown = (tab) => tab.evaluate(() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll('trangxa-preview, script').forEach((el) => el.remove());
  return copy.outerHTML.replace(/\s+/g, ' ').replace(/> </g, '><');
});

async function axe(tab) {
  const has = await tab.evaluate('Boolean(globalThis.axe)');
  if (!has) await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(() => globalThis.axe.run({ include: [['trangxa-preview']] }, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')} ${nodes[0].failureSummary}`);
}

const CASES = {
  async 'a saved text is changed in place; every other block keeps its node'(tab, mock) {
    await open(tab, mock);
    await tab.evaluate(() => document.querySelectorAll('main p').forEach((el, i) => { el.mark = i; }));
    const change = { 3: paragraph(3, ', có cán bộ đoàn giúp'), 5: `${paragraph('mới')}\n${paragraph(5)}` };
    mock.save(HERE, page(paragraphs(60, change)));
    await changed(tab, mock);
    const nodes = await tab.evaluate(() => [...document.querySelectorAll('main p')].map((el) => [el.textContent.split('.')[0], el.mark ?? null]));
    equal(nodes.slice(0, 8), [['Đoạn 0', 0], ['Đoạn 1', 1], ['Đoạn 2', 2], ['Đoạn 3', 3], ['Đoạn 4', 4], ['Đoạn mới', null], ['Đoạn 5', 5], ['Đoạn 6', 6]], 'nodes');
    equal(nodes.length, 61, 'paragraphs');
    mock.save(HERE, page(paragraphs(60).split('\n').slice(2).join('\n')));
    await changed(tab, mock, 2);
    equal(await tab.evaluate(() => [...document.querySelectorAll('main p')].every((el, i) => el.mark === i + 2)), true, 'after two are gone the others have their nodes');
  },

  async 'after any edits the page is what a fresh visit shows'(tab, mock, context) {
    await open(tab, mock);
    let seed = 7;
    const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
    const parts = Array.from({ length: 12 }, (_, i) => paragraph(i));
    const kinds = [
      (i) => `<h2 id="muc-${i}">Mục ${i}</h2>`,
      (i) => `<ul><li>Một ${i}</li><li><b>Hai</b> <a href="/tin-tuc/">tin</a></li></ul>`,
      (i) => `<table><thead><tr><th>A<th>B</thead><tbody><tr><td>${i}<td>2</tbody></table>`,
      (i) => `<details><summary>Xem ${i}</summary><p>Trong</p></details>`,
      (i) => `<figure><img src="/anh/a.svg" alt="${i}" width="64" height="36"><figcaption>Ảnh ${i}</figcaption></figure>`,
      (i) => `<noscript><p>Không có script ${i}</p></noscript>`,
    ];
    for (let turn = 1; turn <= 40; turn += 1) {
      for (let n = random(3); n >= 0; n -= 1) {
        const at = random(parts.length);
        const act = random(4);
        if (act === 0) parts.splice(at, 1);
        else if (act === 1) parts.splice(at, 0, kinds[random(kinds.length)](turn * 10 + n));
        else if (act === 2) parts.splice(random(parts.length), 0, ...parts.splice(at, 1));
        else parts[at] = (parts[at] ?? paragraph(turn)).replace(/\d+/, String(turn));
      }
      const title = turn % 7 ? 'Hướng dẫn nộp hồ sơ' : `Hướng dẫn ${turn}`;
      const head = turn % 5 ? '' : `<meta name="description" content="${turn}">\n<link rel="canonical" href="/x/${turn}/">`;
      mock.save(HERE, page(parts.join('\n'), { title, head, attributes: turn % 6 ? '' : ` class="lan-${turn}"` }));
      await changed(tab, mock, turn);
      if (turn % 4) continue;
      const other = await context.newPage();
      await other.goto(mock.home + HERE);
      await until(() => other.evaluate(() => Boolean(document.querySelector('trangxa-preview'))), 'the other tab has started');
      equal(await shown(tab), await shown(other), `turn ${turn}`);
      await other.close();
      await tab.bringToFront();
    }
    return '40 edits';
  },

  async 'an edit below the view moves nothing, one above it keeps the block in view'(tab, mock) {
    await open(tab, mock);
    await scrollTo(tab, 900);
    const [y, before] = [await tab.evaluate('scrollY'), await top(tab, 'Đoạn 20.')];
    mock.save(HERE, page(paragraphs(60, { 55: paragraph(55, ` ${'rất dài '.repeat(80)}`) })));
    await changed(tab, mock);
    const below = (await tab.evaluate('scrollY')) - y;
    equal(below, 0, 'px moved by an edit below');
    await scrollTo(tab, 900);
    mock.save(HERE, page(paragraphs(60, { 1: `${paragraph(1, ` ${'rất dài '.repeat(80)}`)}\n${paragraph('thêm')}` })));
    await changed(tab, mock, 2);
    await pause(200);
    const above = Math.abs((await top(tab, 'Đoạn 20.')) - before);
    holds(above <= 4, `an edit above moved the block in view by ${above} px`);
    holds((await tab.evaluate('scrollY')) > y + 50, 'the page did not grow above');
    return `below ${below} px, above ${above.toFixed(2)} px`;
  },

  async 'what is changed off screen is brought into view when the reader is not reading'(tab, mock) {
    await open(tab, mock);
    mock.save(HERE, page(paragraphs(60, { 50: paragraph(50, ', sửa') })));
    await changed(tab, mock);
    const y = await top(tab, 'Đoạn 50.');
    holds(y > 0 && y < 700, `the changed block is at ${y} px`);
    await pause(2100);
    await inBar(tab, 'button[aria-controls=more]').click();
    await inBar(tab, '#more label').first().click();
    await tab.keyboard.press('Escape');
    await scrollTo(tab, 0);
    await pause(2300);
    mock.save(HERE, page(paragraphs(60, { 50: paragraph(50, ', sửa nữa') })));
    await changed(tab, mock, 2);
    equal(await tab.evaluate('scrollY'), 0, 'with following switched off');
    await tab.reload();
    await inBar(tab, 'button[aria-controls=more]').click();
    equal(await inBar(tab, '#more input').first().isChecked(), false, 'the choice is kept');
    return `at ${Math.round(y)} px`;
  },

  async 'the changed block flashes for 600 ms, and not for those who want no motion'(tab, mock) {
    await open(tab, mock);
    const flashes = () => tab.evaluate(() => document.getAnimations().filter((one) => one.id === 'trangxa-flash').map((one) => [one.effect.getTiming().duration, one.effect.target.textContent.slice(0, 7)]));
    mock.save(HERE, page(paragraphs(60, { 2: paragraph(2, ', một') })));
    await changed(tab, mock);
    equal(await flashes(), [], 'reduced motion');
    await tab.emulateMedia({ reducedMotion: 'no-preference' });
    mock.save(HERE, page(paragraphs(60, { 2: paragraph(2, ', hai') })));
    await changed(tab, mock, 2);
    equal(await flashes(), [[600, 'Đoạn 2.']], 'flashes');
    await pause(700);
    equal(await tab.evaluate(() => document.querySelectorAll('main p')[2].getAttributeNames()), [], 'attributes left behind');
  },

  async 'focus, selection, typed text, open details and playing media stay'(tab, mock) {
    const form = (i) => page(`${paragraph(i)}
<form><label>Tên <input name="ten"></label> <label>Chọn <select name="chon"><option>A<option>B</select></label> <label><input type="checkbox" name="dong"> Đồng ý</label><textarea name="y" aria-label="Ý kiến">Sẵn</textarea></form>
<details><summary>Xem thêm</summary><p>Bên trong ${i}</p></details>
<p id="chon-chu">Một dòng để chọn chữ</p>
<audio controls loop src="/anh/a.wav"></audio>
<form class="filter" data-filter="bang" hidden><input type="search" data-text aria-label="Lọc"><span data-count></span></form>
<table id="bang" data-sortable><thead><tr><th>Số</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table>${paragraph(i + 1)}`);
    const rate = 8000, wav = Buffer.alloc(44 + rate * 4);
    wav.write('RIFF'); wav.writeUInt32LE(36 + rate * 4, 4); wav.write('WAVEfmt ', 8); wav.writeUInt32LE(16, 16); wav.writeUInt16LE(1, 20); wav.writeUInt16LE(1, 22);
    wav.writeUInt32LE(rate, 24); wav.writeUInt32LE(rate, 28); wav.writeUInt16LE(1, 32); wav.writeUInt16LE(8, 34); wav.write('data', 36); wav.writeUInt32LE(rate * 4, 40);
    mock.files.set('anh/a.wav', wav);
    mock.pages.set(HERE, form(1));
    await open(tab, mock);
    await tab.locator('select[name=chon]').selectOption('B');
    await tab.locator('input[name=dong]').check();
    await tab.locator('textarea').fill('Ý kiến của tôi');
    await tab.locator('main summary').click();
    await tab.locator('[data-text]').fill('2');
    await tab.evaluate(() => document.querySelector('audio').play());
    await tab.locator('input[name=ten]').pressSequentially('Nguyễn');
    await tab.evaluate(() => document.querySelector('input[name=ten]').setSelectionRange(2, 4));
    const state = () => tab.evaluate(() => {
      const el = document.activeElement, form = document.forms[0];
      const audio = document.querySelector('audio');
      return { focus: el.name, range: [el.selectionStart, el.selectionEnd], values: [form.ten.value, form.chon.value, form.dong.checked, form.y.value], open: document.querySelector('main details').open, plays: !audio.paused && audio.currentTime > 0, rows: [...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).map((row) => row.textContent), sorts: document.querySelectorAll('th button').length };
    });
    await until(async () => (await state()).plays, 'the sound plays');
    const before = await state();
    mock.save(HERE, form(2));
    await changed(tab, mock);
    equal(await state(), before, 'after an update');
    equal(await tab.evaluate(() => document.querySelector('main details p').textContent), 'Bên trong 2', 'text inside details');
    await tab.evaluate(() => {
      document.activeElement.blur();
      const node = document.getElementById('chon-chu').firstChild;
      getSelection().setBaseAndExtent(node, 4, node, 8);
    });
    mock.save(HERE, form(3));
    await changed(tab, mock, 2);
    equal(await tab.evaluate(() => getSelection().toString()), 'dòng', 'selected text');
  },

  async 'of two saves in a row only the newest counts'(tab, mock) {
    await open(tab, mock);
    for (let i = 1; i <= 12; i += 1) mock.save(HERE, page(paragraphs(60, { 0: paragraph(0, `, lần ${i}`) })));
    await until(() => tab.evaluate(() => document.querySelector('main p').textContent.includes('lần 12')), 'the newest text');
    await changed(tab, mock);
  },

  async 'a picture with other bytes is exchanged alone'(tab, mock) {
    mock.files.set('anh/c.svg', mock.files.get('anh/b.svg'));
    const image = (from, alt) => `<img ${from} alt="${alt}" width="64" height="36">`;
    mock.pages.set(HERE, page(`${image('src="/anh/a.svg"', 'A')}${image('srcset="/anh/b.svg 1x, /anh/a.svg 2x" src="/anh/b.svg"', 'B')}${image('src="/anh/c.svg"', 'C')}${paragraphs(3)}`));
    await open(tab, mock);
    mock.asked.length = 0;
    mock.saveFile('anh/a.svg', picture('#d00'));
    await until(() => mock.asked.includes(`anh/a.svg?t=${mock.build}`), 'the picture is asked for again');
    await pause(100);
    // A browser chooses anew from a list that has changed, and may ask for the one that it shows already.
    equal(mock.asked.filter((path) => !path.startsWith('.trangxa') && path !== 'anh/b.svg'), [`anh/a.svg?t=${mock.build}`], 'what was loaded');
    equal(await tab.evaluate(() => [...document.querySelectorAll('main img')].map((el) => [el.getAttribute('src'), el.getAttribute('srcset')])), [['/anh/a.svg?t=2', null], ['/anh/b.svg', '/anh/b.svg 1x, /anh/a.svg?t=2 2x'], ['/anh/c.svg', null]], 'addresses');
    mock.asked.length = 0;
    mock.save(HERE, mock.pages.get(HERE).replace('Đoạn 0', 'Đoạn không'));
    await changed(tab, mock);
    equal(mock.asked.filter((path) => path.startsWith('anh/')), [], 'pictures loaded again by a later update of the text');
  },

  async 'a style sheet with another name is exchanged without a moment without style'(tab, mock) {
    await open(tab, mock);
    await scrollTo(tab, 600);
    mock.files.set('site-2.css', { body: `${css}\nmain p { color: rgb(1, 2, 3) }`, delay: 250 });
    await tab.evaluate(() => {
      window.seen = [];
      const look = () => {
        const style = getComputedStyle(document.querySelector('main p'));
        window.seen.push(`${style.fontSize} ${getComputedStyle(document.querySelector('.nav')).backgroundColor}`);
        requestAnimationFrame(look);
      };
      look();
    });
    const before = await top(tab, 'Đoạn 20.');
    mock.save(HERE, page(paragraphs(60), { style: 'site-2.css' }));
    await changed(tab, mock);
    await pause(100);
    const seen = await tab.evaluate(() => window.seen);
    equal([...new Set(seen)], ['17px rgb(168, 18, 25)'], 'looks seen');
    equal(await tab.evaluate(() => getComputedStyle(document.querySelector('main p')).color), 'rgb(1, 2, 3)', 'the new colour');
    equal(await tab.evaluate(() => [...document.querySelectorAll('head link[rel=stylesheet]')].map((el) => [el.getAttribute('href'), el.getAttribute('media')])), [['/site-2.css', null]], 'sheets left');
    equal((await top(tab, 'Đoạn 20.')) - before, 0, 'px moved');
    mock.saveFile('site-2.css', `${css}\nmain p { color: rgb(4, 5, 6) }`);
    await until(() => tab.evaluate(() => getComputedStyle(document.querySelector('main p')).color === 'rgb(4, 5, 6)'), 'a sheet of the same name is exchanged too');
    equal([...new Set(await tab.evaluate(() => window.seen))], ['17px rgb(168, 18, 25)'], 'looks seen after the second');
    return `${seen.length} frames looked at`;
  },

  async 'another script loads the page anew, at the same place'(tab, mock) {
    await open(tab, mock);
    await scrollTo(tab, 800);
    mock.files.set('site-2.js', js);
    mock.save(HERE, page(paragraphs(60), { script: '/site-2.js' }));
    await until(() => tab.evaluate(() => !window.kept && document.readyState === 'complete').catch(() => false), 'loaded anew');
    await until(() => tab.evaluate(() => Math.abs(scrollY - 800) < 2), 'the same place');
  },

  async 'scripts are not run again, and other data in one is no reason to load anew'(tab, mock) {
    mock.files.set('dem.js', 'window.runs = (window.runs ?? 0) + 1;');
    const version = (title) => page(paragraphs(5), { title, head: '<script src="/dem.js"></script>' });
    mock.pages.set(HERE, version('Một'));
    await open(tab, mock);
    mock.save(HERE, version('Hai'));
    await changed(tab, mock);
    equal(await tab.evaluate(() => [window.runs, document.title, document.querySelector('[type="application/ld+json"]').textContent]), [1, 'Hai', '{"name": "Hai"}'], 'runs, title, data');
  },

  async 'errors appear in the page, all of them, and go when they are mended'(tab, mock) {
    await open(tab, mock);
    await inBar(tab, '.bar').waitFor();
    equal(await inBar(tab, '.panel').isVisible(), false, 'a panel without errors');
    const other = problem({ file: 'content/a.md', message: 'Ngày “30/02/2026” không có thật', line: 3, column: 8, page: 'a/', marked: null, excerpt: [], notes: [] });
    const start = Date.now();
    mock.report([other, problem(), problem({ severity: 'warning', message: 'Ảnh chưa có mô tả', line: 9 })]);
    await inBar(tab, '.panel').waitFor();
    const ms = Date.now() - start;
    equal(await inBar(tab, '.message').allTextContents(), ['Không có mục “tieude” trong phần đầu của tin bài', 'Ngày “30/02/2026” không có thật'], 'errors, of this page first');
    const text = await inBar(tab, '.panel li').first().innerText();
    for (const part of ['content/tin-tuc/ho-so.md:2:1', 'Cách sửa: có phải bạn muốn viết “title”?', 'Xem thêm: mục này đã có ở đây (content/tin-tuc/ho-so.md:3)']) holds(text.includes(part), `${part} is not in: ${text}`);
    equal(await inBar(tab, 'mark').first().textContent(), 'tieude', 'the marked part');
    equal(await tab.evaluate(() => document.querySelector('main p').getBoundingClientRect().height > 0), true, 'the last good page');
    equal(await tab.evaluate(() => document.activeElement === document.body), true, 'the focus is not taken');
    await tab.keyboard.press('Escape');
    equal(await inBar(tab, '.panel').isVisible(), false, 'after Escape');
    equal(await inBar(tab, '.count.error').textContent(), '2 lỗi', 'the count');
    mock.report([problem(), other]);
    await pause(200);
    equal(await inBar(tab, '.panel').isVisible(), false, 'the same errors do not open it again');
    mock.report([problem(), other, problem({ line: 3, message: 'Thiếu dấu “"” ở cuối' })]);
    await inBar(tab, '.panel').waitFor();
    mock.report([]);
    await inBar(tab, '.panel').waitFor({ state: 'hidden' });
    await says(tab, '.count.error', (text) => text === 'Không có lỗi', 'mended');
    mock.report([problem({ severity: 'warning' })]);
    await inBar(tab, '.count.warning').waitFor();
    equal(await inBar(tab, '.panel').isVisible(), false, 'warnings do not come up by themselves');
    await inBar(tab, '.count.warning').click();
    await inBar(tab, '.panel').waitFor();
    return `shown after ${ms} ms`;
  },

  async 'a problem’s buttons open the file and copy the place'(tab, mock, context) {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    mock.problems = [problem()];
    await open(tab, mock);
    await inBar(tab, '.acts button').nth(0).click();
    await until(() => mock.posts.find(({ name }) => name === 'open'), 'the request');
    equal(mock.posts.find(({ name }) => name === 'open').body, { file: 'content/tin-tuc/ho-so.md', line: 2, column: 1 }, 'what is opened');
    await inBar(tab, '.acts button').nth(1).click();
    await until(async () => (await inBar(tab, '.acts button').nth(1).textContent()) === 'Đã chép', 'the button says so');
    equal(await tab.evaluate(() => navigator.clipboard.readText()), 'content/tin-tuc/ho-so.md:2:1', 'clipboard');
  },

  async 'drafts are marked on the page and on links, and nothing moves for it'(tab, mock) {
    await open(tab, mock, 'tin-tuc/');
    await until(() => inBar(tab, '.marks span').count().then((n) => n === 2), 'two marks');
    equal(await inBar(tab, '.marks span').allTextContents(), ['Bản nháp', 'Hẹn giờ 25/12/2026'], 'marks');
    const near = await tab.evaluate(() => {
      const link = document.querySelector('main a[href="/tin-tuc/nhap/"]').getBoundingClientRect();
      const mark = document.querySelector('trangxa-preview').shadowRoot.querySelector('.marks span').getBoundingClientRect();
      return [Math.abs(mark.left - link.right) < 8, Math.abs(mark.top - link.top) < 16, document.documentElement.scrollWidth <= innerWidth, document.querySelector('main a').getAttributeNames()];
    });
    equal(near, [true, true, true, ['href']], 'where the mark is');
    await tab.setViewportSize({ width: 360, height: 700 });
    await until(() => tab.evaluate(() => [...document.querySelector('trangxa-preview').shadowRoot.querySelectorAll('.marks span')].every((mark) => mark.getBoundingClientRect().right <= 360)), 'inside a narrow window');
    mock.facts['tin-tuc/'].hidden.pop();
    mock.save('tin-tuc/', mock.pages.get('tin-tuc/').replace('Thư mời họp', 'Thư mời dự họp'));
    await until(() => inBar(tab, '.marks span').count().then((n) => n === 1), 'one mark');
    await tab.setViewportSize({ width: 1280, height: 800 });
    await tab.locator('main a[href="/tin-tuc/nhap/"]').click();
    await inBar(tab, '.ribbon').waitFor();
    equal(await inBar(tab, '.ribbon').textContent(), 'Bản nháp: người dân chưa thấy trang này', 'ribbon');
  },

  async 'as a resident: no marks, today and on a day, and back'(tab, mock) {
    await open(tab, mock, 'tin-tuc/nhap/');
    await inBar(tab, '.ribbon').waitFor();
    await inBar(tab, 'button[aria-controls=views]').click();
    await inBar(tab, 'fieldset button').click();
    await until(() => tab.evaluate(() => document.querySelector('h1').textContent === 'Không có trang này'), 'the page for missing addresses');
    for (const part of ['.ribbon', '.stripe', '.marks span']) await inBar(tab, part).first().waitFor({ state: 'hidden' });
    await says(tab, '.note', (text) => text.includes('Người dân không thấy trang này'), 'the note');
    equal(await tab.evaluate('window.kept'), true, 'no reload');
    await tab.goto(`${mock.home}tin-tuc/`);
    await inBar(tab, '.note').waitFor();
    await inBar(tab, '.note button').click();
    await until(() => inBar(tab, '.marks span').count(), 'the marks are back');
    equal(await tab.evaluate('document.cookie'), '', 'cookie');
    await inBar(tab, 'button[aria-controls=views]').click();
    await inBar(tab, 'input[type=date]').fill('2026-12-01');
    await inBar(tab, 'fieldset button').click();
    await until(() => tab.evaluate(() => document.cookie === 'trangxa-view=public:2026-12-01'), 'the day in the cookie');
    await says(tab, '.note', (text) => text.includes('ngày 01/12/2026'), 'the day in the note');
  },

  async 'another saved page is gone to, unless this one is pinned or being typed in'(tab, mock) {
    await open(tab, mock);
    mock.send('follow', { build: 2, path: 'tin-tuc/' });
    await tab.waitForURL('**/tin-tuc/');
    await until(() => mock.listeners('tin-tuc/'), 'listens');
    await inBar(tab, 'button[aria-controls=more]').click();
    await inBar(tab, '#more input').nth(1).check();
    await tab.keyboard.press('Escape');
    mock.send('follow', { build: 3, path: HERE });
    await inBar(tab, '.note a').waitFor();
    equal(new URL(tab.url()).pathname, '/tin-tuc/', 'a pinned page stays');
    await inBar(tab, '.note a').click();
    await tab.waitForURL(`**/${HERE}`);
    await inBar(tab, '.pinned').waitFor(); // the pin is this tab’s
    await inBar(tab, 'button[aria-controls=more]').click();
    await inBar(tab, '#more input').nth(1).uncheck();
    await tab.keyboard.press('Escape');
    mock.pages.set('lien-he/', page('<form><input name="ten" aria-label="Tên"></form>'));
    await open(tab, mock, 'lien-he/');
    await tab.locator('main input').pressSequentially('Đang gõ');
    mock.send('follow', { build: 4, path: HERE });
    await inBar(tab, '.note a').waitFor();
    equal(await tab.locator('main input').inputValue(), 'Đang gõ', 'what was typed');
  },

  async 'when the program stops the page says so, and catches up when it is back'(tab, mock) {
    await open(tab, mock);
    await mock.stop();
    await inBar(tab, '.note').waitFor();
    await says(tab, '.note', (text) => text.startsWith('Mất kết nối'), 'the note');
    mock.token = 'lan-chay-sau';
    mock.build = 1;
    mock.pages.set(HERE, page(paragraphs(60, { 0: paragraph(0, ', sau khi chạy lại') })));
    await mock.start();
    await until(() => tab.evaluate(() => document.querySelector('main p').textContent.includes('sau khi chạy lại')), 'the new text', 8000);
    equal(await tab.evaluate('window.kept'), true, 'no reload');
    await until(() => mock.posts.some(({ name }) => name === 'painted'), 'the new run’s token is used');
    await inBar(tab, '.note').waitFor({ state: 'hidden' });
  },

  async 'a page that is gone stays, with a way up'(tab, mock) {
    await open(tab, mock);
    const html = mock.pages.get(HERE);
    mock.pages.delete(HERE);
    mock.send('gone', { build: 2 }, HERE);
    await inBar(tab, '.note a').waitFor();
    equal(await inBar(tab, '.note a').getAttribute('href'), '/tin-tuc/', 'the way up');
    equal(await tab.locator('main p').count(), 60, 'the last version');
    mock.save(HERE, html.replace('Đoạn 0', 'Đoạn không'));
    await changed(tab, mock);
    await inBar(tab, '.note').waitFor({ state: 'hidden' });
  },

  async 'leaving a page ends its connection, and coming back catches up'(tab, mock) {
    await open(tab, mock);
    await tab.locator('a[href="/tin-tuc/"]').first().click();
    await until(() => mock.listeners('tin-tuc/') && !mock.listeners(HERE), 'one connection, of the page in front');
    mock.save(HERE, page(paragraphs(60, { 0: paragraph(0, ', trong lúc đi vắng') })));
    await tab.goBack();
    await until(() => tab.evaluate(() => document.querySelector('main p')?.textContent.includes('trong lúc đi vắng')).catch(() => false), 'the new text');
    await until(() => mock.listeners(HERE), 'listens again');
  },

  async 'screen sizes, dark, contrast, greyscale and print'(tab, mock) {
    await open(tab, mock);
    const background = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await inBar(tab, 'button[aria-controls=views]').click();
    const tick = (name) => inBar(tab, '#views').getByLabel(name, { exact: true }).click();
    await tick('Nền tối');
    equal(await background(), 'rgb(23, 20, 18)', 'dark');
    await tick('Tương phản cao');
    equal(await background(), 'rgb(0, 0, 0)', 'dark with more contrast');
    await tick('Nền tối');
    await tick('Tương phản cao');
    equal(await background(), 'rgb(255, 255, 255)', 'as it was');
    await tick('Đen trắng');
    equal(await inBar(tab, '.grey').isVisible(), true, 'greyscale');
    await tick('Đen trắng');
    await tick('Điện thoại (360)');
    const frame = () => tab.frames().find((one) => one !== tab.mainFrame());
    await until(() => frame()?.evaluate(() => document.querySelectorAll('main p').length === 60).catch(() => false), 'the page in the frame');
    equal(await frame().evaluate(() => [innerWidth, document.querySelector('trangxa-preview')]), [360, null], 'the frame: width, bar');
    await until(() => mock.listeners(HERE) === 2, 'the frame listens');
    mock.save(HERE, page(paragraphs(60, { 0: paragraph(0, ', trong khung') })));
    await until(() => frame().evaluate(() => document.querySelector('main p').textContent.includes('trong khung')), 'the frame is brought up to date');
    await tick('Bản in (khổ A4)');
    await until(() => frame().evaluate(() => innerWidth === 794 && getComputedStyle(document.querySelector('.nav')).display === 'none'), 'print: no menu');
    await tick('Máy tính (1280)');
    await until(() => frame().evaluate(() => innerWidth === 1280 && getComputedStyle(document.querySelector('.nav')).display !== 'none'), '1280');
    await tab.keyboard.press('Escape');
    await frame().locator('a[href="/tin-tuc/"]').first().click();
    await until(() => frame().url().endsWith('/tin-tuc/'), 'a link in the frame');
    await until(() => mock.listeners('tin-tuc/'), 'the new page in the frame listens');
    await frame().locator('body').press('Escape');
    await tab.waitForURL('**/tin-tuc/');
    await inBar(tab, '.frame').waitFor({ state: 'hidden' });
  },

  async 'sharing with a phone is explained, shown, and ended with one click'(tab, mock) {
    await open(tab, mock);
    await inBar(tab, 'button[aria-controls=phone]').click();
    holds((await inBar(tab, '#phone').innerText()).includes('Mạng riêng'), 'the firewall’s question is explained before');
    equal(mock.posts.filter(({ name }) => name === 'phone'), [], 'not yet shared');
    await inBar(tab, '#phone .main').click();
    await inBar(tab, '#phone svg').waitFor();
    const text = await inBar(tab, '#phone').innerText();
    holds(text.includes('http://192.168.1.20:4157/3f9c2a/') && text.includes('Tự tắt lúc'), text);
    await says(tab, 'button[aria-controls=phone]', (text) => text === 'Đang chia sẻ', 'the bar says so');
    await inBar(tab, '#phone .main').click();
    await inBar(tab, '#phone svg').waitFor({ state: 'detached' });
    equal(mock.posts.filter(({ name }) => name === 'phone').map(({ body }) => body), [{ on: true }, { on: false }], 'requests');
    mock.send('phone', { until: new Date().toISOString() });
    await says(tab, 'button[aria-controls=phone]', (text) => text === 'Đang chia sẻ', 'begun elsewhere');
    mock.send('phone', null);
    await says(tab, 'button[aria-controls=phone]', (text) => text === 'Điện thoại', 'ended elsewhere');
  },

  async 'the bar folds away, moves, is remembered, hides nothing and is not printed'(tab, mock) {
    await open(tab, mock);
    const room = await tab.evaluate(() => [document.querySelector('trangxa-preview').offsetHeight, document.querySelector('trangxa-preview').shadowRoot.querySelector('.bar').offsetHeight]);
    equal(room[0], room[1], 'room at the end of the page');
    await inBar(tab, '.minus').click();
    equal(await inBar(tab, '.bar').isVisible(), false, 'folded');
    await tab.reload();
    await inBar(tab, '.knob').waitFor();
    await tab.keyboard.press('Tab');
    await inBar(tab, '.knob').focus();
    await tab.keyboard.press('Enter');
    await inBar(tab, '.bar').waitFor();
    await inBar(tab, 'button[aria-controls=more]').click();
    await inBar(tab, '#more > button').first().click();
    await until(() => tab.evaluate(() => document.querySelector('trangxa-preview').shadowRoot.querySelector('.bar').getBoundingClientRect().top === 0), 'at the top');
    await tab.emulateMedia({ media: 'print' });
    equal(await inBar(tab, '.bar').isVisible(), false, 'in print');
  },

  async 'by keyboard alone, and axe finds nothing'(tab, mock) {
    mock.problems = [problem(), problem({ severity: 'warning', message: 'Ảnh chưa có mô tả', line: 9 })];
    mock.facts[HERE] = { ...mock.facts[HERE], mark: 'Bản nháp' };
    const found = [];
    for (const width of [1280, 360]) {
      for (const colorScheme of ['light', 'dark']) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.emulateMedia({ colorScheme });
        await open(tab, mock);
        await inBar(tab, '.panel').waitFor();
        const look = async (what) => found.push(...(await axe(tab)).map((one) => `${width} ${colorScheme} ${what}: ${one}`));
        await look('panel');
        holds(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than ${width} px`);
        for (const name of ['views', 'phone', 'more']) {
          await inBar(tab, `button[aria-controls=${name}]`).focus();
          await tab.keyboard.press('Enter');
          await inBar(tab, `#${name}`).waitFor();
          const box = await inBar(tab, `#${name}`).boundingBox();
          holds(box.x >= 0 && box.x + box.width <= width && box.y >= 0, `${name} at ${width} px: ${JSON.stringify(box)}`);
          if (name === 'phone') await inBar(tab, '#phone .main').click();
          await look(name);
          await tab.keyboard.press('Escape');
          const focus = await tab.evaluate(() => document.querySelector('trangxa-preview').shadowRoot.activeElement?.getAttribute('aria-controls'));
          equal(focus, name, 'the focus is back on the button');
        }
        await tab.keyboard.press('Escape');
        equal(await inBar(tab, '.panel').isVisible(), false, 'Escape closes the panel');
        await inBar(tab, '.count.error').focus();
        await tab.keyboard.press('Enter');
        equal(await tab.evaluate(() => document.querySelector('trangxa-preview').shadowRoot.activeElement?.id), 'panel-title', 'opened by hand, it has the focus');
        await tab.keyboard.press('Tab');
        await tab.keyboard.press('Enter');
        equal(await inBar(tab, '.panel').isVisible(), false, 'closed by its button');
        equal(await tab.evaluate(() => document.querySelector('trangxa-preview').shadowRoot.activeElement?.className), 'count error', 'the focus goes to the count');
      }
    }
    equal(found, [], 'axe');
    return '16 states';
  },

  async 'texts are in the catalogue, in both languages'(tab, mock) {
    const { words } = await import('./mock.mjs');
    const [vi, en] = [await words(1), await words(2)];
    const code = ['bar.js', 'client.js'].map((name) => readFileSync(new URL(`../../../src/preview/client/${name}`, import.meta.url), 'utf8')).join('\n');
    const used = [...code.matchAll(/(?:say|act)\((?:[^'"`()]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, a, b]) => [a, b]).filter(Boolean);
    equal(used.filter((key) => !(key in vi)), [], 'keys without a text');
    equal(Object.keys(vi).filter((key) => !en[key] || (vi[key].match(/\{\d\}/g) ?? []).length !== (en[key].match(/\{\d\}/g) ?? []).length), [], 'keys without an English text of the same shape');
    mock.language = 2;
    await mock.stop();
    await mock.start();
    await open(tab, mock);
    await says(tab, '.count.error', (text) => text === 'No errors', 'English');
  },
};

const report = await run('preview', CASES, { give: () => fill(new Mock()).start(), take: (mock) => mock.stop(), only: process.argv.slice(2) });
process.exit(report.failed ? 1 : 0);
