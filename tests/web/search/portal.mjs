// Writes a portal of N pages to measure the search on: texts of about 400 words in which words follow each other as on
// the sample portal, now and then a word from elsewhere, names of people and places, numbers. It has about as many different
// words and pairs as the sample portal would have if it grew on (Heaps' law). The same N gives the same bytes.
//
//   node portal.mjs N OUT

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));
const SECTIONS = ['tin-tuc', 'thong-bao', 'chuyen-doi-so', 'nghi-quyet-57', 'dich-vu-cong', 'van-hoa-xa-hoi'];
const ONSETS = ['b', 'c', 'ch', 'd', 'đ', 'g', 'h', 'kh', 'l', 'm', 'n', 'nh', 'ng', 'ph', 's', 't', 'th', 'tr', 'v', 'x'];
const RIMES = ['a', 'an', 'ang', 'anh', 'ai', 'ao', 'ay', 'âm', 'ân', 'âu', 'ăn', 'ăng', 'e', 'en', 'êm', 'ên', 'i', 'in', 'inh', 'iên', 'o', 'on', 'ong', 'ôi', 'ôn', 'ông', 'ơi', 'ơn', 'u', 'um', 'ung', 'uôn', 'ưng', 'ươi', 'ương'];
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** A die that throws the same for the same seed. */
function die(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Which word follows which on the sample portal. */
function followers() {
  const next = new Map();
  for (const entry of readdirSync(CONTENT, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.md')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8').split('+++')[2] ?? '';
    const words = text.replace(/\]\([^)]*\)/g, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];
    words.forEach((word, i) => next.set(word, [...(next.get(word) ?? []), words[i + 1] ?? words[0]]));
  }
  return next;
}

export function writePortal(pages, out) {
  const throwDie = die(pages);
  const next = followers();
  const known = [...next.keys()];
  const pick = (list) => list[throwDie(list.length)];
  const strange = () => {
    const rime = pick(RIMES);
    const vowel = rime.search(/[aăâeêioôơuư](?![aăâeêioôơuư])/);
    const word = pick(ONSETS) + rime.slice(0, vowel + 1) + pick(TONES) + rime.slice(vowel + 1);
    return word.normalize('NFC');
  };
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  let said = []; // of the page; texts come back to what they are about
  const run = (length) => {
    const words = [];
    let word = pick(known);
    while (words.length < length) {
      const dice = throwDie(1000);
      if (dice < 40 && said.length > 60) {
        const at = throwDie(said.length - 5);
        words.push(...said.slice(at, at + 5));
        continue;
      }
      if (dice < 880) word = pick(next.get(word) ?? known);
      else if (dice < 978) word = pick(known);
      else if (dice < 983) word = strange();
      else if (dice < 990) word = capital(strange());
      words.push(dice < 990 ? word : String(1 + throwDie(99)));
    }
    said.push(...words);
    return words.slice(0, length).join(' ');
  };
  const write = (path, text) => {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('site.toml', 'title = "Cổng đo tìm kiếm"\nbase_url = "https://xa-mau.example.vn"\n');
  for (const section of SECTIONS) write(`content/${section}/_index.md`, `+++\ntitle = "${capital(section.replaceAll('-', ' '))}"\n+++\n`);
  const dated = (i) => new Date(Date.UTC(2026, 10, 1) - (pages - i) * 8 * 3600_000).toISOString().slice(0, 10);
  for (let i = SECTIONS.length; i < pages; i += 1) {
    said = [];
    const parts = Array.from({ length: 3 }, () => `## ${capital(run(6))}\n\n${capital(run(60))}.\n\n${capital(run(55))}.\n`);
    const text = `+++\ntitle = "${capital(run(8 + throwDie(6)))}"\ndate = ${dated(i)}\n+++\n${capital(run(35))}.\n\n${parts.join('\n')}`;
    write(`content/${pick(SECTIONS)}/bai-${i}.md`, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writePortal(Number(process.argv[2]), process.argv[3]);
