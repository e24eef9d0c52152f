// A server that speaks the live preview's protocol (see src/preview/mod.rs) and serves what a test puts into it: the
// browser's side is tried alone, without the program.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

const CLIENT = new URL('../../../src/preview/client/', import.meta.url);
const TYPES = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', html: 'text/html' };
const typeOf = (path) => `${TYPES[path.split('.').at(-1)] ?? 'text/html'}; charset=utf-8`;

/** The script's words in one language (1 Vietnamese, 2 English), as the program would give them. */
export async function words(column = 1) {
  const source = (path) => readFile(new URL(`../../../src/${path}`, import.meta.url), 'utf8');
  const [names, texts] = await Promise.all([source('preview/words.rs'), source('messages.rs')]);
  const rows = new Map([...texts.matchAll(/^ +(Word\w+) = Ui "", "(.*)", "(.*)";$/gm)].map((row) => [row[1], row.slice(1)]));
  return Object.fromEntries([...names.matchAll(/^ +\("([\w-]+)", Msg::(\w+)\),$/gm)].map(([, key, row]) => [key, rows.get(row)[column]]));
}

export class Mock {
  build = 1;
  token = 'thu-nghiem';
  pages = new Map(); // '' or 'tin-tuc/a/' → HTML; a function gets the cookie `trangxa-view`
  files = new Map(); // 'anh/a.svg' → bytes, or { body, delay }
  facts = {}; // path → Facts
  problems = [];
  posts = [];
  asked = []; // every address
  missing = '<!doctype html><title>404</title><body></body>';
  language = 1;
  #streams = new Set();
  #server = null;
  #port = 0;

  async start() {
    const texts = await words(this.language);
    this.#server = createServer((request, response) => this.#answer(request, response, texts).catch((error) => {
      response.writeHead(500);
      response.end(error.stack);
    }));
    await new Promise((done) => this.#server.listen(this.#port, '127.0.0.1', done));
    this.#port = this.#server.address().port;
    this.home = `http://127.0.0.1:${this.#port}/`;
    return this;
  }

  async stop() {
    for (const { response } of this.#streams) response.destroy();
    this.#streams.clear();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Sends an event to the connections of one page, or to all. */
  send(name, data, page) {
    for (const stream of this.#streams) {
      if (page === undefined || stream.page === page) stream.response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  listeners(page) {
    return [...this.#streams].filter((stream) => stream.page === page).length;
  }

  /** What a save does: the page has other bytes now. */
  save(path, html) {
    this.pages.set(path, html);
    this.build += 1;
    this.send('update', { build: this.build }, path);
  }

  saveFile(path, body) {
    this.files.set(path, body);
    this.build += 1;
    this.send('files', { build: this.build, paths: [path] });
  }

  report(problems) {
    this.problems = problems;
    this.build += 1;
    const count = (severity) => problems.filter((one) => one.severity === severity).length;
    this.send('problems', { build: this.build, errors: count('error'), warnings: count('warning') });
  }

  async #answer(request, response, texts) {
    const url = new URL(request.url, this.home);
    const path = decodeURIComponent(url.pathname).slice(1);
    this.asked.push(path + url.search);
    const give = (body, type = 'application/json', status = 200) => {
      // What the preview's own pages allow; a site may allow as little.
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; media-src 'self'";
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': policy });
      response.end(body);
    };
    if (path.startsWith('.trangxa/')) {
      const name = path.slice('.trangxa/'.length);
      const page = url.searchParams.get('page');
      if (request.method === 'POST') {
        let text = '';
        for await (const chunk of request) text += chunk;
        if (request.headers['x-trangxa-token'] !== this.token) return give('{}', undefined, 403);
        const body = JSON.parse(text);
        this.posts.push({ name, body });
        const until = '14:35';
        const qr = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="M2 2h7v7H2zM20 2h7v7h-7zM2 20h7v7H2zM11 11h3v3h-3zM16 14h4v2h-4zM12 20h2v5h-2zM20 20h3v3h-3z"/></svg>';
        return give(name === 'phone' && body.on ? JSON.stringify({ url: 'http://192.168.1.20:4157/3f9c2a/', qr, until }) : 'null');
      }
      if (name === 'events') {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write(`event: hello\ndata: ${JSON.stringify({ build: this.build })}\n\n`);
        const stream = { page, response };
        this.#streams.add(stream);
        request.on('close', () => this.#streams.delete(stream));
        return;
      }
      if (name === 'facts') return give(JSON.stringify({ build: this.build, file: null, mark: null, hidden: [], next: null, due: null, ...this.facts[page] }));
      if (name === 'problems') return give(JSON.stringify({ build: this.build, problems: this.problems }));
      if (name === 'words') return give(JSON.stringify(texts));
      return give(await readFile(new URL(name, CLIENT)), typeOf(name));
    }
    const file = this.files.get(path);
    if (file !== undefined) {
      if (file.delay) await new Promise((done) => setTimeout(done, file.delay));
      return give(file.body ?? file, typeOf(path));
    }
    const view = /trangxa-view=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const page = this.pages.get(path);
    const html = typeof page === 'function' ? page(view) : page;
    const script = `<script type="module" src="/.trangxa/client.js" data-token="${this.token}" data-build="${this.build}"></script>`;
    return give((html ?? this.missing).replace('</body>', `${script}</body>`), TYPES.html, html ? 200 : 404);
  }
}
