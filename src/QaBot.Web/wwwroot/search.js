// The search box over the documents: passages with their scores.
import { getJson } from "./api.js";
import { byId, make, say } from "./dom.js";
import { fragmentOf } from "./links.js";
import { closePanels, openPanel } from "./panels.js";
import { show } from "./source.js";

const pause = 300;
const count = 10;
let pending = null;
let timer = 0;

/** Makes the box work: a search begins with Enter, or by itself when typing pauses. */
export function startSearch() {
  byId("find").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  byId("words").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  byId("words").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    byId("results").querySelector("a")?.focus();
  });
}

async function search() {
  clearTimeout(timer);
  pending?.abort();
  const words = byId("words").value.trim();
  if (words === "") {
    closePanels();
    return;
  }

  pending = new AbortController();
  try {
    const { results } = await getJson(`api/search?q=${encodeURIComponent(words)}&count=${count}`, pending.signal);
    render(words, results);
  } catch (error) {
    if (error.name === "AbortError") return;
    byId("results").replaceChildren(make("p", { class: "problem", role: "alert" }, error.message, " ", make("button", { type: "button", class: "quiet", onclick: search }, "Try again")));
    openPanel("results");
  }
}

function render(words, results) {
  const pattern = patternOf(words);
  const found = `${results.length === 0 ? "No passage" : results.length === 1 ? "One passage" : `The best ${results.length} passages`} for “${words}”`;
  const items = results.map((result, index) => {
    const best = results[0].score;
    const gauge = make("span", { class: "gauge", "aria-hidden": "true" });
    gauge.style.setProperty("--share", best > 0 ? result.score / best : 0);
    return make("li", {}, make("a", { href: fragmentOf(result), class: "hit", onclick: (event) => {
      event.preventDefault();
      show(results, index, byId("words"));
    } },
    make("span", { class: "hit-head" }, make("b", {}, result.title), gauge, make("span", { class: "score", title: "BM25" }, make("span", { class: "unseen" }, "score "), result.score.toFixed(2))),
    make("span", { class: "hit-text" }, ...emphasize(result.text, pattern))));
  });
  byId("results").replaceChildren(make("p", { class: "label" }, found), make("ol", {}, ...items));
  openPanel("results");
  say(found);
}

/** Words that begin as those of the search do: the index folds endings, which it does not tell. */
function patternOf(words) {
  const stems = words.match(/[\p{L}\p{N}]{3,}/gu)?.map((word) => (word.length > 5 ? word.slice(0, -2) : word)) ?? [];
  return stems.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])((?:${stems.join("|")})[\\p{L}\\p{N}]*)`, "giu");
}

function emphasize(text, pattern) {
  return pattern ? text.split(pattern).map((part, index) => (index % 2 === 1 ? make("em", {}, part) : part)) : [text];
}
