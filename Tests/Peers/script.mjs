// What a script would do, and nothing more: read the stream, split its blocks, parse their data, keep what is live.
// `node script.mjs ADDRESS` prints how many events there were, and what is left of them.
import { get } from "node:http";

const calls = new Map();
const operators = new Map();
const surfaces = new Map();

function takeOff(event) {
  const call = calls.get(event.call_sid);
  if (call) call.operators = call.operators.filter((one) => one.id !== event.operator_id);
  return call;
}
function put(event) {
  takeOff(event)?.operators.push({ id: event.operator_id, mode: event.mode });
}

const folds = {
  "call.started": (event) => calls.set(event.call_sid, {
    direction: event.direction, service: event.service_id, caller: event.caller_id, operators: [] }),
  "call.ended": (event) => calls.delete(event.call_sid),
  "call.escalated": (event) => {
    const call = calls.get(event.call_sid);
    if (call) call.escalation = event;
  },
  "operator.registered": (event) => operators.set(event.operator_id, { status: "offline" }),
  "operator.status_changed": (event) => {
    const operator = operators.get(event.operator_id);
    if (operator) operator.status = event.status;
  },
  "operator.joined_call": put,
  "operator.mode_changed": put,
  "operator.left_call": takeOff,
  "surface.created": (event) => surfaces.set(event.surface_id, { stage: "created", fields: [] }),
  "surface.field_saved": (event) => surfaces.get(event.surface_id)?.fields.push(event.field_key),
  "surface.submitted": (event) => {
    const surface = surfaces.get(event.surface_id);
    if (surface) surface.stage = "submitted";
  },
};

let events = 0;
let rest = "";

function read(text) {
  rest += text;
  let start = 0;
  for (let end; (end = rest.indexOf("\n\n", start)) >= 0; start = end + 2) {
    let data = "";
    for (const line of rest.slice(start, end).split("\n")) {
      if (line.startsWith("data: ")) data += line.slice(6);
    }
    if (!data) continue;
    const event = JSON.parse(data);
    events += 1;
    folds[event.event_type]?.(event);
  }
  rest = rest.slice(start);
}

const workspace = process.env.WALLBOARD_WORKSPACE;
const url = `${process.argv[2]}/v1/${workspace}/events/stream`;
const headers = { authorization: `Bearer ${process.env.WALLBOARD_TOKEN}`, accept: "text/event-stream" };
get(url, { headers }, (response) => {
  response.setEncoding("utf8").on("data", read).on("end", () => {
    const live = { calls: calls.size, operators: operators.size, surfaces: surfaces.size };
    console.log(JSON.stringify({ events, ...live }));
  });
});
