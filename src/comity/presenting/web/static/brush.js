/* A brush on the axis: what is drawn over with the mouse or a finger becomes the time of the list and of what is taken away. */

const DAY = 86_400_000;
const LEAST = 0.01; // of the width: less was a click

function dressed(box) {
  const [first, last] = [Date.parse(box.dataset.first), Date.parse(box.dataset.last)];
  const form = box.parentElement.querySelector("form.range");
  const shade = Object.assign(document.createElement("span"), { className: "shade-of-brush", hidden: true });
  box.append(shade);
  let from = null;

  const share = (event) => {
    const place = box.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - place.left) / place.width, 0), 1);
  };
  const show = (to) => {
    shade.hidden = Math.abs(to - from) < LEAST;
    shade.style.left = `${Math.min(from, to) * 100}%`;
    shade.style.width = `${Math.abs(to - from) * 100}%`;
  };
  const day = (at) => new Date(first + Math.round(((last - first) * at) / DAY) * DAY).toISOString().slice(0, 10);

  box.addEventListener("pointerdown", (event) => {
    if (event.button || event.pointerType === "touch") return; // a finger scrolls
    from = share(event);
  });
  addEventListener("pointermove", (event) => {
    if (from !== null) show(share(event));
  });
  addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = share(event);
    const begun = from;
    from = null;
    if (Math.abs(to - begun) < LEAST) return void (shade.hidden = true);
    form.elements.namedItem("from").value = day(Math.min(begun, to));
    form.elements.namedItem("to").value = day(Math.max(begun, to));
    form.requestSubmit();
  });
  /* Whoever has brushed over a bar did not mean to follow it. */
  box.addEventListener("click", (event) => shade.hidden || event.preventDefault(), true);
  box.addEventListener("dragstart", (event) => event.preventDefault());
}

document.querySelectorAll("[data-brush]").forEach(dressed);
document.addEventListener("comity:shown", () => document.querySelectorAll("[data-brush]:not(:has(.shade-of-brush))").forEach(dressed));
