import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { HomeFrame } from "../../src/home/HomeFrame";
import { aDashboard, aStaffApi } from "../aDashboard";
import { aSetup } from "../auroraDesk";
import { pageText } from "../pageText";

afterEach(cleanup);

const nobody = () => ({ failure: { code: "PERMISSION_DENIED", requestId: null } });

async function openHome(setup: () => unknown, locale = "en") {
  const dashboard = aDashboard({ locale });
  render(
    <HomeFrame dashboard={dashboard} ask={aStaffApi({ Setup: setup, HomeQueue: nobody, HomeStuck: nobody }).ask} />,
  );
  await act(async () => dashboard.opens("token"));
  return { dashboard, user: userEvent.setup() };
}

test("Dashboard's first page shows the steps and leads to them", async () => {
  const { dashboard, user } = await openHome(() => ({ setup: aSetup({ originsSet: true }) }), "tr");
  expect(pageText()).toContain("1 / 6");
  await user.click(screen.getByRole("button", { name: "Kurulumu aç" }));
  expect(dashboard.deeds).toEqual([["openOurs", ""]]);
});

test("on Dashboard's first page, whoever may not manage settings is led to the inbox", async () => {
  const { dashboard, user } = await openHome(nobody);
  await screen.findByText("Setup is for those who manage settings");
  await user.click(screen.getByRole("button", { name: "Open the inbox" }));
  expect(dashboard.deeds).toEqual([["openOurs", "/inbox"]]);
});

test("a setup that is done says so on Dashboard's first page", async () => {
  const done = { originsSet: true, hoursSet: true, senderTested: true, firstTestMessage: true, leaversAsked: true };
  await openHome(() => ({ setup: aSetup({ ...done, snippetSeenAt: "2026-03-04T12:00:00+00:00" }) }));
  await waitFor(() => expect(pageText()).toContain("Everything is set up"));
});
