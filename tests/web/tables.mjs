// Sorting and filtering with the script, on every page that has them.
//
// `<table data-sortable>`: each header with a `<button>` sorts by its column, first press up, second press down, and
// says so in `aria-sort`. A cell's value is its `data-sort`, else its `<time datetime>`, else its text.
// `<form data-filter="ID">` (or the only sortable table, if there is no ID): its text field and its `<select>`s hide the
// rows that do not match; letters without accents find accented ones; what is left is said in a live region.

import { closeBrowser, onPages } from './browser.mjs';
import { allPages, attr, contentPages, elements } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const has = (page, name) => [...elements(page.tree)].some((e) => attr(e, name) !== undefined);

/** Runs in the page: the values of a column, or of whole rows, in the order shown. */
function values(table, column) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.checkVisibility());
  if (column === null) return rows.map((row) => row.textContent.trim().replace(/\s+/g, ' '));
  return rows.map((row) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.querySelector('time')?.dateTime ?? cell.textContent.trim();
  });
}

const ORDERS = [
  ...[{ numeric: true }, {}, { ignorePunctuation: true }].map((o) => new Intl.Collator('vi', o).compare),
  (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  (a, b) => Number(a) - Number(b),
];
const isSorted = (list, sign) => {
  const filled = list.filter((v) => v !== ''); // where empty cells go is free
  return ORDERS.some((order) => filled.every((v, i) => i === 0 || sign * order(filled[i - 1], v) <= 0));
};
const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

async function sorting(tab, bad) {
  const tables = await tab.$$('table[data-sortable]');
  for (const table of tables) {
    const all = (await table.evaluate(values, null)).sort().join('\n');
    const heads = await table.$$('thead th');
    let buttons = 0;
    for (const [column, head] of heads.entries()) {
      const button = await head.$('button');
      if (!button) continue;
      buttons += 1;
      const title = (await head.textContent()).trim();
      for (const [state, sign] of [['ascending', 1], ['descending', -1]]) {
        await button.click();
        const said = await head.getAttribute('aria-sort');
        if (said !== state) bad(`column “${title}”: aria-sort is ${said}, not ${state}`);
        const column_ = await table.evaluate(values, column);
        if (!isSorted(column_, sign)) bad(`column “${title}” is not ${state}: ${column_.slice(0, 6).join(' | ')}`);
      }
      if ((await table.evaluate(values, null)).sort().join('\n') !== all) bad(`column “${title}”: sorting changes the rows`);
      const claims = await table.$$eval('th[aria-sort]:not([aria-sort=none])', (list) => list.length);
      if (claims !== 1) bad(`column “${title}”: ${claims} columns claim to be sorted`);
    }
    if (buttons === 0) bad('a <table data-sortable> has no header with a <button>');
  }
}

async function filtering(tab, bad) {
  for (const form of await tab.$$('form[data-filter]')) {
    const table = await form.evaluateHandle((f) => document.getElementById(f.dataset.filter) ?? document.querySelector('table[data-sortable]'));
    if (!table.asElement()) {
      bad('a <form data-filter> has no table');
      continue;
    }
    const shown = () => table.evaluate(values, null);
    const settle = () => tab.waitForTimeout(200);
    const all = await shown();
    if (all.length === 0) continue;

    const field = await form.$('input[type=search], input[type=text], input:not([type])');
    if (field) {
      const type = async (text) => {
        await field.fill(text);
        await settle();
        return shown();
      };
      if ((await type('qqzxjwqq')).length !== 0) bad('filtering by nonsense leaves rows');
      const told = await tab.$$eval('[role=status], [aria-live], output', (list) => list.some((e) => e.textContent.trim() !== ''));
      if (!told) bad('no live region says how many rows are left');
      const word = (all[0].match(/\p{L}{2,}/gu) ?? []).sort((a, b) => (bare(b) !== b) - (bare(a) !== a) || b.length - a.length)[0];
      if (word) {
        for (const text of [word, bare(word)]) {
          const left = await type(text);
          if (!left.includes(all[0])) bad(`filtering by “${text}” hides the row “${all[0].slice(0, 60)}”`);
          if (left.some((row) => !bare(row).toLowerCase().includes(bare(text).toLowerCase()))) bad(`filtering by “${text}” leaves rows without it`);
        }
      }
      if ((await type('')).length !== all.length) bad('an empty filter does not show all rows again');
    }

    for (const select of await form.$$('select')) {
      const options = await select.$$eval('option', (list) => list.map((o) => o.value));
      const counts = [];
      for (const value of options) {
        await select.selectOption(value);
        await settle();
        counts.push([value, (await shown()).length]);
      }
      for (const [value, count] of counts) {
        if (value === '' && count !== all.length) bad('the empty choice does not show all rows');
        if (value !== '' && count === 0) bad(`the choice “${value}” shows no row`);
      }
      if (options.length > 2 && counts.every(([, count]) => count === all.length)) bad('a <select> filters nothing');
      if (options.includes('')) await select.selectOption('');
    }
  }
}

export async function check(dir) {
  const report = new Report('tables');
  const site = await serve(dir);
  const pages = contentPages(await allPages(dir)).filter((page) => has(page, 'data-sortable') || has(page, 'data-filter'));
  if (pages.length === 0) report.looked('(no sortable table in this site)');
  try {
    await onPages({ viewport: { width: 1280, height: 800 } }, pages, async (tab, page) => {
      report.looked(page.path);
      try {
        await tab.goto(site.home + page.address);
        await filtering(tab, (reason) => report.bad(page.path, reason));
        await tab.reload();
        await sorting(tab, (reason) => report.bad(page.path, reason));
      } catch (error) {
        report.bad(page.path, `did not run: ${error.message}`);
      }
    });
  } finally {
    await site.close();
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
