import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aReview, aReviewDesk } from "./auroraDesk";
import { openApp, pageText } from "./openApp";

afterEach(cleanup);

const SECOND = aReview({ id: "UmV2aWV3OjI=", stars: 1, title: "", text: "", authorName: "", productName: "Chair" });
const failure = (code: string) => ({ failure: { code, requestId: "r-88" } });
const items = () => screen.getAllByRole("listitem", { name: /Lamp|Chair/ });

test.each([
  ["en", ["4 of 5 stars", "1 of 5 stars"], ["Lamp Blue", "A good lamp", "English", "Order #1042", "Stars only"]],
  ["tr", ["5 üzerinden 4 yıldız", "5 üzerinden 1 yıldız"], ["Lamp Blue", "İngilizce", "Sipariş #1042", "Adsız"]],
])("staff read in %s what waits for them", async (locale, stars, facts) => {
  await openApp("/reviews", aReviewDesk(aReview(), SECOND), locale);
  for (const name of stars) await screen.findByRole("img", { name });
  for (const fact of facts) expect(pageText()).toContain(fact);
});

test("a published review leaves the list, stands under Published, and can be taken back", async () => {
  const { user, inputsOf } = await openApp("/reviews", aReviewDesk(aReview(), SECOND));
  await user.click((await screen.findAllByRole("button", { name: "Publish" }))[0] as HTMLElement);
  await screen.findByText("The review is published.");
  expect(items().map((item) => within(item).getByRole("heading").textContent)).toEqual(["Chair Blue"]);
  expect(inputsOf("ReviewPublish")).toEqual([{ id: "UmV2aWV3OjE=" }]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(2));
  expect(inputsOf("ReviewReopen")).toEqual([{ id: "UmV2aWV3OjE=" }]);
});

test("a review is rejected for a reason, which is shown, and undoing a second thought brings the reason back", async () => {
  const { user, inputsOf } = await openApp("/reviews", aReviewDesk(aReview()));
  await user.click(await screen.findByRole("button", { name: "Reject" }));
  await user.click(screen.getByRole("button", { name: "Personal data" }));
  await screen.findByText("The review is rejected.");
  await user.click(screen.getByLabelText("Rejected"));
  await user.click(await screen.findByRole("button", { name: "Decide again" }));
  await screen.findByText("The review waits for a decision again.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByText("Personal data", { selector: ".pill" });
  const rejected = { id: "UmV2aWV3OjE=", reason: "PERSONAL_DATA" };
  expect(inputsOf("ReviewReject")).toEqual([rejected, rejected]);
});

test("the keyboard goes on to the next review, and from the last one to the list", async () => {
  const { user } = await openApp("/reviews", aReviewDesk(aReview(), SECOND));
  (await screen.findAllByRole("button", { name: "Publish" }))[0]?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(document.activeElement).toBe(items()[0]);
  await user.tab();
  await user.tab();
  expect(document.activeElement?.textContent).toBe("Publish");
  await user.keyboard("{Enter}");
  await screen.findByText("No review waits for you");
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Pending" }));
});

test("Escape puts the reasons away and leads back to the button", async () => {
  const { user, inputsOf } = await openApp("/reviews", aReviewDesk(aReview()));
  await user.click(await screen.findByRole("button", { name: "Reject" }));
  expect(document.activeElement?.textContent).toBe("Advertising or spam");
  await user.keyboard("{Escape}");
  expect(screen.queryByText("Advertising or spam")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Reject");
  expect(inputsOf("ReviewReject")).toEqual([]);
});

test.each([
  ["en", "Publish", "This review is not here any more.", "That did not work"],
  ["tr", "Yayımla", "Bu değerlendirme artık yok.", "İşlem yapılamadı"],
])(
  "a decision that was refused is explained in %s, there and in Dashboard's corner",
  async (locale, publish, why, what) => {
    const desk = aReviewDesk(aReview());
    const { user, toasts } = await openApp("/reviews", desk, locale);
    const button = await screen.findByRole("button", { name: publish });
    desk.gone("UmV2aWV3OjE=");
    await user.click(button);
    expect((await screen.findByRole("alert")).textContent).toBe(why);
    expect(toasts()).toEqual([["error", what, why]]);
  },
);

test("each empty list says what will come into it", async () => {
  const { user } = await openApp("/reviews", aReviewDesk());
  await screen.findByText("No review waits for you");
  await user.click(screen.getByLabelText("Published"));
  await screen.findByText("Nothing is published yet");
  await user.click(screen.getByLabelText("Rejected"));
  await screen.findByText("Nothing was rejected");
});

test("staff who may not manage orders read why, and a failure can be tried again", async () => {
  await openApp("/reviews", { Reviews: () => failure("PERMISSION_DENIED") });
  await screen.findByText("You do not have permission to see this page");
  cleanup();
  let down = true;
  const desk = aReviewDesk(aReview());
  const { user } = await openApp("/reviews", {
    ...desk,
    Reviews: (asked) => (down ? failure("UNAVAILABLE") : desk.Reviews(asked)),
  });
  await screen.findByText("This could not be loaded");
  expect(pageText()).toContain("r-88");
  down = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("A good lamp");
});

test("the order opens in Dashboard", async () => {
  const { user, dashboard } = await openApp("/reviews", aReviewDesk(aReview()));
  await user.click(await screen.findByRole("button", { name: "Order #1042" }));
  expect(dashboard.deeds).toContainEqual(["open", "/orders/T3JkZXI6MQ%3D%3D"]);
});

test("the page is reached from the inbox by the app's own navigation", async () => {
  const { user } = await openApp("/inbox", {
    ...aReviewDesk(),
    Tickets: () => ({ tickets: { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 } }),
  });
  await user.click(await screen.findByRole("link", { name: "Reviews" }));
  await act(async () => undefined);
  await screen.findByRole("heading", { name: "Reviews" });
  expect(location.pathname).toBe("/reviews");
});
