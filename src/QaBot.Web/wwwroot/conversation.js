// Questions and answers. What is shown of an answer is what the server has verified.
import { ask, post, Problem, problemSentence } from "./api.js";
import { behavior, byId, make, say } from "./dom.js";
import { fragmentOf } from "./links.js";
import { show } from "./source.js";

let conversation = null;
let running = null;

/** Makes the question box work. */
export function startConversation() {
  const [form, question] = [byId("ask"), byId("question")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (running) stop();
    else if (question.value.trim() !== "") {
      answer(question.value.trim());
      question.value = "";
    }
  });
  question.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!running) form.requestSubmit();
  });
  byId("fresh").addEventListener("click", () => {
    stop();
    conversation = null;
    for (const turn of byId("turns").querySelectorAll(".turn")) turn.remove();
    byId("welcome").hidden = false;
    byId("fresh").hidden = true;
    question.focus();
    say("A new conversation");
  });
}

/** Offers questions. */
export const offer = (questions) => byId("examples").replaceChildren(...questions.map(chip));

/** Stops the question that is being answered; false where none is. */
export function stop() {
  running?.abort();
  return running !== null;
}

const chip = (question) => make("li", {}, make("button", { type: "button", class: "chip", onclick: () => answer(question) }, question));

async function answer(question) {
  stop();
  const control = new AbortController();
  const turn = begin(question);
  setRunning(control);
  try {
    let isAnswered = false;
    for await (const [name, data] of ask(question, conversation, control.signal)) {
      if (name === "read-as") readAs(turn, data.readAs);
      else if (name === "sentence") add(turn, data);
      else if (name === "answer") {
        isAnswered = true;
        finish(turn, data);
      } else if (name === "problem") throw new Problem(problemSentence(data) ?? "The server failed.");
    }
    if (!isAnswered) throw new Problem("The connection broke off before the answer was there.");
  } catch (error) {
    if (error.name !== "AbortError" && !(error instanceof Problem)) throw error;
    fail(turn, question, error.name === "AbortError" ? "Stopped." : error.message);
  } finally {
    turn.removeAttribute("aria-busy");
    if (running === control) setRunning(null);
  }
}

function setRunning(control) {
  running = control;
  byId("send").textContent = control ? "Stop" : "Ask";
}

function begin(question) {
  byId("welcome").hidden = true;
  byId("fresh").hidden = false;
  const turn = make("article", { class: "turn", "aria-busy": "true", tabindex: "-1" },
    make("h2", { class: "question" }, question),
    make("p", { class: "read-as", hidden: true }),
    make("div", { class: "answer" }, make("p", { class: "waiting" }, make("span", { class: "unseen" }, "Reading the source"))));
  byId("turns").append(turn);
  turn.scrollIntoView({ block: "nearest", behavior: behavior() });
  // What was clicked may be gone.
  if (document.activeElement !== byId("question")) turn.focus({ preventScroll: true });
  say("Reading the source");
  return turn;
}

function readAs(turn, text) {
  const line = turn.querySelector(".read-as");
  line.hidden = !text;
  line.textContent = text ? `read as: ${text}` : "";
}

function add(turn, { text, citations }) {
  const box = turn.querySelector(".answer");
  box.querySelector(".waiting")?.remove();
  turn.citations = [...(turn.citations ?? []), ...citations];
  box.append(sentence(text, turn.citations));
}

function finish(turn, result) {
  conversation = result.conversation ?? conversation;
  readAs(turn, result.readAs);
  const { citations, nearest = [], suggestions = [] } = result;
  const isAnswered = result.outcome === "answered";
  const shown = result.outcome === "refused" ? result.reason : result.answer;
  const isShort = isAnswered && result.short;
  turn.classList.add(result.outcome);
  turn.querySelector(".answer").replaceChildren(
    ...[isShort ? make("p", { class: result.short.length > 40 ? "short long" : "short" }, result.short) : null, sentence(shown, citations, isShort ? result.short : null)].filter(Boolean));
  turn.append(...[
    result.hint ? make("p", { class: "hint" }, result.hint) : null,
    result.notice ? make("p", { class: "hint" }, result.notice.message) : null,
    nearest.length > 0 && citations.length === 0 ? nearestOf(nearest) : null,
    suggestions.length > 0 ? make("div", {}, make("p", { class: "label" }, "Ask, for example"), make("ul", { class: "chips" }, ...suggestions.map(chip))) : null,
    result.outcome === "refused" ? null : footer(result),
  ].filter(Boolean));
  say([isShort ? `${result.short}.` : null, shown.replace(/\s*\[\d+\]/g, "")].filter(Boolean).join(" "));
  turn.scrollIntoView({ block: "nearest", behavior: behavior() });
  if (citations.length > 0) show(citations, 0, turn.querySelector(".marker"), true);
}

