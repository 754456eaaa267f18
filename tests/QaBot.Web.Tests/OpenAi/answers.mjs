// Asks in both modes, and makes three mistakes; prints what the client understood.
import OpenAI from "openai";

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const messages = [{ role: "user", content: "Where was Aldermann born?" }];
const seen = { models: [], streamed: "" };
for await (const model of client.models.list()) {
  seen.models.push(model.id);
}

const whole = await client.chat.completions.create({ model: "qabot", messages });
seen.whole = whole.choices[0].message.content;
seen.url = whole.choices[0].message.annotations[0].url_citation.url;
for await (const chunk of await client.chat.completions.create({ model: "qabot", messages, stream: true })) {
  seen.streamed += chunk.choices[0]?.delta?.content ?? "";
}

const mistake = async (of, request) => {
  try {
    await of.chat.completions.create(request);
    return "none";
  } catch (error) {
    return `${error.constructor.name} ${error.status} ${error.code ?? ""}`;
  }
};
seen.wrongKey = await mistake(new OpenAI({ baseURL, apiKey: "wrong", maxRetries: 0 }), { model: "qabot", messages });
seen.wrongModel = await mistake(client, { model: "gpt-4o", messages });
seen.empty = await mistake(client, { model: "qabot", messages: [{ role: "user", content: "" }] });
console.log(JSON.stringify(seen));
