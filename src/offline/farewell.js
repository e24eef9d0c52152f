// Offline reading is switched off: a worker of earlier days takes this one in its place, forgets what was kept and goes.
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(caches.delete(`trangxa ${location}`).then(() => registration.unregister()));