/** A text with its markers as links to what they cite, and with the short answer set off in it. */
function sentence(text, citations, short = null) {
  const children = text.split(/\s*\[(\d+)\]/).map((part, index) => {
    if (index % 2 === 0) return part;
    const at = citations.findIndex((citation) => citation.number === Number(part));
    return at < 0 ? ` [${part}]` : marker(citations, at);
  });
  const at = short ? wholeAt(children[0], short) : -1;
  if (at >= 0 && children[0].trim() !== short) {
    children.splice(0, 1, children[0].slice(0, at), make("strong", {}, short), children[0].slice(at + short.length));
  }
  return make("p", { class: "sentence" }, ...children);
}

/** Where words stand in a text that are not part of longer ones; -1 for nowhere. */
function wholeAt(text, words) {
  let at = text.indexOf(words);
  while (at >= 0 && (/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) || /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + words.length)))) at = text.indexOf(words, at + 1);
  return at;
}

function marker(citations, index) {
  const { number, document: name } = citations[index];
  return make("a", { class: "marker", href: fragmentOf(citations[index]), "aria-label": `Citation ${number}, in ${name}`, title: name, onclick: (event) => lead(event, citations, index) }, String(number));
}

function nearestOf(nearest) {
  const places = nearest.map(({ document, start, end, documentHash }) => ({ document, start, end, documentHash }));
  return make("div", {}, make("p", { class: "label" }, "Nearest in the source"), make("ul", { class: "nearest" },
    ...nearest.map((citation, index) => make("li", {}, make("a", { href: fragmentOf(citation), onclick: (event) => lead(event, places, index) }, citation.quote)))));
}

/** A click of the first button alone shows the place here; with Ctrl and the like it opens a tab, as links do. */
function lead(event, places, index) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(places, index, event.currentTarget);
}

function footer({ question, conversation: id, outcome, confidence, citations }) {
  const names = [...new Set(citations.map((citation) => citation.document))].join(", ");
  const sure = outcome === "answered" && confidence > 0 ? `${Math.round(confidence * 100)} % sure` : "";
  const note = make("span", { class: "note", role: "status" });
  const thumb = (value, label) => make("button", { type: "button", class: `quiet icon thumb ${value}`, "aria-label": label, title: label, "aria-pressed": "false", onclick: () => vote(value) });
  const [good, bad] = [thumb("up", "Good answer"), thumb("down", "Bad answer")];
  const why = make("form", { class: "why", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    vote("down", reason.value.trim() || undefined);
  } });
  const reason = make("input", { "aria-label": "What is wrong with it", placeholder: "What is wrong with it? (optional)", maxlength: "500", autocomplete: "off" });
  why.append(reason, make("button", { class: "quiet" }, "Send"));

  async function vote(value, because) {
    try {
      await post("api/feedback", { question, conversation: id, value, reason: because });
      good.setAttribute("aria-pressed", String(value === "up"));
      bad.setAttribute("aria-pressed", String(value === "down"));
      why.hidden = value === "up" || because !== undefined;
      note.textContent = value === "up" || because ? "Thank you." : "";
      if (!why.hidden) reason.focus();
    } catch (error) {
      note.textContent = error.message;
    }
  }

  return make("footer", {}, make("span", { class: "meta" }, [sure, names].filter(Boolean).join(" · ")), note, good, bad, why);
}

function fail(turn, question, sentence) {
  turn.querySelector(".waiting")?.remove();
  turn.append(make("p", { class: "problem", role: "alert" }, sentence, " ", make("button", { type: "button", class: "quiet", onclick: () => {
    turn.remove();
    answer(question);
  } }, "Try again")));
}
