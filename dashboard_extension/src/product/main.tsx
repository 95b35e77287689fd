import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "../api/ask";
import { askAsStaff } from "../api/askAsStaff";
import { connectDashboard } from "../dashboard/connectDashboard";
import { ProductFrame } from "./ProductFrame";

const dashboard = connectDashboard();
const productId = new URL(location.href).searchParams.get("productId") ?? "";
const root = document.getElementById("root");
if (!root) throw new Error("product.html has no #root");
createRoot(root).render(
  <StrictMode>
    <ProductFrame dashboard={dashboard} productId={productId} ask={askAsStaff(dashboard, ask)} />
  </StrictMode>,
);
