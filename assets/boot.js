// Watches over the app from outside: a script or the WebAssembly that is missing, damaged or refused, and one that
// breaks while it runs, leaves a readable message and <html data-app="failed">. Has the words of the reader's language
// fetched while the WebAssembly is on its way.
(() => {
  const root = document.documentElement;
  const { base } = root.dataset;
  // What the build wrote into the page.
  const { files = "" } = document.getElementById("build")?.dataset || {};
  const worker = `${base}sw.js`;
  // Browsers with Trusted Types take no text for HTML or code here (the page's policy). The one address that is allowed to
  // become a script is that of the worker for offline use.
  window.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });
  // What is said by language; the build puts it here, from the words of the interface.
  const words = "{words}";
  // As the app itself chooses (crates/words/src/lang.rs).
  const query = new URLSearchParams(location.search);
  const asked = query.getAll("lang").slice(-1);
  const tags = asked.concat(navigator.languages || []).map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  const lang = tags.find((tag) => Object.hasOwn(words, tag)) || "en";
  if (lang !== "en") {
    const early = document.createElement("link");
    Object.assign(early, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
    // The list of files that the build wrote into the page: path, name, hash, path, …
    const names = files.split(" ");
    early.href = base + names[names.indexOf(`words/${lang}.json`) + 1];
    document.head.append(early);
  }
  // The files of the site have the newest edition, in English. For another view or language what stands in them is not
  // to be read, nor where a host answers any address with one of them; the style sheet sees to that. A parameter that the
  // page does not know, or that says what is so unasked, makes no other view.
  const plain = (path) => path.replace(/(index)?\.html$/, "").replace(/\/$/, "");
  const path = plain(root.dataset.path || "");
  const here = plain(location.pathname);
  const own = here === path;
  // In a page of another site the view stands without header and footer, in the theme that is asked for, and tells that page
  // how high it is. The message is documented on /embed/about.
  if (here.toLowerCase() === plain(`${base}embed`)) {
    root.dataset.embed = query.get("controls") === "0" ? "bare" : "";
    root.dataset.theme = query.get("theme") || "";
    addEventListener("DOMContentLoaded", () => {
      const app = document.getElementById("app");
      const tell = () => parent.postMessage({ type: "tier-atlas:height", height: Math.ceil(app.getBoundingClientRect().height) }, "*");
      new ResizeObserver(tell).observe(app);
    });
  }
  // An archive serves the page under a path that ends with the page's own address, a disk under any. Such a copy stays as it
  // is: the files that the app would fetch are not beside it.
  const [, archived] = /\/https?:\/+[^/]+(.*)$/.exec(location.pathname) || [];
  const inner = archived !== undefined && plain(archived) === path;
  const copy = !own && "path" in root.dataset && (location.protocol === "file:" || inner || (path !== "" && here.endsWith(path)));
  const known = new Map((root.dataset.knows || "").split(" ").map((parameter) => parameter.split("=")));
  const asks = ([name, value]) => known.has(name) && value !== "" && value !== known.get(name);
  const other = [...query].some(asks) || lang !== "en" || !own;
  if (other && !copy) root.dataset.other = "";
  // What happened, and the ways on: the page again, and the data without it.
  const way = (href, name) => Object.assign(document.createElement("a"), { href, textContent: name });
  const ways = () => [way("", words[lang][2]), " · ", way(`${base}download/tiers.tsv`, words[lang][3])];
  const say = (text, slow, on = ways) => {
    const show = () => {
      const place = document.getElementById("boot-message");
      if (!place) return;
      place.lang = lang;
      place.toggleAttribute("data-slow", slow);
      place.replaceChildren(text, " ", ...on());
      place.hidden = false;
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
  };
  if (copy) {
    root.dataset.copy = "";
    root.dataset.app = "ready";
    const whole = () => document.querySelector("link[rel=canonical]");
    return say(words[lang][5], false, () => (whole() ? [way(whole().href, whole().href)] : []));
  }
  const failed = (event) => {
    // A panic ends in one of these, and what it leaves behind is not to be trusted any more.
    if (window.WebAssembly && (event.error || event.reason) instanceof WebAssembly.RuntimeError) {
      root.dataset.app = "failed";
      root.dataset.broken = "";
      return say(words[lang][4], false);
    }
    // What is fetched ahead is asked for again by what needs it.
    const ahead = ["preload", "modulepreload"].includes(event.target && event.target.rel);
    if (root.dataset.app || ahead) return;
    root.dataset.app = "failed";
    refresh();
    say(words[lang][0], false);
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
  // Once the page can be used, the browser may keep the site for use without a connection; not where another site frames
  // it, nor where the reader saves data. Where the build is not for offline use, what an earlier one kept goes.
  const keep = async () => {
    const workers = navigator.serviceWorker;
    if (!workers || window !== top) return;
    // The browser answers with the nearest; a site around this one may have its own.
    const nearest = await workers.getRegistration(base);
    const known = nearest && new URL(nearest.scope).pathname === base ? nearest : undefined;
    if (!("offline" in root.dataset)) {
      await known?.unregister();
      for (const key of await caches.keys()) if (key.startsWith(`tier-atlas ${base} `)) await caches.delete(key);
    } else if (known || !navigator.connection?.saveData) await workers.register(worker, { scope: base });
  };
  new MutationObserver((_, watch) => {
    if (root.dataset.app !== "ready") return;
    watch.disconnect();
    // Without it the site works as before, so there is nothing to tell.
    (window.requestIdleCallback || setTimeout)(() => keep().catch(() => {}));
  }).observe(root, { attributes: true, attributeFilter: ["data-app"] });
  // What browsers keep for a year may be what is damaged: then the next try has it anew.
  const refresh = () => {
    for (const part of document.querySelectorAll("script[src], link[integrity]")) {
      fetch(part.src || part.href, { cache: "reload" }).catch(() => {});
    }
  };
  // A sheet of paper says where it is from.
  addEventListener("beforeprint", () => {
    const place = document.getElementById("printed");
    if (place) place.textContent = `${location.href} · ${root.dataset.version}`;
  });
  // A slow line is no failure: the style sheet hides what is said once the app is there.
  setTimeout(() => root.dataset.app || say(words[lang][1], true), 10000);
})();
