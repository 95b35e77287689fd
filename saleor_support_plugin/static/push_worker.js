// Shows what the shop's support sends, and opens what it is about. Served at /push/STORE/worker.js, and to staff at
// /staff/alerts/STORE/worker.js.
self.addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  const shown = { body: told.text, tag: told.key, data: told.link, icon: "/static/logo.png" };
  event.waitUntil(self.registration.showNotification(told.title || "", shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = event.notification.data;
  if (link) event.waitUntil(open(link));
});

// In the tab where it is open already, if there is one.
const open = async (link) => {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = tabs.find((tab) => tab.url.split(/[?#]/)[0] === link.split(/[?#]/)[0]);
  return there ? there.focus() : self.clients.openWindow(link);
};
