/** Starts the personal page of mentees and mentors. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/tokens.css";
import "../ui/base.css";
import "./mine.css";
import { MineApp } from "./mine-app.tsx";

const place = document.getElementById("mentoring");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <MineApp round={location.pathname.split("/")[2] ?? ""} />
    </StrictMode>,
  );
}
