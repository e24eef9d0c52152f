// The script cuts texts into words and makes their keys as the program does: both are held to `words.tsv`, the program
// by a test in src/vi/word.rs.

import { readFileSync } from 'node:fs';
import { openIndex } from './engine.mjs';

/** Mistakes of the script over the index in `dir`, which brings the table of letters. */
export async function wordMistakes(dir) {
  const { search } = openIndex(dir);
  await search.open();
  const lines = readFileSync(new URL('words.tsv', import.meta.url), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const [text, keys] = line.split('\t');
    const found = [...search.keys(text)].join(' ');
    return found === keys ? [] : [`${text}: ${found}, not ${keys}`];
  });
}
