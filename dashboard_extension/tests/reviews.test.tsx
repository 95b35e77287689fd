import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ReviewRowFragment } from "../src/generated/Reviews";
import { aReview, aReviewDesk } from "./auroraDesk";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

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
  expect(inputsOf("ReviewsPublish")).toEqual([{ ids: ["UmV2aWV3OjE="] }]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(2));
  expect(inputsOf("ReviewsReopen")).toEqual([{ ids: ["UmV2aWV3OjE="] }]);
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
  const rejected = { ids: ["UmV2aWV3OjE="], reason: "PERSONAL_DATA" };
  expect(inputsOf("ReviewsReject")).toEqual([rejected, rejected]);
});

test("the keyboard goes on to the next review, and from the last one to the list", async () => {
  const { user } = await openApp("/reviews", aReviewDesk(aReview(), SECOND));
  (await screen.findAllByRole("button", { name: "Publish" }))[0]?.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(document.activeElement).toBe(items()[0]);
  // Choosing it, its order, the product's other reviews.
  for (let tabs = 0; tabs < 4; tabs += 1) await user.tab();
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
  expect(inputsOf("ReviewsReject")).toEqual([]);
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

const THIRD = aReview({ id: "UmV2aWV3OjM=", stars: 5, productName: "Chair", authorName: "Can" });

test("the chosen reviews are published at once, and the undoing brings each back to where it stood", async () => {
  const { user, inputsOf } = await openApp("/reviews", aReviewDesk(aReview(), SECOND, THIRD));
  await user.click(await screen.findByRole("checkbox", { name: /Aurora C/ }));
  await user.click(screen.getByRole("checkbox", { name: /Can/ }));
  await screen.findByText("2 chosen");
  await user.click(screen.getByRole("button", { name: "Publish the chosen ones" }));
  await screen.findByText("2 reviews are published.");
  expect(items()).toHaveLength(1);
  const both = ["UmV2aWV3OjE=", "UmV2aWV3OjM="];
  expect(inputsOf("ReviewsPublish")).toEqual([{ ids: both }]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(3));
  expect(inputsOf("ReviewsReopen")).toEqual([{ ids: both }]);
});

test("what was rejected for different reasons goes back to its own", async () => {
  const rejected = { state: "REJECTED" } as const;
  const desk = aReviewDesk(aReview({ ...rejected, rejectReason: "SPAM" }), {
    ...THIRD,
    ...rejected,
    rejectReason: "OFFENSIVE",
  });
  const { user, inputsOf } = await openApp("/reviews", desk);
  await user.click(await screen.findByLabelText("Rejected"));
  await user.click(await screen.findByRole("checkbox", { name: "Choose all of these" }));
  await user.click(screen.getByRole("button", { name: "Decide about the chosen ones again" }));
  await screen.findByText("2 reviews wait for a decision again.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(items()).toHaveLength(2));
  expect(inputsOf("ReviewsReject")).toEqual([
    { ids: ["UmV2aWV3OjE="], reason: "SPAM" },
    { ids: ["UmV2aWV3OjM="], reason: "OFFENSIVE" },
  ]);
});

test("filters ask for what they say, and nothing chosen is left behind a filter", async () => {
  const { user, inputsOf } = await openApp("/reviews", aReviewDesk(aReview(), SECOND));
  await user.click(await screen.findByRole("checkbox", { name: "Choose all of these" }));
  await user.selectOptions(screen.getByLabelText("Stars"), "1 of 5 stars");
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(screen.queryByText("1 chosen")).toBeNull();
  await user.selectOptions(screen.getByLabelText("Language"), "Turkish");
  await user.selectOptions(screen.getByLabelText("Worth a look for"), "A link");
  await user.click(screen.getByRole("checkbox", { name: "With photos" }));
  await user.click(screen.getByRole("checkbox", { name: "Not answered" }));
  await user.click((await screen.findAllByRole("button", { name: "All of this product" }))[0] as HTMLElement);
  await screen.findByText("Only: Chair");
  expect(inputsOf("Reviews").at(-1)).toMatchObject({
    filter: {
      state: "PENDING",
      stars: [1],
      language: "tr",
      signal: "LINK",
      withPhotos: true,
      unanswered: true,
      productId: "UHJvZHVjdDox",
    },
  });
});

test("the shop answers in public, changes the answer, and takes it away", async () => {
  const { user, inputsOf, toasts } = await openApp("/reviews", aReviewDesk(aReview()));
  await user.click(await screen.findByRole("button", { name: "Answer in public" }));
  await user.click(screen.getByRole("button", { name: "Publish the answer" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Write something first.");
  await user.type(screen.getByLabelText("Our answer"), "Thank you!");
  await user.click(screen.getByRole("button", { name: "Publish the answer" }));
  await screen.findByText("Thank you!", { selector: "p" });
  await user.click(screen.getByRole("button", { name: "Change our answer" }));
  expect(screen.getByLabelText("Our answer")).toHaveProperty("value", "Thank you!");
  await user.click(screen.getByRole("button", { name: "Take the answer away" }));
  await screen.findByRole("button", { name: "Answer in public" });
  expect(inputsOf("ReviewReply").map((input) => (input as { text: string }).text)).toEqual(["Thank you!", ""]);
  expect(toasts()[0]).toEqual(["success", "The answer is saved."]);
});

test("an author is asked once", async () => {
  const { user } = await openApp("/reviews", aReviewDesk(aReview()));
  await user.click(await screen.findByRole("button", { name: "Ask the author" }));
  await user.type(screen.getByLabelText("Your question"), "Which lamp?");
  await user.click(screen.getByRole("button", { name: "Send the question" }));
  await screen.findByText("Its author was asked.");
  expect(screen.queryByRole("button", { name: "Ask the author" })).toBeNull();
});

test("a quote is begun with what is there, and must be the author's words", async () => {
  const review = aReview({ state: "PUBLISHED", title: "" });
  const { user } = await openApp("/reviews", aReviewDesk(review));
  await user.click(await screen.findByLabelText("Published"));
  await user.click(await screen.findByRole("button", { name: "Quote on the page" }));
  const box = screen.getByLabelText("The sentence to quote");
  expect(box).toHaveProperty("value", "It stands and shines.");
  await user.type(box, " Buy it!");
  await user.click(screen.getByRole("button", { name: "Quote it" }));
  expect((await screen.findByRole("alert")).textContent).toBe("The quote must stand in the review, word for word.");
  await user.keyboard("{Escape}");
  expect(document.activeElement?.textContent).toBe("Quote on the page");
});

test("a photo is hidden by itself, signals and history are told, and the ticket is one click away", async () => {
  const photo = { id: "p1", thumbnailUrl: "t.webp", url: "u.webp", isHidden: false, mayBeUsed: true };
  const edited = {
    kind: "EDITED",
    at: "2026-03-04T12:00:00+00:00",
    by: null,
    before: [{ name: "text", value: "Bad" }],
  };
  const { user, inputsOf } = await openApp(
    "/reviews",
    aReviewDesk(
      aReview({
        photos: [photo],
        signals: ["PROFANITY", "LINK"],
        changes: [edited as ReviewRowFragment["changes"][number]],
        ticketId: "VGlja2V0OjE=",
        ticketNumber: 7,
      }),
    ),
  );
  await user.click(await screen.findByRole("button", { name: "Hide photo 1" }));
  await screen.findByRole("button", { name: "Show photo 1" });
  expect(inputsOf("ReviewPhotoHide")).toEqual([{ id: "p1", isHidden: true }]);
  for (const said of ["Strong language", "A link", "May be used elsewhere", "Changed by its author; before:", "Bad"]) {
    expect(pageText()).toContain(said);
  }
  expect(screen.getByRole("link", { name: "Ticket #7" }).getAttribute("href")).toBe("/inbox/VGlja2V0OjE%3D");
});

test.each([
  ["en", "13 reviews of two stars or less; 2.5 would have been usual.", "Show its reviews", "Only: Lamp"],
  [
    "tr",
    "İki ve daha az yıldızlı 13 değerlendirme; olağan sayı 2,5 olurdu.",
    "Değerlendirmelerini göster",
    "Yalnızca: Lamp",
  ],
])("staff are told in %s where bad reviews come too thick", async (locale, figures, show, only) => {
  const crisis = { kind: "PRODUCT", about: "UHJvZHVjdDox", name: "Lamp", negative: 13, expected: 2.46 } as const;
  const desk = {
    ...aReviewDesk(aReview()),
    ReviewChoices: () => ({
      reviewLanguages: [],
      reviewCrises: [{ ...crisis, beganAt: "2026-03-04T12:00:00+00:00" }],
    }),
  };
  const { user } = await openApp("/reviews", desk, locale);
  await screen.findByText(figures);
  await user.click(screen.getByRole("button", { name: show }));
  await screen.findByText(only);
});

test("each empty list says what will come into it", async () => {
  const { user } = await openApp("/reviews", aReviewDesk());
  await screen.findByText("No review waits for you");
  await user.click(screen.getByLabelText("Published"));
  await screen.findByText("Nothing is published yet");
  await user.click(screen.getByLabelText("Rejected"));
  await screen.findByText("Nothing was rejected");
});

test("staff who may not manage orders read why, and a failure can be tried again", async () => {
  const refused = () => failure("PERMISSION_DENIED");
  await openApp("/reviews", { Reviews: refused, ReviewChoices: refused });
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
