import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { aConfiguration, aSettingsRoom } from "./auroraDesk";
import { openApp } from "./openApp";
import { pageText } from "./pageText";

afterEach(cleanup);

const PAGE = "/settings/TmM6MQ%3D%3D";
const slugs = ["support-rating", "support-review-count"];

function room(answer: object, exist: boolean | null = false) {
  let there = exist;
  return {
    ...aSettingsRoom(aConfiguration()),
    ReviewAttributes: () => ({ reviewAttributes: { slugs, exist: there } }),
    ReviewAttributesCreate: () => {
      there = true;
      return { reviewAttributesCreate: answer };
    },
  };
}

const refused = (code: string) => ({ types: null, errors: [{ field: null, message: "in English", code }] });

test.each([
  ["en", "Make the attributes", "Give them to new product types"],
  ["tr", "Nitelikleri oluştur", "Yeni ürün türlerine de ekle"],
])("the attributes are made once, and then given to new product types, in %s", async (locale, make, give) => {
  const { user, toasts } = await openApp(PAGE, room({ types: 2, errors: [] }), locale);
  await user.click(await screen.findByRole("button", { name: make }));
  await screen.findByRole("button", { name: give });
  expect(screen.queryByRole("button", { name: make })).toBeNull();
  expect(toasts()).toHaveLength(1);
  expect(pageText()).toContain(slugs.join(", "));
});

test("where the app lacks the permission, Dashboard is asked for it", async () => {
  const { user, dashboard } = await openApp(PAGE, room(refused("PERMISSION_MISSING")));
  await user.click(await screen.findByRole("button", { name: "Make the attributes" }));
  const asked = ["requestPermissions", ["MANAGE_PRODUCT_TYPES_AND_ATTRIBUTES"], "/settings"];
  await waitFor(() => expect(dashboard.deeds).toContainEqual(asked));
});

test("an attribute that is in the way is told in the reader's language", async () => {
  const { user, toasts } = await openApp(PAGE, room(refused("ATTRIBUTE_UNFIT")), "tr");
  await user.click(await screen.findByRole("button", { name: "Nitelikleri oluştur" }));
  await waitFor(() => expect(JSON.stringify(toasts())).toContain("Önce adını değiştirin"));
});

test("while Saleor does not answer, nothing is offered", async () => {
  await openApp(PAGE, room({}, null));
  await screen.findByLabelText("Team that follows up bad reviews");
  expect(screen.queryByRole("button", { name: "Make the attributes" })).toBeNull();
});
