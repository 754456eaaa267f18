/** The element with an id. */
export const byId = (id) => document.getElementById(id);

/** Makes an element. Attributes that are null, undefined or false are left out; a function is a listener ("onclick"). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Says something to those who hear the page. */
export function say(sentence) {
  const status = byId("status");
  // The same sentence twice would be heard once.
  status.textContent = status.textContent === sentence ? `${sentence}\u00a0` : sentence;
}

/** Whether the source stands beside the conversation, not below it. */
export const isBeside = () => matchMedia("(min-width: 60rem)").matches;

/** How a jump to a place looks. */
export const behavior = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
