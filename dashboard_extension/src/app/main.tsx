import "@saleor/macaw-ui/style";
import "./app.css";
import "../mails/mails.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { connectLive } from "../live/connectLive";
import { createDesk } from "../live/createDesk";
import { AppFrame } from "./AppFrame";
import { createWay } from "./way";

// After an update of the service the parts of the page that are loaded later have other names. Not again and again.
const LOADED_MS = 60_000;
window.addEventListener("vite:preloadError", () => {
  if (performance.now() > LOADED_MS) location.reload();
});

const dashboard = connectDashboard();
const way = createWay(dashboard);
const asked = askAsStaff(dashboard, ask);
const desk = createDesk(connectLive(dashboard), asked);
const root = document.getElementById("root");
if (!root) throw new Error("app.html has no #root");
createRoot(root).render(
  <StrictMode>
    <AppFrame dashboard={dashboard} ask={asked} way={way} desk={desk} framed={window.parent !== window} />
  </StrictMode>,
);
