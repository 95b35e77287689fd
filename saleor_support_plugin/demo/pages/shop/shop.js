// What the shop's pages do better with a script; without one every form still works.

import "./bar.js";

followVariant(document.getElementById("buy"));
keepContact(document.getElementById("checkout"));
comeBack(document.getElementById("back"));
for (const input of document.querySelectorAll("[data-send-on-change]")) {
  input.form.classList.add("sends-itself");
  input.addEventListener("change", () => input.form.requestSubmit());
}

for (const button of document.querySelectorAll("[data-open-chat]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    window.SaleorSupport = window.SaleorSupport || [];
    window.SaleorSupport.push(["open"]);
  });
}
if (document.querySelector("[data-installing]")) {
  setInterval(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok && !(await answer.text()).includes("data-installing")) {
      location.reload();
    }
  }, 1500);
}

/**
 * The address and the delivery line follow what is chosen, as in the Paper storefront; what the line promises goes into
 * the bag with it, so that the order knows what the shopper read.
 */
function followVariant(form) {
  const line = document.querySelector("support-delivery");
  const follow = () => {
    const { variant, quantity } = Object.fromEntries(new FormData(form));
    const { price } = form.querySelector(`[name=variant][value="${CSS.escape(variant)}"]`).dataset;
    if (variant !== line.getAttribute("variant")) {
      const address = new URL(location.href);
      address.searchParams.set("variant", variant);
      history.pushState(null, "", address);
      line.setAttribute("variant", variant);
    }
    line.setAttribute("quantity", quantity);
    line.setAttribute("subtotal", (Number(form.dataset.bag) + Number(price) * quantity).toFixed(2));
  };
  if (form) {
    form.addEventListener("change", follow);
    line.addEventListener("saleor-support:promise", ({ detail }) => {
      form.elements.promise.value = detail.promise ?? "";
    });
    follow(); // chosen before this script was there, or kept by the browser on the way back
  }
}

/** A reminder led here: the app says whether the bag of this browser is the one, or which new one to go on with. */
async function comeBack(box) {
  if (!box) {
    return;
  }
  const { door, token, held } = box.dataset;
  const link = box.querySelector("a");
  const say = (name) => {
    for (const line of box.querySelectorAll("[role=status]")) {
      line.hidden = !(name in line.dataset);
    }
  };
  history.replaceState(null, "", link.href); // so that the address gives the link to nobody
  const body = JSON.stringify({ token, checkout: held });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(door, { method: "POST", headers, body }).catch(() => null);
  const back = answer?.ok ? await answer.json() : {};
  if (back.checkout) {
    link.href = `/cart?checkout=${encodeURIComponent(back.checkout)}`;
  }
  if (back.same || (back.checkout && !back.differences.length)) {
    location.replace(link.href);
  } else {
    say(back.ordered ? "ordered" : back.differences ? "changed" : "failed");
  }
}

/** The e-mail address is kept while the rest is typed, and the methods follow the address. */
function keepContact(form) {
  if (!form) {
    return;
  }
  form.classList.add("follows");
  const fields = () => new URLSearchParams(new FormData(form));
  const save = inTurn(() => fetch(form.dataset.save, { method: "POST", body: fields(), keepalive: true }));
  const { email, consent } = form.elements;
  if (email.value !== email.defaultValue || consent.checked !== consent.defaultChecked) {
    save(); // typed before this script was there
  }
  showTotal();
  form.addEventListener("change", async (event) => {
    showTotal();
    if ([email, consent].includes(event.target)) {
      await save();
    }
    if (["country", "postal_code"].includes(event.target.name)) {
      const answer = await fetch(`${form.dataset.methods}?${placeOf(fields())}`);
      if (answer.ok) {
        document.getElementById("methods").innerHTML = await answer.text();
        showTotal();
      }
    }
  });
}

/**
 * Send what a form holds again only once the last answer is there: of two on their way the older may arrive last, and
 * take back what was ticked meanwhile. Who leaves the page does not wait.
 */
function inTurn(send) {
  let underWay = null;
  let isNewer = false;
  const sendAll = async () => {
    while (isNewer) {
      isNewer = false;
      await send().catch(() => null); // the whole form comes again with the order
    }
    underWay = null;
  };
  addEventListener("pagehide", () => {
    if (isNewer) {
      isNewer = false;
      send().catch(() => null);
    }
  });
  return () => {
    isNewer = true;
    underWay ??= sendAll();
    return underWay;
  };
}

/** The total follows the delivery method; its price was written by the server. */
function showTotal() {
  const row = document.getElementById("total");
  const chosen = document.querySelector("[name=method]:checked");
  row.hidden = !chosen;
  row.querySelector("strong").textContent = chosen?.dataset.total ?? "";
}

function placeOf(fields) {
  return new URLSearchParams(["country", "postal_code", "method"].map((name) => [name, fields.get(name) ?? ""]));
}
