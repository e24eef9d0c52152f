// A static server on loopback that behaves like a plain web host: `index.html` for a folder, a redirect to the address
// with the slash, `404.html` with status 404, gzip for text; and the whole site under a sub-path if one is asked for.
//
//   node serve.mjs DIR [/prefix] [PORT]

import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};
const FEEDS = { 'rss.xml': 'application/rss+xml; charset=utf-8', 'atom.xml': 'application/atom+xml; charset=utf-8' };
const isText = (type) => /^text\/|json|xml|javascript/.test(type);

const isDir = (path) => stat(path).then((s) => s.isDirectory(), () => false);

/**
 * Serves `dir` under `prefix` (`/` or `/portal/`), over TLS when there is a `{key, cert}`; gives the address of the
 * site's home, the port and a way to stop.
 */
export async function serve(dir, { prefix = '/', port = 0, tls } = {}) {
  const root = resolve(dir);
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`;

  const answer = async (request, response) => {
    const send = async (status, file) => {
      const name = file.split(sep).at(-1);
      const type = FEEDS[name] ?? TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';
      let body = await readFile(file);
      const headers = { 'content-type': type };
      if (isText(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
        body = gzipSync(body);
        headers['content-encoding'] = 'gzip';
      }
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const missing = () =>
      send(404, join(root, '404.html')).catch(() => {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
        response.end('not found');
      });

    const url = new URL(request.url, 'http://localhost');
    if (!url.pathname.startsWith(base)) return missing();
    const path = normalize(join(root, decodeURIComponent(url.pathname.slice(base.length))));
    if (path !== root && !path.startsWith(root + sep)) return missing();
    if (await isDir(path)) {
      if (!url.pathname.endsWith('/')) {
        response.writeHead(301, { location: `${url.pathname}/${url.search}` });
        return response.end();
      }
      return send(200, join(path, 'index.html')).catch(missing);
    }
    return send(200, path).catch(missing);
  };

  const listener = (request, response) => {
    answer(request, response).catch(() => {
      response.writeHead(400);
      response.end();
    });
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address();
  return {
    home: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}${base}`,
    port: address.port,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dir = '../../public', prefix = '/', port = '8080'] = process.argv.slice(2);
  const { home } = await serve(dir, { prefix, port: Number(port) });
  console.log(home);
}
