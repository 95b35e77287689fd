// The mail's frame is as high as the mail: it has no scripts of its own that could say so.

import "./bar.js";

if (!document.querySelector(".mail")) {
  // Only the list: a reload would close the bar's menu, or take the way of a form that is being sent.
  document.addEventListener("demo-mails", async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("main").replaceWith(fresh.getElementById("main"));
    }
  });
}
for (const frame of document.querySelectorAll(".mail-frame")) {
  const fit = () => {
    const inside = frame.contentDocument?.documentElement;
    if (inside) {
      frame.style.height = 0; // else it never gets lower than it was
      frame.style.height = `${Math.max(inside.scrollHeight, 160)}px`;
    }
  };
  frame.addEventListener("load", fit);
  window.addEventListener("resize", fit);
  fit();
}
