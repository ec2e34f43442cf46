/** Starts the staff screens. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/staff.css";
import { StaffApp } from "./staff-app.tsx";

const place = document.getElementById("staff");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <StaffApp />
    </StrictMode>,
  );
}
