// A slider and a play button for a form that asks for a day.
//   <form data-slider="on" data-first="1945" data-last="2025">: `on` is the name of its field for the day.
// What has `data-live` and an id is replaced by the same of the page that the form leads to; without any, that page is opened.

const PAUSE = 900, REST = 150;

function yearOf(told) {
  const found = /\d{4}/.exec(told);
  return found ? Number(found[0]) : null;
}

function moved(told, year) {
  const four = String(year).padStart(4, "0");
  const said = yearOf(told) === null ? four : told.replace(/\d{4}/, four);
  // No other year has the last day of a February with 29 days for sure.
  return said.replace(/-02-29\b/, "-02-28");
}

class Slider {
  constructor(form) {
    this.form = form;
    this.field = form.elements.namedItem(form.dataset.slider);
    this.timer = this.playing = this.asked = null;
    this.build();
    form.addEventListener("submit", (event) => { event.preventDefault(); this.show(); });
    this.field.addEventListener("change", () => this.follow());
  }

  build() {
    const box = document.createElement("span");
    box.className = "slide";
    this.range = Object.assign(document.createElement("input"), { type: "range", min: this.form.dataset.first, max: this.form.dataset.last, step: 1 });
    this.range.setAttribute("aria-label", "Year");
    this.button = Object.assign(document.createElement("button"), { type: "button", textContent: "Play" });
    box.append(this.range, this.button);
    this.form.append(box);
    this.follow();
    this.range.addEventListener("input", () => { this.stop(); this.go(Number(this.range.value), REST); });
    this.button.addEventListener("click", () => (this.playing ? this.stop() : this.play()));
  }

  follow() {
    const year = yearOf(this.field.value);
    if (year !== null) this.range.value = year;
    this.range.setAttribute("aria-valuetext", this.field.value);
  }

  go(year, rest) {
    this.field.value = moved(this.field.value, year);
    this.follow();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), rest);
  }

  play() {
    this.playing = true;
    this.button.textContent = "Stop";
    const last = Number(this.range.max);
    if (Number(this.range.value) >= last) this.field.value = moved(this.field.value, Number(this.range.min)), this.follow();
    const step = async () => {
      if (!this.playing) return;
      const year = Number(this.range.value) + 1;
      if (year > last) return this.stop();
      this.field.value = moved(this.field.value, year);
      this.follow();
      const began = performance.now();
      await this.show();
      if (this.playing) this.timer = setTimeout(step, Math.max(PAUSE - (performance.now() - began), 50));
    };
    step();
  }

  stop() {
    clearTimeout(this.timer);
    this.playing = null;
    this.button.textContent = "Play";
  }

  address() {
    const kept = [...new FormData(this.form)].filter(([, value]) => value !== "");
    return `${this.form.getAttribute("action")}?${new URLSearchParams(kept)}`;
  }

  async show() {
    const address = this.address();
    const live = [...document.querySelectorAll("[data-live][id]")];
    if (!live.length) return location.assign(address);
    this.asked?.abort();
    this.asked = new AbortController();
    live.forEach((one) => one.setAttribute("aria-busy", "true"));
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !live.every((one) => page.getElementById(one.id))) return location.assign(address);
      live.forEach((one) => one.replaceWith(document.adoptNode(page.getElementById(one.id))));
      document.title = page.title;
      history.replaceState(null, "", answer.url);
      document.dispatchEvent(new CustomEvent("comity:shown"));
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  }
}

for (const form of document.querySelectorAll("form[data-slider]")) new Slider(form);
