// Pictures of what the live preview draws, on a phone and a desk, for people to look at.
//
//   node shots.mjs PICTURES

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, closeBrowser } from '../browser.mjs';
import { Mock } from './mock.mjs';
import { fill, problem } from './pages.mjs';

const [into] = process.argv.slice(2);
if (!into) {
  console.error('usage: node shots.mjs PICTURES');
  process.exit(2);
}
await mkdir(into, { recursive: true });
const mock = await fill(new Mock()).start();
const errors = [
  problem(),
  problem({ file: 'content/thong-bao/hop-dan.md', message: 'Ngày “30/02/2026” không có thật', line: 3, column: 8, page: 'thong-bao/hop-dan/', notes: [], help: ['tháng 2 năm 2026 có 28 ngày'], excerpt: [[2, 'title = "Thư mời họp dân"'], [3, 'date = 30/02/2026'], [4, 'topics = ["chuyen-doi-so"]']], marked: [7, 17] }),
  problem({ severity: 'warning', message: 'Ảnh “ra-quan.jpg” chưa có mô tả', line: 9, column: 1, notes: [], help: ['viết trong ngoặc vuông điều người xem thấy trong ảnh'], excerpt: [], marked: null }),
];
const press = (tab, name) => tab.locator(`trangxa-preview button[aria-controls=${name}]`).click();
const SCENES = {
  bar: ['tin-tuc/ho-so/', [], async () => {}],
  draft: ['tin-tuc/nhap/', [], async () => {}],
  marks: ['tin-tuc/', [errors[2]], async () => {}],
  panel: ['tin-tuc/ho-so/', errors, async () => {}],
  warnings: ['tin-tuc/ho-so/', [errors[2]], (tab) => tab.locator('trangxa-preview .count.warning').click()],
  views: ['tin-tuc/ho-so/', [], (tab) => press(tab, 'views')],
  phone: ['tin-tuc/ho-so/', [], (tab) => press(tab, 'phone')],
  sharing: ['tin-tuc/ho-so/', [], async (tab) => {
    await press(tab, 'phone');
    await tab.locator('trangxa-preview #phone .main').click();
    await tab.locator('trangxa-preview #phone svg').waitFor();
  }],
  more: ['tin-tuc/ho-so/', [], (tab) => press(tab, 'more')],
  framed: ['tin-tuc/ho-so/', [], async (tab) => {
    await press(tab, 'views');
    await tab.locator('trangxa-preview [value="360"]').check();
    await press(tab, 'views');
  }],
  resident: ['tin-tuc/nhap/', [], async (tab) => {
    await press(tab, 'views');
    await tab.locator('trangxa-preview fieldset button').click();
  }],
  gone: ['tin-tuc/ho-so/', [], async () => mock.send('gone', { build: 2 })],
  folded: ['tin-tuc/ho-so/', [], (tab) => tab.locator('trangxa-preview .minus').click()],
};
for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, [path, problems, act]] of Object.entries(SCENES)) {
      const context = await (await browser()).newContext({ viewport: { width, height: 760 }, colorScheme });
      const tab = await context.newPage();
      mock.problems = problems;
      await tab.goto(mock.home + path);
      await tab.locator('trangxa-preview .row').waitFor();
      await tab.waitForTimeout(200);
      await act(tab);
      await tab.waitForTimeout(400);
      await tab.screenshot({ path: join(into, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
    }
  }
}
await mock.stop();
await closeBrowser();
