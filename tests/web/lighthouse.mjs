// Lighthouse as it measures phones (a slow processor and a slow line, both simulated), on the longest page of every
// kind, served with compression: performance at least 98, accessibility, best practices and search engines 100.
//
// The speed of one run depends on what else the machine does: a page that is fast enough at once is fast enough; for
// any other the median of three runs counts. The other marks are the same every time.

import lighthouse from 'lighthouse';
import { browserAtPort } from './browser.mjs';
import { allPages, attr, elements, longestOfEachKind } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const SPEED = 'performance';
const LEAST = { [SPEED]: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const RUNS = 3;

/**
 * Whether the page asks search engines to leave it out. That is right for the page of missing addresses, and the audit
 * that wants every page to be found is left out then. (Such a page is looked at under its own name, with status 200.)
 */
const isKeptOut = (page) =>
  [...elements(page.tree)].some((e) => e.tagName === 'meta' && attr(e, 'name') === 'robots' && /noindex/.test(attr(e, 'content') ?? ''));

/** What the audits of a category say that cost marks, the heaviest first. */
function causes({ auditRefs }, audits) {
  const costly = auditRefs
    .map(({ id, weight }) => ({ ...audits[id], weight }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
    .sort((a, b) => b.weight * (1 - b.score) - a.weight * (1 - a.score));
  return costly.map(({ id, title, displayValue, details }) => {
    const first = details?.items?.[0];
    const where = first?.node?.snippet ?? first?.description ?? '';
    return [id, displayValue ?? title, where].filter(Boolean).join(': ');
  });
}

/** The marks of one run: category → `{mark, causes}`. */
async function run(address, port, skipAudits) {
  const flags = { port, logLevel: 'error', onlyCategories: Object.keys(LEAST), skipAudits, disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(address, flags);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const mark = (category) => ({ mark: Math.round(category.score * 100), causes: causes(category, lhr.audits) });
  return Object.fromEntries(Object.values(lhr.categories).map((category) => [category.id, mark(category)]));
}

export async function check(dir) {
  const report = new Report('lighthouse');
  const site = await serve(dir);
  const chromium = await browserAtPort();
  try {
    for (const page of longestOfEachKind(await allPages(dir))) {
      report.looked(page.path);
      const once = () => run(site.home + page.address, chromium.port, isKeptOut(page) ? ['is-crawlable'] : []);
      try {
        const marks = await once();
        if (marks[SPEED].mark < LEAST[SPEED]) {
          const speeds = [marks[SPEED]];
          while (speeds.length < RUNS) speeds.push((await once())[SPEED]);
          marks[SPEED] = speeds.sort((a, b) => a.mark - b.mark)[(RUNS - 1) / 2];
        }
        for (const [category, { mark, causes: why }] of Object.entries(marks)) {
          if (mark < LEAST[category]) report.bad(page.path, `${category} ${mark}, less than ${LEAST[category]}: ${why.slice(0, 3).join('; ')}`);
        }
      } catch (error) {
        report.bad(page.path, `did not run: ${error.message}`);
      }
    }
  } finally {
    chromium.kill();
    await site.close();
  }
  return report;
}

await alone(import.meta.url, check);
