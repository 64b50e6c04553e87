// Enter goes on to the next field; in a text of several lines it stays a line break. Where this does
// not run, Tab goes on as everywhere.

const FORM = '[data-testid="stForm"]';
const FIELDS = "input:not([type=hidden]), textarea, button[kind=primaryFormSubmit]";
// The page before is still being taken down when this one arrives.
const SETTLED_MS = 250;
let started = "";

const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => !field.disabled);

function goOn(event) {
  const at = event.target;
  const form = at.closest?.(FORM);
  if (event.key !== "Enter" || event.isComposing || !form || at.tagName !== "INPUT") return;
  if (at.role === "combobox") return;
  const fields = fieldsOf(form);
  const next = fields[fields.indexOf(at) + 1];
  // One field alone is sent by Enter.
  if (!next || fields.length < 3) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  next.select?.();
}

export default function ({ data }) {
  document.addEventListener("keydown", goOn, true);
  if (started !== data.start) {
    started = data.start;
    setTimeout(() => fieldsOf(document.querySelector(FORM) ?? document.body)[0]?.focus(), SETTLED_MS);
  }
  return () => document.removeEventListener("keydown", goOn, true);
}
