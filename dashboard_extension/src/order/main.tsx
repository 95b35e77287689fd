import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { followOrder } from "./followOrder";
import { OrderFrame } from "./OrderFrame";

const dashboard = connectDashboard();
const orderId = new URL(location.href).searchParams.get("orderId");
const askStaff = askAsStaff(dashboard, ask);
const order = followOrder({ orderId, framed: window.parent !== window, dashboard, ask: askStaff });
const root = document.getElementById("root");
if (!root) throw new Error("order.html has no #root");
createRoot(root).render(
  <StrictMode>
    <OrderFrame dashboard={dashboard} order={order} orderId={orderId ?? ""} ask={askStaff} />
  </StrictMode>,
);
