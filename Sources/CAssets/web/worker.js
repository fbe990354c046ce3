/* Opens a volunteer's page without a network: network first, the kept copy otherwise, and nothing after the shift. */
"use strict";
const NAME = "outreach-doors", NOTE = "/v/forget";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("message", event => event.waitUntil(
  caches.open(NAME).then(cache => cache.put(NOTE, new Response(String(event.data.forgetAt))))));

async function isOver(cache) {
  const note = await cache.match(NOTE);
  return note ? Date.now() > Number(await note.text()) : false;
}

async function answer(request) {
  const cache = await caches.open(NAME);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request, fresh.clone());
    else if (fresh.status === 404) await cache.delete(request);
    return fresh;
  } catch (error) {
    if (await isOver(cache)) { await caches.delete(NAME); throw error; }
    const kept = await cache.match(request, { ignoreSearch: false });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  const mine = url.pathname.startsWith("/v/") || url.pathname.startsWith("/assets/volunteer-");
  if (event.request.method === "GET" && mine && url.origin === self.location.origin) event.respondWith(answer(event.request));
});
