/* Shows the mail that the page around this frame hands over; what is written by hand-over cannot run. */
addEventListener("message", (event) => {
  if (event.source !== parent || typeof event.data?.html !== "string") return;
  const mail = new DOMParser().parseFromString(event.data.html, "text/html");
  document.documentElement.lang = mail.documentElement.lang;
  document.head.replaceChildren(...mail.head.childNodes);
  document.body.replaceWith(mail.body);
});
