// Zoom and pan of a picture in <figure data-zoom>: buttons, which keys.js gives keys, Ctrl and wheel, and dragging once it is zoomed.

const MOST = 16;

class Zoom {
  constructor(figure) {
    this.figure = figure;
    this.svg = figure.querySelector("svg");
    this.whole = this.svg.viewBox.baseVal;
    this.full = { x: this.whole.x, y: this.whole.y, width: this.whole.width, height: this.whole.height };
    this.box = { ...this.full };
    this.build();
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
  }

  build() {
    const tools = Object.assign(document.createElement("div"), { className: "tools" });
    for (const [key, sign, says, act] of [["+", "+", "Zoom in", () => this.by(1.6)], ["-", "−", "Zoom out", () => this.by(1 / 1.6)], ["0", "0", "Whole picture", () => this.by(0)]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign, title: says });
      button.setAttribute("aria-label", says);
      [button.dataset.key, button.dataset.does] = [key, says.toLowerCase()];
      button.addEventListener("click", act);
      tools.append(button);
    }
    this.figure.prepend(tools);
  }

  get scale() { return this.full.width / this.box.width; }

  by(factor, at = { x: this.box.x + this.box.width / 2, y: this.box.y + this.box.height / 2 }) {
    const scale = factor ? Math.min(Math.max(this.scale * factor, 1), MOST) : 1;
    const share = { x: (at.x - this.box.x) / this.box.width, y: (at.y - this.box.y) / this.box.height };
    const [width, height] = [this.full.width / scale, this.full.height / scale];
    this.move({ x: at.x - share.x * width, y: at.y - share.y * height, width, height });
  }

  move(box) {
    const within = (value, low, high) => Math.min(Math.max(value, low), high);
    box.x = within(box.x, this.full.x, this.full.x + this.full.width - box.width);
    box.y = within(box.y, this.full.y, this.full.y + this.full.height - box.height);
    this.box = box;
    this.svg.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map((one) => one.toFixed(1)).join(" "));
    this.svg.style.setProperty("--zoom", this.scale.toFixed(2));
    for (const one of this.svg.querySelectorAll("rect.post")) {
      const [x, y] = [Number(one.dataset.x ??= Number(one.getAttribute("x")) + 5), Number(one.dataset.y ??= Number(one.getAttribute("y")) + 5)];
      const size = 10 / this.scale;
      one.setAttribute("x", x - size / 2);
      one.setAttribute("y", y - size / 2);
      one.setAttribute("width", size);
      one.setAttribute("height", size);
    }
    this.svg.style.cursor = this.scale > 1 ? "grab" : "";
    this.svg.style.touchAction = this.scale > 1 ? "none" : "";
  }

  at(event) {
    const place = this.svg.getBoundingClientRect();
    return { x: this.box.x + ((event.clientX - place.left) / place.width) * this.box.width, y: this.box.y + ((event.clientY - place.top) / place.height) * this.box.height };
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.by(event.deltaY < 0 ? 1.25 : 0.8, this.at(event));
  }

  grab(event) {
    if (this.scale === 1 || event.button) return;
    const [from, start] = [{ x: event.clientX, y: event.clientY }, { ...this.box }];
    const place = this.svg.getBoundingClientRect();
    let dragged = false;
    const drag = (now) => {
      const [dx, dy] = [now.clientX - from.x, now.clientY - from.y];
      dragged ||= Math.hypot(dx, dy) > 4;
      if (dragged) this.move({ ...start, x: start.x - (dx / place.width) * start.width, y: start.y - (dy / place.height) * start.height });
    };
    const drop = () => {
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", drop);
      // What was dragged was not meant to be opened.
      const stay = (click) => click.preventDefault();
      if (dragged) addEventListener("click", stay, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", stay, { capture: true }), 0);
    };
    event.preventDefault();
    addEventListener("pointermove", drag);
    addEventListener("pointerup", drop);
  }
}

let zooms = [];
function build() {
  const box = zooms[0]?.box;
  zooms = [...document.querySelectorAll("[data-zoom]")].map((one) => new Zoom(one));
  // A picture of another day is looked at from where the last one was.
  if (box && zooms[0] && box.width < zooms[0].full.width) zooms[0].move(box);
}
build();
document.addEventListener("comity:shown", build);
