// Rows that are lifted, moved and put down: by pointer (mouse, pen, finger) or by keyboard, with the
// same outcome. The new order is sent when a row is put down; until then nothing has happened.

const memories = new WeakMap();
const DOTS = [4, 10, 16].flatMap((y) => [7, 13].map((x) => [x, y]));

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".outline");
  if (!root || !data) return undefined;
  const memory = memories.get(parentElement) ?? { lifted: null, before: [] };
  memories.set(parentElement, memory);
  memory.words = data.words;
  memory.send = (order) => setTriggerValue("order", order);
  memory.list = root.querySelector("ol");
  memory.said = root.querySelector(".said");
  memory.list.setAttribute("aria-label", data.words.list);
  if (!memory.lifted) draw(memory, data.rows);
  return () => memories.delete(parentElement);
}

// Rows that are there already stay, so that the focus stays where it is.
function draw(memory, rows) {
  const known = new Map([...memory.list.children].map((row) => [row.dataset.id, row]));
  rows.forEach((one, place) => {
    const row = known.get(one.id) ?? make(memory, one.id);
    known.delete(one.id);
    row.classList.toggle("heading", one.heading);
    row.querySelector("span").textContent = one.label;
    row.querySelector("button").setAttribute("aria-label", memory.words.handle.replace("{label}", one.label));
    if (memory.list.children[place] !== row) memory.list.insertBefore(row, memory.list.children[place] ?? null);
  });
  known.forEach((row) => row.remove());
  indent(memory);
}

function make(memory, id) {
  const row = document.createElement("li");
  const handle = document.createElement("button");
  row.dataset.id = id;
  handle.type = "button";
  handle.append(dots());
  row.append(handle, document.createElement("span"));
  handle.addEventListener("keydown", (event) => pressed(memory, row, event));
  handle.addEventListener("blur", () => memory.lifted === row && !memory.moving && !memory.pointer && drop(memory));
  handle.addEventListener("pointerdown", (event) => grab(memory, row, handle, event));
  return row;
}

function dots() {
  const name = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(name, "svg");
  picture.setAttribute("width", "20");
  picture.setAttribute("height", "20");
  picture.setAttribute("aria-hidden", "true");
  for (const [x, y] of DOTS) {
    const dot = document.createElementNS(name, "circle");
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    dot.setAttribute("r", "1.8");
    picture.append(dot);
  }
  return picture;
}

function pressed(memory, row, event) {
  const isLifted = memory.lifted === row;
  if (event.key === " " || event.key === "Enter") isLifted ? drop(memory) : lift(memory, row);
  else if (event.key === "Escape" && isLifted) cancel(memory);
  else if (event.key === "ArrowUp" && isLifted) step(memory, row, -1);
  else if (event.key === "ArrowDown" && isLifted) step(memory, row, 1);
  else return;
  event.preventDefault();
}

function lift(memory, row) {
  memory.lifted = row;
  memory.before = order(memory);
  row.classList.add("lifted");
  say(memory, memory.words.lifted.replace("{label}", row.querySelector("span").textContent));
}

function step(memory, row, by) {
  const rows = [...memory.list.children];
  const other = rows[rows.indexOf(row) + by];
  if (!other) return;
  // Moving a row in the page takes the focus from it: that is not putting it down.
  memory.moving = true;
  memory.list.insertBefore(row, by < 0 ? other : other.nextSibling);
  row.querySelector("button").focus();
  memory.moving = false;
  indent(memory);
  say(memory, place(memory, row, memory.words.moved));
}

function drop(memory) {
  const row = memory.lifted;
  memory.lifted = null;
  row.classList.remove("lifted");
  say(memory, place(memory, row, memory.words.dropped));
  const now = order(memory);
  if (now.join() !== memory.before.join()) memory.send(now);
}

function cancel(memory) {
  const row = memory.lifted;
  const known = new Map([...memory.list.children].map((one) => [one.dataset.id, one]));
  memory.moving = true;
  memory.before.forEach((id) => memory.list.append(known.get(id)));
  row.querySelector("button").focus();
  memory.moving = false;
  memory.lifted = null;
  row.classList.remove("lifted");
  indent(memory);
  say(memory, memory.words.cancelled);
}

function grab(memory, row, handle, event) {
  if (event.button) return;
  if (memory.lifted) drop(memory);
  lift(memory, row);
  memory.pointer = true;
  const move = (moved) => drag(memory, row, moved.clientY);
  const end = (ended) => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    memory.pointer = false;
    if (memory.lifted !== row) return;
    if (ended.type === "pointercancel") cancel(memory);
    else drop(memory);
  };
  // On the window: moving a row in the page would take a captured pointer from its handle.
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

function drag(memory, row, y) {
  const rows = [...memory.list.children];
  const at = rows.indexOf(row);
  const target = rows.findIndex((other) => {
    const box = other.getBoundingClientRect();
    return other !== row && y > box.top && y < box.bottom;
  });
  if (target === -1) return;
  const box = rows[target].getBoundingClientRect();
  const middle = box.top + box.height / 2;
  // Only past its middle does the other row give way: nothing flickers between two places.
  if (target > at && y > middle) memory.list.insertBefore(row, rows[target].nextSibling);
  else if (target < at && y < middle) memory.list.insertBefore(row, rows[target]);
  indent(memory);
}

function indent(memory) {
  let under = false;
  for (const row of memory.list.children) {
    if (row.classList.contains("heading")) under = true;
    else row.classList.toggle("under", under);
  }
}

function order(memory) {
  return [...memory.list.children].map((row) => row.dataset.id);
}

function place(memory, row, words) {
  const rows = [...memory.list.children];
  return words.replace("{place}", rows.indexOf(row) + 1).replace("{all}", rows.length);
}

function say(memory, words) {
  memory.said.textContent = words;
}
