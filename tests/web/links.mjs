// Linkinator walks the whole site over HTTP, with anchors and the addresses in style sheets: once at the root of a
// host, once under a sub-path. A link that needs a redirect is a mistake, and so is a page that no link leads to.
// Addresses outside the site are not asked for.

import { LinkChecker } from 'linkinator';
import { allPages, contentPages } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

async function walk(report, dir, prefix) {
  const site = await serve(dir, { prefix });
  const short = (url) => prefix + decodeURI(url.replace(site.home, ''));
  try {
    const { links } = await new LinkChecker().check({
      path: site.home,
      recurse: true,
      concurrency: 20,
      checkFragments: true,
      checkCss: true,
      redirects: 'error',
      linksToSkip: async (link) => !link.startsWith(new URL(site.home).origin),
    });
    for (const { url, state, status, parent } of links) {
      if (state === 'SKIPPED') continue;
      const item = short(url);
      report.looked(item);
      if (state !== 'BROKEN') continue;
      const why = new URL(url).hash && status === 200 ? 'no such anchor' : `status ${status}`;
      report.bad(item, `${why}; linked from ${parent ? short(parent) : 'nowhere'}`);
    }
    const reached = new Set(links.map(({ url }) => url.split('#')[0].split('?')[0]));
    for (const page of contentPages(await allPages(dir))) {
      if (page.path === '404.html') continue;
      if (!reached.has(new URL(page.address, site.home).href)) report.bad(prefix + page.address, 'no link leads here');
    }
  } finally {
    await site.close();
  }
}

export async function check(dir) {
  const report = new Report('links');
  await walk(report, dir, '/');
  await walk(report, dir, '/portal/');
  return report;
}

await alone(import.meta.url, check);
