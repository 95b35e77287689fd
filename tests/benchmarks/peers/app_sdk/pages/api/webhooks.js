import { SaleorAsyncWebhook } from "@saleor/app-sdk/handlers/next";
import { jwks, keep, saleorApiUrl } from "../../../store.mjs";

/** An APL that already holds the one store, with its keys. */
const apl = {
  get: async (url) => (url === saleorApiUrl ? { saleorApiUrl, token: "-", appId: "QXBwOjE=", jwks } : undefined),
  set: async () => {},
  delete: async () => {},
  getAll: async () => [],
};

const webhook = new SaleorAsyncWebhook({
  name: "Checkout updated",
  webhookPath: "api/webhooks",
  event: "CHECKOUT_UPDATED",
  apl,
  query: "subscription { event { ... on CheckoutUpdated { issuedAt checkout { id } } } }",
});

const verified = webhook.createHandler(async (request, response, { event }) => {
  await keep(event, Buffer.concat(request.kept));
  response.status(200).end();
});

/** app-sdk hands over the parsed payload only, so the bytes are kept as they pass: cheaper than printing the JSON again. */
export default function handler(request, response) {
  request.kept = [];
  request.on("data", (chunk) => request.kept.push(chunk));
  return verified(request, response);
}

export const config = { api: { bodyParser: false } };
