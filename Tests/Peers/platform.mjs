// A busy floor as a stream of events, as fast as it is read: `node platform.mjs CALLS EVENTS [--shuffle]`.
// So many calls start, then calls end and others begin, among all else that happens. Always the same; prints its
// address once it listens, on loopback. The stream ends after its last event; taken up again there, it is over.
import { createServer } from "node:http";

const [liveCalls, count] = process.argv.slice(2, 4).map(Number);
const isShuffled = process.argv.includes("--shuffle");

// Mulberry32: small, seeded, and the same everywhere.
let seed = 14;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let word = Math.imul(seed ^ (seed >>> 15), seed | 1);
  word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
  return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(random() * limit);
const pick = (list) => list[below(list.length)];
const hex = (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join("");
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;

const firstID = 1785772800000;
const blocks = ["retry: 1000\n\n"];
const isFull = () => blocks.length > count;

function say(name, fields) {
  if (isFull()) return;
  const data = { event_type: name, ...fields };
  const text = isShuffled ? respell(data) : JSON.stringify(data);
  blocks.push(`id: ${firstID + blocks.length - 1}\nevent: ${name}\ndata: ${text}\n\n`);
}

// The same object as another server might write it.
function respell(data) {
  const trace = { span: hex(16), tags: ["a", 1, null, 2.5e3] };
  const members = Object.entries({ ...data, x_trace: trace }).map((member) => [random(), member]);
  members.sort(([left], [right]) => left - right);
  const written = members.map(([, [name, value]]) => `"${name}" : ${escaped(value)}`);
  return `{ ${written.join(", ")} }`;
}

// A letter in twenty as its number.
function escaped(value) {
  const text = JSON.stringify(value);
  if (typeof value !== "string") return text;
  return text.replace(/[A-Za-z]/g, (letter) =>
    below(20) ? letter : "\\u" + letter.charCodeAt(0).toString(16).padStart(4, "0"));
}

const services = Array.from({ length: 8 }, uuid);
const operators = Array.from({ length: 60 }, uuid);
const live = [];
const forms = [];

function startCall() {
  live.push("CA" + hex(32));
  say("call.started", {
    call_sid: live.at(-1), direction: pick(["inbound", "inbound", "outbound"]), service_id: pick(services),
    caller_id: `+1415555${1000 + below(9000)}`,
  });
}

function endCall() {
  const place = below(live.length);
  const call = live[place];
  live[place] = live.at(-1);
  live.pop();
  say("call.ended", {
    call_sid: call, direction: "inbound", duration_seconds: 5 + below(900_000) / 1000,
    completion_reason: pick(["completed", "caller_hangup", "abandoned", "transferred", "timeout"]),
    escalated: below(10) === 0,
  });
  startCall();
}

function createForm() {
  forms.push({ surface_id: uuid(), entity_id: uuid() });
  if (forms.length > 300) forms.shift();
  say("surface.created", {
    ...forms.at(-1), channel: pick(["sms", "email", "web"]), fields_count: 1 + below(8), source: "voice",
    form_template_id: uuid(), review_required: below(10) < 3,
  });
}

// What happens, and how often of a hundred times.
const happenings = [
  [20, endCall],
  [5, () => say("call.escalated", {
    call_sid: pick(live), escalation_id: uuid(), trigger: pick(["caller", "ai", "operator"]),
    reason: "The caller would like to talk to a person about a bill that came twice.",
  })],
  [7, () => say("operator.joined_call", {
    call_sid: pick(live), operator_id: pick(operators), mode: pick(["listen", "takeover"]) })],
  [6, () => say("operator.left_call", {
    call_sid: pick(live), operator_id: pick(operators), human_segment_turn_count: below(20) })],
  [4, () => say("operator.status_changed", {
    operator_id: pick(operators), status: pick(["online", "busy", "offline"]) })],
  [8, createForm],
  [25, () => say("surface.field_saved", {
    ...pick(forms), field_key: pick(["date_of_birth", "allergies", "medications", "insurance_id", "consent"]) })],
  [5, () => say("surface.submitted", {
    ...pick(forms), submitted_at: "2026-08-03T16:02:05Z", fields_submitted: ["date_of_birth", "consent"] })],
  [8, () => say("trigger.completed", {
    trigger_id: uuid(), trigger_name: "Nightly no-show sweep", status: "completed" })],
  [6, () => say("channel.email_delivered", {
    email_id: uuid(), to_address: `p${below(9999)}@example.org`, from_address: "clinic@example.org" })],
  [6, () => say("pipeline.sync_completed", {
    data_source_id: uuid(), event_count: below(1000), duration_ms: below(9000) })],
].flatMap(([times, happen]) => Array(times).fill(happen));

for (const operator of operators) {
  say("operator.registered", { operator_id: operator });
  say("operator.status_changed", { operator_id: operator, status: "online" });
}
for (let call = 0; call < liveCalls; call++) startCall();
createForm();
while (!isFull()) pick(happenings)();

const body = Buffer.from(blocks.join(""));
const lastID = String(firstID + count - 1);
const server = createServer((request, response) => {
  if (!request.url.split("?")[0].endsWith("/events/stream")) return response.writeHead(404).end();
  if (request.headers["last-event-id"] === lastID) return response.writeHead(204).end();
  response.writeHead(200, { "content-type": "text/event-stream", connection: "close" }).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
