// The worker of offline reading. Everything comes from the network while there is one. What was read last is kept for
// when there is none, and so are the pages of KEEP, which need not have been read. `offline.rs` puts in what stands
// between @, leaves out these comments and joins the lines.
const KEEP = @pages@.map((path) => new URL(path, location).href);
const store = caches.open(`trangxa ${location}`);
const isPage = (answer) => /html/.test(answer.headers.get("content-type"));

// What was sought (`?q=…`) is not kept.
async function save(url, answer) {
  if (!answer.ok || url.includes("?")) return;
  const cache = await store;
  await cache.delete(url);
  await cache.put(url, answer);
  // KEEP, style and script (assets/) stay; of the others, pages and their pictures, the last 60.
  const others = (await cache.keys()).filter(({ url }) => !url.includes("/assets/") && !KEEP.includes(url));
  for (const old of others.slice(0, -60)) await cache.delete(old);
}

async function take(url) {
  const answer = await fetch(url), html = await answer.clone().text();
  await save(url, answer);
  for (const [, path] of html.matchAll(/="([^"]*assets\/[^"]+)"/g)) {
    const part = new URL(path, url).href;
    await save(part, await fetch(part));
  }
}

// In place of a page that was not kept: which pages were.
async function list() {
  const cache = await store;
  let rows = "";
  for (const { url } of await cache.keys()) {
    const answer = await cache.match(url);
    if (isPage(answer)) rows += `<li><a href="${url}">${/<title>([^<]*)/.exec(await answer.text())[1]}</a>`;
  }
  return new Response(`@head@${rows}`, { headers: { "content-type": "text/html;charset=utf-8" } });
}

async function give(event, { url, destination }) {
  const page = destination === "document";
  try {
    const answer = await fetch(event.request);
    if (!page || isPage(answer)) event.waitUntil(save(url, answer.clone()));
    return answer;
  } catch {
    return (await (await store).match(url, { ignoreSearch: true })) || (page ? list() : Response.error());
  }
}

oninstall = (event) => {
  skipWaiting();
  event.waitUntil(Promise.all(KEEP.map(take)));
};
// The pages that are open were read before there was a worker.
onactivate = (event) => event.waitUntil((async () => {
  await clients.claim();
  for (const { url } of await clients.matchAll()) await take(url);
})());
onfetch = (event) => {
  if (/document|style|script|image/.test(event.request.destination)) event.respondWith(give(event, event.request));
};
