/** A request that came to nothing, with the sentence for the reader. */
export class Problem extends Error {}

/** The answer to a request for JSON. */
export const getJson = async (path, signal) => (await request(path, { signal })).json();

/** The text of a page, for what this page shows of it. */
export const getPage = async (path, signal) => (await request(path, { signal })).text();

/** Sends JSON and gives the response. */
export const post = (path, body, headers = {}, signal = undefined) =>
  request(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers }, signal });

/** Asks a question. Yields [event, data] as the server sends them; an answer that comes at once is one event. */
export async function* ask(question, conversation, signal) {
  const response = await post("api/ask", conversation ? { question, conversation } : { question }, { Accept: "text/event-stream, application/json" }, signal);
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    yield ["answer", await response.json()];
    return;
  }

  let rest = "";
  for await (const chunk of chunksOf(response.body.pipeThrough(new TextDecoderStream()))) {
    const events = (rest + chunk).split(/\r?\n\r?\n/);
    rest = events.pop();
    yield* events.map(eventOf).filter(([, data]) => data !== null);
  }
}

/** Safari's streams are not iterable. */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) yield next.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function read(reader) {
  try {
    return await reader.read();
  } catch (error) {
    throw error.name === "AbortError" ? error : new Problem("The connection broke off before the answer was there.");
  }
}

function eventOf(lines) {
  let name = "message";
  const data = [];
  for (const line of lines.split(/\r?\n/)) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "event") name = value;
    if (field === "data") data.push(value);
  }
  return [name, data.length > 0 ? JSON.parse(data.join("\n")) : null];
}

async function request(path, options) {
  const response = await send(path, options);
  if (!response.ok) throw new Problem(await sentenceOf(response));
  return response;
}

async function send(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    throw error.name === "AbortError" ? error : new Problem("The server cannot be reached.");
  }
}

async function sentenceOf(response) {
  // The browser itself has asked for the token then, and was given none.
  if (response.status === 401) return "This server answers only to who has its token.";
  if (response.status === 429) {
    const seconds = Number.parseInt(response.headers.get("Retry-After"), 10);
    return seconds > 0 ? `Too many questions at once; there is room again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.` : "Too many questions at once.";
  }
  return problemSentence(await response.json().catch(() => null)) ?? `The server failed (status ${response.status}).`;
}

/** What problem details say, or null. */
export const problemSentence = (problem) => problem?.detail ?? problem?.title ?? null;
