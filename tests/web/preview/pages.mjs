// Pages for the tests: the default theme's look, short texts.

import { readFile } from 'node:fs/promises';

const THEME = new URL('../../../themes/cong-xa/static/', import.meta.url);
export const css = await readFile(new URL('site.css', THEME), 'utf8');
export const js = await readFile(new URL('site.js', THEME), 'utf8');

export const paragraph = (i, more = '') =>
  `<p>Đoạn ${i}. Xã hướng dẫn người dân nộp hồ sơ trực tuyến tại nhà văn hóa thôn vào sáng thứ bảy hằng tuần${more}.</p>`;
export const paragraphs = (count, change = {}) => Array.from({ length: count }, (_, i) => change[i] ?? paragraph(i)).join('\n');

/** A whole page. */
export const page = (main, { title = 'Hướng dẫn nộp hồ sơ', style = 'site.css', head = '', script = '/site.js', attributes = '' } = {}) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${style}">
<script src="${script}" defer></script>
<script type="application/ld+json">{"name": "${title}"}</script>
${head}
</head>
<body data-kind="article"${attributes}>
<a class="skip" href="#_main">Đến nội dung chính</a>
<header class="site-head">
<div class="top wrap"><p>Thành phố Huế</p>
<div class="tools" role="group" aria-label="Cách hiển thị" data-tools hidden>
<button type="button" data-size="-1">A−<span class="vh"> giảm cỡ chữ</span></button>
<button type="button" data-theme-switch><span class="vh">Giao diện: </span><span data-theme-name>Theo máy</span></button>
</div></div>
<div class="brand wrap"><a href="/"><img src="/emblem.svg" alt="" width="64" height="64"><span><small>UBND xã Phong Thái</small> <b>Cổng thông tin xã Phong Thái</b></span></a></div>
<nav class="nav" aria-label="Chính"><div class="wrap"><ul><li><a href="/tin-tuc/">Tin tức</a></li></ul></div></nav>
</header>
<main id="_main" tabindex="-1">
<article class="wrap">
<h1>${title}</h1>
${main}
</article>
</main>
<footer class="site-foot"><div class="wrap"><p>Ủy ban nhân dân xã Phong Thái</p></div></footer>
</body>
</html>
`;

export const picture = (colour) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360"><rect width="640" height="360" fill="${colour}"/></svg>`;

export const problem = (more = {}) => ({
  severity: 'error',
  code: 'unknown-key',
  message: 'Không có mục “tieude” trong phần đầu của tin bài',
  help: ['có phải bạn muốn viết “title”?'],
  file: 'content/tin-tuc/ho-so.md',
  line: 2,
  column: 1,
  excerpt: [[1, '+++'], [2, 'tieude = "Hướng dẫn nộp hồ sơ"'], [3, 'date = 2026-11-21']],
  marked: [0, 6],
  notes: [['mục này đã có ở đây', 'content/tin-tuc/ho-so.md', 3]],
  page: 'tin-tuc/ho-so/',
  ...more,
});

/** A site with one long page, a list, and a page of forms. */
export function fill(mock) {
  mock.files.set('site.css', css);
  mock.files.set('site.js', js);
  mock.files.set('icon.svg', picture('#a81219'));
  mock.files.set('emblem.svg', picture('#a81219'));
  mock.files.set('anh/a.svg', picture('#0a6'));
  mock.files.set('anh/b.svg', picture('#06a'));
  mock.pages.set('', page('<p><a href="/tin-tuc/ho-so/">Hồ sơ</a></p>'));
  mock.pages.set('tin-tuc/', page(`<ul class="rows"><li><a href="/tin-tuc/ho-so/">Hướng dẫn nộp hồ sơ trực tuyến</a></li>
<li><a href="/tin-tuc/nhap/">Kế hoạch ra quân tổng vệ sinh môi trường dịp cuối năm trên địa bàn xã</a></li>
<li><a href="/tin-tuc/hen-gio/">Thư mời họp dân</a></li></ul>${paragraphs(4)}`, { title: 'Tin tức' }));
  mock.pages.set('tin-tuc/ho-so/', page(paragraphs(60)));
  mock.pages.set('tin-tuc/nhap/', (view) => (view.startsWith('public') ? null : page(paragraphs(12), { title: 'Kế hoạch ra quân' })));
  mock.missing = page('<p>Mời tìm ở trang chủ.</p>', { title: 'Không có trang này' });
  mock.facts['tin-tuc/ho-so/'] = { file: 'content/tin-tuc/ho-so.md', next: ['Thư mời họp dân', '25/12/2026 07:00'] };
  mock.facts['tin-tuc/'] = { file: 'content/tin-tuc/_index.md', hidden: [['tin-tuc/nhap/', 'Bản nháp'], ['tin-tuc/hen-gio/', 'Hẹn giờ 25/12/2026']] };
  mock.facts['tin-tuc/nhap/'] = { file: 'content/tin-tuc/nhap.md', mark: 'Bản nháp: người dân chưa thấy trang này', hidden: [['tin-tuc/nhap/', 'Bản nháp']] };
  return mock;
}
