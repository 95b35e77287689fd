import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { connectDashboard } from "../dashboard/connectDashboard";
import { askInSession } from "./askInSession";
import { PopupFrame } from "./PopupFrame";
import { popupParams } from "./popupParams";
import { viewOf } from "./viewOf";

const dashboard = connectDashboard();
const root = document.getElementById("root");
if (!root) throw new Error("popup.html has no #root");
createRoot(root).render(
  <StrictMode>
    <PopupFrame
      dashboard={dashboard}
      ask={askInSession(dashboard, ask)}
      view={viewOf(popupParams(location.href), new URL(location.href).searchParams.get("orderId"))}
    />
  </StrictMode>,
);
