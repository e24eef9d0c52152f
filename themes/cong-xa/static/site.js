/* The script of every page: reading tools, share, tables. Everything on the page works without it.
   Clicks are heard at the document, so the page may be exchanged under it; then fire "trangxa:update" on document. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const words = (text) => fold(text).split(/\s+/).filter(Boolean);
  const say = (text) => { const box = one("[data-say]"); if (box) box.textContent = text; };
  const memory = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch { /* private window */ } },
  };

  // Reading tools: size of type and look. The system's wish holds until the visitor chooses.
  const SIZES = [100, 115, 130, 150, 175, 200];
  const THEMES = [["", "Theo máy"], ["light", "Sáng"], ["dark", "Tối"], ["contrast", "Tương phản cao"]];
  let size = Math.max(0, SIZES.indexOf(+memory.get("size")));
  let theme = Math.max(0, THEMES.findIndex(([id]) => id === (memory.get("theme") || "")));

  function look() {
    root.style.fontSize = size ? SIZES[size] + "%" : "";
    if (theme) root.dataset.theme = THEMES[theme][0]; else delete root.dataset.theme;
    all("[data-theme-name]").forEach((el) => { el.textContent = THEMES[theme][1]; });
  }

  // Share: the system's sheet (with Zalo on phones), copy, print.
  const address = () => one("link[rel=canonical]")?.href || location.href;

  async function copy(button) {
    let done = true;
    try {
      await navigator.clipboard.writeText(address());
    } catch {
      const field = document.createElement("textarea");
      field.value = address();
      button.after(field);
      field.select();
      done = document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const text = done ? "Đã sao chép đường dẫn" : "Không sao chép được, mời chép từ thanh địa chỉ";
    const note = one("[data-note]");
    if (note) note.textContent = text;
    say(text);
  }

  // Reading aloud, with the browser's own Vietnamese voice; where it has none, there is no button.
  const speech = window.speechSynthesis;
  const BLOCKS = "main h1, main .lead, .prose :is(h2, h3, h4, p, li, dt, dd, th, td, figcaption)";
  let spoken; // the block that is being read

  const voice = () => speech?.getVoices().find((one) => /^vi\b/i.test(one.lang));
  const listen = () => { if (voice()) all("[data-listen]").forEach((el) => { el.hidden = false; }); };

  function mark(block) {
    spoken?.classList.remove("spoken");
    spoken = block;
    spoken?.classList.add("spoken");
    spoken?.scrollIntoView({ block: "nearest" });
    all("[data-listen]").forEach((el) => { el.textContent = spoken ? "Dừng đọc" : "Nghe bài"; });
  }

  // A sentence at a time: voices from the network stop after a quarter of a minute.
  function read(blocks, sentences = []) {
    if (!sentences.length) {
      mark(blocks.shift());
      if (!spoken) return;
      sentences = spoken.textContent.trim().split(/(?<=[.!?;:…])\s+/);
    }
    const next = new SpeechSynthesisUtterance(sentences.shift()), block = spoken;
    next.voice = voice();
    next.lang = next.voice.lang;
    next.onend = () => { if (spoken === block) read(blocks, sentences); };
    next.onerror = () => { if (spoken === block) mark(); };
    speech.speak(next);
  }

  function readOrStop() {
    const blocks = spoken ? [] : all(BLOCKS).filter((el) => el.checkVisibility?.() !== false && el.textContent.trim() && !one(BLOCKS, el));
    mark();
    speech.cancel();
    read(blocks);
  }

  // Tables: sort by a head, filter by text and by the values found in the rows.
  const order = new Intl.Collator("vi", { numeric: true });
  const key = (row, col) => row.cells[col].dataset.sort ?? row.cells[col].textContent.trim();

  function sort(button) {
    const head = button.closest("th"), body = one("tbody", head.closest("table"));
    const down = head.getAttribute("aria-sort") === "ascending";
    all("th[aria-sort]", head.parentNode).forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const col = head.cellIndex, sign = down ? -1 : 1;
    body.append(...[...body.rows].sort((a, b) => sign * order.compare(key(a, col), key(b, col))));
  }

  function prepareTable(table) {
    if (one("thead button", table)) return;
    all("thead th", table).forEach((th) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.sortBy = "";
      button.append(...th.childNodes);
      th.append(button);
    });
  }

  const value = (row, select) => ("year" in select.dataset ? key(row, select.dataset.col).slice(0, 4) : key(row, select.dataset.col));

  function prepareFilter(form) {
    const rows = [...document.getElementById(form.dataset.filter).tBodies[0].rows];
    all("select", form).forEach((select) => {
      if (select.length > 1) return;
      const values = [...new Set(rows.map((row) => value(row, select)))].filter(Boolean).sort(order.compare);
      if ("year" in select.dataset) values.reverse();
      select.append(...values.map((text) => new Option(text, text)));
    });
    form.hidden = false;
    filter(form);
  }

  function filter(form) {
    const rows = [...document.getElementById(form.dataset.filter).tBodies[0].rows];
    const wanted = words(one("[data-text]", form).value);
    const selects = all("select", form).filter((select) => select.value);
    let shown = 0;
    rows.forEach((row) => {
      row.folded ??= fold(row.textContent);
      const fits = wanted.every((word) => row.folded.includes(word)) && selects.every((select) => value(row, select) === select.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    one("[data-count]", form).textContent = shown ? `Hiện ${shown} / ${rows.length} văn bản` : "Không có văn bản phù hợp";
  }

  // On a USB copy there is no server to find index.html.
  function local(from) {
    if (location.protocol !== "file:") return;
    for (const [selector, name] of [["a[href]", "href"], ["form[action]", "action"]]) {
      all(selector, from).forEach((el) => {
        const [, path, rest] = el.getAttribute(name).match(/^([^?#]*)(.*)$/s);
        if (/(^|\/)\.{0,2}$|\/$/.test(path) && path && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) el.setAttribute(name, path.replace(/([^/])$/, "$1/") + "index.html" + rest);
      });
    }
  }

  // Branches of the menu close on Escape and on a click elsewhere.
  const branches = () => all("details.sub[open]");

  function setUp() {
    look();
    all("[data-tools], [data-copy], [data-print]").forEach((el) => { el.hidden = false; });
    if (navigator.share) all("[data-share]").forEach((el) => { el.hidden = false; });
    all("table[data-sortable]").forEach(prepareTable);
    all("form[data-filter]").forEach(prepareFilter);
    const menu = one("details.menu");
    if (menu && !CSS.supports("selector(::details-content)")) menu.open = matchMedia("(min-width: 60em)").matches;
    listen();
    const strip = one(".mini ul"), here = strip && one("[aria-current]", strip);
    if (here) strip.scrollLeft = here.offsetLeft - strip.offsetLeft - 16;
    local(document);
  }

  document.addEventListener("click", (event) => {
    const target = event.target, button = target.closest("button");
    branches().forEach((el) => { if (!el.contains(target)) el.open = false; });
    if (!button) return;
    const data = button.dataset;
    if (data.size) {
      size = +data.size ? Math.min(SIZES.length - 1, Math.max(0, size + +data.size)) : 0;
      memory.set("size", size ? String(SIZES[size]) : "");
      look();
      say(`Cỡ chữ ${SIZES[size]} %`);
    } else if ("themeSwitch" in data) {
      theme = (theme + 1) % THEMES.length;
      memory.set("theme", THEMES[theme][0]);
      look();
      say("Giao diện: " + THEMES[theme][1]);
    } else if ("listen" in data) readOrStop();
    else if ("print" in data) print();
    else if ("copy" in data) copy(button);
    else if ("share" in data) navigator.share({ title: document.title, url: address() }).catch(() => {});
    else if ("sortBy" in data) sort(button);
  });
  document.addEventListener("keydown", (event) => {
    const find = one(".find input");
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && find?.offsetParent && !one("form[data-search]") && !event.target.closest("input, select, textarea, [contenteditable]")) {
      event.preventDefault();
      find.focus();
    }
    if (event.key !== "Escape") return;
    branches().forEach((el) => {
      if (el.contains(document.activeElement)) one("summary", el).focus();
      el.open = false;
    });
  });
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.dataset.filter) filter(form);
  });
  document.addEventListener("reset", (event) => { if (event.target.dataset.filter) setTimeout(filter, 0, event.target); });
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.filter) event.preventDefault();
  });
  document.addEventListener("trangxa:update", setUp);
  speech?.addEventListener?.("voiceschanged", listen);
  addEventListener("pagehide", () => speech?.cancel());
  // Reading without a network, where the site is published and wants it: a preview leaves nothing in the browser.
  const { offline } = root.dataset;
  if (offline && location.protocol === "https:") addEventListener("load", () => navigator.serviceWorker?.register(offline).catch(() => {}));
  setUp();
})();
