// The source beside the conversation: one document, with the place that is looked at marked in it.
import { getPage } from "./api.js";
import { behavior, byId, isBeside, make, say } from "./dom.js";
import { fragmentOf, pageOf, standaloneOf } from "./links.js";
import { closePanels } from "./panels.js";

let article = null;
let marks = [];
let places = [];
let current = 0;
let opener = null;
let loading = null;

/**
 * Shows places of documents, one of them first. An offset counts UTF-16 units of the document as stored; a place without units is its document's beginning.
 * @param {object[]} list What "previous" and "next" go through.
 * @param {number} index Which one is shown.
 * @param {Element|null} from What led here; Escape goes back to it.
 * @param {boolean} isQuiet Whether focus, and on a phone the view, stay where they are.
 */
export async function show(list, index = 0, from = null, isQuiet = false) {
  [places, current, opener] = [list, index, from];
  closePanels();
  try {
    if (!(await load(list[index].document))) return;
  } catch (error) {
    refuse(error.message, () => show(list, index, from, isQuiet));
    return;
  }

  const text = article.textContent;
  const place = { ...list[index], start: boundary(text, list[index].start, 0), end: boundary(text, list[index].end, 1) };
  if (place.end > text.length) {
    refuse("The document has changed, and is shorter now than that place.", () => show([{ document: place.document, start: 0, end: 0 }]), "Show its beginning");
    return;
  }

  mark(place.start, place.end);
  describe(place, isQuiet);
  if (!isQuiet || isBeside()) reveal();
  if (isQuiet) return;
  (seen() ?? byId("reader")).focus({ preventScroll: true });
  history.replaceState(null, "", fragmentOf(place));
}

/** Shows what was shown before something took its place. */
export function showAgain() {
  if (places.length > 0) show(places, current, opener, true);
}

/** An offset, or the end of the character that it would cut in two (1), or its start (0). */
const boundary = (text, offset, side) => (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset - 1 + 2 * side : offset);

/** The document that is shown, or is about to be; null for none. */
export const shown = () => places[current]?.document ?? null;

/** Shows the place before (-1) or behind (+1); behind the last is the first. */
export const step = (by) => show(places, (current + by + places.length) % places.length, opener);

/** Goes back to what led to the place. */
export function goBack() {
  if (!opener?.isConnected) return;
  opener.focus({ preventScroll: true });
  opener.scrollIntoView({ block: "center", behavior: behavior() });
}

/** Says where a link to the place that is looked at leads. */
export async function share() {
  history.replaceState(null, "", fragmentOf({ ...places[current], documentHash: article.dataset.hash }));
  try {
    await navigator.clipboard.writeText(location.href);
    flash("Copied");
  } catch {
    flash("It is in the address bar");
  }
}

function flash(text) {
  const button = byId("share");
  button.textContent = text;
  say(text);
  setTimeout(() => (button.textContent = "Copy link"), 2000);
}

/** Fetches a document, as its page shows it; false where another was asked for meanwhile. */
async function load(name) {
  loading?.abort();
  const reader = byId("reader");
  if (article?.dataset.document === name) {
    // Another may have been on its way.
    reader.removeAttribute("aria-busy");
    byId("document").value = name;
    return true;
  }

  loading = new AbortController();
  const { signal } = loading;
  reader.setAttribute("aria-busy", "true");
  try {
    const page = new DOMParser().parseFromString(await getPage(pageOf(name), signal), "text/html");
    article = document.adoptNode(page.querySelector("article"));
    marks = [];
    reader.replaceChildren(article);
    reader.scrollTop = 0;
    outline(name, page.querySelector("nav.outline ol"));
    byId("document").value = name;
    byId("title").textContent = page.querySelector("h1").textContent;
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    if (!signal.aborted) reader.removeAttribute("aria-busy");
  }
}

function outline(name, list) {
  byId("contents").hidden = list === null;
  byId("outline").replaceChildren(...(list ? [document.adoptNode(list)] : []));
  for (const link of byId("outline").querySelectorAll("a")) {
    const place = { document: name, start: Number(link.dataset.start), end: Number(link.dataset.end), isHeading: true };
    link.href = fragmentOf(place);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show([place], 0, byId("contents"));
    });
  }
}

