// What lies over the source for a while: the outline and what a search has found.
import { byId } from "./dom.js";

const names = ["outline", "results"];

/** Opens one and closes the other. */
export function openPanel(name) {
  for (const other of names) byId(other).hidden = other !== name;
  byId("contents").setAttribute("aria-expanded", String(name === "outline"));
}

/** Closes both; false where none was open. */
export function closePanels() {
  const wasOpen = names.some((name) => !byId(name).hidden);
  openPanel(null);
  return wasOpen;
}
