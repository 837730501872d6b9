// Watches over the start of the app, before there is an app that could: a script or the WebAssembly that is
// missing, damaged or refused leaves a readable message and <html data-app="failed">.
(() => {
  const root = document.documentElement;
  const failed = (event) => {
    // The app itself tells when its annex does not arrive.
    if (root.dataset.app || (event.target && event.target.id === "annex-script")) return;
    root.dataset.app = "failed";
    const say = () => {
      const place = document.getElementById("boot-message");
      if (!place) return;
      place.textContent =
        "The atlas could not start: a part of it did not arrive, or this browser cannot run WebAssembly. " +
        "Please load the page again; the address keeps what you were looking for.";
      place.hidden = false;
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", say);
    else say();
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
})();
