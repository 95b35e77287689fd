import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { CustomerFrame } from "./CustomerFrame";

const dashboard = connectDashboard();
const customerId = new URL(location.href).searchParams.get("customerId") ?? "";
const root = document.getElementById("root");
if (!root) throw new Error("customer.html has no #root");
createRoot(root).render(
  <StrictMode>
    <CustomerFrame dashboard={dashboard} customerId={customerId} ask={askAsStaff(dashboard, ask)} />
  </StrictMode>,
);
