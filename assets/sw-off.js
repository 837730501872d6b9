// Stands in the place of sw.js where the site is built without offline use: takes away what an earlier build has kept on
// the device, and itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const mine = `tier-atlas ${new URL(registration.scope).pathname} `;
  const leave = async () => {
    const keys = (await caches.keys()).filter((key) => key.startsWith(mine));
    await Promise.all(keys.map((key) => caches.delete(key)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
