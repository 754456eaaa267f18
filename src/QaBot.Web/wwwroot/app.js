// The page of `qabot serve`: puts its parts together.
import { getJson } from "./api.js";
import { offer, startConversation, stop } from "./conversation.js";
import { byId, make } from "./dom.js";
import { fragmentOf, placeOf } from "./links.js";
import { closePanels, openPanel } from "./panels.js";
import { startSearch } from "./search.js";
import { goBack, refuse, share, show, showAgain, shown, step } from "./source.js";

startTheme();
startConversation();
startSearch();
startSource();
startKeys();
open();

/** What the page is opened with: the documents, questions for a start, and the place that the address names. */
async function open() {
  if (!showPlace()) showAgain();
  getJson("api/examples").then(({ questions }) => offer(questions), () => {});
  try {
    const { documents } = await getJson("api/documents");
    list(documents);
  } catch (error) {
    refuse(error.message, open);
  }
}

function list(documents) {
  const isOne = documents.length === 1;
  byId("scope").textContent = isOne ? documents[0].title : `${documents.length} documents`;
  byId("document").hidden = isOne;
  byId("title").hidden = !isOne;
  byId("document").replaceChildren(make("option", { value: "", disabled: true, selected: true }, "Choose a document"),
    ...documents.map(({ name, title }) => make("option", { value: name }, title === name ? name : `${title} (${name})`)));
  if (shown() !== null) byId("document").value = shown();
  else if (isOne) show([{ document: documents[0].name, start: 0, end: 0 }], 0, null, true);
  else byId("reader").replaceChildren(make("ul", { class: "shelf" }, ...documents.map((document) => make("li", {},
    make("a", { href: fragmentOf({ document: document.name, start: 0, end: 0 }) }, document.title), make("span", {}, `${document.name} · ${document.length.toLocaleString("en")} characters`)))));
}

function showPlace() {
  const place = placeOf(location.hash);
  if (place) show([place]);
  return place;
}

function startTheme() {
  const reflect = () => byId("theme").setAttribute("aria-pressed", String(theme.dark()));
  byId("theme").addEventListener("click", () => {
    theme.set(theme.dark() ? "light" : "dark");
    reflect();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", reflect);
  reflect();
}

function startSource() {
  addEventListener("hashchange", showPlace);
  byId("document").addEventListener("change", (event) => show([{ document: event.target.value, start: 0, end: 0 }], 0, null, true));
  byId("contents").addEventListener("click", () => {
    if (byId("outline").hidden) openPanel("outline");
    else closePanels();
  });
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("share").addEventListener("click", share);
  byId("back").addEventListener("click", goBack);
}

function startKeys() {
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, textarea, select");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("question").focus();
    } else if (event.key === "Escape" && !event.isComposing && !stop()) {
      if (closePanels()) byId(event.target.closest("#outline") ? "contents" : "words").focus();
      else if (event.target.closest("#source")) goBack();
    }
  });
}
