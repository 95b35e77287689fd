import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aDesk } from "./auroraInbox";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const TICKET = "/inbox/VGlja2V0OjE%3D";
const RETURNS = {
  id: "UGFnZToy",
  title: "Returns and refunds",
  excerpt: "You may send anything back…",
  url: "https://shop.example/help/returns",
};
const withArticles = (...articles: (typeof RETURNS)[]) => ({
  ...aDesk(),
  TicketArticles: ({ id }: { id: string }) => ({ ticket: { id, articles } }),
});

test.each([
  ["en", "1 article that may help", "Your reply"],
  ["tr", "Yardımcı olabilecek 1 yazı", "Yanıtınız"],
])("a page of the shop's stands beside the answer in %s, and one press puts its link in", async (locale, head, box) => {
  const { user } = await openApp(TICKET, withArticles(RETURNS), locale);
  await user.click(await screen.findByText(head));
  expect(pageText()).toContain("Returns and refundsYou may send anything back…");
  const answer = screen.getByLabelText<HTMLTextAreaElement>(box);
  await user.type(answer, "Please read");
  await user.click(screen.getByRole("button", { name: /Returns and refunds/ }));
  expect(answer.value).toBe("Please read https://shop.example/help/returns");
  expect(document.activeElement).toBe(answer);
  await user.clear(answer); // what was begun stays until the page is closed
});

test("nothing is suggested where nothing fits, nor beside a note", async () => {
  const { user } = await openApp(TICKET, withArticles(), "en");
  await screen.findByLabelText("Your reply");
  expect(pageText()).not.toContain("may help");
  cleanup();
  await openApp(TICKET, withArticles(RETURNS), "en");
  await screen.findByText("1 article that may help");
  await user.click(screen.getByRole("radio", { name: "Note" }));
  expect(pageText()).not.toContain("may help");
});
