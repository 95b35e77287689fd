// Opens an extension's frame by its address, or by posting to it; with what Saleor Dashboard sends along.

const SANDBOX = "allow-same-origin allow-forms allow-scripts allow-downloads allow-popups";
let frames = 0;

export function open({ data, extension, parameters, theme }) {
  const frame = document.createElement("iframe");
  frame.title = extension.label;
  frame.setAttribute("sandbox", SANDBOX);
  if (extension.method === "POST") {
    frames += 1;
    frame.name = `extension-${frames}`;
    // A form finds the frame by its name only once it is in the page.
    queueMicrotask(() => post(extension.url, frame.name, postedFields({ data, extension, parameters })));
  } else {
    frame.src = address({ data, extension, parameters, theme });
  }
  return frame;
}

/** A tab of its own gets the entity alone; one that is posted to also gets the token. */
export function openTab({ data, extension }) {
  if (extension.method === "POST") {
    post(extension.url, "_blank", postedFields({ data, extension, parameters: data.parameters }));
    return;
  }
  const joint = extension.url.includes("?") ? "&" : "?";
  window.open(`${extension.url}${joint}${new URLSearchParams(data.parameters)}`, "_blank", "noopener");
}

/** The Dashboard gives a widget the first three twice, others once; an app's page has its own parameters first. */
function address({ data, extension, parameters, theme }) {
  const first = [
    ["domain", data.domain],
    ["saleorApiUrl", data.saleorApiUrl],
    ["id", extension.appId],
  ];
  const own = Object.entries(parameters);
  const last = [...data.featureFlags, ["theme", theme]];
  const orders = {
    WIDGET: extension.mount === "HOMEPAGE_WIDGETS" ? [...first, ...own] : [...first, ...first, ...own],
    POPUP: [...first, ...own],
    APP_PAGE: [...own, ...first],
  };
  const query = new URLSearchParams([...orders[extension.target], ...last]);
  return `${extension.url}${extension.url.includes("?") ? "&" : "?"}${query}`;
}

function postedFields({ data, extension, parameters }) {
  return { saleorApiUrl: data.saleorApiUrl, accessToken: extension.token, appId: extension.appId, ...parameters };
}

function post(url, target, fields) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  form.target = target;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
