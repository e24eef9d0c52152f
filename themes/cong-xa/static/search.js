/* Search: finds pages in the index that the program makes, and shows them. The first half knows no page and runs as well
   outside a browser; it begins with `searcher`. What the pieces of the index look like is told in docs/architecture.md.
   A piece is a script that calls trangxaTim, so that it loads from a USB copy too. Nothing loads before somebody types. */
(() => {
  "use strict";
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  /** What it is worth that a word stands in the text, in the summary, in a heading, in the title, in the page's name. */
  const WORTH = [1, 2, 5, 10, 10], NAMED = 4;
  const OTHER_MARKS = 0.3, BEGUN = 0.5, PAIR = 2.5, PHRASE = 1, NAME = 1.5, NEWS = 0.1;
  const MOST_WORDS = 12, LONG = 6, ENOUGH = 0.75;

  /** Numbers below `total` with their weights, as src/search/bits.rs writes them. */
  function eachOf(text, total, tell) {
    let at = 0, six = 0, left = 0;
    const bit = () => {
      if (!left) { six = ALPHABET.indexOf(text[at++]); left = 6; }
      return six >> --left & 1;
    };
    const bits = (n, value) => { while (n--) value = value << 1 | bit(); return value; };
    let zeros = 0;
    while (!bit()) zeros++;
    const count = bits(zeros, 1), gap = Math.floor(total * 7 / (count * 10)), k = gap && 31 - Math.clz32(gap);
    for (let i = 0, next = 0; i < count; i++) {
      let ones = 0, weight = 0;
      while (bit()) ones++;
      const page = next + bits(k, ones);
      while (weight < NAMED && bit()) weight++;
      tell(page, weight);
      next = page + 1;
    }
  }

  /** The entries of a piece: each has in common with the one before it as many letters as its first character says. */
  function entries(text) {
    let last = "";
    return text ? text.split(",").map((entry) => {
      const dot = entry.indexOf(".");
      last = last.slice(0, parseInt(entry[0], 36)) + entry.slice(1, dot);
      return [last, entry.slice(dot + 1)];
    }) : [];
  }

  /** Whether one letter more, less, other, or two changed about make one word of the other. */
  function isSlip(a, b) {
    if (a.length > b.length) [a, b] = [b, a];
    if (b.length - a.length > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    return a.slice(i + 1) === b.slice(i + 1) || a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }

  /** A word typed with Telex while the keyboard was not set to it: `chuyeenr` for `chuyển`. */
  const untelexed = (word) => word.replace(/dd/, "d").replace(/aa|ee|oo/, (two) => two[0]).replace(/w/g, "").replace(/([aeiouy][a-z]*?)[sfrxj]/, "$1");

  /** Finds in an index; `load` promises the data of a piece by its name and the key of its state. */
  function searcher(load, key) {
    const pieces = new Map();
    const piece = (name, state, read) => {
      if (!pieces.has(name)) {
        const loading = load(name, state).then(read);
        loading.catch(() => pieces.delete(name));
        pieces.set(name, loading);
      }
      return pieces.get(name);
    };
    let letters, bases, cuts, quiet, segments, pages, years, twins, lengths;

    const open = () => piece("muc-luc", key, (catalogue) => {
      letters = new Map();
      bases = {};
      for (const [code, base, row] of catalogue.letters) {
        bases[code] = base;
        [...row].forEach((letter, tone) => letters.set(letter, [code, tone]));
      }
      cuts = catalogue.cuts.split(" ");
      quiet = new Set(keys(catalogue.quiet));
      twins = catalogue.short.flatMap(([short, long]) => [[keys(short), keys(long)], [keys(long), keys(short)]]);
      pages = 0;
      segments = catalogue.segments.map((segment) => {
        const first = pages;
        pages += segment.n;
        return { ...segment, first };
      });
      lengths = (page) => Math.max(1, catalogue.lengths.charCodeAt(page) - 97);
      let last = 0;
      years = catalogue.years.map(([year, count]) => ({ year, last: last += count }));
      return catalogue;
    });

    // Words as src/vi/word.rs cuts them and tells them apart.
    const words = (text) => text.normalize("NFC").match(/\p{N}+|(?:(?!\p{N})[\p{Alphabetic}\p{M}])+/gu) || [];
    function keyOf(word) {
      let key = "", tone = 0;
      for (const c of word.toLowerCase()) {
        const letter = letters.get(c);
        key += letter ? letter[0] : c.normalize("NFD").replace(/\p{M}/gu, "");
        tone = letter?.[1] || tone;
      }
      return tone ? key + tone : key;
    }
    const keys = (text) => words(text).map(keyOf);
    const plainOf = (key) => /^\p{N}/u.test(key) ? key : key.replace(/\d$/, "").replace(/[A-Z]/g, (code) => bases[code]);

    // Where an entry stands, as src/search/index.rs puts it.
    const partOf = (plain, count) => {
      let n = 0;
      while (n < cuts.length && cuts[n] <= plain) n++;
      return Math.floor(n * count / (cuts.length + 1));
    };
    const pairOf = (first, second, count) => {
      let hash = 0x811C9DC5;
      const text = first + " " + [...second][0];
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
      return hash % count;
    };

    /** A piece as a list of plain forms, each with its keys and lists. */
    const dictionary = (name, state) => piece(name, state, (text) => {
      const forms = new Map();
      for (const [key, list] of entries(text)) {
        const plain = key.split(" ").map(plainOf).join(" ");
        if (!forms.has(plain)) forms.set(plain, []);
        forms.get(plain).push([key, list]);
      }
      return forms;
    });

    /** Pages by number with what they are worth, and those of them that are called so. */
    const nothing = () => Object.assign(new Map(), { named: new Set() });

    /** Pages with a form: their worth, as far as the marks are those that were typed. */
    function gather(found, forms, segment, plain, wanted, factor) {
      for (const [key, list] of forms.get(plain) || []) {
        const value = factor * (wanted === undefined || key === wanted ? 1 : OTHER_MARKS);
        eachOf(list, segment.n, (page, weight) => {
          const number = segment.first + page, worth = WORTH[weight] * value;
          if (!(found.get(number) >= worth)) found.set(number, worth);
          if (weight === NAMED) found.named.add(number);
        });
      }
    }

    async function pagesOfWord(word) {
      const found = nothing();
      await Promise.all(segments.map(async (segment) => {
        const first = partOf(word.plain, segment.words), last = word.begun ? partOf(word.plain + "\uffff", segment.words) : first;
        for (let n = first; n <= last; n++) {
          const forms = await dictionary(`${segment.s}-tu-${n}`, segment.key);
          gather(found, forms, segment, word.plain, word.key, 1);
          if (!word.begun) continue;
          for (const plain of forms.keys()) {
            if (plain !== word.plain && plain.startsWith(word.plain)) gather(found, forms, segment, plain, undefined, BEGUN);
          }
        }
      }));
      return found;
    }

    async function pagesOfPair(a, b) {
      const found = nothing(), plain = a.plain + " " + b.plain, key = a.key && a.key + " " + b.key;
      await Promise.all(segments.map(async (segment) => {
        const forms = await dictionary(`${segment.s}-cap-${pairOf(a.plain, b.plain, segment.pairs)}`, segment.key);
        gather(found, forms, segment, plain, key, 1);
        if (!b.begun && !b.short) return;
        for (const other of forms.keys()) {
          if (other !== plain && other.startsWith(plain)) gather(found, forms, segment, other, undefined, BEGUN);
        }
      }));
      return found;
    }

    /** The words of a query. Marks count when some were typed; the last word may not be finished. */
    function read(text) {
      const row = keys(text).slice(0, MOST_WORDS), marked = row.some((key) => key !== plainOf(key));
      return row.map((key, i) => {
        const plain = plainOf(key), isLast = i === row.length - 1 && !/[^\p{Alphabetic}\p{N}\p{M}]$/u.test(text);
        const short = plain.length < 2 && /\p{Alphabetic}/u.test(plain);
        const word = { plain, key: marked ? key : undefined, begun: isLast && plain.length > 1, short: isLast && short };
        // What is written short names as much as what it stands for.
        word.size = twins.find(([from]) => from.length === 1 && plainOf(from[0]) === plain)?.[1].length || 1;
        word.quiet = short || [...quiet].some((q) => marked ? q === key : plainOf(q) === plain);
        return word;
      });
    }

    async function rank(row) {
      // Every second pair of a long row will do: each word is then in one.
      const isAsked = (i) => row.length <= LONG || i % 2 === 0 || i === row.length - 2;
      const [single, paired] = await Promise.all([
        Promise.all(row.map(pagesOfWord)),
        Promise.all(row.slice(1).map((word, i) => isAsked(i) ? pagesOfPair(row[i], word) : nothing())),
      ]);
      const scores = new Map(), covered = new Map(), phrases = new Map();
      const rarity = (found) => Math.log(1 + pages / Math.max(1, found.size));
      const add = (map, page, value) => map.set(page, (map.get(page) || 0) + value);
      const cover = (page, i) => covered.set(page, covered.get(page) | 1 << i);
      single.forEach((found, i) => found.forEach((worth, page) => { add(scores, page, worth * rarity(found)); cover(page, i); }));
      paired.forEach((found, i) => found.forEach((worth, page) => {
        add(scores, page, PAIR * worth * Math.min(rarity(found), rarity(single[i]) + rarity(single[i + 1])));
        add(phrases, page, 1);
        cover(page, i);
        cover(page, i + 1);
      }));
      const needed = row.reduce((set, word, i) => word.quiet ? set : set | 1 << i, 0) || (1 << row.length) - 1;
      const count = (set) => { let n = 0; for (; set; set &= set - 1) n++; return n; };
      const share = (page) => count(covered.get(page) & needed) / count(needed);
      const pairs = Math.max(1, row.filter((word, i) => i && isAsked(i - 1) && !word.quiet && !row[i - 1].quiet).length);
      // How much of the page's name was typed.
      const named = (page) => Math.min(1, row.reduce((sum, word, i) => sum + (single[i].named.has(page) ? word.size : 0), 0) / lengths(page));
      const score = (page) => scores.get(page) * share(page) ** 3 * (1 + PHRASE * Math.min(1, (phrases.get(page) || 0) / pairs))
        * (1 + NAME * named(page)) * (1 + NEWS * page / pages);
      const hits = [...scores.keys()].filter((page) => share(page) >= ENOUGH).map((page) => ({ page, score: score(page) }));
      hits.sort((a, b) => b.score - a.score || b.page - a.page);
      const whole = hits.some(({ page }) => share(page) === 1);
      return { hits, whole, single, paired };
    }

    /** The row with what its strange words were most likely meant to be; null when nothing is near. */
    async function mend(row, { single, paired }) {
      const lonely = (i) => !paired[i - 1]?.size && !paired[i]?.size;
      let strange = row.map((_, i) => i).filter((i) => !single[i].size);
      if (!strange.length && row.length > 1 && row.length <= LONG) strange = row.map((_, i) => i).filter(lonely);
      if (!strange.length) return null;
      const spellings = new Map();
      for (const segment of segments) {
        for (const [plain, often] of await piece(`${segment.s}-van`, segment.key, entries)) {
          spellings.set(plain, Math.max(spellings.get(plain) || 0, 1 + +often));
        }
      }
      const mended = row.map((word) => [word]);
      let changed = false;
      for (const i of strange) {
        const { plain } = row[i], telex = untelexed(plain);
        if (/^\p{N}/u.test(plain)) continue;
        // Neighbours decide, and each asked about may cost a piece: first the word before, then for the best the word after.
        const before = mended[i - 1]?.slice(-1)[0].plain, after = row[i + 1]?.plain;
        const hear = (all, a, b) => Promise.all(all.map(async (one) => {
          const { size } = a && b ? await pagesOfPair({ plain: a(one) }, { plain: b(one) }) : {};
          one.said += 20 * Math.log(1 + (size || 0));
        }));
        const first = ({ words }) => words[0], last = ({ words }) => words[words.length - 1];
        const ranked = (all) => all.sort((a, b) => b.value + b.said - a.value - a.said);
        const judge = async (all, most) => {
          await hear(all, before && (() => before), first);
          const best = ranked(all).slice(0, most);
          await hear(best, last, after && (() => after));
          return ranked(best)[0];
        };
        const near = [...spellings].filter(([other]) => other !== plain && (other === telex || plain.length > 2 && isSlip(other, plain)))
          .sort((a, b) => (b[0] === telex) - (a[0] === telex) || (b[0][0] === plain[0]) - (a[0][0] === plain[0]) || b[1] - a[1])
          .slice(0, 4).map(([other, often]) => ({ words: [other], value: often + (other === telex ? 100 : 0), said: 0 }));
        let best = await judge(near, 3);
        if (!best?.said) {
          // Two words for one need somebody who says so.
          const parted = [];
          for (let at = 2; at + 2 <= plain.length; at++) {
            const words = [plain.slice(0, at), plain.slice(at)];
            if (words.every((word) => spellings.has(word))) parted.push({ words, value: 0, said: 0 });
          }
          await hear(parted, first, last);
          best = await judge(parted.filter(({ said }) => said), 2) || best;
        }
        // So does another word for one that is one.
        if (single[i].size && !best?.said) continue;
        if (best) [mended[i], changed] = [best.words.map((word) => ({ plain: word, size: 1 })), true];
      }
      return changed ? mended.flat() : null;
    }

    /** Where the words of a query stand in a text: pairs of start and end. Lone words count only where no two stand together. */
    function marks(text, row) {
      const found = [], pattern = /\p{N}+|(?:(?!\p{N})[\p{Alphabetic}\p{M}])+/gu;
      for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length, key: keyOf(match[0]) });
      const rows = [row];
      for (const [from, to] of twins) {
        for (let i = 0; i + from.length <= row.length; i++) {
          if (from.every((key, j) => row[i + j].key === undefined ? plainOf(key) === row[i + j].plain : key === row[i + j].key)) rows.push(to.map((key) => ({ key, plain: plainOf(key) })));
        }
      }
      const fits = (word, at, loose) => {
        const plain = plainOf(at.key);
        return word.key !== undefined && !loose && !word.begun ? at.key === word.key : plain === word.plain || word.begun && plain.startsWith(word.plain);
      };
      for (const loose of [false, true]) {
        const pairs = new Set(), lone = new Set();
        rows.forEach((words) => found.forEach((at, i) => words.forEach((word, j) => {
          if (!fits(word, at, loose)) return;
          if (!word.quiet) lone.add(i);
          if (words[j + 1] && found[i + 1] && fits(words[j + 1], found[i + 1], loose)) pairs.add(i).add(i + 1);
        })));
        const chosen = pairs.size ? pairs : lone;
        if (!chosen.size) continue;
        const spans = [];
        [...chosen].sort((a, b) => a - b).forEach((i) => {
          const last = spans[spans.length - 1];
          if (last && pairs.has(i) && chosen.has(i - 1) && last[1] === found[i - 1].end) last[1] = found[i].end;
          else spans.push([found[i].start, found[i].end]);
        });
        return spans;
      }
      return [];
    }

    /**
     * Finds pages. Gives `hits` in order, `whole` when they have all the words, `row` for `marks`, and `meant` when what was
     * typed was taken for a slip.
     */
    async function find(text) {
      await open();
      let row = read(text), meant;
      if (!row.length || row.every((word) => word.short)) return { hits: [], row, whole: true };
      let found = await rank(row);
      if (!found.whole || !found.hits.length) {
        const mended = await mend(row, found);
        const other = mended && await rank(mended);
        if (other?.hits.length && (other.whole || !found.hits.length)) [row, found, meant] = [mended, other, mended.map((word) => word.plain).join(" ")];
      }
      return { hits: found.hits, whole: found.whole, row, meant };
    }

    /** What the catalogue knows of a page, without loading its title. */
    function place(page, { shelves, places }) {
      const [section, kind] = shelves[places.charCodeAt(page) - 97];
      return { section, kind, year: years.find(({ last }) => page < last).year };
    }

    /** Some pages of a result with their titles and summaries. */
    async function show(result, from, count) {
      const { titles: size } = await open();
      return Promise.all(result.hits.slice(from, from + count).map(async ({ page }) => {
        const { key } = segments.find((segment) => page < segment.first + segment.n);
        const list = await piece(`bai-${Math.floor(page / size)}`, key, (data) => data);
        const [title, path, date, description] = list[page % size];
        return { page, title, path, date, description };
      }));
    }

    return { open, find, place, show, marks, keys };
  }

  globalThis.trangxaSearch = searcher;
  if (typeof document === "undefined") return;

  // The page. Events are heard at the document, so that the page may be exchanged under it.
  const one = (selector, from = document) => from.querySelector(selector);
  const FILTERS = [["muc", "section"], ["loai", "kind"], ["nam", "year"]];
  const AT_ONCE = 8, PAUSE = 150;
  const waiting = new Map();
  let search, state, shown = 0, result, chosen = [], turn = 0, timer;

  globalThis.trangxaTim = (name, data) => waiting.get(name)?.(data);

  const form = () => one("form[data-search]");

  /** Loads a piece as a script; its name stays the same, the key makes a browser ask again when it has changed. */
  const load = (name, key) => new Promise((done, fail) => {
    const script = document.createElement("script");
    waiting.set(name, done);
    script.src = `${form().dataset.search}${name}.js?v=${key}`;
    script.onerror = () => fail(new Error(name));
    script.onload = () => script.remove();
    document.head.append(script);
  });

  const element = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };

  function marked(text) {
    const parts = [];
    let at = 0;
    for (const [start, end] of search.marks(text, result.row)) {
      parts.push(text.slice(at, start), element("mark", text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  function hit({ page, title, path, date, description }, catalogue) {
    const link = element("a", ...marked(title)), { section, kind } = search.place(page, catalogue);
    link.href = form().dataset.root + path + (location.protocol === "file:" && /(^|\/)$/.test(path) ? "index.html" : "");
    const facts = [section, kind].filter((text, i, all) => text && all.indexOf(text) === i);
    const about = element("p", ...facts.map((text) => element("span", text)));
    about.className = "meta";
    if (date) {
      const time = element("time", date.split("-").reverse().join("/"));
      time.dateTime = date;
      about.append(time);
    }
    const row = element("li", element("h3", link), about);
    if (description) row.append(element("p", ...marked(description)));
    return row;
  }

  async function showMore() {
    const mine = turn, catalogue = await search.open();
    const items = await search.show({ ...result, hits: chosen }, shown, AT_ONCE);
    if (mine !== turn) return;
    if (!shown) one(".hits").replaceChildren();
    one(".hits").append(...items.map((item) => hit(item, catalogue)));
    shown += items.length;
    one("[data-more]").hidden = shown >= chosen.length;
  }

  /** Puts into every filter what the others leave, with how many there are. */
  function fillFilters(catalogue) {
    const fits = (page, except) => FILTERS.every(([name, key]) => {
      const { value } = form().elements[name];
      return name === except || !value || String(search.place(page, catalogue)[key]) === value;
    });
    for (const [name, key] of FILTERS) {
      const select = form().elements[name], counts = new Map();
      for (const { page } of result.hits) {
        const value = search.place(page, catalogue)[key];
        if (value && fits(page, name)) counts.set(value, (counts.get(value) || 0) + 1);
      }
      const kept = select.value, values = [...counts.keys()];
      if (key === "year") values.sort((a, b) => b - a);
      if (kept && !values.map(String).includes(kept)) values.push(kept);
      select.replaceChildren(new Option("Tất cả", ""), ...values.map((value) => new Option(`${value} (${counts.get(value) || 0})`, value)));
      select.value = kept;
      select.parentNode.hidden = values.length < 2 && !kept;
    }
    chosen = result.hits.filter(({ page }) => fits(page));
  }

  const say = (text) => { one("[data-count]", form()).textContent = text; };

  function count(text) {
    if (chosen.length) return result.whole ? `Tìm thấy ${chosen.length} mục.` : `Không có mục nào đủ các từ. Gần nhất: ${chosen.length} mục.`;
    if (result.hits.length) return "Không có mục nào với bộ lọc này. Hãy bỏ bớt bộ lọc.";
    return `Không tìm thấy “${text}”. Hãy thử từ khác, ngắn hơn, hoặc chọn trong các danh sách dưới đây.`;
  }

  async function run(text) {
    const mine = ++turn;
    const results = one("[data-results]"), browse = one("[data-browse]"), meant = one("[data-meant]");
    if (!text.trim()) {
      [results.hidden, browse.hidden] = [true, false];
      FILTERS.forEach(([name]) => { form().elements[name].parentNode.hidden = true; });
      say("");
      return;
    }
    try {
      if (state !== form().dataset.key) search = searcher(load, state = form().dataset.key);
      const found = await search.find(text), catalogue = await search.open();
      if (mine !== turn) return;
      result = found;
      fillFilters(catalogue);
      shown = 0;
      if (chosen.length) await showMore();
      else one(".hits").replaceChildren();
      if (mine !== turn) return;
      one("[data-more]").hidden = shown >= chosen.length;
      meant.hidden = !result.meant;
      meant.replaceChildren("Không có kết quả đúng như đã gõ. Đang hiện kết quả cho ", element("b", result.meant || ""), ".");
      [results.hidden, browse.hidden] = [!chosen.length, !!result.hits.length];
      say(count(text.trim()));
    } catch {
      if (mine === turn) say("Không tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi thử lại, hoặc dùng các danh sách dưới đây.");
    }
  }

  const fields = () => [form().elements.q, ...FILTERS.map(([name]) => form().elements[name])];

  /** Keeps the query in the address; `asNew` makes it a step that the back button undoes. */
  function remember(asNew) {
    const address = new URL(location.href);
    fields().forEach(({ name, value }) => { if (value) address.searchParams.set(name, value); else address.searchParams.delete(name); });
    if (address.href === location.href) return;
    try { history[asNew ? "pushState" : "replaceState"](null, "", address); } catch { /* some browsers forbid it to files */ }
  }

  function readAddress() {
    const { searchParams } = new URL(location.href);
    fields().forEach((field) => {
      const value = searchParams.get(field.name) || "";
      if (field.localName === "select" && value) field.replaceChildren(new Option("", ""), new Option(value, value));
      field.value = value;
    });
    run(form().elements.q.value);
  }

  function setUp() {
    if (!form()?.hidden) return;
    form().hidden = false;
    readAddress();
  }

  document.addEventListener("input", ({ target }) => {
    if (target.form !== form() || target.name !== "q") return;
    clearTimeout(timer);
    timer = setTimeout(() => { remember(false); run(target.value); }, PAUSE);
  });
  document.addEventListener("change", ({ target }) => {
    if (target.form !== form() || target.localName !== "select") return;
    remember(true);
    run(form().elements.q.value);
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    clearTimeout(timer);
    remember(true);
    run(form().elements.q.value);
  });
  document.addEventListener("click", async ({ target }) => {
    if (!target.closest?.("[data-more]")) return;
    const before = shown;
    await showMore();
    one(".hits").children[before]?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    const field = form()?.elements.q, active = document.activeElement;
    if (!field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const links = [...document.querySelectorAll("[data-results]:not([hidden]) .hits a")], at = links.indexOf(active);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && (at >= 0 || active === field && step > 0)) (links[at + step] || (step < 0 ? field : active)).focus();
    else if (event.key === "Escape" && at >= 0) field.focus();
    else if (event.key === "/" && !active.matches("input, select, textarea")) field.select();
    else return;
    event.preventDefault();
  });
  addEventListener("popstate", () => { if (form()) readAddress(); });
  document.addEventListener("trangxa:update", setUp);
  setUp();
})();