/** Marks the characters from start up to end. */
function mark(start, end) {
  unmark();
  if (start === end) return;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const part = partAt(start);
  walker.currentNode = part;
  let offset = Number(part.dataset.start);
  const found = [];
  for (let node = walker.nextNode(); node && offset < end; node = walker.nextNode()) {
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, node.length)];
    if (from < to) found.push([node, from, to]);
    offset += node.length;
  }

  marks = found.map(([node, from, to]) => {
    const [range, element] = [document.createRange(), make("mark", { tabindex: "-1" })];
    range.setStart(node, from);
    range.setEnd(node, to);
    range.surroundContents(element);
    return element;
  });
}

function unmark() {
  for (const element of marks) {
    const parent = element.parentNode;
    element.replaceWith(...element.childNodes);
    parent.normalize();
  }
  marks = [];
}

/** The last part of the document that begins at an offset or before it. */
function partAt(offset) {
  const parts = article.children;
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Number(parts[middle].dataset.start) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low];
}

function describe(place, isQuiet) {
  const heading = [...byId("outline").querySelectorAll("a")].findLast((link) => Number(link.dataset.start) <= place.start);
  point(byId("outline").querySelectorAll("a"), (link) => link === heading);
  point(document.querySelectorAll(".turns a"), (link) => link.closest(".turn") === opener?.closest(".turn") && link.getAttribute("href") === fragmentOf(place));
  const kind = place.number ? "Citation" : place.isHeading ? "Heading" : "Place";
  const number = places.length > 1 ? `${current + 1} of ${places.length}` : (place.number ?? "");
  const where = `${kind} ${number}`.trim();
  const under = heading && !place.isHeading ? ` · ${heading.textContent}` : "";
  byId("position").replaceChildren(make("b", {}, make("span", { class: places.length > 1 ? "kind" : null }, kind), number === "" ? "" : ` ${number}`), under);
  byId("cursor").hidden = marks.length === 0;
  byId("stale").hidden = true;
  byId("previous").hidden = byId("next").hidden = places.length < 2;
  byId("back").hidden = opener === null;
  if (marks.length === 0) return;
  byId("standalone").href = standaloneOf(place, marks.map(wordsOf).join(""));
  const isChanged = place.documentHash && !article.dataset.hash.startsWith(place.documentHash.replace("sha256:", ""));
  byId("stale").hidden = !isChanged;
  if (!isQuiet) say(`${where}, in ${byId("title").textContent}${under}${isChanged ? ". The document has changed since." : ""}`);
}

/** Says which of some links leads to what is shown. */
function point(links, isIt) {
  for (const link of links) {
    if (isIt(link)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** What is seen of a mark; signs and what stands between blocks are not. */
const wordsOf = (mark) => (mark.checkVisibility() ? mark.textContent : mark.textContent.replace(/[^\s|]/g, "").replaceAll("|", " "));

/** The first mark that is not on hidden signs. */
const seen = () => marks.find((element) => element.checkVisibility()) ?? marks[0];

/** Brings the mark into view. Far away it jumps: what lies between has not been laid out. */
function reveal() {
  if (marks.length === 0) return;
  const first = seen();
  const distance = Math.abs(first.getBoundingClientRect().top - innerHeight / 2);
  const isNear = distance < 2 * innerHeight;
  first.scrollIntoView({ block: "center", behavior: isNear ? behavior() : "instant" });
  // Only now the parts around it are laid out, in their true heights.
  if (!isNear) requestAnimationFrame(() => seen()?.scrollIntoView({ block: "center", behavior: "instant" }));
}

/** Says in the place of a document why there is none. */
export function refuse(sentence, again, label = "Try again") {
  loading?.abort();
  article = null;
  marks = [];
  byId("cursor").hidden = true;
  byId("reader").removeAttribute("aria-busy");
  byId("reader").replaceChildren(make("p", { class: "problem", role: "alert" }, sentence, " ", make("button", { type: "button", class: "quiet", onclick: again }, label)));
}
