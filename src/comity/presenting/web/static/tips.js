// What a shape's <title> says, shown at once beside the pointer or the focus; without this file browsers show it after a while.

const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
tip.setAttribute("role", "presentation");
document.body.append(tip);
let held = null;

function titled(target) {
  for (let at = target instanceof Element ? target : null; at && at.closest("svg"); at = at.parentElement) {
    const title = [...at.children].find((one) => one.tagName === "title");
    if (title) return title;
    if (at === held?.shape) return held.title;
  }
  return null;
}

function put(x, y) {
  const width = document.documentElement.clientWidth;
  tip.style.left = `${Math.max(8, Math.min(x + 14, width - tip.offsetWidth - 8)) + scrollX}px`;
  tip.style.top = `${y + 18 + scrollY}px`;
}

function hide() {
  // The browser's own tip would stand over this one, so that the words are out of the shape while it is pointed at.
  held?.shape.prepend(held.title);
  held = null;
  tip.hidden = true;
}

function show(target, x, y) {
  const title = titled(target);
  if (!title) return hide();
  if (title !== held?.title) {
    hide();
    held = { title, shape: title.parentElement };
    tip.textContent = title.textContent;
    title.remove();
    tip.hidden = false;
  }
  put(x, y);
}

document.addEventListener("pointermove", (event) => event.pointerType !== "touch" && show(event.target, event.clientX, event.clientY));
document.addEventListener("pointerdown", (event) => event.pointerType === "touch" && show(event.target, event.clientX, event.clientY));
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
document.addEventListener("focusin", (event) => {
  if (!(event.target instanceof SVGElement) || !event.target.matches(":focus-visible")) return;
  const shape = event.target.querySelector("title")?.parentElement;
  const place = event.target.getBoundingClientRect();
  if (shape) show(shape, place.left + place.width / 2, place.bottom - 12);
});
document.addEventListener("focusout", hide);
document.addEventListener("pointerleave", hide);
document.addEventListener("comity:shown", () => { held = null; tip.hidden = true; });
