// Marking a passage of an answer with the mouse or with Shift and the arrow keys. What is sent are
// places in Unicode code points: a browser counts UTF-16 units, and an emoji is two of those.

const seen = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".marker");
  if (!root || !data) return undefined;
  const answer = root.querySelector(".answer");
  root.querySelector("[data-text=hint]").textContent = data.words.hint;
  const drawn = JSON.stringify([data.text, data.start, data.end, data.kept]);
  if (seen.get(root) !== drawn) {
    seen.set(root, drawn);
    draw(answer, data);
  }
  answer.setAttribute("aria-label", data.words.answer);
  const told = () => tell(root, answer, data, setStateValue);
  answer.onmouseup = () => setTimeout(told, 0);
  answer.onkeyup = (event) => {
    if (event.key === "Shift" || event.shiftKey) told();
  };
  answer.ontouchend = () => setTimeout(told, 0);
  return undefined;
}

function draw(answer, data) {
  const points = Array.from(data.text);
  const edges = new Set([0, points.length, data.start, data.end]);
  for (const [start, end] of data.kept) edges.add(start).add(end);
  const places = [...edges].filter((at) => at >= 0 && at <= points.length).sort((a, b) => a - b);
  answer.replaceChildren();
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [start, end] = [places[i], places[i + 1]];
    const words = points.slice(start, end).join("");
    const chosen = start >= data.start && end <= data.end && data.start < data.end;
    const kept = data.kept.some(([from, to]) => start >= from && end <= to);
    if (!chosen && !kept) {
      answer.append(document.createTextNode(words));
    } else {
      const mark = document.createElement("mark");
      mark.className = chosen ? "" : "kept";
      mark.textContent = words;
      answer.append(mark);
    }
  }
}

function tell(root, answer, data, setStateValue) {
  const place = selected(answer);
  if (!place) return;
  const points = Array.from(data.text);
  let [start, end] = place;
  while (start < end && !points[start].trim()) start += 1;
  while (end > start && !points[end - 1].trim()) end -= 1;
  if (start >= end) return;
  root.querySelector(".chosen").textContent = `${data.words.chosen} ${points.slice(start, end).join("")}`;
  setStateValue("place", { answer: data.answer, start, end });
}

function selected(answer) {
  const owner = answer.getRootNode();
  const selection = owner.getSelection ? owner.getSelection() : document.getSelection();
  const ranges = selection?.getComposedRanges?.({ shadowRoots: owner.host ? [owner] : [] });
  const range = ranges?.[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
  if (!range || range.collapsed) return null;
  const start = offset(answer, range.startContainer, range.startOffset);
  const end = offset(answer, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : [start, end];
}

// How many code points stand before a place in the answer; null where the place is outside of it.
function offset(answer, node, at) {
  if (!answer.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(answer);
  before.setEnd(node, at);
  return Array.from(before.toString()).length;
}
