// A session of the TypeScript SDK's client, which checks structured content against the tools' output schemas. Prints what it got as one JSON object.
// node client.mjs stdio COMMAND ARGUMENT…   or   node client.mjs http URL
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const [, , kind, target, ...args] = process.argv;
const transport = kind === "http" ? new StreamableHTTPClientTransport(new URL(target)) : new StdioClientTransport({ command: target, args, stderr: "inherit" });
const client = new Client({ name: "test", version: "1.0.0" });
await client.connect(transport);
const { tools } = await client.listTools();
const progress = [];
const asked = await client.callTool({ name: "ask", arguments: { question: "Where was Tove Aldermann born?" } }, undefined, { onprogress: step => progress.push(step.message) });
const abstained = await client.callTool({ name: "ask", arguments: { question: "What is the boiling point of mercury?" } });
const found = await client.callTool({ name: "search", arguments: { query: "goats", limit: 1 } });
const read = await client.callTool({ name: "read_source", arguments: { passage: found.structuredContent.passages[0].passage } });
const wrong = await client.callTool({ name: "search", arguments: {} });
const { resources } = await client.listResources();
const resource = await client.readResource({ uri: resources[0].uri });
const prompt = await client.getPrompt({ name: "answer", arguments: { question: "Why?" } });
console.log(JSON.stringify({
    server: client.getServerVersion().name, tools: tools.map(tool => tool.name), progress, asked: asked.structuredContent, abstained: abstained.structuredContent.outcome,
    found: found.structuredContent.passages.length, read: read.structuredContent.document, wrong: [wrong.isError, wrong.content[0].text], text: resource.contents[0].text,
    prompt: prompt.messages.length,
}));
await client.close();
