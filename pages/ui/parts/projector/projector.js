// Draws one screen from one value. People's words become text nodes and nothing else; elements are
// kept by key, so that what has not changed is not touched and nothing jumps.

const memories = new WeakMap();
const TOPS = [5, 8, 12, 17, 25, 35, 50, 70, 100, 140, 200, 280, 400, 560, 800, 1200, 2000, 5000];

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".projector");
  if (!root || !data) return undefined;
  const memory = memories.get(parentElement) ?? begin(parentElement, root, data);
  memory.data = data;
  draw(root, data, memory);
  return () => memory.stop();
}

function begin(parentElement, root, data) {
  const memory = { theme: data.theme, seen: [], question: null, fit: 1, lines: 0, fitted: "", timer: 0, stop: () => {} };
  memories.set(parentElement, memory);
  if (data.small) {
    root.classList.add("small");
    return memory;
  }
  root.classList.add("full");
  if (root.showPopover) {
    // The top layer lies above the menu and the header, whatever they are made of.
    root.popover = "manual";
    root.showPopover();
  }
  const again = () => draw(root, memory.data, memory);
  const moved = () => {
    root.classList.add("moving");
    clearTimeout(memory.timer);
    memory.timer = setTimeout(() => root.classList.remove("moving"), 2500);
  };
  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "t" || event.key === "T") turnTheme(root, memory);
    if (event.key === "f" || event.key === "F") turnFull();
  };
  root.addEventListener("pointermove", moved);
  window.addEventListener("keydown", pressed);
  window.addEventListener("resize", again);
  const controls = root.querySelector(".controls");
  controls.hidden = false;
  controls.querySelector(".theme").onclick = () => turnTheme(root, memory);
  controls.querySelector(".full").onclick = turnFull;
  memory.stop = () => {
    window.removeEventListener("keydown", pressed);
    window.removeEventListener("resize", again);
    memories.delete(parentElement);
  };
  return memory;
}

function turnTheme(root, memory) {
  memory.theme = memory.theme === "dark" ? "light" : "dark";
  const address = new URL(window.location.href);
  address.searchParams.set("theme", memory.theme);
  window.history.replaceState(window.history.state, "", address);
  draw(root, memory.data, memory);
}

function turnFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function draw(root, data, memory) {
  if (memory.question !== data.question) {
    memory.question = data.question;
    memory.seen = [];
    Object.assign(memory, { fit: 1, lines: 0, fitted: "" });
    for (const part of [".rows tbody", ".grid thead tr", ".grid tbody", ".bars tbody", ".cloud", ".wall", ".dots", ".keys tbody"]) root.querySelector(part).replaceChildren();
  }
  root.classList.toggle("dark", memory.theme === "dark");
  for (const stage of ["waiting", "question", "ended"]) root.classList.toggle(stage, data.stage === stage);
  drawTexts(root, data);
  drawJoin(root, data);
  show(root, ".rows", data.rows !== null && data.rows.length > 0);
  show(root, ".grid", data.grid !== null);
  show(root, ".plane", data.plane !== null);
  show(root, ".words", data.words !== null && data.words.length > 0);
  show(root, ".wall", data.wall !== null && data.wall.length > 0);
  show(root, ".empty", data.empty !== "");
  drawPicture(root, data, memory);
  if (data.rows) drawRows(root.querySelector(".rows"), data, memory);
  if (data.grid) drawGrid(root.querySelector(".grid"), data, memory);
  if (data.plane) drawPlane(root.querySelector(".plane"), data, memory);
  if (data.words) drawWords(root.querySelector(".words"), data, memory);
  if (data.wall) drawWall(root.querySelector(".wall"), data.wall, memory);
}

function drawTexts(root, data) {
  for (const place of root.querySelectorAll("[data-text]")) write(place, data[place.dataset.text] ?? "");
  for (const place of root.querySelectorAll("[data-text]")) {
    if (!place.matches(".empty")) place.hidden = place.textContent === "";
  }
  const size = data.title.length > 330 ? "longest" : data.title.length > 170 ? "longer" : data.title.length > 80 ? "long" : "";
  for (const name of ["long", "longer", "longest"]) root.classList.toggle(name, size === name);
  root.classList.toggle("bare", data.stage === "question" && data.rows === null && data.words === null && data.wall === null && data.grid === null && data.plane === null && data.picture === null && data.empty === "");
  for (const name of ["joined", "answered"]) {
    const count = root.querySelector(`.count.${name}`);
    count.hidden = data[name] === null;
    if (data[name] !== null) {
      write(count.querySelector("b"), String(data[name].number));
      write(count.querySelector("span"), data[name].label);
    }
  }
  for (const caption of root.querySelectorAll("caption")) write(caption, data.alt);
  write(root.querySelector(".controls .theme"), data.controls.theme);
  write(root.querySelector(".controls .full"), data.controls.full);
}

