import { act, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AppFrame } from "../src/app/AppFrame";
import { createWay } from "../src/app/way";
import { createDesk } from "../src/live/createDesk";
import { aDashboard, aStaffApi } from "./aDashboard";
import { aLive } from "./aLive";

type Play = Parameters<typeof aStaffApi>[0];

/** Open the app at a path, as Dashboard does for staff who may see it. */
export async function openApp(path: string, play: Play, locale = "en", heldMs = 0) {
  history.replaceState(null, "", `${path}?id=QXBwOjE%3D`);
  const dashboard = aDashboard({ locale });
  const api = aStaffApi(play);
  const way = createWay(dashboard);
  const live = aLive();
  const desk = createDesk(live, api.ask, heldMs);
  render(<AppFrame dashboard={dashboard} ask={api.ask} way={way} desk={desk} framed={true} />);
  await act(async () => dashboard.opens("token"));
  const toasts = () => dashboard.deeds.filter(([deed]) => deed === "toast").map(([, ...said]) => said);
  const inputsOf = (name: string) => api.asked.filter(([asked]) => asked === name).map(([, variables]) => variables);
  return { dashboard, way, live, desk, user: userEvent.setup(), toasts, inputsOf };
}
