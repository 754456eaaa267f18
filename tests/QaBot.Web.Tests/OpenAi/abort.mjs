// Begins a streamed answer and calls it off at its first piece.
import OpenAI from "openai";

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const stream = await client.chat.completions.create({ model: "qabot", stream: true, messages: [{ role: "user", content: "Where was Aldermann born?" }] });
for await (const _ of stream) {
  stream.controller.abort();
}

console.log(JSON.stringify({ aborted: stream.controller.signal.aborted }));