function drawJoin(root, data) {
  const code = root.querySelector(".qr");
  if (code.dataset.of === data.qr.path) return;
  code.dataset.of = data.qr.path;
  code.setAttribute("viewBox", `0 0 ${data.qr.side} ${data.qr.side}`);
  code.setAttribute("aria-label", data.qr.alt);
  code.querySelector("path").setAttribute("d", data.qr.path);
}

function drawPicture(root, data, memory) {
  const picture = root.querySelector(".picture");
  picture.hidden = data.picture === null;
  root.classList.toggle("pictured", data.picture !== null);
  root.classList.toggle("beside", data.picture !== null && data.lead !== "");
  root.classList.toggle("upright", data.picture !== null && data.picture.upright);
  const lead = root.querySelector(".lead");
  lead.style.removeProperty("--f");
  if (data.picture === null) {
    picture.removeAttribute("src");
    return;
  }
  picture.alt = data.picture.alt;
  if (picture.getAttribute("src") !== data.picture.address) picture.src = data.picture.address;
  if (data.lead) shrink(memory, () => lead.style.setProperty("--f", memory.fit), () => overflows(lead), 0.4);
}

function drawRows(table, data, memory) {
  const crowd = data.rows.length;
  table.classList.toggle("wide", data.wide || data.rows.some((row) => row.label.length > 70));
  const k = crowd <= 3 ? 1.35 : crowd <= 8 ? 1 : 0.74;
  const f = crowd <= 3 ? 1.2 : 1;
  const top = data.top ?? topOf(data.rows);
  const body = table.querySelector("tbody");
  keep(body, data.rows, (row) => row.key, makeRow, (element, row) => {
    element.classList.toggle("apart", row.apart);
    write(element.querySelector("th .label"), row.label);
    write(element.querySelector("th .detail"), row.detail ?? "");
    write(element.querySelector(".n"), row.shown ?? String(row.people));
    element.querySelector(".bar").style.width = `${(100 * row.people) / top}%`;
  });
  const size = () => {
    table.style.setProperty("--k", k * memory.fit);
    table.style.setProperty("--f", f * Math.sqrt(memory.fit));
  };
  fitLabels(table, data, memory, data.rows, size, () => overflows(table), 0.42, [...body.children]);
}

// Statements by points, or things by criteria: the number stands in every cell, the tint only repeats it.
function drawGrid(table, data, memory) {
  const grid = data.grid;
  table.classList.toggle("heat", Boolean(grid.heat));
  table.classList.toggle("long", grid.heads.length < 5 && grid.rows.some((row) => row.label.length > 48));
  table.style.setProperty("--cells", grid.heads.length);
  const heads = ["", ...grid.heads].map((label, place) => ({ key: String(place), label }));
  keep(table.querySelector("thead tr"), heads, (head) => head.key, () => element("th", "", "columnheader"), (cell, head) => write(cell, head.label));
  keep(table.querySelector("tbody"), grid.rows, (row) => row.key, () => element("tr", "", "row"), (line, row) => {
    const label = { key: "label", text: row.label, place: row.place };
    const cells = row.cells.map((cell, place) => ({ ...cell, key: `c${place}` }));
    const sums = row.sums.map((text, place) => ({ text, key: `s${place}` }));
    const make = (cell) => cell.key === "label" ? element("th", "", "rowheader") : element("td", "", "cell");
    keep(line, [label, ...cells, ...sums], (cell) => cell.key, make, (place, cell) => {
      writeCell(place, cell);
      place.style.setProperty("--share", cell.share ?? 0);
      place.className = cell.share === undefined ? "plain" : "tinted";
    });
    line.classList.toggle("part", row.cells.length === 0);
  });
  const lines = [...table.querySelectorAll("tbody tr")];
  fitLabels(table, data, memory, grid.rows, () => table.style.setProperty("--f", memory.fit), () => isTooTall(table), 0.66, lines);
}

