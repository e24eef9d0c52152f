// One page of every kind on paper, as Chromium makes the PDF: A4, all of the text, within the margins, nothing that is
// only for the screen (menus, forms, buttons), the addresses of links that lead elsewhere, and no line that is cut by the
// end of a sheet. Guides are handed out: each of them is one sheet.
//
// Texts are compared without spaces, because lines break elsewhere on paper.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'parse5';
import { closeBrowser, onPages } from './browser.mjs';
import { allPages, attr, elements, representatives } from './pages.mjs';
import { alone, Report } from './report.mjs';
import { serve } from './serve.mjs';

const run = promisify(execFile);
const A4 = [595, 842]; // points; upright or lying
const MARGIN = 40; // the least that is left free: printers cannot print up to the edge
const LETTERS = 700; // that a sheet has at least, on the average of a page
const FIGURE = 300; // letters for which a figure takes the room
const letters = (text) => text.normalize('NFKC').replace(/\s+/g, '');

/** Runs in the page with the style of paper: its texts, the addresses that must be printed, and what should not be there. */
function onPaper() {
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const shown = (node) => {
    const box = node.parentElement.getBoundingClientRect(); // what is only for screen readers is 1 px wide
    return seen(node.parentElement) && box.width > 1 && !node.parentElement.closest('script, style, template, svg');
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim() && shown(walker.currentNode)) texts.push(walker.currentNode.data);
  const name = (e) => `<${e.localName}> ${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}`;
  return {
    texts,
    addresses: [...document.querySelectorAll('main a[href^="http"]')].filter(seen).map((e) => e.getAttribute('href')),
    figures: [...document.querySelectorAll('main figure')].filter(seen).length,
    forScreens: [...document.querySelectorAll('nav, form, input, select, button, audio, video')].filter(seen).map(name),
  };
}

const textOf = async (pdf, ...options) => (await run('pdftotext', [...options, pdf, '-'], { maxBuffer: 1e8 })).stdout;

/** What is on a PDF: its text in the order of painting and in that of reading, and its sheets: `{size, words, lines}`. */
async function read(pdf) {
  const [boxes, painted, plain] = await Promise.all([textOf(pdf, '-bbox'), textOf(pdf, '-raw'), textOf(pdf)]);
  const texts = painted.split('\f');
  const number = (e, name) => Number(attr(e, name));
  const sheets = [...elements(parse(boxes))]
    .filter((e) => e.tagName === 'page')
    .map((page, i) => ({
      size: [number(page, 'width'), number(page, 'height')],
      words: [...elements(page)]
        .filter((e) => e.tagName === 'word')
        .map((e) => ({ text: e.childNodes[0]?.value ?? '', box: ['xmin', 'ymin', 'xmax', 'ymax'].map((side) => number(e, side)) })),
      lines: texts[i].split('\n').filter((line) => line.trim()),
    }));
  return { orders: [painted, plain].map(letters), sheets };
}

/**
 * The first of the lines that end one sheet and begin the next: what lies across the end of a sheet is painted on both,
 * on each the letters of it that reach there.
 */
function onBoth(lines, next) {
  const isPart = (some, all) => [...letters(some)].reduce((at, letter) => all.indexOf(letter, at) + 1 || Infinity, 0) < Infinity;
  // A short line is a part of many a long one.
  const isMuch = (some, all) => letters(some).length * 4 >= letters(all).length && isPart(some, all);
  const isSame = (a, b) => isMuch(a, b) || isMuch(b, a);
  const repeats = (count) => lines.slice(-count).every((line, i) => next[i] && isSame(line, next[i]));
  return [1, 2, 3].some((count) => count <= lines.length && repeats(count)) ? next[0] : undefined;
}

function* mistakes({ kind }, { texts, addresses, figures, forScreens }, { orders, sheets }) {
  if (kind === 'guide' && sheets.length > 1) yield `a guide of ${sheets.length} sheets`;
  for (const name of forScreens) yield `printed though it is for the screen: ${name}`;

  const isPrinted = (text) => orders.some((order) => order.includes(letters(text)));
  for (const text of texts) if (!isPrinted(text)) yield `not on the paper, or not whole: ${text.trim().slice(0, 80)}`;
  for (const address of new Set(addresses)) {
    if (!isPrinted(address)) yield `the address of a link is not printed: ${address}`;
  }

  for (const [i, { size, words, lines }] of sheets.entries()) {
    const sheet = `sheet ${i + 1}`;
    const [width, height] = size;
    if (Math.abs(Math.min(width, height) - A4[0]) > 1 || Math.abs(Math.max(width, height) - A4[1]) > 1) yield `${sheet} is no A4: ${width} × ${height} pt`;
    if (words.length === 0) yield `${sheet} is empty`;
    const outside = words.find(
      ({ box: [left, top, right, bottom] }) => left < MARGIN || top < MARGIN || right > width - MARGIN || bottom > height - MARGIN,
    );
    if (outside) yield `${sheet}: beyond the margin: ${outside.text}`;
    const cut = onBoth(lines, sheets[i + 1]?.lines ?? []);
    if (cut) yield `${sheet} cuts its last line: ${cut.slice(0, 60)}`;
  }
  const { length } = orders[0];
  if (sheets.length > 1 + (length + figures * FIGURE) / LETTERS) yield `${sheets.length} sheets for ${length} letters and ${figures} figures`;
}

export async function check(dir) {
  const report = new Report('print');
  const site = await serve(dir);
  const papers = await mkdtemp(join(tmpdir(), 'papers-'));
  let number = 0;
  try {
    const all = await allPages(dir);
    const guides = all.filter((page) => page.kind === 'guide');
    await onPages({}, [...new Set([...representatives(all), ...guides])], async (tab, page) => {
      const item = `${page.path} (on paper)`;
      report.looked(item);
      try {
        const path = join(papers, `${(number += 1)}.pdf`);
        await tab.goto(site.home + page.address);
        await tab.emulateMedia({ media: 'print' });
        const wanted = await tab.evaluate(onPaper);
        await tab.pdf({ path, preferCSSPageSize: true });
        await tab.emulateMedia({ media: null });
        for (const reason of mistakes(page, wanted, await read(path))) report.bad(item, reason);
      } catch (error) {
        report.bad(item, `did not run: ${error.message}`);
      }
    });
  } finally {
    await site.close();
    await rm(papers, { recursive: true });
  }
  return report;
}

await alone(import.meta.url, async (dir) => check(dir).finally(closeBrowser));
