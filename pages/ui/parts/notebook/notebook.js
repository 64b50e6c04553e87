// A sheet that loses nothing: what is typed is kept on this device, and so is every note until the
// server has said that it is stored. Sending a note again is harmless: it carries its own key.

const memories = new WeakMap();
const RETRY_MS = 4000;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".notebook");
  if (!root || !data) return undefined;
  const memory = memories.get(parentElement) ?? begin(parentElement, root, data);
  memory.data = data;
  memory.send = () => setTriggerValue("notes", memory.waiting);
  for (const place of root.querySelectorAll("[data-text]")) write(place, data.words[place.dataset.text]);
  drawGroups(root, data, memory);
  settle(root, memory);
  return () => memory.stop();
}

function begin(parentElement, root, data) {
  const place = `balsis-notes:${data.session}`;
  const kept = read(place) ?? { text: "", group: "", waiting: [] };
  const memory = { place, group: kept.group, waiting: kept.waiting, saved: 0, data };
  memories.set(parentElement, memory);
  const area = root.querySelector("textarea");
  area.value = kept.text;
  area.oninput = () => keep(memory, area.value);
  root.onsubmit = (event) => {
    event.preventDefault();
    add(root, memory);
  };
  root.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      add(root, memory);
    } else if (event.altKey && /^Digit[0-9]$/.test(event.code)) {
      event.preventDefault();
      choose(root, memory, Number(event.code.slice(5)));
    }
  };
  const timer = setInterval(() => memory.waiting.length && memory.send(), RETRY_MS);
  memory.stop = () => {
    clearInterval(timer);
    memories.delete(parentElement);
  };
  if (memory.waiting.length) setTimeout(() => memory.send(), 0);
  return memory;
}

function add(root, memory) {
  const area = root.querySelector("textarea");
  if (!area.value.trim()) return;
  const note = { key: newKey(), text: area.value, group: memory.group, about: memory.data.about };
  memory.waiting = [...memory.waiting, note];
  area.value = "";
  keep(memory, "");
  settle(root, memory);
  memory.send();
  area.focus();
}

// Whatever the server lists as stored is no longer waiting.
function settle(root, memory) {
  const stored = new Set(memory.data.stored);
  const before = memory.waiting.length;
  memory.waiting = memory.waiting.filter((note) => !stored.has(note.key));
  memory.saved += before - memory.waiting.length;
  keep(memory, root.querySelector("textarea").value);
  const state = root.querySelector(".state");
  const words = memory.data.words;
  state.classList.toggle("waiting", memory.waiting.length > 0);
  const said = memory.waiting.length ? words.waiting.replace("{n}", memory.waiting.length) : memory.saved ? words.saved : words.hint;
  write(state, said);
}

function drawGroups(root, data, memory) {
  const box = root.querySelector(".groups");
  root.querySelector("fieldset").hidden = data.groups.length < 2;
  const drawn = JSON.stringify(data.groups);
  if (box.dataset.drawn === drawn) return;
  box.dataset.drawn = drawn;
  box.replaceChildren(...data.groups.map((group, place) => groupChoice(group, place, memory)));
}

function groupChoice(group, place, memory) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "group", value: group.key, checked: group.key === memory.group });
  input.onchange = () => {
    memory.group = group.key;
    keep(memory, null);
  };
  const face = document.createElement("span");
  const key = document.createElement("kbd");
  face.append(group.label);
  key.append(`Alt+${place}`);
  face.append(key);
  label.append(input, face);
  return label;
}

function choose(root, memory, place) {
  const input = root.querySelectorAll(".groups input")[place];
  if (!input) return;
  input.checked = true;
  memory.group = input.value;
  keep(memory, null);
}

function keep(memory, text) {
  if (text !== null) memory.text = text;
  const kept = { text: memory.text ?? "", group: memory.group, waiting: memory.waiting };
  try {
    localStorage.setItem(memory.place, JSON.stringify(kept));
  } catch {
    // A device that keeps nothing (private window, full disk) still sends.
  }
}

function read(place) {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
