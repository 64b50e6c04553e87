// Enter goes on to the next field; in a text of several lines it stays a line break. Where this does
// not run, Tab goes on as everywhere.

const FIELDS = "input:not([type=hidden]), textarea, button[kind=primaryFormSubmit]";
let started = "";

export default function ({ data }) {
  const form = document.querySelector(`[data-testid="stForm"].st-key-${CSS.escape(data.form)}, .st-key-${CSS.escape(data.form)}`);
  if (!form) return undefined;
  const fields = () => [...form.querySelectorAll(FIELDS)].filter((field) => !field.disabled);
  const goOn = (event) => {
    const at = event.target;
    if (event.key !== "Enter" || event.isComposing || at.tagName !== "INPUT" || at.role === "combobox") return;
    const all = fields();
    const next = all[all.indexOf(at) + 1];
    if (!next || next.tagName === "BUTTON" && all.length === 2) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
    if (next.select) next.select();
  };
  form.addEventListener("keydown", goOn, true);
  if (started !== data.start) {
    started = data.start;
    fields()[0]?.focus();
  }
  return () => form.removeEventListener("keydown", goOn, true);
}