function writeCell(cellOf, cell) {
  if (cell.key === "label" && !cellOf.children.length) cellOf.append(element("span", "label"));
  const place = cell.key === "label" ? cellOf.children[0] : cellOf;
  if (cell.n === undefined && cell.place === undefined) { write(place, cell.text); return; }
  if (!place.children.length) place.append(element("b"), element("small", "soft"));
  write(place.children[0], cell.place ? `${cell.place} ${cell.text}` : cell.text);
  write(place.children[1], cell.n ? ` n ${cell.n}` : "");
}

const isTooTall = (table) => table.parentElement.clientHeight > 0 && table.offsetHeight > table.parentElement.clientHeight + 1;

// Things on two axes: numbered on the square, named in the table; bars reach one standard deviation.
function drawPlane(part, data, memory) {
  const plane = data.plane;
  write(part.querySelector(".across"), plane.across);
  write(part.querySelector(".upwards"), plane.upwards);
  part.querySelectorAll(".corner").forEach((corner, place) => write(corner, plane.corners[place]));
  const placed = plane.things.filter((thing) => thing.x !== null);
  keep(part.querySelector(".dots"), placed, (thing) => thing.key, makeDot, (dot, thing) => {
    dot.style.left = `${100 * thing.x}%`;
    dot.style.bottom = `${100 * thing.y}%`;
    const side = part.querySelector(".square").clientWidth;
    const [[left, right], [low, high]] = thing.reach;
    dot.children[0].style.left = `${(left - thing.x) * side}px`;
    dot.children[0].style.width = `${(right - left) * side}px`;
    dot.children[1].style.bottom = `${(low - thing.y) * side}px`;
    dot.children[1].style.height = `${(high - low) * side}px`;
    write(dot.children[2], thing.number);
  });
  keep(part.querySelector(".keys tbody"), plane.things, (thing) => thing.key, makeKey, (row, thing) => {
    write(row.querySelector(".number span"), thing.number);
    write(row.querySelector("th span"), thing.label);
    write(row.querySelector("small"), thing.said);
  });
  const keys = part.querySelector(".keys");
  const isTooTallHere = () => part.clientHeight > 0 && keys.offsetHeight > part.clientHeight + 1;
  fitLabels(keys, data, memory, plane.things, () => keys.style.setProperty("--f", memory.fit), isTooTallHere, 0.75, [...keys.querySelectorAll("tr")]);
}

function makeDot() {
  const dot = element("span", "dot");
  dot.append(element("i"), element("i"), element("b"));
  return dot;
}

function makeKey() {
  const row = element("tr", "", "row");
  const number = element("td", "number", "cell");
  const label = element("th", "", "rowheader");
  number.append(element("span"));
  label.append(element("span", "label"), element("small"));
  row.append(number, label);
  return row;
}

// The scale grows in steps: bars keep still while single answers come in.
function topOf(rows) {
  const most = Math.max(...rows.map((row) => row.people), 1);
  return TOPS.find((top) => top >= most) ?? most;
}

function makeRow() {
  const row = element("tr", "", "row");
  const label = element("th", "", "rowheader");
  label.scope = "row";
  label.append(element("span", "label"), element("span", "detail soft"));
  const line = element("td", "line", "cell");
  line.setAttribute("aria-hidden", "true");
  const track = element("span", "track");
  track.append(element("span", "bar"));
  line.append(track);
  row.append(label, line, element("td", "n", "cell"));
  return row;
}

function drawWords(part, data, memory) {
  for (const word of data.words) if (!memory.seen.includes(word.key)) memory.seen.push(word.key);
  const rank = new Map(memory.seen.map((key, place) => [key, place]));
  const placed = [...data.words].sort((one, two) => rank.get(one.key) - rank.get(two.key));
  const most = Math.max(...data.words.map((word) => word.people), 1);
  const cloud = part.querySelector(".cloud");
  keep(cloud, placed, (word) => word.key, () => element("span", ""), (span, word) => {
    write(span, word.label);
    // Six sizes and no more: one more person seldom moves anything.
    span.dataset.size = most === 1 ? 54 : 36 + 18 * Math.round(5 * Math.sqrt((word.people - 1) / (most - 1)));
    span.classList.toggle("faint", most > 1 && word.people === 1);
  });
  fitCloud(cloud, memory);
  const bars = data.words.slice(0, data.bars);
  const top = topOf(bars);
  keep(part.querySelector(".bars tbody"), bars, (word) => word.key, makeRow, (row, word) => {
    row.style.transform = `translateY(${bars.indexOf(word) * 118}%)`;
    write(row.querySelector("th .label"), word.label);
    write(row.querySelector(".n"), String(word.people));
    row.querySelector(".bar").style.width = `${(100 * word.people) / top}%`;
    row.title = word.forms;
  }, false);
}

