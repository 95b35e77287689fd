import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { HomeFrame } from "./HomeFrame";

const dashboard = connectDashboard();
const root = document.getElementById("root");
if (!root) throw new Error("home.html has no #root");
createRoot(root).render(
  <StrictMode>
    <HomeFrame dashboard={dashboard} ask={askAsStaff(dashboard, ask)} />
  </StrictMode>,
);
