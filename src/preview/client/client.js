// The browser's side of the live preview: listens to the server, keeps the page in front up to date, and tells the bar.
//
// `page.js` changes the page, `bar.js` draws what is the preview's own. A page shown in a frame of the bar, or on a
// phone, is kept up to date too, and has no bar.

import { Bar } from './bar.js';
import { isBusy, look, ownScript, parse, refresh, restorePlace, setBase, update } from './page.js';

const script = ownScript(document);
let token = script?.dataset.token;
const framed = parent !== window;
const path = decodeURIComponent(location.pathname).slice(1);
const ask = (name, query = '') => fetch(`/.trangxa/${name}${query}`, { cache: 'no-store' }).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))));
const thisPage = `?page=${encodeURIComponent(path)}`;

async function post(name, body) {
  const headers = { 'Content-Type': 'application/json', 'X-Trangxa-Token': token };
  const answer = await fetch(`/.trangxa/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json().catch(() => null);
}

let build = Number(script?.dataset.build) || 0; // the newest that this page has heard of
let bar = null;
let channel = null; // to the preview's other tabs
let front = !document.hidden; // whether this is the tab that was looked at last

// ---- the page

const PAGE = () => location.pathname + location.search;
let running = null; // what is being fetched; only the newest counts

/** Fetches the page and shows it; `quiet` when it is another view of it and no edit. */
async function load(quiet = false) {
  running?.abort();
  const mine = running = new AbortController();
  const { signal } = mine;
  try {
    const answer = await fetch(PAGE(), { signal, cache: 'no-store' });
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return location.replace(answer.url);
    if (!/html/.test(answer.headers.get('content-type'))) return location.reload();
    const text = await answer.text();
    if (signal.aborted) return;
    const isPublic = /trangxa-view=public/.test(document.cookie);
    if (answer.status === 404 && !isPublic) return bar?.gone(true);
    token = ownScript(parse(text))?.dataset.token ?? token;
    const shown = build;
    if (!(await update(text, { build, signal, quiet, follow: !framed && bar?.follows() }))) return;
    bar?.gone(answer.status === 404, isPublic);
    bar?.moved();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (token) post('painted', { build: shown, painted: performance.timeOrigin + performance.now() }).catch(() => {});
    }));
  } catch (error) {
    if (error.name !== 'AbortError') console.warn('trangxa:', error.message);
  }
}

// Each list is fetched anew; an answer that was overtaken is dropped.
const latest = {};
async function fresh(name, query, show) {
  const turn = latest[name] = (latest[name] ?? 0) + 1;
  const answer = await ask(name, query).catch(() => null);
  if (answer && turn === latest[name]) show(answer);
}
const facts = () => bar && fresh('facts', thisPage, (list) => bar.facts(list));
const problems = () => bar && fresh('problems', '', (list) => bar.problems(list.problems));

// ---- events

let source = null;
let wait = 0, timer = 0;

function hear(name, act) {
  source.addEventListener(name, (event) => {
    const data = JSON.parse(event.data);
    if (data?.build > build) {
      build = data.build;
      facts(); // what is hidden may be another without any change of this page
    }
    act(data);
  });
}

function connect() {
  clearTimeout(timer);
  source?.close();
  source = new EventSource(`/.trangxa/events${thisPage}`);
  let known = build;
  hear('hello', (data) => {
    if (wait) {
      bar?.lost(false);
      load();
    } else if (known && data.build !== known) load();
    if (wait || data.build !== known) problems();
    wait = 0;
    known = build = data.build;
  });
  hear('update', () => load());
  hear('gone', () => (/trangxa-view=public/.test(document.cookie) ? load() : bar?.gone(true)));
  hear('files', ({ paths, build: stamp }) => refresh(paths, stamp).then(() => bar?.moved()));
  hear('problems', problems);
  hear('facts', facts);
  hear('phone', (data) => bar?.phone(data));
  hear('follow', (data) => {
    if (!bar || data.path === path || (document.hidden && !front)) return;
    if (bar.isPinned() || isTyping()) bar.offer(data.path);
    else location.assign(`/${data.path}`);
  });
  source.onerror = () => {
    disconnect();
    wait = Math.min(10_000, wait * 2 || 500);
    bar?.lost(true);
    timer = setTimeout(connect, wait);
  };
}

function disconnect() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

/** Whether the reader is filling in a field: then the page is not taken away. */
function isTyping() {
  const el = document.activeElement;
  return Boolean(bar.isOpen() || (el?.matches('input, textarea, select, [contenteditable]') && (isBusy() || (el.value ?? el.textContent))));
}

// A browser keeps few connections to one host: of the tabs that cannot be seen, only the one seen last listens.
function toFront() {
  if (document.hidden || framed) return;
  front = true;
  channel?.postMessage('front');
  if (!source) connect();
}

function begin() {
  if (!framed) {
    channel = new BroadcastChannel('trangxa');
    channel.onmessage = ({ data }) => {
      if (data === 'view') viewChanged();
      else {
        front = false;
        if (document.hidden) disconnect();
      }
    };
  }
  connect();
  toFront();
}

function viewChanged() {
  bar?.view();
  connect(); // the server looks at the cookie when the connection is made
  load(true);
  facts();
}

addEventListener('pagehide', () => {
  disconnect();
  channel?.close();
});
addEventListener('pageshow', ({ persisted }) => { if (persisted) begin(); });
document.addEventListener('visibilitychange', toFront);
addEventListener('focus', toFront);

// ---- beginning

restorePlace();
addEventListener('load', restorePlace);
const looks = () => {
  const { size, dark, contrast } = JSON.parse(sessionStorage.getItem('trangxa-look') ?? '{}');
  look({ dark, contrast, print: framed && size === 'print' });
};
addEventListener('storage', ({ key }) => { if (key === 'trangxa-look') looks(); });
addEventListener('trangxa:look', looks);
addEventListener('load', looks);
looks();

const first = fetch(PAGE(), { cache: 'no-store' }).then((answer) => answer.text()).then(parse);
if (framed) {
  addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.defaultPrevented) parent.postMessage('trangxa-close', location.origin); });
} else if (token) {
  const words = ask('words').catch(() => ({})), style = fetch('/.trangxa/client.css').then((answer) => answer.text());
  bar = new Bar({
    words: await words,
    style: await style,
    path,
    post,
    changedView: () => {
      channel?.postMessage('view');
      viewChanged();
    },
  });
}
// The page as the server gave it, to tell later what has changed; if it has changed since, that is not known.
const doc = await first.catch(() => null);
const isSame = doc && ownScript(doc)?.dataset.build === script?.dataset.build;
if (isSame) setBase(doc);
begin();
if (doc && !isSame) load();
facts();
problems();