function fitCloud(cloud, memory) {
  const size = () => {
    for (const span of cloud.children) {
      span.style.fontSize = `calc(${(span.dataset.size * memory.fit).toFixed(1)} * var(--u))`;
    }
  };
  shrink(memory, size, () => overflows(cloud), 0.3);
}

// Shrinks until all fits, and stays there: what grew and shrank by turns would flicker.
function shrink(memory, size, isTooLarge, least) {
  size();
  while (memory.fit > least && isTooLarge()) {
    memory.fit *= 0.96;
    size();
  }
}

// Long labels get smaller down to what the last row reads; then they keep two lines, then one, and end in an
// ellipsis (the whole text is on the phones); what still has no room stands in the note as left out.
function fitLabels(part, data, memory, items, size, isTooLarge, least, lines) {
  const room = part.closest(".result");
  const asked = JSON.stringify([items.map((item) => [item.label, (item.detail ?? item.said ?? "").length]), room.clientWidth, room.clientHeight]);
  if (memory.fitted !== asked) Object.assign(memory, { fitted: asked, fit: 1, lines: 0 });
  for (const line of lines) line.hidden = false;
  const cut = () => ["two", "one"].forEach((name, place) => part.classList.toggle(name, memory.lines === place + 1));
  cut();
  shrink(memory, size, isTooLarge, least);
  while (memory.lines < 2 && isTooLarge()) {
    Object.assign(memory, { fit: 1, lines: memory.lines + 1 });
    cut();
    shrink(memory, size, isTooLarge, memory.lines === 2 ? 0.85 * least : least);
  }
  const note = room.closest(".sheet").querySelector("footer .note");
  // The note may take a line of the room itself, so there is one more look after every row.
  for (let shown = lines.length; shown > 1 && isTooLarge(); shown -= 1) {
    lines[shown - 1].hidden = true;
    const some = data.some.replace("{shown}", shown - 1).replace("{all}", lines.length);
    note.hidden = false;
    write(note, [data.note, some].filter(Boolean).join(" · "));
  }
}

const overflows = (place) => place.clientHeight > 0 && place.scrollHeight > place.clientHeight + 1;

function drawWall(wall, answers, memory) {
  wall.classList.toggle("few", answers.length <= 3);
  const size = () => wall.style.setProperty("--f", memory.fit);
  size();
  while (wall.children.length < 3) wall.append(element("div", "column", "presentation"));
  const columns = [...wall.children];
  const wanted = new Set(answers.map((answer) => answer.key));
  const cards = new Map();
  for (const card of wall.querySelectorAll(".card")) {
    if (wanted.has(card.dataset.key)) cards.set(card.dataset.key, card);
    else card.remove();
  }
  for (const answer of answers) {
    if (cards.has(answer.key)) continue;
    const card = element("div", "card", "listitem");
    card.dataset.key = answer.key;
    const words = element("span");
    write(words, answer.text);
    card.append(words);
    columns.reduce((one, two) => (filled(two) < filled(one) ? two : one)).append(card);
  }
  for (const column of columns) column.classList.remove("over");
  // Below this the last row would not read them; then the earliest make room for the newest.
  shrink(memory, size, () => columns.some(overflows), 0.68);
  for (const column of columns) column.classList.toggle("over", overflows(column));
}

const filled = (column) => [...column.children].reduce((sum, card) => sum + card.offsetHeight, 0);

function keep(parent, items, keyOf, make, update, ordered = true) {
  const present = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = new Set(items.map(keyOf));
  for (const [key, child] of present) if (!wanted.has(key)) child.remove();
  items.forEach((item, place) => {
    const key = keyOf(item);
    let child = present.get(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
      parent.append(child);
    }
    if (ordered && parent.children[place] !== child) parent.insertBefore(child, parent.children[place]);
    update(child, item);
  });
}

function element(name, className, role) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (role) made.setAttribute("role", role);
  return made;
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

function show(root, selector, shown) {
  root.querySelector(selector).hidden = !shown;
}
