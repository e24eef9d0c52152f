// Do the checks find what they are for? On `fixtures/good` they find nothing, on `fixtures/bad` all that is listed.
//
//   node selftest.mjs [CHECK…]

import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeBrowser } from './browser.mjs';
import { CHECKS } from './checks.mjs';

// check → [item, reason] that it must give for the bad site
const EXPECTED = {
  html: [
    ['index.html', /error: The “center” element is obsolete/],
    ['index.html', /error: An “img” element must have an “alt” attribute/],
    ['style.css', /error: CSS: “colr”: Property “colr” doesn't exist/],
  ],
  files: [
    ['index.html', /no such file: href="khong-co\/"/],
    ['index.html', /no such file: href="hong#x"/],
    ['index.html', /no such file: src="mat.png"/],
    ['index.html', /no such anchor: href="hong\/#mat"/],
    ['index.html', /absolute to the host: href="\/hong\/"/],
    ['index.html', /leads out of the site: href="..\/ngoai\/"/],
    ['index.html (from disk)', /not loaded: .*module.js/],
    ['index.html (from disk)', /a link to a folder/],
    ['hong/index.html', /its canonical address is https:\/\/xa.example\/sai\//],
    ['hong/index.html', /no such file: href="https:\/\/xa.example\/sai\/"/],
    ['404.html', /relative in a page that is shown at any depth: href="style.css"/],
  ],
  links: [
    ['/khong-co/', /status 404; linked from \//],
    ['/mat.png', /status 404/],
    ['/hong/#mat', /no such anchor; linked from \//],
    ['/hong', /status 301; linked from \//],
    ['/mo-coi/', /no link leads here/],
    ['/portal/khong-co/', /status 404/],
    ['/portal/mo-coi/', /no link leads here/],
  ],
  feeds: [
    ['rss.xml', /not well-formed/],
    ['rss.xml', /the feed has no language/],
    ['rss.xml', /no rel="self" link/],
    ['rss.xml', /published is no date: hôm qua/],
    ['rss.xml', /link is no page of this site: https:\/\/xa.example\/mat\//],
    ['atom.xml', /is not there/],
    ['feed.json', /version is 1.1/],
    ['feed.json', /id must be a string/],
    ['feed.json', /neither content_html nor content_text/],
    ['feed.json', /no RFC 3339 date/],
    ['sitemap.xml', /priority/],
    ['sitemap.xml', /loc is no page of this site/],
    ['robots.txt', /no Sitemap line/],
    ['index.html (announced feeds)', /feed is no page of this site: https:\/\/xa.example\/mat.xml/],
  ],
  calendars: [
    ['lich.ics', /lines do not end in CRLF/],
    ['lich.ics', /no PRODID/],
    ['lich.ics', /Họp: no DTSTAMP/],
    ['lich.ics', /Họp: its time is not in Asia/],
    ['lich.ics', /Họp: it ends before it begins/],
    ['lich.ics', /Họp: URL is no page of this site/],
  ],
  jsonld: [
    ['index.html', /no JSON/],
    ['index.html', /NewsArticle has no datePublished/],
    ['index.html', /no property headlin /],
    ['index.html', /dateModified is no date: hôm qua/],
    ['index.html', /@type Nguoi is not in Schema.org/],
    ['index.html', /image is no page of this site/],
    ['index.html', /contentLocation must be Place, not Person/],
  ],
  budget: [
    ['nang/index.html', /^HTML .* more than 14.0 KB/],
    ['nang/index.html', /^style sheets .* more than 12.0 KB/],
    ['nang/index.html', /^scripts .* more than 10.0 KB/],
    ['nang/index.html', /third party: https:\/\/cdn.example/],
    ['nang/index.html (browser)', /asks a third party: https:\/\/cdn.example/],
    ['nang/index.html (browser)', /^style sheets .* more than/],
    ['nang/index.html (browser)', /^scripts .* more than/],
    ['nang/index.html (browser)', /script error: hỏng/],
    ['nang/index.html (browser)', /cookie: a/],
    ['index.html (browser)', /status 404: .*mat.png/],
  ],
  noscript: [
    ['dau/index.html (360 px, script off)', /not to be seen: <p> Chỉ thấy khi có JavaScript/],
    ['dau/index.html (360 px, script off)', /not to be seen: <table>/],
    ['dau/index.html (360 px, script off)', /menu link not to be reached: <a> Trang chủ/],
    ['dau/index.html (320 px, script off)', /scrolls sideways, .* p.wide/],
    ['dau/index.html (640 px, script off)', /scrolls sideways, .* p.wide/],
    ['dau/index.html (360 px, script on)', /scrolls sideways/],
  ],
  keyboard: [
    ['hong/index.html (360 px)', /the first stop is no skip link/],
    ['hong/index.html (1280 px)', /no outline or box-shadow shows the focus: <a> Không thấy tiêu điểm/],
    ['hong/index.html (1280 px)', /has the focus outside the screen: <button>/],
    ['hong/index.html (1280 px)', /the menu is not to be reached/],
    ['dau/index.html (1280 px)', /the skip link leads nowhere/],
    ['che/index.html (1280 px)', /something lies over what has the focus: <a> Bị che/],
  ],
  tables: [
    ['bang/index.html', /filtering by nonsense leaves rows/],
    ['bang/index.html', /no live region/],
    ['bang/index.html', /a <select> filters nothing/],
    ['bang/index.html', /column “Số”: aria-sort is null, not ascending/],
    ['bang/index.html', /column “Số” is not ascending/],
    ['bang/index.html', /0 columns claim to be sorted/],
  ],
  walks: [
    ['index.html (menu, phone)', /stored though nothing was chosen: theo-doi/],
    ['index.html (menu, desk)', /Enter does not open the menu/],
    ['index.html (size of type)', /the type does not grow/],
    ['index.html (size of type)', /stored beside the display: theo-doi/],
    ['index.html (search)', /no live region says how much was found/],
    ['bang/index.html (filter)', /what is typed filters nothing/],
    ['bang/index.html (filter)', /the arrow key chooses nothing/],
    ['bang/index.html (filter)', /Enter does not sort/],
    ['hong/index.html (listening)', /the first thing said is not the heading in Vietnamese/],
    ['hong/index.html (no Vietnamese voice)', /is there without a Vietnamese voice/],
  ],
  bare: [
    ['hong/index.html', /no skip link/],
    ['hong/index.html', /no footer/],
    ['che/index.html', /words run together: MộtHai/],
    ['nang/index.html', /a picture larger than the screen: <svg>/],
  ],
  print: [
    ['hong/index.html (on paper)', /printed though it is for the screen: <nav>/],
    ['hong/index.html (on paper)', /sheet 1 is no A4: 612 × 792 pt/],
    ['hong/index.html (on paper)', /beyond the margin/],
    ['hong/index.html (on paper)', /the address of a link is not printed: https:\/\/khac.example\//],
    ['dau/index.html (on paper)', /not on the paper, or not whole: Chữ này dài hơn khổ giấy/],
    ['mo-coi/index.html (on paper)', /sheet 1 cuts its last line/],
  ],
  axe: [
    ['index.html (1280 px, light)', /image-alt/],
    ['hong/index.html (360 px, light)', /color-contrast/],
    ['hong/index.html (1280 px, light)', /label: /],
    ['hong/index.html (1280 px, light)', /button-name/],
    ['dau/index.html (1280 px, dark)', /color-contrast/],
    ['dau/index.html (360 px, dark by choice)', /color-contrast/],
    ['hong/index.html (768 px, light)', /color-contrast/],
    ['hong/index.html (640 px, zoomed to 200 %, light)', /button-name/],
    ['hong/index.html (320 px, zoomed to 400 %, light)', /button-name/],
  ],
  lighthouse: [
    ['nang/index.html', /^performance .*: total-blocking-time/],
    ['nang/index.html', /^best-practices .*errors-in-console/],
    ['nang/index.html', /^seo .*: meta-description/],
    ['hong/index.html', /^accessibility .*: (button-name|label|color-contrast)/],
  ],
};

const fixture = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** Text that does not compress, the same every time. */
function noise(length) {
  let state = 1;
  let text = '';
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += state.toString(36);
  }
  return text;
}

const only = process.argv.slice(2);
const problems = [];
let held = 0;
const holds = (fact, problem) => (fact ? (held += 1) : problems.push(problem));

const bad = await mkdtemp(join(tmpdir(), 'bad-site-'));
try {
  await cp(fixture('bad'), bad, { recursive: true });
  await appendFile(join(bad, 'nang/index.html'), `<!-- ${noise(30_000)} -->\n`);
  await appendFile(join(bad, 'heavy.css'), `/* ${noise(30_000)} */\n`);
  await appendFile(join(bad, 'heavy.js'), `// ${noise(30_000)}\n`);

  for (const [name, check] of Object.entries(CHECKS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const start = Date.now();
    const good = await check(fixture('good')); // one after the other: one of them measures speed
    const { mistakes: found } = await check(bad);
    holds(good.failed === 0, `on the good site: ${good.lines(5).join('\n  ')}`);
    for (const [item, reason] of EXPECTED[name]) {
      const reasons = [...(found.get(item) ?? [])];
      holds(
        reasons.some((r) => reason.test(r)),
        `${name} does not find on the bad site: ${item}: ${reason}; it says ${JSON.stringify(reasons)}`,
      );
    }
    for (const item of found.keys()) {
      for (const r of found.get(item)) if (/did not run|did not load/.test(r)) problems.push(`${name}: ${item}: ${r}`);
    }
    console.log(`${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
} finally {
  await closeBrowser();
  await rm(bad, { recursive: true });
}

for (const problem of problems) console.log(problem);
console.log(`the checks themselves: ${held} as expected, ${problems.length} not`);
process.exit(problems.length ? 1 : 0);
