// The site without a connection: what a page needs is kept on the device once the site has been visited, build by build.
//
// A document always comes from the host where there is one: what is kept can stand for it only where nothing answers, and
// then all that it needs is of the same build. Files under hashed names never change, so they are taken from what is kept.
const BUILD = "{build}";
// What every page that is opened without a connection starts from: the page that stands for any address.
const SHELL = "{shell}";
// [path within the site, hash of what is in it]
const FILES = "{files}";
// The folder of the countries' files, which come in one.
const COUNTRIES = "{countries}";

const base = new URL(registration.scope).pathname;
// A host may have several sites, each under its base path.
const mine = `tier-atlas ${base} `;
const name = mine + BUILD;

// All or nothing: a file that is missing, or that is of another build, and nothing of this build is used.
addEventListener("install", (event) => {
  const install = async () => {
    const cache = await caches.open(name);
    const asked = FILES.map(([path, integrity]) => new Request(base + path, { integrity }));
    await cache.addAll(asked);
    const all = await cache.match(`${base}${COUNTRIES}all.json`);
    const put = ([code, text]) => cache.put(`${base}${COUNTRIES}${code}.json`, answer(text, "application/json"));
    // A large archive stays with the host.
    if (all) await Promise.all(Object.entries(await all.json()).map(put));
    await skipWaiting();
  };
  event.waitUntil(
    install().catch(async (reason) => {
      await caches.delete(name);
      throw reason;
    }),
  );
});

// What the build before this one needs stays too: a page of it may still be open.
addEventListener("activate", (event) => {
  const activate = async () => {
    const others = (await caches.keys()).filter((key) => key.startsWith(mine) && key !== name);
    await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(activate());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !pathname.startsWith(base)) return;
  if (pathname.startsWith(`${base}hashed/`)) event.respondWith(kept(request));
  // A file to take along is no page.
  else if (request.mode === "navigate" && !/\.(?!html$)[a-z0-9]+$/.test(pathname)) event.respondWith(page(event));
});

async function kept(request) {
  return (await caches.match(request.url, { ignoreVary: true })) || fetch(request);
}

async function page(event) {
  try {
    return (await event.preloadResponse) || (await fetch(event.request));
  } catch (reason) {
    const shell = await caches.match(base + SHELL, { cacheName: name });
    if (!shell) throw reason;
    return answer(await shell.text(), "text/html; charset=utf-8");
  }
}

function answer(text, kind) {
  return new Response(text, { headers: { "content-type": kind } });
}
