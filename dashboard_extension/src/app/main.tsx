import "@saleor/macaw-ui/style";
import "./app.css";
import "../mails/mails.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { AppFrame } from "./AppFrame";
import { createWay } from "./way";

const dashboard = connectDashboard();
const way = createWay(dashboard);
const root = document.getElementById("root");
if (!root) throw new Error("app.html has no #root");
createRoot(root).render(
  <StrictMode>
    <AppFrame dashboard={dashboard} ask={askAsStaff(dashboard, ask)} way={way} framed={window.parent !== window} />
  </StrictMode>,
);
