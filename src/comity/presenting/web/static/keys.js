/* Keys: every key presses a button or follows a link of the page, found by `data-key`. `?` lists them, and lets them be changed.
   It is loaded before the page is, so that no key of a fast hand is lost: those that come too early wait for the buttons. */
{
const KEPT = "comity-keys";
const ARROWS = { ArrowDown: "j", ArrowUp: "k" };
const WAIT = 1500; // milliseconds for the second key of two

let own = {};
let begun = "";
let begunAt = 0;
let leaving = false;
const early = [];

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch {
    return {};
  }
}

function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify(own));
  } catch {
    /* a browser that keeps nothing keeps no keys either */
  }
}

const keyOf = (element) => own[element.dataset.key] || element.dataset.key;
const seen = (element) => element.getClientRects().length > 0 && !element.disabled;
const items = () => [...document.querySelectorAll("[data-item]")].filter(seen);
const current = () => document.activeElement?.closest("[data-item]") || document.querySelector("[data-item].current");

/** All that a key may press now: what belongs to the current item first. */
function pressable() {
  const all = [...document.querySelectorAll("[data-key]")].filter(seen);
  const mine = current();
  const apart = all.filter((one) => !one.closest("[data-item]"));
  return mine ? [...all.filter((one) => mine.contains(one)), ...apart] : [...apart, ...all];
}

function press(element) {
  if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function move(step) {
  const all = items();
  if (!all.length) return false;
  const at = all.indexOf(current());
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  document.querySelectorAll("[data-item].current").forEach((one) => one.classList.remove("current"));
  next.classList.add("current");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  next.dispatchEvent(new CustomEvent("comity:current", { bubbles: true }));
  return true;
}

const writing = (element) => element?.matches?.("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]");

function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.form || event.target.closest("form");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (event.key === "Escape" && writing(event.target)) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || leaving) return;
  if (document.querySelector("dialog[open]")) return;
  if (document.readyState === "loading") {
    early.push(event);
    return;
  }
  act(event);
}

function act(event) {
  const key = ARROWS[event.key] || event.key;
  const both = begun && event.timeStamp - begunAt < WAIT ? `${begun} ${key}` : key;
  begun = "";
  const all = pressable();
  const found = all.find((one) => keyOf(one) === both);
  if (found) {
    event.preventDefault();
    press(found);
  } else if (all.some((one) => keyOf(one).startsWith(`${key} `))) {
    [begun, begunAt] = [key, event.timeStamp];
  } else if (key === "Enter" && event.target.matches("[data-item]")) {
    event.target.querySelector("[data-open], a")?.click();
  } else if ((key === "j" || key === "k") && move(key === "j" ? 1 : -1)) {
    event.preventDefault();
  }
}

/** What each key does on this page, once. */
function listed() {
  const found = new Map();
  for (const one of document.querySelectorAll("[data-key]")) {
    if (!found.has(one.dataset.key)) found.set(one.dataset.key, one.dataset.does || one.textContent.trim());
  }
  // What belongs to the page goes before what leads to others.
  const away = [...found].filter(([key]) => key.startsWith("g ") || key === "?" || key === "/");
  away.forEach(([key, does]) => found.delete(key) && found.set(key, does));
  if (items().length) found.set("j", found.get("j") || "next").set("k", found.get("k") || "previous");
  return [...found];
}

function label() {
  for (const one of document.querySelectorAll("[data-key]")) {
    const shown = one.querySelector("kbd");
    if (shown) shown.textContent = keyOf(one);
    one.setAttribute("aria-keyshortcuts", keyOf(one));
  }
}

function overlay() {
  const box = document.createElement("dialog");
  box.id = "keys";
  box.setAttribute("aria-labelledby", "keys-title");
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: "Keys on this page" });
  const table = document.createElement("table");
  const note = Object.assign(document.createElement("p"), { className: "what", textContent: "Off while you write in a field; Esc leaves it, Ctrl+Enter sends its form. Press Change, then another key." });
  const row = Object.assign(document.createElement("div"), { className: "row" });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  const usual = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "All keys as they were" });
  close.addEventListener("click", () => box.close());
  usual.addEventListener("click", () => {
    own = {};
    keep();
    fill(table);
    label();
  });
  row.append(close, usual);
  box.append(title, table, note, row);
  box.addEventListener("close", () => box.remove());
  fill(table);
  document.body.append(box);
  box.showModal();
}

function fill(table) {
  table.replaceChildren(
    ...listed().map(([key, does]) => {
      const line = document.createElement("tr");
      const shown = document.createElement("kbd");
      shown.textContent = own[key] || key;
      const change = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Change" });
      change.setAttribute("aria-label", `Change the key for: ${does}`);
      change.addEventListener("click", () => rebind(table, key, change));
      const cells = [shown, document.createTextNode(does), change].map((what) => {
        const cell = document.createElement("td");
        cell.append(what);
        return cell;
      });
      line.append(...cells);
      return line;
    }),
  );
}

function rebind(table, key, button) {
  button.textContent = "Press a key";
  const take = (event) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    document.removeEventListener("keydown", take, true);
    if (event.key !== "Escape") {
      // Who takes another's key gives it his own.
      const other = listed().find(([one]) => one !== key && (own[one] || one) === event.key);
      if (other) own[other[0]] = own[key] || key;
      own[key] = event.key;
      keep();
      label();
    }
    fill(table);
  };
  document.addEventListener("keydown", take, true);
}

own = read();
document.addEventListener("keydown", onKey);
document.addEventListener("submit", () => (leaving = true));
addEventListener("pageshow", () => (leaving = false));
document.addEventListener("DOMContentLoaded", () => {
  const shower = document.getElementById("show-keys");
  if (shower) {
    shower.hidden = false;
    shower.addEventListener("click", overlay);
  }
  label();
  early.splice(0).forEach((event) => leaving || act(event));
});
}
